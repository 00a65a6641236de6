// UTF-8 as spans need it: strict validation, and offsets in code points (what files store) and bytes (what strings
// use).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace biaokao {

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool is_utf8(std::string_view text);

// The functions below expect valid UTF-8; in anything else a byte that begins nothing counts as one code point.
[[nodiscard]] std::size_t code_point_count(std::string_view text);
// Where code point `index` begins; the size of the text when it has fewer.
[[nodiscard]] std::size_t byte_from_code_point(std::string_view text, std::size_t index);
// How many code points begin before `byte`.
[[nodiscard]] std::size_t code_point_from_byte(std::string_view text, std::size_t byte);
// Where each code point begins, and the size of the text at the end: for many conversions in one text.
[[nodiscard]] std::vector<std::size_t> code_point_offsets(std::string_view text);
// The code points [start, end) as text, cut to what there is.
[[nodiscard]] std::string_view code_points_between(std::string_view text, std::size_t start, std::size_t end);

// The code point that begins at `byte` (which moves behind it); U+FFFD for an invalid byte. `byte` < size.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& byte);
[[nodiscard]] std::u32string utf32_from_utf8(std::string_view text);
// Surrogates and numbers above U+10FFFF are appended as U+FFFD.
void append_code_point(std::string& text, char32_t code_point);

} // namespace biaokao
