// The small pack, or another, in a folder, and submissions to it, for tests of `biaokao grade`.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "engine/base/json.h"
#include "tests/support/graded.h"
#include "tests/support/session_builder.h"
#include "tests/support/temp_folder.h"

namespace biaokao::test {

struct GradingRoom {
    TempFolder folder;
    std::unique_ptr<Files> files = make_disk_files();
    std::shared_ptr<const Pack> pack;
    std::string pack_path = folder / "pack";

    explicit GradingRoom(const SmallPack& small = {}) {
        REQUIRE(files->make_folders(pack_path).has_value());
        small.write_to(*files, pack_path);
        pack = small.load();
    }
    [[nodiscard]] JournalHeader header(std::vector<std::string> questions) const {
        JournalHeader header = test::header();
        header.pack_id = pack->id;
        header.pack_version = pack->version;
        header.pack_hash = pack->hash;
        header.questions = std::move(questions);
        return header;
    }
    // A sitting in which the perfect answers of these questions were given and handed in.
    [[nodiscard]] std::string submission(const std::string& name, const JournalHeader& header) const {
        FakeClock clock;
        MemorySink sink;
        const auto session = Session::create(header, clock, sink);
        REQUIRE(session->start().has_value());
        for (const std::string& question : header.questions) {
            const Answer perfect = perfect_answer(*pack, question);
            Answer unsaved = perfect;
            for (auto& [id, item] : unsaved.items) item.saved = false;
            std::erase_if(unsaved.items, [](const auto& item) { return item.second == ItemAnswer{}; });
            REQUIRE(session->apply({"edit.draw_box", question, patch_between({}, unsaved)}).has_value());
            if (!(unsaved == perfect))
                REQUIRE(session->apply({"edit.save", question, patch_between(unsaved, perfect)}).has_value());
        }
        REQUIRE(session->submit().has_value());
        return write(name, sink.bytes);
    }
    // Folders in `name` come into being.
    [[nodiscard]] std::string write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories(std::filesystem::path(folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return folder / name;
    }
    [[nodiscard]] std::string read(const std::string& name) const { return files->read(folder / name).value(); }
};

[[nodiscard]] inline std::vector<Json> json_lines(const std::string& text) {
    std::vector<Json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(parse_json(line, "line").value());
    return lines;
}

} // namespace biaokao::test
