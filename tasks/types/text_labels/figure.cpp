#include "tasks/types/text_labels/figure.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "engine/text/grapheme.h"
#include "engine/text/xml_escape.h"
#include "tasks/types/text_labels/arcs.h"
#include "tasks/types/text_labels/figure_arcs.h"

namespace biaokao::spans {
namespace {

// Units of the drawing. Latin letters take one column, everything else two, as in a monospaced Chinese font; the
// length of every run is given, so that other fonts are fitted to it.
constexpr float column = 8, font_size = 16, margin = 16;
constexpr float columns_in_line = 86;
constexpr float line_height = 24, row_height = 12, lane_height = 13;
constexpr std::size_t whole_document_lines = 60;

constexpr float columns_of(std::string_view cluster) { return cluster.size() == 1 ? 1.0f : 2.0f; }

struct Look {
    std::string color;
    std::string_view sign;
    bool dashed = false;
};

// As on the screen (annotation-tools.md 5.3): colour, sign and kind of line.
Look look_of(const Question& question, const Marked& mark) {
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

constexpr PageMetrics metrics{.width = columns_in_line * column,
                              .text_height = line_height,
                              .row_height = row_height,
                              .lane_height = lane_height};

class Drawing {
public:
    Drawing(const FigureInput& input, std::string text)
        : input_(input), document_(std::make_shared<const Document>(std::move(text))),
          page_(
              document_, [](std::string_view cluster) { return columns_of(cluster) * column; }, metrics) {
        const MarkSource source{input.answer, input.reference, input.verdicts, true, true};
        marks_ = marks_of(input.item.id, document_->size(), source);
        arcs_ = arcs_of(input.item.id, document_->size(), source);
        pieces_ = lay_out_arcs(page_, arcs_, [](const Arc&) { return svg_tag_width; });
        rows_ = rows_of(marks_);
        page_.stack(marks_, rows_, lanes_of(page_, pieces_));
    }

    std::string draw() {
        y_ = margin;
        draw_lines();
        y_ += row_height;
        draw_classes();
        for (std::size_t i = 0; i < marks_.size(); ++i) draw_entry(i, marks_[i], quote_of_mark(marks_[i]));
        for (std::size_t i = 0; i < arcs_.size(); ++i) draw_entry(marks_.size() + i, arcs_[i], ends_of(arcs_[i]));
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 {0}\" width=\"720\" height=\"{0}\" "
            "font-family=\"'Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace\" font-size=\"{1}\">"
            "<rect width=\"720\" height=\"{0}\" fill=\"#ffffff\"/>{2}</svg>",
            y_ + margin, font_size, body_);
    }

private:
    void draw_lines() {
        const std::size_t count = page_.lines().size();
        bool gap = false;
        for (std::size_t line = 0; line < count; ++line) {
            if (count > whole_document_lines && !near_mark(line)) {
                gap = true;
                continue;
            }
            if (std::exchange(gap, false)) put_text(margin, "⋯", "#777777");
            draw_line(line);
        }
        if (gap) put_text(margin, "⋯", "#777777");
    }

    // In this line, the one before or the one behind.
    [[nodiscard]] bool near_mark(std::size_t line) const {
        const auto& lines = page_.lines();
        const TextRange around{lines[line == 0 ? 0 : line - 1].range.start,
                               lines[std::min(line + 1, lines.size() - 1)].range.end};
        return std::ranges::any_of(marks_, [&](const Mark& mark) { return ranges_overlap(mark.range, around); });
    }

    // Number and sign, as in the list below the text.
    [[nodiscard]] std::string tag_of(std::size_t number, const Marked& marked) const {
        return fmt::format("{}{}", number + 1, look_of(input_.question, marked).sign);
    }

    void draw_line(std::size_t line) {
        const PageLine& at = page_.lines()[line];
        y_ += static_cast<float>(at.lanes) * lane_height;
        const float top = y_;
        for (std::size_t i = 0; i < marks_.size(); ++i)
            if (ranges_overlap(marks_[i].range, at.range)) draw_mark(i, line, top);
        draw_runs(at, top + font_size);
        const auto [first, last] = std::ranges::equal_range(pieces_, line, {}, &ArcPiece::line);
        for (const ArcPiece& piece : std::ranges::subrange(first, last)) {
            const Look look = look_of(input_.question, arcs_[piece.arc]);
            body_ += arc_svg(piece,
                             {.color = xml_escaped(look.color),
                              .dashed = look.dashed,
                              .tag = tag_of(marks_.size() + piece.arc, arcs_[piece.arc])},
                             margin, top, lane_height);
        }
        y_ = top + line_height + static_cast<float>(at.rows) * row_height;
    }

    void draw_mark(std::size_t i, std::size_t line, float top) {
        const Mark& mark = marks_[i];
        const PageLine& at = page_.lines()[line];
        const Look look = look_of(input_.question, mark);
        const std::string color = xml_escaped(look.color);
        const float x0 = margin + page_.x_of(line, std::max(at.range.start, mark.range.start)) + 1;
        const float x1 = margin + page_.x_of(line, mark.range.end) - 1;
        const float y = top + line_height - 3 + static_cast<float>(rows_[i]) * row_height;
        if (!mark.from_reference)
            body_ +=
                fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" fill-opacity=\"0.14\"/>",
                            x0, top, x1 - x0, line_height - 4, color);
        body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\" stroke-width=\"2\"{}/>", x0,
                             y, x1, y, color, look.dashed ? " stroke-dasharray=\"4 3\"" : "");
        if (mark.range.start >= at.range.start)
            body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"9\" fill=\"{}\">{}</text>", x0, y + 9, color,
                                 tag_of(i, mark));
    }

    // Runs of one width each: only then the given length fits the letters of any font.
    void draw_runs(const PageLine& line, float baseline) {
        const std::string_view text = document_->cut({line.range.start, line.shown_end});
        float x = margin;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t start = at;
            float columns = 0, width = 0;
            while (at < text.size()) {
                const std::size_t end = grapheme_end(text, at);
                const float next = columns_of(text.substr(at, end - at));
                if (at > start && next != width) break;
                columns += width = next;
                at = end;
            }
            body_ += fmt::format("<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" "
                                 "xml:space=\"preserve\">{}</text>",
                                 x, baseline, columns * column, xml_escaped(text.substr(start, at - start)));
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

    [[nodiscard]] std::string quote_of(TextRange range, std::size_t most) const {
        std::string quote(document_->cut({range.start, std::min(range.end, range.start + most)}));
        if (range.size() > most) quote += "…";
        std::ranges::replace(quote, '\n', ' ');
        return quote;
    }

    [[nodiscard]] std::string quote_of_mark(const Mark& mark) const {
        return fmt::format("“{}” [{}, {}]", quote_of(mark.range, 30), mark.range.start, mark.range.end);
    }

    [[nodiscard]] std::string ends_of(const Arc& arc) const {
        return fmt::format("“{}” → “{}”", quote_of(arc.from, 15), quote_of(arc.to, 15));
    }

    void draw_entry(std::size_t number, const Marked& marked, const std::string& details) {
        const std::string label = marked.needed_label.empty()
                                      ? title_of_label(marked.label)
                                      : title_of_label(marked.label) + " → " + title_of_label(marked.needed_label);
        put_text(margin,
                 fmt::format("{} {}{} {}", tag_of(number, marked), marked.from_reference ? "→ " : "", label, details),
                 look_of(input_.question, marked).color);
    }

    // "Sentiment: Positive ✓", or what was chosen and what the reference has.
    void draw_classes() {
        for (const ClassSpec* spec : input_.question.classes_of(input_.item)) {
            const auto mine = chosen_options(input_.answer, input_.item.id, spec->id);
            std::string words = spec->title.in(input_.language) + ": " +
                                (mine.empty() ? "–" : titles_of_options(*spec, mine, input_.language));
            std::string_view color = "#333333";
            std::set<std::string> needed;
            if (input_.reference) needed = chosen_options(*input_.reference, input_.item.id, spec->id);
            if (!needed.empty()) {
                const bool right = mine == needed;
                words += right ? " ✓" : " × → " + titles_of_options(*spec, needed, input_.language);
                color = right ? "#1b7f3b" : "#c62828";
            }
            put_text(margin, words, color);
        }
    }

    const FigureInput& input_;
    std::shared_ptr<const Document> document_;
    Page page_;
    std::vector<Mark> marks_;
    std::vector<int> rows_;
    std::vector<Arc> arcs_;
    std::vector<ArcPiece> pieces_;
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
