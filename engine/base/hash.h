// SHA-256 and what is written of it (libcrypto behind one file).
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace biaokao {

[[nodiscard]] std::string sha256_hex(std::string_view bytes); // 64 lower-case digits

// The same for many texts in a row: what the library prepares for the first serves them all, which for a line of a
// journal is most of the time. For one thread at a time.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    [[nodiscard]] std::array<char, 64> hex(std::string_view bytes);

private:
    struct Library;
    std::unique_ptr<Library> library_;
};

// 10 characters of Crockford's base32 from a hex hash: no I, L, O, U, easy to copy onto an attendance sheet.
[[nodiscard]] std::string receipt_from_hash(std::string_view hex);

} // namespace biaokao
