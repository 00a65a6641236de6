// Long sittings as an exam leaves them: many questions, many edits, much taken back. For benchmarks and damage tests.
#pragma once

#include <cstdint>
#include <string>

#include "tests/support/small_pack.h"

namespace biaokao::test {

// The small pack's questions under further names until there are ten: boxes, words, calls, boxes_2, words_2 …
[[nodiscard]] SmallPack ten_question_pack();

// The journal of a sitting at every question of `pack` (read with its key): opened, drawn near the reference, moved,
// labelled, taken back and done again, marked, saved, handed in. The same bytes for the same `seed`. `lines` >= 100.
[[nodiscard]] std::string long_journal(const Pack& pack, std::uint64_t seed, std::size_t lines);

} // namespace biaokao::test
