#include <doctest/doctest.h>

#include <cstdlib>

#include "engine/session/session_store.h"
#include "tests/support/fake_files.h"
#include "tests/support/session_builder.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

const std::string home = "/home/biaokao";

std::string path_of(const std::string& session) { return home + "/sessions/" + session + "/session.biaokao"; }

struct Room { // one machine: a disk, a clock, a store
    FakeFiles files;
    FakeClock clock;
    SessionStore store{files, clock, home};

    std::unique_ptr<OpenSession> begin(const std::string& id = "s-1") {
        auto open = store.create(header(id));
        BIAOKAO_ASSERT(open.has_value() && (*open)->session->start().has_value());
        return std::move(*open);
    }
    std::unique_ptr<OpenSession> open(const std::string& id = "s-1") {
        auto open = store.open(path_of(id));
        BIAOKAO_ASSERT(open.has_value());
        return std::move(*open);
    }
};

double x_of(const Session& session) { return std::get<Box>(session.answer("q1").objects.at("o1").shape).x; }

} // namespace

TEST_CASE("store: a session that is closed and opened again is the same, and its clock kept running") {
    Room room;
    auto open = room.begin();
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    room.clock.pass(minute_ms);
    const auto answers = open->session->answers();
    open.reset();
    room.clock.pass(2 * minute_ms);
    open = room.open();
    CHECK(open->session->answers() == answers);
    CHECK(open->session->phase() == SessionPhase::running);
    CHECK(open->session->elapsed_ms() == 3 * minute_ms);
    REQUIRE(open->session->gap().has_value());
    CHECK(open->session->gap()->lost_ms == 3 * minute_ms); // nothing was written since the first box
    CHECK(open->session->gap()->last_change_wall_ms == 1'790'000'000'000);
    CHECK_FALSE(open->session->gap()->clock_suspect);
    CHECK(open->torn_tail_path.empty());
    REQUIRE(open->session->undo("q1").has_value());
    CHECK(open->session->answer("q1").empty());
}

TEST_CASE("store: after a reboot the wall clock counts, set back it gains nothing and raises a flag") {
    Room room;
    auto open = room.begin();
    room.clock.pass(10 * minute_ms);
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    open.reset();
    room.clock.reboot(5 * minute_ms);
    open = room.open();
    CHECK(open->session->elapsed_ms() == 15 * minute_ms);
    CHECK_FALSE(open->session->gap()->clock_suspect);
    room.clock.pass(minute_ms);
    CHECK(open->session->elapsed_ms() == 16 * minute_ms);
    REQUIRE(open->session->apply(move_box("o1", 2)).has_value());
    open.reset();
    room.clock.reboot(-20 * minute_ms);
    open = room.open();
    CHECK(open->session->elapsed_ms() == 16 * minute_ms);
    CHECK(open->session->gap()->clock_suspect);
    open.reset();
    // Set right again: the highest wall time in the journal is what counts, not the last.
    room.clock.reboot(21 * minute_ms);
    open = room.open();
    CHECK(open->session->elapsed_ms() == 17 * minute_ms);
    open.reset();
    room.clock.reboot(24 * 60 * minute_ms);
    open = room.open();
    CHECK(open->session->phase() == SessionPhase::ended);
    CHECK(open->session->entries().back().elapsed_ms == 30 * minute_ms);
    CHECK(x_of(*open->session) == 2);
}

TEST_CASE("store: moving the wall clock while the exam runs leaves a note and nothing else") {
    Room room;
    auto open = room.begin();
    Session& session = *open->session;
    room.clock.pass(minute_ms);
    CHECK_FALSE(session.tick());
    const auto entries = session.entries().size();
    room.clock.sample.wall_ms -= 60 * minute_ms;
    CHECK_FALSE(session.tick());
    CHECK_FALSE(session.tick());
    REQUIRE(session.entries().size() == entries + 1);
    CHECK(session.entries().back().kind == "note");
    CHECK(*session.entries().back().data.find("wall_moved_ms")->integer() == -60 * minute_ms);
    CHECK(session.elapsed_ms() == minute_ms);
    open.reset();
    open = room.open();
    CHECK(open->session->elapsed_ms() == minute_ms);
}

