// Writes zip archives, honest or hostile: every field that a real program would fill may be given a lie.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace biaokao::test {

struct ZipMember {
    std::string name, bytes;
    bool is_deflated = false;                   // as stored blocks of the deflate format
    bool is_encrypted = false;                  // only the flag: there is nothing to decrypt
    std::uint32_t unix_mode = 0100644;          // 0120777 is a link
    std::optional<std::uint32_t> declared_size; // unpacked, as the archive claims it
    std::uint16_t method = 0;                   // 0 stored; set by is_deflated
};

[[nodiscard]] std::string zip_bytes(const std::vector<ZipMember>& members);
// An honest archive of these files; `folder` ("" or "name/") is put before each path.
[[nodiscard]] std::string zip_of(const std::map<std::string, std::string>& files, const std::string& folder = "",
                                 bool is_deflated = false);

} // namespace biaokao::test
