#include "tasks/types/table/figure.h"

#include <set>

#include <fmt/format.h>

#include "engine/answer/answer.h"
#include "engine/text/xml_escape.h"

namespace biaokao::table {
namespace {

constexpr int line_height = 24, row_x = 8, column_x = 120, mine_x = 280, reference_x = 520, width = 760;
constexpr std::size_t most_lines = 200;

struct Line {
    std::string row, column, mine, reference;
};

std::string text_of(const AttributeValue& value) { return dump_json(json_from_attribute(value)); }

std::string text_of(const RowChange* change, const std::string& column) {
    if (!change) return "–";
    if (change->removed) return "✕";
    const auto cell = change->cells.find(column);
    return cell == change->cells.end() ? "–" : text_of(cell->second);
}

const RowChange* change_of(const Answer* answer, const std::string& item, const std::string& row) {
    if (!answer) return nullptr;
    const auto found = answer->items.find(item);
    if (found == answer->items.end()) return nullptr;
    const auto change = found->second.rows.find(row);
    return change == found->second.rows.end() ? nullptr : &change->second;
}

void note_rows(const Answer* answer, const std::string& item, std::set<std::string>& rows) {
    if (!answer) return;
    const auto found = answer->items.find(item);
    if (found == answer->items.end()) return;
    for (const auto& [row, change] : found->second.rows) rows.insert(row);
}

std::vector<Line> lines_of(const FigureInput& input) {
    std::set<std::string> rows;
    note_rows(&input.answer, input.item.id, rows);
    note_rows(input.reference, input.item.id, rows);
    std::vector<Line> lines;
    for (const std::string& row : rows) {
        const RowChange* mine = change_of(&input.answer, input.item.id, row);
        const RowChange* reference = change_of(input.reference, input.item.id, row);
        if ((mine && mine->removed) || (reference && reference->removed)) {
            lines.push_back({row, "", text_of(mine, ""), text_of(reference, "")});
            continue;
        }
        for (const std::string& column : input.question.labels.columns) {
            const Line line{row, column, text_of(mine, column), text_of(reference, column)};
            if (line.mine != "–" || line.reference != "–") lines.push_back(line);
        }
    }
    return lines;
}

std::string text_element(int x, int y, const std::string& text, std::string_view color) {
    return fmt::format(R"(<text x="{}" y="{}" fill="{}">{}</text>)", x, y, color, xml_escaped(text));
}

} // namespace

Result<std::string> changes_figure(const FigureInput& input) {
    std::vector<Line> lines = lines_of(input);
    const std::size_t left_out = lines.size() > most_lines ? lines.size() - most_lines : 0;
    lines.resize(lines.size() - left_out);
    const int height = (static_cast<int>(lines.size()) + (left_out > 0 ? 2 : 1)) * line_height + 8;
    std::string svg =
        fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" font-size="14">)", width, height);
    svg += fmt::format(R"(<rect width="{}" height="{}" fill="#ffffff"/>)", width, height);
    const bool english = input.language == "en";
    const auto add = [&](int y, const Line& line, std::string_view color) {
        svg += text_element(row_x, y, line.row, "#333333") + text_element(column_x, y, line.column, "#333333") +
               text_element(mine_x, y, line.mine, color) + text_element(reference_x, y, line.reference, "#333333");
    };
    int y = line_height;
    add(y, english ? Line{"row", "column", "answer", "reference"} : Line{"行", "列", "作答", "参考"}, "#333333");
    for (const Line& line : lines) {
        y += line_height;
        // Without a reference nothing is right or wrong.
        add(y, line, !input.reference || line.mine == line.reference ? "#333333" : "#c0392b");
    }
    if (left_out > 0) svg += text_element(row_x, y + line_height, "+ " + std::to_string(left_out), "#333333");
    return svg + "</svg>";
}

} // namespace biaokao::table
