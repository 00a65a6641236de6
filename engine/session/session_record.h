// What a journal adds up to. Live changes and replay go through the same absorb(), so they cannot differ.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/session/exam_clock.h"
#include "engine/session/session.h"

namespace biaokao {

struct UndoStep {
    std::string label;
    Patch patch; // what takes the step back (on the undo stack) or does it again (on the redo stack)
};

struct QuestionRecord {
    Answer answer;
    QuestionProgress progress;
    std::vector<UndoStep> undo, redo;
    std::int64_t next_object = 1;
};

struct SessionRecord {
    JournalHeader header;
    std::vector<JournalEntry> entries;
    std::string head_hash;
    SessionPhase phase = SessionPhase::ready;
    std::int64_t extra_ms = 0; // granted
    std::optional<ClockAnchor> anchor;
    std::int64_t highest_wall_ms = 0, last_change_wall_ms = 0;
    std::map<std::string, QuestionRecord, std::less<>> questions;

    explicit SessionRecord(JournalHeader head);
    [[nodiscard]] std::int64_t duration_ms() const { return header.duration_ms + extra_ms; }
    // Applies one entry or nothing. Errors: "error.session_phase", "error.nothing_to_undo", "error.nothing_to_redo",
    // "error.entry_data", "error.entry_time" (an edit at or after the end, time that does not fit), those of
    // apply_patch, and "error.item_flags" for an edit that keeps the flag of an item it changes.
    Result<void> absorb(JournalEntry entry);

private:
    Result<void> absorb_edit(const JournalEntry& entry);
    Result<void> absorb_step(const JournalEntry& entry);
    Result<void> absorb_grant(const JournalEntry& entry);
    Result<void> change(const JournalEntry& entry);
    [[nodiscard]] Result<void> check_time(const JournalEntry& entry) const;
};

// {"boot": id, "boot_ms": n} of a sample: what start, resume and grant lines carry.
[[nodiscard]] Json json_from_boot(const ClockSample& sample);

} // namespace biaokao
