// vertices: single points of what was drawn.
#include "graders/image_objects/check_kinds.h"

namespace biaokao::image_objects {
namespace {

// Points that are equal to the one before them add nothing to a line.
int count_vertices(const std::vector<Vec2>& points) {
    int count = 0;
    for (std::size_t i = 0; i < points.size(); ++i) count += i == 0 || !(points[i] == points[i - 1]);
    return count;
}

} // namespace

void read_vertices(CheckReading& reading) {
    reading.check.vertices_min = static_cast<int>(reading.reader.integer("vertices_min", 1, 1000));
}

CheckResult judge_vertices(const ShapeCase& c) {
    CheckResult result;
    const std::string need = "≥ " + std::to_string(c.check.vertices_min);
    result.nominal = {"nominal.vertices_line", {{"need", need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const int count = count_vertices(std::get<Polyline>(c.hit()->shape).points);
    const std::string value = std::to_string(count);
    result.measured = {"measured.vertices", {{"value", value}}};
    result.evidence.push_back(
        with_value(c.evidence("evidence.vertices", {{"value", value}, {"need", need}}), value, need));
    if (count >= c.check.vertices_min) result.outcome = CheckResult::Outcome::earned;
    return result;
}

} // namespace biaokao::image_objects
