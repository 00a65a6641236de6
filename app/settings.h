// What the person chose for this machine: language, theme, size, and the packs used before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/base/files.h"

namespace biaokao {

struct Settings {
    std::string language = "zh";
    std::string theme = "light";
    double scale = 1.0;        // 1.0 to 2.5
    bool clear_colors = false; // labels in colours that all eyes tell apart, and with hatches
    // Keys that were chosen, by action id: as the file has them, checked by whoever knows the actions (key_choices.h).
    std::map<std::string, std::string, std::less<>> keys;
    std::vector<std::string> recent_packs; // paths, newest first, at most ten
    friend bool operator==(const Settings&, const Settings&) = default;
};

// Defaults where the file is absent or damaged: settings are never worth an error.
[[nodiscard]] Settings load_settings(const Files& files, const std::string& home);
Result<void> save_settings(Files& files, const std::string& home, const Settings& settings);
void remember_pack(Settings& settings, const std::string& path);

} // namespace biaokao
