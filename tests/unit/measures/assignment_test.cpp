#include "graders/measures/assignment.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <doctest/doctest.h>

#include "tests/unit/measures/plain_matching.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<double> cells;

    [[nodiscard]] Assignment assign(Objective objective) const {
        return assign_in_matrix(rows, columns, cells, objective);
    }
    [[nodiscard]] Assignment assign_sparse() const { // the largest total
        std::vector<Cell> permitted;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i] != forbidden)
                permitted.push_back({static_cast<int>(i / columns), static_cast<int>(i % columns), cells[i]});
        }
        return assign_most_then_largest(static_cast<int>(rows), static_cast<int>(columns), permitted);
    }
    [[nodiscard]] Matrix reordered(const std::vector<std::size_t>& row_order,
                                   const std::vector<std::size_t>& column_order) const {
        Matrix other{rows, columns, {}};
        for (const std::size_t row : row_order) {
            for (const std::size_t column : column_order) other.cells.push_back(cells[row * columns + column]);
        }
        return other;
    }
};

// Real numbers, a few whole ones (many ties), or 1e15 beside 1; `permitted` in ten cells are.
Matrix random_matrix(Random& random, std::size_t rows, std::size_t columns, std::size_t permitted) {
    Matrix matrix{rows, columns, {}};
    const std::size_t kind = below(random, 3);
    for (std::size_t i = 0; i < rows * columns; ++i) {
        const double real = std::uniform_real_distribution<double>(-0.5, 0.5)(random);
        const double value = kind == 0   ? real
                             : kind == 1 ? static_cast<double>(below(random, 4)) - 1
                             : real < 0  ? real * 1e15
                                         : real;
        matrix.cells.push_back(below(random, 10) < permitted ? value : forbidden);
    }
    return matrix;
}

test::PlainBest plain_best(const Matrix& matrix, double sign) {
    std::vector<std::vector<double>> values(matrix.rows, std::vector<double>(matrix.columns, test::no_pair));
    for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
        if (matrix.cells[i] != forbidden) values[i / matrix.columns][i % matrix.columns] = sign * matrix.cells[i];
    }
    return test::best_matching(values);
}

void check_sound(const Matrix& matrix, const Assignment& found) {
    std::vector<char> taken(matrix.columns);
    int pairs = 0;
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        if (found.column_of_row[row] < 0) continue;
        const auto column = static_cast<std::size_t>(found.column_of_row[row]);
        CHECK(matrix.cells[row * matrix.columns + column] != forbidden);
        CHECK_FALSE(taken[column]);
        taken[column] = 1;
        ++pairs;
    }
    CHECK(found.pairs == pairs);
}

TEST_CASE("assignment finds what trying everything finds, full or sparse, smallest or largest") {
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 3000; ++round) {
        CAPTURE(round);
        const Matrix matrix = random_matrix(random, below(random, 6), below(random, 6), below(random, 11));
        const test::PlainBest largest = plain_best(matrix, 1), smallest = plain_best(matrix, -1);
        const Assignment in_matrix = matrix.assign(Objective::largest), sparse = matrix.assign_sparse(),
                         cheapest = matrix.assign(Objective::smallest);
        for (const Assignment* found : {&in_matrix, &sparse}) {
            check_sound(matrix, *found);
            CHECK(found->pairs == largest.pairs);
            CHECK(found->total == doctest::Approx(largest.sum));
        }
        check_sound(matrix, cheapest);
        CHECK(cheapest.pairs == smallest.pairs);
        CHECK(cheapest.total == doctest::Approx(-smallest.sum));
    }
}

TEST_CASE("assignment is the same for rows and columns exchanged, in any order and moved by a constant") {
    const std::uint64_t seed = 7;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 100; ++round) {
        CAPTURE(round);
        const Matrix matrix =
            random_matrix(random, 1 + below(random, 25), 1 + below(random, 25), 1 + below(random, 10));
        const Assignment found = matrix.assign(Objective::smallest);
        std::vector<std::size_t> row_order(matrix.rows), column_order(matrix.columns);
        std::iota(row_order.begin(), row_order.end(), std::size_t{0});
        std::iota(column_order.begin(), column_order.end(), std::size_t{0});
        std::shuffle(row_order.begin(), row_order.end(), random);
        std::shuffle(column_order.begin(), column_order.end(), random);
        Matrix turned{matrix.columns, matrix.rows, {}}, moved = matrix;
        for (std::size_t column = 0; column < matrix.columns; ++column) {
            for (std::size_t row = 0; row < matrix.rows; ++row)
                turned.cells.push_back(matrix.cells[row * matrix.columns + column]);
        }
        for (double& cell : moved.cells) cell += 0.25; // a forbidden one stays infinite
        const Assignment reordered = matrix.reordered(row_order, column_order).assign(Objective::smallest);
        const Assignment exchanged = turned.assign(Objective::smallest), shifted = moved.assign(Objective::smallest);
        CHECK(reordered.pairs == found.pairs);
        CHECK(reordered.total == doctest::Approx(found.total));
        CHECK(exchanged.pairs == found.pairs);
        CHECK(exchanged.total == doctest::Approx(found.total));
        CHECK(shifted.pairs == found.pairs);
        CHECK(shifted.total == doctest::Approx(found.total + 0.25 * found.pairs));
    }
}

