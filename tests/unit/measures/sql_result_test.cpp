#include "graders/measures/sql_result.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

#include "graders/measures/row_pairing.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Row = std::vector<TableCell>;
using Rows = std::vector<Row>;

TableCell num(double value) { return TableCell(Number(value)); }
TableCell text(std::string_view value) { return TableCell(value); }

TableRows table_of(const Rows& rows) {
    TableRows table{.rows = rows.size(), .columns = rows.empty() ? 0 : rows[0].size()};
    for (const Row& row : rows) table.cells.insert(table.cells.end(), row.begin(), row.end());
    return table;
}

ResultComparison compare(const Rows& reference, const Rows& candidate, double tolerance = 0) {
    return compare_results(table_of(reference), table_of(candidate), tolerance);
}

Rows with_columns(const Rows& rows, const std::vector<std::size_t>& order) {
    Rows turned;
    for (const Row& row : rows) {
        Row& one = turned.emplace_back();
        for (const std::size_t column : order) one.push_back(row[column]);
    }
    return turned;
}

bool rows_equal(const Row& a, const Row& b, double tolerance) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](const TableCell& x, const TableCell& y) { return equal_within(x, y, tolerance); });
}

// Tries everything.
std::size_t plain_matched(const Rows& a, const Rows& b, double tolerance, std::size_t row = 0,
                          std::uint32_t taken = 0) {
    if (row == a.size()) return 0;
    std::size_t best = plain_matched(a, b, tolerance, row + 1, taken);
    for (std::size_t other = 0; other < b.size(); ++other) {
        const std::uint32_t bit = 1U << other;
        if ((taken & bit) || !rows_equal(a[row], b[other], tolerance)) continue;
        best = std::max(best, 1 + plain_matched(a, b, tolerance, row + 1, taken | bit));
    }
    return best;
}

bool plain_covered(const Rows& a, const Rows& b, double tolerance) {
    return std::all_of(a.begin(), a.end(), [&](const Row& row) {
        return std::any_of(b.begin(), b.end(), [&](const Row& other) { return rows_equal(row, other, tolerance); });
    });
}

bool plain_list(const Rows& a, const Rows& b, double tolerance) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](const Row& x, const Row& y) { return rows_equal(x, y, tolerance); });
}

