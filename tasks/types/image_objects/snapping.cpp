#include "tasks/types/image_objects/snapping.h"

#include <array>
#include <cmath>
#include <span>

namespace biaokao::image_objects {
namespace {

struct Pull {
    double delta = 0;
    std::optional<SnapLine> line;
};

// The nearest line to any of `places` that runs beside the stretch low…high.
Pull nearest(const std::vector<SnapLine>& lines, std::span<const double> places, double low, double high,
             double reach) {
    Pull best;
    for (const SnapLine& line : lines) {
        if (low > line.to + reach || high < line.from - reach) continue;
        for (const double place : places) {
            const double delta = line.at - place;
            if (std::abs(delta) > reach || (best.line && std::abs(delta) >= std::abs(best.delta))) continue;
            best = {delta, line};
        }
    }
    return best;
}

} // namespace

void add_box_lines(SnapLines& lines, const Box& box) {
    lines.upright.push_back({box.x, box.y, box.bottom()});
    lines.upright.push_back({box.right(), box.y, box.bottom()});
    lines.level.push_back({box.y, box.x, box.right()});
    lines.level.push_back({box.bottom(), box.x, box.right()});
}

Snap snap_point(const SnapLines& lines, Vec2 point, double reach, bool use_x, bool use_y) {
    Pull x, y;
    if (use_x) x = nearest(lines.upright, std::array{point.x}, point.y, point.y, reach);
    if (use_y) y = nearest(lines.level, std::array{point.y}, point.x, point.x, reach);
    return {{x.delta, y.delta}, x.line, y.line};
}

Snap snap_box(const SnapLines& lines, const Box& box, double reach) {
    const Pull x = nearest(lines.upright, std::array{box.x, box.right()}, box.y, box.bottom(), reach);
    const Pull y = nearest(lines.level, std::array{box.y, box.bottom()}, box.x, box.right(), reach);
    return {{x.delta, y.delta}, x.line, y.line};
}

} // namespace biaokao::image_objects
