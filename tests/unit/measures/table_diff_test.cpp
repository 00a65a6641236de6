#include "graders/measures/table_diff.h"

#include <algorithm>
#include <map>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Row = std::vector<TableCell>;
using Rows = std::vector<Row>;

TableCell num(double value) { return TableCell(Number(value)); }
TableCell text(std::string_view value) { return TableCell(value); }

const std::vector<std::string_view> id_a_b{"id", "a", "b"};

Table table_of(const Rows& rows, std::vector<std::string_view> columns = id_a_b) {
    Table table{.columns = std::move(columns)};
    table.rows.rows = rows.size();
    table.rows.columns = table.columns.size();
    for (const Row& row : rows) table.rows.cells.insert(table.rows.cells.end(), row.begin(), row.end());
    return table;
}

// Column b holds numbers.
TableDiff diff(const Rows& before, const Rows& after, const Rows& answer, double tolerance = 0) {
    const TableTask task{.before = table_of(before),
                         .after = table_of(after),
                         .id_column = 0,
                         .tolerance = {std::nullopt, std::nullopt, tolerance}};
    return diff_tables(task, table_of(answer));
}

// What becomes of the one cell in column b.
CellOutcome outcome_b(const TableCell& original, const TableCell& wanted, const TableCell& found,
                      double tolerance = 0) {
    const auto result = diff({{text("1"), text("x"), original}}, {{text("1"), text("x"), wanted}},
                             {{text("1"), text("x"), found}}, tolerance);
    for (const CellFinding& finding : result.cell_findings) {
        if (finding.column == 2) return finding.outcome;
    }
    return CellOutcome::kept;
}

TEST_CASE("table_diff: correct, missed, wrong, false, kept") {
    CHECK(outcome_b(num(5), num(6), num(6)) == CellOutcome::correct);
    CHECK(outcome_b(num(5), num(6), num(5)) == CellOutcome::missed);
    CHECK(outcome_b(num(5), num(6), num(9)) == CellOutcome::wrong);
    CHECK(outcome_b(num(5), num(5), num(9)) == CellOutcome::changed_falsely);
    CHECK(outcome_b(num(5), num(5), num(5)) == CellOutcome::kept);
}

TEST_CASE("table_diff: a copy of the input achieves nothing") {
    const Rows before{{text("1"), text("x"), num(5)}, {text("2"), text("y"), num(7)}};
    const Rows after{{text("1"), text("x"), num(5)}, {text("3"), text("z"), num(8)}};
    const auto found = diff(before, after, before);
    CHECK(found.count(CellOutcome::correct) == 0);
    CHECK(found.count(CellOutcome::kept) == 2);
    CHECK(found.count(RowOutcome::removed_missed) == 1);
    CHECK(found.count(RowOutcome::added_missed) == 1);
}

TEST_CASE("table_diff: a text that reads strictly as a number counts as one in a column of numbers only") {
    CHECK(outcome_b(num(0), num(5), text("5.0")) == CellOutcome::correct);
    CHECK(outcome_b(num(0), num(12), text("0012")) == CellOutcome::correct);
    CHECK(outcome_b(num(0), num(3.5), text("+3.5")) == CellOutcome::correct);
    CHECK(outcome_b(num(1), num(0), text("-0")) == CellOutcome::correct);
    for (const char* no_number : {"123abc", " 123 ", "1,23", "123.", "1.23e2", "１２３", "一百二十三"}) {
        CAPTURE(no_number);
        CHECK(outcome_b(num(0), num(123), text(no_number)) == CellOutcome::wrong);
    }
    const auto other =
        diff({{text("1"), num(5), num(5)}}, {{text("1"), num(5), num(5)}}, {{text("1"), text("5"), num(5)}});
    CHECK(other.count(CellOutcome::changed_falsely) == 1);
}

TEST_CASE("table_diff: equal texts that are no numbers are equal in a column of numbers too") {
    CHECK(outcome_b(num(1), text("n/a"), text("n/a")) == CellOutcome::correct);
    CHECK(outcome_b(TableCell(), TableCell(), TableCell()) == CellOutcome::kept);
    CHECK(outcome_b(TableCell(), TableCell(), text("")) == CellOutcome::changed_falsely);
}

