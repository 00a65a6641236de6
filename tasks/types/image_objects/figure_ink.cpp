#include "tasks/types/image_objects/figure_ink.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "engine/answer/shape_bounds.h"
#include "engine/text/xml_escape.h"

namespace biaokao::image_objects {
namespace {

constexpr double font_units = 17, line_units = 3;

// Letters of SVG text cannot be measured without a font: Chinese is one em wide, the rest a little over half.
double width_in_em(std::string_view words) {
    double width = 0;
    for (std::size_t i = 0; i < words.size();) {
        const auto lead = static_cast<unsigned char>(words[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        width += bytes < 3 ? 0.58 : 1.0;
        i += bytes;
    }
    return width;
}

bool overlap(const Box& a, const Box& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool dark_ink_on(std::string_view hex) {
    std::uint32_t value = 0;
    if (hex.size() == 7) std::from_chars(hex.data() + 1, hex.data() + 7, value, 16);
    const double red = value >> 16 & 255, green = value >> 8 & 255, blue = value & 255;
    return 0.30 * red + 0.59 * green + 0.11 * blue > 140;
}

} // namespace

VerdictInk ink_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::matched: return {"#3ddc97", "✓", "matched"};
    case Verdict::wrong_label: return {"#ffa528", "≠", "wrong_label"};
    case Verdict::near_miss: return {"#fae846", "≈", "near_miss"};
    case Verdict::missing: return {"#ff6054", "○", "missing"};
    case Verdict::extra: return {"#ff6054", "×", "extra"};
    case Verdict::ignored: return {"#bec4cc", "–", "ignored"};
    }
    return {"#bec4cc", "", ""};
}

FigureInk::FigureInk(int width, int height, std::string_view title)
    : width_(width), height_(height), unit_(std::max(width, height) / 1000.0) {
    svg_ = fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" role="img" )"
                       R"(style="display:block;width:100%;height:auto;max-height:90vh;background:#14171b">)"
                       R"(<title>{2}</title>)",
                       width, height, xml_escaped(title));
}

void FigureInk::picture(std::string_view address) {
    svg_ += fmt::format(R"(<image width="{}" height="{}" preserveAspectRatio="none" href="{}"/>)", width_, height_,
                        address);
}

void FigureInk::open_group(const ObjectVerdict& verdict) {
    svg_ += fmt::format(R"(<g data-verdict="{}" data-object="{}" data-reference="{}">)", ink_of(verdict.verdict).name,
                        xml_escaped(verdict.object), xml_escaped(verdict.reference));
}

void FigureInk::close_group() { svg_ += "</g>"; }

void FigureInk::shape(const Shape& shape, std::string_view color, bool dashed) {
    if (const auto* upright = std::get_if<Box>(&shape)) box(*upright, color, dashed);
    if (const auto* turned = std::get_if<RotatedBox>(&shape)) line(corners_of(*turned), true, color, dashed);
    if (const auto* round = std::get_if<Ellipse>(&shape)) ellipse(*round, color, dashed);
    if (const auto* polygon = std::get_if<Polygon>(&shape)) line(polygon->points, true, color, dashed);
    if (const auto* polyline = std::get_if<Polyline>(&shape)) line(polyline->points, false, color, dashed);
    if (const auto* points = std::get_if<Keypoints>(&shape)) keypoints(*points, color, dashed);
    if (const auto* runs = std::get_if<MaskRuns>(&shape)) mask(*runs, color, dashed);
}

void FigureInk::bones(const std::vector<Bone>& bones, std::string_view color, bool dashed) {
    for (const Bone& bone : bones)
        stroke(fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}"{})", bone.from.x, bone.from.y, bone.to.x, bone.to.y,
                           bone.faint ? R"( opacity="0.45")" : ""),
               color, dashed);
}

void FigureInk::stroke(std::string_view element, std::string_view color, bool dashed) {
    const double line = line_units * unit_;
    const std::string dashes =
        dashed ? fmt::format(R"( stroke-dasharray="{:.2f} {:.2f}")", 3 * line, 2 * line) : std::string();
    svg_ += fmt::format(R"({} stroke="#000" stroke-opacity="0.6" stroke-width="{:.2f}"/>)", element, 1.9 * line);
    svg_ += fmt::format(R"({} stroke="{}" stroke-width="{:.2f}"{}/>)", element, xml_escaped(color), line, dashes);
}

void FigureInk::box(const Box& box, std::string_view color, bool dashed) {
    stroke(
        fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" fill="none")", box.x, box.y, box.width, box.height),
        color, dashed);
}

