#include "tasks/types/image_objects/typed_numbers.h"

#include "tasks/types/image_objects/grips.h"
#include "tasks/types/image_objects/rotated_edit.h"
#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/shape_measure.h"

namespace biaokao::image_objects {

std::vector<TypedNumber> numbers_of(const Shape& shape, std::optional<std::size_t> point, Vec2 image_size) {
    const double x = image_size.x, y = image_size.y;
    if (const auto* box = std::get_if<Box>(&shape))
        return {{"x", "x", box->x, 0, x},
                {"y", "y", box->y, 0, y},
                {"width", "w", box->width, smallest_side_px, x},
                {"height", "h", box->height, smallest_side_px, y}};
    if (const auto* box = std::get_if<RotatedBox>(&shape)) {
        const double diagonal = length_of(image_size);
        return {{"x", "x", box->centre.x, 0, x},
                {"y", "y", box->centre.y, 0, y},
                {"width", "w", box->width, smallest_side_px, diagonal},
                {"height", "h", box->height, smallest_side_px, diagonal},
                {"degrees", "°", box->degrees, -360, 360}};
    }
    if (const auto* ellipse = std::get_if<Ellipse>(&shape)) {
        const double least = smallest_side_px / 2, most = length_of(image_size) / 2;
        return {{"x", "x", ellipse->centre.x, 0, x},
                {"y", "y", ellipse->centre.y, 0, y},
                {"radius_x", "rx", ellipse->radius_x, least, most},
                {"radius_y", "ry", ellipse->radius_y, least, most},
                {"degrees", "°", ellipse->degrees, -360, 360}};
    }
    const auto at = point ? point_of(shape, *point) : std::nullopt;
    if (!at) return {};
    return {{"x", "x", at->x, 0, x}, {"y", "y", at->y, 0, y}};
}

Shape with_numbers(const Shape& shape, std::optional<std::size_t> point, std::span<const double> numbers,
                   Vec2 image_size) {
    if (numbers.size() != numbers_of(shape, point, image_size).size() || numbers.size() < 2) return shape;
    const Vec2 at{numbers[0], numbers[1]};
    if (std::holds_alternative<Box>(shape))
        return rounded(Shape(fitted(Box{at.x, at.y, numbers[2], numbers[3]}, image_size)));
    if (std::holds_alternative<RotatedBox>(shape))
        return rounded(fitted(Shape(RotatedBox{at, numbers[2], numbers[3], numbers[4]}), image_size));
    if (std::holds_alternative<Ellipse>(shape))
        return rounded(fitted(Shape(Ellipse{at, numbers[2], numbers[3], numbers[4]}), image_size));
    return rounded(pulled(shape, {Grip::Kind::point, {}, *point}, at, false, image_size));
}

} // namespace biaokao::image_objects