TEST_CASE("table_diff: a difference of exactly the tolerance is within it") {
    CHECK(outcome_b(num(5), num(1.00), num(1.01), 0.01) == CellOutcome::correct); // 0.010000000000000009 apart
    CHECK(outcome_b(num(5), num(1.00), num(1.0101), 0.01) == CellOutcome::wrong);
    CHECK(outcome_b(num(1.0), num(1.01), num(1.02), 0.01) == CellOutcome::kept); // never was to change
}

TEST_CASE("table_diff: whole numbers beyond 2^53 differ by 1") {
    const TableCell even(Number(std::int64_t{9007199254740992})), odd(Number(std::int64_t{9007199254740993}));
    CHECK(outcome_b(even, odd, odd) == CellOutcome::correct);
    CHECK(outcome_b(even, odd, even) == CellOutcome::missed);
    CHECK(outcome_b(even, odd, text("9007199254740993")) == CellOutcome::correct);
}

TEST_CASE("table_diff: rows are told apart by id text, not by place or by number") {
    const Rows rows{{text("007"), text("x"), num(1)}, {text("7"), text("y"), num(2)}, {text("a"), text("z"), num(3)}};
    const Rows turned{rows[2], rows[1], rows[0]};
    CHECK(diff(rows, rows, turned).count(CellOutcome::kept) == 6);
    const auto renamed = diff({rows[0]}, {rows[0]}, {{text("7"), text("x"), num(1)}});
    CHECK(renamed.count(RowOutcome::removed_falsely) == 1);
    CHECK(renamed.count(RowOutcome::added_falsely) == 1);
}

TEST_CASE("table_diff: ids that share their first eight bytes, or end in them, are told apart") {
    const Rows rows{{text("同号同号一"), text("x"), num(1)},
                    {text("同号同号二"), text("y"), num(2)},
                    {text(std::string_view("a\0", 2)), text("z"), num(3)},
                    {text("a"), text("w"), num(4)}};
    CHECK(diff(rows, rows, {rows[3], rows[1], rows[0], rows[2]}).count(CellOutcome::kept) == 8);
}

TEST_CASE("table_diff: a row that is gone misses its wanted changes and nothing else") {
    const auto found = diff({{text("1"), text("x"), num(5)}}, {{text("1"), text("x"), num(6)}}, {});
    CHECK(found.count(RowOutcome::removed_falsely) == 1);
    CHECK(found.count(CellOutcome::missed) == 1);
    CHECK(found.count(CellOutcome::kept) == 0);
    REQUIRE(found.cell_findings.size() == 1);
    CHECK(found.cell_findings[0].found.is_nothing());
    CHECK(found.cell_findings[0].wanted == num(6));
}

TEST_CASE("table_diff: findings name row, column and cells") {
    const auto found =
        diff({{text("b"), text("x"), num(5)}, {text("a"), text("y"), num(1)}},
             {{text("b"), text("q"), num(5)}, {text("a"), text("y"), num(1)}},
             {{text("a"), text("z"), num(1)}, {text("b"), text("r"), num(5)}, {text("c"), text(""), num(0)}});
    REQUIRE(found.cell_findings.size() == 2);
    CHECK(found.cell_findings[0].row_id == "a");
    CHECK(found.cell_findings[0].column == 1);
    CHECK(found.cell_findings[0].outcome == CellOutcome::changed_falsely);
    CHECK(found.cell_findings[1].row_id == "b");
    CHECK(found.cell_findings[1].original == text("x"));
    CHECK(found.cell_findings[1].wanted == text("q"));
    CHECK(found.cell_findings[1].found == text("r"));
    REQUIRE(found.row_findings.size() == 1);
    CHECK(found.row_findings[0].row_id == "c");
}

