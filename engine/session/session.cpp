#include "engine/session/session.h"

#include <algorithm>

#include "engine/base/hash.h"
#include "engine/session/item_flags.h"
#include "engine/session/phase.h"
#include "engine/session/session_record.h"

namespace biaokao {

struct Session::State {
    SessionRecord record;
    const Clock* clock = nullptr; // null: a replay, which nothing can change
    JournalSink* sink = nullptr;
    std::optional<Gap> gap;
    ClockSample last_noted;      // what the wall clock is compared with
    bool submit_pending = false; // the line is written but not yet on the disk

    [[nodiscard]] bool is_running() const { return record.phase == SessionPhase::running; }
    // By the clock and not capped: past the deadline it tells how late it is.
    [[nodiscard]] std::int64_t elapsed_at_sample(const ClockSample& sample) const {
        const std::int64_t last = record.entries.back().elapsed_ms;
        return clock && is_running() ? std::max(last, elapsed_at(*record.anchor, sample)) : last;
    }
    [[nodiscard]] std::int64_t elapsed_now() const {
        const std::int64_t elapsed = clock ? elapsed_at_sample(clock->now()) : record.entries.back().elapsed_ms;
        return std::min(elapsed, record.duration_ms()); // the finish time is the deadline (T4)
    }
    [[nodiscard]] PhaseInfo time_at(std::int64_t elapsed_ms) const {
        const Milliseconds own_time(record.header.duration_ms);
        return phase_at({.close = own_time, .duration = own_time}, {.extra = Milliseconds(record.extra_ms)},
                        Milliseconds(0), Milliseconds(elapsed_ms));
    }
    Result<void> commit(JournalEntry entry, const ClockSample& sample);
    void commit_always(JournalEntry entry, const ClockSample& sample) { // our own lines: a refusal is a bug
        const auto committed = commit(std::move(entry), sample);
        BIAOKAO_ASSERT(committed.has_value());
    }
    Result<void> commit_while_running(JournalEntry entry);
    bool end_or_note(const ClockSample& sample);
};

Result<void> Session::State::commit(JournalEntry entry, const ClockSample& sample) {
    entry.n = static_cast<std::int64_t>(record.entries.size());
    entry.elapsed_ms = record.entries.empty() ? 0 : std::min(elapsed_at_sample(sample), record.duration_ms());
    entry.wall_ms = std::max<std::int64_t>(0, sample.wall_ms);
    if (auto absorbed = record.absorb(std::move(entry)); !absorbed) return absorbed;
    const JournalEntry& written = record.entries.back();
    std::string line = journal_line(written, written.n == 0 ? &record.header : nullptr, record.head_hash);
    record.head_hash = sha256_hex(line);
    sink->append(written.n, std::move(line));
    return {};
}

// Ends a session whose time is over, and notes a wall clock that was moved. True when it has just ended.
bool Session::State::end_or_note(const ClockSample& sample) {
    if (!clock || !is_running()) return false;
    const std::int64_t elapsed = elapsed_at_sample(sample);
    if (time_at(elapsed).phase != TimePhase::working) {
        Json data = Json::Object{{"late_ms", elapsed - record.duration_ms()}}; // processed after the deadline (T4)
        commit_always({.kind = "end", .data = std::move(data)}, sample);
        return true;
    }
    if (has_wall_moved(last_noted, sample)) {
        const std::int64_t moved = (sample.wall_ms - last_noted.wall_ms) - (sample.boot_ms - last_noted.boot_ms);
        last_noted = sample;
        Json data = Json::Object{{"wall_moved_ms", moved}};
        commit_always({.kind = "note", .data = std::move(data)}, sample);
    }
    return false;
}

// For what only a running session may do. At or after its end it is ended first, and nothing is applied (T1, T3).
Result<void> Session::State::commit_while_running(JournalEntry entry) {
    if (!clock) return fail("error.session_phase", "");
    const ClockSample now = clock->now(); // one sample for both, or the end could slip in between
    if (end_or_note(now) || !is_running()) return fail("error.session_phase", "");
    return commit(std::move(entry), now);
}

Session::Session(std::unique_ptr<State> state) : state_(std::move(state)) {}
Session::~Session() = default;

std::unique_ptr<Session> Session::create(JournalHeader header, const Clock& clock, JournalSink& sink) {
    BIAOKAO_ASSERT(!header.questions.empty() && header.duration_ms > 0);
    auto state =
        std::make_unique<State>(State{.record = SessionRecord(std::move(header)), .clock = &clock, .sink = &sink});
    state->commit_always({.kind = "create"}, clock.now());
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

Result<std::unique_ptr<Session>> Session::replay(JournalReading reading) {
    auto state = std::make_unique<State>(State{.record = SessionRecord(std::move(reading.header))});
    state->record.entries.reserve(reading.entries.size());
    for (JournalEntry& entry : reading.entries) {
        const std::int64_t line_number = entry.n + 1;
        if (auto absorbed = state->record.absorb(std::move(entry)); !absorbed)
            return fail("error.journal_broken", reading.file + ":line " + std::to_string(line_number),
                        {{"reason", "@" + absorbed.error().code}});
    }
    state->record.head_hash = std::move(reading.head_hash);
    return std::unique_ptr<Session>(new Session(std::move(state)));
}

Result<std::unique_ptr<Session>> Session::resume(JournalReading reading, const Clock& clock, JournalSink& sink) {
    auto session = replay(std::move(reading));
    if (!session || (*session)->phase() == SessionPhase::submitted) return session;
    State& state = *(*session)->state_;
    const ClockSample now = clock.now();
    const std::int64_t last_elapsed = state.record.entries.back().elapsed_ms;
    ResumeAccount account{.elapsed_ms = last_elapsed};
    if (state.is_running()) {
        account = account_for_resume(*state.record.anchor, last_elapsed, state.record.highest_wall_ms, now);
        state.gap = Gap{account.gap_ms, state.record.last_change_wall_ms, account.suspect};
    }
    // From here on this boot's clock counts; the line carries it for the next resume.
    state.record.anchor = ClockAnchor{now, account.elapsed_ms};
    state.clock = &clock;
    state.sink = &sink;
    state.last_noted = now;
    Json data = json_from_boot(now);
    data.set("gap_ms", account.gap_ms);
    data.set("suspect", account.suspect);
    state.commit_always({.kind = "resume", .data = std::move(data)}, now);
    (void)state.end_or_note(now); // it may have ended meanwhile
    return session;
}

const JournalHeader& Session::header() const { return state_->record.header; }

SessionPhase Session::phase() const { return state_->submit_pending ? SessionPhase::ended : state_->record.phase; }

std::int64_t Session::elapsed_ms() const { return state_->elapsed_now(); }

std::int64_t Session::remaining_ms() const { return state_->time_at(state_->elapsed_now()).remaining.count(); }

std::int64_t Session::duration_ms() const { return state_->record.duration_ms(); }

namespace {

const QuestionRecord& find_question(const SessionRecord& record, std::string_view question) {
    const auto found = record.questions.find(question);
    BIAOKAO_ASSERT(found != record.questions.end());
    return found->second;
}

std::string last_label(const std::vector<UndoStep>& steps) {
    return steps.empty() ? std::string() : steps.back().label;
}

// What the last entry changed. An undone step waits on the other stack as the patch that does it again: it touches the
// same objects.
const Patch& patch_of_last(const JournalEntry& last, const QuestionRecord& record) {
    if (last.kind == "undo") return record.redo.back().patch;
    if (last.kind == "redo") return record.undo.back().patch;
    return last.patch;
}

} // namespace

const Answer& Session::answer(std::string_view question) const {
    return find_question(state_->record, question).answer;
}

std::map<std::string, Answer> Session::answers() const {
    std::map<std::string, Answer> result;
    for (const auto& [id, question] : state_->record.questions) result.emplace(id, question.answer);
    return result;
}

QuestionProgress Session::progress(std::string_view question) const {
    return find_question(state_->record, question).progress;
}

QuestionState Session::state(std::string_view question) const {
    const QuestionRecord& record = find_question(state_->record, question);
    if (record.progress.done) return QuestionState::done;
    return record.answer.empty() ? QuestionState::untouched : QuestionState::begun;
}

bool Session::can_undo(std::string_view question) const {
    return phase() == SessionPhase::running && !find_question(state_->record, question).undo.empty();
}

bool Session::can_redo(std::string_view question) const {
    return phase() == SessionPhase::running && !find_question(state_->record, question).redo.empty();
}

std::string Session::undo_label(std::string_view question) const {
    return last_label(find_question(state_->record, question).undo);
}

std::string Session::redo_label(std::string_view question) const {
    return last_label(find_question(state_->record, question).redo);
}

const std::vector<JournalEntry>& Session::entries() const { return state_->record.entries; }

std::string Session::head_hash() const { return state_->record.head_hash; }

std::string Session::receipt() const {
    return phase() == SessionPhase::submitted ? receipt_from_hash(head_hash()) : std::string();
}

const std::optional<Session::Gap>& Session::gap() const { return state_->gap; }

std::string Session::next_object_id(std::string_view question) const {
    return "o" + std::to_string(find_question(state_->record, question).next_object);
}

std::uint64_t Session::revision() const { return state_->record.entries.size(); }

std::optional<std::vector<std::string>> Session::objects_changed_since(std::string_view question,
                                                                       std::uint64_t revision) const {
    const auto& entries = state_->record.entries;
    if (revision == entries.size()) return std::vector<std::string>{};
    if (revision + 1 != entries.size()) return std::nullopt;
    const JournalEntry& last = entries.back();
    if (last.question != question) return std::vector<std::string>{};
    return object_ids_in(patch_of_last(last, find_question(state_->record, question)));
}

std::set<std::string> Session::items_of_last_change(std::string_view question) const {
    const JournalEntry& last = state_->record.entries.back(); // "create" at least
    if (last.question != question) return {};
    const QuestionRecord& record = find_question(state_->record, question);
    return items_edited_by(record.answer, patch_of_last(last, record));
}

Result<void> Session::start() {
    if (!state_->clock || phase() != SessionPhase::ready) return fail("error.session_phase", "");
    const ClockSample now = state_->clock->now();
    state_->last_noted = now;
    return state_->commit({.kind = "start", .data = json_from_boot(now)}, now);
}

Result<void> Session::apply(const Command& command) {
    if (command.patch.empty() && phase() == SessionPhase::running) return {}; // saved twice, dragged back: no line
    Patch patch = with_flags_cleared(answer(command.question), command.patch);
    return state_->commit_while_running(
        {.kind = "edit", .label = command.label, .question = command.question, .patch = std::move(patch)});
}

Result<void> Session::undo(std::string_view question) {
    return state_->commit_while_running({.kind = "undo", .question = std::string(question)});
}

Result<void> Session::redo(std::string_view question) {
    return state_->commit_while_running({.kind = "redo", .question = std::string(question)});
}

Result<void> Session::open_question(std::string_view question) {
    return state_->commit_while_running({.kind = "open", .question = std::string(question)});
}

Result<void> Session::mark(std::string_view question, bool done, bool flagged) {
    return state_->commit_while_running({.kind = "mark",
                                         .question = std::string(question),
                                         .data = Json::Object{{"done", done}, {"flagged", flagged}}});
}

Result<void> Session::grant(std::int64_t extra_ms, std::string_view kind, std::string_view approved_by,
                            std::string_view reason) {
    if (!state_->clock) return fail("error.session_phase", "");
    const ClockSample now = state_->clock->now();
    (void)state_->end_or_note(now);
    Json data = json_from_boot(now);
    data.set("extra_ms", extra_ms);
    data.set("kind", kind);
    data.set("approved_by", approved_by);
    data.set("reason", reason);
    return state_->commit({.kind = "grant", .data = std::move(data)}, now);
}

bool Session::tick() { return state_->clock && state_->end_or_note(state_->clock->now()); }

Result<void> Session::submit() {
    if (!state_->clock) return fail("error.session_phase", "");
    if (!state_->submit_pending) {
        // Everything before it first: while the disk refuses, nothing is final and work can go on.
        if (auto flushed = state_->sink->flush(); !flushed) return flushed;
        const ClockSample now = state_->clock->now();
        (void)state_->end_or_note(now);
        if (auto written = state_->commit({.kind = "submit"}, now); !written) return written;
        state_->submit_pending = true;
    }
    if (auto flushed = state_->sink->flush(); !flushed) return flushed;
    state_->submit_pending = false;
    return {};
}

} // namespace biaokao
