#include <doctest/doctest.h>

#include <algorithm>

#include "engine/answer/answer.h"
#include "engine/pack/task_type.h"

namespace biaokao {
extern const TaskType text_labels_type;
}
using namespace biaokao;

namespace {

const TaskType& type() { return text_labels_type; }

Question question() {
    Question q;
    q.id = "q";
    q.type = q.grader = "text_labels";
    q.labels.objects = {
        {.id = "LOC", .title = {"地名", "Place"}, .color = "#0072B2", .shape = "span", .attributes = {}},
        {.id = "PER", .title = {"人名", "Person"}, .color = "#E69F00", .shape = "span", .attributes = {}}};
    q.labels.classes = {
        {.id = "mood", .title = {"情感", "Mood"}, .options = {{"good", {"好", "Good"}}, {"bad", {"坏", "Bad"}}}}};
    q.labels.groups = {{.id = "spans", .title = {"句", "S"}, .objects = {"LOC"}, .classes = {}},
                       {.id = "moods", .title = {"评", "R"}, .objects = {}, .classes = {"mood"}}};
    q.items = {{.id = "d1", .title = {"一", "1"}, .file = "", .text = "去😀北京<吧>。", .group = "spans"},
               {.id = "d2", .title = {"二", "2"}, .file = "", .text = "好吃", .group = "moods"}};
    return q;
}

Object span(std::int64_t start, std::int64_t end, const char* label = "LOC", const char* item = "d1") {
    Object object;
    object.item = item;
    object.label = label;
    object.shape = Span{start, end};
    return object;
}

std::string figure(const Question& q, const Answer& answer, const Answer* reference = nullptr,
                   std::span<const ObjectVerdict> verdicts = {}, std::size_t item = 0) {
    const Pack pack;
    return type().figure({pack, q, q.items[item], answer, reference, verdicts, "zh", false}).value();
}

std::size_t count(const std::string& text, std::string_view piece) {
    std::size_t found = 0;
    for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("text_labels: a question needs a text for each item, and labels that are spans") {
    struct Row {
        const char* what;
        void (*spoil)(Question&);
        const char* code;
        const char* where;
    };
    const Row rows[] = {
        {"no text", [](Question& q) { q.items[1].text = ""; }, "error.item_needs_text", "q.json:/items/1"},
        {"a picture", [](Question& q) { q.items[0].text = "", q.items[0].file = "media/a.png"; }, "error.item_not_text",
         "q.json:/items/0/file"},
        {"a control character", [](Question& q) { q.items[0].text = "a\x1B"; }, "error.text_control",
         "q.json:/items/0/text"},
        {"a box", [](Question& q) { q.labels.objects[1].shape = "box"; }, "error.label_shape",
         "q.json:/labels/objects/1/shape"}};
    Problems none;
    type().check_question(question(), "q.json", none);
    CHECK(none.empty());
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Question q = question();
        row.spoil(q);
        Problems problems;
        type().check_question(q, "q.json", problems);
        REQUIRE(problems.errors.size() == 1);
        CHECK(problems.errors[0].code == row.code);
        CHECK(problems.errors[0].where == row.where);
    }
}

TEST_CASE("text_labels: a span stands inside its document, in code points, under a label of its group") {
    struct Row {
        const char* what;
        Object object;
        const char* code; // null: allowed
    };
    const Row rows[] = {{"inside", span(2, 4), nullptr},
                        {"the whole", span(0, 8), nullptr}, // 8 code points, 24 bytes
                        {"one too far", span(0, 9), "error.span_outside"},
                        {"empty", span(2, 2), "error.span_empty"},
                        {"backwards", span(4, 2), "error.span_empty"},
                        {"before the start", span(-1, 2), "error.span_empty"},
                        {"no label yet", span(0, 1, ""), nullptr},
                        {"a label of another group", span(0, 1, "PER"), "error.answer_label"},
                        {"an item that is not there", span(0, 1, "LOC", "d9"), "error.answer_item"}};
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Answer answer;
        answer.objects = {{"o1", row.object}};
        Problems problems;
        type().check_answer(question(), answer, "a.json:/q", problems);
        CHECK(problems.errors.size() == (row.code ? 1 : 0));
        if (row.code && !problems.empty()) CHECK(problems.errors[0].code == row.code);
    }
}

