#include "graders/measures/keypoint_oks.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/result.h"
#include "graders/measures/limits.h"

namespace biaokao {
namespace {

// pycocotools adds numpy's spacing(1) to the area, so that an area of 0 is no division by zero.
constexpr double area_guard = std::numeric_limits<double>::epsilon();

bool is_labelled(const Keypoint& point) { return point.visibility != Visibility::unlabelled; }

double outside(double value, double low, double high) {
    return std::max(0.0, low - value) + std::max(0.0, value - high);
}

// 1 at the point itself, whatever the falloff: a sigma of 0 makes it infinite. Past the least double the library takes
// a slow way to the same 0.
double decay(double squared_distance, double falloff) {
    constexpr double underflow = 746;
    if (!(squared_distance > 0)) return 1;
    const double exponent = squared_distance * falloff;
    return exponent < underflow ? std::exp(-exponent) : 0;
}

} // namespace

bool has_labelled_point(const KeypointReference& reference) {
    return std::any_of(reference.points.begin(), reference.points.end(), is_labelled);
}

OksReference::OksReference(const KeypointReference& reference, std::span<const double> sigmas) {
    BIAOKAO_ASSERT(!sigmas.empty() && reference.points.size() == sigmas.size());
    const bool by_box = !has_labelled_point(reference);
    const Box& box = reference.box;
    const Box enlarged{box.x - box.width, box.y - box.height, 3 * box.width, 3 * box.height};
    terms_.reserve(sigmas.size());
    for (std::size_t i = 0; i < sigmas.size(); ++i) {
        const Keypoint& point = reference.points[i];
        if (!by_box && !is_labelled(point)) continue;
        const double width = 2 * sigmas[i];
        terms_.push_back({.point = i,
                          .target = by_box ? enlarged : Box{point.at.x, point.at.y, 0, 0},
                          .falloff = 1 / (2 * (reference.area_px2 + area_guard) * width * width)});
    }
}

double OksReference::oks(std::span<const Keypoint> candidate) const {
    double sum = 0;
    for (const Term& term : terms_) {
        BIAOKAO_ASSERT(term.point < candidate.size());
        const Vec2 at = candidate[term.point].at;
        const double x = outside(at.x, term.target.x, term.target.right());
        const double y = outside(at.y, term.target.y, term.target.bottom());
        sum += decay(x * x + y * y, term.falloff);
    }
    return sum / static_cast<double>(terms_.size());
}

KeypointMatching match_keypoints(std::span<const KeypointReference> references,
                                 std::span<const std::vector<Keypoint>> candidates, std::span<const double> sigmas,
                                 double oks_min) {
    KeypointMatching matching;
    matching.oks.reserve(references.size() * candidates.size());
    std::vector<Pair> permitted;
    for (std::size_t r = 0; r < references.size(); ++r) {
        const OksReference reference(references[r], sigmas);
        const bool takes_part = has_labelled_point(references[r]);
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double oks = matching.oks.emplace_back(reference.oks(candidates[c]));
            if (takes_part && at_least(oks, oks_min))
                permitted.push_back({static_cast<int>(r), static_cast<int>(c), oks});
        }
    }
    StepMatcher steps(references.size(), candidates.size());
    matching.matched = steps.take(permitted);
    for (const Pair& pair : matching.matched) matching.oks_sum += pair.similarity;
    for (const int r : steps.free_references()) {
        if (has_labelled_point(references[static_cast<std::size_t>(r)])) matching.missing_references.push_back(r);
    }
    matching.unmatched = steps.free_candidates();
    return matching;
}

std::vector<std::optional<double>> point_distances(std::span<const Keypoint> reference,
                                                   std::span<const Keypoint> candidate) {
    BIAOKAO_ASSERT(reference.size() == candidate.size());
    std::vector<std::optional<double>> distances(reference.size());
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const Vec2 off = candidate[i].at - reference[i].at;
        if (is_labelled(reference[i])) distances[i] = std::hypot(off.x, off.y);
    }
    return distances;
}

int count_equal_visibility(std::span<const Keypoint> reference, std::span<const Keypoint> candidate) {
    BIAOKAO_ASSERT(reference.size() == candidate.size());
    int equal = 0;
    for (std::size_t i = 0; i < reference.size(); ++i) equal += reference[i].visibility == candidate[i].visibility;
    return equal;
}

std::vector<std::size_t> exchanged_sides(const KeypointReference& reference, std::span<const Keypoint> candidate,
                                         std::span<const double> sigmas,
                                         std::span<const std::array<std::size_t, 2>> sides) {
    std::vector<std::size_t> exchanged;
    if (!has_labelled_point(reference)) return exchanged; // the box tells no left from right
    const OksReference measured(reference, sigmas);
    const double as_drawn = measured.oks(candidate);
    std::vector<Keypoint> crossed(candidate.begin(), candidate.end());
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto [left, right] = sides[i];
        BIAOKAO_ASSERT(left < crossed.size() && right < crossed.size());
        std::swap(crossed[left], crossed[right]);
        if (!at_most(measured.oks(crossed), as_drawn)) exchanged.push_back(i);
        std::swap(crossed[left], crossed[right]);
    }
    return exchanged;
}

} // namespace biaokao
