#include "engine/pack/pack_listing.h"

#include <algorithm>

namespace biaokao {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string folded(std::string path) {
    std::transform(path.begin(), path.end(), path.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return path;
}

// Some programs of Windows refuse these names, with or without an ending, and a pack must open everywhere.
bool is_reserved_on_windows(std::string_view name) {
    const std::string stem = folded(std::string(name.substr(0, name.find('.'))));
    if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '1' && stem[3] <= '9';
}

// Every path of a pack is shown in messages, and a hostile one may hold anything.
std::string printable(std::string_view path) {
    std::string shown;
    for (const char c : path.substr(0, 200)) shown += c >= 0x20 && c < 0x7F ? c : '?';
    return path.size() > 200 ? shown + "..." : shown;
}

} // namespace

bool is_pack_name(std::string_view name) {
    if (name.empty() || name.size() > 255 || name.back() == '.' || is_reserved_on_windows(name)) return false;
    if (!is_letter_or_digit(name.front()) && name.front() != '_') return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '_' || c == '.' || c == '-'; });
}

bool PackListing::add_file(const std::string& path, std::uint64_t size_in_bytes) {
    bytes_ = std::min(bytes_, max_pack_bytes + 1) + std::min(size_in_bytes, max_pack_bytes + 1);
    if (!add(path, false)) return false;
    sizes_[path] = size_in_bytes;
    return true;
}

bool PackListing::add_folder(const std::string& path) { return add(path, true); }

void PackListing::complain(std::string code, const std::string& where,
                           std::vector<std::pair<std::string, std::string>> args) {
    problems_.add(std::move(code), printable(where), std::move(args));
}

bool PackListing::has_too_many() const { return count_ > max_pack_files; }

bool PackListing::add(const std::string& path, bool is_folder) {
    ++count_;
    std::size_t depth = 0;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        if (!is_pack_name(std::string_view(path).substr(begin, end - begin))) {
            complain("error.pack_name", path);
            return false;
        }
        if (++depth > max_pack_depth) {
            complain("error.pack_depth", path, {{"max", std::to_string(max_pack_depth)}});
            return false;
        }
        const bool is_last = end == path.size();
        if (!note(path, path.substr(0, end), !is_last || is_folder)) return false;
        begin = end + 1;
    }
    return true;
}

// Remembers `path` itself or one folder on the way to it. Folders may be noted again, a file stands once.
bool PackListing::note(const std::string& path, const std::string& prefix, bool is_folder) {
    const auto [entry, is_new] = by_folded_path_.try_emplace(folded(prefix), Entry{prefix, is_folder});
    if (is_new) return true;
    if (entry->second.path != prefix) {
        complain("error.pack_case_twin", path, {{"other", entry->second.path}});
        return false;
    }
    if (entry->second.is_folder && is_folder) return true;
    complain("error.pack_twice", path);
    return false;
}

Problems PackListing::finish() {
    if (has_too_many()) complain("error.pack_too_many_files", "", {{"max", std::to_string(max_pack_files)}});
    if (bytes_ > max_pack_bytes) complain("error.pack_too_large", "", {{"max", std::to_string(max_pack_bytes >> 20)}});
    return std::move(problems_);
}

} // namespace biaokao
