#include <doctest/doctest.h>

#include "task_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// d1 汤很好喝，下次还来。 (class mood), d2 王芳去了柳林路。 (spans, no overlaps, punctuation falls off), d3 a file
struct TextSession {
    TaskRig rig{"words"};

    TextSession& keys(std::string_view chords) {
        while (!chords.empty()) {
            const auto blank = std::min(chords.find(' '), chords.size());
            REQUIRE(rig.hand().key(chords.substr(0, blank)));
            chords.remove_prefix(std::min(blank + 1, chords.size()));
        }
        return *this;
    }
    [[nodiscard]] Span span(std::string_view id) {
        const auto object = rig.answer().objects.find(id);
        REQUIRE((object != rig.answer().objects.end()));
        return std::get<Span>(object->second.shape);
    }
};

} // namespace

TEST_CASE("text session: a whole question by the keyboard alone ends in the session's answer") {
    TextSession test;
    test.keys("1 Ctrl+S D");
    test.keys("Shift+Right Shift+Right 1 Esc Esc");
    test.keys("Right Right Shift+End Enter"); // no sticky label any more, the full stop falls off
    test.keys("2 Ctrl+S");
    const Answer& answer = test.rig.answer();
    CHECK(answer.items.at("d1").classes.at("mood") == ClassValue("good"));
    CHECK(answer.items.at("d1").saved);
    CHECK(answer.items.at("d2").saved);
    REQUIRE(answer.objects.size() == 2);
    CHECK(test.span("o1") == Span{0, 2});
    CHECK(answer.objects.at("o1").label == "PER");
    CHECK(test.span("o2") == Span{4, 7});
    CHECK(answer.objects.at("o2").label == "LOC");
}

TEST_CASE("text session: a gesture of the mouse is one journal line, and undo takes it back whole") {
    TextSession test;
    test.rig.view().show("d2", "");
    REQUIRE(test.rig.hand().settle());
    REQUIRE(test.rig.hand().drag("work/canvas", {4, 0}, {8, 0}));
    test.keys("2");
    CHECK(test.span("o1") == Span{4, 7});
    const std::size_t lines = test.rig.journal_lines();
    test.rig.frames(30);                                          // or it would be a double click
    REQUIRE(test.rig.hand().drag("work/canvas", {4, 0}, {2, 0})); // the start of the selected span
    CHECK(test.span("o1") == Span{2, 7});
    CHECK(test.rig.journal_lines() == lines + 1);
    test.rig.undo();
    CHECK(test.span("o1") == Span{4, 7});
    test.rig.undo();
    CHECK(test.rig.answer().objects.empty());
}

TEST_CASE("text session: a held key adjusts in many steps and is undone in one") {
    TextSession test;
    test.rig.view().show("d2", "");
    REQUIRE(test.rig.hand().settle());
    REQUIRE(test.rig.hand().drag("work/canvas", {0, 0}, {2, 0}));
    test.keys("1");
    const std::size_t lines = test.rig.journal_lines();
    test.rig.platform().set_modifiers(false, true, false);
    test.rig.hold_key(Key::right, true);
    test.rig.frames(60);                  // a second: the first step, then repeats
    CHECK(test.span("o1") == Span{0, 2}); // nothing is written while the key is down
    test.rig.hold_key(Key::right, false);
    test.rig.platform().set_modifiers(false, false, false);
    test.rig.frames(2);
    CHECK(test.span("o1").end > 4);
    CHECK(test.rig.journal_lines() == lines + 1);
    test.rig.undo();
    CHECK(test.span("o1") == Span{0, 2});
}

TEST_CASE("text session: time that ends in the middle of a drag leaves nothing behind") {
    TextSession test;
    test.rig.view().show("d2", "");
    REQUIRE(test.rig.hand().settle());
    REQUIRE(test.rig.hand().drag("work/canvas", {0, 0}, {2, 0}));
    test.keys("1");
    const std::size_t lines = test.rig.journal_lines();
    test.rig.platform().set_modifiers(false, true, false);
    test.rig.hold_key(Key::right, true);
    test.rig.frames(2);
    test.rig.editable = false;
    test.rig.view().cancel_gesture();
    test.rig.frames(5);
    test.rig.hold_key(Key::right, false);
    test.rig.frames(2);
    CHECK(test.span("o1") == Span{0, 2});
    CHECK(test.rig.journal_lines() == lines);
}

TEST_CASE("text session: a relation is one journal line, and what a deleted end takes along comes back with it") {
    SmallPack pack;
    pack.set("questions/words.json:/labels/objects/-", parse_json(R"({"id": "IN", "title": {"zh": "在", "en": "In"},
        "color": "#009e73", "shape": "relation"})",
                                                                  "label")
                                                           .value());
    pack.set("questions/words.json:/labels/groups/1/objects/-", "IN");
    TextSession test{.rig = TaskRig{"words", pack}};
    test.rig.view().show("d2", "");
    REQUIRE(test.rig.hand().settle());
    test.keys("Shift+Right Shift+Right 1 Esc Esc Right Right Shift+End 2 Esc Esc");
    const std::size_t lines = test.rig.journal_lines();
    test.keys("Tab R Tab Enter"); // the only relation label is taken by itself
    CHECK(test.rig.journal_lines() == lines + 1);
    const Object& made = test.rig.answer().objects.at("o3");
    CHECK(made.label == "IN");
    CHECK(std::get<Relation>(made.shape) == Relation{"o1", "o2"});
    test.keys("X");
    CHECK(std::get<Relation>(test.rig.answer().objects.at("o3").shape) == Relation{"o2", "o1"});
    test.keys("Esc Tab Delete");
    CHECK(test.rig.answer().objects.size() == 1);
    CHECK(test.rig.journal_lines() == lines + 3);
    test.rig.undo();
    CHECK(test.rig.answer().objects.size() == 3);
    CHECK(std::get<Relation>(test.rig.answer().objects.at("o3").shape) == Relation{"o2", "o1"});
}
