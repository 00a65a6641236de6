#include "tasks/types/text_labels/figure_arcs.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/text/xml_escape.h"

namespace biaokao::spans {
namespace {

constexpr float tag_font_size = 9;
constexpr float corner = 4, arrow = 4;

// Up the left leg, along the bar, down the right leg.
std::string path_of(const ArcPiece& piece, float x, float bar, float foot) {
    const float cut = std::min(corner, (piece.right - piece.left) / 2);
    const auto stands_at = [&](float at) { return piece.from_x == at || piece.to_x == at; };
    const float left = x + piece.left, right = x + piece.right;
    std::string path = stands_at(piece.left) ? fmt::format("M{} {}V{}L{} {}", left, foot, bar + cut, left + cut, bar)
                                             : fmt::format("M{} {}", left, bar);
    path += stands_at(piece.right) ? fmt::format("H{}L{} {}V{}", right - cut, right, bar + cut, foot)
                                   : fmt::format("H{}", right);
    return path;
}

} // namespace

std::string arc_svg(const ArcPiece& piece, const ArcInk& ink, float origin_x, float text_top, float lane_height) {
    const float bar = text_top - (static_cast<float>(piece.lane) + 0.5f) * lane_height, foot = text_top + 2;
    std::string svg =
        fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.2\"{}/>",
                    path_of(piece, origin_x, bar, foot), ink.color, ink.dashed ? " stroke-dasharray=\"4 3\"" : "");
    if (piece.to_x) {
        const float tip = origin_x + *piece.to_x;
        svg += fmt::format("<path d=\"M{} {}H{}L{} {}Z\" fill=\"{}\"/>", tip - arrow * 0.7f, foot - arrow,
                           tip + arrow * 0.7f, tip, foot, ink.color);
    }
    const float middle = origin_x + piece.middle;
    svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>",
                       middle - piece.tag_width / 2, bar - tag_font_size / 2, piece.tag_width, tag_font_size);
    svg += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\">{}</text>", middle,
                       bar + tag_font_size * 0.35f, tag_font_size, ink.color, xml_escaped(ink.tag));
    return svg;
}

} // namespace biaokao::spans
