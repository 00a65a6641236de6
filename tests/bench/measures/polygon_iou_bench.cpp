// Pairs of jagged outlines around one centre: without crossings of their own, every second pair nearly equal; and with
// some 540 crossings a pair, which at 200 corners costs Clipper 6.4.2 a little more than the published workload does.
// The size is the number of corners of one outline.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "engine/geometry/vec.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

using Ring = std::vector<Vec2>;

// `disorder`: how many of its neighbours a corner may pass in going round.
Ring make_ring(Random& random, std::size_t corners, double inner, double disorder) {
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double step = 2 * std::numbers::pi / static_cast<double>(corners);
        const double angle = (static_cast<double>(i) + between(random, -disorder, disorder)) * step;
        const double radius = between(random, inner, 200);
        ring.push_back({250 + radius * std::cos(angle), 250 + radius * std::sin(angle)});
    }
    return ring;
}

Json shape_of(const Ring& ring) {
    Json::Array points;
    for (const Vec2 p : ring) points.push_back(Json::Array{p.x, p.y});
    return Json::Array{std::move(points)};
}

Json params() { return Json::Object{{"fill", "even_odd"}}; }

Json::Array make_clean(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        const Ring reference = make_ring(random, size, 170, 0.3);
        Ring candidate = i % 2 ? reference : make_ring(random, size, 170, 0.3);
        for (Vec2& p : candidate) p = p + Vec2{between(random, -0.3, 0.3), between(random, -0.3, 0.3)};
        cases.push_back(make_case(i, params(), shape_of(reference), shape_of(candidate)));
    }
    return cases;
}

Json::Array make_crossing(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        cases.push_back(make_case(i, params(), shape_of(make_ring(random, size, 100, 4)),
                                  shape_of(make_ring(random, size, 100, 4))));
    }
    return cases;
}

Ring plain_ring(const Json& shape) {
    Ring ring;
    for (const Json& point : *(*shape.array())[0].array())
        ring.push_back({(*point.array())[0].number(), (*point.array())[1].number()});
    return ring;
}

bool plain_crosses(const Ring& ring) {
    const std::size_t n = ring.size();
    const auto side = [](Vec2 a, Vec2 b, Vec2 c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); };
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 a = ring[i], b = ring[(i + 1) % n];
        for (std::size_t j = i + 2; j < n && (j + 1) % n != i; ++j) {
            const Vec2 c = ring[j], d = ring[(j + 1) % n];
            if (side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0) return true;
        }
    }
    return false;
}

using Span = std::pair<double, double>;

// Where the row lies inside the ring.
void plain_spans(const Ring& ring, double y, std::vector<double>& met, std::vector<Span>& spans) {
    met.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Vec2 a = ring[i], b = ring[i + 1 == ring.size() ? 0 : i + 1];
        if ((a.y > y) != (b.y > y)) met.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    }
    std::sort(met.begin(), met.end());
    spans.clear();
    for (std::size_t i = 0; i + 1 < met.size(); i += 2) spans.emplace_back(met[i], met[i + 1]);
}

double plain_length(const std::vector<Span>& spans) {
    double sum = 0;
    for (const auto& [from, to] : spans) sum += to - from;
    return sum;
}

double plain_common(const std::vector<Span>& a, const std::vector<Span>& b) {
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        sum += std::max(0.0, std::min(a[i].second, b[j].second) - std::max(a[i].first, b[j].first));
        ++(a[i].second < b[j].second ? i : j);
    }
    return sum;
}

// Rows half a pixel apart, so the areas are off in the third digit; all pairs of edges for the crossings.
std::function<void()> plain_rows(const Json::Array& cases) {
    std::vector<std::pair<Ring, Ring>> pairs;
    for (const Json& one : cases)
        pairs.emplace_back(plain_ring(*one.find("reference")), plain_ring(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        double sum = 0;
        std::vector<double> met;
        std::vector<Span> spans_a, spans_b;
        for (const auto& [a, b] : pairs) {
            double area_a = 0, area_b = 0, common = 0;
            for (double y = 50.25; y < 450; y += 0.5) {
                plain_spans(a, y, met, spans_a);
                plain_spans(b, y, met, spans_b);
                area_a += plain_length(spans_a);
                area_b += plain_length(spans_b);
                common += plain_common(spans_a, spans_b);
            }
            sum += common / (area_a + area_b - common) + plain_crosses(a) + plain_crosses(b);
        }
        keep(sum);
    };
}

constexpr std::array<Workload, 2> workloads{
    Workload{.name = "polygons, every second pair nearly equal",
             .metric = "polygon_iou",
             .cases = 1'000,
             .sizes = {200, 400, 800},
             .target_s = 0.10,
             .known_s = 0.103,
             .make = make_clean,
             .plain = plain_rows},
    Workload{.name = "polygons, strongly self-crossing",
             .metric = "polygon_iou",
             .cases = 200,
             .sizes = {200, 400, 800},
             .target_s = 0.03,
             .known_s = 0.057,
             .make = make_crossing,
             .plain = plain_rows},
};

} // namespace

std::span<const Workload> polygon_iou_workloads() { return workloads; }

} // namespace biaokao::bench
