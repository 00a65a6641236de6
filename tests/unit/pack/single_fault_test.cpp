// One fault at a time: every rule of the pack format has a row that breaks it and nothing else.
#include <doctest/doctest.h>

#include <functional>

#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

struct Fault {
    const char* code;
    const char* where;
    std::function<void(SmallPack&)> make;
};

// Each row must give exactly this one problem.
void check_faults(const std::vector<Fault>& faults) {
    for (const Fault& fault : faults) {
        SmallPack pack;
        fault.make(pack);
        const Problems problems = pack.problems();
        CAPTURE(std::string(fault.code));
        CAPTURE(std::string(fault.where));
        CHECK_MESSAGE(has_problem(problems, fault.code, fault.where), shown(problems));
        CHECK_MESSAGE(problems.errors.size() == 1, shown(problems));
    }
}

Fault set(const char* code, const char* where, Json value) {
    return {code, where, [=](SmallPack& pack) { pack.set(where, value); }};
}
Fault set_at(const char* code, const char* where, const char* place, Json value) {
    return {code, where, [=](SmallPack& pack) { pack.set(place, value); }};
}
Fault erased(const char* code, const char* where, const char* place) {
    return {code, where, [=](SmallPack& pack) { pack.erase(place); }};
}
Fault written(const char* code, const char* where, const char* path, std::string bytes) {
    return {code, where, [=](SmallPack& pack) { pack.write(path, bytes); }};
}

const Json text = Json::Object{{"zh", "文"}, {"en", "text"}};

} // namespace

TEST_CASE("pack.json: each fault alone is named with its place") {
    check_faults({
        set("error.pack_format", "pack.json:/format", 2),
        set("error.json_unknown_key", "pack.json:/colour", "red"),
        set("error.uuid_form", "pack.json:/id", "0B8F3A52-6C1D-4E8E-9A70-2F4C8D1E5B63"),
        set("error.json_range", "pack.json:/version", 0),
        set("error.json_type", "pack.json:/version", "3"),
        set("error.json_range", "pack.json:/level", 3),
        set("error.json_range", "pack.json:/minutes", 601),
        set("error.pack_minutes", "pack.json:/minutes", 14),
        set("error.pack_points", "pack.json:/points", 10.5),
        set("error.points_form", "pack.json:/points", 10.25),
        set("error.points_form", "pack.json:/pass_mark", 0),
        set("error.pass_mark", "pack.json:/pass_mark", 10.5),
        erased("error.json_missing", "pack.json:/title", "pack.json:/title"),
        erased("error.json_missing", "pack.json:/title/en", "pack.json:/title/en"),
        set("error.json_empty", "pack.json:/title/zh", ""),
        set("error.line_break", "pack.json:/title", Json::Object{{"zh", "小\n卷"}, {"en", "Small"}}),
        set("error.title_too_long", "pack.json:/title", Json::Object{{"zh", std::string(121, 'x')}, {"en", "x"}}),
        set("error.string_control", "pack.json:/licence", "CC0\t1.0"),
        set("error.json_empty", "pack.json:/licence", ""),
        set("error.json_empty", "pack.json:/authors", Json::Array{}),
        set("error.json_type", "pack.json:/authors/0", 7),
        set("error.json_empty", "pack.json:/authors", Json::Array{"A", ""}),
        set_at("error.id_twice", "pack.json:/modules/1/questions", "pack.json:/modules/1/questions/-", "boxes"),
        set_at("error.question_missing", "pack.json:/modules/1/questions", "pack.json:/modules/1/questions/-", "nine"),
        set("error.json_unknown_key", "pack.json:/modules/0/points", 4.0),
        set("error.sha256_form", "pack.json:/media/media~1yard.png", "abc"),
        set("error.media_missing", "pack.json:/media/media~1no.png", std::string(64, '0')),
    });
}

TEST_CASE("pack.json: a mended list leaves no follow-up problem, a broken file stops only itself") {
    SmallPack pack;
    pack.write("pack.json", "{\"format\": 1,");
    CHECK(has_problem(pack.problems(), "error.json_syntax", "pack.json:line 1"));
    SmallPack twice;
    twice.write("questions/words.json", "{\"format\": 1, \"format\": 1}").write("key/calls.json", "[");
    const Problems problems = twice.problems();
    CHECK_MESSAGE(has_problem(problems, "error.json_duplicate_key", "questions/words.json:/format"), shown(problems));
    CHECK_MESSAGE(has_problem(problems, "error.json_syntax", "key/calls.json:line 1"), shown(problems));
}

