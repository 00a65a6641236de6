// The worker that puts journal lines on the disk.
//
// It writes and syncs at once when it is idle; lines that come meanwhile go together with the next write. So a line
// is on the disk after at most two syncs, far below 250 ms, and a burst costs one sync. After a failure nobody knows
// how much of the file is good (a failed fdatasync may have dropped pages): it is cut to what was acknowledged and
// everything after it is written again, after a while or when someone flushes.
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "engine/session/session_store.h"

namespace biaokao {

struct JournalWriter::Worker {
    std::unique_ptr<AppendFile> file;
    std::chrono::milliseconds retry_after{};
    std::uint64_t good_bytes = 0; // acknowledged; touched by the thread only
    bool dirty = false;           // there may be something behind good_bytes; touched by the thread only

    mutable std::mutex mutex; // guards what follows
    std::condition_variable work, done;
    std::deque<std::string> pending; // given but not acknowledged, in order
    SaveState state;
    std::function<void()> wake;
    std::uint64_t attempts = 0, failed_attempt = 0; // attempts begun; number of the last one that failed
    bool hurry = false, stop = false;
    std::thread thread;

    void run();
    void attempt(std::unique_lock<std::mutex>& lock);
    Result<void> write(std::string_view bytes);
};

void JournalWriter::Worker::run() {
    std::unique_lock lock(mutex);
    while (true) {
        if (state.trouble) work.wait_for(lock, retry_after, [&] { return stop || hurry; });
        else work.wait(lock, [&] { return stop || !pending.empty(); });
        hurry = false;
        if (!pending.empty()) attempt(lock);
        if (stop && (pending.empty() || state.trouble)) return;
    }
}

void JournalWriter::Worker::attempt(std::unique_lock<std::mutex>& lock) {
    const std::uint64_t number = ++attempts;
    const auto count = static_cast<std::ptrdiff_t>(pending.size());
    std::string bytes;
    for (const std::string& line : pending) bytes += line;
    lock.unlock();
    const auto written = write(bytes);
    lock.lock();
    if (written) {
        pending.erase(pending.begin(), pending.begin() + count);
        state.acknowledged += count;
        state.trouble.reset();
    } else {
        state.trouble = written.error();
        failed_attempt = number;
    }
    done.notify_all();
    if (const auto callback = wake) {
        lock.unlock();
        callback();
        lock.lock();
    }
}

Result<void> JournalWriter::Worker::write(std::string_view bytes) {
    if (dirty) {
        if (auto cut = file->truncate(good_bytes); !cut) return cut;
    }
    dirty = true;
    if (auto appended = file->append(bytes); !appended) return appended;
    if (auto synced = file->sync(); !synced) return synced;
    dirty = false;
    good_bytes += bytes.size();
    return {};
}

JournalWriter::JournalWriter(std::unique_ptr<AppendFile> file, std::int64_t lines_on_disk, std::uint64_t size_in_bytes,
                             std::chrono::milliseconds retry_after)
    : worker_(std::make_unique<Worker>()) {
    worker_->file = std::move(file);
    worker_->retry_after = retry_after;
    worker_->good_bytes = size_in_bytes;
    worker_->state = {.appended = lines_on_disk, .acknowledged = lines_on_disk, .trouble = std::nullopt};
    worker_->thread = std::thread([worker = worker_.get()] { worker->run(); });
}

JournalWriter::~JournalWriter() {
    {
        const std::lock_guard guard(worker_->mutex);
        worker_->stop = true;
    }
    worker_->work.notify_all();
    worker_->thread.join();
}

void JournalWriter::append(std::int64_t n, std::string line) {
    {
        const std::lock_guard guard(worker_->mutex);
        BIAOKAO_ASSERT(n == worker_->state.appended); // two sessions must never share a file
        worker_->pending.push_back(std::move(line));
        ++worker_->state.appended;
    }
    worker_->work.notify_all();
}

Result<void> JournalWriter::flush() {
    std::unique_lock lock(worker_->mutex);
    const std::int64_t wanted = worker_->state.appended;
    // An attempt that is under way may have begun before the disk was well again: only a later failure counts.
    const std::uint64_t attempts_before = worker_->attempts;
    worker_->hurry = true;
    worker_->work.notify_all();
    worker_->done.wait(
        lock, [&] { return worker_->state.acknowledged >= wanted || worker_->failed_attempt > attempts_before; });
    if (worker_->state.acknowledged >= wanted) return {};
    return tl::unexpected(*worker_->state.trouble);
}

SaveState JournalWriter::state() const {
    const std::lock_guard guard(worker_->mutex);
    return worker_->state;
}

void JournalWriter::on_change(std::function<void()> wake) {
    const std::lock_guard guard(worker_->mutex);
    worker_->wake = std::move(wake);
}

} // namespace biaokao
