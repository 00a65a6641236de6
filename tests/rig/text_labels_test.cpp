#include <doctest/doctest.h>

#include "text_labels_rig.h"

using namespace biaokao;
using namespace biaokao::test;

// s1: 0–5 3月18日, 5 ，, 6–9 周明远, 9 👍, 10 到, 11 blank, 12–18 柳林路12号, 18 。, 19 end

TEST_CASE("text desk: drag, then a digit makes a span; the offsets behind an emoji are right") {
    TextRig rig;
    rig.drag(12, 18).keys("2");
    CHECK(rig.spans() == "LOC[12,18)");
    rig.keys("3"); // the new span is selected: a digit relabels it
    CHECK(rig.spans() == "TIME[12,18)");
    rig.keys("Delete");
    CHECK(rig.spans().empty());
    CHECK(rig.commands == std::vector<std::string>{"edit.mark_span", "edit.relabel", "edit.delete"});
}

TEST_CASE("text desk: a drag reaches to where the button was let go, although both come in the same frame") {
    TextRig rig; // nothing was selected: the release came before the move was seen
    rig.quick_drag(12, 18).keys("2");
    CHECK(rig.spans() == "LOC[12,18)");
}

TEST_CASE("text desk: under a sticky label a drag is enough, blanks fall off the ends") {
    TextRig rig;
    rig.press("side/labels/LOC").drag(11, 18);
    CHECK(rig.spans() == "LOC[12,18)");
    rig.drag(6, 9).keys("1");
    CHECK(rig.spans() == "LOC[12,18) PER[6,9)");
}

TEST_CASE("text desk: the label beside a selection can be clicked") {
    TextRig rig;
    rig.drag(6, 9).press("label_menu/PER");
    CHECK(rig.spans() == "PER[6,9)");
    CHECK(rig.seen("label_menu/PER") == nullptr);
}

TEST_CASE("text desk: a span by the keyboard alone, with both ends adjusted; a held key is one step") {
    TextRig rig;
    rig.keys("Right Right Right Right Right Right Shift+Right Shift+Right 1");
    CHECK(rig.spans() == "PER[6,8)");
    rig.keys("Shift+Right");
    CHECK(rig.spans() == "PER[6,9)");
    rig.keys("Alt+Left Alt+Left Alt+Right");
    CHECK(rig.spans() == "PER[5,9)");
    rig.keys("Alt+Right");
    rig.undo();
    CHECK(rig.spans() == "PER[5,9)");
    rig.keys("Esc Right Shift+End 2"); // the caret had followed the start of the span
    CHECK(rig.spans() == "PER[5,9) LOC[7,19)");
}

TEST_CASE("text desk: the caret steps over an emoji whole, Ctrl+arrows step by words") {
    TextRig rig;
    rig.keys("Ctrl+End Left Left Ctrl+Shift+Left Enter");
    CHECK(rig.spans() == "[15,17)"); // Enter without a label: a span still to be labelled
    rig.keys("3 Esc Home Ctrl+Right Ctrl+Right Ctrl+Shift+Right Enter");
    CHECK(rig.spans() == "TIME[15,17) TIME[2,4)"); // Enter takes the label used last
}

TEST_CASE("text desk: a double click takes a word, a triple click a sentence") {
    TextRig rig;
    rig.double_click(13).keys("2 Esc");
    CHECK(rig.spans() == "LOC[12,15)");
    rig.keys("Esc"); // no sticky label any more
    rig.clicks(3, 3).keys("3");
    CHECK(rig.spans() == "LOC[12,15) TIME[0,19)");
}

TEST_CASE("text desk: under a sticky label a triple click makes a sentence, not a word first") {
    TextRig rig;
    rig.press("side/labels/TIME").clicks(13, 3);
    for (int i = 0; i < 60; ++i) rig.frame();
    CHECK(rig.spans() == "TIME[0,19)");
    rig.keys("Delete").clicks(13, 2);
    CHECK(rig.spans().empty()); // it could still become a triple click
    for (int i = 0; i < 60; ++i) rig.frame();
    CHECK(rig.spans() == "TIME[12,15)");
}

TEST_CASE("text desk: Alt at the release keeps the blanks that would fall off") {
    TextRig rig;
    rig.slow_drag(10, rig.place_of(12), false).keys("2 Esc Esc");
    CHECK(rig.spans() == "LOC[10,11)");
    rig.slow_drag(11, rig.place_of(15), true).keys("1");
    CHECK(rig.spans() == "LOC[10,11) PER[11,15)");
}

