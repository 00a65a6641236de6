// Cases of polygon_iou: two shapes, each a list of rings of points, under the even-odd rule.
#include "graders/measures/polygon_iou.h"

#include <array>

#include "graders/cases/metric_cases.h"
#include "graders/cases/shape_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 1> fills{"even_odd"};

struct PolygonCase {
    PolygonShape reference, candidate;
};

struct PolygonValues {
    PolygonOverlap overlap;
    bool self_crossing_reference = false, self_crossing_candidate = false;
};

PolygonRing read_ring(const CaseNode& list) {
    PolygonRing ring;
    const auto points = list.elements();
    if (points.size() < 3) list.refuse("error.case_too_few", {{"count", "3"}});
    ring.reserve(points.size());
    for (const Json& point : points) ring.push_back(read_point(list.at(point)));
    return ring;
}

PolygonShape read_shape(const CaseNode& side) {
    PolygonShape shape;
    std::size_t corners = 0;
    for (const Json& ring : side.elements()) {
        if (side.faulty()) break;
        shape.push_back(read_ring(side.at(ring)));
        corners += shape.back().size();
    }
    if (corners > polygon_corner_limit) side.refuse("error.polygon_too_complex");
    return shape;
}

PolygonCase read(const CaseParts& parts) {
    (void)parts.params.member("fill").choice(fills);
    return {read_shape(parts.reference), read_shape(parts.candidate)};
}

Result<PolygonValues> measure(const PolygonCase& input) {
    const auto reference = compile_polygon(input.reference);
    if (!reference) return tl::unexpected(reference.error());
    const auto candidate = compile_polygon(input.candidate);
    if (!candidate) return tl::unexpected(candidate.error());
    const auto overlap = polygon_overlap(*reference, *candidate);
    if (!overlap) return tl::unexpected(overlap.error());
    return PolygonValues{*overlap, reference->self_crossing, candidate->self_crossing};
}

Json print(const PolygonCase&, const PolygonValues& values) {
    return Json::Object{{"area_reference_px2", values.overlap.area_reference},
                        {"area_candidate_px2", values.overlap.area_candidate},
                        {"intersection_px2", values.overlap.intersection},
                        {"union_px2", values.overlap.together},
                        {"iou", values.overlap.iou},
                        {"self_crossing_reference", values.self_crossing_reference},
                        {"self_crossing_candidate", values.self_crossing_candidate}};
}

} // namespace

extern const MetricCases polygon_iou_cases{"polygon_iou", run_cases<read, measure, print>};

} // namespace biaokao
