#include "graders/measures/rotated_iou.h"

#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

using Corners = std::vector<Vec2>;

Corners corners_of(const RotatedBox& box) {
    const double radians = box.degrees * std::numbers::pi / 180, c = std::cos(radians), s = std::sin(radians);
    Corners corners;
    for (const auto& [i, j] : {std::pair{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}})
        corners.push_back(box.centre +
                          Vec2{c * i * box.width - s * j * box.height, s * i * box.width + c * j * box.height});
    return corners;
}

// Sutherland-Hodgman, as anybody would write it.
double plain_intersection(const RotatedBox& a, const RotatedBox& b) {
    Corners kept = corners_of(a);
    const Corners sides = corners_of(b);
    for (std::size_t k = 0; k < 4; ++k) {
        const Vec2 from = sides[k], along = sides[(k + 1) % 4] - from;
        const auto inside = [&](Vec2 p) { return along.x * (p.y - from.y) - along.y * (p.x - from.x); };
        Corners next;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const Vec2 p = kept[i], q = kept[(i + 1) % kept.size()];
            const double at_p = inside(p), at_q = inside(q);
            if (at_p >= 0) next.push_back(p);
            if ((at_p >= 0) != (at_q >= 0)) next.push_back(p + (q - p) * (at_p / (at_p - at_q)));
        }
        kept = next;
    }
    double twice = 0;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const Vec2 p = kept[i], q = kept[(i + 1) % kept.size()];
        twice += p.x * q.y - p.y * q.x;
    }
    return twice / 2;
}

double iou(const RotatedBox& a, const RotatedBox& b) { return rotated_overlap(a, b).iou; }

struct Source {
    std::mt19937_64 random;
    double between(double low, double high) { return std::uniform_real_distribution<double>(low, high)(random); }
    RotatedBox box() {
        return {{between(0, 100), between(0, 100)}, between(1, 90), between(1, 90), between(-400, 400)};
    }
};

TEST_CASE("rotated_iou: positive degrees turn clockwise on the screen") {
    // The right end of a flat bar comes down, to larger y.
    CHECK(iou({{50, 50}, 40, 2, 90}, {{50, 65}, 2, 10, 0}) == doctest::Approx(20.0 / 80));
    CHECK(iou({{50, 50}, 40, 2, 45}, {{60, 60}, 4, 4, 0}) > 0);
    CHECK(iou({{50, 50}, 40, 2, 45}, {{60, 40}, 4, 4, 0}) == 0);
    CHECK(iou({{50, 50}, 40, 10, 30}, {{50, 50}, 40, 10, -30}) == doctest::Approx(0.168685175112));
}

// OpenCV 4.6 finds nothing in common here.
TEST_CASE("rotated_iou: swapped sides with a quarter turn, and half turns, are the same box") {
    const RotatedBox box{{50, 50}, 20, 10, 30};
    for (const RotatedBox& same : {RotatedBox{{50, 50}, 10, 20, 120}, RotatedBox{{50, 50}, 10, 20, -60},
                                   RotatedBox{{50, 50}, 20, 10, 210}, RotatedBox{{50, 50}, 20, 10, -150}}) {
        CHECK(iou(box, same) == 1);
        CHECK(iou(same, box) == 1);
    }
}

TEST_CASE("rotated_iou: 750 degrees are 30 degrees to the last bit, and so are millions of turns") {
    const RotatedBox reference{{50, 50}, 33, 12, 11};
    const double expected = iou(reference, {{52, 49}, 30, 14, 30});
    CHECK(iou(reference, {{52, 49}, 30, 14, 750}) == expected);
    CHECK(iou(reference, {{52, 49}, 30, 14, 30 - 360}) == expected);
    CHECK(iou(reference, {{52, 49}, 30, 14, 30 + 360e9}) == expected);
}

TEST_CASE("rotated_iou: boxes that touch, lie apart or have no area have nothing in common") {
    CHECK(iou({{50, 50}, 20, 20, 0}, {{70, 50}, 20, 20, 0}) == 0);
    CHECK(iou({{50, 50}, 20, 20, 45}, {{500, 50}, 20, 20, 45}) == 0);
    CHECK(iou({{50, 50}, 0, 10, 10}, {{50, 50}, 20, 10, 10}) == 0);
    CHECK(iou({{50, 50}, 0, 0, 10}, {{50, 50}, 0, 0, 10}) == 0);
}

