#include <doctest/doctest.h>

#include "engine/base/i18n.h"
#include "engine/session/describe.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

std::vector<std::string> sentences(const Session& session, std::string_view language) {
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    const Translator tr(locales, language);
    std::vector<std::string> lines;
    for (const Message& message : describe_journal(session.header(), session.entries())) lines.push_back(tr(message));
    return lines;
}

} // namespace

TEST_CASE("describe: a sitting reads as a log, with what was undone and redone by name") {
    auto head = header();
    head.candidate_name = "@error.json_syntax"; // no locale key, whatever somebody calls himself
    Sitting sitting(head);
    Session& s = *sitting.session;
    sitting.clock.pass(29 * minute_ms);
    REQUIRE(s.grant(90'000, "incident", "Li", "power cut").has_value());
    REQUIRE(s.open_question("q1").has_value());
    REQUIRE(s.apply(add_box("o1", 1)).has_value());
    REQUIRE(s.apply(save_item("p1")).has_value());
    REQUIRE(s.apply(move_box("o1", 2)).has_value());
    REQUIRE(s.undo("q1").has_value());
    REQUIRE(s.undo("q1").has_value());
    REQUIRE(s.redo("q1").has_value());
    REQUIRE(s.mark("q1", true, false).has_value());
    REQUIRE(s.submit().has_value());
    const auto lines = sentences(s, "en");
    REQUIRE(lines.size() == s.entries().size());
    CHECK(lines[0] == "0  0:00:00  2026-09-21T14:13:20.000Z  drill s-1 of  @error.json_syntax (0042): pack "
                      "0a1b2c3d-0000-4000-8000-000000000000, version 1.0, questions q1, q2, 0:30:00");
    const auto ends = [&](std::size_t i, std::string_view end) { return lines[i].ends_with(end); };
    CHECK(ends(1, "started"));
    CHECK(ends(2, "0:01:30 of extra time (incident), approved by Li: power cut"));
    CHECK(ends(3, "q1: opened"));
    CHECK(ends(4, "q1: draw a box (o1)"));
    CHECK(ends(5, "q1: save the item (p1)"));
    CHECK(ends(6, "q1: move objects (o1, p1)")); // and the saved flag that it clears
    CHECK(ends(7, "q1: undone: move objects"));
    CHECK(ends(8, "q1: undone: draw a box"));
    CHECK(ends(9, "q1: redone: draw a box"));
    CHECK(ends(10, "q1: done, not flagged"));
    CHECK(ends(11, "submitted"));
    CHECK(sentences(s, "zh")[11].ends_with("已提交"));
}

TEST_CASE("describe: gaps, a suspect clock, a moved clock and a late end are told") {
    Sitting sitting;
    sitting.clock.sample.wall_ms -= 61'000;
    CHECK_FALSE(sitting.session->tick());
    const auto reading = read_journal(sitting.sink.bytes, "f").value();
    sitting.clock.reboot(-1'000'000);
    auto again = Session::resume(reading, sitting.clock, sitting.sink).value();
    sitting.clock.pass(30 * minute_ms + 5'000);
    CHECK(again->tick());
    const auto lines = sentences(*again, "en");
    REQUIRE(lines.size() == 5);
    CHECK(lines[2].ends_with("the wall clock was moved by -0:01:01"));
    CHECK(lines[3].ends_with(
        "resumed after 0:00:00; the clock does not agree with the record, the invigilator must confirm"));
    CHECK(lines[4].ends_with("time is up, processed 0:00:05 later"));
}

TEST_CASE("describe: every kind of entry has its words in both languages") {
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    for (const char* kind :
         {"create", "start", "resume", "edit", "undo", "redo", "open", "mark", "grant", "end", "submit", "note"}) {
        REQUIRE(is_entry_kind(kind));
        for (const char* language : {"zh", "en"})
            CHECK(locales.words(language).contains("session.show." + std::string(kind)));
    }
}

TEST_CASE("describe: durations keep their hours, and long lists are cut") {
    CHECK(duration_text(0) == "0:00:00");
    CHECK(duration_text(59'999) == "0:00:59");
    CHECK(duration_text(360'000'000) == "100:00:00");
    Sitting sitting;
    Patch patch;
    for (int i = 1; i <= 7; ++i) patch.push_back(add_box("o" + std::to_string(i), i).patch.front());
    REQUIRE(sitting.session->apply({"edit.paste", "q1", patch}).has_value());
    const auto messages = describe_journal(sitting.session->header(), sitting.session->entries());
    CHECK(messages.back().args.back().second == "o1, o2, o3, o4, o5 … (7)");

    JournalHeader hostile = header();
    hostile.candidate_name = "\x1B[2J王\r\n";
    const auto first = describe_journal(hostile, std::span(sitting.session->entries()).first(1));
    CHECK(first[0].args[5].second == " [2J王  "); // nothing that a terminal obeys
}
