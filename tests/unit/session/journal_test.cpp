#include <doctest/doctest.h>

#include <array>

#include "engine/base/hash.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// Eight lines with every common kind of entry.
std::string sample_journal(const std::string& session = "s-1") {
    Sitting sitting(header(session));
    Session& s = *sitting.session;
    sitting.clock.pass(700);
    const bool good = s.open_question("q1").has_value() && s.apply(add_box("o1", 12.5)).has_value() &&
                      s.apply(move_box("o1", 100)).has_value() && s.undo("q1").has_value() &&
                      s.mark("q1", false, true).has_value() && s.submit().has_value();
    BIAOKAO_ASSERT(good);
    return sitting.sink.bytes;
}

// Four lines: as much as a test that reads them at every byte can afford.
std::string short_journal() {
    Sitting sitting;
    const bool good = sitting.session->apply(add_box("o1", 12.5)).has_value() && sitting.session->submit().has_value();
    BIAOKAO_ASSERT(good);
    return sitting.sink.bytes;
}

std::vector<std::string> lines_of(std::string_view bytes) {
    std::vector<std::string> lines;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        lines.emplace_back(bytes.substr(0, end + 1));
        bytes.remove_prefix(end + 1);
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string bytes;
    for (const std::string& line : lines) bytes += line;
    return bytes;
}

// What a forger who knows the format could write: numbers, chain and sums are right.
std::string chained(const JournalHeader& head, std::vector<JournalEntry> entries) {
    std::string bytes, previous;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].n = static_cast<std::int64_t>(i);
        const std::string line = journal_line(entries[i], i == 0 ? &head : nullptr, previous);
        previous = sha256_hex(line);
        bytes += line;
    }
    return bytes;
}

// "file:line n reason" of the refusal, by reading or by replay; empty when both accept.
std::string refusal(std::string_view bytes) {
    const auto reading = read_journal(bytes, "f");
    const auto say = [](const Error& error) {
        return error.where + " " + error.code + (error.args.empty() ? "" : " " + error.args.front().second);
    };
    if (!reading) return say(reading.error());
    const auto session = Session::replay(*reading);
    return session ? std::string() : say(session.error());
}

// Of the line late in a long session.
std::size_t bytes_of_edit(std::string label, std::string question, Patch patch) {
    const JournalEntry entry{.n = 12345,
                             .elapsed_ms = 12'345'678,
                             .wall_ms = 1'790'000'000'000,
                             .kind = "edit",
                             .label = std::move(label),
                             .question = std::move(question),
                             .patch = std::move(patch),
                             .data = {}};
    return journal_line(entry, nullptr, std::string(64, 'f')).size();
}

} // namespace

TEST_CASE("journal: a line is what the contract says, and the chain and the sum can be recomputed with any tool") {
    const auto lines = lines_of(sample_journal());
    CHECK(lines[0].starts_with(
        R"({"n":0,"t":0,"wall":1790000000000,"do":"create","format":1,"session":"s-1","pack":{"id":)"));
    CHECK(lines[0].find(R"("mode":"drill","seed":"fedcba9876543210","questions":["q1","q2"],"duration_ms":1800000,)"
                        R"("prev":"00000000000000000000000000000000","sum":")") != std::string::npos);
    CHECK(lines[4].starts_with(
        R"({"n":4,"t":700,"wall":1790000000700,"do":"edit","as":"edit.move_shape","q":"q1","patch":[{"op":"replace",)"
        R"("path":"/objects/o1/box","value":[100,2,30,40.5]}],"prev":")" +
        sha256_hex(lines[3]).substr(0, 32) + R"(","sum":")"));
}

