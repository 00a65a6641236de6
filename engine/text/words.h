// Words and sentences as a double and a triple click select them. Without a dictionary a Chinese "word" is the run of
// the same script class (annotation-tools.md section 6).
#pragma once

#include <string_view>

#include "engine/text/text_index.h"

namespace biaokao {

// The run around `code_point`: Han, kana, hangul, letters with digits ("3.14" and "don't" are one), blanks,
// punctuation. Each line break is a run of its own. At the end of the text: the last run.
[[nodiscard]] TextRange word_at(std::string_view text, const TextIndex& index, std::size_t code_point);
// From behind the last sentence end to the next one (。！？…； and ! ? . before a blank, with closing quotes and
// brackets; line breaks), without blanks at the ends.
[[nodiscard]] TextRange sentence_at(std::string_view text, const TextIndex& index, std::size_t code_point);

// Where Ctrl+Right and Ctrl+Left bring the caret: the start of the next run that is not blank (or the end of the
// text), the start of the run before (or 0).
[[nodiscard]] std::size_t next_word_start(std::string_view text, const TextIndex& index, std::size_t code_point);
[[nodiscard]] std::size_t previous_word_start(std::string_view text, const TextIndex& index, std::size_t code_point);

} // namespace biaokao