void FigureInk::ellipse(const Ellipse& ellipse, std::string_view color, bool dashed) {
    const Vec2 centre = ellipse.centre;
    stroke(fmt::format(R"svg(<ellipse cx="{}" cy="{}" rx="{}" ry="{}" transform="rotate({} {} {})" fill="none")svg",
                       centre.x, centre.y, ellipse.radius_x, ellipse.radius_y, ellipse.degrees, centre.x, centre.y),
           color, dashed);
}

void FigureInk::line(const std::vector<Vec2>& points, bool closed, std::string_view color, bool dashed) {
    std::string list;
    for (const Vec2 point : points) list += fmt::format("{}{},{}", list.empty() ? "" : " ", point.x, point.y);
    stroke(fmt::format(R"(<{} points="{}" fill="none")", closed ? "polygon" : "polyline", list), color, dashed);
}

// Hidden points are hollow, unlabelled ones are not there.
void FigureInk::keypoints(const Keypoints& keypoints, std::string_view color, bool dashed) {
    for (const Keypoint& point : keypoints.points) {
        if (point.visibility == Visibility::unlabelled) continue;
        const std::string fill = point.visibility == Visibility::visible ? xml_escaped(color) : std::string("none");
        stroke(fmt::format(R"(<circle cx="{}" cy="{}" r="{:.2f}" fill="{}")", point.at.x, point.at.y,
                           2 * line_units * unit_, fill),
               color, dashed);
    }
}

// A tint over the pixels, one bar for each run inside a column.
void FigureInk::mask(const MaskRuns& mask, std::string_view color, bool dashed) {
    std::string path;
    for (const PixelRun& run : mask.runs) {
        for (std::uint32_t start = run.start; start < run.end;) {
            const std::uint32_t column = start / mask.height, bottom = (column + 1) * mask.height;
            const std::uint32_t end = std::min(run.end, bottom);
            path += fmt::format("M{} {}h1v{}h-1z", column, start % mask.height, end - start);
            start = end;
        }
    }
    svg_ += fmt::format(R"(<path d="{}" fill="{}" fill-opacity="{}"/>)", path, xml_escaped(color), dashed ? 0.3 : 0.5);
}

Box FigureInk::place_for_label(const Box& box, double width, double height) const {
    const double gap = line_units * unit_;
    const std::array candidates{Vec2{box.x, box.y - height - gap}, Vec2{box.x, box.bottom() + gap},
                                Vec2{box.right() + gap, box.y}, Vec2{box.x - width - gap, box.y},
                                Vec2{box.x + gap, box.y + gap}};
    const Box whole{0, 0, width_, height_};
    for (const Vec2 corner : candidates) {
        const Box place{corner.x, corner.y, width, height};
        const bool inside = whole.contains(corner) && whole.contains({place.right(), place.bottom()});
        const bool free =
            std::none_of(placed_.begin(), placed_.end(), [&](const Box& other) { return overlap(other, place); });
        if (inside && free) return place;
    }
    return {std::clamp(box.x, 0.0, std::max(width_ - width, 0.0)),
            std::clamp(box.y - height, 0.0, std::max(height_ - height, 0.0)), width, height};
}

void FigureInk::label(const Box& box, std::string_view words, std::string_view color) {
    const double font = font_units * unit_, height = 1.4 * font;
    const Box place = place_for_label(box, (width_in_em(words) + 0.8) * font, height);
    placed_.push_back(place);
    labels_ += fmt::format(R"(<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" rx="{:.2f}" fill="{}"/>)",
                           place.x, place.y, place.width, place.height, 0.25 * font, xml_escaped(color));
    labels_ += fmt::format(
        R"(<text x="{:.2f}" y="{:.2f}" font-size="{:.2f}" font-family="'Noto Sans CJK SC','Microsoft YaHei',sans-serif" )"
        R"(fill="{}">{}</text>)",
        place.x + 0.4 * font, place.y + 1.05 * font, font, dark_ink_on(color) ? "#10141a" : "#ffffff",
        xml_escaped(words));
}

std::string FigureInk::finish() { return svg_ + labels_ + "</svg>"; }

} // namespace biaokao::image_objects
