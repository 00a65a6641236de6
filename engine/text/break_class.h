// The classes of characters that decide where a line may end.
#pragma once

namespace biaokao {

enum class BreakClass {
    wide,         // Chinese, kana, hangul, full-width letters, emoji: a line may end on both sides
    word,         // letters and digits of alphabets, and whatever is unknown: stays together
    digit,        // like word, but binds to a hyphen or slash before it
    blank,        // a line may end behind it; hangs over the margin
    line_break,   // a line must end behind it
    glue,         // no-break blanks: a line ends on neither side
    open_wide,    // （《“: never ends a line
    open_narrow,  // ( [ {: the same, and stays with a word before it
    close_wide,   // 。，、）》…: never begins a line
    close_narrow, // . , ) ’: the same, and stays with a word behind it (don’t, 3.14)
    quote,        // " and ': side unknown, a line ends on neither
    hyphen,       // - and /: never begins a line, may end one
    dash,         // —: a pair is not split
};

[[nodiscard]] BreakClass break_class(char32_t code_point);

} // namespace biaokao
