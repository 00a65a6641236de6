#include <doctest/doctest.h>

#include "text_labels_rig.h"

using namespace biaokao;
using namespace biaokao::test;

// s1: 0–5 3月18日, 5 ，, 6–9 周明远, 9 👍, 10 到, 11 blank, 12–18 柳林路12号, 18 。, 19 end

namespace {

// o1 the person, o2 the place, o3 the time; nothing selected, no label sticky
struct Related : TextRig {
    explicit Related(Question q = relation_question()) : TextRig(std::move(q)) {
        drag(6, 9).keys("1 Esc Esc").drag(12, 18).keys("2 Esc Esc").drag(0, 5).keys("3 Esc Esc");
        REQUIRE(spans() == "PER[6,9) LOC[12,18) TIME[0,5)");
        commands.clear();
    }
};

} // namespace

TEST_CASE("text relations: by the keyboard alone: head, R, tail by Tab, Enter, then the label") {
    Related rig;
    rig.keys("Tab Tab R Tab Enter"); // 3月18日, 周明远; R; 柳林路12号
    CHECK(rig.relations() == "(o1>o2)");
    rig.keys("4");
    CHECK(rig.relations() == "VISITS(o1>o2)");
    CHECK(rig.commands == std::vector<std::string>{"edit.relate", "edit.relabel"});
    rig.keys("X");
    CHECK(rig.relations() == "VISITS(o2>o1)");
    rig.undo();
    CHECK(rig.relations() == "VISITS(o1>o2)");
}

TEST_CASE("text relations: the digit of a relation label makes the one in hand, and stays for the next one") {
    Related rig;
    rig.keys("Tab Tab R Tab 5");
    CHECK(rig.relations() == "WHEN(o1>o2)");
    rig.keys("Esc").click(7).keys("R").click(2);
    CHECK(rig.relations() == "WHEN(o1>o2) WHEN(o1>o3)");
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5)"); // no span was relabelled by the way
}

TEST_CASE("text relations: X turns the one in hand, Esc lets go of it, R once more too") {
    Related rig;
    rig.click(7).keys("R X").click(13);
    CHECK(rig.relations() == "(o2>o1)");
    rig.keys("Delete").click(7).keys("R Esc").click(13).keys("Enter");
    CHECK(rig.relations().empty());
    rig.click(7).keys("R R").click(13);
    CHECK(rig.relations().empty());
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5)");
}

TEST_CASE("text relations: the button, then a click on each end") {
    Related rig;
    rig.press("relate").click(7).click(13);
    CHECK(rig.relations() == "(o1>o2)");
    rig.press("turn");
    CHECK(rig.relations() == "(o2>o1)");
}

TEST_CASE("text relations: a drag from the tag of a span to another span, in the text it still selects") {
    Related rig;
    rig.drag_from_tag(7, 13);
    CHECK(rig.relations() == "(o1>o2)");
    rig.keys("Esc Esc").drag_from_tag(13, 10.2); // let go beside every span: nothing
    CHECK(rig.relations() == "(o1>o2)");
    rig.keys("Esc Esc").drag(7, 9).keys("2");
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5) LOC[7,9)");
    CHECK(rig.relations() == "(o1>o2)");
}

TEST_CASE("text relations: none from a span to itself, and not the same one twice") {
    Related rig;
    rig.click(7).keys("R").click(13).keys("Esc");
    rig.click(7).keys("R").click(13);
    CHECK(rig.relations() == "(o1>o2)");
    REQUIRE(rig.ui.notes().size() == 1);
    CHECK(rig.ui.notes()[0].words == rig.ui.tr("text.refused.relation_same"));
    rig.keys("Esc Esc").click(7).keys("R").click(7).keys("Enter");
    CHECK(rig.relations() == "(o1>o2)");
}

TEST_CASE("text relations: a span that is deleted takes its relations with it, in one step") {
    Related rig;
    rig.click(7).keys("R").click(13).keys("Esc").click(7).keys("R").click(2).keys("Esc");
    rig.click(13).keys("R").click(2).keys("Esc");
    REQUIRE(rig.relations() == "(o1>o2) (o1>o3) (o2>o3)");
    rig.commands.clear();
    rig.click(7).keys("Delete");
    CHECK(rig.spans() == "LOC[12,18) TIME[0,5)");
    CHECK(rig.relations() == "(o2>o3)");
    CHECK(rig.commands == std::vector<std::string>{"edit.delete"});
    rig.undo();
    REQUIRE(rig.driver.settle().has_value());
    CHECK(rig.relations() == "(o1>o2) (o1>o3) (o2>o3)");
    rig.press("side/objects/o2").press("side/objects/delete"); // wrong before: the list left relations to nothing
    CHECK(rig.relations() == "(o1>o3)");
}

