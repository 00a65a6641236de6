#include "graders/measures/step_match.h"

#include "graders/measures/assignment.h"

namespace biaokao {
namespace {

std::vector<int> indices_of(const std::vector<char>& free) {
    std::vector<int> indices;
    for (std::size_t i = 0; i < free.size(); ++i) {
        if (free[i]) indices.push_back(static_cast<int>(i));
    }
    return indices;
}

} // namespace

StepMatcher::StepMatcher(std::size_t references, std::size_t candidates)
    : reference_free_(references, 1), candidate_free_(candidates, 1) {}

std::vector<Pair> StepMatcher::take(std::span<const Pair> permitted) {
    std::vector<Cell> cells;
    for (const Pair& pair : permitted) {
        if (reference_free_[static_cast<std::size_t>(pair.reference)] &&
            candidate_free_[static_cast<std::size_t>(pair.candidate)])
            cells.push_back({pair.reference, pair.candidate, pair.similarity});
    }
    std::vector<Pair> taken;
    if (cells.empty()) return taken;
    const Assignment assignment = assign_most_then_largest(static_cast<int>(reference_free_.size()),
                                                           static_cast<int>(candidate_free_.size()), cells);
    for (const Cell& cell : cells) {
        if (assignment.column_of_row[static_cast<std::size_t>(cell.row)] != cell.column) continue;
        taken.push_back({cell.row, cell.column, cell.value});
        reference_free_[static_cast<std::size_t>(cell.row)] = 0;
        candidate_free_[static_cast<std::size_t>(cell.column)] = 0;
    }
    return taken;
}

std::vector<int> StepMatcher::free_references() const { return indices_of(reference_free_); }
std::vector<int> StepMatcher::free_candidates() const { return indices_of(candidate_free_); }

} // namespace biaokao
