#include <charconv>

#include "engine/base/hash.h"
#include "engine/session/journal_format.h"

namespace biaokao {
namespace {

LineResult<void> check_place(const Line& line, const JournalReading& so_far, std::string_view rest) {
    const auto expected_number = static_cast<std::int64_t>(so_far.entries.size());
    if (auto number = check_number(line.entry.n, expected_number); !number) {
        // A line that should be here and stands further down was moved, not taken out.
        const bool comes_later = rest.find("{\"n\":" + std::to_string(expected_number) + ",") != std::string_view::npos;
        return comes_later ? fault(fault_order) : number;
    }
    const bool is_first = so_far.entries.empty();
    constexpr std::string_view before_first = "00000000000000000000000000000000";
    static_assert(before_first.size() == prev_digits);
    const std::string_view prev = is_first ? before_first : std::string_view(so_far.head_hash).substr(0, prev_digits);
    if (line.prev != prev) return fault(fault_chain);
    if (!is_first && line.entry.elapsed_ms < so_far.entries.back().elapsed_ms) return fault(fault_time);
    return {};
}

// The number and the kind of a line whose sum is right, without reading all of it: {"n":…,…,"do":"…",…
LineResult<std::string_view> kind_of(std::string_view line, std::int64_t expected_number) {
    constexpr std::string_view before_number = "{\"n\":", before_kind = "\"do\":\"";
    std::int64_t number = -1;
    if (line.starts_with(before_number))
        std::from_chars(line.data() + before_number.size(), line.data() + line.size(), number);
    if (const auto right = check_number(number, expected_number); !right) return fault(right.error());
    const auto found = line.find(before_kind);
    if (found == std::string_view::npos) return fault(fault_form);
    const std::string_view kind = line.substr(found + before_kind.size());
    return kind.substr(0, kind.find('"'));
}

bool changes_phase(std::string_view kind) {
    return kind == "create" || kind == "start" || kind == "grant" || kind == "end" || kind == "submit";
}

} // namespace

JournalPrefix read_good_prefix(std::string_view bytes, const std::string& file) {
    JournalPrefix prefix;
    JournalReading& reading = prefix.reading;
    reading.file = file;
    LineReader reader;
    Sha256 sha256;
    std::string_view rest = bytes;
    for (auto text = take_line(rest); !text.empty(); text = take_line(rest)) {
        const std::size_t line_number = reading.entries.size() + 1;
        const auto sum = check_sum(text);
        auto line = sum ? reader.read(text, reading.entries.empty(), reading.header) : fault(sum.error());
        const auto place = line ? check_place(*line, reading, rest) : fault(line.error());
        if (!place) {
            prefix.damage = broken_at(file, line_number, place.error()).value();
            return prefix;
        }
        reading.entries.push_back(std::move(line->entry));
        const auto hash = sha256.hex(text);
        reading.head_hash.assign(hash.data(), hash.size());
        reading.good_bytes += text.size();
    }
    reading.torn_tail = std::string(rest);
    if (reading.entries.empty()) prefix.damage = Error{"error.journal_empty", file, {}};
    return prefix;
}

Result<JournalReading> read_journal(std::string_view bytes, const std::string& file) {
    JournalPrefix prefix = read_good_prefix(bytes, file);
    if (prefix.damage) return tl::unexpected(std::move(*prefix.damage));
    return std::move(prefix.reading);
}

Result<JournalGlance> glance_at_journal(std::string_view bytes, const std::string& file) {
    JournalGlance glance;
    LineReader reader;
    std::string_view rest = bytes, last;
    std::size_t count = 0;
    for (auto text = take_line(rest); !text.empty(); text = take_line(rest)) {
        if (const auto sum = check_sum(text); !sum) return broken_at(file, count + 1, sum.error());
        const auto kind = kind_of(text, static_cast<std::int64_t>(count));
        if (!kind) return broken_at(file, count + 1, kind.error());
        if (changes_phase(*kind)) glance.last_phase_kind = *kind;
        if (count == 0) {
            const auto first = reader.read(text, true, glance.header);
            if (!first) return broken_at(file, 1, first.error());
            glance.last_wall_ms = first->entry.wall_ms;
        }
        last = text;
        ++count;
    }
    if (count == 0) return fail("error.journal_empty", file);
    glance.torn = !rest.empty();
    if (count > 1) {
        const auto line = reader.read(last, false, glance.header);
        if (!line) return broken_at(file, count, line.error());
        glance.last_wall_ms = line->entry.wall_ms;
    }
    return glance;
}

} // namespace biaokao
