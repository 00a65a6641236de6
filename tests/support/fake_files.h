// A file system in memory that counts its writes, fails the n-th one, and forgets on crash() whatever was not synced.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "engine/base/files.h"

namespace biaokao::test {

class FakeFiles final : public Files {
public:
    FakeFiles();
    ~FakeFiles() override;

    // Appends, syncs, cuts, replacements and their pieces and commits are writes. The one with this number (1 = the
    // next) fails with a full disk; an append has then kept its first `bytes_kept` bytes.
    void fail_write(int number, std::size_t bytes_kept = 0);
    void fail_all_writes(std::string reason = "@error.reason.disk_full"); // until heal()
    void fail_all_syncs();                                                // bytes are taken and not kept, until heal()
    void heal();
    // Lets writes wait, as a stalled disk does, until release(); wait_until_held() returns when one is waiting.
    void hold();
    void wait_until_held();
    void release();
    [[nodiscard]] int writes() const;
    // Power cut: every file is what its last sync left, old handles are dead, locks are free.
    void crash();
    // As crash(), but the disk had already kept this much of what was not synced.
    void crash_keeping(std::size_t unsynced_bytes);
    void put(const std::string& path, std::string bytes); // present and synced
    [[nodiscard]] std::string synced(const std::string& path) const;

    Result<std::string> read(const std::string& path, std::uint64_t max_bytes = 512u << 20) const override;
    bool exists(const std::string& path) const override;
    Result<FileInfo> info(const std::string& path) const override;
    Result<std::vector<FileInfo>> list(const std::string& folder) const override;
    Result<void> make_folders(const std::string& path) override;
    Result<void> replace(const std::string& path, std::string_view bytes) override;
    Result<std::unique_ptr<FileReplacement>> open_replacement(const std::string& path) override;
    Result<std::unique_ptr<AppendFile>> open_append(const std::string& path) override;
    Result<std::unique_ptr<FileLock>> lock(const std::string& path) override;

    struct Disk; // shared with the open files, which may outlive a crash

private:
    std::shared_ptr<Disk> disk_;
};

} // namespace biaokao::test
