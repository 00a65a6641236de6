#include "tasks/types/audio_segments/figure.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include <fmt/format.h>

#include "engine/media/time_text.h"
#include "engine/media/waveform.h"
#include "engine/text/xml_escape.h"
#include "tasks/types/audio_segments/figure_texts.h"
#include "tasks/types/audio_segments/segments.h"
#include "tasks/types/audio_segments/time_axis.h"

namespace biaokao::audio {

namespace {

constexpr double width = 960, axis_height = 18, wave_height = 120, lane_height = 22;
constexpr std::size_t wave_columns = 960;

using Out = std::back_insert_iterator<std::string>;

struct Row { // the segments of one side, stacked in lanes below `top`
    const Answer* answer = nullptr;
    bool is_reference = false;
    std::vector<Piece> pieces;
    double top = 0;
    [[nodiscard]] double height() const { return lane_count(pieces) * lane_height; }
};

void draw_axis(Out out, const TimeAxis& axis) {
    for (const TimeTick& tick : axis.ticks(80)) {
        const double x = axis.x_from_time(tick.time_s);
        fmt::format_to(out, R"(<line x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}" stroke="#888"/>)", x,
                       tick.major ? axis_height - 6 : axis_height - 3, axis_height);
        if (tick.major) fmt::format_to(out, R"(<text x="{:.1f}" y="11" fill="#555">{}</text>)", x + 2, tick.label);
    }
}

void draw_wave(Out out, const Waveform& wave) {
    std::vector<WaveColumn> columns(wave_columns);
    wave.columns(0, static_cast<double>(wave.frames()) / wave_columns, columns);
    const double middle = axis_height + wave_height / 2, scale = wave_height / 2 / std::max(wave.peak(), 0.01F);
    fmt::format_to(out, R"(<path stroke="#5b6b7c" fill="none" d=")");
    for (std::size_t x = 0; x < columns.size(); ++x)
        fmt::format_to(out, "M{}.5 {:.1f}V{:.1f}", x, middle - columns[x].high * scale,
                       middle - columns[x].low * scale + 0.5);
    fmt::format_to(out, "\"/>");
}

void draw_segment(Out out, const FigureInput& input, const TimeAxis& axis, const Row& row, const Piece& piece) {
    const Object& object = row.answer->objects.at(piece.id);
    const SvgVerdict look = svg_verdict(input, piece.id, row.is_reference);
    const double x = axis.x_from_time(piece.range.start_s);
    const double right = axis.x_from_time(piece.range.end_s);
    const double y = row.top + piece.lane * lane_height;
    fmt::format_to(out, R"(<rect x="{:.2f}" y="{}" width="{:.2f}" height="{}" fill="{}" fill-opacity="0.10"/>)", x,
                   axis_height, right - x, wave_height, look.color);
    fmt::format_to(out,
                   R"(<svg x="{0:.2f}" y="{1}" width="{2:.2f}" height="{3}"><rect x="1" y="1" width="{4:.2f}" )"
                   R"(height="{5}" fill="{6}" fill-opacity="0.18" stroke="{6}" stroke-width="1.5"{7}/>)"
                   R"(<text x="4" y="15">{8} {9} {10}</text></svg>)",
                   x, y, std::max(right - x, 2.0), lane_height, std::max(right - x - 2, 1.0), lane_height - 4,
                   look.color, look.dashed ? R"( stroke-dasharray="4 3")" : "", look.sign, xml_escaped(piece.id),
                   xml_escaped(title_of_label(input, object.label)));
}

// Without the recording the axis ends with the last segment.
double last_end_s(const std::vector<Row>& rows) {
    double end_s = 1;
    for (const Row& row : rows)
        for (const Piece& piece : row.pieces) end_s = std::max(end_s, piece.range.end_s);
    return end_s;
}

Result<std::unique_ptr<Waveform>> read_wave(const FigureInput& input) {
    auto bytes = input.pack.files->read(input.item.file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto clip = decode_audio(*bytes, input.item.file);
    if (!clip) return tl::unexpected(clip.error());
    return std::make_unique<Waveform>(std::make_shared<const AudioClip>(std::move(*clip)));
}

} // namespace

Result<std::string> segments_figure(const FigureInput& input) {
    std::vector<Row> rows{{&input.answer, false, pieces_of(input.answer, input.item.id, input.question.labels)}};
    if (input.reference != nullptr)
        rows.push_back({input.reference, true, pieces_of(*input.reference, input.item.id, input.question.labels)});
    std::unique_ptr<Waveform> wave;
    if (input.with_media) {
        auto read = read_wave(input);
        if (!read) return tl::unexpected(read.error());
        wave = std::move(*read);
    }
    TimeAxis axis;
    axis.set_recording(wave ? wave->clip()->duration_s() : last_end_s(rows), wave ? wave->clip()->sample_rate : 1'000);
    axis.set_width(width);

    std::string body;
    const Out out(body);
    double y = axis_height + wave_height;
    fmt::format_to(out, R"(<rect y="{}" width="{}" height="{}" fill="#f4f6f8"/>)", axis_height, width, wave_height);
    draw_axis(out, axis);
    if (wave) draw_wave(out, *wave);
    for (Row& row : rows) {
        row.top = y += 4;
        for (const Piece& piece : row.pieces) draw_segment(out, input, axis, row, piece);
        y += row.height();
    }
    y = draw_texts(body, input, y + 8, width);
    return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1:.0f}" width="{0}" )"
                       R"(height="{1:.0f}" font-family="sans-serif" font-size="12">{2}</svg>)",
                       width, y, body);
}

} // namespace biaokao::audio
