// The reader of journal lines against a plain one over parse_json: both accept the same lines with the same meaning,
// and refuse the others for the same reason.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/json_reader.h"
#include "engine/base/rng.h"
#include "engine/session/journal_format.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::test;
using namespace std::string_view_literals;

namespace {

// --- the plain reader ------------------------------------------------------------------------------------------------

struct Plain {
    LineFault refused = nullptr;
    JournalEntry entry;
    JournalHeader header;
    std::string prev;
};

class PlainMembers {
public:
    explicit PlainMembers(const Json* object) : object_(object) {}
    const Json* find(std::string_view key) {
        const Json* value = object_ ? object_->find(key) : nullptr;
        if (value) ++read_;
        return value;
    }
    std::string string(std::string_view key) {
        const Json* value = find(key);
        if (value && value->string()) return *value->string();
        good = false;
        return {};
    }
    std::string optional_string(std::string_view key) { return object_->find(key) ? string(key) : std::string(); }
    std::int64_t count(std::string_view key) {
        const Json* value = find(key);
        if (value && value->integer() && *value->integer() >= 0 && *value->integer() <= std::int64_t{1} << 53)
            return *value->integer();
        good = false;
        return 0;
    }
    [[nodiscard]] bool finish() const {
        return good && object_ && object_->object() && object_->object()->size() == read_;
    }
    bool good = true;

private:
    const Json* object_;
    std::size_t read_ = 0;
};

void read_header(PlainMembers& line, JournalHeader& header) {
    line.good = line.count("format") == journal_format && line.good;
    header.session = line.string("session");
    PlainMembers pack(line.find("pack")), candidate(line.find("candidate"));
    header.pack_id = pack.string("id");
    header.pack_version = pack.string("version");
    header.pack_hash = pack.string("hash");
    header.candidate_name = candidate.string("name");
    header.candidate_ticket = candidate.string("ticket");
    const std::string mode = line.string("mode"), seed = line.string("seed");
    header.mode = mode == "exam" ? Mode::exam : Mode::drill;
    const char* seed_end = seed.data() + seed.size();
    const bool is_seed = seed.size() == 16 && std::from_chars(seed.data(), seed_end, header.seed, 16).ptr == seed_end;
    const Json* questions = line.find("questions");
    const bool has_questions = questions && questions->array() && !questions->array()->empty();
    if (has_questions) {
        for (const Json& question : *questions->array()) {
            const auto& ids = header.questions;
            if (!question.string() || !is_id(*question.string()) ||
                std::find(ids.begin(), ids.end(), *question.string()) != ids.end()) {
                line.good = false;
                break;
            }
            header.questions.push_back(*question.string());
        }
    }
    header.duration_ms = line.count("duration_ms");
    line.good = line.good && is_id(header.session) && pack.finish() && candidate.finish() &&
                (mode == "exam" || mode == "drill") && is_seed && has_questions && header.duration_ms > 0;
}

Plain read_plainly(std::string_view text, bool is_first, const JournalHeader& known) {
    Plain plain{.header = known};
    const auto refuse = [&](LineFault fault) {
        plain.refused = fault;
        return plain;
    };
    const auto json = parse_json(text, "");
    if (!json || !json->object()) return refuse(fault_form);
    PlainMembers line(&*json);
    JournalEntry& entry = plain.entry;
    entry.n = line.count("n");
    entry.elapsed_ms = line.count("t");
    entry.wall_ms = line.count("wall");
    entry.kind = line.string("do");
    if (!is_entry_kind(entry.kind)) return refuse(fault_form);
    if ((entry.kind == "create") != is_first) return refuse(is_first ? fault_missing : fault_order);
    if (is_first) read_header(line, plain.header);
    entry.label = line.optional_string("as");
    entry.question = line.optional_string("q");
    const std::array of_question{"edit"sv, "undo"sv, "redo"sv, "open"sv, "mark"sv};
    const bool needs_one = std::find(of_question.begin(), of_question.end(), entry.kind) != of_question.end();
    const auto& ids = plain.header.questions;
    const bool is_known = std::find(ids.begin(), ids.end(), entry.question) != ids.end();
    if (needs_one ? !is_known : !entry.question.empty()) return refuse(fault_form);
    const Json* patch = line.find("patch");
    if ((entry.kind == "edit") != (patch != nullptr)) return refuse(fault_form);
    if (patch) {
        const auto changes = patch_from_json(*patch, "");
        if (!changes) return refuse(fault_form);
        entry.patch = *changes;
    }
    if (const Json* data = line.find("data")) entry.data = *data;
    plain.prev = line.string("prev");
    (void)line.string("sum");
    return line.finish() ? plain : refuse(fault_form);
}

// --- comparison ------------------------------------------------------------------------------------------------------

auto parts_of(const JournalEntry& e) {
    return std::tie(e.n, e.elapsed_ms, e.wall_ms, e.kind, e.label, e.question, e.patch, e.data);
}

auto parts_of(const JournalHeader& h) {
    return std::tie(h.session, h.pack_id, h.pack_version, h.pack_hash, h.candidate_name, h.candidate_ticket, h.mode,
                    h.seed, h.questions, h.duration_ms);
}

bool agree(LineReader& reader, std::string_view text, bool is_first, const JournalHeader& known) {
    const Plain plain = read_plainly(text, is_first, known);
    JournalHeader header = known;
    const auto line = reader.read(text, is_first, header);
    if (!line || plain.refused) return !line && plain.refused && std::string_view(line.error()) == plain.refused;
    return parts_of(line->entry) == parts_of(plain.entry) && parts_of(header) == parts_of(plain.header) &&
           line->prev == plain.prev;
}

// A line of an edit whose change sets this value, with whatever stands in it.
std::string line_with(std::string_view value) {
    return R"({"n":3,"t":1,"wall":2,"do":"edit","as":"e","q":"q1","patch":[{"op":"add","path":"/x","value":)" +
           std::string(value) + R"(}],"prev":"0","sum":"0"})";
}

JournalHeader known_header() {
    JournalHeader header;
    header.questions = {"q1", "q2"};
    return header;
}

std::string nested(std::size_t levels, bool in_objects) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += in_objects ? "{\"a\":" : "[";
    if (in_objects) text += "1";
    return text.append(levels, in_objects ? '}' : ']');
}

