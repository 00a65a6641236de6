// The schemas serve editors, the loader decides: both must say the same of every file, as far as a schema can see.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "engine/base/files.h"
#include "engine/base/i18n.h"
#include "engine/pack/pack_files.h"
#include "engine/report/report.h"
#include "engine/score/score.h"
#include "graders/graders.h"
#include "tests/support/small_pack.h"
#include "tests/unit/pack/json_schema.h"
#include "tests/unit/pack/pack_faults.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// The schema of a file of a pack; empty for what is no JSON.
std::string schema_of(const std::string& path) {
    if (!path.ends_with(".json")) return "";
    if (path == "pack.json") return "pack.schema.json";
    if (path.starts_with("questions/")) return "question.schema.json";
    if (path.starts_with("key/samples/")) return "sample.schema.json";
    return path.starts_with("key/") ? "key.schema.json" : "";
}

class Schemas {
public:
    [[nodiscard]] std::vector<std::string> complaints(const std::string& schema, const std::string& text) {
        return schemas_.try_emplace(schema, schema).first->second.complaints(text);
    }

private:
    std::map<std::string, JsonSchema> schemas_;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

// What no schema can see: other files, sums, order, ids of another place, and control characters.
bool is_beyond_schemas(const PackFault& fault) {
    static const std::set<std::string> codes{"error.pack_minutes",
                                             "error.pack_points",
                                             "error.pass_mark",
                                             "error.string_control",
                                             "error.question_missing",
                                             "error.media_missing",
                                             "error.question_file_name",
                                             "error.grader_kind",
                                             "error.rubric_sum",
                                             "error.item_group",
                                             "error.item_group_unwanted",
                                             "error.rubric_order",
                                             "error.skill_level",
                                             "error.attribute_unknown",
                                             "error.tier_unknown",
                                             "error.one_shape_label",
                                             "error.one_shape_points",
                                             "error.label_unknown",
                                             "error.class_unknown",
                                             "error.min_max",
                                             "error.key_question",
                                             "error.answer_label",
                                             "error.answer_item",
                                             "error.reference_attribute",
                                             "error.answer_attribute_value",
                                             "error.answer_class",
                                             "error.item_unknown",
                                             "error.ignore_box",
                                             "error.check_missing",
                                             "error.check_without_item",
                                             "error.target_unknown",
                                             "error.group_unknown",
                                             "error.gate_without_items",
                                             "error.bands_item",
                                             "error.bands_first",
                                             "error.bands_points_order",
                                             "error.group_unused",
                                             "error.question_unknown"};
    if (fault.code == "error.string_too_long" || fault.code == "error.id_twice")
        return fault.where != "questions/boxes.json:/labels/objects/1/attributes" &&
               fault.where != "pack.json:/modules/0/questions";
    return codes.contains(fault.code);
}

} // namespace

TEST_CASE("schemas: every file of a sound pack is accepted") {
    Schemas schemas;
    for (const auto& [path, bytes] : SmallPack().files()) {
        const std::string schema = schema_of(path);
        if (schema.empty()) continue;
        CAPTURE(path);
        const auto complaints = schemas.complaints(schema, bytes);
        CHECK_MESSAGE(complaints.empty(), joined(complaints));
    }
}

TEST_CASE("schemas: every file of the packs that ship is accepted, its demonstration line by line") {
    const auto disk = make_disk_files();
    const std::string folder = BIAOKAO_SOURCE_DIR "/tasks/packs";
    Schemas schemas;
    const auto check = [&](const std::string& schema, const std::string& text) {
        const auto complaints = schemas.complaints(schema, text);
        CHECK_MESSAGE(complaints.empty(), joined(complaints));
    };
    const auto packs = disk->list(folder);
    REQUIRE(packs.has_value());
    for (const FileInfo& pack : *packs) {
        const auto opened = open_pack_folder(*disk, folder + "/" + pack.name);
        REQUIRE(opened.files);
        for (const auto& [path, size] : opened.files->sizes()) {
            CAPTURE(path);
            if (const std::string schema = schema_of(path); !schema.empty())
                check(schema, opened.files->read(path).value());
            if (path != "key/demo.jsonl") continue;
            const std::string script = opened.files->read(path).value();
            for (std::size_t at = 0; at < script.size();) {
                const auto end = std::min(script.find('\n', at), script.size());
                if (end > at) check("demo_line.schema.json", script.substr(at, end - at));
                at = end + 1;
            }
        }
    }
}