TEST_CASE("rotated_iou: nearly parallel sides and hair-thin boxes lose nothing") {
    CHECK(rotated_overlap({{50, 50}, 40, 10, 0}, {{50, 50}, 40, 10, 0.0001}).intersection ==
          doctest::Approx(399.999258236).epsilon(1e-11));
    for (const double degrees : {1e-6, 1e-9, 1e-12, 1e-15, 1e-30, 1e-300, 5e-324}) {
        CAPTURE(degrees);
        CHECK(iou({{50, 50}, 40, 10, 0}, {{50, 50}, 40, 10, degrees}) == doctest::Approx(1).epsilon(1e-6));
        CHECK(iou({{50, 50}, 40, 10, degrees}, {{50, 50}, 40, 10, 0}) == doctest::Approx(1).epsilon(1e-6));
    }
    CHECK(iou({{50, 50}, 90, 0.01, 33}, {{50, 50}, 90, 0.01, 33}) == doctest::Approx(1).epsilon(1e-9));
    CHECK(iou({{1e9, -1e9}, 20, 10, 33}, {{1e9 + 10, -1e9}, 20, 10, 33}) ==
          doctest::Approx(iou({{0, 0}, 20, 10, 33}, {{10, 0}, 20, 10, 33})).epsilon(1e-9));
}

TEST_CASE("rotated_iou: agrees with plain clipping, both ways round") {
    constexpr std::uint64_t seed = 20;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 5'000; ++round) {
        const RotatedBox a = source.box();
        RotatedBox b = source.box();
        if (round % 3 == 0)
            b = {a.centre + Vec2{source.between(-1, 1), source.between(-1, 1)}, a.width, a.height, a.degrees};
        if (round % 3 == 1) b.degrees = a.degrees + 90 * static_cast<double>(round % 4);
        const double expected = plain_intersection(a, b);
        REQUIRE(intersection_area(a, b) == doctest::Approx(expected).epsilon(1e-9));
        REQUIRE(intersection_area(b, a) == doctest::Approx(expected).epsilon(1e-9));
        REQUIRE(intersection_area(a, b) <= std::min(a.width * a.height, b.width * b.height));
    }
}

TEST_CASE("rotated_iou: every box is its own equal, and moving, turning or enlarging both changes nothing") {
    constexpr std::uint64_t seed = 21;
    CAPTURE(seed);
    Source source{std::mt19937_64(seed)};
    for (int round = 0; round < 500; ++round) {
        const RotatedBox a = source.box(), b = source.box();
        REQUIRE(iou(a, a) == doctest::Approx(1).epsilon(1e-12));
        const double turn = source.between(-180, 180), radians = turn * std::numbers::pi / 180;
        const double scale = std::exp2(source.between(-20, 20));
        const Vec2 move{source.between(-1e4, 1e4), source.between(-1e4, 1e4)};
        const auto changed = [&](const RotatedBox& box) {
            const Vec2 center{box.centre.x * std::cos(radians) - box.centre.y * std::sin(radians),
                              box.centre.x * std::sin(radians) + box.centre.y * std::cos(radians)};
            return RotatedBox{(center + move) * scale, box.width * scale, box.height * scale, box.degrees + turn};
        };
        REQUIRE(iou(changed(a), changed(b)) == doctest::Approx(iou(a, b)).epsilon(1e-8));
    }
}

TEST_CASE("rotated_iou: the largest numbers that a file can hold give a number between 0 and 1") {
    for (const double size : {0.0, 5e-324, 1e-300, 1.0, 1e15}) {
        for (const double place : {0.0, 5e-324, 1.0, 1e15}) {
            const double value = iou({{place, -place}, size, 1e15, 1e15}, {{0, place}, 1e15, size, -1e-300});
            CHECK(value >= 0);
            CHECK(value <= 1);
        }
    }
}

} // namespace
} // namespace biaokao