// An object of some members, the last of which repeats the key of the first.
std::string repeating(int count) {
    std::string text = "{";
    for (int i = 0; i < count; ++i) text += "\"k" + std::to_string(i) + "\":0,";
    return text + "\"k0\":0}";
}

std::string damaged(std::string line, Rng& rng) {
    static constexpr std::array tokens{"\0"sv,
                                       "\\ud83d"sv,
                                       "\\udc00"sv,
                                       "\\ud83d\\ude00"sv,
                                       "\\u0000"sv,
                                       "\xED\xA0\x80"sv,
                                       "\xC0\xAF"sv,
                                       "\xEF\xBB\xBF"sv,
                                       "\""sv,
                                       "\\"sv,
                                       "1e999"sv,
                                       "-0"sv,
                                       "-0.0"sv,
                                       "01"sv,
                                       "1e-400"sv,
                                       "{"sv,
                                       "}"sv,
                                       "["sv,
                                       "]"sv,
                                       ","sv,
                                       ":"sv,
                                       "null"sv,
                                       "\n"sv,
                                       " "sv,
                                       "18446744073709551616"sv,
                                       "\"n\":0,"sv,
                                       "\"zz\":{\"a\":1,\"a\":1},"sv,
                                       "create"sv,
                                       "undo"sv,
                                       "-9223372036854775809"sv,
                                       "nan"sv,
                                       "1.5e3"sv,
                                       "9223372036854775808"sv,
                                       "\"data\":[1],"sv};
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(rng.next() % limit); };
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        const std::size_t at = below(line.size());
        switch (below(5)) {
        case 0: line[at] = static_cast<char>(line[at] ^ (1 << below(8))); break;
        case 1: line.erase(at, 1 + below(4)); break;
        case 2: line.insert(at, tokens[below(tokens.size())]); break;
        case 3:
            line.replace(at, std::min<std::size_t>(line.size() - at, 1 + below(6)), tokens[below(tokens.size())]);
            break;
        case 4: // between two members
            if (const auto comma = line.find(",\"", at); comma != std::string::npos)
                line.insert(comma + 1, tokens[below(tokens.size())]);
            break;
        }
        if (line.empty()) line = " ";
    }
    return line;
}

// One line of every form that occurs.
std::vector<std::string> sound_lines() {
    Sitting sitting;
    Session& session = *sitting.session;
    const bool good = session.open_question("q1").has_value() && session.apply(add_box("o1", 0.1 + 0.2)).has_value() &&
                      session.apply(move_box("o1", -1e-7)).has_value() && session.apply(save_item("p1")).has_value() &&
                      session.undo("q1").has_value() && session.mark("q1", true, false).has_value() &&
                      session.grant(minute_ms, "incident", "李 \"2\"\\", "停电\n\t\x01 😀").has_value() &&
                      session.submit().has_value();
    BIAOKAO_ASSERT(good);
    return sitting.sink.lines;
}

} // namespace

