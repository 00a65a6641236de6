#include "tests/support/fake_files.h"

#include <algorithm>
#include <condition_variable>
#include <optional>

namespace biaokao::test {
namespace {

struct FakeFile {
    std::string content, synced;
};

} // namespace

struct FakeFiles::Disk {
    mutable std::mutex mutex;
    std::map<std::string, FakeFile> files;
    std::set<std::string> folders, locks;
    int boot = 0; // handles of an earlier one are dead
    int writes = 0;
    std::optional<int> failing_write;
    std::size_t bytes_kept = 0;
    std::string refusal;  // of every write
    bool forgets = false; // takes bytes but syncs nothing
    std::condition_variable changed;
    bool is_held = false;
    int waiting = 0;

    // Counts a write, waits while the disk is stalled; the error when it has to fail.
    std::optional<Error> refuse(const std::string& path, std::unique_lock<std::mutex>& lock) {
        ++waiting;
        changed.notify_all();
        changed.wait(lock, [&] { return !is_held; });
        --waiting;
        ++writes;
        const bool fails_once = failing_write == writes;
        if (!fails_once && refusal.empty()) return std::nullopt;
        return Error{
            "error.file_unwritable", path, {{"reason", refusal.empty() ? "@error.reason.disk_full" : refusal}}};
    }
    void make_folders_of(const std::string& path) {
        for (auto slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1))
            folders.insert(path.substr(0, slash));
    }
};

namespace {

class FakeAppendFile final : public AppendFile {
public:
    FakeAppendFile(std::shared_ptr<FakeFiles::Disk> disk, std::string path)
        : disk_(std::move(disk)), path_(std::move(path)), boot_(disk_->boot) {}

    Result<void> append(std::string_view bytes) override {
        std::unique_lock lock(disk_->mutex);
        const auto error = disk_->refuse(path_, lock);
        if (is_dead()) return gone();
        if (error) {
            disk_->files[path_].content += bytes.substr(0, std::min(bytes.size(), disk_->bytes_kept));
            return tl::unexpected(*error);
        }
        disk_->files[path_].content += bytes;
        return {};
    }
    Result<void> sync() override {
        std::unique_lock lock(disk_->mutex);
        const auto error = disk_->refuse(path_, lock);
        if (is_dead()) return gone();
        if (error) return tl::unexpected(*error);
        if (disk_->forgets) return fail("error.file_unwritable", path_, {{"reason", "@error.reason.disk_full"}});
        disk_->files[path_].synced = disk_->files[path_].content;
        return {};
    }
    Result<void> truncate(std::uint64_t size_in_bytes) override {
        std::unique_lock lock(disk_->mutex);
        const auto error = disk_->refuse(path_, lock);
        if (is_dead()) return gone();
        if (error) return tl::unexpected(*error);
        disk_->files[path_].content.resize(size_in_bytes);
        return {};
    }

private:
    [[nodiscard]] bool is_dead() const { return boot_ != disk_->boot; }
    [[nodiscard]] Result<void> gone() const { return fail("error.file_unwritable", path_); }

    std::shared_ptr<FakeFiles::Disk> disk_;
    std::string path_;
    int boot_;
};

class FakeReplacement final : public FileReplacement {
public:
    FakeReplacement(std::unique_ptr<AppendFile> temporary, std::shared_ptr<FakeFiles::Disk> disk, std::string path)
        : temporary_(std::move(temporary)), disk_(std::move(disk)), path_(std::move(path)) {}
    ~FakeReplacement() override {
        const std::lock_guard guard(disk_->mutex);
        disk_->files.erase(temporary_path(path_));
    }
    Result<void> append(std::string_view bytes) override { return temporary_->append(bytes); }
    Result<void> commit() override {
        if (auto synced = temporary_->sync(); !synced) return synced;
        std::unique_lock lock(disk_->mutex);
        if (const auto error = disk_->refuse(path_, lock)) return tl::unexpected(*error);
        disk_->files[path_] = disk_->files[temporary_path(path_)];
        return {};
    }
    static std::string temporary_path(const std::string& path) { return path + ".tmp"; }

private:
    std::unique_ptr<AppendFile> temporary_;
    std::shared_ptr<FakeFiles::Disk> disk_;
    std::string path_;
};

class FakeLock final : public FileLock {
public:
    FakeLock(std::shared_ptr<FakeFiles::Disk> disk, std::string path)
        : disk_(std::move(disk)), path_(std::move(path)), boot_(disk_->boot) {}
    ~FakeLock() override {
        const std::lock_guard guard(disk_->mutex);
        if (boot_ == disk_->boot) disk_->locks.erase(path_);
    }

private:
    std::shared_ptr<FakeFiles::Disk> disk_;
    std::string path_;
    int boot_;
};

} // namespace

FakeFiles::FakeFiles() : disk_(std::make_shared<Disk>()) {}
FakeFiles::~FakeFiles() = default;

void FakeFiles::fail_write(int number, std::size_t bytes_kept) {
    const std::lock_guard guard(disk_->mutex);
    disk_->failing_write = disk_->writes + number;
    disk_->bytes_kept = bytes_kept;
}

void FakeFiles::fail_all_writes(std::string reason) {
    const std::lock_guard guard(disk_->mutex);
    disk_->refusal = std::move(reason);
}