TEST_CASE("text relations: an arc is chosen in the list or by its tag over the line, Tab comes by, Delete takes it") {
    Related rig;
    rig.click(7).keys("R").click(13).keys("4 Esc Esc");
    const Box row = rig.seen("side/objects/o4")->in_screen;
    CHECK(row.width > 0);
    // The tag is in the lane over the line, half way between the ends.
    const Vec2 middle = (rig.place_of(7.5) + rig.place_of(15)) * 0.5;
    const Vec2 tag{middle.x, middle.y - 1.35 * rig.ui.em()};
    rig.platform->set_mouse(static_cast<float>(tag.x), static_cast<float>(tag.y));
    rig.frame();
    for (const bool down : {true, false}) {
        rig.platform->set_mouse_button(0, down);
        rig.frame();
    }
    REQUIRE(rig.driver.settle().has_value());
    rig.keys("5");
    CHECK(rig.relations() == "WHEN(o1>o2)");
    rig.keys("Esc Tab Tab Tab Delete"); // time, person, its relation
    CHECK(rig.relations().empty());
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5)");
}

TEST_CASE("text relations: labels of spans and of relations do not mix") {
    Related rig;
    rig.click(7).keys("4"); // a relation's label on a span
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5)");
    CHECK(rig.ui.notes().back().words == rig.ui.tr("text.refused.label_kind"));
    rig.keys("R").click(13); // but it is the label of the next relation
    CHECK(rig.relations() == "VISITS(o1>o2)");
    rig.keys("1");
    CHECK(rig.relations() == "VISITS(o1>o2)");
    rig.keys("Esc Esc").drag(9, 11).keys("4 Enter");
    CHECK(rig.spans() == "PER[6,9) LOC[12,18) TIME[0,5) [9,11)");
}

TEST_CASE("text relations: where the labels know no relations there are no keys and buttons for them") {
    TextRig rig;
    rig.drag(6, 9).keys("1 R Tab Enter");
    CHECK(rig.relations().empty());
    CHECK(rig.seen("relate") == nullptr);
}

TEST_CASE("text relations: read-only, and with time up in the middle, nothing comes of it") {
    Related rig;
    rig.click(7).keys("R");
    rig.editable = false;
    rig.click(13).keys("Enter X R Tab Enter");
    CHECK(rig.relations().empty());
    CHECK(rig.commands.empty());
}

TEST_CASE("text relations: a comparison shows both directions of a reversed one") {
    Related rig;
    rig.click(7).keys("R").click(13).keys("4 Esc");
    Answer reference = rig.answer;
    Object wanted = reference.objects.at("o4");
    wanted.shape = Relation{"o2", "o1"};
    reference.objects.erase("o4");
    reference.objects.emplace("r4", wanted);
    const std::vector<ObjectVerdict> verdicts{{"s1", "o4", "r4", Verdict::near_miss}};
    rig.comparison = Comparison{.reference = &reference, .verdicts = verdicts, .highlighted = {"o4", "r4"}};
    rig.editable = false;
    REQUIRE(rig.driver.settle().has_value());
    REQUIRE((rig.seen("side/verdicts/o4") != nullptr));
    REQUIRE((rig.seen("side/verdicts/r4") != nullptr));
    CHECK(rig.seen("side/verdicts/details_o4")->label == "周明远 → 柳林路12号");
    CHECK(rig.seen("side/verdicts/details_r4")->label == "柳林路12号 → 周明远");
}

TEST_CASE("text relations: strange ones of a file are listed and can be deleted, and nothing falls over") {
    Related rig;
    Object strange = rig.answer.objects.at("o1");
    for (const auto& [id, ends] : std::map<std::string, Relation>{
             {"o91", {"o1", "o1"}}, {"o92", {"o1", "gone"}}, {"o93", {"o94", "o93"}}, {"o94", {"o93", "o1"}}}) {
        strange.label = "VISITS";
        strange.shape = ends;
        rig.answer.objects.insert_or_assign(id, strange);
    }
    rig.view->show("s1", "o92");
    REQUIRE(rig.driver.settle().has_value());
    REQUIRE((rig.seen("side/objects/o92") != nullptr));
    CHECK(rig.seen("side/objects/o92")->label.find("?") != std::string::npos);
    rig.keys("X Delete");
    CHECK(rig.relations() == "VISITS(o1>o1) VISITS(o94>o93) VISITS(o93>o1)");
    rig.view->show("s1", "o93");
    rig.keys("Delete");
    CHECK(rig.relations() == "VISITS(o1>o1)");
}