TEST_CASE("text desk: Shift+2 makes the mouse and the arrows take whole words") {
    TextRig rig;
    rig.keys("Shift+2").drag(13, 14).keys("2 Esc Esc Home Shift+Right 3");
    CHECK(rig.spans() == "LOC[12,15) TIME[0,1)");
}

TEST_CASE("text desk: a drag beyond the edge scrolls on, keys and wheel scroll, the caret stays in sight") {
    Question question = text_question();
    question.items[0].text.clear();
    for (int line = 0; line < 400; ++line) question.items[0].text += "一行文字\n"; // 5 code points each
    TextRig rig(question);
    const Box area = rig.seen("canvas")->in_screen;
    rig.slow_drag(0, {area.x + 30, area.bottom() + 40}, false, 30);
    CHECK(rig.place_of(0).y < area.y); // the first line has gone up
    rig.keys("Esc Ctrl+End");
    CHECK(area.contains(rig.place_of(1999)));
    rig.keys("Ctrl+Home PgDn PgDn");
    CHECK(rig.place_of(0).y < area.y);
    const double before = rig.place_of(0).y;
    REQUIRE(rig.driver.wheel("work/canvas", 2).has_value());
    CHECK(rig.place_of(0).y > before);
}

TEST_CASE("text desk: Tab goes through the spans in reading order, and Delete takes the one it is on") {
    TextRig rig;
    rig.drag(12, 18).keys("2 Esc").drag(0, 5).keys("3 Esc").drag(6, 9).keys("1 Esc");
    CHECK(rig.spans() == "LOC[12,18) TIME[0,5) PER[6,9)");
    rig.keys("Tab Tab Delete");
    CHECK(rig.spans() == "LOC[12,18) TIME[0,5)");
    rig.keys("Shift+Tab Delete");
    CHECK(rig.spans() == "TIME[0,5)");
}

TEST_CASE("text desk: an overlap is refused with a note where the task forbids it, and adjusting stops there") {
    Question question = text_question();
    question.tools.overlap = Overlap::refuse;
    TextRig rig(question);
    rig.drag(6, 9).keys("1 Esc").drag(8, 11).keys("2");
    CHECK(rig.spans() == "PER[6,9)");
    REQUIRE(rig.ui.notes().size() == 1);
    CHECK(rig.ui.notes()[0].words == rig.ui.tr("text.refused.overlap"));
    rig.keys("Esc").drag(10, 11).keys("2 Alt+Left Alt+Left Alt+Left");
    CHECK(rig.spans() == "PER[6,9) LOC[9,11)");
}

TEST_CASE("text desk: where the task allows it, spans overlap") {
    TextRig rig;
    rig.drag(6, 9).keys("1 Esc").drag(8, 11).keys("2");
    CHECK(rig.spans() == "PER[6,9) LOC[8,11)");
}

TEST_CASE("text desk: the end of the selected span can be dragged, as one command") {
    TextRig rig;
    rig.drag(6, 9).keys("1");
    rig.drag(9, 11);
    CHECK(rig.spans() == "PER[6,11)");
    rig.drag(6, 10);
    CHECK(rig.spans() == "PER[10,11)");
    CHECK(rig.commands == std::vector<std::string>{"edit.mark_span", "edit.move_span_end", "edit.move_span_end"});
}

TEST_CASE("text desk: a click chooses the smallest span there, Esc lets go of it") {
    TextRig rig;
    rig.drag(5, 18).keys("2 Esc Esc").drag(6, 9).keys("1 Esc");
    rig.click(7).keys("Delete");
    CHECK(rig.spans() == "LOC[5,18)");
    rig.click(7).keys("Esc Delete");
    CHECK(rig.spans() == "LOC[5,18)");
}

TEST_CASE("text desk: digits choose the class of a document without labels, Ctrl+Down goes to the next class") {
    TextRig rig;
    rig.keys("D 2 Ctrl+Down 1");
    CHECK(rig.answer.items.at("v1").classes.at("mood") == ClassValue("bad"));
    CHECK(rig.answer.items.at("v1").classes.at("topic") == ClassValue("food"));
    rig.press("classes/mood/good");
    CHECK(rig.answer.items.at("v1").classes.at("mood") == ClassValue("good"));
    rig.keys("D"); // wrong before: the click had taken the keyboard away from the text
    CHECK(rig.view->current_item() == "m1");
}

TEST_CASE("text desk: where a document has labels and classes, a digit labels only what is selected") {
    TextRig rig;
    rig.keys("D D 1");
    CHECK(rig.answer.items.at("m1").classes.at("mood") == ClassValue("good"));
    rig.drag(1, 3).keys("1");
    CHECK(rig.spans() == "LOC[1,3)");
    CHECK(rig.answer.items.at("m1").classes.at("mood") == ClassValue("good"));
    rig.keys("Esc Esc 2");
    CHECK(rig.answer.items.at("m1").classes.at("mood") == ClassValue("bad"));
}

