// Session files on the disk: where they stand, who holds them, and the worker that writes and syncs their lines.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/session/session.h"

namespace biaokao {

struct SaveState {
    std::int64_t appended = 0;     // lines given to the writer
    std::int64_t acknowledged = 0; // lines that the disk has acknowledged
    std::optional<Error> trouble;  // disk full, read-only …: stays until a retry succeeds
    [[nodiscard]] bool all_saved() const { return acknowledged == appended; }
};

// Appends and syncs on its own thread, at once when idle, together when lines come faster than the disk; keeps
// unwritten lines in memory and retries.
class JournalWriter final : public JournalSink {
public:
    JournalWriter(std::unique_ptr<AppendFile> file, std::int64_t lines_on_disk, std::uint64_t size_in_bytes,
                  std::chrono::milliseconds retry_after = std::chrono::seconds(1));
    ~JournalWriter() override; // tries to write what is left
    void append(std::int64_t n, std::string line) override;
    Result<void> flush() override;
    [[nodiscard]] SaveState state() const;
    void on_change(std::function<void()> wake); // called from the worker when state() changes

private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

struct SessionSummary { // a row of the start screen
    std::string id, path, candidate_name, candidate_ticket, pack_id, pack_version;
    Mode mode = Mode::drill;
    SessionPhase phase = SessionPhase::ready;
    std::int64_t last_wall_ms = 0;
    bool in_use = false;
    std::optional<Error> error; // damaged: listed, never hidden
};

// An open session with its lock, writer and state.
struct OpenSession {
    std::string path;
    std::unique_ptr<FileLock> lock;
    std::unique_ptr<JournalWriter> writer;
    std::unique_ptr<Session> session; // destroyed before its writer
    std::string torn_tail_path;       // where a cut tail was kept, if any
};

class SessionStore {
public:
    // Sessions stand in `home`/sessions/<id>/session.biaokao, each with its lock file beside it.
    SessionStore(Files& files, const Clock& clock, std::string home);
    [[nodiscard]] const std::string& home() const { return home_; }
    [[nodiscard]] std::vector<SessionSummary> list() const; // newest first
    Result<std::unique_ptr<OpenSession>> create(JournalHeader header);
    // Locks, keeps a torn tail as <path>.torn-N and cuts it off, replays, resumes. "error.session_in_use",
    // "error.journal_broken" …; a file that is refused is left exactly as it is.
    Result<std::unique_ptr<OpenSession>> open(const std::string& path);

private:
    Files* files_;
    const Clock* clock_;
    std::string home_;
};

// $BIAOKAO_HOME, else $XDG_DATA_HOME/biaokao, else ~/.local/share/biaokao.
[[nodiscard]] std::string default_home();

} // namespace biaokao
