// The parts of a selected shape that a hand can pull: sides and corners of boxes and of the frame
// around an ellipse, the handle that turns it, points,
// and the middles of edges, where a new point comes out.
#pragma once

#include <optional>
#include <vector>

#include "engine/answer/answer.h"
#include "tasks/types/image_objects/box_edit.h"

namespace biaokao::image_objects {

struct Grip {
    enum class Kind { side, turn, point, edge };
    Kind kind = Kind::side;
    Handle handle;         // side
    std::size_t index = 0; // point; edge: the new point comes behind the one with this index
    friend bool operator==(const Grip&, const Grip&) = default;
};
struct PlacedGrip {
    Grip grip;
    Vec2 at;
};
struct GripReach {               // image pixels
    double corner = 0, edge = 0; // of corners and points; of sides
    double arm = 0;              // how far the turning handle stands off its box
};

// In the order in which they are drawn. Key points without a place have none.
[[nodiscard]] std::vector<PlacedGrip> grips_of(const Shape& shape, double arm);
// What a press at this point takes: points before edges. Inside a small shape the reach is shorter, so that the shape
// itself can still be grabbed.
[[nodiscard]] std::optional<Grip> grip_at(const Shape& shape, Vec2 point, const GripReach& reach);
// The shape with the grip at the pointer. `constrain`: squares, steps of 15°, and points that leave their old place
// level, upright or at 45°.
[[nodiscard]] Shape pulled(const Shape& start, const Grip& grip, Vec2 pointer, bool constrain, Vec2 image_size);

// How many points a hand can choose one by one; 0 for boxes and masks.
[[nodiscard]] std::size_t point_count(const Shape& shape);
[[nodiscard]] std::optional<Vec2> point_of(const Shape& shape, std::size_t index);
// A new point behind the one with this index. Nothing for shapes without edges, or with as many points as can be.
[[nodiscard]] std::optional<Shape> with_point_after(const Shape& shape, std::size_t index, Vec2 at);
// Nothing where too few would be left.
[[nodiscard]] std::optional<Shape> without_point(const Shape& shape, std::size_t index);

} // namespace biaokao::image_objects
