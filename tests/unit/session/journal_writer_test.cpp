#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>

#include "engine/session/session_store.h"
#include "tests/support/fake_files.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

const std::string path = "/home/s.biaokao";

std::string line(int n) { return "line " + std::to_string(n) + "\n"; }

std::string lines(int count) {
    std::string bytes;
    for (int n = 0; n < count; ++n) bytes += line(n);
    return bytes;
}

JournalWriter writer_on(FakeFiles& files) { return {files.open_append(path).value(), 0, 0}; }

} // namespace

TEST_CASE("writer: what is flushed is synced, in order, and acknowledged") {
    FakeFiles files;
    JournalWriter writer = writer_on(files);
    CHECK(writer.flush().has_value());
    for (int n = 0; n < 5; ++n) writer.append(n, line(n));
    REQUIRE(writer.flush().has_value());
    CHECK(files.synced(path) == lines(5));
    CHECK(writer.state().all_saved());
    CHECK(writer.state().acknowledged == 5);
    CHECK_FALSE(writer.state().trouble.has_value());
}

TEST_CASE("writer: whichever write fails, wholly or half, nothing is lost and all is on the disk afterwards") {
    constexpr int count = 4;
    for (int failing = 1; failing <= 2 * count; ++failing) { // each line is one append and one sync
        for (const std::size_t bytes_kept : {0, 3, 7}) {
            CAPTURE(failing);
            CAPTURE(bytes_kept);
            FakeFiles files;
            JournalWriter writer = writer_on(files);
            files.fail_write(failing, bytes_kept);
            int failures = 0;
            for (int n = 0; n < count; ++n) {
                writer.append(n, line(n));
                // What the worker met on its own may be told to this flush or not; the next one then succeeds.
                while (!writer.flush()) ++failures;
                REQUIRE(files.synced(path) == lines(n + 1));
            }
            CHECK(failures <= 1);
            CHECK_FALSE(writer.state().trouble.has_value());
        }
    }
}

TEST_CASE("writer: trouble stays visible until the disk takes everything, and lines wait in memory meanwhile") {
    FakeFiles files;
    JournalWriter writer = writer_on(files);
    writer.append(0, line(0));
    REQUIRE(writer.flush().has_value());
    files.fail_all_writes("@error.reason.read_only");
    for (int n = 1; n < 50; ++n) writer.append(n, line(n));
    const auto refused = writer.flush();
    CHECK(refused.error().args.front().second == "@error.reason.read_only");
    CHECK(writer.state().trouble.has_value());
    CHECK(writer.state().appended == 50);
    CHECK(writer.state().acknowledged == 1);
    CHECK_FALSE(writer.state().all_saved());
    files.heal();
    REQUIRE(writer.flush().has_value());
    CHECK(writer.state().all_saved());
    CHECK_FALSE(writer.state().trouble.has_value());
    CHECK(files.synced(path) == lines(50));
}

TEST_CASE("writer: it tries again by itself, and says when it has succeeded") {
    FakeFiles files;
    JournalWriter writer(files.open_append(path).value(), 0, 0, std::chrono::milliseconds(1));
    std::mutex mutex;
    std::condition_variable changed;
    int calls = 0;
    writer.on_change([&] {
        const std::lock_guard guard(mutex);
        ++calls;
        changed.notify_all();
    });
    files.fail_write(1);
    writer.append(0, line(0));
    std::unique_lock lock(mutex);
    changed.wait(lock, [&] { return calls == 2; }); // one failure, one success
    CHECK(writer.state().all_saved());
    CHECK(files.synced(path) == lines(1));
    lock.unlock();
    writer.on_change({});
}

TEST_CASE("writer: a stalled disk holds nobody, and what came meanwhile goes out together") {
    FakeFiles files;
    JournalWriter writer = writer_on(files);
    files.hold();
    writer.append(0, line(0));
    files.wait_until_held();
    for (int n = 1; n < 100; ++n) writer.append(n, line(n)); // returns although the disk does not
    CHECK(writer.state().acknowledged == 0);
    files.release();
    REQUIRE(writer.flush().has_value());
    CHECK(files.synced(path) == lines(100));
    CHECK(files.writes() == 4); // append and sync of the first line, append and sync of the other 99
}

TEST_CASE("writer: closing it writes what is left") {
    FakeFiles files;
    {
        JournalWriter writer = writer_on(files);
        for (int n = 0; n < 3; ++n) writer.append(n, line(n));
    }
    CHECK(files.synced(path) == lines(3));
}

TEST_CASE("writer: closing it while the disk refuses does not hang") {
    FakeFiles files;
    files.put(path, "");
    {
        JournalWriter writer = writer_on(files);
        files.fail_all_writes();
        writer.append(0, line(0));
    }
    CHECK(files.synced(path).empty());
}

TEST_CASE("writer: a power cut at any byte keeps at least what was acknowledged, and nothing that was not written") {
    for (std::size_t kept = 0; kept <= lines(6).size(); ++kept) {
        FakeFiles files;
        JournalWriter writer = writer_on(files);
        for (int n = 0; n < 3; ++n) writer.append(n, line(n));
        REQUIRE(writer.flush().has_value());
        files.fail_all_syncs();
        for (int n = 3; n < 6; ++n) writer.append(n, line(n));
        REQUIRE_FALSE(writer.flush().has_value()); // all six are in the file, three of them synced
        const auto acknowledged = static_cast<int>(writer.state().acknowledged);
        files.crash_keeping(kept);
        CHECK(acknowledged == 3);
        const std::string found = files.synced(path);
        CHECK(found.starts_with(lines(acknowledged)));
        CHECK(lines(6).starts_with(found));
    }
}
