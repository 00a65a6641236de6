#include <doctest/doctest.h>

#include <filesystem>

#include <unistd.h>

#include "engine/base/files.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;

TEST_CASE("disk: replace writes whole files and leaves nothing beside them") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    REQUIRE(files->make_folders(folder / "a/b/c").has_value());
    REQUIRE(files->make_folders(folder / "a/b/c").has_value());
    REQUIRE(files->replace(folder / "a/b/c/x", "one").has_value());
    REQUIRE(files->replace(folder / "a/b/c/x", std::string("t\0o", 3)).has_value());
    CHECK(files->read(folder / "a/b/c/x").value() == std::string("t\0o", 3));
    CHECK(files->list(folder / "a/b/c").value().size() == 1);
    CHECK(files->replace(folder / "nowhere/x", "one").error().code == "error.file_unwritable");
}

TEST_CASE("disk: reading tells missing, unreadable and too large apart") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    REQUIRE(files->replace(folder / "x", "12345").has_value());
    CHECK(files->read(folder / "gone").error().code == "error.file_missing");
    CHECK(files->read(folder / "x/y").error().code == "error.file_missing");
    CHECK(files->read(folder.path()).error().code == "error.file_unreadable");
    CHECK(files->read(folder / "x", 4).error().code == "error.file_too_large");
    CHECK(files->read(folder / "x", 5).value() == "12345");
}

TEST_CASE("disk: list is sorted and names links for what they are") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    for (const char* name : {"b", "a", "C"}) REQUIRE(files->replace(folder / name, "1").has_value());
    REQUIRE(files->make_folders(folder / "d").has_value());
    std::filesystem::create_symlink("a", folder / "e");
    const auto entries = files->list(folder.path()).value();
    std::string names;
    for (const FileInfo& entry : entries) names += entry.name;
    CHECK(names == "Cabde");
    CHECK(entries[3].is_folder);
    CHECK(entries[4].is_link);
    CHECK(files->list(folder / "none").error().code == "error.file_missing");
}

TEST_CASE("disk: an append file grows, is cut, and goes on at its end") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    auto file = files->open_append(folder / "log").value();
    REQUIRE(file->append("one\ntwo\n").has_value());
    REQUIRE(file->sync().has_value());
    REQUIRE(file->truncate(4).has_value());
    REQUIRE(file->append("three\n").has_value());
    CHECK(files->read(folder / "log").value() == "one\nthree\n");
    auto again = files->open_append(folder / "log").value();
    REQUIRE(again->append("four\n").has_value());
    CHECK(files->read(folder / "log").value() == "one\nthree\nfour\n");
}

TEST_CASE("disk: one lock at a time, also inside one process, and it is free again afterwards") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    auto held = files->lock(folder / "lock");
    REQUIRE(held.has_value());
    CHECK(files->lock(folder / "lock").error().code == "error.session_in_use");
    held->reset();
    CHECK(files->lock(folder / "lock").has_value());
}

TEST_CASE("disk: a folder without permission says so in words") {
    if (::geteuid() == 0) return; // root may write everywhere
    const test::TempFolder folder;
    const auto files = make_disk_files();
    std::filesystem::permissions(folder.path(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    CHECK(files->replace(folder / "x", "1").error().args.front().second == "@error.reason.no_permission");
    std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}
