#include <doctest/doctest.h>

#include "engine/base/rng.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// Draws, moves, deletes, saves, classes, undoes, redoes, waits: whatever the session lets through.
void do_something(Session& session, FakeClock& clock, Rng& rng) {
    const auto pick = [&](std::uint64_t below) { return rng.next() % below; };
    const std::string question = pick(2) ? "q1" : "q2", item = "p" + std::to_string(pick(2));
    const std::string some_object = "o" + std::to_string(1 + pick(6)), path = "/objects/" + some_object;
    const auto x = static_cast<double>(pick(4000)) / 7;
    switch (pick(10)) {
    case 0: clock.pass(static_cast<std::int64_t>(pick(3000))); break;
    case 1: (void)session.apply(add_box(session.next_object_id(question), x, question, item)); break;
    case 2: (void)session.apply(move_box(some_object, x, question)); break;
    case 3: (void)session.apply({"edit.delete", question, {{Change::Op::remove, path, {}}}}); break;
    case 4: (void)session.apply(save_item(item, question)); break;
    case 5: {
        const std::string option = pick(2) ? "good" : "bad";
        (void)session.apply({"edit.class", question, {{Change::Op::add, "/items/" + item + "/class/mood", option}}});
        break;
    }
    case 6: (void)session.apply({"edit.item", question, {{Change::Op::replace, path + "/item", item}}}); break;
    case 7: (void)session.redo(question); break;
    default: (void)session.undo(question); break;
    }
}

// Does an item that differs between the two, by an object or by a class, count as saved afterwards?
bool is_edited_item_saved(const Answer& before, const Answer& after) {
    const auto is_saved = [&](const std::string& item) {
        const auto found = after.items.find(item);
        return found != after.items.end() && found->second.saved;
    };
    for (const Change& change : patch_between(before, after)) {
        if (!change.path.starts_with("/objects/")) continue;
        const std::string id = change.path.substr(9, change.path.find('/', 9) - 9);
        for (const Answer* answer : {&before, &after}) {
            const auto object = answer->objects.find(id);
            if (object != answer->objects.end() && is_saved(object->second.item)) return true;
        }
    }
    for (const auto& [id, item] : after.items) {
        const auto old = before.items.find(id);
        const bool same = old == before.items.end() ? item.classes.empty() : old->second.classes == item.classes;
        if (!same && item.saved) return true;
    }
    return false;
}

} // namespace

TEST_CASE("session: whatever somebody does, the journal replays to the same state, and saved never outlives an edit") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    for (int round = 0; round < 12; ++round) {
        Sitting sitting;
        Session& session = *sitting.session;
        for (int step = 0; step < 120; ++step) {
            const auto before = session.answers();
            do_something(session, sitting.clock, *rng);
            for (const auto& [question, answer] : session.answers())
                REQUIRE_FALSE(is_edited_item_saved(before.at(question), answer));
        }
        const auto copy = Session::replay(read_journal(sitting.sink.bytes, "f").value()).value();
        REQUIRE(copy->answers() == session.answers());
        REQUIRE(copy->head_hash() == session.head_hash());
        for (const char* question : {"q1", "q2"}) {
            REQUIRE(copy->undo_label(question) == session.undo_label(question));
            REQUIRE(copy->redo_label(question) == session.redo_label(question));
            REQUIRE(copy->next_object_id(question) == session.next_object_id(question));
            // Back to the beginning and forth again, saved flags aside.
            auto content = session.answer(question);
            int steps = 0;
            for (; session.can_undo(question); ++steps) REQUIRE(session.undo(question).has_value());
            REQUIRE(session.answer(question).objects.empty());
            for (; steps > 0; --steps) REQUIRE(session.redo(question).has_value());
            REQUIRE(session.answer(question).objects == content.objects);
        }
    }
}
