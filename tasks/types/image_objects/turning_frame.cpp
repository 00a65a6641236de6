#include "tasks/types/image_objects/turning_frame.h"

namespace biaokao::image_objects {

std::optional<RotatedBox> turning_frame(const Shape& shape) {
    if (const auto* box = std::get_if<RotatedBox>(&shape)) return *box;
    if (const auto* ellipse = std::get_if<Ellipse>(&shape))
        return RotatedBox{ellipse->centre, 2 * ellipse->radius_x, 2 * ellipse->radius_y, ellipse->degrees};
    return std::nullopt;
}

Shape in_frame(const Shape& shape, const RotatedBox& frame) {
    if (std::holds_alternative<RotatedBox>(shape)) return frame;
    if (std::holds_alternative<Ellipse>(shape)) return ellipse_in(frame);
    return shape;
}

Ellipse ellipse_in(const RotatedBox& frame) { return {frame.centre, frame.width / 2, frame.height / 2, frame.degrees}; }

} // namespace biaokao::image_objects