TEST_CASE("store: two windows cannot hold one session, whichever way they come") {
    Room room;
    SessionStore second(room.files, room.clock, home);
    auto open = room.begin();
    CHECK(second.open(path_of("s-1")).error().code == "error.session_in_use");
    CHECK(second.create(header("s-1")).error().code == "error.session_in_use");
    CHECK(room.store.open(path_of("s-1")).error().code == "error.session_in_use");
    CHECK(second.list().front().in_use);
    open.reset();
    CHECK_FALSE(second.list().front().in_use);
    CHECK(second.create(header("s-1")).error().code == "error.session_exists");
    CHECK(second.open(path_of("s-1")).has_value());
    CHECK(second.open(path_of("s-9")).error().code == "error.file_missing");
}

TEST_CASE("store: a torn tail is cut, kept beside the file, and work goes on; each gets its own name") {
    Room room;
    auto open = room.begin();
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    open.reset();
    for (const std::string number : {"1", "2"}) {
        const std::string whole = room.files.synced(path_of("s-1"));
        room.files.put(path_of("s-1"), whole + "{\"n\":3,\"t\":" + number);
        CHECK_FALSE(room.store.list().front().error.has_value());
        open = room.open();
        CHECK(open->torn_tail_path == path_of("s-1") + ".torn-" + number);
        CHECK(room.files.read(open->torn_tail_path).value() == "{\"n\":3,\"t\":" + number);
        REQUIRE(open->session->apply(move_box("o1", 7)).has_value());
        REQUIRE(open->writer->flush().has_value());
        open.reset();
        CHECK(room.files.synced(path_of("s-1")).starts_with(whole));
    }
    open = room.open();
    CHECK(open->torn_tail_path.empty());
    CHECK(x_of(*open->session) == 7);
}

TEST_CASE("store: where the torn tail cannot be kept aside, nothing is cut") {
    Room room;
    room.begin().reset();
    const std::string torn = room.files.synced(path_of("s-1")) + "{\"n\":";
    room.files.put(path_of("s-1"), torn);
    room.files.fail_write(1); // the copy beside it
    CHECK(room.store.open(path_of("s-1")).error().code == "error.file_unwritable");
    CHECK(room.files.read(path_of("s-1")).value() == torn);
}

TEST_CASE("store: a damaged session is listed with its error, refused, and left exactly as it is") {
    Room room;
    room.begin("s-1").reset();
    room.clock.pass(minute_ms);
    auto open = room.begin("s-2");
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    REQUIRE(open->session->submit().has_value());
    open.reset();
    std::string damaged = room.files.synced(path_of("s-1"));
    damaged[damaged.find("drill")] = 'D';
    room.files.put(path_of("s-1"), damaged);
    room.files.put(path_of("s-3"), "");
    room.files.put(home + "/sessions/notes.txt", "not a session");
    room.files.put(home + "/sessions/empty-folder/readme", "");

    const auto rows = room.store.list();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].id == "s-2"); // the newest first
    CHECK(rows[0].phase == SessionPhase::submitted);
    CHECK(rows[0].candidate_name == "王小明");
    CHECK(rows[0].last_wall_ms == 1'790'000'000'000 + minute_ms);
    CHECK_FALSE(rows[0].error.has_value());
    CHECK(rows[1].id == "s-1");
    CHECK(rows[1].error->code == "error.journal_broken");
    CHECK(rows[1].error->where == path_of("s-1") + ":line 1");
    CHECK(rows[2].error->code == "error.journal_empty");
    CHECK(room.store.open(path_of("s-1")).error().code == "error.journal_broken");
    CHECK(room.store.open(path_of("s-3")).error().code == "error.journal_empty");
    CHECK(room.files.read(path_of("s-1")).value() == damaged);
    CHECK(SessionStore(room.files, room.clock, "/nowhere").list().empty());
}

