// Opens the bytes of a pack, a folder or a zip of it, behind one interface that lets nothing out of the pack.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "engine/base/files.h"
#include "engine/pack/pack.h"

namespace biaokao {

constexpr std::uint64_t max_pack_bytes = 512u << 20; // unpacked
constexpr std::size_t max_pack_files = 10'000;       // folders count too: an endless tree of empty ones is as bad
constexpr std::size_t max_pack_depth = 8;

struct OpenedPack {
    std::shared_ptr<const PackFiles> files; // null when nothing of it may be read: no zip, too many files or bytes
    Problems problems;                      // a path named here is not among the files
};

// `path` is a folder (a link to one is fine, links inside are not), else a zip. `files` must outlive the result.
// Every problem of the listing is reported: names outside the pattern, links, paths that leave the pack, entries that
// are encrypted or stand twice, names that differ only in case, too many files or bytes. Reads fail with
// "error.pack_file_missing" for a path that was not listed.
[[nodiscard]] OpenedPack open_pack_files(const Files& files, const std::string& path);

// The two kinds; `bytes` is a whole zip file. A zip whose entries all stand below one folder, as most programs make
// it, is read as that folder.
[[nodiscard]] OpenedPack open_pack_folder(const Files& files, const std::string& path);
[[nodiscard]] OpenedPack open_pack_zip(std::string bytes, const std::string& location);

// load_pack for bytes that are open already, or that stand nowhere but in memory.
[[nodiscard]] LoadedPack load_pack(OpenedPack opened, const PackOptions& options);

// The same pack as a candidate machine must see it: what stands below key/ is neither listed nor read.
[[nodiscard]] std::shared_ptr<const PackFiles> without_key(std::shared_ptr<const PackFiles> files);

} // namespace biaokao
