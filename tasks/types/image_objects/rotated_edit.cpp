#include "tasks/types/image_objects/rotated_edit.h"

#include <cmath>
#include <numbers>

namespace biaokao::image_objects {
namespace {

Vec2 turned(Vec2 point, double degrees) {
    const double angle = degrees * std::numbers::pi / 180, cosine = std::cos(angle), sine = std::sin(angle);
    return {point.x * cosine - point.y * sine, point.x * sine + point.y * cosine};
}

struct Side { // the two ends of a box along one of its axes, from its centre
    double fixed = 0, moving = 0;
};

Side pulled(int end, double half, double at) {
    if (end == 0) return {-half, half};
    const double fixed = -end * half;
    if (std::abs(at - fixed) >= smallest_side_px) return {fixed, at};
    return {fixed, fixed + (end > 0 ? smallest_side_px : -smallest_side_px)};
}

} // namespace

double normal_degrees(double degrees) {
    const double within = std::remainder(degrees, 360.0);
    return within <= -180 ? within + 360 : within;
}

Vec2 in_box_frame(const RotatedBox& box, Vec2 point) { return turned(point - box.centre, -box.degrees); }
Vec2 from_box_frame(const RotatedBox& box, Vec2 point) { return box.centre + turned(point, box.degrees); }

RotatedBox rotated_from_box(const Box& box) {
    return {{box.x + box.width / 2, box.y + box.height / 2}, box.width, box.height, 0};
}

Vec2 handle_position(const RotatedBox& box, Handle handle) {
    return from_box_frame(box, {box.width * handle.x / 2, box.height * handle.y / 2});
}

std::optional<Handle> handle_at(const RotatedBox& box, Vec2 point, double corner_reach, double edge_reach) {
    const Box level{-box.width / 2, -box.height / 2, box.width, box.height};
    return handle_at(level, in_box_frame(box, point), corner_reach, edge_reach);
}

RotatedBox resized(const RotatedBox& start, Handle handle, Vec2 pointer, bool square) {
    Vec2 at = in_box_frame(start, pointer);
    if (square && handle.x != 0 && handle.y != 0) {
        const Vec2 fixed{-handle.x * start.width / 2, -handle.y * start.height / 2}, way = at - fixed;
        const double side = std::max(std::abs(way.x), std::abs(way.y));
        at = {fixed.x + (way.x < 0 ? -side : side), fixed.y + (way.y < 0 ? -side : side)};
    }
    const Side x = pulled(handle.x, start.width / 2, at.x), y = pulled(handle.y, start.height / 2, at.y);
    return {from_box_frame(start, {(x.fixed + x.moving) / 2, (y.fixed + y.moving) / 2}), std::abs(x.moving - x.fixed),
            std::abs(y.moving - y.fixed), start.degrees};
}

Vec2 turning_handle(const RotatedBox& box, double arm) { return from_box_frame(box, {0, -box.height / 2 - arm}); }

RotatedBox turned_to(const RotatedBox& start, Vec2 pointer, bool in_steps) {
    const Vec2 way = pointer - start.centre;
    if (way == Vec2{}) return start;
    double degrees = std::atan2(way.x, -way.y) * 180 / std::numbers::pi; // 0: the handle points up
    if (in_steps) degrees = std::round(degrees / turn_step_degrees) * turn_step_degrees;
    return {start.centre, start.width, start.height, normal_degrees(degrees)};
}

RotatedBox turned_by(const RotatedBox& start, double degrees) {
    return {start.centre, start.width, start.height, normal_degrees(start.degrees + degrees)};
}

} // namespace biaokao::image_objects
