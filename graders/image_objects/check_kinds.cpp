#include "graders/image_objects/check_kinds.h"

#include <algorithm>

#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"

namespace biaokao::image_objects {
namespace {

bool suits(CheckKind::Target target, const Shape& shape) {
    const bool line = std::holds_alternative<Polyline>(shape);
    switch (target) {
    case CheckKind::Target::polygon_or_line: return line || std::holds_alternative<Polygon>(shape);
    case CheckKind::Target::line: return line;
    case CheckKind::Target::keypoints: return std::holds_alternative<Keypoints>(shape);
    default: return true;
    }
}

const Object* read_target(const CheckSpec& spec, CheckKind::Target target, const ShapeKey& key, Problems& problems) {
    if (target == CheckKind::Target::none) refuse_target(spec, problems);
    if (target == CheckKind::Target::item && !spec.target.empty() && !key.question.find_item(spec.target))
        problems.add("error.check_target_item", spec.where + "/target", {{"target", literal_value(spec.target)}});
    // Whoever reads the check looks for a chosen item.
    const bool is_object = target != CheckKind::Target::none && target != CheckKind::Target::item &&
                           target != CheckKind::Target::chosen_item;
    if (!is_object) return nullptr;
    const Object* object = target_object(spec, key.key, problems);
    if (!object || !family_of(object->shape)) return nullptr; // its problem is noted
    if (suits(target, object->shape)) return object;
    problems.add("error.check_shape", spec.where + "/target",
                 {{"check", literal_value(spec.check)}, {"shape", std::string(shape_name(object->shape))}});
    return nullptr;
}

} // namespace

void CheckReading::read_limit(Measure measure, std::string_view name, double low, double high,
                              std::optional<double> fallback) {
    double limit = fallback.value_or(high);
    if (spec.bands.empty()) {
        if (!fallback) limit = reader.number(name, low, high);
        else limit = reader.optional_number(name, low, high).value_or(limit);
    }
    check.limit = limit_spec(spec, measure, limit, reader.problems());
}

void read_nothing(CheckReading&) {}

void read_saved(CheckReading& reading) {
    if (reading.key.question.tools.file_name && reading.key.key.reference.file_name.empty())
        reading.reader.problems().add("error.reference_file_name", reading.key.key.where + ":/reference/file_name");
}

CheckResult judge_extra(const ShapeCase& c) {
    return judge_no_extra(c.key.question, c.answer, c.matching, c.matching.extras());
}

CheckResult judge_all_saved(const ShapeCase& c) { return judge_saved(c.key.question, c.key.key.reference, c.answer); }

ShapeCheck read_check(const CheckSpec& spec, const ShapeKey& key, const PackFiles* files, Problems& problems) {
    ShapeCheck check;
    check.spec = &spec;
    if (!check_name_known(spec, check_names, problems)) return check;
    check.kind = std::find_if(check_kinds.begin(), check_kinds.end(),
                              [&](const CheckKind& kind) { return kind.name == spec.check; });
    const Object* target = read_target(spec, check.kind->target, key, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        CheckReading reading{key, spec, target, reader, files, check};
        check.kind->read(reading);
    });
    return check;
}

} // namespace biaokao::image_objects
