#include "tests/support/tiny_zip.h"

#include <algorithm>
#include <array>

namespace biaokao::test {

namespace {

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::uint32_t crc32(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

std::string deflated(const std::string& bytes) {
    constexpr std::size_t block = 65'535;
    std::string out;
    for (std::size_t at = 0; at == 0 || at < bytes.size(); at += block) {
        const auto size = static_cast<std::uint32_t>(std::min(block, bytes.size() - at));
        put(out, at + size == bytes.size() ? 1 : 0, 1);
        put(out, size, 2);
        put(out, ~size & 0xFFFF, 2);
        out += bytes.substr(at, size);
    }
    return out;
}

// What the local header and the central directory say alike.
std::string common_fields(const ZipMember& member, const std::string& packed) {
    std::string fields;
    put(fields, 20, 2);                          // version needed
    put(fields, member.is_encrypted ? 1 : 0, 2); // flags
    put(fields, member.is_deflated ? 8 : member.method, 2);
    put(fields, 0x58210000, 4); // time and date
    put(fields, crc32(member.bytes), 4);
    put(fields, static_cast<std::uint32_t>(packed.size()), 4);
    put(fields, member.declared_size.value_or(static_cast<std::uint32_t>(member.bytes.size())), 4);
    put(fields, static_cast<std::uint32_t>(member.name.size()), 2);
    put(fields, 0, 2); // extra field
    return fields;
}

} // namespace

std::string zip_bytes(const std::vector<ZipMember>& members) {
    std::string archive;
    std::string directory;
    for (const ZipMember& member : members) {
        const std::string packed = member.is_deflated ? deflated(member.bytes) : member.bytes;
        const std::string fields = common_fields(member, packed);
        directory += "PK\1\2";
        put(directory, 3 << 8 | 20, 2); // made by a Unix program
        directory += fields;
        put(directory, 0, 6); // comment, disk, internal attributes
        put(directory, member.unix_mode << 16, 4);
        put(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += member.name;
        archive += "PK\3\4" + fields + member.name + packed;
    }
    const auto count = static_cast<std::uint32_t>(members.size());
    std::string end = "PK\5\6";
    put(end, 0, 4);
    put(end, count, 2);
    put(end, count, 2);
    put(end, static_cast<std::uint32_t>(directory.size()), 4);
    put(end, static_cast<std::uint32_t>(archive.size()), 4);
    put(end, 0, 2);
    return archive + directory + end;
}

std::string zip_of(const std::map<std::string, std::string>& files, const std::string& folder, bool is_deflated) {
    std::vector<ZipMember> members;
    if (!folder.empty()) members.push_back({.name = folder, .bytes = "", .unix_mode = 0040755});
    for (const auto& [path, bytes] : files)
        members.push_back({.name = folder + path, .bytes = bytes, .is_deflated = is_deflated});
    return zip_bytes(members);
}

} // namespace biaokao::test
