// The shapes that are drawn in pictures besides upright boxes (vec.h): pixels of the oriented original, x right, y
// down.
#pragma once

#include <vector>

#include "engine/geometry/vec.h"

namespace biaokao {

struct RotatedBox { // turned clockwise on the screen about its centre; sizes are never negative
    Vec2 centre;
    double width = 0, height = 0, degrees = 0;
    friend bool operator==(const RotatedBox&, const RotatedBox&) = default;
};

struct Ellipse { // turned clockwise on the screen about its centre; half axes are never negative
    Vec2 centre;
    double radius_x = 0, radius_y = 0, degrees = 0;
    friend bool operator==(const Ellipse&, const Ellipse&) = default;
};

struct Polygon { // closed implicitly
    std::vector<Vec2> points;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

struct Polyline {
    std::vector<Vec2> points;
    friend bool operator==(const Polyline&, const Polyline&) = default;
};

enum class Visibility { unlabelled, hidden, visible }; // 0, 1, 2 as in COCO

struct Keypoint {
    Vec2 at;
    Visibility visibility = Visibility::unlabelled;
    friend bool operator==(const Keypoint&, const Keypoint&) = default;
};

struct Keypoints { // in the order that the label gives them
    std::vector<Keypoint> points;
    friend bool operator==(const Keypoints&, const Keypoints&) = default;
};

} // namespace biaokao
