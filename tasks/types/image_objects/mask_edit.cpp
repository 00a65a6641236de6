#include "tasks/types/image_objects/mask_edit.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "tasks/types/image_objects/outline_edit.h"

namespace biaokao::image_objects {
namespace {

constexpr double least_radius_px = 0.71; // a little more than from a corner of a pixel to its centre

struct Rows { // rows whose centres lie in an interval: [first, end)
    std::int64_t first = 0, end = 0;
};

Rows rows_between(double low, double high, std::uint32_t height) {
    const double limit = height;
    return {static_cast<std::int64_t>(std::clamp(std::ceil(low - 0.5), 0.0, limit)),
            static_cast<std::int64_t>(std::clamp(std::floor(high - 0.5) + 1, 0.0, limit))};
}

void append(std::vector<PixelRun>& runs, std::uint32_t column, std::uint32_t height, Rows rows) {
    if (rows.first >= rows.end) return;
    const auto start = column * height + static_cast<std::uint32_t>(rows.first);
    const auto end = column * height + static_cast<std::uint32_t>(rows.end);
    if (!runs.empty() && runs.back().end >= start) runs.back().end = std::max(runs.back().end, end);
    else runs.push_back({start, end});
}

// Both lists are sorted; the first holds gaps between its runs, the second may touch itself.
std::vector<PixelRun> united(const std::vector<PixelRun>& a, const std::vector<PixelRun>& b) {
    std::vector<PixelRun> all;
    all.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all),
               [](const PixelRun& x, const PixelRun& y) { return x.start < y.start; });
    std::vector<PixelRun> runs;
    for (const PixelRun& run : all) {
        if (!runs.empty() && run.start <= runs.back().end) runs.back().end = std::max(runs.back().end, run.end);
        else runs.push_back(run);
    }
    return runs;
}

std::vector<PixelRun> without(const std::vector<PixelRun>& a, const std::vector<PixelRun>& b) {
    std::vector<PixelRun> runs;
    auto hole = b.begin();
    for (PixelRun run : a) {
        while (hole != b.end() && hole->end <= run.start) ++hole;
        for (auto each = hole; each != b.end() && each->start < run.end; ++each) {
            if (each->start > run.start) runs.push_back({run.start, each->start});
            run.start = std::max(run.start, each->end);
            if (run.start >= run.end) break;
        }
        if (run.start < run.end) runs.push_back(run);
    }
    return runs;
}

MaskRuns changed(const MaskRuns& mask, const std::vector<PixelRun>& covered, bool set) {
    return {mask.height, mask.width, set ? united(mask.runs, covered) : without(mask.runs, covered)};
}

// The part of an upright line at x that a round brush covers on its way.
struct Brush {
    Vec2 from, to;
    double radius;
    [[nodiscard]] std::optional<Stretch> at(double x) const {
        Stretch covered{x, std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
        const auto take = [&](double low, double high) {
            covered.from = std::min(covered.from, low);
            covered.to = std::max(covered.to, high);
        };
        for (const Vec2 end : {from, to})
            if (const double off = x - end.x; std::abs(off) <= radius) {
                const double half = std::sqrt(radius * radius - off * off);
                take(end.y - half, end.y + half);
            }
        const Vec2 way = to - from;
        if (const double length = std::hypot(way.x, way.y); length > 0) {
            const Vec2 aside = Vec2{-way.y, way.x} * (radius / length);
            const Vec2 band[] = {from + aside, to + aside, to - aside, from - aside};
            for (int i = 0; i < 4; ++i) {
                const Vec2 a = band[i], b = band[(i + 1) % 4];
                if (a.x == b.x || x < std::min(a.x, b.x) || x > std::max(a.x, b.x)) continue;
                const double y = a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x));
                take(y, y);
            }
        }
        return covered.from <= covered.to ? std::optional(covered) : std::nullopt;
    }
};

} // namespace

MaskRuns clear_mask(Vec2 image_size) {
    return empty_mask(std::llround(image_size.y), std::llround(image_size.x)).value_or(MaskRuns{});
}

MaskRuns painted(const MaskRuns& mask, Vec2 from, Vec2 to, double diameter, bool set) {
    const Brush brush{from, to, std::max(diameter / 2, least_radius_px)};
    std::vector<PixelRun> covered;
    const double last = mask.width;
    const double low = std::clamp(std::floor(std::min(from.x, to.x) - brush.radius), 0.0, last);
    const double high = std::clamp(std::ceil(std::max(from.x, to.x) + brush.radius), 0.0, last);
    for (auto column = static_cast<std::uint32_t>(low); column < static_cast<std::uint32_t>(high); ++column)
        if (const auto stretch = brush.at(column + 0.5))
            append(covered, column, mask.height, rows_between(stretch->from, stretch->to, mask.height));
    return changed(mask, covered, set);
}

MaskRuns filled(const MaskRuns& mask, std::span<const Vec2> ring, bool set) {
    std::vector<PixelRun> covered;
    for (const Stretch& stretch : stretches_inside(ring, 0.5, 1, mask.width))
        append(covered, static_cast<std::uint32_t>(stretch.x), mask.height,
               rows_between(stretch.from, stretch.to, mask.height));
    return changed(mask, covered, set);
}

MaskRuns moved(const MaskRuns& mask, Vec2 delta) {
    const std::int64_t right = std::llround(delta.x), down = std::llround(delta.y), height = mask.height;
    MaskRuns result{mask.height, mask.width, {}};
    if (right == 0 && down == 0) return mask;
    for (const PixelRun& run : mask.runs)
        for (std::int64_t start = run.start; start < run.end;) {
            const std::int64_t column = start / height, end = std::min<std::int64_t>(run.end, (column + 1) * height);
            const std::int64_t goal = column + right, top = column * height;
            if (goal >= 0 && goal < mask.width)
                append(result.runs, static_cast<std::uint32_t>(goal), mask.height,
                       {std::clamp<std::int64_t>(start - top + down, 0, height),
                        std::clamp<std::int64_t>(end - top + down, 0, height)});
            start = end;
        }
    return result;
}

MaskRuns cut_to(const MaskRuns& mask, Vec2 image_size) {
    MaskRuns result = clear_mask(image_size);
    if (result.height == mask.height && result.width == mask.width) return mask;
    for (std::uint32_t column = 0; column < std::min(mask.width, result.width); ++column)
        for (const PixelRun& rows : rows_in_column(mask, column))
            append(result.runs, column, result.height, {rows.start, std::min(rows.end, result.height)});
    return result;
}

std::vector<PixelRun> rows_in_column(const MaskRuns& mask, std::uint32_t column) {
    const std::uint32_t top = column * mask.height, bottom = top + mask.height;
    std::vector<PixelRun> rows;
    auto run = std::partition_point(mask.runs.begin(), mask.runs.end(),
                                    [top](const PixelRun& each) { return each.end <= top; });
    for (; run != mask.runs.end() && run->start < bottom; ++run)
        rows.push_back({std::max(run->start, top) - top, std::min(run->end, bottom) - top});
    return rows;
}

} // namespace biaokao::image_objects
