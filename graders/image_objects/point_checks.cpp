// vertices, point and visibility: single points of what was drawn.
#include <algorithm>
#include <cmath>

#include "engine/answer/shape_bounds.h"
#include "graders/image_objects/check_kinds.h"

namespace biaokao::image_objects {
namespace {

const LabelSpec* label_of(const CheckReading& reading) {
    return reading.target ? reading.key.question.labels.find_label(reading.target->label) : nullptr;
}

// "point": the id of a key point, or its number in the label, from 1 on.
// Returns the reference's point, or null after a problem.
const Keypoint* read_point_setting(CheckReading& reading) {
    JsonReader& reader = reading.reader;
    const Json* value = reader.raw("point");
    if (!reading.target) return nullptr; // its problem is noted
    const LabelSpec* label = label_of(reading);
    std::optional<std::size_t> point;
    if (const auto* id = value ? value->string() : nullptr; id && label) point = point_index(*label, *id);
    const std::int64_t* number = value ? value->integer() : nullptr;
    if (number && *number >= 1) point = static_cast<std::size_t>(*number - 1);
    const auto& points = std::get<Keypoints>(reading.target->shape).points;
    if (!label || !point || *point >= points.size() || *point >= label->points.size()) {
        reader.complain("error.check_point", "point");
        return nullptr;
    }
    reading.check.point = *point;
    return &points[*point];
}

double larger_side(const Object& reference) {
    const Box box = bounds_of(reference.shape).value();
    return std::max(box.width, box.height);
}

std::string point_title(const ShapeCase& c) {
    const LabelSpec* label = c.key.question.labels.find_label(c.reference->label);
    const Option& option = label->points[c.check.point];
    return option.title.empty() ? literal_value(option.id) : two_language_value(option.title.zh, option.title.en);
}

const Keypoint& point_of(const ShapeCase& c, const Object& object) {
    return std::get<Keypoints>(object.shape).points[c.check.point];
}

std::string visibility_value(Visibility visibility) {
    switch (visibility) {
    case Visibility::unlabelled: return "@value.point_unlabelled";
    case Visibility::hidden: return "@value.point_hidden";
    case Visibility::visible: return "@value.point_visible";
    }
    BIAOKAO_ASSERT(false);
}

// Points that are equal to the one before them add nothing to an outline.
int count_vertices(const std::vector<Vec2>& points, bool closed) {
    int count = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool first = i == 0 && !closed;
        count += first || !(points[i] == points[i == 0 ? points.size() - 1 : i - 1]);
    }
    return count;
}

} // namespace

void read_vertices(CheckReading& reading) {
    reading.check.vertices_min = static_cast<int>(reading.reader.integer("vertices_min", 1, 1000));
}

CheckResult judge_vertices(const ShapeCase& c) {
    CheckResult result;
    const std::string need = "≥ " + std::to_string(c.check.vertices_min);
    const auto* polygon = std::get_if<Polygon>(&c.reference->shape);
    result.nominal = {polygon ? "nominal.vertices" : "nominal.vertices_line", {{"need", need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const auto& points = polygon ? std::get<Polygon>(c.hit()->shape).points : std::get<Polyline>(c.hit()->shape).points;
    const int count = count_vertices(points, polygon != nullptr);
    const std::string value = std::to_string(count);
    result.measured = {"measured.vertices", {{"value", value}}};
    result.evidence.push_back(
        with_value(c.evidence("evidence.vertices", {{"value", value}, {"need", need}}), value, need));
    const bool crosses = MeasuredShape(*c.hit()).fault != PolygonFault::none;
    if (crosses) {
        result.measured = {"measured.self_crossing", {}};
        result.evidence.push_back(c.evidence("evidence.area.crosses"));
    }
    if (count >= c.check.vertices_min && !crosses) result.outcome = CheckResult::Outcome::earned;
    return result;
}

void read_point(CheckReading& reading) {
    JsonReader& reader = reading.reader;
    const Keypoint* wanted = read_point_setting(reading);
    const double side = reading.target ? larger_side(*reading.target) : 1;
    if (reading.spec.bands.empty()) {
        const auto px = reader.optional_number("px_max", 0.01, 10'000),
                   share = reader.optional_number("share_max", 0, 1);
        if (!px && !share) reader.complain("error.check_point_limit", "px_max");
        reading.check.limit = {distance_measure, std::max(px.value_or(0), share.value_or(0) * side), {}};
    } else {
        static constexpr std::array<std::string_view, 2> units{"px", "share"};
        const bool shares = reader.has("bands_in") && reader.choice("bands_in", units) == "share";
        reading.check.limit = limit_spec(reading.spec, distance_measure, 0, reader.problems());
        if (shares) {
            for (Band& band : reading.check.limit.bands) band.limit *= side;
        }
    }
    if (wanted && wanted->visibility == Visibility::unlabelled)
        reader.complain("error.check_point_unlabelled", "point");
}

CheckResult judge_point(const ShapeCase& c) {
    CheckResult result;
    const std::string need = c.check.limit.shown_need(), title = point_title(c);
    result.nominal = {"nominal.point", {{"point", title}, {"need", need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const Keypoint &wanted = point_of(c, *c.reference), &drawn = point_of(c, *c.hit());
    if (drawn.visibility == Visibility::unlabelled) {
        result.measured = {"measured.not_marked", {}};
        result.evidence.push_back(c.evidence("evidence.points.point_missing", {{"point", title}}));
        return result;
    }
    const double away = std::hypot(drawn.at.x - wanted.at.x, drawn.at.y - wanted.at.y);
    c.check.limit.apply(away, result);
    const std::string value = c.check.limit.shown(away);
    result.measured = {"measured.value", {{"value", value}}};
    result.evidence.push_back(with_value(
        c.evidence("evidence.points.point", {{"point", title}, {"value", value}, {"need", need}}), value, need));
    if (result.outcome == CheckResult::Outcome::missed) c.explain_swaps(*c.hit(), result);
    return result;
}

void read_visibility(CheckReading& reading) { (void)read_point_setting(reading); }

CheckResult judge_visibility(const ShapeCase& c) {
    CheckResult result;
    const std::string title = point_title(c), need = visibility_value(point_of(c, *c.reference).visibility);
    result.nominal = {"nominal.name", {{"name", need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const bool same = point_of(c, *c.hit()).visibility == point_of(c, *c.reference).visibility;
    const std::string value = visibility_value(point_of(c, *c.hit()).visibility);
    if (same) result.outcome = CheckResult::Outcome::earned;
    result.measured = {"nominal.name", {{"name", value}}};
    result.evidence.push_back(c.evidence(same ? "evidence.points.visibility_right" : "evidence.points.visibility_wrong",
                                         {{"point", title}, {"value", value}, {"need", need}}));
    return result;
}

} // namespace biaokao::image_objects
