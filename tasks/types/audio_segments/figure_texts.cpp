#include "tasks/types/audio_segments/figure_texts.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/media/time_text.h"
#include "engine/text/line_breaker.h"
#include "engine/text/text_difference.h"
#include "engine/text/utf8.h"
#include "engine/text/xml_escape.h"
#include "tasks/types/audio_segments/segments.h"

namespace biaokao::audio {

namespace {

constexpr double line_height = 18, font_size = 12, text_left = 250, left = 4;

// No font is at hand: from U+1100 on (Hangul, Chinese, full width) a character is a square, the rest is narrow.
float estimated_advance(std::string_view cluster) {
    std::size_t byte = 0;
    return static_cast<float>(font_size * (next_code_point(cluster, byte) >= 0x1100 ? 1.0 : 0.6));
}

// The runs of this side in lines; what the other side has not is bold, coloured and underlined.
double draw_runs(std::string& body, const std::vector<TextRun>& runs, TextRun::Kind other_side, double y,
                 double width) {
    std::string all;
    for (const TextRun& run : runs)
        if (run.kind != other_side) all += run.text;
    const auto lines = break_lines(all, estimated_advance, static_cast<float>(width - text_left - left));
    std::size_t run_begin = 0; // byte of `all`
    auto run = runs.begin();
    for (const LineRange& line : lines) {
        body += fmt::format(R"(<text x="{}" y="{}" xml:space="preserve">)", text_left, y);
        for (std::size_t at = line.begin; at < line.shown_end;) {
            while (run->kind == other_side || run_begin + run->text.size() <= at)
                run_begin += run->kind == other_side ? 0 : run->text.size(), ++run;
            const std::size_t end = std::min(line.shown_end, run_begin + run->text.size());
            const std::string piece = xml_escaped(std::string_view(all).substr(at, end - at));
            body +=
                run->kind == TextRun::Kind::same
                    ? piece
                    : fmt::format(R"(<tspan fill="#c0392b" font-weight="bold" text-decoration="underline">{}</tspan>)",
                                  piece);
            at = end;
        }
        body += "</text>";
        y += line_height;
    }
    return y;
}

struct Side {
    const Answer* answer;
    std::string id;
    bool is_reference;
};

double draw_side(std::string& body, const FigureInput& input, const Side& side, const std::vector<TextRun>& runs,
                 double y, double width) {
    const Object& object = side.answer->objects.find(side.id)->second;
    const auto& range = std::get<Segment>(object.shape);
    const SvgVerdict look = svg_verdict(input, side.id, side.is_reference);
    body += fmt::format(R"(<text x="{}" y="{}"><tspan fill="{}" font-weight="bold">{} {}</tspan> {}–{} {}</text>)",
                        left, y, look.color, look.sign, xml_escaped(side.id), time_text(range.start_s),
                        time_text(range.end_s), xml_escaped(title_of_label(input, object.label)));
    return draw_runs(body, runs, side.is_reference ? TextRun::Kind::only_first : TextRun::Kind::only_second, y, width);
}

bool is_segment(const Answer* answer, const std::string& id) {
    if (answer == nullptr) return false;
    const auto found = answer->objects.find(id);
    return found != answer->objects.end() && std::holds_alternative<Segment>(found->second.shape);
}

} // namespace

SvgVerdict svg_verdict(const FigureInput& input, std::string_view id, bool is_reference) {
    const auto found = std::ranges::find_if(input.verdicts, [&](const ObjectVerdict& verdict) {
        return verdict.item == input.item.id && (is_reference ? verdict.reference : verdict.object) == id;
    });
    if (found == input.verdicts.end()) return {"#34495e", "", is_reference};
    switch (found->verdict) {
    case Verdict::matched: return {"#1e8449", "✓", is_reference};
    case Verdict::wrong_label: return {"#b9770e", "≠", is_reference};
    case Verdict::near_miss: return {"#9a7d0a", "≈", is_reference};
    case Verdict::missing: return {"#c0392b", "○", true};
    case Verdict::extra: return {"#c0392b", "×", false};
    case Verdict::ignored: return {"#7f8c8d", "–", is_reference};
    }
    return {};
}

std::string title_of_label(const FigureInput& input, const std::string& label) {
    const LabelSpec* spec = input.question.labels.find_label(label);
    return spec == nullptr ? label : spec->title.in(input.language);
}

double draw_texts(std::string& body, const FigureInput& input, double top, double width) {
    double y = top + font_size;
    std::set<std::string> shown; // reference ids that stand beside their partner already
    const auto partner_of = [&](const std::string& id) -> std::string {
        for (const ObjectVerdict& verdict : input.verdicts)
            if (verdict.item == input.item.id && verdict.object == id && is_segment(input.reference, verdict.reference))
                return verdict.reference;
        return {};
    };
    for (const Piece& piece : pieces_of(input.answer, input.item.id)) {
        const std::string partner = partner_of(piece.id);
        const std::string& mine = input.answer.objects.at(piece.id).text;
        const std::string theirs = partner.empty() ? mine : input.reference->objects.find(partner)->second.text;
        const auto runs = text_difference(mine, theirs);
        y = draw_side(body, input, {&input.answer, piece.id, false}, runs, y, width);
        if (!partner.empty() && shown.insert(partner).second)
            y = draw_side(body, input, {input.reference, partner, true}, runs, y, width);
        y += line_height / 3;
    }
    if (input.reference == nullptr) return y;
    for (const Piece& piece : pieces_of(*input.reference, input.item.id)) {
        if (shown.contains(piece.id)) continue;
        const std::string& text = input.reference->objects.at(piece.id).text;
        y = draw_side(body, input, {input.reference, piece.id, true}, text_difference(text, text), y, width);
        y += line_height / 3;
    }
    return y;
}

} // namespace biaokao::audio
