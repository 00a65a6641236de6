#include "tests/unit/pack/fault_rows.h"

namespace biaokao::test {

namespace {
const Json text = Json::Object{{"zh", "文"}, {"en", "text"}};
} // namespace

std::vector<PackFault> question_faults() {
    return {
        set("error.pack_format", "questions/boxes.json:/format", "1"),
        set("error.json_unknown_key", "questions/boxes.json:/answer", 1),
        set("error.question_file_name", "questions/boxes.json:/id", "box"),
        set("error.json_id", "questions/boxes.json:/id", "-boxes"),
        set("error.task_type_unknown", "questions/boxes.json:/type", "video"),
        set("error.grader_unknown", "questions/boxes.json:/grader", "magic"),
        set("error.grader_kind", "questions/boxes.json:/grader", "text_labels"),
        set("error.json_range", "questions/boxes.json:/minutes", 0),
        set("error.json_type", "questions/boxes.json:/minutes", 5.5),
        set("error.rubric_sum", "questions/boxes.json:/points", 4.5),
        set("error.points_form", "questions/boxes.json:/points", 4.2),
        set("error.json_empty", "questions/boxes.json:/sheet/code", ""),
        erased("error.json_missing", "questions/boxes.json:/sheet/quality", "questions/boxes.json:/sheet/quality"),
        set("error.json_unknown_key", "questions/boxes.json:/sheet/hint", text),
        set("error.json_type", "questions/boxes.json:/sheet/task", "Draw."),
        set("error.json_unknown_key", "questions/boxes.json:/sheet/task/fr", "Dessinez."),
        set("error.string_too_long", "questions/boxes.json:/sheet/task/en", std::string(65'537, 'x')),
        set("error.string_control", "questions/boxes.json:/sheet/task/en", "a\x1B[31m"),
        set_at("error.item_content", "questions/boxes.json:/items/0", "questions/boxes.json:/items/0/text", "a"),
        erased("error.item_content", "questions/words.json:/items/0", "questions/words.json:/items/0/text"),
        set("error.text_empty", "questions/words.json:/items/0/text", ""),
        set("error.json_type", "questions/words.json:/items/0/text", 5),
        set("error.item_group", "questions/words.json:/items/0/group", "others"),
        erased("error.item_group", "questions/words.json:/items/0/group", "questions/words.json:/items/0/group"),
        set("error.item_group_unwanted", "questions/boxes.json:/items/0/group", "g"),
        set("error.json_type", "questions/calls.json:/tools", Json::Array{}),
        set_at("error.json_choice", "questions/words.json:/tools/overlap", "questions/words.json:/tools/overlap", "no"),
        set("error.json_type", "questions/boxes.json:/tools/file_name", "yes"),
        set("error.json_unknown_key", "questions/boxes.json:/tools/zoom", true),
        set("error.rubric_order", "questions/words.json:/rubric/1/id", "M3"),
        set("error.skill_form", "questions/words.json:/rubric/1/skill", "5/2.1.9"),
        set("error.skill_form", "questions/words.json:/rubric/1/skill", "2.1.2"),
        set("error.skill_level", "questions/words.json:/rubric/1/skill", "4/2.1.2"),
        set("error.points_form", "questions/words.json:/rubric/1/points", 0.3),
        set("error.points_form", "questions/words.json:/rubric/1/points", 0),
        set("error.json_range", "questions/words.json:/rubric/1/points", -0.5),
        erased("error.json_missing", "questions/words.json:/rubric/1/criterion",
               "questions/words.json:/rubric/1/criterion"),
        set("error.json_unknown_key", "questions/words.json:/rubric/1/check", "span"),
    };
}

std::vector<PackFault> label_faults() {
    return {
        set("error.color_form", "questions/boxes.json:/labels/objects/0/color", "red"),
        set("error.json_choice", "questions/boxes.json:/labels/objects/0/shape", "circle"),
        set("error.json_unknown_key", "questions/boxes.json:/labels/objects/0/size", 3),
        set_at("error.attribute_unknown", "questions/boxes.json:/labels/objects/1/attributes",
               "questions/boxes.json:/labels/objects/1/attributes/-", "weight"),
        set_at("error.id_twice", "questions/boxes.json:/labels/objects/1/attributes",
               "questions/boxes.json:/labels/objects/1/attributes/-", "lamp"),
        set("error.tier_unknown", "questions/calls.json:/labels/objects/0/tier", "voices"),
        set("error.tier_shape", "questions/words.json:/labels/objects/0/tier", "voices"),
        set("error.options_too_few", "questions/calls.json:/labels/tiers", Json::Array{}),
        set_at("error.json_type", "questions/calls.json:/labels/tiers/0", "questions/calls.json:/labels/tiers",
               Json::Array{"voices"}),
        set("error.json_unknown_key", "questions/boxes.json:/labels/objects/0/skeleton", Json::Array{}),
        set("error.json_type", "questions/words.json:/labels/classes/0/several", "yes"),
        set("error.transcript_shape", "questions/boxes.json:/labels/objects/0/transcript", true),
        set("error.json_choice", "questions/boxes.json:/labels/attributes/2/kind", "date"),
        set("error.id_twice", "questions/boxes.json:/labels/attributes/0/options/1/id", "red"),
        erased("error.options_too_few", "questions/boxes.json:/labels/attributes/0/options",
               "questions/boxes.json:/labels/attributes/0/options/1"),
        erased("error.json_missing", "questions/boxes.json:/labels/attributes/0/options",
               "questions/boxes.json:/labels/attributes/0/options"),
        set("error.json_unknown_key", "questions/boxes.json:/labels/attributes/2/options", Json::Array{}),
        set("error.json_unknown_key", "questions/boxes.json:/labels/attributes/3/min", 0),
        set("error.min_max", "questions/boxes.json:/labels/attributes/1/max", 0),
        erased("error.json_missing", "questions/boxes.json:/labels/attributes/1/max",
               "questions/boxes.json:/labels/attributes/1/max"),
        set("error.options_too_few", "questions/words.json:/labels/classes/0/options", Json::Array{}),
        set_at("error.label_unknown", "questions/words.json:/labels/groups/1/objects",
               "questions/words.json:/labels/groups/1/objects/-", "ORG"),
        set_at("error.class_unknown", "questions/words.json:/labels/groups/0/classes",
               "questions/words.json:/labels/groups/0/classes/-", "topic"),
        set("error.json_empty", "questions/words.json:/labels/groups/0/title/zh", ""),
        set("error.json_unknown_key", "questions/words.json:/labels/kinds", Json::Array{}),
        set("error.attribute_unknown", "questions/boxes.json:/labels/fields", Json::Array{"weight"}),
        set("error.attribute_unknown", "questions/boxes.json:/labels/columns", Json::Array{"weight"}),
        set("error.options_too_few", "questions/boxes.json:/labels/steps", Json::Array{}),
        set("error.json_unknown_key", "questions/words.json:/labels/objects/0/points", Json::Array{}),
    };
}

} // namespace biaokao::test
