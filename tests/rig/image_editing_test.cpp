#include <doctest/doctest.h>

#include "tests/rig/task_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr std::string_view canvas = "work/canvas";

// Boxes with exact numbers, as an answer that was there before.
void put(TaskRig& rig, const std::string& id, const Box& box, const std::string& item = "yard",
         const std::string& label = "person") {
    const Object object{.item = item, .label = label, .attributes = {}, .shape = box, .text = ""};
    REQUIRE(rig.session().apply(
        {"edit.draw_box", "boxes", {{Change::Op::add, "/objects/" + id, json_from_object(object)}}}));
    REQUIRE(rig.hand().settle());
}

Box box_of(TaskRig& rig, const std::string& id) { return std::get<Box>(rig.answer().objects.at(id).shape); }

void check_close(const Box& box, const Box& wanted) {
    CHECK(std::abs(box.x - wanted.x) <= 1.0);
    CHECK(std::abs(box.y - wanted.y) <= 1.0);
    CHECK(std::abs(box.right() - wanted.right()) <= 1.0);
    CHECK(std::abs(box.bottom() - wanted.bottom()) <= 1.0);
}

std::string row_value(TaskRig& rig, const std::string& id) {
    const Seen* row = rig.seen("work/side/objects/" + id);
    REQUIRE(row != nullptr);
    return row->value;
}

} // namespace

TEST_CASE("image: a drag in select mode moves, and its size stays to the last digit") {
    TaskRig rig("boxes");
    put(rig, "o1", {100.25, 100.5, 80.33, 60.1});
    CHECK(rig.hand().key("V"));
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().drag(canvas, {140, 130}, {240, 180}));
    CHECK(rig.journal_lines() == lines + 1);
    check_close(box_of(rig, "o1"), {200.25, 150.5, 80.33, 60.1});
    CHECK(box_of(rig, "o1").width == doctest::Approx(80.33));
    rig.undo();
    CHECK(box_of(rig, "o1") == Box{100.25, 100.5, 80.33, 60.1});
}

TEST_CASE("image: a click selects and changes nothing") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    CHECK(rig.hand().key("V"));
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().click_at(canvas, {140, 130}));
    CHECK(row_value(rig, "o1") == "on");
    CHECK(rig.journal_lines() == lines);
}

TEST_CASE("image: a corner pulled across the opposite one swaps the sides") {
    TaskRig rig("boxes");
    put(rig, "o1", {200, 200, 80, 60});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {240, 230}));
    CHECK(rig.hand().drag(canvas, {280, 260}, {150, 120}));
    check_close(box_of(rig, "o1"), {150, 120, 50, 80});
}

TEST_CASE("image: the small box under a large one can be picked, and Tab goes through the stack") {
    TaskRig rig("boxes");
    put(rig, "o1", {200, 200, 30, 30});
    put(rig, "o2", {50, 50, 500, 400}); // drawn later, over it
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {215, 215}));
    CHECK(row_value(rig, "o1") == "on");
    CHECK(rig.hand().key("Tab"));
    CHECK(row_value(rig, "o2") == "on");
    CHECK(row_value(rig, "o1") == "");
}

TEST_CASE("image: a held arrow moves by many pixels and is one step") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {140, 130}));
    const std::size_t lines = rig.journal_lines();
    rig.hold_key(Key::right, true);
    rig.frames(60); // more than the repeat delay
    CHECK(rig.journal_lines() == lines);
    rig.hold_key(Key::right, false);
    rig.frames(1);
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(box_of(rig, "o1").x > 105);
    CHECK(box_of(rig, "o1").y == 100);
    CHECK(rig.hand().key("Shift+Up"));
    CHECK(box_of(rig, "o1").y == 90);
}

TEST_CASE("image: Ctrl+A and one digit relabel all boxes in one step") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    put(rig, "o2", {300, 100, 80, 60});
    put(rig, "o3", {10, 10, 80, 60}, "lane");
    CHECK(rig.hand().key("Ctrl+A"));
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().key("2"));
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(rig.answer().objects.at("o1").label == "light");
    CHECK(rig.answer().objects.at("o2").label == "light");
    CHECK(rig.answer().objects.at("o3").label == "person");
}

TEST_CASE("image: copies go to the same place in another picture, duplicates beside the original") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    put(rig, "o2", {200, 150, 80, 60});
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().key("Ctrl+C"));
    CHECK(rig.hand().key("D"));
    CHECK(rig.view().current_item() == "lane");
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().key("Ctrl+V"));
    CHECK(rig.journal_lines() == lines + 1);
    CHECK(box_of(rig, "o3") == Box{100, 100, 80, 60});
    CHECK(box_of(rig, "o4") == Box{200, 150, 80, 60});
    CHECK(rig.answer().objects.at("o4").item == "lane");
    CHECK(rig.hand().key("A"));
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {120, 120}));
    CHECK(rig.hand().key("Ctrl+D"));
    CHECK(box_of(rig, "o5") == Box{110, 110, 80, 60});
}