TEST_CASE("text desk: Ctrl+S marks the document, the next edit takes the mark away; D and A change documents") {
    TextRig rig;
    rig.keys("D 1 Ctrl+S");
    CHECK(rig.answer.items.at("v1").saved);
    rig.keys("A D");
    CHECK(rig.view->current_item() == "v1");
    CHECK(rig.answer.items.at("v1").saved);
}

TEST_CASE("text desk: read-only, nothing can be changed") {
    TextRig rig;
    rig.drag(6, 9).keys("1");
    rig.editable = false;
    rig.keys("Delete 2 Shift+Right Esc").drag(10, 11).keys("1 Enter D 1 Ctrl+S");
    CHECK(rig.spans() == "PER[6,9)");
    CHECK(rig.answer.items.empty());
}

TEST_CASE("text desk: a comparison shows both sides and both classes") {
    TextRig rig;
    Answer reference;
    rig.drag(6, 9).keys("1").keys("D 2");
    reference.objects = rig.answer.objects;
    std::get<Span>(reference.objects.begin()->second.shape) = {6, 8};
    auto node = reference.objects.extract(reference.objects.begin());
    node.key() = "r1";
    reference.objects.insert(std::move(node));
    reference.items["v1"].classes["mood"] = "good";
    const std::vector<ObjectVerdict> verdicts{{"s1", "o1", "r1", Verdict::near_miss}};
    rig.comparison = Comparison{.reference = &reference, .verdicts = verdicts, .highlighted = {"o1", "r1"}};
    rig.editable = false;
    rig.view->show("s1", "r1");
    REQUIRE(rig.driver.settle().has_value());
    REQUIRE((rig.seen("side/verdicts/o1") != nullptr));
    REQUIRE((rig.seen("side/verdicts/r1") != nullptr));
    CHECK(rig.seen("side/verdicts/r1")->label.find("人名") != std::string::npos);
    rig.view->show("v1", "");
    REQUIRE(rig.driver.settle().has_value());
    REQUIRE((rig.seen("classes/mood") != nullptr));
    CHECK(rig.seen("classes/mood")->label.find("差评") != std::string::npos);
    CHECK(rig.seen("classes/mood")->label.find("好评") != std::string::npos);
}

TEST_CASE("text desk: Ctrl+F finds words, and what is found can be labelled at once") {
    TextRig rig;
    rig.keys("Ctrl+F");
    REQUIRE(rig.driver.type("柳林路").has_value());
    rig.keys("Enter 2");
    CHECK(rig.spans() == "LOC[12,15)");
    rig.keys("Esc F3 3"); // the only place is found again, from the other end
    CHECK(rig.spans() == "LOC[12,15) TIME[12,15)");
}

TEST_CASE("text desk: the same text elsewhere is offered with its count, and marked in one step") {
    Question question = text_question();
    question.items[0].text = "小王说：小王和小王同学来了，小王八点到。"; // 0 4 7 14
    TextRig rig(question);
    rig.drag(4, 6);
    CHECK(rig.seen("mark_same") == nullptr); // nothing is marked yet
    rig.keys("1");
    REQUIRE((rig.seen("mark_same") != nullptr));
    CHECK(rig.seen("mark_same")->label == rig.ui.tr("text.mark_same", {{"count", "3"}}));
    rig.keys("E");
    CHECK(rig.spans() == "PER[4,6) PER[0,2) PER[7,9) PER[14,16)");
    CHECK(rig.commands == std::vector<std::string>{"edit.mark_span", "edit.mark_same"});
    CHECK(rig.seen("mark_same") == nullptr);
    rig.undo();
    REQUIRE(rig.driver.settle().has_value());
    CHECK(rig.spans() == "PER[4,6)");
    rig.press("mark_same");
    CHECK(rig.spans() == "PER[4,6) PER[0,2) PER[7,9) PER[14,16)");
}

TEST_CASE("text desk: Alt+Enter marks exactly what is selected, blanks too") {
    TextRig rig;
    rig.press("side/labels/LOC").keys("Home Right Right Right Right Right Right Right Right Right Right");
    rig.keys("Shift+Right Shift+Right Enter Esc");
    CHECK(rig.spans() == "LOC[10,11)"); // 到 without the blank behind it
    rig.keys("Right Shift+Left Shift+Left Alt+Enter");
    CHECK(rig.spans() == "LOC[10,11) LOC[10,12)");
}

