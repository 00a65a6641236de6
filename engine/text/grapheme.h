// What a reader calls one character: an extended grapheme cluster (UAX #29), by utf8proc.
#pragma once

#include <cstddef>
#include <string_view>

namespace biaokao {

// The byte behind the cluster that begins at `byte` (itself a cluster boundary, < size). é as two code points, 🇨🇳,
// 👩‍🔬 and CR LF are one cluster each. Expects valid UTF-8; a byte that begins nothing is a cluster of its own.
[[nodiscard]] std::size_t grapheme_end(std::string_view text, std::size_t byte);

} // namespace biaokao