TEST_CASE("text_labels: an item is begun by a span or a class, not by saving") {
    const Question q = question();
    Answer answer;
    answer.items["d1"].saved = true;
    CHECK_FALSE(type().item_begun(q, q.items[0], answer));
    answer.objects = {{"o1", span(0, 1)}};
    CHECK(type().item_begun(q, q.items[0], answer));
    CHECK_FALSE(type().item_begun(q, q.items[1], answer));
    answer.items["d2"].classes["mood"] = "good";
    CHECK(type().item_begun(q, q.items[1], answer));
}

TEST_CASE("text_labels figure: the document is escaped, each mark is drawn and listed with its verdict") {
    const Question q = question();
    Answer mine, reference;
    mine.objects = {{"o1", span(2, 4)}, {"o2", span(4, 5)}};
    reference.objects = {{"r1", span(2, 4)}, {"r2", span(0, 1)}};
    const std::vector<ObjectVerdict> verdicts{
        {"d1", "o1", "r1", Verdict::matched}, {"d1", "o2", "", Verdict::extra}, {"d1", "", "r2", Verdict::missing}};
    const std::string svg = figure(q, mine, &reference, verdicts);
    CHECK(svg.starts_with("<svg "));
    CHECK(svg.ends_with("</svg>"));
    CHECK(svg.find("<吧>") == svg.npos);
    CHECK(svg.find("&lt;") != svg.npos);
    CHECK(count(svg, "<line ") == 3);
    CHECK(count(svg, "stroke-dasharray") == 1);
    CHECK(svg.find("2✓ 地名 “北京” [2, 4]") != svg.npos);
    CHECK(svg.find("3× 地名 “&lt;” [4, 5]") != svg.npos);
    CHECK(svg.find("1○ → 地名 “去” [0, 1]") != svg.npos);
    CHECK(count(figure(q, mine), "<line ") == 2);
}

TEST_CASE("text_labels figure: relations are arcs with a head, numbered and listed behind the spans") {
    Question q = question();
    q.labels.objects.push_back(
        {.id = "near", .title = {"邻<近", "Near"}, .color = "#009E73", .shape = "relation", .attributes = {}});
    Answer mine, reference;
    Object relation = span(0, 0, "near");
    relation.shape = Relation{"o1", "o2"};
    mine.objects = {{"o1", span(2, 4)}, {"o2", span(0, 1)}, {"o3", relation}};
    relation.shape = Relation{"r2", "r1"};
    reference.objects = {{"r1", span(2, 4)}, {"r2", span(0, 1)}, {"r3", relation}};
    const std::string alone = figure(q, mine);
    CHECK(count(alone, "<path ") == 2); // the arc and its head
    CHECK(alone.find("3 邻&lt;近 “北京” → “去”") != alone.npos);
    CHECK(count(figure(q, reference), "<line ") == 2);
    const std::vector<ObjectVerdict> verdicts{{"d1", "o1", "r1", Verdict::matched},
                                              {"d1", "o2", "r2", Verdict::matched},
                                              {"d1", "o3", "r3", Verdict::near_miss}};
    const std::string svg = figure(q, mine, &reference, verdicts);
    CHECK(count(svg, "<path ") == 4);
    CHECK(count(svg, "stroke-dasharray") == 1); // what was wanted
    CHECK(svg.find("4≈ → 邻&lt;近 “去” → “北京”") != svg.npos);
    mine.objects.erase("o2"); // a relation that lost an end is nothing to draw
    CHECK(count(figure(q, mine), "<path ") == 0);
}

TEST_CASE("text_labels figure: a class shows what was chosen and what the reference has") {
    const Question q = question();
    Answer mine, reference;
    reference.items["d2"].classes["mood"] = "good";
    CHECK(figure(q, mine, &reference, {}, 1).find("情感: – × → 好") != std::string::npos);
    mine.items["d2"].classes["mood"] = "bad";
    CHECK(figure(q, mine, &reference, {}, 1).find("情感: 坏 × → 好") != std::string::npos);
    mine.items["d2"].classes["mood"] = "good";
    CHECK(figure(q, mine, &reference, {}, 1).find("情感: 好 ✓") != std::string::npos);
}

TEST_CASE("text_labels figure: of a long document only the surroundings of marks are drawn") {
    Question q = question();
    q.items[0].text.clear();
    for (int i = 0; i < 500; ++i) q.items[0].text += "第" + std::to_string(i) + "行\n";
    Answer answer;
    answer.objects = {{"o1", span(8, 11)}}; // the third line: the first ten have 4 code points each
    const std::string svg = figure(q, answer);
    CHECK(count(svg, "⋯") == 2); // above and below
    CHECK(svg.size() < 4000);
    CHECK(svg.find("<line ") != svg.npos);
}