TEST_CASE("table_diff: the checks of ids and columns find the first fault") {
    const Rows rows{{text("a"), text(""), num(0)},
                    {text("b"), text(""), num(0)},
                    {text("a"), text(""), num(0)},
                    {text("b"), text(""), num(0)},
                    {text("a"), text(""), num(0)}};
    CHECK(faulty_row_id(table_of(rows).rows, 0) == std::optional<std::size_t>(2));
    CHECK(faulty_row_id(table_of({rows[0], {num(7), text(""), num(0)}}).rows, 0) == std::optional<std::size_t>(1));
    CHECK_FALSE(faulty_row_id(table_of({rows[0], rows[1]}).rows, 0).has_value());
    CHECK(same_columns({"a", "b"}, {"b", "a"}));
    CHECK_FALSE(same_columns({"a", "b"}, {"a"}));
    CHECK_FALSE(same_columns({"a", "a"}, {"a", "a"}));
}

// Every rule as the table of the definition has it, over maps.
std::map<std::string, std::size_t> plain_counts(const Rows& before, const Rows& after, const Rows& answer) {
    const auto by_id = [](const Rows& rows) {
        std::map<std::string, Row> map;
        for (const Row& row : rows) map[std::string(row[0].text())] = row;
        return map;
    };
    auto old_rows = by_id(before), new_rows = by_id(after), found_rows = by_id(answer);
    std::map<std::string, std::size_t> counts;
    std::map<std::string, Row> all = old_rows;
    all.insert(new_rows.begin(), new_rows.end());
    all.insert(found_rows.begin(), found_rows.end());
    for (const auto& [id, unused] : all) {
        const bool was = old_rows.count(id), should = new_rows.count(id), is = found_rows.count(id);
        if (was && should) {
            counts["removed_false"] += !is;
            for (std::size_t c = 1; c < 3; ++c) {
                const TableCell &o = old_rows[id][c], &t = new_rows[id][c];
                if (!is) counts["missed"] += !(o == t);
                else if (found_rows[id][c] == t) ++counts[o == t ? "kept" : "correct"];
                else if (o == t) ++counts["false"];
                else ++counts[found_rows[id][c] == o ? "missed" : "wrong"];
            }
        } else if (was) {
            ++counts[is ? "removed_missed" : "removed_correct"];
        } else if (should) {
            ++counts[!is ? "added_missed" : found_rows[id] == new_rows[id] ? "added_correct" : "added_wrong"];
        } else {
            ++counts["added_false"];
        }
    }
    return counts;
}

Rows random_rows(Random& random, const std::vector<std::string>& ids) {
    constexpr std::string_view names[]{"x", "y", "z"};
    Rows rows;
    for (const std::string& id : ids) {
        if (random() % 4 == 0) continue;
        const TableCell a = random() % 5 == 0 ? TableCell() : text(names[random() % 3]);
        rows.push_back({text(id), a, num(static_cast<double>(random() % 3))});
    }
    std::shuffle(rows.begin(), rows.end(), random);
    return rows;
}

TEST_CASE("table_diff: random tables agree with the rules as they are written, in any order of columns") {
    std::vector<std::string> ids;
    for (int i = 0; i < 14; ++i) ids.push_back("row" + std::to_string(i * 7919));
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const Rows before = random_rows(random, ids), after = random_rows(random, ids),
                   answer = random_rows(random, ids);
        Rows turned = answer;
        for (Row& row : turned) std::swap(row[0], row[2]);
        const TableTask task{.before = table_of(before),
                             .after = table_of(after),
                             .id_column = 0,
                             .tolerance = {std::nullopt, std::nullopt, 0.0}};
        const TableDiff found = diff_tables(task, table_of(turned, {"b", "a", "id"}));
        auto plain = plain_counts(before, after, answer);
        CHECK(found.cells ==
              std::array{plain["correct"], plain["missed"], plain["wrong"], plain["false"], plain["kept"]});
        CHECK(found.rows == std::array{plain["removed_correct"], plain["removed_missed"], plain["removed_false"],
                                       plain["added_correct"], plain["added_wrong"], plain["added_missed"],
                                       plain["added_false"]});
    }
}

} // namespace
} // namespace biaokao
