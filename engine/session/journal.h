// The lines of a session file: append-only, hash-chained. The file is the submission.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/patch.h"
#include "engine/base/result.h"

namespace biaokao {

enum class Mode { drill, exam };

struct JournalHeader { // line 1 ("do": "create")
    std::string session;
    std::string pack_id, pack_version, pack_hash;
    std::string candidate_name, candidate_ticket;
    Mode mode = Mode::drill;
    std::uint64_t seed = 0;
    std::vector<std::string> questions; // the chosen ones, in order
    std::int64_t duration_ms = 0;
};

struct JournalEntry {
    std::int64_t n = 0;          // 0 = header
    std::int64_t elapsed_ms = 0; // "t"
    std::int64_t wall_ms = 0;
    std::string kind;     // "do": create, start, resume, edit, undo, redo, open, mark, grant, end, submit, note
    std::string label;    // "as": what the edit was, a locale key ("edit.draw_box"); edits only
    std::string question; // "q"
    Patch patch;          // edits only
    Json data;            // "data": what other kinds carry (boot id, gap, flag …)
};

struct JournalReading {
    JournalHeader header;
    std::vector<JournalEntry> entries; // header line included
    std::string head_hash;             // SHA-256 of the last whole line, all 64 digits
    std::uint64_t good_bytes = 0;      // up to the end of the last whole line
    std::string torn_tail;             // bytes after it: cut and kept aside, not an error
};

// The exact line (with its newline) that follows the line with hash `previous_hash_hex`.
[[nodiscard]] std::string journal_line(const JournalEntry& entry, const JournalHeader* header_if_first,
                                       std::string_view previous_hash_hex);
// Reads and verifies a whole file. A torn last line is reported in the result; a broken middle is
// "error.journal_broken" with "file:line n" (wrong hash, wrong number, wrong form, time going back).
[[nodiscard]] Result<JournalReading> read_journal(std::string_view bytes, const std::string& file);

} // namespace biaokao
