// One journal line from its bytes.
#include <algorithm>
#include <charconv>

#include "engine/base/json_reader.h"
#include "engine/session/journal_format.h"

namespace biaokao {
namespace {

// Reads the members of one object and counts them, so that a member that nobody knows is found at the end.
class LineReader {
public:
    explicit LineReader(const Json& line) : line_(&line) {}
    const Json* member(std::string_view key) {
        const Json* value = line_->find(key);
        if (value) ++read_;
        return value;
    }
    std::string string(std::string_view key) {
        const Json* value = member(key);
        if (value && value->string()) return *value->string();
        refuse();
        return {};
    }
    std::string optional_string(std::string_view key) { return line_->find(key) ? string(key) : std::string(); }
    std::int64_t count(std::string_view key) {
        constexpr std::int64_t highest = std::int64_t{1} << 53; // sums of a few of them cannot overflow
        const Json* value = member(key);
        if (value && value->integer() && *value->integer() >= 0 && *value->integer() <= highest)
            return *value->integer();
        refuse();
        return 0;
    }
    void refuse() { good_ = false; }
    [[nodiscard]] bool finish() const { return good_ && line_->object() && line_->object()->size() == read_; }

private:
    const Json* line_;
    std::size_t read_ = 0;
    bool good_ = true;
};

void read_questions(LineReader& line, JournalHeader& header) {
    const Json* questions = line.member("questions");
    if (!questions || !questions->array() || questions->array()->empty()) return line.refuse();
    for (const Json& question : *questions->array()) {
        const auto* id = question.string();
        if (!id || !is_id(*id)) return line.refuse();
        if (std::find(header.questions.begin(), header.questions.end(), *id) != header.questions.end())
            return line.refuse();
        header.questions.push_back(*id);
    }
}

void read_header(LineReader& line, JournalHeader& header) {
    if (line.count("format") != journal_format) line.refuse();
    header.session = line.string("session");
    if (!is_id(header.session)) line.refuse();
    const Json nothing;
    const Json* pack = line.member("pack");
    LineReader pack_reader(pack ? *pack : nothing);
    header.pack_id = pack_reader.string("id");
    header.pack_version = pack_reader.string("version");
    header.pack_hash = pack_reader.string("hash");
    const Json* candidate = line.member("candidate");
    LineReader candidate_reader(candidate ? *candidate : nothing);
    header.candidate_name = candidate_reader.string("name");
    header.candidate_ticket = candidate_reader.string("ticket");
    if (!pack_reader.finish() || !candidate_reader.finish()) line.refuse();

    const std::string mode = line.string("mode"), seed = line.string("seed");
    header.mode = mode == mode_name(Mode::exam) ? Mode::exam : Mode::drill;
    if (mode != mode_name(header.mode)) line.refuse();
    const char* seed_end = seed.data() + seed.size();
    if (seed.size() != 16 || std::from_chars(seed.data(), seed_end, header.seed, 16).ptr != seed_end) line.refuse();
    read_questions(line, header);
    header.duration_ms = line.count("duration_ms");
    if (header.duration_ms == 0) line.refuse();
}

bool needs_question(std::string_view kind) {
    return kind == "edit" || kind == "undo" || kind == "redo" || kind == "open" || kind == "mark";
}

} // namespace

tl::unexpected<Error> broken_at(const std::string& file, std::size_t line_number, LineFault reason) {
    return fail("error.journal_broken", file + ":line " + std::to_string(line_number), {{"reason", reason}});
}

std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view line = rest.substr(0, end + 1);
    // A power cut may keep the end of the last line and lose a page before it.
    if (line.size() == rest.size() && line.find('\0') != std::string_view::npos) return {};
    rest.remove_prefix(line.size());
    return line;
}

LineResult<void> check_sum(std::string_view line) {
    const std::size_t tail = sum_member.size() + sum_digits + line_end.size();
    if (line.size() <= tail || !line.ends_with(line_end)) return fault(fault_form);
    const std::string_view body = line.substr(0, line.size() - tail), end = line.substr(line.size() - tail);
    if (!end.starts_with(sum_member)) return fault(fault_form);
    if (end.substr(sum_member.size(), sum_digits) != line_sum(body)) return fault(fault_sum);
    return {};
}

LineResult<void> check_number(std::int64_t number, std::int64_t expected) {
    if (number == expected) return {};
    return fault(number > expected ? fault_missing : fault_order);
}

LineResult<Line> read_line(std::string_view text, bool is_first, JournalHeader& header) {
    if (const auto sum = check_sum(text); !sum) return fault(sum.error());
    const auto json = parse_json(text, "");
    if (!json || !json->object()) return fault(fault_form);
    LineReader reader(*json);
    Line line;
    JournalEntry& entry = line.entry;
    entry.n = reader.count("n");
    entry.elapsed_ms = reader.count("t");
    entry.wall_ms = reader.count("wall");
    entry.kind = reader.string("do");
    if (!is_entry_kind(entry.kind)) return fault(fault_form);
    if ((entry.kind == "create") != is_first) return fault(is_first ? fault_missing : fault_order);
    if (is_first) read_header(reader, header);
    entry.label = reader.optional_string("as");
    entry.question = reader.optional_string("q");
    const auto& questions = header.questions;
    const bool is_known = std::find(questions.begin(), questions.end(), entry.question) != questions.end();
    if (needs_question(entry.kind) ? !is_known : !entry.question.empty()) reader.refuse();
    const Json* patch = reader.member("patch");
    if ((entry.kind == "edit") != (patch != nullptr)) return fault(fault_form);
    if (patch) {
        auto changes = patch_from_json(*patch, "");
        if (!changes) return fault(fault_form);
        entry.patch = std::move(*changes);
    }
    if (const Json* data = reader.member("data")) entry.data = *data;
    line.prev = reader.string("prev");
    (void)reader.string("sum");
    if (!reader.finish()) return fault(fault_form);
    return line;
}

} // namespace biaokao
