#include "engine/text/text_difference.h"

#include <algorithm>
#include <cstdint>

#include "engine/text/utf8.h"

namespace biaokao {

namespace {

constexpr std::size_t max_table_cells = 4'000'000; // 2,000 × 2,000: some milliseconds

void append(std::vector<TextRun>& runs, TextRun::Kind kind, char32_t code_point) {
    if (runs.empty() || runs.back().kind != kind) runs.push_back({kind, {}});
    append_code_point(runs.back().text, code_point);
}

void append_all(std::vector<TextRun>& runs, TextRun::Kind kind, std::u32string_view text) {
    for (const char32_t code_point : text) append(runs, kind, code_point);
}

// A change of both sides arrives as single steps in any order; people read what is wrong before what is right.
void append_change(std::vector<TextRun>& runs, std::u32string& only_first, std::u32string& only_second) {
    append_all(runs, TextRun::Kind::only_first, only_first);
    append_all(runs, TextRun::Kind::only_second, only_second);
    only_first.clear();
    only_second.clear();
}

void compare_middles(std::u32string_view a, std::u32string_view b, std::vector<TextRun>& runs) {
    // common[i][j]: length of the longest common subsequence of a[i…] and b[j…].
    const std::size_t width = b.size() + 1;
    std::vector<std::uint16_t> common((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i * width + j] = a[i] == b[j] ? static_cast<std::uint16_t>(common[(i + 1) * width + j + 1] + 1)
                                                 : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
    std::u32string only_first, only_second;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            append_change(runs, only_first, only_second);
            append(runs, TextRun::Kind::same, a[i]);
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
            only_first += a[i++];
        } else {
            only_second += b[j++];
        }
    }
    append_change(runs, only_first, only_second);
}

} // namespace

std::vector<TextRun> text_difference(std::string_view first, std::string_view second) {
    const std::u32string a = utf32_from_utf8(first), b = utf32_from_utf8(second);
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t front = 0, back = 0;
    while (front < shorter && a[front] == b[front]) ++front;
    while (back < shorter - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
    std::u32string middle_a = a.substr(front, a.size() - front - back);
    std::u32string middle_b = b.substr(front, b.size() - front - back);
    std::vector<TextRun> runs;
    append_all(runs, TextRun::Kind::same, std::u32string_view(a).substr(0, front));
    if ((middle_a.size() + 1) * (middle_b.size() + 1) > max_table_cells) append_change(runs, middle_a, middle_b);
    else compare_middles(middle_a, middle_b, runs);
    append_all(runs, TextRun::Kind::same, std::u32string_view(a).substr(a.size() - back));
    return runs;
}

} // namespace biaokao
