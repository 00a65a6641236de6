#include "tasks/types/image_objects/box_edit.h"

#include <algorithm>
#include <cmath>

namespace biaokao::image_objects {
namespace {

struct Range { // one side of a box along one axis
    double low = 0, high = 0;
};

// Is `at` near the low (-1) or the high (+1) end? Nearest end first.
int near_end(Range range, double at, double reach) {
    const double inner = std::min(reach, (range.high - range.low) / 4);
    const auto close = [&](double end, double outward) {
        const double distance = (at - end) * outward;
        return distance >= 0 ? distance <= reach : -distance <= inner;
    };
    if (close(range.low, -1)) return -1;
    return close(range.high, +1) ? +1 : 0;
}

bool within(Range range, double at, double reach) { return at >= range.low - reach && at <= range.high + reach; }

// Moves the chosen end to `at`; the two ends swap when it passes the other one.
Range pulled(Range range, int end, double at, double size) {
    if (end == 0) return range;
    const double fixed = end < 0 ? range.high : range.low;
    double moving = std::clamp(at, 0.0, size);
    if (std::abs(moving - fixed) < smallest_side_px) {
        const bool before = moving < fixed || (moving == fixed && end < 0);
        moving = fixed + (before ? -smallest_side_px : smallest_side_px);
        if (moving < 0) moving = fixed + smallest_side_px;
        if (moving > size) moving = fixed - smallest_side_px;
    }
    return {std::min(fixed, moving), std::max(fixed, moving)};
}

// From `fixed` towards `pointer`, with equal sides that both fit into the picture.
Vec2 square_corner(Vec2 fixed, Vec2 pointer, Vec2 image_size) {
    const Vec2 way = pointer - fixed;
    const double right = way.x < 0 ? -1 : 1, down = way.y < 0 ? -1 : 1;
    const double room_x = right < 0 ? fixed.x : image_size.x - fixed.x;
    const double room_y = down < 0 ? fixed.y : image_size.y - fixed.y;
    const double side = std::min({std::max(std::abs(way.x), std::abs(way.y)), room_x, room_y});
    return {fixed.x + right * side, fixed.y + down * side};
}

double hundredth(double value) { return std::round(value * 100) / 100; }

} // namespace

std::optional<Handle> handle_at(const Box& box, Vec2 point, double corner_reach, double edge_reach) {
    const Range x{box.x, box.right()}, y{box.y, box.bottom()};
    const Handle corner{near_end(x, point.x, corner_reach), near_end(y, point.y, corner_reach)};
    if (corner.x != 0 && corner.y != 0) return corner;
    if (const int side = near_end(x, point.x, edge_reach); side != 0 && within(y, point.y, 0)) return Handle{side, 0};
    if (const int side = near_end(y, point.y, edge_reach); side != 0 && within(x, point.x, 0)) return Handle{0, side};
    return std::nullopt;
}

Vec2 handle_position(const Box& box, Handle handle) {
    return {box.x + box.width * (handle.x + 1) / 2, box.y + box.height * (handle.y + 1) / 2};
}

Box rounded(const Box& box) {
    // The corners are rounded, not the size: a side that two boxes share stays shared.
    const double x = hundredth(box.x), y = hundredth(box.y);
    return {x, y, hundredth(hundredth(box.right()) - x), hundredth(hundredth(box.bottom()) - y)};
}

Vec2 clamped(Vec2 point, Vec2 image_size) {
    return {std::clamp(point.x, 0.0, image_size.x), std::clamp(point.y, 0.0, image_size.y)};
}

Box drawn_box(Vec2 first, Vec2 second, bool square, Vec2 image_size) {
    const Vec2 a = clamped(first, image_size), b = clamped(second, image_size);
    return box_from_corners(a, square ? square_corner(a, b, image_size) : b);
}

Box resized(const Box& start, Handle handle, Vec2 pointer, bool square, Vec2 image_size) {
    if (square && handle.x != 0 && handle.y != 0)
        pointer = square_corner(handle_position(start, {-handle.x, -handle.y}), pointer, image_size);
    const Range x = pulled({start.x, start.right()}, handle.x, pointer.x, image_size.x);
    const Range y = pulled({start.y, start.bottom()}, handle.y, pointer.y, image_size.y);
    return {x.low, y.low, x.high - x.low, y.high - y.low};
}

Box moved(const Box& start, Vec2 delta, Vec2 image_size) {
    return {std::clamp(start.x + delta.x, 0.0, std::max(image_size.x - start.width, 0.0)),
            std::clamp(start.y + delta.y, 0.0, std::max(image_size.y - start.height, 0.0)), start.width, start.height};
}

Box fitted(const Box& box, Vec2 image_size) {
    const double width = std::clamp(box.width, smallest_side_px, std::max(image_size.x, smallest_side_px));
    const double height = std::clamp(box.height, smallest_side_px, std::max(image_size.y, smallest_side_px));
    return moved({box.x, box.y, width, height}, {0, 0}, image_size);
}

} // namespace biaokao::image_objects