TEST_CASE("schemas: what the loader refuses a schema refuses too, wherever it can see the fault") {
    Schemas schemas;
    std::size_t seen = 0;
    for (const auto& faults :
         {paper_faults(), question_faults(), label_faults(), reference_faults(), check_faults(), sample_faults()}) {
        for (const PackFault& fault : faults) {
            const std::string path = fault.where.substr(0, fault.where.find(':'));
            if (fault.code == "error.json_syntax") continue; // no editor needs a schema for that
            SmallPack pack;
            fault.make(pack);
            CAPTURE(fault.code);
            CAPTURE(fault.where);
            const auto complaints = schemas.complaints(schema_of(path), pack.files().at(path));
            CHECK_MESSAGE(complaints.empty() == is_beyond_schemas(fault), joined(complaints));
            seen += !complaints.empty();
        }
    }
    CHECK(seen > 70);
}

TEST_CASE("schemas: answer files are accepted and refused as the reader of answers does") {
    Schemas schemas;
    const std::string sound = dump_json(*SmallPack().at("key/samples/perfect.json:/answers").object());
    CHECK(schemas.complaints("answers.schema.json", sound).empty());
    CHECK(schemas.complaints("answers.schema.json", "{}").empty());
    const char* broken[] = {R"({"q": {"objects": {"o1": {"item": "a", "box": [1, 2, 3]}}}})",
                            R"({"q": {"objects": {"o1": {"item": "a", "box": [1, 2, 3, 4], "span": [0, 1]}}}})",
                            R"({"q": {"objects": {"o1": {"item": "a"}}}})",
                            R"({"q": {"objects": {"o1": {"label": "x", "box": [1, 2, 3, 4]}}}})",
                            R"({"q": {"objects": {"o 1": {"item": "a", "box": [1, 2, 3, 4]}}}})",
                            R"({"q": {"objects": {"o1": {"item": "a", "span": [0.5, 1]}}}})",
                            R"({"q": {"items": {"a": {"saved": 1}}}})",
                            R"({"q": {"items": {"a": {"class": {"c": 1}}}}})",
                            R"({"q": {"name": "x"}})",
                            R"({"q": []})",
                            R"([])"};
    for (const char* text : broken) {
        CAPTURE(std::string(text));
        CHECK_FALSE(schemas.complaints("answers.schema.json", text).empty());
        Problems problems;
        const Json value = parse_json(text, "a.json").value();
        if (value.object())
            static_cast<void>(answer_from_json(value.object()->front().second, "a.json", "/q", problems));
        CHECK((!value.object() || !problems.empty()));
    }
}

TEST_CASE("schemas: lines of a demonstration") {
    Schemas schemas;
    const std::string demo = "demo_line.schema.json";
    for (const char* line : {R"({"pack": "..", "expect": {"total": 25.5}})", R"({"do": "click", "on": "exam/submit"})",
                             R"({"do": "drag", "on": "exam/work/canvas", "from": [1, 2], "to": [3.5, 4]})",
                             R"({"do": "wait", "ms": 500})", R"({"do": "shot", "text": "start"})"})
        CHECK_MESSAGE(schemas.complaints(demo, line).empty(), line);
    for (const char* line : {R"({"pack": ".."})", R"({"do": "jump"})", R"({"do": "drag", "from": [1]})", "{}",
                             R"({"do": "wait", "ms": -1})", R"({"do": "click", "button": 2})"})
        CHECK_MESSAGE(!schemas.complaints(demo, line).empty(), line);
}

TEST_CASE("schemas: the score sheets of samples in both languages, and nothing with other points") {
    Schemas schemas;
    const std::string schema = "sheet.schema.json";
    const auto pack = SmallPack().load();
    const auto scorer = Scorer::compile(pack, all_graders());
    REQUIRE(scorer.has_value());
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    for (const SampleAnswers& sample : pack->samples)
        for (const char* language : {"zh", "en"}) {
            const ScoreSheet sheet = scorer->score(sample.answers, {"王芳", "0001"});
            Json json = json_report(sheet, Translator(locales, language));
            const auto complaints = schemas.complaints(schema, dump_json(json));
            CHECK_MESSAGE(complaints.empty(), joined(complaints));
            json.set("total", Json());
            CHECK(schemas.complaints(schema, dump_json(json)).empty());
            json.set("total", 0.3);
            CHECK_FALSE(schemas.complaints(schema, dump_json(json)).empty());
            json.set("total", "0.5");
            CHECK_FALSE(schemas.complaints(schema, dump_json(json)).empty());
        }
    CHECK(schemas
              .complaints(schema, R"({"submission": "a.biaokao", "error": {"code": "c", "where": "", "message": "m"}})")
              .empty());
    CHECK_FALSE(schemas.complaints(schema, R"({"submission": "a.biaokao"})").empty());
}
