// What kind of character a code point is, as far as selecting and trimming need it.
#pragma once

namespace biaokao {

enum class ScriptClass { han, kana, hangul, word, blank, line_break, punctuation, symbol };

// Letters and digits of alphabets are `word`; marks count with the letters they stand on; emoji are symbols.
[[nodiscard]] ScriptClass script_class(char32_t code_point);
// Blanks of every width (U+3000 too), tabs, line breaks, and what has no width at all (U+200B, U+FEFF …).
[[nodiscard]] bool is_blank(char32_t code_point);
// What a reader does not see at all: U+200B and its kin, joiners, direction marks, variation selectors.
[[nodiscard]] bool is_zero_width(char32_t code_point);
[[nodiscard]] bool is_line_break(char32_t code_point);
// Punctuation that may fall off the ends of a span. % ‰ # @ & * / \ _ belong to what they stand at and stay.
[[nodiscard]] bool is_edge_punctuation(char32_t code_point);

} // namespace biaokao
