// What writing, reading and glancing at journal lines share, and nobody else needs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/session/journal.h"

namespace biaokao {

constexpr std::int64_t journal_format = 1;
constexpr std::size_t prev_digits = 32;
constexpr std::size_t sum_digits = 8;
// The end of every line: …,"sum":"0123abcd"}\n with the sum of everything before it.
constexpr std::string_view sum_member = ",\"sum\":\"";
constexpr std::string_view line_end = "\"}\n";

[[nodiscard]] std::string_view mode_name(Mode mode);
[[nodiscard]] std::string line_sum(std::string_view bytes); // FNV-1a, eight hex digits

// Why a line is refused: the locale key of its sentence, with '@' before it.
using LineFault = const char*;
template <class T>
using LineResult = tl::expected<T, LineFault>;
constexpr LineFault fault_form = "@journal.broken.form", fault_sum = "@journal.broken.sum",
                    fault_missing = "@journal.broken.missing", fault_order = "@journal.broken.order",
                    fault_chain = "@journal.broken.chain", fault_time = "@journal.broken.time";
[[nodiscard]] inline tl::unexpected<LineFault> fault(LineFault reason) { return tl::unexpected<LineFault>(reason); }
[[nodiscard]] tl::unexpected<Error> broken_at(const std::string& file, std::size_t line_number, LineFault reason);

// Cuts the next whole line (with its newline) off `rest`; empty at the end and before a torn tail.
[[nodiscard]] std::string_view take_line(std::string_view& rest);
[[nodiscard]] LineResult<void> check_sum(std::string_view line);
[[nodiscard]] LineResult<void> check_number(std::int64_t number, std::int64_t expected);

struct Line {
    JournalEntry entry;
    std::string_view prev; // until the reader reads the next line
};

// Reads lines one after another and keeps its memory from one to the next. For one thread at a time.
class LineReader {
public:
    LineReader();
    ~LineReader();
    // One line, whose sum is right, as values; the first line fills `header`, the others may only name its questions.
    [[nodiscard]] LineResult<Line> read(std::string_view text, bool is_first, JournalHeader& header);

private:
    struct Library;
    std::unique_ptr<Library> library_;
};

} // namespace biaokao
