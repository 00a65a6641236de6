// Cases of rotated_iou: two turned boxes [cx, cy, w, h, degrees], positive degrees clockwise on the screen.
#include "graders/measures/rotated_iou.h"

#include <array>

#include "graders/cases/metric_cases.h"
#include "graders/cases/shape_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 1> angle_units{"degree"};
constexpr std::array<std::string_view, 1> directions{"clockwise_on_screen"};

struct RotatedCase {
    RotatedBox reference, candidate;
};

RotatedBox read_box(const CaseNode& list) {
    if (!list.is_list_of(5)) return {};
    const auto number = [&](std::size_t i) { return read_coordinate(list.at(list.elements()[i])); };
    const RotatedBox box{
        .centre = {number(0), number(1)}, .width = number(2), .height = number(3), .degrees = number(4)};
    if (box.width < 0 || box.height < 0) list.refuse("error.case_negative_size");
    return box;
}

RotatedCase read(const CaseParts& parts) {
    (void)parts.params.member("angle_unit").choice(angle_units);
    (void)parts.params.member("positive_angle").choice(directions);
    return {read_box(parts.reference), read_box(parts.candidate)};
}

RotatedOverlap measure(const RotatedCase& input) { return rotated_overlap(input.reference, input.candidate); }

Json print(const RotatedCase&, const RotatedOverlap& overlap) {
    return Json::Object{{"area_reference_px2", overlap.area_reference},
                        {"area_candidate_px2", overlap.area_candidate},
                        {"intersection_px2", overlap.intersection},
                        {"iou", overlap.iou}};
}

} // namespace

extern const MetricCases rotated_iou_cases{"rotated_iou", run_cases<read, measure, print>};

} // namespace biaokao
