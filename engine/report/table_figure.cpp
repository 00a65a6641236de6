#include "engine/report/table_figure.h"

#include <fmt/format.h>

#include "engine/text/grapheme.h"
#include "engine/text/xml_escape.h"

namespace biaokao {
namespace {

constexpr int row_height = 24, name_x = 12, value_x = 260, need_x = 490;
constexpr int name_columns = 30, value_columns = 27; // Latin letters take one column, everything else two

// As much as fits, with "…" where something was cut.
std::string fitting(std::string_view text, int columns) {
    int used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = grapheme_end(text, at);
        used += end - at == 1 ? 1 : 2;
        if (used > columns) return std::string(text.substr(0, at)) + "…";
        at = end;
    }
    return std::string(text);
}

std::string cell(int x, int y, std::string_view text, int columns, std::string_view color) {
    return fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\">{}</text>", x, y, color,
                       xml_escaped(fitting(text, columns)));
}

} // namespace

std::string table_figure(const std::vector<FigureLine>& lines) {
    std::string body;
    int y = 0;
    for (const FigureLine& line : lines) {
        const bool wrong = line.state == FigureLine::State::wrong, right = line.state == FigureLine::State::right;
        const std::string_view color = wrong ? "#c62828" : right ? "#1b7f3b" : "#333333";
        if (wrong)
            body += fmt::format("<rect x=\"0\" y=\"{}\" width=\"720\" height=\"{}\" fill=\"#fdecea\"/>", y, row_height);
        const int baseline = y + 17;
        body += cell(name_x, baseline, line.name, name_columns, "#333333");
        const std::string value = line.value.empty() ? "–" : line.value;
        body += cell(value_x, baseline, (wrong ? "× " : right ? "✓ " : "") + value, value_columns, color);
        if (wrong && !line.need.empty()) body += cell(need_x, baseline, "→ " + line.need, value_columns, "#1b7f3b");
        y += row_height;
        body += fmt::format("<line x1=\"0\" y1=\"{0}\" x2=\"720\" y2=\"{0}\" stroke=\"#cccccc\"/>", y);
    }
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 {0}\" width=\"720\" height=\"{0}\" "
                       "font-family=\"'Noto Sans CJK SC',sans-serif\" font-size=\"14\">"
                       "<rect width=\"720\" height=\"{0}\" fill=\"#ffffff\"/>{1}</svg>",
                       y + 2, body);
}

} // namespace biaokao
