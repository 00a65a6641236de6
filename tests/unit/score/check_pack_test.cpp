#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "engine/score/check_pack.h"
#include "graders/graders.h"
#include "tests/support/program_rows.h"
#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

PackCheck checked(const SmallPack& pack) { return check_pack(pack.open(), program_rows(), all_graders()); }

} // namespace

TEST_CASE("check_pack: a sound pack has no problem, with and without its key") {
    SmallPack pack;
    const PackCheck practice = checked(pack);
    CHECK_MESSAGE(practice.problems.empty(), shown(practice.problems));
    REQUIRE(practice.pack);
    CHECK(practice.pack->samples.size() == 2);
    for (const auto& [path, bytes] : pack.files())
        if (path.starts_with("key/")) pack.remove(path);
    const PackCheck candidate = checked(pack);
    CHECK_MESSAGE(candidate.problems.empty(), shown(candidate.problems));
    CHECK_FALSE(candidate.pack->has_key);
}

TEST_CASE("check_pack: a sample whose points differ from its expectation is named with its item") {
    SmallPack pack;
    pack.set("key/samples/perfect.json:/expect/boxes/M1", 0);
    const PackCheck check = checked(pack);
    REQUIRE(check.problems.errors.size() == 1);
    CHECK(check.problems.errors.front().where == "key/samples/perfect.json:/expect/boxes/M1");
    CHECK(check.pack);
}

TEST_CASE("check_pack: what the grader does not know is a problem at the check, and samples wait until it is mended") {
    for (const char* place : {"key/boxes.json:/checks/M1/check", "key/words.json:/checks/M2/check"}) {
        SmallPack pack;
        pack.set(place, "magic").set("key/samples/perfect.json:/expect/boxes/M1", 0);
        const PackCheck check = checked(pack);
        REQUIRE_MESSAGE(check.problems.errors.size() == 1, shown(check.problems));
        CHECK(check.problems.errors.front().where == place);
    }
    SmallPack setting;
    setting.set("key/boxes.json:/checks/M2/iuo_min", 0.9);
    const PackCheck check = checked(setting);
    REQUIRE_MESSAGE(check.problems.errors.size() == 1, shown(check.problems));
    CHECK(check.problems.errors.front().where == "key/boxes.json:/checks/M2/iuo_min");
}

TEST_CASE("check_pack: a pack that does not load gives the loader's problems") {
    SmallPack pack;
    pack.set("questions/boxes.json:/points", 4.5);
    const PackCheck check = checked(pack);
    CHECK_FALSE(check.pack);
    CHECK(has_problem(check.problems, "error.rubric_sum", "questions/boxes.json:/points"));
}

TEST_CASE("check_pack: the packs that ship are sound") {
    const auto disk = make_disk_files();
    const std::string folder = BIAOKAO_SOURCE_DIR "/tasks/packs";
    const auto packs = disk->list(folder);
    REQUIRE(packs.has_value());
    CHECK_FALSE(packs->empty());
    for (const FileInfo& pack : *packs) {
        CAPTURE(pack.name);
        const PackCheck check =
            check_pack(open_pack_files(*disk, folder + "/" + pack.name), program_rows(), all_graders());
        CHECK_MESSAGE(check.problems.empty(), shown(check.problems));
    }
}
