#include "app/settings.h"

#include <algorithm>

#include "engine/base/json.h"

namespace biaokao {
namespace {

constexpr std::size_t most_recent_packs = 10, most_keys = 500;

std::string settings_path(const std::string& home) { return home + "/settings.json"; }

} // namespace

Settings load_settings(const Files& files, const std::string& home) {
    Settings settings;
    const std::string path = settings_path(home);
    const auto bytes = files.read(path, 1 << 20);
    if (!bytes) return settings;
    const auto json = parse_json(*bytes, path);
    if (!json) return settings;
    if (const Json* language = json->find("language"); language && language->string())
        settings.language = *language->string() == "en" ? "en" : "zh";
    if (const Json* theme = json->find("theme"); theme && theme->string()) settings.theme = *theme->string();
    if (const Json* scale = json->find("scale"); scale && scale->is_number())
        settings.scale = std::clamp(scale->number(), 1.0, 2.5);
    if (const Json* clear = json->find("clear_colors"); clear && clear->boolean())
        settings.clear_colors = *clear->boolean();
    if (const Json* keys = json->find("keys"); keys && keys->object())
        for (const auto& [action, chord] : *keys->object())
            if (settings.keys.size() < most_keys) settings.keys[action] = chord.string() ? *chord.string() : "";
    if (const Json* packs = json->find("recent_packs"); packs && packs->array())
        for (const Json& pack : *packs->array())
            if (pack.string() && settings.recent_packs.size() < most_recent_packs)
                settings.recent_packs.push_back(*pack.string());
    return settings;
}

Result<void> save_settings(Files& files, const std::string& home, const Settings& settings) {
    Json packs{Json::Array{}};
    for (const std::string& path : settings.recent_packs) packs.array()->push_back(path);
    Json json;
    json.set("language", settings.language);
    json.set("theme", settings.theme);
    json.set("scale", settings.scale);
    json.set("clear_colors", settings.clear_colors);
    Json keys{Json::Object{}};
    for (const auto& [action, chord] : settings.keys) keys.set(action, chord);
    json.set("keys", std::move(keys));
    json.set("recent_packs", std::move(packs));
    if (auto made = files.make_folders(home); !made) return made;
    return files.replace(settings_path(home), dump_json(json, 2) + "\n");
}

void remember_pack(Settings& settings, const std::string& path) {
    std::erase(settings.recent_packs, path);
    settings.recent_packs.insert(settings.recent_packs.begin(), path);
    if (settings.recent_packs.size() > most_recent_packs) settings.recent_packs.resize(most_recent_packs);
}

} // namespace biaokao
