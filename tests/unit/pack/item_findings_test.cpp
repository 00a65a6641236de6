#include <doctest/doctest.h>

#include "engine/pack/findings.h"
#include "tasks/types/task_types.h"
#include "tests/support/small_pack.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// "code object", with "!" in front of what keeps the item from being checked.
std::vector<std::string> found(const SmallPack& pack, const char* question_id, const char* item, const Answer& answer) {
    const auto loaded = pack.load();
    const Question& question = *loaded->find_question(question_id);
    std::vector<std::string> lines;
    for (const ItemFinding& finding :
         findings_of_item(*find_task_type(question.type), question, *question.find_item(item), answer, "en")) {
        CHECK(finding.item == item);
        lines.push_back((finding.blocks_check ? "!" : "") + finding.words.code.substr(sizeof("review.") - 1) +
                        (finding.object.empty() ? "" : " " + finding.object));
    }
    return lines;
}

using Lines = std::vector<std::string>;

Object object(const char* item, const char* label, Shape shape) {
    Object made;
    made.item = item;
    made.label = label;
    made.shape = std::move(shape);
    return made;
}

} // namespace

TEST_CASE("findings: an untouched picture is empty, which may be right; a document without its class is not finished") {
    CHECK(found({}, "boxes", "yard", {}) == Lines{"item_empty"});
    CHECK(found({}, "words", "d1", {}) == Lines{"!class_unset"});
    Answer chosen;
    chosen.items["d1"].classes["mood"] = "good";
    CHECK(found({}, "words", "d1", chosen) == Lines{"item_unsaved"});
    chosen.items["d1"].saved = true;
    CHECK(found({}, "words", "d1", chosen).empty());
}

TEST_CASE("findings: an object without label, required attribute or transcript keeps its item from being checked") {
    Answer answer;
    answer.objects = {{"o1", object("yard", "", Box{1, 1, 9, 9})},
                      {"o2", object("yard", "light", Box{1, 1, 9, 9})},
                      {"o3", object("lane", "light", Box{1, 1, 9, 9})}};
    CHECK(found({}, "boxes", "yard", answer) ==
          Lines{"!object_unlabelled o1", "!attribute_missing o2", "item_unsaved"});
    answer.objects = {{"o1", object("call", "speech", Segment{0, 1})}};
    CHECK(found({}, "calls", "call", answer) == Lines{"!attribute_missing o1", "!text_missing o1", "item_unsaved"});
    answer.objects.at("o1").attributes["speaker"] = "A";
    answer.objects.at("o1").text = "好";
    CHECK(found({}, "calls", "call", answer) == Lines{"item_unsaved"});
}

TEST_CASE("findings: a required field of the item itself counts as its classes do") {
    SmallPack pack;
    pack.set("questions/calls.json:/labels/fields", parse_json(R"(["speaker"])", "fields").value());
    CHECK(found(pack, "calls", "call", {}) == Lines{"!field_missing"});
    Answer answer;
    answer.items["call"].attributes["speaker"] = "A";
    CHECK(found(pack, "calls", "call", answer) == Lines{"item_unsaved"});
}

TEST_CASE("findings: a polygon that crosses itself is named, a sound one is not") {
    SmallPack pack;
    pack.set(
        "questions/boxes.json:/labels/objects/-",
        parse_json(R"({"id": "lawn", "title": {"zh": "草地", "en": "Lawn"}, "color": "#009e73", "shape": "polygon"})",
                   "label")
            .value());
    Answer answer;
    answer.objects = {{"o1", object("yard", "lawn", Polygon{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}})},
                      {"o2", object("yard", "lawn", Polygon{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}})}};
    answer.items["yard"].saved = true;
    CHECK(found(pack, "boxes", "yard", answer) == Lines{"!polygon_crosses o2"});
}

TEST_CASE("findings: overlapping spans are named where the task warns of them, and may be checked all the same") {
    Answer answer;
    answer.objects = {{"o1", object("d2", "PER", Span{0, 4})}, {"o2", object("d2", "LOC", Span{2, 6})}};
    answer.items["d2"].saved = true;
    CHECK(found({}, "words", "d2", answer).empty()); // the task refuses overlaps: there can be none
    SmallPack warning;
    warning.set("questions/words.json:/tools/overlap", "warn");
    CHECK(found(warning, "words", "d2", answer) == Lines{"spans_overlap o2"});
}

TEST_CASE("findings: a relation that lost an end is not finished") {
    Answer answer;
    answer.objects = {{"o1", object("d2", "PER", Span{0, 2})}, {"o2", object("d2", "PER", Relation{"o1", "o9"})}};
    answer.items["d2"].saved = true;
    CHECK(found({}, "words", "d2", answer) == Lines{"!relation_end_missing o2"});
}