TEST_CASE("store: a submitted session opens as it was and gets no further line") {
    Room room;
    auto open = room.begin();
    REQUIRE(open->session->submit().has_value());
    const std::string receipt = open->session->receipt(), bytes = room.files.synced(path_of("s-1"));
    open.reset();
    room.clock.reboot(60 * minute_ms);
    open = room.open();
    CHECK(open->session->phase() == SessionPhase::submitted);
    CHECK(open->session->receipt() == receipt);
    CHECK_FALSE(open->session->grant(minute_ms, "k", "a", "r").has_value());
    open.reset();
    CHECK(room.files.synced(path_of("s-1")) == bytes);
}

TEST_CASE("store: 1,200 undo steps survive a restart, and so do the steps that can be redone") {
    Room room;
    constexpr int steps = 1200;
    auto open = room.begin();
    REQUIRE(open->session->apply(add_box("o1", 0)).has_value());
    for (int x = 1; x <= steps; ++x) REQUIRE(open->session->apply(move_box("o1", x)).has_value());
    open.reset();
    open = room.open();
    for (int x = steps; x > 0; --x) {
        REQUIRE(x_of(*open->session) == x);
        REQUIRE(open->session->undo("q1").has_value());
    }
    open.reset();
    open = room.open();
    CHECK(x_of(*open->session) == 0);
    for (int x = 1; x <= 20; ++x) REQUIRE(open->session->redo("q1").has_value());
    CHECK(x_of(*open->session) == 20);
    CHECK(open->session->can_redo("q1"));
}

TEST_CASE("store: a full disk stops nobody; everything is on the disk once it is well again") {
    Room room;
    auto open = room.begin();
    REQUIRE(open->writer->flush().has_value());
    room.files.fail_all_writes();
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    for (int x = 2; x < 40; ++x) REQUIRE(open->session->apply(move_box("o1", x)).has_value());
    CHECK(open->session->submit().error().code == "error.file_unwritable");
    CHECK(open->session->phase() == SessionPhase::running);
    CHECK(open->writer->state().trouble->args.front().second == "@error.reason.disk_full");
    REQUIRE(open->session->apply(move_box("o1", 40)).has_value());
    room.files.heal();
    REQUIRE(open->session->submit().has_value());
    CHECK(open->writer->state().all_saved());
    const auto reading = read_journal(room.files.synced(path_of("s-1")), "f").value();
    const auto copy = Session::replay(reading).value();
    CHECK(copy->phase() == SessionPhase::submitted);
    CHECK(copy->answers() == open->session->answers());
}

TEST_CASE("store: whichever write of a sitting fails, nothing in memory is lost and all is on the disk afterwards") {
    int writes = 0;
    for (int failing = 1; failing == 1 || failing <= writes; ++failing) {
        CAPTURE(failing);
        Room room;
        room.files.fail_write(failing, static_cast<std::size_t>(failing) * 5);
        auto open = room.begin();
        const auto settle = [&] {
            while (!open->writer->flush()) {}
        };
        settle();
        REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
        settle();
        REQUIRE(open->session->apply(move_box("o1", 2)).has_value());
        settle();
        while (!open->session->submit()) {}
        CHECK(x_of(*open->session) == 2);
        CHECK(open->session->phase() == SessionPhase::submitted);
        const auto copy = Session::replay(read_journal(room.files.synced(path_of("s-1")), "f").value()).value();
        CHECK(copy->answers() == open->session->answers());
        CHECK(copy->receipt() == open->session->receipt());
        writes = room.files.writes();
    }
    CHECK(writes >= 8); // four waits, an append and a sync each
}

TEST_CASE("store: while the hand-in is on its way to the disk nothing changes any more, and the next try ends it") {
    Room room;
    auto open = room.begin();
    REQUIRE(open->session->apply(add_box("o1", 1)).has_value());
    REQUIRE(open->writer->flush().has_value());
    // The disk dies between the two waits of submit: everything before is kept, the hand-in itself is not yet.
    room.files.fail_write(1);
    while (!open->session->submit()) CHECK(open->session->receipt().empty());
    CHECK(open->session->phase() == SessionPhase::submitted);

    Room other;
    auto stuck = other.begin();
    REQUIRE(stuck->writer->flush().has_value());
    other.files.fail_all_syncs();
    CHECK_FALSE(stuck->session->submit().has_value());
    CHECK(stuck->session->phase() == SessionPhase::ended);
    CHECK_FALSE(stuck->session->apply(add_box("o1", 1)).has_value());
    CHECK(stuck->session->receipt().empty());
    other.files.heal();
    REQUIRE(stuck->session->submit().has_value());
    CHECK(stuck->session->phase() == SessionPhase::submitted);
    CHECK(stuck->session->receipt().size() == 10);
}