void FakeFiles::fail_all_syncs() {
    const std::lock_guard guard(disk_->mutex);
    disk_->forgets = true;
}

void FakeFiles::heal() {
    const std::lock_guard guard(disk_->mutex);
    disk_->forgets = false;
    disk_->refusal.clear();
    disk_->failing_write.reset();
}

void FakeFiles::hold() {
    const std::lock_guard guard(disk_->mutex);
    disk_->is_held = true;
}

void FakeFiles::wait_until_held() {
    std::unique_lock lock(disk_->mutex);
    disk_->changed.wait(lock, [&] { return disk_->waiting > 0; });
}

void FakeFiles::release() {
    const std::lock_guard guard(disk_->mutex);
    disk_->is_held = false;
    disk_->changed.notify_all();
}

int FakeFiles::writes() const {
    const std::lock_guard guard(disk_->mutex);
    return disk_->writes;
}

void FakeFiles::crash() { crash_keeping(0); }

void FakeFiles::crash_keeping(std::size_t unsynced_bytes) {
    const std::lock_guard guard(disk_->mutex);
    ++disk_->boot;
    disk_->locks.clear();
    for (auto& [path, file] : disk_->files) {
        const std::size_t whole = file.content.size(), kept = file.synced.size() + unsynced_bytes;
        file.content = whole > file.synced.size() ? file.content.substr(0, std::min(whole, kept)) : file.synced;
        file.synced = file.content;
    }
}

void FakeFiles::put(const std::string& path, std::string bytes) {
    const std::lock_guard guard(disk_->mutex);
    disk_->make_folders_of(path);
    disk_->files[path] = {bytes, bytes};
}

std::string FakeFiles::synced(const std::string& path) const {
    const std::lock_guard guard(disk_->mutex);
    const auto found = disk_->files.find(path);
    return found == disk_->files.end() ? std::string() : found->second.synced;
}

Result<std::string> FakeFiles::read(const std::string& path, std::uint64_t max_bytes) const {
    const std::lock_guard guard(disk_->mutex);
    const auto found = disk_->files.find(path);
    if (found == disk_->files.end()) return fail("error.file_missing", path);
    if (found->second.content.size() > max_bytes) return fail("error.file_too_large", path);
    return found->second.content;
}

bool FakeFiles::exists(const std::string& path) const {
    const std::lock_guard guard(disk_->mutex);
    return disk_->files.contains(path) || disk_->folders.contains(path);
}

Result<FileInfo> FakeFiles::info(const std::string& path) const {
    const std::lock_guard guard(disk_->mutex);
    const std::string name = path.substr(path.rfind('/') + 1);
    if (const auto found = disk_->files.find(path); found != disk_->files.end())
        return FileInfo{.name = name, .size_in_bytes = found->second.content.size()};
    if (disk_->folders.contains(path)) return FileInfo{.name = name, .is_folder = true};
    return fail("error.file_missing", path);
}

Result<std::vector<FileInfo>> FakeFiles::list(const std::string& folder) const {
    std::set<std::string> paths;
    {
        const std::lock_guard guard(disk_->mutex);
        if (!disk_->folders.contains(folder)) return fail("error.file_missing", folder);
        const auto add = [&](const std::string& path) {
            if (path.rfind('/') == folder.size() && path.starts_with(folder)) paths.insert(path);
        };
        for (const auto& [path, file] : disk_->files) add(path);
        for (const std::string& path : disk_->folders) add(path);
    }
    std::vector<FileInfo> entries;
    for (const std::string& path : paths) entries.push_back(info(path).value());
    return entries;
}

Result<void> FakeFiles::make_folders(const std::string& path) {
    const std::lock_guard guard(disk_->mutex);
    disk_->make_folders_of(path + "/");
    return {};
}

Result<void> FakeFiles::replace(const std::string& path, std::string_view bytes) {
    std::unique_lock lock(disk_->mutex);
    if (const auto error = disk_->refuse(path, lock)) return tl::unexpected(*error);
    disk_->make_folders_of(path);
    disk_->files[path] = {std::string(bytes), std::string(bytes)};
    return {};
}

Result<std::unique_ptr<FileReplacement>> FakeFiles::open_replacement(const std::string& path) {
    auto temporary = open_append(FakeReplacement::temporary_path(path));
    if (!temporary) return tl::unexpected(temporary.error());
    return std::make_unique<FakeReplacement>(std::move(*temporary), disk_, path);
}

Result<std::unique_ptr<AppendFile>> FakeFiles::open_append(const std::string& path) {
    const std::lock_guard guard(disk_->mutex);
    if (!disk_->refusal.empty()) return fail("error.file_unwritable", path, {{"reason", disk_->refusal}});
    disk_->make_folders_of(path);
    disk_->files[path];
    return std::make_unique<FakeAppendFile>(disk_, path);
}

Result<std::unique_ptr<FileLock>> FakeFiles::lock(const std::string& path) {
    const std::lock_guard guard(disk_->mutex);
    if (!disk_->locks.insert(path).second) return fail("error.session_in_use", path);
    disk_->make_folders_of(path);
    disk_->files[path];
    return std::make_unique<FakeLock>(disk_, path);
}

} // namespace biaokao::test
