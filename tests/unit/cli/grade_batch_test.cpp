// Many submissions at once: order, streams, exit codes, and what a full disk leaves behind.
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "app/cli/grade_batch.h"
#include "app/cli/grade_output.h"
#include "tests/support/fake_files.h"
#include "tests/unit/cli/grading_room.h"
#include "tests/unit/cli/run_program.h"

namespace biaokao {
namespace {

using test::json_lines;
using test::Ran;
using test::run_program;
using Room = test::GradingRoom;

// Good submissions with tickets of their own, and one of each bad kind between them.
struct MixedRoom : Room {
    MixedRoom() {
        for (int i = 0; i < 24; ++i) {
            JournalHeader head = header({i % 2 == 0 ? "words" : "boxes"});
            head.candidate_ticket = std::to_string(i);
            (void)submission("all/s" + std::to_string(10 + i) + ".biaokao", head);
        }
        JournalHeader foreign = header({"words"});
        foreign.pack_id = "00000000-0000-4000-8000-000000000000";
        (void)submission("all/s12-foreign.biaokao", foreign);
        std::string broken = read("all/s10.biaokao");
        broken[broken.find("drill")] = 'D';
        (void)write("all/s14-broken.biaokao", broken);
        (void)write("all/s16-empty.biaokao", "");
        (void)write("all/s18-junk.biaokao", std::string(5000, '\0'));
        REQUIRE(::mkfifo((folder / "all/s20-pipe.biaokao").c_str(), 0600) == 0);
        std::filesystem::create_symlink("nothing", folder / "all/s22-gone.biaokao");
        (void)write("all/s24-huge.biaokao", "");
        std::filesystem::resize_file(folder / "all/s24-huge.biaokao", 3'000'000'000);
    }
};

std::string without_last_line(const std::string& text) {
    return text.size() < 2 ? std::string() : text.substr(0, text.rfind('\n', text.size() - 2) + 1);
}

TEST_CASE("grade: one, two and seven jobs write the same bytes, whatever is bad in between") {
    const MixedRoom room;
    for (const char* format : {"json", "csv", "text"}) {
        CAPTURE(format);
        const auto run = [&](const char* jobs) {
            return run_program(
                {"--lang", "en", "grade", room.pack_path, room.folder / "all", "--format", format, "--jobs", jobs});
        };
        const Ran one = run("1");
        CHECK(one.exit_code == 1);
        CHECK(one.err.find("24 scored, 7 refused, ") != std::string::npos);
        CHECK(std::count(one.err.begin(), one.err.end(), '\n') == 7 + 1);
        for (const char* jobs : {"2", "7"}) {
            const Ran more = run(jobs);
            CHECK(more.exit_code == 1);
            CHECK(more.out == one.out);
            CHECK(without_last_line(more.err) == without_last_line(one.err)); // the last one tells the time
        }
    }
}

TEST_CASE("grade: every bad submission is told in its place, with its reason, and the others have their sheets") {
    const MixedRoom room;
    const Ran ran = run_program({"grade", room.pack_path, room.folder / "all", "--format", "json"});
    std::vector<std::string> told;
    for (const Json& sheet : json_lines(ran.out)) {
        const Json* error = sheet.find("error");
        told.push_back(*(error ? error->find("code") : sheet.find("candidate")->find("ticket"))->string());
    }
    const std::vector<std::string> expected{"0",  "1",  "error.foreign_pack",
                                            "2",  "3",  "error.journal_broken",
                                            "4",  "5",  "error.journal_empty",
                                            "6",  "7",  "error.journal_empty",
                                            "8",  "9",  "error.file_unreadable",
                                            "10", "11", "error.file_missing",
                                            "12", "13", "error.file_too_large",
                                            "14", "15", "16",
                                            "17", "18", "19",
                                            "20", "21", "22",
                                            "23"};
    // "s12-foreign" sorts before "s12.biaokao": '-' comes before '.'.
    CHECK(told == expected);
}

TEST_CASE("grade: a sheet among many is the sheet of the submission alone") {
    const MixedRoom room;
    const Ran all = run_program({"grade", room.pack_path, room.folder / "all", "--format", "json"});
    const Ran alone = run_program({"grade", room.pack_path, room.folder / "all/s11.biaokao", "--format", "json"});
    CHECK(alone.exit_code == 0);
    CHECK(alone.err.empty());
    CHECK(all.out.find(alone.out) != std::string::npos);
}

TEST_CASE("grade: a folder stands for the submissions below it, sorted by path, in its place among the arguments") {
    const Room room;
    for (const char* name : {"in/b", "in/a/z", "in/a-1", "in/a/deep/er/x", "single"}) {
        JournalHeader head = room.header({"words"});
        head.candidate_ticket = name;
        (void)room.submission(std::string(name) + ".biaokao", head);
    }
    (void)room.write("in/notes.txt", "no submission");
    std::filesystem::create_directory_symlink(room.folder.path(), room.folder / "in/loop");
    std::filesystem::create_directory_symlink(room.folder / "in/a", room.folder / "link");
    const Ran ran = run_program({"grade", room.pack_path, room.folder / "single.biaokao", room.folder / "in/",
                                 room.folder / "link", "--format", "json"});
    CHECK(ran.exit_code == 0);
    std::string tickets;
    for (const Json& sheet : json_lines(ran.out)) tickets += *sheet.find("candidate")->find("ticket")->string() + " ";
    CHECK(tickets == "single in/a-1 in/a/deep/er/x in/a/z in/b in/a/deep/er/x in/a/z ");
}

TEST_CASE("grade: an empty folder is an error of its own and stops nothing") {
    const Room room;
    const std::string good = room.submission("good.biaokao", room.header({"words"}));
    (void)room.write("empty/notes.txt", "");
    const Ran ran =
        run_program({"--lang", "en", "grade", room.pack_path, room.folder / "empty", good, "--format", "json"});
    CHECK(ran.exit_code == 1);
    CHECK(ran.err.find(room.folder / "empty" + ": there are no submissions") == 0);
    const auto sheets = json_lines(ran.out);
    REQUIRE(sheets.size() == 2);
    CHECK(*sheets[0].find("error")->find("code") == Json("error.folder_without_submissions"));
    CHECK(*sheets[1].find("total") == Json(2.5));
}

TEST_CASE("grade --jobs: whole numbers from 1 to 256, anything else is wrong usage") {
    const Room room;
    const std::string good = room.submission("good.biaokao", room.header({"words"}));
    for (const char* jobs : {"0", "257", "-1", "x", "1.5", "2x", "99999999999999999999"}) {
        CAPTURE(jobs);
        const Ran ran = run_program({"--lang", "en", "grade", room.pack_path, good, "--jobs=" + std::string(jobs)});
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("--jobs takes a whole number from 1 to 256") == 0);
    }
    for (const char* jobs : {"1", "256"})
        CHECK(run_program({"grade", room.pack_path, good, "--jobs", jobs}).exit_code == 0);
}

TEST_CASE("grade --out: pages have the same names whatever the number of jobs, also for a folder of one") {
    const Room room;
    for (const char* name : {"in/a", "in/x/a", "in/y/a", "in/a-2", "one/b"})
        (void)room.submission(std::string(name) + ".biaokao", room.header({"words"}));
    (void)room.write("in/broken.biaokao", "");
    const auto pages = [&](const std::string& in, const char* jobs) {
        const std::string out = room.folder / ("pages-" + in + jobs);
        (void)run_program(
            {"grade", room.pack_path, room.folder / in, "--format", "html", "--out", out, "--jobs", jobs});
        std::string names;
        const auto files = room.files->list(out);
        for (const FileInfo& file : files.value()) names += file.name + " ";
        return names;
    };
    // The second "a" finds "a-2" taken by the file of that name.
    CHECK(pages("in", "1") == "a-2.html a-3.html a-4.html a.html ");
    CHECK(pages("in", "7") == pages("in", "1"));
    CHECK(pages("one", "2") == "b.html ");
    CHECK(run_program({"grade", room.pack_path, room.folder / "one", "--format", "html"}).exit_code == 2);
}

TEST_CASE("grade --out: a place that cannot be written is told before anything is scored") {
    const Room room;
    const std::string good = room.submission("good.biaokao", room.header({"words"}));
    const Ran ran = run_program({"grade", room.pack_path, good, "--out", room.folder / "nowhere/x.json"});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(room.folder / "nowhere/x.json: ") == 0);
}

TEST_CASE("grade --out: a disk that is full at any moment leaves the old file or none, and nothing beside it") {
    for (const bool has_old : {false, true}) {
        for (int failing = 1; failing <= 5; ++failing) { // three pieces, the sync, the new name
            CAPTURE(failing);
            test::FakeFiles files;
            files.put("/out/notes", "");
            if (has_old) files.put("/out/sheets", "old");
            files.fail_write(failing, 2);
            {
                std::ostringstream unused;
                auto output = cli::GradeOutput::open(files, unused, "/out/sheets").value();
                bool good = true;
                cli::grade_in_order(
                    3, 2,
                    [](std::size_t i) {
                        return cli::Graded{"sheet " + std::to_string(i), {}};
                    },
                    [&](const cli::Graded& graded) { return good = output.add(graded.form).has_value(); });
                CHECK(good == (failing > 3));
                if (good) CHECK_FALSE(output.finish().has_value());
            }
            CHECK(files.list("/out").value().size() == (has_old ? 2 : 1));
            if (has_old) CHECK(files.read("/out/sheets").value() == "old");
        }
    }
    test::FakeFiles files;
    std::ostringstream unused;
    auto output = cli::GradeOutput::open(files, unused, "/out/sheets").value();
    REQUIRE(output.add("one\n").has_value());
    CHECK_FALSE(files.exists("/out/sheets"));
    REQUIRE(output.add("two\n").has_value());
    REQUIRE(output.finish().has_value());
    CHECK(files.synced("/out/sheets") == "one\ntwo\n");
}

TEST_CASE("grade: standard output that takes no more is an error") {
    std::ostringstream broken;
    test::FakeFiles files;
    auto output = cli::GradeOutput::open(files, broken, "").value();
    CHECK(output.add("a").has_value());
    broken.setstate(std::ios::badbit);
    CHECK(output.add("b").error().code == "error.output_lost");
    CHECK(broken.str() == "a");
}

TEST_CASE("grade in order: results are taken in order, one at a time, and few wait however slow the first is") {
    constexpr std::size_t count = 2000;
    for (const int jobs : {1, 2, 7}) {
        CAPTURE(jobs);
        std::atomic<std::size_t> begun = 0;
        std::atomic<int> taking = 0;
        std::size_t taken = 0, most_ahead = 0;
        bool in_order = true;
        cli::grade_in_order(
            count, jobs,
            [&](std::size_t i) {
                ++begun;
                if (i % 500 == 0) std::this_thread::yield();
                return cli::Graded{std::to_string(i), {}};
            },
            [&](const cli::Graded& graded) {
                in_order = in_order && ++taking == 1 && graded.form == std::to_string(taken);
                most_ahead = std::max(most_ahead, begun - taken);
                ++taken;
                --taking;
                return true;
            });
        CHECK(taken == count);
        CHECK(in_order);
        CHECK(most_ahead <= 16 * static_cast<std::size_t>(jobs));
    }
}

TEST_CASE("grade in order: once a result is not taken, no other is, and soon nothing is begun") {
    std::atomic<std::size_t> begun = 0;
    std::size_t taken = 0;
    cli::grade_in_order(
        100'000, 2,
        [&](std::size_t) {
            ++begun;
            return cli::Graded{};
        },
        [&](const cli::Graded&) { return ++taken < 10; });
    CHECK(taken == 10);
    CHECK(begun < 100);
}

} // namespace
} // namespace biaokao