TEST_CASE("store: a power cut at any moment loses nothing that was acknowledged") {
    for (int edits = 0; edits < 12; ++edits) {
        for (const std::size_t kept : {0, 1, 150, 400, 10'000}) {
            CAPTURE(edits);
            CAPTURE(kept);
            Room room;
            auto open = room.begin();
            REQUIRE(open->session->apply(add_box("o1", 0)).has_value());
            for (int x = 1; x <= edits; ++x) REQUIRE(open->session->apply(move_box("o1", x)).has_value());
            REQUIRE(open->writer->flush().has_value());
            const auto acknowledged = open->session->answers();
            room.files.fail_all_syncs();
            REQUIRE(open->session->apply(move_box("o1", 100)).has_value());
            REQUIRE(open->session->apply(move_box("o1", 200)).has_value());
            CHECK_FALSE(open->writer->flush().has_value());
            room.files.crash_keeping(kept);
            room.files.heal();
            open.reset(); // the dead process: its handles reach nothing
            open = room.open();
            const double x = x_of(*open->session);
            CHECK((x == edits || x == 100 || x == 200));
            if (kept == 0) CHECK(open->session->answers() == acknowledged);
            if (kept == 10'000) CHECK(x == 200);
        }
    }
}

TEST_CASE("store: a read-only home is said at once when a session is to begin") {
    Room room;
    room.files.fail_all_writes("@error.reason.read_only");
    CHECK(room.store.create(header()).error().args.front().second == "@error.reason.read_only");
}

TEST_CASE("store: on the real disk a sitting is written, locked, closed and resumed") {
    const TempFolder folder;
    const auto files = make_disk_files();
    FakeClock clock;
    SessionStore store(*files, clock, folder / "home"), second(*files, clock, folder / "home");
    auto open = store.create(header()).value();
    REQUIRE(open->session->start().has_value());
    REQUIRE(open->session->apply(add_box("o1", 4)).has_value());
    CHECK(second.open(open->path).error().code == "error.session_in_use");
    CHECK(second.list().front().in_use);
    REQUIRE(open->writer->flush().has_value());
    CHECK(read_journal(files->read(open->path).value(), open->path).value().entries.size() == 3);
    const std::string path = open->path;
    open.reset();
    open = second.open(path).value();
    CHECK(x_of(*open->session) == 4);
    REQUIRE(open->session->submit().has_value());
    CHECK(store.list().front().phase == SessionPhase::submitted);
}

TEST_CASE("store: the home follows BIAOKAO_HOME, XDG_DATA_HOME, HOME, in this order") {
    struct Variable { // restored at the end
        std::string name;
        std::optional<std::string> before;
        explicit Variable(const char* n) : name(n) {
            if (const char* value = std::getenv(n)) before = value;
        }
        ~Variable() { before ? ::setenv(name.c_str(), before->c_str(), 1) : ::unsetenv(name.c_str()); }
    };
    const Variable own("BIAOKAO_HOME"), data("XDG_DATA_HOME"), user("HOME");
    ::setenv("BIAOKAO_HOME", "/exam", 1);
    ::setenv("XDG_DATA_HOME", "/data", 1);
    ::setenv("HOME", "/root", 1);
    CHECK(default_home() == "/exam");
    ::setenv("BIAOKAO_HOME", "", 1);
    CHECK(default_home() == "/data/biaokao");
    ::setenv("XDG_DATA_HOME", "relative", 1);
    CHECK(default_home() == "/root/.local/share/biaokao");
    ::unsetenv("XDG_DATA_HOME");
    ::unsetenv("BIAOKAO_HOME");
    CHECK(default_home() == "/root/.local/share/biaokao");
}
