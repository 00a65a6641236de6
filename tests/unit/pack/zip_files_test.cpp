#include <doctest/doctest.h>

#include <functional>
#include <thread>

#include "engine/pack/pack_files.h"
#include "tests/support/program_rows.h"
#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"
#include "tests/support/tiny_zip.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// An archive with one sound member and these.
OpenedPack opened_with(std::vector<ZipMember> members) {
    members.insert(members.begin(), ZipMember{.name = "pack.json", .bytes = "{}"});
    return open_pack_zip(zip_bytes(members), "hostile.zip");
}

} // namespace

TEST_CASE("open_pack_zip: stored, deflated or below one folder, a zip is the same pack as its folder") {
    const SmallPack small;
    PackOptions options = program_rows();
    options.read_key = true;
    options.read_samples = true;
    for (const bool is_deflated : {false, true}) {
        for (const std::string folder : {"", "small-pack/"}) {
            CAPTURE(folder);
            const auto pack = load_pack(open_pack_zip(zip_of(small.files(), folder, is_deflated), "a.zip"), options);
            REQUIRE_MESSAGE(pack.has_value(), shown(pack.error()));
            CHECK((*pack)->hash == small.load()->hash);
            CHECK((*pack)->samples.size() == 2);
            CHECK((*pack)->files->location() == "a.zip");
            CHECK((*pack)->files->read("media/notes.txt").value() == small.files().at("media/notes.txt"));
        }
    }
}

TEST_CASE("open_pack_zip: each hostile name is refused with its own words, and the rest is still listed") {
    struct Row {
        const char* code;
        const char* name;
    };
    const Row rows[] = {{"error.pack_name", "../pack.json"},
                        {"error.pack_name", "media/../../x.png"},
                        {"error.pack_name", "/etc/passwd"},
                        {"error.pack_name", "media//a.png"},
                        {"error.pack_name", "media\\a.png"},
                        {"error.pack_name", "C:/a.png"},
                        {"error.pack_name", "media/./a.png"},
                        {"error.pack_name", ".hidden"},
                        {"error.pack_name", "media/a b.png"},
                        {"error.pack_name", "media/a.png."},
                        {"error.pack_name", "media/con.png"},
                        {"error.pack_name", "COM1"},
                        {"error.pack_name", "-rf"},
                        {"error.pack_case_twin", "Pack.json"},
                        {"error.pack_twice", "pack.json"},
                        {"error.pack_twice", "pack.json/a.png"},
                        {"error.pack_depth", "a/b/c/d/e/f/g/h/i"}};
    for (const Row& row : rows) {
        CAPTURE(std::string(row.name));
        const auto opened = opened_with({{.name = row.name, .bytes = "x"}, {.name = "media/b.txt", .bytes = "b"}});
        REQUIRE(opened.problems.errors.size() == 1);
        CHECK_MESSAGE(has_problem(opened.problems, row.code, row.name), shown(opened.problems));
        REQUIRE(opened.files);
        CHECK(opened.files->sizes().size() == 2);
        CHECK(opened.files->read("media/b.txt").value() == "b");
        CHECK(opened.files->read("pack.json").value() == "{}");
    }
}

TEST_CASE("open_pack_zip: folders that differ only in case, and names that print nothing, are refused") {
    const auto twins = opened_with({{.name = "media/a.txt", .bytes = "a"}, {.name = "Media/b.txt", .bytes = "b"}});
    CHECK_MESSAGE(has_problem(twins.problems, "error.pack_case_twin", "Media/b.txt"), shown(twins.problems));
    const auto control = opened_with({{.name = "media/a\x1B[2J\xFF.txt", .bytes = "a"}});
    CHECK_MESSAGE(has_problem(control.problems, "error.pack_name", "media/a?[2J?.txt"), shown(control.problems));
    const auto dots = open_pack_zip(zip_of({{"pack.json", "{}"}}, "../"), "a.zip");
    CHECK_MESSAGE(has_problem(dots.problems, "error.pack_name", "../pack.json"), shown(dots.problems));
    CHECK(dots.files->sizes().empty());
}

