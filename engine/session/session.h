// One candidate's sitting: the only thing that changes exam state. Every change is one journal line; the state is
// the replay of the journal.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/base/clock.h"
#include "engine/session/journal.h"

namespace biaokao {

enum class SessionPhase { ready, running, ended, submitted };
enum class QuestionState { untouched, begun, done };

struct Command {       // one undo step, one journal line
    std::string label; // locale key of what was done, "edit.draw_box"
    std::string question;
    Patch patch;
};

struct QuestionProgress {
    bool opened = false, done = false, flagged = false;
};

// Where the lines go. The writer of session_store.h puts them on the disk; tests keep them in memory.
class JournalSink {
public:
    virtual ~JournalSink() = default;
    virtual void append(std::int64_t n, std::string line) = 0; // never blocks
    // Returns when everything appended is on the disk, or says why not. Submitting waits for it.
    virtual Result<void> flush() = 0;
};

class Session {
public:
    // A new session in phase ready; writes line 0.
    static std::unique_ptr<Session> create(JournalHeader header, const Clock& clock, JournalSink& sink);
    // Replays `reading` without a sink or clock, as graders and reports do: phase as written, nothing can change.
    static Result<std::unique_ptr<Session>> replay(JournalReading reading);
    // Replays and goes on: writes "resume" with the gap that the clock rules K2 give; the clock kept running.
    static Result<std::unique_ptr<Session>> resume(JournalReading reading, const Clock& clock, JournalSink& sink);

    [[nodiscard]] const JournalHeader& header() const;
    [[nodiscard]] SessionPhase phase() const;
    [[nodiscard]] std::int64_t elapsed_ms() const;                       // now, by the clock
    [[nodiscard]] std::int64_t remaining_ms() const;                     // never negative
    [[nodiscard]] std::int64_t duration_ms() const;                      // grants included
    [[nodiscard]] const Answer& answer(std::string_view question) const; // asserts that the question is of this session
    [[nodiscard]] std::map<std::string, Answer> answers() const;
    [[nodiscard]] QuestionProgress progress(std::string_view question) const;
    [[nodiscard]] QuestionState state(std::string_view question) const;
    [[nodiscard]] bool can_undo(std::string_view question) const;
    [[nodiscard]] bool can_redo(std::string_view question) const;
    [[nodiscard]] std::string undo_label(std::string_view question) const; // locale key, empty when there is none
    [[nodiscard]] std::string redo_label(std::string_view question) const;
    [[nodiscard]] const std::vector<JournalEntry>& entries() const;
    [[nodiscard]] std::string head_hash() const;
    [[nodiscard]] std::string receipt() const; // ten characters; empty before it is submitted
    // After resume: how long nobody worked, and the wall time of the last change.
    struct Gap {
        std::int64_t lost_ms = 0, last_change_wall_ms = 0;
        bool clock_suspect = false;
    };
    [[nodiscard]] const std::optional<Gap>& gap() const;
    // A new object id of this question: never used before, not even by an object since deleted.
    [[nodiscard]] std::string next_object_id(std::string_view question) const;
    [[nodiscard]] std::uint64_t revision() const; // grows with every change: cheap "did anything change"

    // Ids of the objects of this question that the changes after `revision` added, changed or took away (some perhaps
    // twice); nothing where that is too long ago to tell: then any may have changed.
    [[nodiscard]] std::optional<std::vector<std::string>> objects_changed_since(std::string_view question,
                                                                                std::uint64_t revision) const;

    // The items that the last change of this question edited: where an undo did something. Empty where the last line is
    // none of its changes.
    [[nodiscard]] std::set<std::string> items_of_last_change(std::string_view question) const;

    // All of these fail with "error.session_phase" outside phase running (start: ready), and end the session first
    // when its time is over. Nothing is applied then.
    Result<void> start();
    // Also clears the flags (saved, checked) of every item that the patch edits. An empty patch writes nothing.
    Result<void> apply(const Command& command);
    Result<void> undo(std::string_view question);
    Result<void> redo(std::string_view question);
    Result<void> open_question(std::string_view question);
    Result<void> mark(std::string_view question, bool done, bool flagged);
    Result<void> grant(std::int64_t extra_ms, std::string_view kind, std::string_view approved_by,
                       std::string_view reason); // running or ended; an ended session runs again
    // Ends the session when its time is over; to be called at every clock tick. True when it just ended.
    bool tick();
    // running or ended → submitted, once the line is on the disk. Final.
    Result<void> submit();

    ~Session();

private:
    struct State;
    explicit Session(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace biaokao
