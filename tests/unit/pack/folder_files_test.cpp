#include <doctest/doctest.h>

#include <filesystem>

#include <sys/stat.h>

#include "engine/base/files.h"
#include "engine/pack/pack_files.h"
#include "tests/support/program_rows.h"
#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"
#include "tests/support/temp_folder.h"
#include "tests/support/tiny_zip.h"

using namespace biaokao;
using namespace biaokao::test;

TEST_CASE("load_pack: a folder, a link to it and its zip are one pack") {
    const TempFolder temp;
    const auto disk = make_disk_files();
    const SmallPack small;
    small.write_to(*disk, temp / "pack");
    std::filesystem::create_directory_symlink(temp / "pack", temp / "link");
    REQUIRE(disk->replace(temp / "pack.zip", zip_of(small.files())).has_value());
    PackOptions options = program_rows();
    options.read_key = true;
    for (const char* name : {"pack", "link", "pack.zip"}) {
        CAPTURE(std::string(name));
        const auto pack = load_pack(*disk, temp / name, options);
        REQUIRE_MESSAGE(pack.has_value(), shown(pack.error()));
        CHECK((*pack)->hash == small.load()->hash);
        CHECK((*pack)->keys.size() == 3);
    }
}

TEST_CASE("open_pack_folder: links, hidden files, odd names and twins are refused; nothing is read through them") {
    const TempFolder temp;
    const auto disk = make_disk_files();
    SmallPack().write_to(*disk, temp.path());
    std::filesystem::create_symlink("/etc/passwd", temp / "media/passwd.txt");
    std::filesystem::create_directory_symlink("/etc", temp / "media/etc");
    REQUIRE(disk->replace(temp / ".DS_Store", "x").has_value());
    REQUIRE(disk->replace(temp / "media/照片.png", "x").has_value());
    REQUIRE(disk->replace(temp / "media/Yard.png", "x").has_value());
    const auto opened = open_pack_files(*disk, temp.path());
    CHECK(has_problem(opened.problems, "error.pack_link", "media/passwd.txt"));
    CHECK(has_problem(opened.problems, "error.pack_link", "media/etc"));
    CHECK(has_problem(opened.problems, "error.pack_name", ".DS_Store"));
    CHECK(has_problem(opened.problems, "error.pack_name", "media/??????.png"));
    CHECK(has_problem(opened.problems, "error.pack_case_twin", "media/yard.png"));
    CHECK_MESSAGE(opened.problems.errors.size() == 5, shown(opened.problems));
    CHECK(opened.files->read("media/passwd.txt").error().code == "error.pack_file_missing");
    CHECK(opened.files->read("../pack.json").error().code == "error.pack_file_missing");
    CHECK(opened.files->read("media/notes.txt").has_value());
}

TEST_CASE("load_pack: a pipe in a pack does not hold the loader, a file that went away is named") {
    const TempFolder temp;
    const auto disk = make_disk_files();
    SmallPack().write_to(*disk, temp.path());
    std::filesystem::remove(temp / "media/notes.txt");
    REQUIRE(::mkfifo((temp / "media/notes.txt").c_str(), 0600) == 0);
    const auto pack = load_pack(*disk, temp.path(), program_rows());
    REQUIRE_FALSE(pack.has_value());
    CHECK_MESSAGE(has_problem(pack.error(), "error.file_unreadable", "media/notes.txt"), shown(pack.error()));
    const auto opened = open_pack_files(*disk, temp.path());
    std::filesystem::remove(temp / "pack.json");
    CHECK(opened.files->read("pack.json").error().code == "error.file_missing");
    CHECK(opened.files->read("pack.json").error().where == "pack.json");
}

TEST_CASE("load_pack: what is no pack is told at once, by what is missing") {
    const TempFolder temp;
    const auto disk = make_disk_files();
    REQUIRE(disk->replace(temp / "holiday.png", "x").has_value());
    const auto folder = load_pack(*disk, temp.path(), program_rows());
    REQUIRE(folder.error().errors.size() == 1);
    CHECK(has_problem(folder.error(), "error.pack_json_missing", "pack.json"));
    CHECK(load_pack(*disk, temp / "none", program_rows()).error().errors.front().code == "error.file_missing");
    CHECK(load_pack(*disk, temp / "holiday.png", program_rows()).error().errors.front().code ==
          "error.pack_zip_unreadable");
}
