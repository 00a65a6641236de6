// A pack that is a folder on the disk.
#include "engine/pack/pack_files.h"

#include <utility>

#include "engine/pack/pack_listing.h"

namespace biaokao {

namespace {

class FolderFiles final : public PackFiles {
public:
    FolderFiles(const Files& files, std::string location, std::map<std::string, std::uint64_t> sizes)
        : files_(files), location_(std::move(location)), sizes_(std::move(sizes)) {}

    Result<std::string> read(const std::string& path) const override {
        if (!sizes_.contains(path)) return fail("error.pack_file_missing", path);
        auto bytes = files_.read(location_ + "/" + path, max_pack_bytes);
        if (bytes) return bytes;
        Error error = bytes.error();
        error.where = path;
        return tl::unexpected(std::move(error));
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    const std::string& location() const override { return location_; }

private:
    const Files& files_;
    std::string location_;
    std::map<std::string, std::uint64_t> sizes_;
};

void list_folder(const Files& files, const std::string& root, const std::string& below, PackListing& listing) {
    const auto entries = files.list(below.empty() ? root : root + "/" + below);
    if (!entries) return listing.complain(entries.error().code, below, entries.error().args);
    for (const FileInfo& entry : *entries) {
        if (listing.has_too_many()) return;
        const std::string path = below.empty() ? entry.name : below + "/" + entry.name;
        if (entry.is_link) listing.complain("error.pack_link", path);
        else if (!entry.is_folder) listing.add_file(path, entry.size_in_bytes);
        else if (listing.add_folder(path)) list_folder(files, root, path, listing);
    }
}

} // namespace

OpenedPack open_pack_folder(const Files& files, const std::string& path) {
    PackListing listing;
    list_folder(files, path, "", listing);
    OpenedPack opened;
    if (listing.is_within_limits()) opened.files = std::make_shared<FolderFiles>(files, path, listing.sizes());
    opened.problems = listing.finish();
    return opened;
}

} // namespace biaokao
