#include "engine/session/session_store.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

constexpr std::string_view file_name = "session.biaokao";

std::string lock_path(const std::string& session_path) { return session_path + ".lock"; }

SessionPhase phase_after(std::string_view kind) {
    if (kind == "submit") return SessionPhase::submitted;
    if (kind == "end") return SessionPhase::ended;
    return kind == "create" ? SessionPhase::ready : SessionPhase::running;
}

// Looks at a lock by taking it for a moment; it is not made where there is none.
bool is_locked(Files& files, const std::string& session_path) {
    if (!files.exists(lock_path(session_path))) return false;
    const auto lock = files.lock(lock_path(session_path));
    return !lock && lock.error().code == "error.session_in_use";
}

// Keeps the torn bytes beside the session before they are cut off; the path where they are now.
Result<std::string> keep_aside(Files& files, const std::string& session_path, const std::string& torn_tail) {
    for (int number = 1;; ++number) {
        const std::string path = session_path + ".torn-" + std::to_string(number);
        if (files.exists(path)) continue;
        if (auto kept = files.replace(path, torn_tail); !kept) return tl::unexpected(kept.error());
        return path;
    }
}

} // namespace

SessionStore::SessionStore(Files& files, const Clock& clock, std::string home)
    : files_(&files), clock_(&clock), home_(std::move(home)) {}

std::vector<SessionSummary> SessionStore::list() const {
    std::vector<SessionSummary> summaries;
    const auto folders = files_->list(home_ + "/sessions");
    if (!folders) return summaries; // nothing was ever saved here
    for (const FileInfo& folder : *folders) {
        SessionSummary row;
        row.id = folder.name;
        row.path = home_ + "/sessions/" + folder.name + "/" + std::string(file_name);
        if (!folder.is_folder || !files_->exists(row.path)) continue;
        row.in_use = is_locked(*files_, row.path);
        const auto bytes = files_->read(row.path);
        const auto glance = bytes ? glance_at_journal(*bytes, row.path) : tl::unexpected(bytes.error());
        if (glance) {
            row.candidate_name = glance->header.candidate_name;
            row.candidate_ticket = glance->header.candidate_ticket;
            row.pack_id = glance->header.pack_id;
            row.pack_version = glance->header.pack_version;
            row.mode = glance->header.mode;
            row.phase = phase_after(glance->last_phase_kind);
            row.last_wall_ms = glance->last_wall_ms;
        } else {
            row.error = glance.error();
        }
        summaries.push_back(std::move(row));
    }
    std::stable_sort(summaries.begin(), summaries.end(),
                     [](const auto& a, const auto& b) { return a.last_wall_ms > b.last_wall_ms; });
    return summaries;
}

Result<std::unique_ptr<OpenSession>> SessionStore::create(JournalHeader header) {
    BIAOKAO_ASSERT(is_id(header.session));
    auto open = std::make_unique<OpenSession>();
    const std::string folder = home_ + "/sessions/" + header.session;
    open->path = folder + "/" + std::string(file_name);
    if (auto made = files_->make_folders(folder); !made) return tl::unexpected(made.error());
    auto lock = files_->lock(lock_path(open->path));
    if (!lock) return tl::unexpected(lock.error());
    open->lock = std::move(*lock);
    if (files_->exists(open->path)) return fail("error.session_exists", open->path);
    auto file = files_->open_append(open->path);
    if (!file) return tl::unexpected(file.error());
    open->writer = std::make_unique<JournalWriter>(std::move(*file), 0, 0);
    open->session = Session::create(std::move(header), *clock_, *open->writer);
    return open;
}

Result<std::unique_ptr<OpenSession>> SessionStore::open(const std::string& path) {
    auto open = std::make_unique<OpenSession>();
    open->path = path;
    if (!files_->exists(path)) return fail("error.file_missing", path);
    auto lock = files_->lock(lock_path(path));
    if (!lock) return tl::unexpected(lock.error());
    open->lock = std::move(*lock);
    const auto bytes = files_->read(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto reading = read_journal(*bytes, path);
    if (!reading) return tl::unexpected(reading.error());
    auto file = files_->open_append(path);
    if (!file) return tl::unexpected(file.error());
    if (!reading->torn_tail.empty()) {
        auto kept = keep_aside(*files_, path, reading->torn_tail);
        if (!kept) return tl::unexpected(kept.error());
        open->torn_tail_path = std::move(*kept);
        if (auto cut = (*file)->truncate(reading->good_bytes); !cut) return tl::unexpected(cut.error());
        if (auto synced = (*file)->sync(); !synced) return tl::unexpected(synced.error());
    }
    open->writer = std::make_unique<JournalWriter>(std::move(*file), static_cast<std::int64_t>(reading->entries.size()),
                                                   reading->good_bytes);
    auto session = Session::resume(std::move(*reading), *clock_, *open->writer);
    if (!session) return tl::unexpected(session.error());
    open->session = std::move(*session);
    return open;
}

std::string default_home() {
    const auto from_environment = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string(value ? value : "");
    };
    if (auto home = from_environment("BIAOKAO_HOME"); !home.empty()) return home;
    // The XDG base directory specification ignores relative paths.
    if (const auto data = from_environment("XDG_DATA_HOME"); data.starts_with('/')) return data + "/biaokao";
    const auto home = from_environment("HOME");
    return (home.empty() ? std::string(".") : home) + "/.local/share/biaokao";
}

} // namespace biaokao
