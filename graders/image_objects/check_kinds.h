// The checks that a key can ask for: how each is read and how it is judged.
#pragma once

#include <array>
#include <string_view>

#include "engine/base/json_reader.h"
#include "graders/image_objects/shape_key.h"

namespace biaokao::image_objects {

constexpr Measure distance_measure{.better = Better::smaller, .decimals = 1, .unit = " px"};

struct CheckReading { // the settings of one check while they are read
    const ShapeKey& key;
    const CheckSpec& spec;
    const Object* target; // null where the check has none, or after a problem
    JsonReader& reader;
    const PackFiles* files;
    ShapeCheck& check;

    // The limit out of the setting `name`, or the check's bands; a limit that is absent is `fallback`, or a problem.
    void read_limit(Measure measure, std::string_view name, double low, double high, std::optional<double> fallback);
};

struct CheckKind {
    enum class Target { object, polygon_or_line, line, keypoints, item, chosen_item, none };
    std::string_view name;
    Target target;
    void (*read)(CheckReading& reading);
    CheckResult (*judge)(const ShapeCase& shape_case);
};

void read_nothing(CheckReading& reading);
// fit_checks.cpp
void read_found(CheckReading& reading);
void read_tight(CheckReading& reading);
CheckResult judge_found(const ShapeCase& c);
CheckResult judge_tight(const ShapeCase& c);
// label_checks.cpp
void read_label(CheckReading& reading);
void read_attribute(CheckReading& reading);
void read_count(CheckReading& reading);
void read_class(CheckReading& reading);
CheckResult judge_label(const ShapeCase& c);
CheckResult judge_attribute(const ShapeCase& c);
CheckResult judge_count(const ShapeCase& c);
CheckResult judge_item_class(const ShapeCase& c);
// point_checks.cpp
void read_vertices(CheckReading& reading);
void read_point(CheckReading& reading);
void read_visibility(CheckReading& reading);
CheckResult judge_vertices(const ShapeCase& c);
CheckResult judge_point(const ShapeCase& c);
CheckResult judge_visibility(const ShapeCase& c);
// line_checks.cpp
void read_ends(CheckReading& reading);
void read_one_line(CheckReading& reading);
CheckResult judge_ends(const ShapeCase& c);
CheckResult judge_one_line(const ShapeCase& c);
// group_check.cpp
void read_group(CheckReading& reading);
CheckResult judge_group(const ShapeCase& c);
// check_kinds.cpp
void read_saved(CheckReading& reading);
CheckResult judge_extra(const ShapeCase& c);
CheckResult judge_all_saved(const ShapeCase& c);

inline constexpr std::array check_kinds{
    CheckKind{"found", CheckKind::Target::object, read_found, judge_found},
    CheckKind{"tight", CheckKind::Target::object, read_tight, judge_tight},
    CheckKind{"label", CheckKind::Target::object, read_label, judge_label},
    CheckKind{"attribute", CheckKind::Target::object, read_attribute, judge_attribute},
    CheckKind{"vertices", CheckKind::Target::polygon_or_line, read_vertices, judge_vertices},
    CheckKind{"point", CheckKind::Target::keypoints, read_point, judge_point},
    CheckKind{"visibility", CheckKind::Target::keypoints, read_visibility, judge_visibility},
    CheckKind{"ends", CheckKind::Target::line, read_ends, judge_ends},
    CheckKind{"one_line", CheckKind::Target::line, read_one_line, judge_one_line},
    CheckKind{"group", CheckKind::Target::object, read_group, judge_group},
    CheckKind{"count", CheckKind::Target::item, read_count, judge_count},
    CheckKind{"class", CheckKind::Target::chosen_item, read_class, judge_item_class},
    CheckKind{"no_extra", CheckKind::Target::none, read_nothing, judge_extra},
    CheckKind{"saved", CheckKind::Target::none, read_saved, judge_all_saved}};

inline constexpr auto check_names = [] {
    std::array<std::string_view, check_kinds.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = check_kinds[i].name;
    return names;
}();

[[nodiscard]] ShapeCheck read_check(const CheckSpec& spec, const ShapeKey& key, const PackFiles* files,
                                    Problems& problems);

} // namespace biaokao::image_objects