TEST_CASE("journal: what was written reads back the same") {
    Sitting sitting;
    REQUIRE(sitting.session->apply(add_box("o1", 0.1 + 0.2)).has_value());
    REQUIRE(sitting.session->grant(minute_ms, "incident", "李", "停电 \"2\"\n").has_value());
    const JournalReading reading = read_journal(sitting.sink.bytes, "f").value();
    CHECK(reading.torn_tail.empty());
    CHECK(reading.good_bytes == sitting.sink.bytes.size());
    CHECK(reading.head_hash == sitting.session->head_hash());
    CHECK(reading.header.candidate_name == "王小明");
    CHECK(reading.header.seed == 0xFEDCBA9876543210u);
    CHECK(reading.header.questions == std::vector<std::string>{"q1", "q2"});
    const auto& live = sitting.session->entries();
    REQUIRE(reading.entries.size() == live.size());
    for (std::size_t i = 0; i < live.size(); ++i) {
        CHECK(reading.entries[i].patch == live[i].patch);
        CHECK(reading.entries[i].data == live[i].data);
        CHECK(reading.entries[i].elapsed_ms == live[i].elapsed_ms);
    }
}

TEST_CASE("journal: moving a box or the end of a segment takes at most 300 bytes, with every digit used") {
    const std::vector<Shape> shapes{Box{1234.0123456789012, 2345.1234567890123, 345.23456789012345, 456.34567890123456},
                                    Segment{1234.5678901234567, 2345.6789012345678}, Span{123456, 234567}};
    for (const Shape& shape : shapes)
        CHECK(bytes_of_edit("edit.move_shape", "q10",
                            {{Change::Op::replace, "/objects/o1234/" + std::string(shape_name(shape)),
                              json_from_shape(shape)}}) <= 300);
}

TEST_CASE("journal: moving the boundary of two segments takes at most 300 bytes as well") {
    CHECK(bytes_of_edit("edit.audio_bounds", "stretches", boundary_patch("o1234", "o1235", 1234.5678901234567)) <= 300);
}

TEST_CASE("journal: cut at every byte, the whole lines before the cut stand and the rest is kept as torn") {
    const std::string bytes = short_journal();
    const std::size_t first_line = bytes.find('\n') + 1;
    std::size_t whole_lines = 0, good_bytes = 0;
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        if (cut > 0 && bytes[cut - 1] == '\n') {
            ++whole_lines;
            good_bytes = cut;
        }
        const auto reading = read_journal(std::string_view(bytes).substr(0, cut), "f");
        if (cut < first_line) {
            REQUIRE_FALSE(reading.has_value());
            REQUIRE(reading.error().code == "error.journal_empty");
            continue;
        }
        REQUIRE(reading.has_value());
        REQUIRE(reading->entries.size() == whole_lines);
        REQUIRE(reading->good_bytes == good_bytes);
        REQUIRE(reading->torn_tail == bytes.substr(good_bytes, cut - good_bytes));
    }
    CHECK(whole_lines == 4);
}

TEST_CASE("journal: one changed byte anywhere is refused or leaves a torn tail, and a glance sees it too") {
    // Without the sum of each line, a changed digit in the last line once passed: nothing after it held its hash.
    const std::string bytes = short_journal();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char other = std::array{static_cast<char>(bytes[i] ^ 0x80), '\n', '\0'}[i % 3];
        for (const char changed : {static_cast<char>(bytes[i] ^ 1), other}) {
            if (changed == bytes[i]) continue;
            std::string damaged = bytes;
            damaged[i] = changed;
            CAPTURE(i);
            const auto reading = read_journal(damaged, "f");
            REQUIRE((!reading || !reading->torn_tail.empty()));
            const auto glance = glance_at_journal(damaged, "f");
            REQUIRE((!glance || glance->torn));
        }
    }
}

