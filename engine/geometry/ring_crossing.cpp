#include "engine/geometry/ring_crossing.h"

#include <algorithm>

#include "engine/geometry/exact_orientation.h"

namespace biaokao {
namespace {

// Level edges count as rising from left to right: `swept_before` is a sweep line that leans by less than any angle.
class Sweep {
public:
    explicit Sweep(const SortedRing& ring) : ring_(ring) {
        edges_.resize(ring.size());
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            const Vec2 from = ring.corners[i], to = ring.corners[ring.after(i)];
            edges_[i] = swept_before(from, to) ? Edge{from, to} : Edge{to, from};
        }
    }

    [[nodiscard]] bool meets_common_point() {
        return std::any_of(ring_.in_order.begin(), ring_.in_order.end(),
                           [this](std::uint32_t corner) { return meets_common_point_at(corner); });
    }

private:
    struct Edge {
        Vec2 low, high;
        [[nodiscard]] int side_of(Vec2 point) const { return orientation(low, high, point); } // 1: the point lies left
    };
    using EdgePlace = std::uint32_t; // edge i leads from corner i to the one after it

    // The first active edge that does not lie wholly left of the point.
    [[nodiscard]] std::size_t find(Vec2 point) const {
        const auto found = std::partition_point(active_.begin(), active_.end(),
                                                [&](EdgePlace edge) { return edges_[edge].side_of(point) < 0; });
        return static_cast<std::size_t>(found - active_.begin());
    }

    // The active edges at `place` and right of it are in order now: are they still where the first of them ends?
    [[nodiscard]] bool meet(std::size_t place) const {
        if (place + 1 >= active_.size()) return false;
        const Edge &left = edges_[active_[place]], &right = edges_[active_[place + 1]];
        if (left.high == right.high) return false; // neighbours: all corners differ
        return swept_before(left.high, right.high) ? right.side_of(left.high) <= 0 : left.side_of(right.high) >= 0;
    }

    [[nodiscard]] bool meets_common_point_at(std::size_t corner) {
        const auto before = static_cast<EdgePlace>(ring_.before(corner)), after = static_cast<EdgePlace>(corner);
        const Vec2 point = ring_.corners[corner];
        const bool before_ends = edges_[before].high == point, after_ends = edges_[after].high == point;
        if (before_ends && after_ends) return end_two(before, after);
        if (!before_ends && !after_ends) return start_two(point, before, after);
        return before_ends ? replace(before, after) : replace(after, before);
    }

    [[nodiscard]] bool start_two(Vec2 point, EdgePlace a, EdgePlace b) {
        const std::size_t place = find(point);
        if (place < active_.size() && edges_[active_[place]].side_of(point) == 0) return true; // on a foreign edge
        const int side = orientation(point, edges_[a].high, edges_[b].high);
        if (side == 0) return true; // one runs back over the other
        const EdgePlace both[] = {side > 0 ? b : a, side > 0 ? a : b};
        active_.insert(active_.begin() + static_cast<std::ptrdiff_t>(place), std::begin(both), std::end(both));
        return (place > 0 && meet(place - 1)) || meet(place + 1);
    }

    // No edge but its own can pass through the corner where one ends: it would have been a neighbour before, and
    // `meet`.
    [[nodiscard]] bool replace(EdgePlace ending, EdgePlace starting) {
        const auto found = std::find(active_.begin(), active_.end(), ending);
        *found = starting;
        const auto place = static_cast<std::size_t>(found - active_.begin());
        return (place > 0 && meet(place - 1)) || meet(place);
    }

    [[nodiscard]] bool end_two(EdgePlace a, EdgePlace b) {
        const auto first = std::find_if(active_.begin(), active_.end(), [=](EdgePlace e) { return e == a || e == b; });
        if (first[1] != a && first[1] != b) return true; // what lies between them passes through their common end
        if (orientation(edges_[a].low, edges_[b].low, edges_[a].high) == 0) return true;
        const auto place = static_cast<std::size_t>(first - active_.begin());
        active_.erase(first, first + 2);
        return place > 0 && meet(place - 1);
    }

    const SortedRing& ring_;
    std::vector<Edge> edges_;
    std::vector<EdgePlace> active_; // from left to right
};

} // namespace

bool crosses_itself(const SortedRing& ring) {
    if (ring.size() < 3) return true;
    const auto same = [&](std::uint32_t a, std::uint32_t b) { return ring.corners[a] == ring.corners[b]; };
    if (std::adjacent_find(ring.in_order.begin(), ring.in_order.end(), same) != ring.in_order.end()) return true;
    return Sweep(ring).meets_common_point();
}

} // namespace biaokao
