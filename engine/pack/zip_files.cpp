// A pack that is a zip; the only file that knows libzip. Whatever the archive says of itself may be a lie: names,
// sizes, kinds. Declared sizes are summed before anything is unpacked, and no entry gives more than it declared.
#include "engine/pack/pack_files.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <zip.h>

#include "engine/pack/pack_listing.h"

namespace biaokao {

namespace {

using ZipHandle = std::unique_ptr<zip_t, decltype(&zip_discard)>;

struct ZipEntry {
    std::string path;
    zip_uint64_t index = 0;
};

class ZipFiles final : public PackFiles {
public:
    ZipFiles(std::string location, std::string bytes) : location_(std::move(location)), bytes_(std::move(bytes)) {}

    // Both return whether the archive may be read.
    bool open(Problems& problems);
    bool list(Problems& problems);
    Result<std::string> read(const std::string& path) const override;
    const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    const std::string& location() const override { return location_; }

private:
    std::vector<ZipEntry> entries(PackListing& listing) const;

    std::string location_;
    std::string bytes_; // libzip reads from here
    ZipHandle zip_{nullptr, &zip_discard};
    mutable std::mutex mutex_; // a zip_t serves one thread at a time, reads come from workers
    std::map<std::string, std::uint64_t> sizes_;
    std::map<std::string, zip_uint64_t> index_of_;
};

bool ZipFiles::open(Problems& problems) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    if (source) zip_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!zip_) {
        problems.add("error.pack_zip_unreadable", "", {{"reason", zip_error_strerror(&error)}});
        if (source) zip_source_free(source);
    }
    zip_error_fini(&error);
    return zip_ != nullptr;
}

// In the upper half of the attributes Unix programs keep the mode: 0xA000 is a link, 0x8000 a file, 0x4000 a folder.
bool is_plain(zip_t* zip, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0) return false;
    const zip_uint32_t kind = (attributes >> 16) & 0xF000;
    return system != ZIP_OPSYS_UNIX || kind == 0 || kind == 0x8000 || kind == 0x4000;
}

// The one folder that all entries stand below, with its slash, when pack.json stands there and not at the root.
std::string common_folder(const std::vector<ZipEntry>& entries) {
    if (entries.empty()) return "";
    const std::string name = entries.front().path.substr(0, entries.front().path.find('/'));
    const std::string folder = name + "/";
    if (!is_pack_name(name)) return ""; // "../" is no folder to look into
    const auto is_below = [&](const ZipEntry& entry) { return entry.path.starts_with(folder); };
    const auto is_pack = [&](const ZipEntry& entry) { return entry.path == folder + "pack.json"; };
    const bool is_common = std::all_of(entries.begin(), entries.end(), is_below);
    return is_common && std::any_of(entries.begin(), entries.end(), is_pack) ? folder : "";
}

std::vector<ZipEntry> ZipFiles::entries(PackListing& listing) const {
    std::vector<ZipEntry> entries;
    const auto count = static_cast<zip_uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(zip_.get(), 0), 0));
    // One above the limit is enough to know that there are too many.
    for (zip_uint64_t index = 0; index < std::min<zip_uint64_t>(count, max_pack_files + 1); ++index) {
        const char* name = zip_get_name(zip_.get(), index, ZIP_FL_ENC_RAW);
        if (name) entries.push_back({name, index});
        else listing.complain("error.pack_zip_unreadable", "", {{"reason", zip_strerror(zip_.get())}});
    }
    return entries;
}

bool ZipFiles::list(Problems& problems) {
    PackListing listing;
    const auto all = entries(listing);
    const std::string folder = common_folder(all);
    for (const auto& [full_path, index] : all) {
        const std::string path = full_path.substr(folder.size());
        zip_stat_t stat;
        if (path.empty()) continue; // the common folder itself
        if (zip_stat_index(zip_.get(), index, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE))
            listing.complain("error.pack_zip_unreadable", path, {{"reason", zip_strerror(zip_.get())}});
        else if (!is_plain(zip_.get(), index)) listing.complain("error.pack_link", path);
        else if (path.ends_with('/')) listing.add_folder(path.substr(0, path.size() - 1));
        else if (stat.encryption_method != ZIP_EM_NONE) listing.complain("error.pack_zip_encrypted", path);
        else if (!zip_compression_method_supported(stat.comp_method, 0))
            listing.complain("error.pack_zip_method", path);
        else if (listing.add_file(path, stat.size)) index_of_[path] = index;
    }
    sizes_ = listing.sizes();
    problems = listing.finish();
    return listing.is_within_limits();
}

Result<std::string> ZipFiles::read(const std::string& path) const {
    const auto entry = index_of_.find(path);
    if (entry == index_of_.end()) return fail("error.pack_file_missing", path);
    const std::lock_guard lock(mutex_);
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(zip_.get(), entry->second, 0),
                                                                  &zip_fclose);
    if (!file) return fail("error.pack_zip_unreadable", path, {{"reason", zip_strerror(zip_.get())}});
    // Grows as bytes come, so that an entry that only claims its size takes no memory.
    std::string bytes;
    const std::uint64_t size = sizes_.at(path);
    for (constexpr std::uint64_t block = 1u << 20;;) {
        const std::size_t filled = bytes.size();
        bytes.resize(filled + static_cast<std::size_t>(std::min(block, size - filled + 1)));
        const zip_int64_t count = zip_fread(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0) {
            const char* reason = zip_error_strerror(zip_file_get_error(file.get()));
            return fail("error.pack_zip_unreadable", path, {{"reason", reason}});
        }
        bytes.resize(filled + static_cast<std::size_t>(count));
        if (count == 0) break;
        if (bytes.size() > size) return fail("error.pack_zip_size", path, {{"declared", std::to_string(size)}});
    }
    if (bytes.size() != size) return fail("error.pack_zip_size", path, {{"declared", std::to_string(size)}});
    return bytes;
}

} // namespace

OpenedPack open_pack_zip(std::string bytes, const std::string& location) {
    OpenedPack opened;
    auto files = std::make_shared<ZipFiles>(location, std::move(bytes));
    if (files->open(opened.problems) && files->list(opened.problems)) opened.files = std::move(files);
    return opened;
}

} // namespace biaokao
