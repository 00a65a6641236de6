#include "graders/measures/polygon_sweep.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <tuple>

namespace biaokao {
namespace {

using Shapes = std::uint32_t; // a set: bit 1 the reference, bit 2 the candidate
constexpr Shapes reference_bit = 1, candidate_bit = 2, both_bits = 3;

// x and y count from the corner of the box around both shapes, so that places far from the origin lose no digits.
struct SweepEdge {
    Vec2 low, high;
    double x_per_y = 0;
    double bottom = 0, top = 0;   // x where the present beam begins and ends
    Vec2 settled;                 // up to here its area has been added
    Shapes shape = reference_bit; // whose edge it is
    Shapes left = 0;              // which shapes lie directly left of it, from `settled` on
};

[[nodiscard]] bool lies_before(const SweepEdge& a, const SweepEdge& b) {
    return a.top < b.top || (a.top == b.top && a.x_per_y < b.x_per_y);
}

struct Crossing {
    double height = 0; // 0 … 1 within the beam
    SweepEdge *left = nullptr, *right = nullptr;
};

// A beam is what lies between two neighbouring levels, so no edge ends inside. The order of edges is read from their x
// anew at both ends of each beam: whatever rounding does to an x, the lines between the levels remain one closed,
// slightly moved outline, and a wrong order can only cost the sliver that it stands for. Nothing has to be decided
// exactly.
class Sweep {
public:
    Sweep(const CompiledPolygon& reference, const CompiledPolygon& candidate);
    [[nodiscard]] std::optional<SweptAreas> run(SweepLimits limits);

private:
    void pass_level(double level);
    [[nodiscard]] bool enter_beam(double from, double to);
    [[nodiscard]] bool sort_by_top(std::size_t crossing_limit);
    void cross(double from, double to);
    void settle(SweepEdge& edge, Vec2 until);

