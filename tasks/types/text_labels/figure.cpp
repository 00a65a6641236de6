#include "tasks/types/text_labels/figure.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/text/grapheme.h"
#include "engine/text/line_breaker.h"
#include "engine/text/xml_escape.h"
#include "tasks/types/text_labels/document.h"
#include "tasks/types/text_labels/marks.h"

namespace biaokao::spans {
namespace {

// Units of the drawing. Latin letters take one column, everything else two, as in a monospaced Chinese font; the
// length of every run is given, so that other fonts are fitted to it.
constexpr float column = 8, font_size = 16, margin = 16;
constexpr float columns_in_line = 86;
constexpr float line_height = 24, row_height = 12;
constexpr std::size_t whole_document_lines = 60;

constexpr float columns_of(std::string_view cluster) { return cluster.size() == 1 ? 1.0f : 2.0f; }

struct Look {
    std::string color;
    std::string_view sign;
    bool dashed = false;
};

// As on the screen (annotation-tools.md 5.3): colour, sign and kind of line.
Look look_of(const Question& question, const Mark& mark) {
    if (!mark.verdict) {
        const LabelSpec* label = question.labels.find_label(mark.label);
        return {label ? label->color : "#666666", "", false};
    }
    switch (*mark.verdict) {
    case Verdict::matched: return {"#1b7f3b", "✓", mark.from_reference};
    case Verdict::wrong_label: return {"#c05a00", "≠", mark.from_reference};
    case Verdict::near_miss: return {"#8a7000", "≈", mark.from_reference};
    case Verdict::missing: return {"#c62828", "○", true};
    case Verdict::extra: return {"#c62828", "×", false};
    case Verdict::ignored: break;
    }
    return {"#777777", "–", false};
}

class Drawing {
public:
    Drawing(const FigureInput& input, std::string text) : input_(input), text_(std::move(text)), index_(text_) {
        marks_ = marks_of(input.item.id, index_.code_point_count(),
                          {input.answer, input.reference, input.verdicts, true, true});
        rows_ = rows_of(marks_);
    }