TEST_CASE("journal: each kind of tampering is refused with its own words and place") {
    const auto lines = lines_of(sample_journal()), other = lines_of(sample_journal("s-2"));
    const auto with = [&](auto change) {
        auto changed = lines;
        change(changed);
        return refusal(joined(changed));
    };
    CHECK(refusal(joined(lines)).empty());
    CHECK(with([](auto& l) { l.erase(l.begin() + 3); }) == "f:line 4 error.journal_broken @journal.broken.missing");
    CHECK(with([](auto& l) { l.erase(l.begin()); }) == "f:line 1 error.journal_broken @journal.broken.missing");
    CHECK(with([](auto& l) { std::swap(l[3], l[4]); }) == "f:line 4 error.journal_broken @journal.broken.order");
    CHECK(with([](auto& l) { l.insert(l.begin() + 3, l[2]); }) ==
          "f:line 4 error.journal_broken @journal.broken.order");
    CHECK(with([](auto& l) { l.push_back(l[0]); }) == "f:line 9 error.journal_broken @journal.broken.order");
    CHECK(with([](auto& l) { l[4].replace(l[4].find("[100,"), 5, "[101,"); }) ==
          "f:line 5 error.journal_broken @journal.broken.sum");
    CHECK(with([&](auto& l) { l[4] = other[4]; }) == "f:line 5 error.journal_broken @journal.broken.chain");
    CHECK(with([&](auto& l) { l[0] = other[0]; }) == "f:line 2 error.journal_broken @journal.broken.chain");
    CHECK(with([](auto& l) { l[4] = "{\"n\":4}\n"; }) == "f:line 5 error.journal_broken @journal.broken.form");
    CHECK(with([](auto& l) { l[4] = "\n"; }) == "f:line 5 error.journal_broken @journal.broken.form");
    CHECK(with([](auto& l) { l[4].pop_back(), l[4] += "\r\n"; }) ==
          "f:line 5 error.journal_broken @journal.broken.form");
}

TEST_CASE("journal: a rewrite of the same length with a right sum breaks the chain of the line after it") {
    const auto reading = read_journal(sample_journal(), "f").value();
    auto lines = lines_of(sample_journal());
    JournalEntry forged = reading.entries[4];
    forged.patch[0].value = json_from_shape(Box{101, 2, 30, 40.5});
    const std::string line = journal_line(forged, nullptr, sha256_hex(lines[3]));
    REQUIRE(line.size() == lines[4].size());
    lines[4] = line;
    CHECK(refusal(joined(lines)) == "f:line 6 error.journal_broken @journal.broken.chain");
}

TEST_CASE("journal: taking whole lines off the end verifies, so the head hash on the receipt is what proves it") {
    const auto lines = lines_of(sample_journal());
    const auto whole = Session::replay(read_journal(joined(lines), "f").value()).value();
    const auto cut = Session::replay(read_journal(joined({lines.begin(), lines.end() - 1}), "f").value()).value();
    CHECK(whole->phase() == SessionPhase::submitted);
    CHECK(cut->phase() == SessionPhase::running);
    CHECK(whole->head_hash() != cut->head_hash());
    CHECK(cut->receipt().empty());
}