TEST_CASE("journal line: every form of number, text and nesting means the same as to parse_json") {
    LineReader reader;
    for (const std::string_view value : {"null"sv,
                                         "true"sv,
                                         "nul"sv,
                                         "0"sv,
                                         "-0"sv,
                                         "-0.0"sv,
                                         "1"sv,
                                         "01"sv,
                                         "1."sv,
                                         ".5"sv,
                                         "+1"sv,
                                         "-"sv,
                                         "1e5"sv,
                                         "1E+5"sv,
                                         "1e+"sv,
                                         "1e999"sv,
                                         "-1e999"sv,
                                         "1e-999"sv,
                                         "5e-324"sv,
                                         "2e-324"sv,
                                         "1.7976931348623157e308"sv,
                                         "1.7976931348623159e308"sv,
                                         "0.1"sv,
                                         "0.30000000000000004440892098500626"sv,
                                         "9007199254740993"sv,
                                         "9007199254740993.0"sv,
                                         "9223372036854775807"sv,
                                         "9223372036854775808"sv,
                                         "-9223372036854775808"sv,
                                         "-9223372036854775809"sv,
                                         "18446744073709551615"sv,
                                         "18446744073709551616"sv,
                                         "123456789012345678901234567890"sv,
                                         "[1,-123456789012345678901234567890,\"\\u0001\",{\"a\":0.5}]"sv,
                                         "100000000000000000000.0"sv,
                                         "NaN"sv,
                                         "Infinity"sv,
                                         "\"\""sv,
                                         "\"标考 😀\""sv,
                                         "\"\\u0000\""sv,
                                         "\"\\uD83D\\uDE00\""sv,
                                         "\"\\ud83d\""sv,
                                         "\"\\ude00\""sv,
                                         "\"\\ud83d\\u0041\""sv,
                                         "\"\\/\\b\\f\\n\\r\\t\\\"\\\\\""sv,
                                         "\"\\x\""sv,
                                         "\"\\u12g4\""sv,
                                         "\"a\tb\""sv,
                                         "\"\x7F\""sv,
                                         "\"\xC0\xAF\""sv,
                                         "\"\xED\xA0\x80\""sv,
                                         "\"\xF4\x90\x80\x80\""sv,
                                         "\"\0\""sv,
                                         "\"a"sv,
                                         "[]"sv,
                                         "{}"sv,
                                         "[1,]"sv,
                                         "[,1]"sv,
                                         "[1 2]"sv,
                                         "[1][2]"sv,
                                         " \t\r\n[ 1 , 2 ] \n"sv,
                                         "\0[1]"sv,
                                         "\xEF\xBB\xBF[1]"sv,
                                         "{\"a\":1,\"a\":2}"sv,
                                         "{\"a\":1,\"\\u0061\":2}"sv,
                                         "[{\"a\":{\"b\":1,\"b\":1}}]"sv,
                                         "{\"a\":1,}"sv,
                                         "{a:1}"sv,
                                         "{\"a\" 1}"sv,
                                         "{1:1}"sv,
                                         "[1}"sv,
                                         "1,\"value\":1"sv,
                                         "1,\"other\":1"sv,
                                         ""sv,
                                         " "sv}) {
        CAPTURE(value);
        CHECK(agree(reader, line_with(value), false, known_header()));
    }
    // Three levels are the line's own.
    for (const std::size_t levels : {1, 28, 29, 30, 31, 5000}) {
        CAPTURE(levels);
        JournalHeader header = known_header();
        CHECK(reader.read(line_with(nested(levels, false)), false, header).has_value() == (levels <= 29));
        CHECK(agree(reader, line_with(nested(levels, true)), false, known_header()));
    }
    for (const int members : {1, 15, 16, 17, 500}) {
        CAPTURE(members);
        JournalHeader header = known_header();
        CHECK_FALSE(reader.read(line_with(repeating(members)), false, header).has_value());
    }
}

TEST_CASE("journal line: longer and shorter ones in turn leave nothing of one in the next") {
    LineReader reader;
    for (const std::size_t size : {1, 5000, 3, 100'000, 64, 63, 65, 0}) {
        CAPTURE(size);
        const std::string line = line_with("\"" + std::string(size, 'x') + "\"");
        JournalHeader header = known_header();
        CHECK(reader.read(line, false, header).value().entry.patch[0].value == Json(std::string(size, 'x')));
        CHECK(agree(reader, std::string_view(line).substr(0, line.size() - 2), false, known_header()));
    }
}

TEST_CASE("journal line: a key that stands twice is a wrong form, also where the line stands in the wrong place") {
    LineReader reader;
    for (const std::string_view extra : {R"("n":1)"sv, R"("x":1,"x":1)"sv, R"("x":{"a":1,"a":1})"sv, R"("x":1)"sv}) {
        for (const bool is_first : {false, true}) {
            for (const char* kind : {"create", "undo", "dance"}) {
                std::string line = R"({"n":0,"t":0,"wall":0,"do":")" + std::string(kind) + "\",";
                line.append(extra).append(R"(,"q":"q1","prev":"","sum":""})");
                CAPTURE(line);
                CHECK(agree(reader, line, is_first, is_first ? JournalHeader{} : known_header()));
            }
        }
    }
}

TEST_CASE("journal line: lines damaged at random are read or refused as plainly, for the same reason") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    LineReader reader;
    const auto lines = sound_lines();
    int accepted = 0;
    for (int round = 0; round < 6000; ++round) {
        const std::size_t which = rng->next() % lines.size();
        const bool is_first = which == 0;
        const std::string text = round < 100 ? lines[which] : damaged(lines[which], *rng);
        CAPTURE(text);
        const JournalHeader known = is_first ? JournalHeader{} : known_header();
        REQUIRE(agree(reader, text, is_first, known));
        accepted += read_plainly(text, is_first, known).refused == nullptr;
    }
    CHECK(accepted > 300); // else the damage is too great to tell anything
}
