// The tools of the canvas and the shapes that they make.
#pragma once

#include <string_view>

#include "engine/pack/question.h"

namespace biaokao::image_objects {

enum class Tool { select, box, rotated_box, ellipse, polygon, polyline, keypoints, brush, eraser };

// "box", "polygon" … as in label schemas; "mask" for brush and eraser, empty for select.
[[nodiscard]] std::string_view shape_of_tool(Tool tool);
// The tool that draws this shape; select for one that is not drawn in pictures.
[[nodiscard]] Tool tool_of_shape(std::string_view shape);
// Does this picture have a label of the tool's shape? Select always fits.
[[nodiscard]] bool tool_fits(Tool tool, const Question& question, const ItemSpec& item);
// The label that a tool goes on with: `current` where it has the tool's shape, else the only one of that shape; key
// points need to know their names, so the first of several serves. Empty: asked after drawing.
[[nodiscard]] std::string label_for_tool(Tool tool, std::string_view current, const Question& question,
                                         const ItemSpec& item);

// By corners: press and pull, or two clicks. By points: one click each.
[[nodiscard]] inline bool draws_by_corners(Tool tool) {
    return tool == Tool::box || tool == Tool::rotated_box || tool == Tool::ellipse;
}
[[nodiscard]] inline bool draws_by_points(Tool tool) {
    return tool == Tool::polygon || tool == Tool::polyline || tool == Tool::keypoints;
}
[[nodiscard]] inline bool paints(Tool tool) { return tool == Tool::brush || tool == Tool::eraser; }

} // namespace biaokao::image_objects
