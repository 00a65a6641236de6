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
    std::string file; // as given, for places
    JournalHeader header;
    std::vector<JournalEntry> entries; // header line included
    std::string head_hash;             // SHA-256 of the last whole line, all 64 digits
    std::uint64_t good_bytes = 0;      // up to the end of the last whole line
    std::string torn_tail;             // bytes after it: cut and kept aside, not an error
};

// The kinds of entries, in no order.
[[nodiscard]] bool is_entry_kind(std::string_view kind);

// The exact line (with its newline) that follows the line with hash `previous_hash_hex` (empty for line 1). "prev" is
// that hash's first 32 digits, over the exact bytes of the previous line with its newline; "sum", the last member,
// guards the line itself: without it a changed byte in the last line would pass.
[[nodiscard]] std::string journal_line(const JournalEntry& entry, const JournalHeader* header_if_first,
                                       std::string_view previous_hash_hex);
// Reads and verifies a whole file. A last line without its newline (or with NULs, which a power cut leaves where a
// page was lost) is the torn tail. Anything else that does not fit is "error.journal_broken" at "file:line n", and its
// argument "reason" is a locale key of its own for each kind of damage:
//   sum     the line was changed                         missing  lines before it were taken out
//   order   it stands twice or in the wrong order        chain    the line before was changed, or it is of another
//   session time    time goes back                               form     not a line that this program writes
[[nodiscard]] Result<JournalReading> read_journal(std::string_view bytes, const std::string& file);

// For staff, who may look at a damaged file: the good lines before the damage, and the damage. Never for scoring.
struct JournalPrefix {
    JournalReading reading; // no entries when not even the first line is good
    std::optional<Error> damage;
};
[[nodiscard]] JournalPrefix read_good_prefix(std::string_view bytes, const std::string& file);

// What can be told quickly, for lists: sums and numbers of all lines are checked, the chain is not.
struct JournalGlance {
    JournalHeader header;
    std::int64_t last_wall_ms = 0;
    std::string last_phase_kind; // of create, start, grant, end, submit: the last that occurs
    bool torn = false;
};
[[nodiscard]] Result<JournalGlance> glance_at_journal(std::string_view bytes, const std::string& file);

} // namespace biaokao
