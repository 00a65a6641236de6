#include <doctest/doctest.h>

#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

JournalReading reading_of(const MemorySink& sink) { return read_journal(sink.bytes, "s.biaokao").value(); }

double x_of(const Session& session, const std::string& id) {
    return std::get<Box>(session.answer("q1").objects.at(id).shape).x;
}

} // namespace

TEST_CASE("session: a new one is ready, its clock stands, and nothing but start is possible") {
    FakeClock clock;
    MemorySink sink;
    const auto session = Session::create(header(), clock, sink);
    CHECK(session->phase() == SessionPhase::ready);
    clock.pass(5 * minute_ms);
    CHECK(session->elapsed_ms() == 0);
    CHECK(session->remaining_ms() == 30 * minute_ms);
    for (const auto& refused :
         {session->apply(add_box("o1", 1)), session->undo("q1"), session->open_question("q1"),
          session->mark("q1", true, false), session->grant(1000, "k", "a", "r"), session->submit()})
        CHECK(refused.error().code == "error.session_phase");
    REQUIRE(session->start().has_value());
    CHECK(session->phase() == SessionPhase::running);
    clock.pass(minute_ms);
    CHECK(session->elapsed_ms() == minute_ms);
    CHECK(session->remaining_ms() == 29 * minute_ms);
    CHECK(session->start().error().code == "error.session_phase");
    CHECK(sink.lines.size() == 2);
}

TEST_CASE("session: undo and redo walk through the states of one question only") {
    Sitting sitting;
    Session& session = *sitting.session;
    CHECK(session.next_object_id("q1") == "o1");
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    REQUIRE(session.apply(move_box("o1", 2)).has_value());
    REQUIRE(session.apply(add_box("o1", 9, "q2")).has_value());
    CHECK(session.undo_label("q1") == "edit.move_shape");
    REQUIRE(session.undo("q1").has_value());
    CHECK(x_of(session, "o1") == 1);
    CHECK(session.redo_label("q1") == "edit.move_shape");
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.answer("q1").empty());
    CHECK_FALSE(session.can_undo("q1"));
    CHECK(session.undo("q1").error().code == "error.nothing_to_undo");
    CHECK(session.can_undo("q2"));
    REQUIRE(session.redo("q1").has_value());
    REQUIRE(session.redo("q1").has_value());
    CHECK(x_of(session, "o1") == 2);
    CHECK(session.redo("q1").error().code == "error.nothing_to_redo");
    REQUIRE(session.undo("q1").has_value());
    REQUIRE(session.apply(move_box("o1", 3)).has_value());
    CHECK_FALSE(session.can_redo("q1"));
    CHECK(session.undo_label("q1") == "edit.move_shape");
}

TEST_CASE("session: an id is never used twice, not even after delete, undo and restart") {
    Sitting sitting;
    Session& session = *sitting.session;
    REQUIRE(session.apply(add_box(session.next_object_id("q1"), 1)).has_value());
    REQUIRE(session.apply(add_box(session.next_object_id("q1"), 2)).has_value());
    REQUIRE(session.apply({"edit.delete", "q1", {{Change::Op::remove, "/objects/o2", {}}}}).has_value());
    CHECK(session.next_object_id("q1") == "o3");
    REQUIRE(session.apply(add_box("o3", 3)).has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.next_object_id("q1") == "o4");
    CHECK(session.next_object_id("q2") == "o1");
    const auto again = Session::replay(reading_of(sitting.sink)).value();
    CHECK(again->next_object_id("q1") == "o4");
    REQUIRE(session.apply(add_box("o999999999999999999999", 3)).has_value()); // no number that fits: left alone
    CHECK(session.next_object_id("q1") == "o4");
}