void check_plainly(const Rows& a, const Rows& b, double tolerance) {
    const ResultComparison found = compare(a, b, tolerance);
    CHECK(found.list_equal == plain_list(a, b, tolerance));
    const std::size_t matched = plain_matched(a, b, tolerance);
    CHECK(found.rows_matched == std::optional(matched));
    CHECK(found.multiset_equal == std::optional(matched == a.size() && matched == b.size()));
    CHECK(found.set_equal == std::optional(plain_covered(a, b, tolerance) && plain_covered(b, a, tolerance)));
    std::vector<std::size_t> order(a[0].size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    bool any_list = false, any_multiset = false;
    do {
        const Rows turned = with_columns(b, order);
        any_list |= plain_list(a, turned, tolerance);
        any_multiset |= a.size() == b.size() && plain_matched(a, turned, tolerance) == a.size();
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(found.list_equal_any_columns == std::optional(any_list));
    CHECK(found.multiset_equal_any_columns == std::optional(any_multiset));
    for (std::size_t row = 0; row < a.size(); ++row) {
        const std::uint32_t partner = found.candidate_of_reference[row];
        if (partner != no_partner) CHECK(rows_equal(a[row], b[partner], tolerance));
    }
}

TEST_CASE("sql_result: 1 is 1.0 and 0 is -0 in rows of several columns too, 1 is not '1', null is not ''") {
    // A fingerprint that sorts by text and type calls the first pair different.
    CHECK(compare({{text("a"), num(1)}}, {{text("a"), TableCell(Number(std::int64_t{1}))}}).list_equal);
    CHECK(compare({{num(0.0)}}, {{num(-0.0)}}).list_equal);
    CHECK_FALSE(compare({{num(1)}}, {{text("1")}}).list_equal);
    CHECK_FALSE(compare({{TableCell()}}, {{text("")}}).list_equal);
    CHECK(compare({{TableCell()}}, {{TableCell()}}).list_equal);
    CHECK_FALSE(compare({{TableCell(Number(std::int64_t{9007199254740993}))}}, {{num(9007199254740992)}}).list_equal);
}

TEST_CASE("sql_result: two empty results are equal in every respect, an empty and another in none") {
    const auto both = compare({}, {});
    CHECK(both.list_equal);
    CHECK(both.multiset_equal_any_columns == std::optional(true));
    CHECK(both.rows_matched == std::optional<std::size_t>(0));
    const auto one = compare({}, {{num(1)}});
    CHECK_FALSE(one.list_equal);
    CHECK(one.set_equal == std::optional(false));
    CHECK(compare({{num(1), num(2)}}, {{num(1)}}).rows_matched == std::optional<std::size_t>(0));
}

TEST_CASE("sql_result: order counts in lists only, duplicates in multisets only") {
    const auto turned = compare({{num(1)}, {num(2)}}, {{num(2)}, {num(1)}});
    CHECK_FALSE(turned.list_equal);
    CHECK(turned.multiset_equal == std::optional(true));
    const auto doubled = compare({{num(1)}, {num(1)}, {num(2)}}, {{num(1)}, {num(2)}, {num(2)}});
    CHECK(doubled.multiset_equal == std::optional(false));
    CHECK(doubled.set_equal == std::optional(true));
    CHECK(doubled.rows_matched == std::optional<std::size_t>(2));
}

TEST_CASE("sql_result: the order of columns is the same for all rows") {
    const Rows reference{{num(1), num(2)}, {num(3), num(4)}};
    CHECK(compare(reference, {{num(2), num(1)}, {num(4), num(3)}}).list_equal_any_columns == std::optional(true));
    CHECK(compare(reference, {{num(2), num(1)}, {num(3), num(4)}}).multiset_equal_any_columns == std::optional(false));
}

TEST_CASE("sql_result: with a tolerance a pairing is found where sorting and comparing neighbours fails") {
    // Sorted by the first column 1.00 stands against 1.05 of another second column.
    const Rows reference{{num(1.00), num(5)}, {num(1.05), num(9)}};
    const Rows candidate{{num(1.02), num(9)}, {num(1.04), num(5)}};
    CHECK(compare(reference, candidate, 0.1).multiset_equal == std::optional(true));
    // 1.00 equals 1.08 and 1.08 equals 1.16, but 1.00 does not equal 1.16.
    CHECK(compare({{num(1.00)}, {num(1.08)}}, {{num(1.08)}, {num(1.16)}}, 0.08).rows_matched ==
          std::optional<std::size_t>(2));
    CHECK(compare({{num(1.00)}, {num(1.00)}}, {{num(1.08)}, {num(1.16)}}, 0.08).rows_matched ==
          std::optional<std::size_t>(1));
}

TEST_CASE("sql_result: the tolerance grows with the numbers, is met exactly, and stays what it is when tiny") {
    CHECK(equal_within(num(1e6), num(1e6 + 0.9), 1e-6));
    CHECK_FALSE(equal_within(num(1e6), num(1e6 + 1.1), 1e-6));
    CHECK(equal_within(num(0.3), num(0.300001), 1e-6));    // 1.0000000000287557e-06 apart
    CHECK(equal_within(num(0.001), num(0.0010009), 1e-6)); // below 1 it is absolute
    CHECK_FALSE(equal_within(num(0), num(5e-12), 1e-12));
    CHECK_FALSE(equal_within(num(0.3), num(0.1 + 0.2), 0));
    CHECK(equal_within(num(1e308), num(-1e308), 1e300)); // no overflow to NaN
}

TEST_CASE("sql_result: small random results agree with trying everything") {
    constexpr std::string_view names[]{"a", "b"};
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const double tolerance = std::array{0.0, 0.0, 1e-6, 0.1, 0.3, 1.5}[seed % 6];
        const std::size_t rows = 1 + random() % 5, columns = 1 + random() % 3;
        Rows reference(rows);
        for (Row& row : reference) {
            for (std::size_t column = 0; column < columns; ++column) {
                const auto kind = random() % 8;
                row.push_back(kind == 0   ? TableCell()
                              : kind == 1 ? text(names[random() % 2])
                                          : num(static_cast<double>(random() % 4) / 8 + 1));
            }
        }
        Rows candidate = reference;
        std::shuffle(candidate.begin(), candidate.end(), random);
        if (random() % 2 == 0) candidate[random() % rows][random() % columns] = num(1.25);
        if (random() % 4 == 0) candidate.push_back(candidate[0]);
        std::vector<std::size_t> order(columns);
        std::iota(order.begin(), order.end(), std::size_t{0});
        if (random() % 2 == 0) std::shuffle(order.begin(), order.end(), random);
        check_plainly(reference, with_columns(candidate, order), tolerance);
    }
}

TEST_CASE("sql_result: ten columns in another order are found, with and without noise, and an exchange is seen") {
    for (const double tolerance : {0.0, 1e-6, 0.02}) {
        CAPTURE(tolerance);
        Random random(7);
        Rows reference(60);
        for (Row& row : reference) {
            for (std::size_t column = 0; column < 10; ++column)
                row.push_back(num(static_cast<double>(random() % (column < 5 ? 2 : 300))));
        }
        Rows candidate = with_columns(reference, {3, 9, 0, 7, 1, 8, 2, 6, 5, 4});
        std::shuffle(candidate.begin(), candidate.end(), random);
        CHECK(compare(reference, candidate, tolerance).multiset_equal_any_columns == std::optional(true));
        // Two cells exchanged within a column: every column still holds the same values.
        std::size_t other = 1;
        while (distance(candidate[other][1].number(), candidate[0][1].number()) < 50) ++other;
        std::swap(candidate[0][1], candidate[other][1]);
        CHECK(compare(reference, candidate, tolerance).multiset_equal_any_columns == std::optional(false));
    }
}

TEST_CASE("sql_result: columns that are all alike need no search") {
    const Rows reference(40, Row(20, num(1)));
    Rows candidate = reference;
    candidate[5][7] = num(2);
    CHECK(compare(reference, candidate).multiset_equal_any_columns == std::optional(false));
}

TEST_CASE("sql_result: rows that would all have to be compared stay undecided beyond the bound") {
    Rows close(60); // most of 3,600 pairs are equal, but not all
    for (std::size_t i = 0; i < close.size(); ++i) close[i] = {num(1 + static_cast<double>(i) / 20)};
    const TableRows table = table_of(close);
    const CellClasses cells = classify_cells(table, table, 0.5);
    const RowClasses rows = refined(all_rows_alike(cells), cells.reference_column(0), cells.candidate_column(0));
    const std::vector<ColumnPair> columns{{0, 0}};
    RowComparison comparison{table, table, cells, 0.5};
    std::size_t compared = 0;
    CHECK(pair_rows(comparison, rows, columns, compared)->pairs == 60);
    CHECK(compared > 1000);
    comparison.most_compared = 1000;
    compared = 0;
    CHECK_FALSE(pair_rows(comparison, rows, columns, compared).has_value());
    CHECK(compared <= 1002);
}

TEST_CASE("sql_result: more columns than are ever ordered stay undecided, unless they cannot be equal") {
    Row wide(100);
    for (std::size_t i = 0; i < wide.size(); ++i) wide[i] = num(static_cast<double>(i));
    Row turned(wide.rbegin(), wide.rend());
    CHECK_FALSE(compare({wide}, {turned}).list_equal_any_columns.has_value());
    turned[3] = num(-1);
    CHECK(compare({wide}, {turned}).list_equal_any_columns == std::optional(false));
}

TEST_CASE("sql_result: exchanging the sides changes no count of pairs") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Rows a(30), b(25);
        for (Row& row : a) row = {num(static_cast<double>(random() % 40) / 10)};
        for (Row& row : b) row = {num(static_cast<double>(random() % 40) / 10)};
        CHECK(compare(a, b, 0.1).rows_matched == compare(b, a, 0.1).rows_matched);
        CHECK(compare(a, b, 0.1).set_equal == compare(b, a, 0.1).set_equal);
        CHECK(*compare(a, b, 0.05).rows_matched <= *compare(a, b, 0.1).rows_matched);
        CHECK(*compare(a, b, 0).rows_matched <= *compare(a, b, 0.05).rows_matched);
    }
}

} // namespace
} // namespace biaokao
