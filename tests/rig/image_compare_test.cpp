#include <doctest/doctest.h>

#include "tests/rig/task_rig.h"
#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr std::string_view canvas = "work/canvas";

Answer answer_with(const std::string& id, const std::string& label, const Box& box) {
    Answer answer;
    answer.objects[id] = {.item = "yard", .label = label, .attributes = {}, .shape = box, .text = ""};
    return answer;
}

double zoom_of(TaskRig& rig) {
    const auto& at = rig.seen(canvas)->screen_from_content;
    return (at({100, 0}).x - at({0, 0}).x) / 100;
}

} // namespace

TEST_CASE("image comparison: what is highlighted is brought near, and let go again") {
    TaskRig rig("boxes");
    const Answer reference = answer_with("r1", "person", {600, 440, 20, 20});
    const std::vector<ObjectVerdict> verdicts{{"yard", "", "r1", Verdict::missing}};
    Comparison comparison{.reference = &reference, .verdicts = verdicts};
    rig.editable = false;
    rig.comparison = &comparison;
    CHECK(rig.hand().settle());
    const double whole = zoom_of(rig);
    comparison.highlighted = {"r1"};
    CHECK(rig.hand().settle());
    CHECK(zoom_of(rig) > 2 * whole);
    const Seen* area = rig.seen(canvas);
    const Vec2 middle = area->screen_from_content({610, 450});
    CHECK(area->in_screen.contains(middle));
    comparison.highlighted.clear();
    CHECK(rig.hand().settle());
    CHECK(zoom_of(rig) == doctest::Approx(whole));
}

TEST_CASE("image comparison: verdicts stand in words beside the picture, and nothing can be changed") {
    TaskRig rig("boxes");
    const Object mine{.item = "yard", .label = "light", .attributes = {}, .shape = Box{100, 100, 50, 50}, .text = ""};
    REQUIRE(
        rig.session().apply({"edit.draw_box", "boxes", {{Change::Op::add, "/objects/o1", json_from_object(mine)}}}));
    const Answer reference = answer_with("r1", "person", {100, 100, 50, 50});
    const std::vector<ObjectVerdict> verdicts{{"yard", "o1", "r1", Verdict::wrong_label}};
    const Comparison comparison{.reference = &reference, .verdicts = verdicts};
    rig.editable = false;
    rig.comparison = &comparison;
    CHECK(rig.hand().settle());
    const Seen* row = rig.seen("work/side/verdicts/o1");
    REQUIRE(row != nullptr);
    CHECK(row->label == "≠ 信号灯 → 人  IoU 1.00");
    const std::size_t lines = rig.journal_lines();
    CHECK(rig.hand().drag(canvas, {120, 120}, {200, 200}));
    CHECK(rig.hand().key("Delete"));
    CHECK(rig.hand().key("1"));
    CHECK(rig.journal_lines() == lines);
}

TEST_CASE("image comparison: regions that the key ignores are shown with the reference, and not with mine alone") {
    UiRig rig({.render = true}); // the small pack ignores [10, 10, 30, 20] of the second picture
    rig.enter("boxes").drag(rig.work("canvas"), {100, 100}, {200, 220}).key("1").hand_in();
    rig.click("result/work_pane/work/items/next").click("result/work_pane/show_reference");
    const auto side_of_region = [&] {
        const auto image = rig.platform().screenshot();
        REQUIRE(image.has_value());
        const Seen& seen = *rig.seen("result/work_pane/work/canvas");
        const Vec2 from = seen.screen_from_content({10, 10}), to = seen.screen_from_content({40, 30});
        std::vector<std::uint8_t> pixels;
        for (auto y = static_cast<int>(from.y); y <= static_cast<int>(to.y); ++y)
            for (auto x = static_cast<int>(from.x); x <= static_cast<int>(to.x); ++x)
                pixels.push_back(image->rgba[static_cast<std::size_t>(y * image->width + x) * 4]);
        return pixels;
    };
    const auto with_region = side_of_region();
    rig.click("result/work_pane/show_mine");
    CHECK(side_of_region() != with_region);
}
