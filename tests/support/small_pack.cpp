#include "tests/support/small_pack.h"

#include <algorithm>
#include <utility>

#include "engine/base/hash.h"
#include "tests/support/program_rows.h"
#include "tests/support/small_pack_documents.h"
#include "tests/support/tiny_media.h"

namespace biaokao::test {

namespace {

class MemoryPackFiles final : public PackFiles {
public:
    explicit MemoryPackFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {
        for (const auto& [path, bytes] : files_) sizes_[path] = bytes.size();
    }
    Result<std::string> read(const std::string& path) const override {
        const auto file = files_.find(path);
        if (file == files_.end()) return fail("error.pack_file_missing", path);
        return file->second;
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    const std::string& location() const override { return location_; }

private:
    std::map<std::string, std::string> files_;
    std::map<std::string, std::uint64_t> sizes_;
    std::string location_ = "small-pack";
};

// "media~1a.png" → "media/a.png" (RFC 6901; no test has a '~' in a key).
std::string key_from_pointer(std::string text) {
    for (auto at = text.find("~1"); at != std::string::npos; at = text.find("~1")) text.replace(at, 2, "/");
    return text;
}

// "a.json:/b/c" → ("a.json", {"b", "c"}).
std::pair<std::string, std::vector<std::string>> split(std::string_view place) {
    const auto colon = place.find(':');
    std::vector<std::string> keys;
    for (auto rest = place.substr(colon + 1); !rest.empty();) {
        const auto end = std::min(rest.find('/', 1), rest.size());
        keys.push_back(key_from_pointer(std::string(rest.substr(1, end - 1))));
        rest.remove_prefix(end);
    }
    return {std::string(place.substr(0, colon)), keys};
}

Json* member(Json& value, const std::string& key) {
    if (auto* items = value.array()) {
        const auto index = static_cast<std::size_t>(std::stoul(key));
        return index < items->size() ? &(*items)[index] : nullptr;
    }
    auto* members = value.object();
    BIAOKAO_ASSERT(members);
    const auto found = std::find_if(members->begin(), members->end(), [&](const auto& m) { return m.first == key; });
    return found == members->end() ? nullptr : &found->second;
}

} // namespace

std::shared_ptr<const PackFiles> memory_pack_files(std::map<std::string, std::string> files) {
    return std::make_shared<MemoryPackFiles>(std::move(files));
}

SmallPack::SmallPack() {
    // Read, drawn and spoken once for all tests of a run.
    static const SmallPack sound = [] {
        SmallPack pack{Empty{}};
        for (const auto& [path, text] : small_pack_documents()) pack.documents_[path] = parse_json(text, path).value();
        pack.write("media/yard.png", png_bytes(640, 480)).write("media/lane.png", png_bytes(320, 240));
        pack.write("media/notes.txt", "李明在北京路等人。\n").write("media/call.wav", wav_bytes(3.0));
        return pack;
    }();
    *this = sound;
}

Json& SmallPack::at(std::string_view place) {
    const auto [file, keys] = split(place);
    Json* value = &documents_.at(file);
    for (const std::string& key : keys) {
        value = member(*value, key);
        BIAOKAO_ASSERT(value);
    }
    return *value;
}

SmallPack& SmallPack::set(std::string_view place, Json value) {
    const auto slash = place.rfind('/');
    if (place.ends_with(":/") || slash == std::string_view::npos || place.find(':') == std::string_view::npos) {
        documents_[split(place).first] = std::move(value);
        return *this;
    }
    Json& parent = at(place.substr(0, slash));
    const std::string key = key_from_pointer(std::string(place.substr(slash + 1)));
    if (auto* items = parent.array(); items && key == "-") items->push_back(std::move(value));
    else if (items) items->at(std::stoul(key)) = std::move(value);
    else parent.set(key, std::move(value));
    return *this;
}

SmallPack& SmallPack::erase(std::string_view place) {
    const auto slash = place.rfind('/');
    Json& parent = at(place.substr(0, slash));
    const std::string key = key_from_pointer(std::string(place.substr(slash + 1)));
    BIAOKAO_ASSERT(member(parent, key));
    if (auto* items = parent.array()) items->erase(items->begin() + std::stol(key));
    else std::erase_if(*parent.object(), [&](const auto& one) { return one.first == key; });
    return *this;
}

SmallPack& SmallPack::write(const std::string& path, std::string bytes) {
    Json& listed = at("pack.json:/media");
    if (listed.find(path)) listed.set(path, sha256_hex(bytes));
    documents_.erase(path);
    others_[path] = std::move(bytes);
    return *this;
}

SmallPack& SmallPack::remove(const std::string& path) {
    BIAOKAO_ASSERT(documents_.erase(path) + others_.erase(path) == 1);
    return *this;
}

std::map<std::string, std::string> SmallPack::files() const {
    auto files = others_;
    for (const auto& [path, value] : documents_) files[path] = dump_json(value, 1);
    return files;
}

OpenedPack SmallPack::open() const { return {memory_pack_files(files()), {}}; }

Problems SmallPack::problems() const {
    PackOptions options = program_rows();
    options.read_key = true;
    options.read_samples = true;
    const auto pack = load_pack(open(), options);
    return pack ? Problems{} : pack.error();
}

std::shared_ptr<const Pack> SmallPack::load() const {
    PackOptions options = program_rows();
    options.read_key = true;
    options.read_samples = true;
    return load_pack(open(), options).value();
}

void SmallPack::write_to(Files& disk, const std::string& folder) const {
    for (const auto& [path, bytes] : files()) {
        const std::string target = folder + "/" + path;
        BIAOKAO_ASSERT(disk.make_folders(target.substr(0, target.rfind('/'))).has_value());
        BIAOKAO_ASSERT(disk.replace(target, bytes).has_value());
    }
}

} // namespace biaokao::test
