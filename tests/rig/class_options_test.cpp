// A class that takes several options: boxes to tick, digits that add and take away, sets in the comparison.
#include <doctest/doctest.h>

#include "tests/rig/task_rig.h"
#include "tests/rig/text_labels_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

using Options = std::set<std::string>;

Question question_with_topics() {
    Question question = text_question();
    ClassSpec& topic = question.labels.classes[1];
    topic.several = true;
    topic.options.push_back({"money", {"价格", "Money"}});
    return question;
}

} // namespace

TEST_CASE("class options: digits and clicks add an option and take it away, the last one takes the class along") {
    TextRig rig(question_with_topics());
    rig.keys("D 1 Ctrl+Down 3 1"); // the mood, then topics
    CHECK(rig.answer.items.at("v1").classes.at("mood") == ClassValue("good"));
    CHECK(rig.answer.items.at("v1").classes.at("topic") == ClassValue(Options{"food", "money"}));
    CHECK(rig.seen("classes/topic/money")->value == "on");
    CHECK(rig.seen("classes/topic/travel")->value != "on");
    rig.keys("1");
    CHECK(rig.answer.items.at("v1").classes.at("topic") == ClassValue(Options{"money"}));
    rig.press("classes/topic/travel");
    CHECK(rig.answer.items.at("v1").classes.at("topic") == ClassValue(Options{"money", "travel"}));
    rig.press("classes/topic/travel").press("classes/topic/money");
    CHECK_FALSE(rig.answer.items.at("v1").classes.contains("topic"));
    CHECK(rig.answer.items.at("v1").classes.contains("mood"));
    rig.undo(); // one gesture, one step
    CHECK(rig.answer.items.at("v1").classes.at("topic") == ClassValue(Options{"money"}));
}

TEST_CASE("class options: an item whose only class lost its last option is as it was before") {
    Question question = question_with_topics();
    question.labels.groups[1].classes = {"topic"};
    TextRig rig(question);
    rig.keys("D 2");
    CHECK(rig.answer.items.contains("v1"));
    rig.keys("2");
    CHECK_FALSE(rig.answer.items.contains("v1"));
}

TEST_CASE("class options: the comparison shows both sets and calls equal sets right in any order") {
    TextRig rig(question_with_topics());
    rig.keys("D Ctrl+Down 3 1");
    Answer reference;
    reference.items["v1"].classes["topic"] = Options{"money", "food"};
    rig.comparison = Comparison{.reference = &reference, .verdicts = {}, .highlighted = {}};
    rig.editable = false;
    REQUIRE(rig.driver.settle());
    CHECK(rig.seen("classes/topic")->label == "✓ 主题：我的“饮食、价格”，参考“饮食、价格”");
    reference.items["v1"].classes["topic"] = Options{"food"};
    REQUIRE(rig.driver.settle());
    CHECK(rig.seen("classes/topic")->label == "× 主题：我的“饮食、价格”，参考“饮食”");
}

TEST_CASE("class options: pictures have them too, in the panel and in the comparison") {
    SmallPack pack;
    pack.set("questions/boxes.json:/labels/classes",
             parse_json(R"([{"id": "light", "title": {"zh": "光线", "en": "Light"},
        "several": true, "options": [{"id": "day", "title": {"zh": "白天", "en": "Day"}},
                                     {"id": "rain", "title": {"zh": "下雨", "en": "Rain"}}]}])",
                        "classes")
                 .value());
    TaskRig rig("boxes", pack);
    REQUIRE(rig.hand().click("work/side/classes/light/rain"));
    REQUIRE(rig.hand().click("work/side/classes/light/day"));
    CHECK(rig.answer().items.at("yard").classes.at("light") == ClassValue(Options{"day", "rain"}));
    const std::size_t lines = rig.journal_lines();
    REQUIRE(rig.hand().click("work/side/classes/light/day"));
    CHECK(rig.answer().items.at("yard").classes.at("light") == ClassValue(Options{"rain"}));
    CHECK(rig.journal_lines() == lines + 1);
    Answer reference;
    reference.items["yard"].classes["light"] = Options{"day"};
    const Comparison comparison{.reference = &reference, .verdicts = {}, .highlighted = {}};
    rig.comparison = &comparison;
    rig.editable = false;
    REQUIRE(rig.hand().settle());
    CHECK(rig.seen("work/side/classes/light")->label == "× 光线：我的“下雨”，参考“白天”");
}
