// The real disk (POSIX). Every descriptor is closed on exec, every error keeps the system's reason.
#include "engine/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace biaokao {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] bool good() const { return fd_ >= 0; }
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

// The reasons that a candidate can do something about have words of their own.
std::string reason_of(int error_number) {
    switch (error_number) {
    case ENOSPC:
    case EDQUOT: return "@error.reason.disk_full";
    case EROFS: return "@error.reason.read_only";
    case EACCES:
    case EPERM: return "@error.reason.no_permission";
    case ENOENT: return "@error.reason.missing";
    default: return std::strerror(error_number);
    }
}

tl::unexpected<Error> fail_with_errno(std::string code, const std::string& path) {
    return fail(std::move(code), path, {{"reason", reason_of(errno)}});
}

tl::unexpected<Error> cannot_read(const std::string& path) {
    if (errno == ENOENT || errno == ENOTDIR) return fail("error.file_missing", path);
    return fail_with_errno("error.file_unreadable", path);
}

Descriptor open_retrying(const std::string& path, int flags, mode_t mode = 0666) {
    int fd = -1;
    do fd = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return Descriptor(fd);
}

std::string folder_of(const std::string& path) {
    const auto folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

// A new name is on the disk only after its folder is.
Result<void> sync_folder(const std::string& folder) {
    const Descriptor descriptor = open_retrying(folder, O_RDONLY | O_DIRECTORY);
    if (!descriptor.good() || ::fsync(descriptor.get()) != 0) return fail_with_errno("error.file_unwritable", folder);
    return {};
}

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail_with_errno("error.file_unwritable", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

class DiskAppendFile final : public AppendFile {
public:
    DiskAppendFile(Descriptor descriptor, std::string path) : fd_(std::move(descriptor)), path_(std::move(path)) {}
    Result<void> append(std::string_view bytes) override { return write_all(fd_.get(), bytes, path_); }
    Result<void> sync() override {
        if (::fdatasync(fd_.get()) != 0) return fail_with_errno("error.file_unwritable", path_);
        return {};
    }
    Result<void> truncate(std::uint64_t size_in_bytes) override {
        if (::ftruncate(fd_.get(), static_cast<off_t>(size_in_bytes)) != 0)
            return fail_with_errno("error.file_unwritable", path_);
        return {};
    }

private:
    Descriptor fd_;
    std::string path_;
};

class DiskReplacement final : public FileReplacement {
public:
    // `descriptor` is open on `temporary`, which stands beside `path`.
    DiskReplacement(Descriptor descriptor, std::string temporary, std::string path)
        : fd_(std::move(descriptor)), temporary_(std::move(temporary)), path_(std::move(path)) {}
    ~DiskReplacement() override {
        if (!temporary_.empty()) ::unlink(temporary_.c_str());
    }
    Result<void> append(std::string_view bytes) override { return write_all(fd_.get(), bytes, path_); }
    Result<void> commit() override {
        if (::fsync(fd_.get()) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0)
            return fail_with_errno("error.file_unwritable", path_);
        temporary_.clear();
        return sync_folder(folder_of(path_));
    }

private:
    Descriptor fd_;
    std::string temporary_, path_; // no temporary once it has got its name
};

class DiskLock final : public FileLock {
public:
    explicit DiskLock(Descriptor descriptor) : fd_(std::move(descriptor)) {}

private:
    Descriptor fd_; // closing it gives the lock back, and so does the end of the process
};

class DiskFiles final : public Files {
public:
    Result<std::string> read(const std::string& path, std::uint64_t max_bytes) const override {
        const Descriptor descriptor = open_retrying(path, O_RDONLY | O_NONBLOCK); // a pipe must not hold us
        if (!descriptor.good()) return cannot_read(path);
        struct stat status {};
        if (::fstat(descriptor.get(), &status) != 0) return cannot_read(path);
        if (!S_ISREG(status.st_mode)) return fail("error.file_unreadable", path, {{"reason", "@error.reason.no_file"}});
        if (static_cast<std::uint64_t>(status.st_size) > max_bytes)
            return fail("error.file_too_large", path, {{"limit", std::to_string(max_bytes)}});
        std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const auto got = ::read(descriptor.get(), bytes.data() + filled, bytes.size() - filled);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return cannot_read(path);
            if (got == 0) break; // it became shorter while we read it
            filled += static_cast<std::size_t>(got);
        }
        bytes.resize(filled);
        return bytes;
    }

    bool exists(const std::string& path) const override {
        struct stat status {};
        return ::stat(path.c_str(), &status) == 0;
    }

    Result<FileInfo> info(const std::string& path) const override {
        struct stat status {};
        if (::lstat(path.c_str(), &status) != 0) return cannot_read(path);
        return FileInfo{.name = std::filesystem::path(path).filename().string(),
                        .is_folder = S_ISDIR(status.st_mode),
                        .is_link = S_ISLNK(status.st_mode),
                        .size_in_bytes = static_cast<std::uint64_t>(status.st_size)};
    }

    Result<std::vector<FileInfo>> list(const std::string& folder) const override {
        const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(folder.c_str()),
                                                         [](DIR* dir) { return ::closedir(dir); });
        if (!stream) return cannot_read(folder);
        std::vector<FileInfo> entries;
        while (const dirent* entry = ::readdir(stream.get())) {
            const std::string name = entry->d_name;
            if (name == "." || name == "..") continue;
            // A file that went away meanwhile is no entry any more.
            if (auto one = info(std::filesystem::path(folder) / name)) entries.push_back(std::move(*one));
        }
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return entries;
    }

    Result<void> make_folders(const std::string& path) override {
        struct stat status {};
        if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return {};
        const std::string parent = folder_of(path);
        if (parent != path) {
            if (auto made = make_folders(parent); !made) return made;
        }
        if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return fail_with_errno("error.file_unwritable", path);
        return sync_folder(parent);
    }

    Result<void> replace(const std::string& path, std::string_view bytes) override {
        const auto replacement = open_replacement(path);
        if (!replacement) return tl::unexpected(replacement.error());
        if (auto written = (*replacement)->append(bytes); !written) return written;
        return (*replacement)->commit();
    }

    Result<std::unique_ptr<FileReplacement>> open_replacement(const std::string& path) override {
        std::string temporary = path + ".tmp-" + std::to_string(::getpid());
        Descriptor descriptor = open_retrying(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        if (!descriptor.good()) return fail_with_errno("error.file_unwritable", path);
        return std::make_unique<DiskReplacement>(std::move(descriptor), std::move(temporary), path);
    }

    Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) override {
        Descriptor descriptor = open_retrying(path, O_WRONLY | O_APPEND | O_CREAT);
        if (!descriptor.good()) return fail_with_errno("error.file_unwritable", path);
        if (auto synced = sync_folder(folder_of(path)); !synced) return tl::unexpected(synced.error());
        return std::make_unique<DiskAppendFile>(std::move(descriptor), path);
    }

    Result<std::unique_ptr<FileLock>> lock(const std::string& path) override {
        Descriptor descriptor = open_retrying(path, O_RDWR | O_CREAT);
        if (!descriptor.good()) return fail_with_errno("error.file_unwritable", path);
        if (::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) return fail("error.session_in_use", path);
            return fail_with_errno("error.file_unwritable", path);
        }
        return std::make_unique<DiskLock>(std::move(descriptor));
    }
};

} // namespace

std::unique_ptr<Files> make_disk_files() { return std::make_unique<DiskFiles>(); }

} // namespace biaokao
