#include "tests/unit/pack/fault_rows.h"

namespace biaokao::test {

namespace {

Json bands(const std::vector<std::pair<double, double>>& rows) {
    Json::Array array;
    for (const auto& [limit, points] : rows) array.push_back(Json::Object{{"limit", limit}, {"points", points}});
    return array;
}

} // namespace

std::vector<PackFault> reference_faults() {
    return {
        set("error.pack_format", "key/boxes.json:/format", 0),
        set("error.key_question", "key/boxes.json:/question", "words"),
        set("error.json_unknown_key", "key/boxes.json:/answer", Json::Object{}),
        set("error.json_type", "key/boxes.json:/matching", Json::Array{}),
        erased("error.json_missing", "key/calls.json:/reference", "key/calls.json:/reference"),
        set("error.json_unknown_key", "key/boxes.json:/reference/objects/r1/why", "so"),
        erased("error.json_missing", "key/boxes.json:/reference/objects/r1/explain/en",
               "key/boxes.json:/reference/objects/r1/explain/en"),
        set("error.answer_shape_value", "key/boxes.json:/reference/objects/r1/box", Json::Array{1, 2, 3}),
        set("error.answer_label", "key/boxes.json:/reference/objects/r1/label", "tree"),
        erased("error.reference_label", "key/boxes.json:/reference/objects/r1",
               "key/boxes.json:/reference/objects/r1/label"),
        set("error.answer_item", "key/boxes.json:/reference/objects/r1/item", "roof"),
        erased("error.reference_attribute", "key/boxes.json:/reference/objects/r2",
               "key/boxes.json:/reference/objects/r2/attributes/lamp"),
        set("error.answer_attribute_value", "key/boxes.json:/reference/objects/r2/attributes/lamp", "blue"),
        set("error.answer_class", "key/words.json:/reference/items/d1/class/mood", "so-so"),
        set_at("error.reference_id", "key/boxes.json:/reference/objects/x1", "key/boxes.json:/reference/objects/x1",
               Json::Object{{"item", "yard"}, {"label", "person"}, {"box", Json::Array{1, 2, 3, 4}}}),
        set("error.item_unknown", "key/boxes.json:/ignore/0/item", "roof"),
        set("error.ignore_box", "key/boxes.json:/ignore/0/box", Json::Array{1, 2, 0, 4}),
        set("error.json_unknown_key", "key/boxes.json:/ignore/0/label", "person"),
    };
}

std::vector<PackFault> check_faults() {
    return {
        erased("error.check_missing", "key/boxes.json:/checks", "key/boxes.json:/checks/M3"),
        set("error.check_without_item", "key/boxes.json:/checks/M9", Json::Object{{"check", "found"}}),
        set("error.json_type", "key/boxes.json:/checks/M3", "label"),
        set("error.json_empty", "key/boxes.json:/checks/M3/check", ""),
        set("error.target_unknown", "key/boxes.json:/checks/M3/target", "r9"),
        set("error.group_unknown", "key/boxes.json:/checks/M3/group", "fund"),
        set("error.json_type", "key/boxes.json:/checks/M1/explain/en", Json()),
        set("error.gate_share", "key/boxes.json:/checks/M6/gate/share", 0.4),
        set("error.group_unknown", "key/boxes.json:/checks/M7/gate/group", "fund"),
        set("error.json_unknown_key", "key/boxes.json:/checks/M6/gate/of", "all"),
        set_at("error.bands_item", "key/boxes.json:/checks/M1/bands", "key/boxes.json:/checks/M1/bands",
               Json::Array{Json::Object{{"limit", 0.4}, {"points", 0.5}}}),
        set("error.bands_first", "key/boxes.json:/checks/M2/bands", bands({{0.9, 0.5}})),
        set("error.bands_points_order", "key/boxes.json:/checks/M2/bands", bands({{0.9, 1.0}, {0.8, 1.0}})),
        set("error.bands_points_order", "key/boxes.json:/checks/M2/bands", bands({{0.9, 1.0}, {0.9, 0.5}})),
        {"error.bands_points_order", "key/boxes.json:/checks/M2/bands",
         [](SmallPack& pack) { // an item of 1.5 points, whose limits turn round
             pack.set("questions/boxes.json:/rubric/1/points", 1.5).set("questions/boxes.json:/points", 4.5);
             pack.set("pack.json:/points", 10.5);
             pack.set("key/boxes.json:/checks/M2/bands", bands({{0.9, 1.5}, {0.8, 1.0}, {0.85, 0.5}}));
         }},
        set("error.json_empty", "key/boxes.json:/checks/M2/bands", Json::Array{}),
        set("error.points_form", "key/boxes.json:/checks/M2/bands/0/points", 0),
        set("error.group_unused", "key/boxes.json:/groups/spare", Json::Object{}),
        set("error.json_choice", "key/boxes.json:/groups/found/deduction/check", "missing"),
        set("error.json_range", "key/boxes.json:/groups/found/deduction/free", -1),
        set("error.points_form", "key/boxes.json:/groups/found/deduction/points", 0.2),
        set("error.json_type", "key/boxes.json:/groups/found/flood_limit", 1),
        set("error.json_unknown_key", "key/boxes.json:/groups/found/bonus", 2),
        set("error.points_form", "key/boxes.json:/groups/found/cap", 0.3),
    };
}

std::vector<PackFault> sample_faults() {
    return {
        set("error.question_unknown", "key/samples/empty.json:/answers/nine", Json::Object{}),
        set("error.question_unknown", "key/samples/empty.json:/expect/nine", Json::Object{}),
        set("error.expected_points_form", "key/samples/empty.json:/expect/boxes/M1", 0.3),
        set("error.json_type", "key/samples/empty.json:/expect/boxes/M1", "0"),
        set("error.json_unknown_key", "key/samples/empty.json:/note", "x"),
        set("error.answer_shape_value", "key/samples/perfect.json:/answers/boxes/objects/o1/box", "all"),
        erased("error.json_missing", "key/samples/empty.json:/answers", "key/samples/empty.json:/answers"),
        written("error.json_syntax", "key/samples/empty.json:line 1", "key/samples/empty.json", "{"),
    };
}

} // namespace biaokao::test