TEST_CASE("open_pack_zip: links, encrypted members and unknown methods are refused") {
    const auto opened = opened_with({{.name = "media/link.png", .bytes = "/etc/passwd", .unix_mode = 0120777},
                                     {.name = "media/device.png", .bytes = "", .unix_mode = 0020666},
                                     {.name = "media/locked.png", .bytes = "x", .is_encrypted = true},
                                     {.name = "media/odd.png", .bytes = "x", .method = 97}});
    CHECK(has_problem(opened.problems, "error.pack_link", "media/link.png"));
    CHECK(has_problem(opened.problems, "error.pack_link", "media/device.png"));
    CHECK(has_problem(opened.problems, "error.pack_zip_encrypted", "media/locked.png"));
    CHECK(has_problem(opened.problems, "error.pack_zip_method", "media/odd.png"));
    CHECK_MESSAGE(opened.problems.errors.size() == 4, shown(opened.problems));
    CHECK(opened.files->sizes().size() == 1);
}

TEST_CASE("open_pack_zip: a bomb is refused by what it declares, and by what it holds where it lies") {
    const auto declared =
        opened_with({{.name = "media/a.txt", .bytes = "x", .is_deflated = true, .declared_size = 300u << 20},
                     {.name = "media/b.txt", .bytes = "x", .is_deflated = true, .declared_size = 300u << 20}});
    CHECK_FALSE(declared.files);
    CHECK_MESSAGE(has_problem(declared.problems, "error.pack_too_large", ""), shown(declared.problems));

    const std::string much(5u << 20, 'x');
    const auto lying =
        opened_with({{.name = "media/a.txt", .bytes = much, .is_deflated = true, .declared_size = 10},
                     {.name = "media/b.txt", .bytes = "x", .is_deflated = true, .declared_size = 400u << 20}});
    REQUIRE(lying.files);
    CHECK(lying.files->read("media/a.txt").error().code == "error.pack_zip_size");
    CHECK(lying.files->read("media/a.txt").error().where == "media/a.txt");
    CHECK_FALSE(lying.files->read("media/b.txt").has_value()); // and no 400 MB were taken for one byte
}

TEST_CASE("open_pack_zip: more than ten thousand members, folders included, are refused") {
    std::vector<ZipMember> members;
    for (int i = 0; i < 10'000; ++i) members.push_back({.name = "media/d" + std::to_string(i) + "/", .bytes = ""});
    const auto opened = opened_with(members);
    CHECK_FALSE(opened.files);
    CHECK_MESSAGE(has_problem(opened.problems, "error.pack_too_many_files", ""), shown(opened.problems));
    members.resize(9'999);
    CHECK(opened_with(members).problems.empty());
}

TEST_CASE("open_pack_zip: what is no zip, and a zip cut or changed anywhere, gives problems and never more") {
    for (const std::string bytes : {"PK", "no zip", "PK\3\4"}) {
        const auto opened = open_pack_zip(bytes, "a.zip");
        CHECK_FALSE(opened.files);
        REQUIRE(opened.problems.errors.size() == 1);
        CHECK(opened.problems.errors.front().code == "error.pack_zip_unreadable");
    }
    const std::string archive = zip_of({{"pack.json", "{\"format\": 1}"}, {"questions/a.json", "{}"}}, "", true);
    for (std::size_t size = 0; size < archive.size(); ++size)
        CHECK_FALSE(load_pack(open_pack_zip(archive.substr(0, size), "cut.zip"), program_rows()).has_value());
    for (std::size_t at = 0; at < archive.size(); ++at) {
        std::string changed = archive;
        changed[at] = static_cast<char>(changed[at] ^ 0x55);
        const auto opened = open_pack_zip(changed, "changed.zip");
        if (!opened.files) continue;
        for (const auto& [path, size] : opened.files->sizes())
            if (const auto bytes = opened.files->read(path)) CHECK(bytes->size() == size);
    }
}

TEST_CASE("open_pack_zip: workers may read at the same time") {
    const SmallPack small;
    const auto opened = open_pack_zip(zip_of(small.files(), "", true), "a.zip");
    REQUIRE(opened.files);
    const std::string expected = small.files().at("media/call.wav");
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> workers;
    for (std::size_t i = 0; i < wrong.size(); ++i)
        workers.emplace_back([&, i] {
            for (int round = 0; round < 20; ++round) {
                const auto bytes = opened.files->read("media/call.wav");
                wrong[i] += !bytes || *bytes != expected;
            }
        });
    for (std::thread& worker : workers) worker.join();
    CHECK(wrong == std::vector<int>(4, 0));
}
