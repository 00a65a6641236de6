// What one text has and another has not, character by character: for showing a transcript beside the right one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace biaokao {

struct TextRun {
    enum class Kind { same, only_first, only_second };
    Kind kind = Kind::same;
    std::string text;
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

// The fewest single code points that only one side has (longest common subsequence); neighbouring changes read
// "only_first" before "only_second". Beyond about 2,000 differing code points on both sides the middle is shown as one
// change: nobody reads more, and the time would grow with the product.
[[nodiscard]] std::vector<TextRun> text_difference(std::string_view first, std::string_view second);

} // namespace biaokao