TEST_CASE("image: Delete deletes what is selected; Backspace never does") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {140, 130}));
    CHECK(rig.hand().key("Backspace"));
    CHECK(rig.answer().objects.size() == 1);
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.answer().objects.empty());
}

TEST_CASE("image: typed coordinates place the box without a drag") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {140, 130}));
    CHECK(rig.hand().double_click("work/side/coordinates/width"));
    CHECK(rig.hand().type("120.5"));
    CHECK(rig.hand().key("Enter"));
    CHECK(box_of(rig, "o1") == Box{100, 100, 120.5, 60});
}

TEST_CASE("image: Ctrl+S marks the picture as saved, and the next edit takes the mark away") {
    TaskRig rig("boxes");
    put(rig, "o1", {100, 100, 80, 60});
    CHECK(rig.hand().key("Ctrl+S"));
    CHECK(rig.answer().items.at("yard").saved);
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().key("Delete"));
    CHECK((!rig.answer().items.contains("yard") || !rig.answer().items.at("yard").saved));
}

TEST_CASE("image: a name that is still being typed is taken up by Ctrl+S") {
    TaskRig rig("boxes");
    CHECK(rig.hand().click("work/side/file_name"));
    CHECK(rig.hand().type("yard_01"));
    CHECK(rig.hand().key("Ctrl+S"));
    CHECK(rig.answer().file_name == "yard_01");
    CHECK(rig.answer().items.at("yard").saved);
}

TEST_CASE("image: letters typed into a field are no shortcuts") {
    TaskRig rig("boxes");
    CHECK(rig.hand().click("work/side/file_name"));
    CHECK(rig.hand().key("D"));
    CHECK(rig.view().current_item() == "yard");
    CHECK(rig.hand().key("Esc"));
    CHECK(rig.hand().key("D"));
    CHECK(rig.view().current_item() == "lane");
}

TEST_CASE("image: attributes of the selected box, each change one step") {
    TaskRig rig("boxes");
    put(rig, "o1", {400, 50, 40, 100}, "yard", "light");
    CHECK(rig.hand().key("V"));
    CHECK(rig.hand().click_at(canvas, {420, 100}));
    CHECK(rig.hand().click("work/side/attributes/lamp/red"));
    CHECK(rig.hand().click("work/side/attributes/broken"));
    CHECK(rig.hand().click("work/side/attributes/distance"));
    CHECK(rig.hand().type("12.5"));
    CHECK(rig.hand().key("Enter"));
    const auto& attributes = rig.answer().objects.at("o1").attributes;
    CHECK(std::get<std::string>(attributes.at("lamp")) == "red");
    CHECK(std::get<bool>(attributes.at("broken")));
    CHECK(std::get<double>(attributes.at("distance")) == 12.5);
    rig.undo();
    CHECK_FALSE(rig.answer().objects.at("o1").attributes.contains("distance"));
}

TEST_CASE("image: a number outside its range is refused with a word") {
    TaskRig rig("boxes");
    put(rig, "o1", {400, 50, 40, 100}, "yard", "light");
    CHECK(rig.hand().key("Ctrl+A"));
    CHECK(rig.hand().click("work/side/attributes/distance"));
    CHECK(rig.hand().type("101"));
    CHECK(rig.hand().key("Enter"));
    CHECK_FALSE(rig.answer().objects.at("o1").attributes.contains("distance"));
    CHECK_FALSE(rig.ui().notes().empty());
}

TEST_CASE("image: the zoom stays between pictures of one size, and a smaller one is fitted") {
    SmallPack pack;
    TaskRig rig("boxes", pack);
    CHECK(rig.hand().wheel(canvas, 3));
    const auto span = [&] {
        const auto& at = rig.seen(canvas)->screen_from_content;
        return at({100, 0}).x - at({0, 0}).x;
    };
    const double zoomed = span();
    CHECK(rig.hand().key("D")); // 320 × 240: fitted
    CHECK(span() != doctest::Approx(zoomed));
    CHECK(rig.hand().key("A"));
    CHECK(rig.hand().wheel(canvas, 1));
    CHECK(span() > zoomed * 0.7);
}

TEST_CASE("image: a broken picture says so, and the other one can be worked on") {
    SmallPack pack;
    // The header is sound, as the loader asks; the pixels are cut off.
    TaskRig rig("boxes", pack.write("media/yard.png", pack.files().at("media/yard.png").substr(0, 200)));
    CHECK(rig.hand().drag(canvas, {0, 0}, {10, 10}).error().code == "error.no_canvas");
    CHECK(rig.hand().key("D"));
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag(canvas, {100, 100}, {150, 150}));
    CHECK(rig.answer().objects.size() == 1);
}