TEST_CASE("files of a pack: each fault alone is named with its path") {
    check_faults({
        written("error.pack_unexpected_file", "notes.txt", "notes.txt", "x"),
        written("error.pack_unexpected_file", "questions/old/boxes.json", "questions/old/boxes.json", "{}"),
        written("error.pack_unexpected_file", "key/plan.md", "key/plan.md", "x"),
        written("error.media_not_listed", "media/other.png", "media/other.png", png_bytes(2, 2)),
        written("error.question_not_named", "questions/nine.json", "questions/nine.json", "{}"),
        written("error.key_without_question", "key/nine.json", "key/nine.json", "{}"),
        {"error.key_missing", "key/words.json", [](SmallPack& pack) { pack.remove("key/words.json"); }},
        written("error.image_unreadable", "media/yard.png", "media/yard.png", "no picture"),
        written("error.image_too_large", "media/yard.png", "media/yard.png", png_header_bytes(15'000, 15'000)),
        written("error.audio_unreadable", "media/call.wav", "media/call.wav", "no sound"),
        written("error.audio_empty", "media/call.wav", "media/call.wav", wav_bytes(0)),
        written("error.text_bom", "media/notes.txt", "media/notes.txt", "\xEF\xBB\xBF李明在北京路等人。"),
        written("error.text_not_utf8", "media/notes.txt", "media/notes.txt", "\xC4\xE3\xBA\xC3"),
        {"error.media_sha256", "pack.json:/media/media~1yard.png",
         [](SmallPack& pack) { pack.set("pack.json:/media/media~1yard.png", std::string(64, 'a')); }},
        {"error.media_unused", "pack.json:/media/media~1spare.png",
         [](SmallPack& pack) {
             pack.set("pack.json:/media/media~1spare.png", "").write("media/spare.png", png_bytes(2, 2));
         }},
    });
}

TEST_CASE("a missing picture is missing in the list and in the question that shows it") {
    SmallPack pack;
    pack.remove("media/lane.png");
    const Problems problems = pack.problems();
    CHECK(has_problem(problems, "error.media_missing", "pack.json:/media/media~1lane.png"));
    CHECK(has_problem(problems, "error.media_missing", "questions/boxes.json:/items/1/file"));
    CHECK_MESSAGE(problems.errors.size() == 2, shown(problems));
}

TEST_CASE("questions: each fault of head, sheet, items and rubric is named with its place") {
    check_faults({
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
    });
}

TEST_CASE("questions: each fault of the label schema is named with its place") {
    check_faults({
        set("error.color_form", "questions/boxes.json:/labels/objects/0/color", "red"),
        set("error.json_choice", "questions/boxes.json:/labels/objects/0/shape", "circle"),
        set("error.json_unknown_key", "questions/boxes.json:/labels/objects/0/size", 3),
        set_at("error.attribute_unknown", "questions/boxes.json:/labels/objects/1/attributes",
               "questions/boxes.json:/labels/objects/1/attributes/-", "weight"),
        set_at("error.id_twice", "questions/boxes.json:/labels/objects/1/attributes",
               "questions/boxes.json:/labels/objects/1/attributes/-", "lamp"),
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
    });
}

TEST_CASE("ids stand once in each list of a question") {
    for (const char* list : {"boxes.json:/items", "boxes.json:/labels/objects", "boxes.json:/labels/attributes",
                             "words.json:/labels/classes", "words.json:/labels/groups"}) {
        SmallPack pack;
        const std::string place = std::string("questions/") + list;
        const Json first = pack.at(place + "/0");
        pack.set(place + "/-", first);
        const std::size_t last = pack.at(place).array()->size() - 1;
        const Problems problems = pack.problems();
        CHECK_MESSAGE(has_problem(problems, "error.id_twice", place + "/" + std::to_string(last) + "/id"),
                      shown(problems));
    }
}

TEST_CASE("keys: each fault of reference and ignore regions is named with its place") {
    check_faults({
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
    });
}

TEST_CASE("keys: each fault of checks, gates, bands and groups is named with its place") {
    check_faults({
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
        set("error.bands_order", "key/boxes.json:/checks/M2/bands",
            Json::Array{Json::Object{{"limit", 0.7}, {"points", 1.0}}}),
        set("error.json_empty", "key/boxes.json:/checks/M2/bands", Json::Array{}),
        set("error.points_form", "key/boxes.json:/checks/M2/bands/0/points", 0),
        set("error.group_unused", "key/boxes.json:/groups/spare", Json::Object{}),
        set("error.json_choice", "key/boxes.json:/groups/found/deduction/check", "missing"),
        set("error.json_range", "key/boxes.json:/groups/found/deduction/free", -1),
        set("error.points_form", "key/boxes.json:/groups/found/deduction/points", 0.2),
        set("error.json_type", "key/boxes.json:/groups/found/flood_limit", 1),
        set("error.json_unknown_key", "key/boxes.json:/groups/found/cap", 2),
    });
}

TEST_CASE("samples: each fault is named with its place") {
    check_faults({
        set("error.question_unknown", "key/samples/empty.json:/answers/nine", Json::Object{}),
        set("error.question_unknown", "key/samples/empty.json:/expect/nine", Json::Object{}),
        set("error.expected_points_form", "key/samples/empty.json:/expect/boxes/M1", 0.3),
        set("error.json_type", "key/samples/empty.json:/expect/boxes/M1", "0"),
        set("error.json_unknown_key", "key/samples/empty.json:/note", "x"),
        set("error.answer_shape_value", "key/samples/perfect.json:/answers/boxes/objects/o1/box", "all"),
        erased("error.json_missing", "key/samples/empty.json:/answers", "key/samples/empty.json:/answers"),
        written("error.json_syntax", "key/samples/empty.json:line 1", "key/samples/empty.json", "{"),
    });
}
