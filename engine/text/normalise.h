// How texts are made comparable before an edit distance is taken (metrics.md 11, zh_norm).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaokao {

// NFKC, then without code points of the general categories P*, Z*, Cc and Cf, then simple lower case; once, in this
// order. Symbols and combining marks stay, digits are not converted. Surrogates and what lies above U+10FFFF count as
// U+FFFD.
[[nodiscard]] std::u32string comparable(std::u32string_view text);
[[nodiscard]] std::u32string comparable_from_utf8(std::string_view text); // valid UTF-8

// Maximal runs without White_Space.
[[nodiscard]] std::vector<std::u32string_view> words_of(std::u32string_view text);

} // namespace biaokao