TEST_CASE("session: saving marks the item, any edit of the item clears the mark in its own line") {
    Sitting sitting;
    Session& session = *sitting.session;
    const auto saved = [&](const std::string& item) {
        const auto& items = session.answer("q1").items;
        return items.contains(item) && items.at(item).saved;
    };
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    REQUIRE(session.apply(save_item("p1")).has_value());
    REQUIRE(session.apply(save_item("p2")).has_value());
    CHECK(saved("p1"));
    CHECK(session.undo_label("q1") == "edit.draw_box"); // saving is no undo step
    const auto lines = sitting.sink.lines.size();
    REQUIRE(session.apply(move_box("o1", 5)).has_value());
    CHECK(sitting.sink.lines.size() == lines + 1);
    CHECK_FALSE(saved("p1"));
    CHECK(saved("p2"));

    REQUIRE(session.apply(save_item("p1")).has_value());
    REQUIRE(session.undo("q1").has_value()); // undo is an edit, too
    CHECK_FALSE(saved("p1"));
    CHECK(x_of(session, "o1") == 1);
    REQUIRE(session.apply(save_item("p1")).has_value());
    REQUIRE(session.redo("q1").has_value()); // and saving keeps what can be redone
    CHECK_FALSE(saved("p1"));
    CHECK(x_of(session, "o1") == 5);

    // An object that moves to another item touches both; a class and a deletion touch theirs.
    REQUIRE(session.apply(save_item("p1")).has_value());
    REQUIRE(session.apply({"e", "q1", {{Change::Op::replace, "/objects/o1/item", "p2"}}}).has_value());
    CHECK_FALSE(saved("p1"));
    CHECK_FALSE(saved("p2"));
    REQUIRE(session.apply(save_item("p2")).has_value());
    REQUIRE(session.apply({"e", "q1", {{Change::Op::add, "/items/p2/class/mood", "good"}}}).has_value());
    CHECK_FALSE(saved("p2"));
    REQUIRE(session.apply(save_item("p2")).has_value());
    REQUIRE(session.apply({"e", "q1", {{Change::Op::remove, "/objects/o1", {}}}}).has_value());
    CHECK_FALSE(saved("p2"));
    // The name of the result belongs to no item.
    REQUIRE(session.apply(save_item("p2")).has_value());
    REQUIRE(session.apply({"e", "q1", {{Change::Op::replace, "/file_name", "结果"}}}).has_value());
    CHECK(saved("p2"));
    CHECK(Session::replay(reading_of(sitting.sink)).value()->answers() == session.answers());
}

TEST_CASE("session: the objects of the last change are known, also of one undone, and those of an older one are not") {
    Sitting sitting;
    Session& session = *sitting.session;
    using Ids = std::vector<std::string>;
    const auto since = [&](std::uint64_t revision) { return session.objects_changed_since("q1", revision); };
    const auto begin = session.revision();
    CHECK(since(begin) == Ids{});
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    CHECK(since(begin) == Ids{"o1"});
    REQUIRE(session.apply(move_box("o1", 5)).has_value());
    CHECK(since(begin) == std::nullopt);
    CHECK(since(begin + 1) == Ids{"o1"});
    REQUIRE(session.undo("q1").has_value());
    CHECK(since(begin + 2) == Ids{"o1"});
    REQUIRE(session.redo("q1").has_value());
    CHECK(since(begin + 3) == Ids{"o1"});
    REQUIRE(session.apply(add_box("o7", 1, "q2")).has_value());
    CHECK(since(begin + 4) == Ids{}); // another question's
    REQUIRE(session.mark("q1", true, false).has_value());
    CHECK(since(begin + 5) == Ids{});
}

TEST_CASE("session: where the last change was is known, also of an object that went with it") {
    Sitting sitting;
    Session& session = *sitting.session;
    using Items = std::set<std::string>;
    CHECK(session.items_of_last_change("q1") == Items{});
    REQUIRE(session.apply(add_box("o1", 1, "q1", "p2")).has_value());
    CHECK(session.items_of_last_change("q1") == Items{"p2"});
    CHECK(session.items_of_last_change("q2") == Items{});
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.items_of_last_change("q1") == Items{"p2"});
    REQUIRE(session.redo("q1").has_value());
    REQUIRE(session.apply({"edit.delete", "q1", {{Change::Op::remove, "/objects/o1", {}}}}).has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.items_of_last_change("q1") == Items{"p2"});
    REQUIRE(session.apply({"e", "q1", {{Change::Op::add, "/items/p3/class/mood", "good"}}}).has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.items_of_last_change("q1") == Items{"p3"});
}

