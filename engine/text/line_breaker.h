// Lines of mixed Chinese and Latin text for a width. Breaks between Chinese characters; 。，、）》 never begin a line
// and （《 never end one; Latin words stay whole unless one alone is wider than the line. A simplified UAX #14 with the
// Chinese rules of GB/T 15834-2011 (dash and ellipsis are not split).
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace biaokao {

struct LineRange { // bytes of the text
    std::size_t begin = 0;
    std::size_t shown_end = 0; // without the line break characters; blanks that hang over the margin included
    std::size_t end = 0;       // where the next line begins
    friend bool operator==(const LineRange&, const LineRange&) = default;
};

// The advance of one grapheme cluster, in the unit of the width.
using ClusterAdvance = std::function<float(std::string_view cluster)>;

// Every byte is in exactly one line, in order; at least one line; a text that ends with a line break has an empty
// last line. A line is wider than `width` only where one cluster alone is, or by hanging blanks. Never breaks inside
// a cluster. `text` is valid UTF-8; LF, CR, CR LF, U+2028 and U+2029 end lines.
[[nodiscard]] std::vector<LineRange> break_lines(std::string_view text, const ClusterAdvance& advance, float width);

} // namespace biaokao
