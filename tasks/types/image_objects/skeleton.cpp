#include "tasks/types/image_objects/skeleton.h"

namespace biaokao::image_objects {

std::vector<Bone> bones_of(const Keypoints& keypoints, const LabelSpec* label) {
    std::vector<Bone> bones;
    if (label == nullptr) return bones;
    const auto visibility = [&](std::size_t point) {
        return point < keypoints.points.size() ? keypoints.points[point].visibility : Visibility::unlabelled;
    };
    for (const auto& [from, to] : label->skeleton) {
        const Visibility a = visibility(from), b = visibility(to);
        if (a == Visibility::unlabelled || b == Visibility::unlabelled) continue;
        bones.push_back(
            {keypoints.points[from].at, keypoints.points[to].at, a == Visibility::hidden || b == Visibility::hidden});
    }
    return bones;
}

} // namespace biaokao::image_objects
