// The file system as an interface, so that tests can fail the n-th write or forget what was not synced.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

// A file that only grows. Calls may block on the disk: use it from a worker.
class AppendFile {
public:
    virtual ~AppendFile() = default;
    virtual Result<void> append(std::string_view bytes) = 0; // all or an error; a part may be written then
    virtual Result<void> sync() = 0;                         // fdatasync
    virtual Result<void> truncate(std::uint64_t size_in_bytes) = 0;
};

// The new content of a file, written piece by piece. Until commit() the old content, or none, stands under the file's
// name; one that is destroyed without a good commit() leaves nothing behind. Calls may block on the disk.
class FileReplacement {
public:
    virtual ~FileReplacement() = default;
    virtual Result<void> append(std::string_view bytes) = 0; // all or an error, after which only the destructor is left
    virtual Result<void> commit() = 0;                       // sync, rename, sync of the folder; the last call
};

// Held until destroyed; tells other processes that a session is open here.
class FileLock {
public:
    virtual ~FileLock() = default;
};

struct FileInfo {
    std::string name;
    bool is_folder = false;
    bool is_link = false;
    std::uint64_t size_in_bytes = 0;
};

class Files {
public:
    virtual ~Files() = default;
    // "error.file_missing", "error.file_unreadable", "error.file_too_large".
    [[nodiscard]] virtual Result<std::string> read(const std::string& path,
                                                   std::uint64_t max_bytes = 512u << 20) const = 0;
    [[nodiscard]] virtual bool exists(const std::string& path) const = 0;
    [[nodiscard]] virtual Result<FileInfo> info(const std::string& path) const = 0; // does not follow links
    [[nodiscard]] virtual Result<std::vector<FileInfo>> list(const std::string& folder) const = 0; // sorted by name
    virtual Result<void> make_folders(const std::string& path) = 0;
    // Temporary file, sync, rename, sync of the folder: the old or the new content, never half.
    virtual Result<void> replace(const std::string& path, std::string_view bytes) = 0;
    virtual Result<std::unique_ptr<FileReplacement>>
    open_replacement(const std::string& path) = 0;                                        // the same in pieces
    virtual Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) = 0; // creates; syncs the folder
    // "error.session_in_use" when another process or window holds it.
    virtual Result<std::unique_ptr<FileLock>> lock(const std::string& path) = 0;
};

// The real disk (POSIX).
[[nodiscard]] std::unique_ptr<Files> make_disk_files();

} // namespace biaokao
