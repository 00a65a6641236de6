// The bones of key points: the edges of their label's skeleton between those that are there.
#pragma once

#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao::image_objects {

struct Bone {
    Vec2 from, to;
    bool faint = false; // one of its ends is hidden
};
// None at a point that is not labelled or not set yet, and none without a label.
[[nodiscard]] std::vector<Bone> bones_of(const Keypoints& keypoints, const LabelSpec* label);

} // namespace biaokao::image_objects
