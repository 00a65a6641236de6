// The settings dialog: keys of one's own, and colours for all eyes.
#include <doctest/doctest.h>

#include "app/settings.h"
#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr std::string_view box_key = "settings/keys/image.box/key";

std::string chord(UiRig& rig, std::string_view action) { return rig.app().ui().actions().chord_text(action); }
std::string message(UiRig& rig) { return rig.seen("settings/message")->label; }
std::size_t boxes(UiRig& rig) { return rig.answer("boxes").objects.size(); }

// The only session of the list.
void resume(UiRig& rig) {
    for (const auto& [id, seen] : rig.app().ui().probe().all())
        if (id.starts_with("start/left/sessions/") && seen.kind == "button") {
            rig.click(std::string(id));
            return;
        }
    FAIL("no session to resume");
}

} // namespace

TEST_CASE("settings: a key of one's own acts, is shown, survives a restart, and can be reset") {
    UiRig rig;
    rig.enter("boxes").key("Ctrl+,");
    rig.click(box_key).key("J");
    CHECK(rig.seen(box_key)->label == "J");
    CHECK(rig.seen("settings/keys/image.box/reset") != nullptr);
    rig.key("Esc");
    CHECK_FALSE(rig.desk().settings_dialog.open);
    CHECK(chord(rig, "image.box") == "J");
    rig.key("V").key("W").drag(rig.work("canvas"), {20, 20}, {60, 60});
    CHECK(boxes(rig) == 0); // W is no longer the key
    rig.key("J").drag(rig.work("canvas"), {20, 20}, {60, 60});
    CHECK(boxes(rig) == 1);

    rig.restart();
    CHECK(rig.desk().settings.keys.at("image.box") == "J");
    resume(rig);
    CHECK(chord(rig, "image.box") == "J");
    rig.key("Ctrl+,").click("settings/keys/image.box/reset");
    CHECK(chord(rig, "image.box") == "W");
    CHECK(rig.desk().settings.keys.empty());
}

TEST_CASE("settings: a key that another action has is refused with the name of that action") {
    UiRig rig({.language = "en"});
    rig.enter("boxes").key("Ctrl+,").click(box_key).key("D");
    CHECK(message(rig).find(rig.app().ui().tr("action.labelling.item_next")) != std::string::npos);
    CHECK(chord(rig, "image.box") == "W");
    // Nor can a reset take a key away that was given to another one meanwhile.
    rig.click(box_key).key("J").click("settings/keys/image.adjust/key").key("W");
    CHECK(chord(rig, "image.adjust") == "W");
    rig.click("settings/keys/image.box/reset");
    CHECK(message(rig).find(rig.app().ui().tr("action.image.adjust")) != std::string::npos);
    CHECK(chord(rig, "image.box") == "J");
    rig.click("settings/reset_all");
    CHECK(chord(rig, "image.box") == "W");
    CHECK(chord(rig, "image.adjust") == "G");
}

TEST_CASE("settings: keys of input methods are refused, Esc gives up, and what is asked for presses no button") {
    UiRig rig;
    rig.enter("boxes").key("Ctrl+,");
    for (const char* bad : {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Alt+Shift+J", "Space"}) {
        CAPTURE(bad);
        rig.click(box_key).key(bad);
        CHECK_FALSE(message(rig).empty());
        CHECK(chord(rig, "image.box") == "W");
    }
    rig.click(box_key).key("Esc");
    CHECK(rig.desk().settings_dialog.open);
    CHECK(rig.desk().settings_dialog.waiting_for.empty());
    rig.click(box_key).key("Ctrl+Shift+Enter");
    CHECK(chord(rig, "image.box") == "Ctrl+Shift+Enter");
    CHECK(rig.desk().settings_dialog.open);
    rig.click("settings/close");
    CHECK_FALSE(rig.desk().settings_dialog.open);
    CHECK(rig.desk().screen == ScreenId::exam);
}

TEST_CASE("settings: entries of the file that make no sense are left out with a note, the others stay") {
    UiRig rig;
    const auto files = make_disk_files();
    REQUIRE(files->replace(rig.home() + "/settings.json",
                           R"({"language": "en", "keys": {"image.box": "J", "image.gone": "K", "exam.undo": 7,
                               "image.adjust": "Ctrl+Space"}})"));
    rig.restart();
    CHECK(rig.desk().settings.keys == KeyChoices{{"image.box", "J"}});
    REQUIRE_FALSE(rig.app().ui().notes().empty());
    CHECK(rig.app().ui().notes().front().words.find("3") != std::string::npos);
}

TEST_CASE("settings: the dialog is also behind F1, and the colours are kept") {
    UiRig rig;
    rig.key("F1").click("help/settings");
    CHECK(rig.desk().settings_dialog.open);
    CHECK_FALSE(rig.desk().help_open);
    rig.click("settings/clear_colors");
    CHECK(rig.app().ui().clear_colors);
    rig.click("settings/close").restart();
    CHECK(rig.app().ui().clear_colors);
}

TEST_CASE("settings: every key of the dialog stands in the window at twice the size") {
    UiRig rig({.language = "en", .scale = 2.0});
    rig.enter("boxes").key("Ctrl+,");
    for (const auto& [id, seen] : rig.app().ui().probe().all())
        if (id.starts_with("settings/") && seen.kind == "button") {
            CAPTURE(id);
            CHECK(seen.in_screen.x >= 0);
            CHECK(seen.in_screen.right() <= 1366);
        }
    rig.click(box_key).key("J");
    CHECK(chord(rig, "image.box") == "J");
}
