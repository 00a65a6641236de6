// Pairs of turned boxes, the second moved, resized and turned a little; the size is that of the boxes in pixels.
#include <array>
#include <cmath>
#include <numbers>

#include "engine/geometry/vec.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

Json box_row(const std::array<double, 5>& box) { return Json::Array{box[0], box[1], box[2], box[3], box[4]}; }

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    const auto pixels = static_cast<double>(size);
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        std::array<double, 5> box{between(random, 0, 10 * pixels), between(random, 0, 10 * pixels),
                                  between(random, 0.1 * pixels, 2 * pixels), between(random, 0.1 * pixels, 2 * pixels),
                                  between(random, -180, 180)};
        Json reference = box_row(box);
        for (const std::size_t k : {0u, 1u}) box[k] += between(random, -0.05 * pixels, 0.05 * pixels);
        for (const std::size_t k : {2u, 3u}) box[k] *= between(random, 0.9, 1.1);
        box[4] += between(random, -10, 10);
        cases.push_back(make_case(i, Json::Object{{"angle_unit", "degree"}, {"positive_angle", "clockwise_on_screen"}},
                                  std::move(reference), box_row(box)));
    }
    return cases;
}

struct PlainBox {
    std::array<double, 5> numbers{};
    explicit PlainBox(const Json& row) {
        for (std::size_t i = 0; i < 5; ++i) numbers[i] = (*row.array())[i].number();
    }
    [[nodiscard]] double area() const { return numbers[2] * numbers[3]; }
    [[nodiscard]] std::array<Vec2, 4> corners() const {
        const auto& [x, y, width, height, degrees] = numbers;
        const double radians = degrees * std::numbers::pi / 180, c = std::cos(radians), s = std::sin(radians);
        const Vec2 center{x, y}, along{c * width / 2, s * width / 2}, across{-s * height / 2, c * height / 2};
        return {center - along - across, center + along - across, center + along + across, center - along + across};
    }
};

// Sutherland-Hodgman: one convex quadrilateral clipped by the sides of the other, on the stack.
double plain_intersection(const PlainBox& a, const PlainBox& b) {
    std::array<Vec2, 8> kept{}, next{};
    const auto first = a.corners(), sides = b.corners();
    std::copy(first.begin(), first.end(), kept.begin());
    std::size_t count = 4;
    for (std::size_t k = 0; k < 4; ++k) {
        const Vec2 from = sides[k], along = sides[(k + 1) % 4] - from;
        const auto inside = [&](Vec2 p) { return along.x * (p.y - from.y) - along.y * (p.x - from.x); };
        std::size_t made = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const Vec2 p = kept[i], q = kept[i + 1 == count ? 0 : i + 1];
            const double at_p = inside(p), at_q = inside(q);
            if (at_p >= 0 && made < 8) next[made++] = p;
            if ((at_p >= 0) != (at_q >= 0) && made < 8) next[made++] = p + (q - p) * (at_p / (at_p - at_q));
        }
        count = made;
        std::swap(kept, next);
    }
    double twice = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Vec2 p = kept[i], q = kept[i + 1 == count ? 0 : i + 1];
        twice += p.x * q.y - p.y * q.x;
    }
    return twice / 2;
}

std::function<void()> plain_clip(const Json::Array& cases) {
    std::vector<std::pair<PlainBox, PlainBox>> pairs;
    for (const Json& one : cases)
        pairs.emplace_back(PlainBox(*one.find("reference")), PlainBox(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        double sum = 0;
        for (const auto& [a, b] : pairs) {
            const double common = plain_intersection(a, b);
            sum += common / (a.area() + b.area() - common);
        }
        keep(sum);
    };
}

constexpr std::array<Workload, 1> workloads{Workload{.name = "turned boxes, moved a little",
                                                     .metric = "rotated_iou",
                                                     .cases = 100'000,
                                                     .sizes = {100, 200, 400},
                                                     .target_s = 0.014,
                                                     .known_s = 0.0172,
                                                     .make = make,
                                                     .plain = plain_clip}};

} // namespace

std::span<const Workload> rotated_iou_workloads() { return workloads; }

} // namespace biaokao::bench
