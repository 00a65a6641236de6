#include "engine/session/session_record.h"

#include <algorithm>
#include <charconv>

#include "engine/session/item_flags.h"

namespace biaokao {
namespace {

constexpr std::int64_t longest_grant_ms = std::int64_t{24} * 60 * 60'000;

std::optional<ClockAnchor> anchor_from(const JournalEntry& entry) {
    const Json* id = entry.data.find("boot");
    const Json* boot_ms = entry.data.find("boot_ms");
    if (!id || !id->string() || !boot_ms || !boot_ms->integer() || *boot_ms->integer() < 0) return std::nullopt;
    return ClockAnchor{{*boot_ms->integer(), entry.wall_ms, *id->string()}, entry.elapsed_ms};
}

// "/objects/o12" → 12; 0 for other paths and for ids that next_object_id could never reach.
std::int64_t object_number(std::string_view path) {
    constexpr std::string_view prefix = "/objects/o";
    constexpr std::size_t most_digits = 15;
    if (!path.starts_with(prefix)) return 0;
    const std::string_view digits = path.substr(prefix.size());
    std::int64_t number = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return digits.size() <= most_digits && end == digits.data() + digits.size() ? number : 0;
}

bool is_change(std::string_view kind) { return kind == "edit" || kind == "undo" || kind == "redo" || kind == "mark"; }

} // namespace

Json json_from_boot(const ClockSample& sample) {
    return Json::Object{{"boot", sample.boot_id}, {"boot_ms", sample.boot_ms}};
}

SessionRecord::SessionRecord(JournalHeader head) : header(std::move(head)) {
    for (const std::string& question : header.questions) questions.try_emplace(question);
}

Result<void> SessionRecord::check_time(const JournalEntry& entry) const {
    const bool clock_runs = phase == SessionPhase::running;
    const std::int64_t stands_at = entries.empty() ? 0 : entries.back().elapsed_ms;
    const bool before_end = entry.elapsed_ms < duration_ms();
    const bool fits = !clock_runs           ? entry.elapsed_ms == stands_at
                      : entry.kind == "end" ? entry.elapsed_ms == duration_ms()
                                            : before_end || entry.kind == "resume";
    if (!fits || entry.elapsed_ms < stands_at || entry.elapsed_ms > duration_ms()) return fail("error.entry_time", "");
    return {};
}

Result<void> SessionRecord::absorb(JournalEntry entry) {
    if (auto time = check_time(entry); !time) return time;
    if (auto changed = change(entry); !changed) return changed;
    highest_wall_ms = std::max(highest_wall_ms, entry.wall_ms);
    if (is_change(entry.kind) || entries.empty()) last_change_wall_ms = entry.wall_ms;
    entries.push_back(std::move(entry));
    return {};
}

Result<void> SessionRecord::change(const JournalEntry& entry) {
    const auto wrong_phase = [] { return fail("error.session_phase", ""); };
    const auto anchor_here = [&]() -> Result<void> {
        anchor = anchor_from(entry);
        if (!anchor) return fail("error.entry_data", "");
        return {};
    };
    const std::string& kind = entry.kind;
    const bool is_running = phase == SessionPhase::running;
    if (phase == SessionPhase::submitted) return wrong_phase();
    if (kind == "note") return {};
    if (kind == "create") return entries.empty() ? Result<void>() : wrong_phase();
    if (kind == "resume") return anchor_here();
    if (kind == "start") {
        if (phase != SessionPhase::ready) return wrong_phase();
        if (auto anchored = anchor_here(); !anchored) return anchored;
        phase = SessionPhase::running;
        return {};
    }
    if (phase == SessionPhase::ready) return wrong_phase();
    if (kind == "grant") {
        if (auto granted = absorb_grant(entry); !granted) return granted;
        return anchor_here();
    }
    if (kind == "submit") {
        phase = SessionPhase::submitted;
        return {};
    }
    if (!is_running) return wrong_phase();
    if (kind == "end") {
        phase = SessionPhase::ended;
        return {};
    }
    QuestionProgress& progress = questions.at(entry.question).progress;
    if (kind == "open") {
        progress.opened = true;
        return {};
    }
    if (kind == "mark") {
        const Json *done = entry.data.find("done"), *flagged = entry.data.find("flagged");
        if (!done || !done->boolean() || !flagged || !flagged->boolean()) return fail("error.entry_data", "");
        progress.done = *done->boolean();
        progress.flagged = *flagged->boolean();
        return {};
    }
    return kind == "edit" ? absorb_edit(entry) : absorb_step(entry);
}

Result<void> SessionRecord::absorb_edit(const JournalEntry& entry) {
    QuestionRecord& question = questions.at(entry.question);
    if (!clears_flags(question.answer, entry.patch)) return fail("error.item_flags", "");
    auto inverse = apply_patch(question.answer, entry.patch);
    if (!inverse) return tl::unexpected(inverse.error());
    for (const Change& change : entry.patch) {
        if (change.op == Change::Op::add)
            question.next_object = std::max(question.next_object, object_number(change.path) + 1);
    }
    if (only_sets_flags(entry.patch)) return {};
    question.undo.push_back({entry.label, without_flags(std::move(*inverse))});
    question.redo.clear();
    return {};
}

// Undo and redo move one step from stack to stack; each step becomes what takes it back.
Result<void> SessionRecord::absorb_step(const JournalEntry& entry) {
    QuestionRecord& question = questions.at(entry.question);
    const bool is_undo = entry.kind == "undo";
    auto& from = is_undo ? question.undo : question.redo;
    auto& to = is_undo ? question.redo : question.undo;
    if (from.empty()) return fail(is_undo ? "error.nothing_to_undo" : "error.nothing_to_redo", "");
    auto inverse = apply_patch(question.answer, with_flags_cleared(question.answer, from.back().patch));
    if (!inverse) return tl::unexpected(inverse.error());
    to.push_back({std::move(from.back().label), without_flags(std::move(*inverse))});
    from.pop_back();
    return {};
}

Result<void> SessionRecord::absorb_grant(const JournalEntry& entry) {
    const Json* extra = entry.data.find("extra_ms");
    if (!extra || !extra->integer() || *extra->integer() <= 0 || *extra->integer() > longest_grant_ms)
        return fail("error.grant_time", "", {{"minutes", std::to_string(longest_grant_ms / 60'000)}});
    for (const std::string_view key : {"kind", "approved_by", "reason"}) {
        const Json* text = entry.data.find(key);
        if (!text || !text->string()) return fail("error.entry_data", "");
    }
    extra_ms += *extra->integer();
    phase = SessionPhase::running; // an ended session runs again, and its clock goes on from where it stood
    return {};
}

} // namespace biaokao
