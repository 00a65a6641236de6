#include "engine/pack/pack_files.h"

#include <utility>

namespace biaokao {

namespace {

class FilesWithoutKey final : public PackFiles {
public:
    explicit FilesWithoutKey(std::shared_ptr<const PackFiles> files) : files_(std::move(files)) {
        for (const auto& [path, size] : files_->sizes())
            if (!path.starts_with("key/")) sizes_[path] = size;
    }
    Result<std::string> read(const std::string& path) const override {
        if (!sizes_.contains(path)) return fail("error.pack_file_missing", path);
        return files_->read(path);
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    const std::string& location() const override { return files_->location(); }

private:
    std::shared_ptr<const PackFiles> files_;
    std::map<std::string, std::uint64_t> sizes_;
};

} // namespace

std::shared_ptr<const PackFiles> without_key(std::shared_ptr<const PackFiles> files) {
    return std::make_shared<FilesWithoutKey>(std::move(files));
}

OpenedPack open_pack_files(const Files& files, const std::string& path) {
    const auto info = files.info(path);
    if (info && (info->is_folder || (info->is_link && files.list(path)))) return open_pack_folder(files, path);
    auto bytes = info ? files.read(path, max_pack_bytes) : Result<std::string>(tl::unexpected(info.error()));
    if (bytes) return open_pack_zip(std::move(*bytes), path);
    OpenedPack nothing;
    nothing.problems.add(bytes.error());
    return nothing;
}

} // namespace biaokao
