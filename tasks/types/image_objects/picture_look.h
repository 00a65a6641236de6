// How a picture is looked at, which is nobody's answer: brightness, contrast, gamma, what of the objects is seen, grid,
// minimap. Stays from one picture to the next until it is reset (annotation-tools.md 3, rule 3), and is never exported.
#pragma once

#include "engine/media/picture_levels.h"

namespace biaokao::image_objects {

struct PictureAdjust {
    double brightness = 0; // -1 to 1, added
    double contrast = 0;   // -1 (all grey) to 1 (five times), around the middle
    double gamma = 1;      // 0.2 to 5; above 1 the dark parts become lighter
    friend bool operator==(const PictureAdjust&, const PictureAdjust&) = default;
};

// Gamma first, then contrast, then brightness. Without adjustment every value stays.
[[nodiscard]] ToneTable tone_table(const PictureAdjust& adjust);

struct Tone {
    ToneTable table = tone_table({});
    unsigned version = 0; // grows with each change: textures of an older one are made anew
};

struct PictureLook {
    PictureAdjust adjust;
    Tone tone;                // of `adjust`
    bool adjust_open = false; // the panel with its sliders
    bool grid = false;
    bool tags = true;           // the labels of the objects, in words
    bool only_selected = false; // the others are seen when the pointer is on them, and while nothing is selected
    bool minimap = true;        // from 200 % on
    bool minimap_held = false;
};

void set_adjust(PictureLook& look, const PictureAdjust& adjust);

// Original pixels between two lines of the grid: 30, or 30 times a power of two, so that the lines stand at least
// `least_in_screen` apart on the screen.
[[nodiscard]] double grid_step(double zoom, double least_in_screen);

} // namespace biaokao::image_objects