TEST_CASE("text desk: attributes of a span are edited beside it, a required one that is empty is said when saving") {
    Question question = text_question();
    question.labels.attributes = {
        {.id = "sure", .title = {"把握", "Sure"}, .kind = AttributeSpec::Kind::checkbox, .options = {}},
        {.id = "kind",
         .title = {"类型", "Kind"},
         .kind = AttributeSpec::Kind::radio,
         .options = {{"full", {"全名", "Full"}}, {"short", {"简称", "Short"}}},
         .required = true},
        {.id = "note", .title = {"备注", "Note"}, .kind = AttributeSpec::Kind::text, .options = {}}};
    question.labels.objects[0].attributes = {"sure", "kind", "note"};
    TextRig rig(question);
    rig.drag(6, 9).keys("1 Ctrl+S");
    REQUIRE(rig.ui.notes().size() == 1);
    CHECK(rig.ui.notes()[0].words == rig.ui.tr("labelling.saved_unfinished", {{"count", "1"}}));
    rig.press("side/attributes/kind/short").press("side/attributes/sure").press("side/attributes/note");
    REQUIRE(rig.driver.type("甲").has_value());
    rig.keys("Enter Esc Ctrl+S");
    const Attributes& held = rig.answer.objects.at("o1").attributes;
    CHECK(std::get<std::string>(held.at("kind")) == "short");
    CHECK(std::get<bool>(held.at("sure")));
    CHECK(std::get<std::string>(held.at("note")) == "甲");
    CHECK(rig.ui.notes().size() == 1);
    rig.keys("2"); // the other label has none of them
    CHECK(rig.answer.objects.at("o1").attributes.empty());
}

TEST_CASE("text desk: emoji, rare Hanzi, tabs and CRLF stay what they are, and spans count right behind them") {
    Question question = text_question();
    // 0 a 1 tab 2 𠮷 3 野 4–9 a family of five code points 9–11 CRLF 11 flag of two 13 好
    question.items[0].text = "a\t𠮷野👨‍👩‍👧\r\n🇨🇳好";
    TextRig rig(question);
    rig.drag(2, 4).keys("1 Esc Esc").drag(13, 14).keys("2 Esc Esc").click(4).keys("Shift+Right 3 Esc Esc");
    CHECK(rig.spans() == "PER[2,4) LOC[13,14) TIME[4,9)");
    rig.keys("Ctrl+Home Down Shift+Right 1");
    CHECK(rig.spans() == "PER[2,4) LOC[13,14) TIME[4,9) PER[11,13)");
}

TEST_CASE("text desk: what is read stays where it is when a mark above it needs more room") {
    Question question = relation_question();
    question.items[0].text.clear();
    for (int line = 0; line < 200; ++line) question.items[0].text += "一行文字\n"; // 5 code points each
    TextRig rig(question);
    rig.keys("Ctrl+End");
    const double before = rig.place_of(900).y;
    Object span;
    span.item = "s1";
    span.label = "PER";
    span.shape = Span{0, 2};
    rig.answer.objects.emplace("o1", span);
    span.shape = Span{5, 7};
    rig.answer.objects.emplace("o2", span);
    span.label = "VISITS";
    span.shape = Relation{"o1", "o2"};
    rig.answer.objects.emplace("o3", span);
    REQUIRE(rig.driver.settle().has_value());
    CHECK(rig.place_of(900).y == doctest::Approx(before));
}

TEST_CASE("text desk: several rows of the list are chosen with Ctrl, and relabelled and deleted in one step") {
    TextRig rig;
    rig.drag(6, 9).keys("1 Esc Esc").drag(12, 18).keys("2 Esc Esc").drag(0, 5).keys("3 Esc Esc");
    rig.press("side/objects/o1");
    rig.platform->set_modifiers(true, false, false);
    rig.press("side/objects/o3"); // wrong before: the row that was clicked last was chosen alone
    rig.platform->set_modifiers(false, false, false);
    rig.press("side/labels/LOC");
    CHECK(rig.spans() == "LOC[6,9) LOC[12,18) LOC[0,5)");
    rig.press("side/objects/delete");
    CHECK(rig.spans() == "LOC[12,18)");
    CHECK(rig.commands.back() == "edit.delete");
}

TEST_CASE("text desk: H hides the selected span and shows it again") {
    TextRig rig;
    rig.drag(6, 9).keys("1");
    const auto hidden = [&] { return rig.seen("side/objects/o1")->label.find("已隐藏") != std::string::npos; };
    rig.keys("H");
    CHECK(hidden());
    rig.keys("H"); // it used to hide only
    CHECK_FALSE(hidden());
}