    std::vector<SweepEdge> edges_;    // in the order in which they begin
    std::vector<double> levels_;      // rising, each once
    std::vector<SweepEdge*> active_;  // in order of x
    std::vector<Crossing> crossings_; // of the present beam
    std::size_t next_ = 0;            // of edges_, to begin
    std::size_t steps_ = 0, crossed_ = 0;
    std::array<double, 3> twice_{}; // area of the reference at 1, of the candidate at 2, of what is common at 0
};

Sweep::Sweep(const CompiledPolygon& reference, const CompiledPolygon& candidate) {
    Vec2 origin{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    for (const CompiledPolygon* shape : {&reference, &candidate}) {
        for (const CompiledPolygon::Edge& edge : shape->edges)
            origin = {std::min({origin.x, edge.low.x, edge.high.x}), std::min(origin.y, edge.low.y)};
    }
    const auto add = [&](const CompiledPolygon::Edge& edge, Shapes shape) {
        const Vec2 low = edge.low - origin, high = edge.high - origin;
        const double x_per_y = (high.x - low.x) / (high.y - low.y);
        if (!std::isfinite(x_per_y)) return; // level, now that the move has rounded it
        edges_.push_back({.low = low, .high = high, .x_per_y = x_per_y, .top = low.x, .settled = low, .shape = shape});
    };
    const auto begins_before = [](const CompiledPolygon::Edge& a, const CompiledPolygon::Edge& b) {
        return std::tie(a.low.y, a.low.x, a.x_per_y) < std::tie(b.low.y, b.low.x, b.x_per_y);
    };
    edges_.reserve(reference.edges.size() + candidate.edges.size());
    auto other = candidate.edges.begin();
    for (const CompiledPolygon::Edge& edge : reference.edges) {
        for (; other != candidate.edges.end() && begins_before(*other, edge); ++other) add(*other, candidate_bit);
        add(edge, reference_bit);
    }
    for (; other != candidate.edges.end(); ++other) add(*other, candidate_bit);
    // Heights that differ by a bit may be one since the move: then the edges that begin there go by x alone.
    const auto moved_before = [](const SweepEdge& a, const SweepEdge& b) {
        return std::tie(a.low.y, a.low.x, a.x_per_y) < std::tie(b.low.y, b.low.x, b.x_per_y);
    };
    if (!std::is_sorted(edges_.begin(), edges_.end(), moved_before))
        std::sort(edges_.begin(), edges_.end(), moved_before);

    levels_.resize(reference.levels.size() + candidate.levels.size());
    std::merge(reference.levels.begin(), reference.levels.end(), candidate.levels.begin(), candidate.levels.end(),
               levels_.begin());
    for (double& level : levels_) level -= origin.y;
    levels_.erase(std::unique(levels_.begin(), levels_.end()), levels_.end());
}

// Green's theorem: a shape that ends at an edge on its way up gains the area between the edge and x = 0, one that
// begins there loses it. What is common ends or begins only inside the other shape.
void Sweep::settle(SweepEdge& edge, Vec2 until) {
    const double strip = (edge.settled.x + until.x) * (until.y - edge.settled.y);
    constexpr double counted[] = {-1, 1}, inside[] = {0, 1};
    const double own = strip * counted[(edge.left & edge.shape) != 0];
    twice_[edge.shape] += own;
    twice_[0] += own * inside[(edge.left & ~edge.shape) != 0];
    edge.settled = until;
}

// Drops the edges that end at this level and takes in those that begin there, beside one another by x.
void Sweep::pass_level(double level) {
    std::size_t kept = 0;
    for (SweepEdge* edge : active_) {
        active_[kept] = edge;
        kept += edge->high.y > level;
    }
    const std::size_t first = next_;
    while (next_ < edges_.size() && edges_[next_].low.y <= level) ++next_;
    active_.resize(kept + next_ - first);
    // Both lists are in order: merged from the right, where only what lies right of the first that begins has to move.
    std::size_t place = active_.size();
    for (std::size_t begins = next_; begins > first;) {
        if (kept > 0 && lies_before(edges_[begins - 1], *active_[kept - 1])) active_[--place] = active_[--kept];
        else active_[--place] = &edges_[--begins];
    }
}

// Finds where each edge leaves the beam; false where they leave it in another order than they enter it.
bool Sweep::enter_beam(double from, double to) {
    bool sorted = true;
    Shapes left = 0;
    double before = -1; // all x are 0 or more
    for (SweepEdge* const edge : active_) {
        if (edge->left != left) {
            settle(*edge, {edge->top, from});
            edge->left = left;
        }
        left ^= edge->shape;
        const double top = edge->high.x - edge->x_per_y * (edge->high.y - to); // exact where it ends
        edge->bottom = edge->top;
        edge->top = top;
        sorted &= before <= top;
        before = top;
    }
    return sorted;
}

// Each exchange of the insertion sort is one crossing. False where there are too many.
bool Sweep::sort_by_top(std::size_t crossing_limit) {
    for (std::size_t i = 1; i < active_.size(); ++i) {
        SweepEdge* edge = active_[i];
        std::size_t place = i;
        for (; place > 0 && active_[place - 1]->top > edge->top; --place) {
            SweepEdge* passed = active_[place - 1];
            const double apart = edge->bottom - passed->bottom;
            crossings_.push_back({apart / (apart + (passed->top - edge->top)), passed, edge});
            active_[place] = passed;
        }
        active_[place] = edge;
        if (crossed_ + crossings_.size() > crossing_limit) return false;
    }
    crossed_ += crossings_.size();
    return true;
}

void Sweep::cross(double from, double to) {
    std::sort(crossings_.begin(), crossings_.end(),
              [](const Crossing& a, const Crossing& b) { return a.height < b.height; });
    for (const auto& [height, left, right] : crossings_) {
        const double y = from + height * (to - from);
        settle(*left, {left->bottom + height * (left->top - left->bottom), y});
        settle(*right, {right->bottom + height * (right->top - right->bottom), y});
        left->left ^= right->shape;
        right->left ^= left->shape;
    }
    crossings_.clear();
}

std::optional<SweptAreas> Sweep::run(SweepLimits limits) {
    for (std::size_t i = 0; i + 1 < levels_.size(); ++i) {
        const double from = levels_[i], to = levels_[i + 1];
        pass_level(from);
        steps_ += active_.size();
        if (steps_ > limits.steps) return std::nullopt;
        if (enter_beam(from, to)) continue;
        if (!sort_by_top(limits.crossings)) return std::nullopt;
        cross(from, to);
    }
    for (SweepEdge& edge : edges_) settle(edge, edge.high);
    return SweptAreas{std::max(0.0, twice_[reference_bit] / 2), std::max(0.0, twice_[candidate_bit] / 2),
                      std::max(0.0, twice_[0] / 2)};
}

} // namespace

std::optional<SweptAreas> sweep_areas(const CompiledPolygon& reference, const CompiledPolygon& candidate,
                                      SweepLimits limits) {
    return Sweep(reference, candidate).run(limits);
}

} // namespace biaokao
