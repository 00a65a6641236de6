#include "engine/geometry/exact_orientation.h"

#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

int sign(std::int64_t value) { return (value > 0) - (value < 0); }

TEST_CASE("orientation: plain points lie left, right or on the line") {
    CHECK(orientation({0, 0}, {0, 1}, {-1, 0.5}) == 1);
    CHECK(orientation({0, 0}, {0, 1}, {1, 0.5}) == -1);
    CHECK(orientation({0, 0}, {3, 1}, {6, 2}) == 0);
    CHECK(orientation({0, 0}, {0, 0}, {6, 2}) == 0);
}

// The points of Kettner et al., Classroom examples of robustness problems, 2008: in plain arithmetic a third of these
// signs are wrong. 12 · (y − x) is exact, so it is known on which side each of them lies.
TEST_CASE("orientation: points one bit apart beside a long line get the right sign in every order") {
    const Vec2 q{12, 12}, r{24, 24};
    for (int i = 0; i < 32; ++i) {
        for (int j = 0; j < 32; ++j) {
            const Vec2 p{0.5 + i * 0x1p-53, 0.5 + j * 0x1p-53};
            const int expected = (p.y > p.x) - (p.y < p.x);
            REQUIRE(orientation(q, r, p) == expected);
            REQUIRE(orientation(r, p, q) == expected);
            REQUIRE(orientation(p, q, r) == expected);
            REQUIRE(orientation(r, q, p) == -expected);
        }
    }
}

TEST_CASE("orientation: agrees with whole-number arithmetic, near lines too") {
    constexpr std::uint64_t seed = 4711;
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int64_t> coordinate(-1'000'000'000, 1'000'000'000), step(-1, 1), times(2, 9);
    for (int round = 0; round < 5'000; ++round) {
        const std::int64_t ax = coordinate(random) / 16, ay = coordinate(random) / 16;
        const std::int64_t dx = coordinate(random) / 16, dy = coordinate(random) / 16, k = times(random);
        const std::int64_t cx = dx * k + step(random), cy = dy * k + step(random); // of c − a: nearly on the line
        const int expected = sign(dx * cy - dy * cx);
        const auto point = [](std::int64_t x, std::int64_t y) {
            return Vec2{static_cast<double>(x), static_cast<double>(y)};
        };
        REQUIRE(orientation(point(ax, ay), point(ax + dx, ay + dy), point(ax + cx, ay + cy)) == expected);
        // Shrunk by a power of two and moved by what is not representable beside it: the differences are rounded now.
        const auto shrunk = [&](std::int64_t x, std::int64_t y) { return point(x, y) * 0x1p-40; };
        REQUIRE(orientation(shrunk(ax, ay), shrunk(ax + dx, ay + dy), shrunk(ax + cx, ay + cy)) == expected);
    }
}

TEST_CASE("orientation: a sum whose large terms cancel keeps its smallest one") {
    // (1, 1), (1e20, 1e20) and a point that is off the diagonal by less than any difference of them can show
    CHECK(orientation({1, 1}, {1e20, 1e20}, {3e20, 3e20}) == 0);
    CHECK(orientation({1, 1 + 0x1p-52}, {1e20, 1e20}, {3e20, 3e20}) == 1);
    CHECK(orientation({1 + 0x1p-52, 1}, {1e20, 1e20}, {3e20, 3e20}) == -1);
}

} // namespace
} // namespace biaokao
