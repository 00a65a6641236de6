// SHA-256 and random ids (libsodium behind one file).
#pragma once

#include <string>
#include <string_view>

namespace biaokao {

[[nodiscard]] std::string sha256_hex(std::string_view bytes); // 64 lower-case digits
// 10 characters of Crockford's base32 from a hex hash: no I, L, O, U, easy to copy onto an attendance sheet.
[[nodiscard]] std::string receipt_from_hash(std::string_view hex);

} // namespace biaokao