TEST_CASE("journal: a well chained file that no session could have written is refused at its line") {
    const JournalEntry create{.kind = "create"},
        start{.kind = "start", .data = Json::Object{{"boot", "b"}, {"boot_ms", 5}}},
        edit{.elapsed_ms = 10, .kind = "edit", .label = "e", .question = "q1", .patch = add_box("o1", 1).patch},
        submit{.elapsed_ms = 20, .kind = "submit"};
    const auto at = [](JournalEntry entry, std::int64_t elapsed_ms) {
        entry.elapsed_ms = elapsed_ms;
        return entry;
    };
    auto save = edit;
    save.patch = save_item("p1").patch;
    auto move_without_clearing = edit;
    move_without_clearing.patch = move_box("o1", 3).patch;
    auto unknown_question = edit;
    unknown_question.question = "q9";
    auto bad_patch = edit;
    bad_patch.patch = {{Change::Op::replace, "/score", 3}};
    const JournalEntry undo{.elapsed_ms = 10, .kind = "undo", .question = "q1"};
    const JournalEntry grant{.elapsed_ms = 10, .kind = "grant", .data = Json::Object{{"extra_ms", 5}}};
    const std::int64_t duration = header().duration_ms;
    struct Row {
        std::string_view what;
        std::vector<JournalEntry> entries;
        std::string expected;
    };
    for (const auto& [what, entries, expected] : {
             Row{"all well", {create, start, edit, submit}, ""},
             Row{"edit before the start", {create, at(edit, 0)}, "f:line 2 error.journal_broken @error.session_phase"},
             Row{"time before the start", {create, at(start, 5)}, "f:line 2 error.journal_broken @error.entry_time"},
             Row{"start without boot", {create, {.kind = "start"}}, "f:line 2 error.journal_broken @error.entry_data"},
             Row{"started twice", {create, start, start}, "f:line 3 error.journal_broken @error.session_phase"},
             Row{"time going back",
                 {create, start, edit, at(undo, 9)},
                 "f:line 4 error.journal_broken @journal.broken.time"},
             Row{"edit at the deadline",
                 {create, start, at(edit, duration)},
                 "f:line 3 error.journal_broken @error.entry_time"},
             Row{"end before the deadline",
                 {create, start, {.elapsed_ms = 10, .kind = "end"}},
                 "f:line 3 error.journal_broken @error.entry_time"},
             Row{"edit after the hand-in",
                 {create, start, submit, at(edit, 20)},
                 "f:line 4 error.journal_broken @error.session_phase"},
             Row{"handed in twice",
                 {create, start, submit, submit},
                 "f:line 4 error.journal_broken @error.session_phase"},
             Row{"undo of nothing", {create, start, undo}, "f:line 3 error.journal_broken @error.nothing_to_undo"},
             Row{"a patch outside the answer",
                 {create, start, bad_patch},
                 "f:line 3 error.journal_broken @error.patch_path"},
             Row{"an edit that keeps the saved flag",
                 {create, start, edit, save, move_without_clearing},
                 "f:line 5 error.journal_broken @error.item_flags"},
             Row{"a question of another session",
                 {create, start, unknown_question},
                 "f:line 3 error.journal_broken @journal.broken.form"},
             Row{"a grant that nobody approved",
                 {create, start, grant},
                 "f:line 3 error.journal_broken @error.entry_data"},
         }) {
        CAPTURE(what);
        CHECK(refusal(chained(header(), entries)) == expected);
    }
}

TEST_CASE("journal: of a damaged file staff may see the good lines before the damage") {
    auto lines = lines_of(sample_journal());
    lines[4][20] = 'x';
    const JournalPrefix prefix = read_good_prefix(joined(lines), "f");
    CHECK(prefix.reading.entries.size() == 4);
    CHECK(prefix.reading.header.session == "s-1");
    CHECK(prefix.damage->where == "f:line 5");
    CHECK(Session::replay(prefix.reading).value()->answer("q1").objects.size() == 1);
    CHECK(read_good_prefix("junk\n", "f").reading.entries.empty());
    CHECK_FALSE(read_good_prefix(sample_journal(), "f").damage.has_value());
}

TEST_CASE("journal: a page that a power cut left empty is a torn tail, also when the newline survived") {
    std::string bytes = sample_journal();
    const auto last = bytes.rfind('\n', bytes.size() - 2) + 1;
    for (std::size_t i = last; i < last + 20; ++i) bytes[i] = '\0';
    const auto reading = read_journal(bytes, "f").value();
    CHECK(reading.good_bytes == last);
    CHECK(reading.torn_tail.size() == bytes.size() - last);
}

TEST_CASE("journal: a glance tells what a list shows, without reading every line") {
    const std::string bytes = sample_journal();
    const auto glance = glance_at_journal(bytes, "f").value();
    CHECK(glance.header.candidate_ticket == "0042");
    CHECK(glance.last_phase_kind == "submit");
    CHECK(glance.last_wall_ms == 1'790'000'000'700);
    CHECK_FALSE(glance.torn);
    CHECK(glance_at_journal(std::string_view(bytes).substr(0, bytes.size() - 1), "f").value().torn);
    CHECK(glance_at_journal(bytes.substr(0, bytes.find('\n') + 1), "f").value().last_phase_kind == "create");
    CHECK(glance_at_journal("", "f").error().code == "error.journal_empty");
}
