// The rules that every path of a pack keeps, whatever the pack is stored in.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/pack/pack_files.h"

namespace biaokao {

// [A-Za-z0-9_][A-Za-z0-9_.-]{0,254}: no blanks, no letters that two systems write differently, no hidden files.
[[nodiscard]] bool is_pack_name(std::string_view name);

// Collects the files and folders of a pack and the problems of their paths.
class PackListing {
public:
    // `path` may be anything a stranger wrote. Only good paths are taken into sizes(). Both return whether it was.
    bool add_file(const std::string& path, std::uint64_t size_in_bytes);
    bool add_folder(const std::string& path);
    void complain(std::string code, const std::string& where,
                  std::vector<std::pair<std::string, std::string>> args = {});

    [[nodiscard]] bool has_too_many() const; // more files than a pack may hold: stop listing
    [[nodiscard]] bool is_within_limits() const { return !has_too_many() && bytes_ <= max_pack_bytes; }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& sizes() const { return sizes_; }
    // All problems, those of the whole (count, bytes) last.
    [[nodiscard]] Problems finish();

private:
    struct Entry {
        std::string path; // as first written
        bool is_folder = false;
    };
    bool add(const std::string& path, bool is_folder);
    bool note(const std::string& path, const std::string& prefix, bool is_folder);

    std::map<std::string, std::uint64_t> sizes_;
    std::map<std::string, Entry> by_folded_path_; // letters in lower case
    std::uint64_t bytes_ = 0;
    std::size_t count_ = 0;
    Problems problems_;
};

} // namespace biaokao