TEST_CASE("assignment of long chains, read by their cells, agrees with the full matrix") {
    const std::uint64_t seed = 11;
    CAPTURE(seed);
    Random random(seed);
    for (const std::size_t lost : {0, 5, 40}) { // columns fewer than rows
        CAPTURE(lost);
        Matrix chain{150, 150 - lost, {}};
        for (std::size_t row = 0; row < chain.rows; ++row) {
            for (std::size_t column = 0; column < chain.columns; ++column) {
                const bool near = column + 2 > row && column < row + 3;
                chain.cells.push_back(near ? std::uniform_real_distribution<double>(0, 1)(random) : forbidden);
            }
        }
        const Assignment full = chain.assign(Objective::largest), sparse = chain.assign_sparse();
        check_sound(chain, full);
        check_sound(chain, sparse);
        CHECK(full.pairs == sparse.pairs);
        CHECK(full.total == doctest::Approx(sparse.total));
    }
}

TEST_CASE("assignment of cells does not depend on the order in which they are given") {
    Random random(3);
    std::vector<Cell> cells;
    for (int row = 0; row < 12; ++row) {
        for (int column = 0; column < 12; ++column) {
            if (below(random, 4) == 0) cells.push_back({row, column, 0.5}); // nothing but ties
        }
    }
    const std::vector<int> expected = assign_most_then_largest(12, 12, cells).column_of_row;
    for (int round = 0; round < 20; ++round) {
        std::shuffle(cells.begin(), cells.end(), random);
        CHECK(assign_most_then_largest(12, 12, cells).column_of_row == expected);
    }
}

TEST_CASE("assignment pays 3.5 where greed pays 11") {
    const Matrix matrix{2, 2, {1, 2, 1.5, 10}};
    CHECK(matrix.assign(Objective::smallest).total == 3.5);
    CHECK(matrix.assign(Objective::smallest).column_of_row == std::vector<int>{1, 0});
}

TEST_CASE("assignment prefers two poor pairs to one good one") {
    // Largest sum alone took the 0.96 and lost a found object.
    const std::vector<Cell> cells{{0, 0, 0.96}, {0, 1, 0.45}, {1, 0, 0.45}};
    const Assignment found = assign_most_then_largest(2, 2, cells);
    CHECK(found.pairs == 2);
    CHECK(found.total == doctest::Approx(0.9));
}

TEST_CASE("assignment keeps the digits of costs beside forbidden cells") {
    // With 1e18 for a forbidden cell, 0.25 and 0.5 were the same.
    const std::vector<Cell> cells{{0, 0, 0.25}, {0, 1, 0.5}};
    const Assignment found = assign_most_then_largest(3, 2, cells);
    CHECK(found.column_of_row == std::vector<int>{1, -1, -1});
    CHECK(found.total == 0.5);
}

TEST_CASE("assignment keeps the digits of costs beside someone else's 1e18") {
    const Matrix matrix{3, 3, {1e18, 0.25, 0.5, 0.5, 1e18, 0.25, 0.25, 0.5, 1e18}};
    CHECK(matrix.assign(Objective::smallest).total == 0.75);
}

TEST_CASE("assignment takes pairs that cost nothing or less than nothing") {
    const Matrix matrix{2, 2, {0, forbidden, forbidden, -3}};
    CHECK(matrix.assign(Objective::smallest).pairs == 2);
    CHECK(matrix.assign(Objective::largest).pairs == 2);
    CHECK(matrix.assign(Objective::largest).total == -3);
}

TEST_CASE("assignment leaves the dearest row free where columns are short") {
    const Matrix matrix{3, 1, {3, 1, 2}};
    CHECK(matrix.assign(Objective::smallest).column_of_row == std::vector<int>{-1, 0, -1});
    CHECK(matrix.assign(Objective::largest).column_of_row == std::vector<int>{0, -1, -1});
}

TEST_CASE("assignment of nothing is nothing") {
    CHECK(assign_most_then_largest(0, 5, {}).pairs == 0);
    CHECK(assign_most_then_largest(5, 0, {}).pairs == 0);
    CHECK(Matrix{0, 0, {}}.assign(Objective::smallest).pairs == 0);
    CHECK(Matrix{3, 0, {}}.assign(Objective::smallest).column_of_row == std::vector<int>{-1, -1, -1});
    CHECK(Matrix{1, 2, {forbidden, forbidden}}.assign(Objective::largest).total == 0);
}

TEST_CASE("assignment does not overflow on the largest costs that it allows") {
    const Matrix matrix{2, 2, {1e300, -1e300, -1e300, 1e300}};
    CHECK(matrix.assign(Objective::smallest).total == -2e300);
    CHECK(matrix.assign(Objective::largest).total == 2e300);
}

} // namespace
} // namespace biaokao
