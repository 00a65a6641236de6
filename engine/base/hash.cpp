#include "engine/base/hash.h"

// libcrypto and not libsodium: a line of a journal takes it a quarter of the time with the processor's SHA
// instructions, three quarters without them.
#include <openssl/evp.h>

#include "engine/base/result.h"

namespace biaokao {

struct Sha256::Library {
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : library_(std::make_unique<Library>()) {
    BIAOKAO_ASSERT(library_->algorithm && library_->context);
    BIAOKAO_ASSERT(EVP_DigestInit_ex2(library_->context.get(), library_->algorithm.get(), nullptr) == 1);
}
Sha256::~Sha256() = default;

std::array<char, 64> Sha256::hex(std::string_view bytes) {
    constexpr std::size_t digest_bytes = 32;
    std::array<unsigned char, digest_bytes> digest{};
    EVP_MD_CTX* context = library_->context.get();
    // Without an algorithm the one of the constructor is begun anew.
    BIAOKAO_ASSERT(EVP_DigestInit_ex2(context, nullptr, nullptr) == 1 &&
                   EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1 &&
                   EVP_DigestFinal_ex(context, digest.data(), nullptr) == 1);
    std::array<char, 2 * digest_bytes> hex{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        hex[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        hex[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    return hex;
}

std::string sha256_hex(std::string_view bytes) {
    const auto hex = Sha256().hex(bytes);
    return {hex.data(), hex.size()};
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
