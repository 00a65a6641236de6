// Every screen in both languages, three themes and several sizes: nothing asserts, nothing is untranslated, and what
// can be clicked is inside the window.
#include <doctest/doctest.h>

#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

void check_screen(UiRig& rig, const RigOptions& options, const std::string& name) {
    CAPTURE(name);
    CAPTURE(options.language);
    CAPTURE(options.width);
    CAPTURE(options.scale);
    int clickable = 0;
    for (const auto& [id, seen] : rig.app().ui().probe().all()) {
        CAPTURE(id);
        // A label that is its own key was never translated.
        CHECK(seen.label.find("exam.") != 0);
        CHECK(seen.label.find("start.") != 0);
        CHECK(seen.label.find("labelling.") != 0);
        if (seen.kind != "button" || !seen.visible) continue;
        ++clickable;
        CHECK(seen.in_screen.x >= 0);
        CHECK(seen.in_screen.right() <= options.width + 0.5);
    }
    CHECK(clickable > 0);
}

} // namespace

TEST_CASE("screens: all of them stand in every language, theme and size") {
    const RigOptions rows[] = {
        {.language = "zh", .width = 1366, .height = 768},
        {.language = "en", .width = 1366, .height = 768, .theme = "dark"},
        {.language = "zh", .width = 1920, .height = 1080, .theme = "contrast"},
        {.language = "en", .width = 1366, .height = 768, .scale = 2.0},
        {.language = "zh", .width = 1366, .height = 768, .scale = 2.0},
        {.language = "en", .width = 1920, .height = 1080, .scale = 2.5},
    };
    for (const RigOptions& options : rows) {
        UiRig rig{options};
        check_screen(rig, options, "start");
        rig.click(rig.seen("start/all/begin") ? "start/all/begin" : "start/right/begin");
        check_screen(rig, options, "briefing");
        rig.click("briefing/all/begin");
        for (const std::string question : {"boxes", "words", "calls"}) {
            if (rig.desk().question != question) {
                if (rig.seen("exam/tab_list")) rig.click("exam/tab_list").click("exam/pane/questions/" + question);
                else rig.click("exam/list/questions/" + question);
            }
            check_screen(rig, options, "exam " + question);
        }
        rig.key("F1");
        check_screen(rig, options, "help");
        rig.key("Esc").click("exam/review");
        check_screen(rig, options, "review");
        rig.hand_in();
        check_screen(rig, options, "result");
    }
}