TEST_CASE("session: a checked item stays checked when it is saved, and any edit of it clears both marks in one line") {
    Sitting sitting;
    Session& session = *sitting.session;
    const auto marks = [&] {
        const auto item = session.answer("q1").items.find("p1");
        return item == session.answer("q1").items.end() ? std::pair{false, false}
                                                        : std::pair{item->second.saved, item->second.checked};
    };
    const Command check{"edit.check", "q1", {{Change::Op::replace, "/items/p1/checked", true}}};
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    REQUIRE(session.apply(check).has_value());
    REQUIRE(session.apply(save_item("p1")).has_value());
    CHECK(marks() == std::pair{true, true});
    CHECK(session.undo_label("q1") == "edit.draw_box"); // neither mark is an undo step
    const auto lines = sitting.sink.lines.size();
    REQUIRE(session.apply(move_box("o1", 5)).has_value());
    CHECK(sitting.sink.lines.size() == lines + 1);
    CHECK(marks() == std::pair{false, false});
    REQUIRE(session.apply(check).has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(marks() == std::pair{false, false});
    CHECK(Session::replay(reading_of(sitting.sink)).value()->answers() == session.answers());
}

TEST_CASE("session: saved between undo and redo of an item's first class, everything still fits") {
    // Redo once failed here: the save had made the item that redo wanted to add.
    Sitting sitting;
    Session& session = *sitting.session;
    REQUIRE(
        session.apply({"e", "q1", {{Change::Op::add, "/items/d1", Json::Object{{"class", Json::Object{{"m", "g"}}}}}}})
            .has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.answer("q1").empty());
    REQUIRE(session.apply(save_item("d1")).has_value());
    REQUIRE(session.redo("q1").has_value());
    CHECK(session.answer("q1").items.at("d1") == ItemAnswer{.classes = {{"m", "g"}}});
    REQUIRE(session.apply(save_item("d1")).has_value());
    REQUIRE(session.undo("q1").has_value());
    CHECK(session.answer("q1").empty());
}

TEST_CASE("session: what cannot be applied changes nothing and writes nothing") {
    Sitting sitting;
    const auto before = sitting.sink.bytes;
    const auto revision = sitting.session->revision();
    CHECK(sitting.session->apply(move_box("o1", 2)).error().code == "error.patch_target");
    CHECK(sitting.session->apply({"e", "q1", {{Change::Op::add, "/score", 30}}}).error().code == "error.patch_path");
    CHECK(sitting.session->apply({"edit.move_shape", "q1", {}}).has_value());
    CHECK(sitting.sink.bytes == before);
    CHECK(sitting.session->revision() == revision);
}

TEST_CASE("session: at the deadline it ends by itself, the last committed state stands, and nothing more goes in") {
    Sitting sitting;
    Session& session = *sitting.session;
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    sitting.clock.pass(30 * minute_ms - 1);
    CHECK_FALSE(session.tick());
    REQUIRE(session.apply(move_box("o1", 2)).has_value());
    CHECK(session.remaining_ms() == 1);
    sitting.clock.pass(1 + 4321); // no tick came: the command itself meets the end
    CHECK(session.apply(move_box("o1", 3)).error().code == "error.session_phase");
    CHECK(session.phase() == SessionPhase::ended);
    CHECK(x_of(session, "o1") == 2);
    const JournalEntry& end = session.entries().back();
    CHECK(end.kind == "end");
    CHECK(end.elapsed_ms == 30 * minute_ms); // the finish time is the deadline
    CHECK(*end.data.find("late_ms")->integer() == 4321);
    CHECK(session.elapsed_ms() == 30 * minute_ms);
    CHECK(session.remaining_ms() == 0);
    for (const auto& refused : {session.undo("q1"), session.redo("q1"), session.open_question("q1"),
                                session.mark("q1", true, true), session.start()})
        CHECK(refused.error().code == "error.session_phase");
    CHECK_FALSE(session.can_undo("q1"));
    CHECK_FALSE(session.tick());
    REQUIRE(session.submit().has_value());
    CHECK(session.phase() == SessionPhase::submitted);
}

TEST_CASE("session: a grant acts on the running counter, adds up, and opens an ended session again") {
    Sitting sitting;
    Session& session = *sitting.session;
    CHECK(session.grant(0, "incident", "Li", "power").error().code == "error.grant_time");
    CHECK(session.grant(-5, "incident", "Li", "power").error().code == "error.grant_time");
    CHECK(session.grant(25 * 60 * minute_ms, "incident", "Li", "power").error().code == "error.grant_time");
    REQUIRE(session.grant(5 * minute_ms, "accommodation", "Li", "eyes").has_value());
    CHECK(session.remaining_ms() == 35 * minute_ms);
    sitting.clock.pass(40 * minute_ms);
    REQUIRE(session.grant(2 * minute_ms, "incident", "Li", "power").has_value());
    CHECK(session.phase() == SessionPhase::running);
    CHECK(session.duration_ms() == 37 * minute_ms);
    CHECK(session.remaining_ms() == 2 * minute_ms); // the clock stood while nobody could work
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    sitting.clock.pass(2 * minute_ms);
    CHECK(session.tick());
    CHECK(session.phase() == SessionPhase::ended);
    CHECK(session.entries().back().elapsed_ms == 37 * minute_ms);
    const auto again = Session::replay(reading_of(sitting.sink)).value();
    CHECK(again->duration_ms() == 37 * minute_ms);
    CHECK(again->phase() == SessionPhase::ended);
}

TEST_CASE("session: submitting is final, gives a receipt, and waits for the disk") {
    Sitting sitting;
    Session& session = *sitting.session;
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    CHECK(session.receipt().empty());
    sitting.sink.trouble = Error{"error.file_unwritable", "s", {}};
    CHECK(session.submit().error().code == "error.file_unwritable");
    CHECK(session.phase() == SessionPhase::running); // nothing is final while the disk refuses
    REQUIRE(session.apply(move_box("o1", 2)).has_value());
    sitting.sink.trouble.reset();
    REQUIRE(session.submit().has_value());
    CHECK(session.phase() == SessionPhase::submitted);
    CHECK(session.receipt().size() == 10);
    for (const auto& refused : {session.apply(move_box("o1", 3)), session.undo("q1"), session.start(), session.submit(),
                                session.grant(minute_ms, "k", "a", "r"), session.mark("q1", true, false)})
        CHECK(refused.error().code == "error.session_phase");
    const auto lines = sitting.sink.lines.size();
    sitting.clock.pass(60 * minute_ms);
    CHECK_FALSE(session.tick());
    const auto again = Session::resume(reading_of(sitting.sink), sitting.clock, sitting.sink).value();
    CHECK(again->phase() == SessionPhase::submitted);
    CHECK(again->receipt() == session.receipt());
    CHECK(sitting.sink.lines.size() == lines);
}

TEST_CASE("session: opened, done and flagged are kept for each question") {
    Sitting sitting;
    Session& session = *sitting.session;
    CHECK(session.state("q1") == QuestionState::untouched);
    REQUIRE(session.open_question("q1").has_value());
    CHECK(session.progress("q1").opened);
    CHECK(session.state("q1") == QuestionState::untouched);
    REQUIRE(session.apply(add_box("o1", 1)).has_value());
    CHECK(session.state("q1") == QuestionState::begun);
    REQUIRE(session.mark("q1", true, true).has_value());
    CHECK(session.state("q1") == QuestionState::done);
    const auto again = Session::replay(reading_of(sitting.sink)).value();
    CHECK(again->progress("q1").flagged);
    CHECK(again->state("q1") == QuestionState::done);
    CHECK_FALSE(again->progress("q2").opened);
}

TEST_CASE("session: a replay is the same state and nothing can change it") {
    Sitting sitting;
    REQUIRE(sitting.session->apply(add_box("o1", 1)).has_value());
    sitting.clock.pass(5000);
    REQUIRE(sitting.session->apply(move_box("o1", 2)).has_value());
    const auto copy = Session::replay(reading_of(sitting.sink)).value();
    CHECK(copy->answers() == sitting.session->answers());
    CHECK(copy->head_hash() == sitting.session->head_hash());
    CHECK(copy->elapsed_ms() == 5000);
    CHECK(copy->phase() == SessionPhase::running);
    for (const auto& refused : {copy->apply(move_box("o1", 3)), copy->undo("q1"), copy->submit(), copy->start(),
                                copy->grant(1000, "k", "a", "r")})
        CHECK(refused.error().code == "error.session_phase");
    CHECK_FALSE(copy->tick());
}