    std::string draw() {
        y_ = margin;
        draw_lines();
        y_ += row_height;
        draw_classes();
        for (std::size_t i = 0; i < marks_.size(); ++i) draw_entry(i);
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 {0}\" width=\"720\" height=\"{0}\" "
            "font-family=\"'Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace\" font-size=\"{1}\">"
            "<rect width=\"720\" height=\"{0}\" fill=\"#ffffff\"/>{2}</svg>",
            y_ + margin, font_size, body_);
    }

private:
    void draw_lines() {
        const auto lines = break_lines(text_, columns_of, columns_in_line);
        bool gap = false;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines.size() > whole_document_lines && !near_mark(lines, i)) {
                gap = true;
                continue;
            }
            if (std::exchange(gap, false)) put_text(margin, "⋯", "#777777");
            draw_line(lines[i]);
        }
        if (gap) put_text(margin, "⋯", "#777777");
    }

    [[nodiscard]] TextRange range_of_line(const LineRange& line) const {
        return {index_.code_point_from_byte(line.begin), index_.code_point_from_byte(line.end)};
    }

    // In this line, the one before or the one behind.
    [[nodiscard]] bool near_mark(const std::vector<LineRange>& lines, std::size_t at) const {
        const TextRange around{range_of_line(lines[at == 0 ? 0 : at - 1]).start,
                               range_of_line(lines[std::min(at + 1, lines.size() - 1)]).end};
        return std::ranges::any_of(marks_, [&](const Mark& mark) { return ranges_overlap(mark.range, around); });
    }

    [[nodiscard]] float x_of(const LineRange& line, std::size_t byte) const {
        float columns = 0;
        for (std::size_t at = line.begin; at < std::min(byte, line.shown_end);) {
            const std::size_t end = grapheme_end(text_, at);
            columns += columns_of(std::string_view(text_).substr(at, end - at));
            at = end;
        }
        return margin + columns * column;
    }

    void draw_line(const LineRange& line) {
        const TextRange in_line = range_of_line(line);
        const float top = y_;
        int rows = 0;
        for (std::size_t i = 0; i < marks_.size(); ++i) {
            if (!ranges_overlap(marks_[i].range, in_line)) continue;
            draw_mark(i, line, top);
            rows = std::max(rows, rows_[i] + 1);
        }
        draw_runs(line, top + font_size);
        y_ = top + line_height + static_cast<float>(rows) * row_height;
    }

    void draw_mark(std::size_t i, const LineRange& line, float top) {
        const Mark& mark = marks_[i];
        const Look look = look_of(input_.question, mark);
        const std::string color = xml_escaped(look.color);
        const float x0 = x_of(line, std::max(line.begin, index_.byte_from_code_point(mark.range.start))) + 1;
        const float x1 = x_of(line, index_.byte_from_code_point(mark.range.end)) - 1;
        const float y = top + line_height - 3 + static_cast<float>(rows_[i]) * row_height;
        if (!mark.from_reference)
            body_ +=
                fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" fill-opacity=\"0.14\"/>",
                            x0, top, x1 - x0, line_height - 4, color);
        body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"2\"{}/>", x0,
                             y, x1, y, color, look.dashed ? " stroke-dasharray=\"4 3\"" : "");
        if (index_.byte_from_code_point(mark.range.start) >= line.begin)
            body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"9\" fill=\"{}\">{}{}</text>", x0, y + 9, color,
                                 i + 1, look.sign);
    }

    // Runs of one width each: only then the given length fits the letters of any font.
    void draw_runs(const LineRange& line, float baseline) {
        float x = margin;
        for (std::size_t at = line.begin; at < line.shown_end;) {
            const std::size_t start = at;
            float columns = 0, width = 0;
            while (at < line.shown_end) {
                const std::size_t end = grapheme_end(text_, at);
                const float next = columns_of(std::string_view(text_).substr(at, end - at));
                if (at > start && next != width) break;
                columns += width = next;
                at = end;
            }
            body_ += fmt::format("<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" "
                                 "xml:space=\"preserve\">{}</text>",
                                 x, baseline, columns * column,
                                 xml_escaped(std::string_view(text_).substr(start, at - start)));
            x += columns * column;
        }
    }

    void put_text(float x, std::string_view words, std::string_view color) {
        body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"13\" fill=\"{}\">{}</text>", x, y_ + 13,
                             xml_escaped(color), xml_escaped(words));
        y_ += 20;
    }

    [[nodiscard]] std::string title_of_label(const std::string& id) const {
        const LabelSpec* label = input_.question.labels.find_label(id);
        return label ? label->title.in(input_.language) : id.empty() ? "?" : id;
    }

    void draw_entry(std::size_t i) {
        const Mark& mark = marks_[i];
        const Look look = look_of(input_.question, mark);
        const std::string_view whole = index_.cut(text_, mark.range);
        std::string quote(index_.cut(text_, {mark.range.start, std::min(mark.range.end, mark.range.start + 30)}));
        if (quote.size() < whole.size()) quote += "…";
        std::ranges::replace(quote, '\n', ' ');
        const std::string label = mark.needed_label.empty()
                                      ? title_of_label(mark.label)
                                      : title_of_label(mark.label) + " → " + title_of_label(mark.needed_label);
        put_text(margin,
                 fmt::format("{}{} {}{} “{}” [{}, {}]", i + 1, look.sign, mark.from_reference ? "→ " : "", label, quote,
                             mark.range.start, mark.range.end),
                 look.color);
    }

    // "Sentiment: Positive ✓", or what was chosen and what the reference has.
    void draw_classes() {
        for (const ClassSpec* spec : input_.question.classes_of(input_.item)) {
            const std::string mine = chosen(input_.answer, *spec);
            std::string words = spec->title.in(input_.language) + ": " + (mine.empty() ? "–" : title_of(*spec, mine));
            std::string_view color = "#333333";
            const std::string needed = input_.reference ? chosen(*input_.reference, *spec) : std::string();
            if (!needed.empty()) {
                const bool right = mine == needed;
                words += right ? " ✓" : " × → " + title_of(*spec, needed);
                color = right ? "#1b7f3b" : "#c62828";
            }
            put_text(margin, words, color);
        }
    }

    [[nodiscard]] std::string chosen(const Answer& answer, const ClassSpec& spec) const {
        const auto item = answer.items.find(input_.item.id);
        if (item == answer.items.end()) return {};
        const auto option = item->second.classes.find(spec.id);
        return option == item->second.classes.end() ? std::string() : option->second;
    }

    [[nodiscard]] std::string title_of(const ClassSpec& spec, const std::string& option) const {
        const auto found = std::ranges::find(spec.options, option, &Option::id);
        return found == spec.options.end() ? option : found->title.in(input_.language);
    }

    const FigureInput& input_;
    std::string text_;
    TextIndex index_;
    std::vector<Mark> marks_;
    std::vector<int> rows_;
    std::string body_;
    float y_ = 0;
};

} // namespace

Result<std::string> spans_figure(const FigureInput& input) {
    auto text = document_text(input.pack, input.item);
    if (!text) return tl::unexpected(text.error());
    return Drawing(input, std::move(*text)).draw();
}

} // namespace biaokao::spans
