// Plays a demonstration script through the real program, off screen or in a window, and tells the score it ends with.
#pragma once

#include <string>

#include "app/app.h"
#include "engine/score/score.h"

namespace biaokao {

struct ReplayOptions {
    std::string script;
    std::string language = "zh";
    bool watch = false; // in a window, at a speed that a person can follow
    int width = 1366, height = 768;
    double scale = 1.0;
    std::string theme = "light";
    std::string screenshot_folder; // empty: "shot" actions draw nothing
    std::string save_path;         // empty: the submission goes with the temporary folder
};

// The sheet that the demonstration ended with. "error.demo_score" when its total is not the one the script names;
// an action that cannot be done is the driver's error, within "demo.jsonl:line n".
[[nodiscard]] Result<ScoreSheet> replay_demo(const ReplayOptions& options, const Locales& locales);

} // namespace biaokao
