#include "graders/measures/cell_classes.h"

#include <bit>

namespace biaokao {
namespace {

// Gives every different cell a number, in the order in which they come. Open addressing, at most half full.
class CellNumbers {
public:
    explicit CellNumbers(std::size_t cells)
        : slots_(std::bit_ceil(2 * cells + 2), empty), shift_(64 - std::countr_zero(slots_.size())) {}

    std::uint32_t of(const TableCell& cell) {
        std::size_t at = cell.hash() >> shift_;
        for (; slots_[at] != empty; at = (at + 1) & (slots_.size() - 1)) {
            if (different_[slots_[at]] == cell) return slots_[at];
        }
        slots_[at] = static_cast<std::uint32_t>(different_.size());
        different_.push_back(cell);
        return slots_[at];
    }
    [[nodiscard]] const std::vector<TableCell>& different() const { return different_; }

private:
    static constexpr std::uint32_t empty = UINT32_MAX;
    std::vector<std::uint32_t> slots_;
    int shift_;
    std::vector<TableCell> different_;
};

std::vector<std::uint32_t> number_cells(const TableRows& table, CellNumbers& numbers) {
    std::vector<std::uint32_t> by_column(table.cells.size());
    const TableCell* cell = table.cells.data();
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t column = 0; column < table.columns; ++column)
            by_column[column * table.rows + row] = numbers.of(*cell++);
    }
    return by_column;
}

struct Run { // of sorted numbers, each equal to the next
    std::size_t first = 0, end = 0;
};

// The numbers among the different cells, sorted, and their runs.
struct SortedNumbers {
    std::vector<std::uint32_t> cells;
    std::vector<Run> runs;
};

SortedNumbers sort_numbers(const std::vector<TableCell>& different, double tolerance) {
    std::vector<std::pair<Number, std::uint32_t>> numbers;
    for (std::uint32_t i = 0; i < different.size(); ++i) {
        if (different[i].is_number()) numbers.emplace_back(different[i].number(), i);
    }
    std::sort(numbers.begin(), numbers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    SortedNumbers sorted;
    for (const auto& [number, cell] : numbers) sorted.cells.push_back(cell);
    for (std::size_t i = 0; i < sorted.cells.size(); ++i) {
        const bool joins =
            i > 0 && (tolerance > largest_sortable_tolerance ||
                      equal_within(different[sorted.cells[i - 1]], different[sorted.cells[i]], tolerance));
        if (!joins) sorted.runs.push_back({i, i});
        sorted.runs.back().end = i + 1;
    }
    return sorted;
}

// Joins the classes of each run of equal numbers into that of its first.
void join_equal_numbers(CellClasses& classes, const std::vector<TableCell>& different, double tolerance) {
    const SortedNumbers sorted = sort_numbers(different, tolerance);
    std::vector<std::uint32_t> joined(different.size());
    for (std::uint32_t i = 0; i < joined.size(); ++i) joined[i] = i;
    for (const Run& run : sorted.runs) {
        const std::uint32_t first = sorted.cells[run.first], last = sorted.cells[run.end - 1];
        const bool all_equal = tolerance <= largest_sortable_tolerance
                                   ? equal_within(different[first], different[last], tolerance)
                                   : run.end - run.first == 1;
        classes.fuzzy[first] = !all_equal;
        classes.exact &= all_equal;
        for (std::size_t i = run.first; i < run.end; ++i) joined[sorted.cells[i]] = first;
    }
    for (auto* cells : {&classes.reference, &classes.candidate}) {
        for (std::uint32_t& one : *cells) one = joined[one];
    }
}

} // namespace

CellClasses classify_cells(const TableRows& reference, const TableRows& candidate, double tolerance) {
    const std::size_t cells = reference.cells.size() + candidate.cells.size();
    BIAOKAO_ASSERT(reference.columns == candidate.columns && cells < std::size_t{1} << 31);
    CellNumbers numbers(cells);
    CellClasses classes{.reference_rows = reference.rows,
                        .candidate_rows = candidate.rows,
                        .columns = reference.columns,
                        .reference = number_cells(reference, numbers),
                        .candidate = number_cells(candidate, numbers)};
    classes.fuzzy.resize(numbers.different().size());
    if (tolerance > 0) join_equal_numbers(classes, numbers.different(), tolerance);
    return classes;
}

} // namespace biaokao
