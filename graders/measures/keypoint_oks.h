// Object key point similarity of people and other jointed things (metrics.md 7), as pycocotools computes it, and the
// matching of drawn objects with references.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "engine/geometry/shapes.h"
#include "graders/measures/step_match.h"

namespace biaokao {

struct KeypointReference {
    std::vector<Keypoint> points;
    double area_px2 = 0; // of the segment, not of the box
    Box box;
};

[[nodiscard]] bool has_labelled_point(const KeypointReference& reference);

// One reference against many candidates: what depends on it alone is computed once. All lists of points are as long as
// `sigmas` and not empty.
class OksReference {
public:
    OksReference(const KeypointReference& reference, std::span<const double> sigmas);

    // The mean over the reference's labelled points, whatever the candidate says about its own: a missing one at
    // (0, 0) scores next to nothing. Without a labelled point: the mean over all, by their distance to the box
    // enlarged to three times its size. Exact points give 1 on an area of 0 too.
    [[nodiscard]] double oks(std::span<const Keypoint> candidate) const;

private:
    struct Term { // one point that counts
        std::size_t point = 0;
        Box target;         // where its distance is 0: the labelled point, or the enlarged box
        double falloff = 0; // 1 / (2 · area · (2σ)²)
    };

    std::vector<Term> terms_;
};

struct KeypointMatching {
    std::vector<double> oks; // rows = references, columns = candidates
    std::vector<Pair> matched;
    std::vector<int> missing_references, unmatched; // a reference without a labelled point takes no part
    double oks_sum = 0;                             // over the pairs
};
// Pairs with OKS >= oks_min: as many as possible, among those the largest sum.
[[nodiscard]] KeypointMatching match_keypoints(std::span<const KeypointReference> references,
                                               std::span<const std::vector<Keypoint>> candidates,
                                               std::span<const double> sigmas, double oks_min);

// How far each labelled point of the reference was missed, px.
[[nodiscard]] std::vector<std::optional<double>> point_distances(std::span<const Keypoint> reference,
                                                                 std::span<const Keypoint> candidate);
[[nodiscard]] int count_equal_visibility(std::span<const Keypoint> reference, std::span<const Keypoint> candidate);

// Left and right points exchanged is the most common slip. Of the given pairs of point indices: those whose exchange in
// the candidate raises the OKS, by their index in `sides`.
[[nodiscard]] std::vector<std::size_t> exchanged_sides(const KeypointReference& reference,
                                                       std::span<const Keypoint> candidate,
                                                       std::span<const double> sigmas,
                                                       std::span<const std::array<std::size_t, 2>> sides);

} // namespace biaokao
