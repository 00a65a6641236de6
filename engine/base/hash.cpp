#include "engine/base/hash.h"

#include <array>

#include <sodium.h>

#include "engine/base/result.h"

namespace biaokao {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string hex;
    hex.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    return hex;
}

std::string receipt_from_hash(std::string_view hex) {
    constexpr std::size_t digits_needed = 13; // 50 bits
    BIAOKAO_ASSERT(hex.size() >= digits_needed);
    std::uint64_t bits = 0;
    for (const char c : hex.substr(0, digits_needed)) {
        BIAOKAO_ASSERT((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        bits = bits << 4 | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    bits >>= 2; // 52 bits were read
    std::string receipt;
    for (int shift = 45; shift >= 0; shift -= 5) receipt += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> shift & 31];
    return receipt;
}

} // namespace biaokao
