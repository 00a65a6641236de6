#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/support/scored_pack.h"
#include "tests/unit/cli/grading_room.h"
#include "tests/unit/cli/run_program.h"

namespace biaokao {
namespace {

using test::json_lines;
using test::Ran;
using test::run_program;
using Room = test::GradingRoom;

TEST_CASE("grade: a submission is replayed and scored, a drill of some questions against its own maximum") {
    const Room room;
    const std::string whole = room.submission("whole.biaokao", room.header({"boxes", "words", "calls"}));
    const std::string part = room.submission("part.biaokao", room.header({"words"}));
    const Ran ran = run_program({"grade", room.pack_path, whole, part, "--format", "json"});
    CHECK(ran.exit_code == 0);
    CHECK(std::count(ran.err.begin(), ran.err.end(), '\n') == 1); // the totals; no bar, for this is no terminal
    CHECK(ran.err.find('\r') == std::string::npos);
    const auto sheets = json_lines(ran.out);
    REQUIRE(sheets.size() == 2);
    CHECK(*sheets[0].find("total") == Json(10.0));
    CHECK(*sheets[0].find("passed") == Json(true));
    CHECK(*sheets[0].find("candidate")->find("ticket") == Json("0042"));
    CHECK(*sheets[1].find("max") == Json(2.5));
    CHECK(sheets[1].find("questions")->array()->size() == 1);
}

TEST_CASE("grade: a bad submission is told in its place, the others go on, and the exit code is 1") {
    const Room room;
    const std::string good = room.submission("good.biaokao", room.header({"words"}));
    JournalHeader other = room.header({"words"});
    other.pack_id = "00000000-0000-4000-8000-000000000000";
    const std::string foreign = room.submission("foreign.biaokao", other);
    other = room.header({"words"});
    other.pack_hash = std::string(64, 'b');
    const std::string changed = room.submission("changed.biaokao", other);
    std::string bytes = room.read("good.biaokao");
    bytes[bytes.find("drill")] = 'D';
    const std::string forged = room.write("forged.biaokao", bytes);
    const Ran ran = run_program({"grade", room.pack_path, foreign, good, changed, forged,
                                 room.folder / "absent.biaokao", "--format", "json", "--lang", "en"});
    CHECK(ran.exit_code == 1);
    const auto sheets = json_lines(ran.out);
    REQUIRE(sheets.size() == 5);
    const auto code = [&](std::size_t i) { return *sheets[i].find("error")->find("code")->string(); };
    CHECK(*sheets[0].find("submission") == Json(foreign));
    CHECK(code(0) == "error.foreign_pack");
    CHECK(*sheets[1].find("total") == Json(2.5));
    CHECK(code(2) == "error.foreign_pack_content");
    CHECK(code(3).starts_with("error.journal"));
    CHECK(code(4) == "error.file_missing");
    CHECK(ran.err.find("another pack") != std::string::npos);
}

TEST_CASE("grade: what happened counts where a submission recorded it; a file of answers has no record") {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/form.json:/checks/M1",
             parse_json(R"({"check": "event", "path": "/items/sheet/attributes/status"})", "check").value());
    const Room room(pack);
    const std::string submission = room.submission("form.biaokao", room.header({"form"}));
    const Json answers = Json::Object{{"form", json_from_answer(test::perfect_answer(*room.pack, "form"))}};
    const std::string file = room.write("answers.json", dump_json(answers));
    const auto status_of = [&](std::vector<std::string> work) {
        std::vector<std::string> line{"grade", room.pack_path, "--format", "json"};
        line.insert(line.end(), work.begin(), work.end());
        const auto sheets = json_lines(run_program(line).out);
        REQUIRE(sheets.size() == 1);
        for (const Json& question : *sheets[0].find("questions")->array()) {
            if (*question.find("id") != Json("form")) continue;
            for (const Json& item : *question.find("items")->array())
                if (*item.find("id") == Json("M1")) return *item.find("status")->string();
        }
        return std::string("absent");
    };
    CHECK(status_of({submission}) == "earned");
    CHECK(status_of({"--answers", file}) == "not_graded");
}

TEST_CASE("grade --answers: an absent question is untouched, an unknown one or a foreign label is an error") {
    const Room room;
    const Json answers(Json::Object{{"words", json_from_answer(test::perfect_answer(*room.pack, "words"))}});
    const std::string good = room.write("answers.json", dump_json(answers));
    const Ran ran = run_program({"grade", room.pack_path, "--answers", good, "--format", "json"});
    CHECK(ran.exit_code == 0);
    const auto sheets = json_lines(ran.out);
    REQUIRE(sheets.size() == 1);
    CHECK(*sheets[0].find("total") == Json(2.5));
    CHECK(*sheets[0].find("max") == Json(10.0));

    const std::string unknown = room.write("unknown.json", R"({"nothing": {}})");
    const Ran refused = run_program({"--lang", "en", "grade", room.pack_path, "--answers", unknown});
    CHECK(refused.exit_code == 1);
    CHECK(refused.out.empty());
    CHECK(refused.err.find(unknown + ":/nothing: ") == 0);
    const std::string label =
        room.write("label.json", R"({"words": {"objects": {"o1": {"item": "d2", "label": "XXX", "span": [0, 1]}}}})");
    CHECK(run_program({"grade", room.pack_path, "--answers", label}).exit_code == 1);
}

TEST_CASE("grade --out: one file, or a folder of pages whose names never overwrite one another") {
    const Room room;
    const std::string a = room.submission("same.biaokao", room.header({"words"}));
    const std::string b = room.submission("other/same.biaokao", room.header({"words"}));
    CHECK(
        run_program({"grade", room.pack_path, a, b, "--format", "csv", "--out", room.folder / "all.csv"}).out.empty());
    const std::string table = room.read("all.csv");
    CHECK(std::count(table.begin(), table.end(), '\n') == 1 + 5 + 5);
    const Ran ran = run_program({"grade", room.pack_path, a, b, "--format", "html", "--out", room.folder / "pages"});
    CHECK(ran.exit_code == 0);
    for (const char* page : {"pages/same.html", "pages/same-2.html"})
        CHECK(room.read(page).find("</html>") != std::string::npos);
}

TEST_CASE("grade: a pack without its key cannot score, and says so") {
    const Room room;
    std::filesystem::remove_all(room.pack_path + "/key");
    const std::string submission = room.submission("a.biaokao", room.header({"words"}));
    const Ran ran = run_program({"--lang", "en", "grade", room.pack_path, submission});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK_FALSE(ran.err.empty());
}

TEST_CASE("show: every line of the journal in words, and the receipt") {
    const Room room;
    const std::string submission = room.submission("a.biaokao", room.header({"words"}));
    const Ran ran = run_program({"--lang", "en", "show", submission});
    CHECK(ran.exit_code == 0);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 6); // create, start, two edits, submit; receipt
    CHECK(ran.out.find("receipt ") != std::string::npos);
    CHECK(ran.out.find("session.show") == std::string::npos);
}

} // namespace
} // namespace biaokao
