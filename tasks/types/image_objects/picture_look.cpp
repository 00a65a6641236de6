#include "tasks/types/image_objects/picture_look.h"

#include <algorithm>
#include <cmath>

namespace biaokao::image_objects {

ToneTable tone_table(const PictureAdjust& adjust) {
    constexpr double steepest = 4; // what full contrast adds to the slope
    const double slope = 1 + adjust.contrast * (adjust.contrast > 0 ? steepest : 1);
    const double exponent = 1 / std::clamp(adjust.gamma, 0.2, 5.0);
    ToneTable table;
    for (std::size_t value = 0; value < table.size(); ++value) {
        const double stored = static_cast<double>(value) / 255;
        const double shown = (std::pow(stored, exponent) - 0.5) * slope + 0.5 + adjust.brightness;
        table[value] = static_cast<std::uint8_t>(std::lround(std::clamp(shown, 0.0, 1.0) * 255));
    }
    return table;
}

void set_adjust(PictureLook& look, const PictureAdjust& adjust) {
    if (look.adjust == adjust) return;
    look.adjust = adjust;
    look.tone = {tone_table(adjust), look.tone.version + 1};
}

double grid_step(double zoom, double least_in_screen) {
    constexpr double finest_px = 30; // as Label Studio has it
    double step = finest_px;
    while (step * zoom < least_in_screen && step < 1e6) step *= 2;
    return step;
}

} // namespace biaokao::image_objects
