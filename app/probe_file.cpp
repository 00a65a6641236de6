#include "app/probe_file.h"

#include <cmath>

#include "engine/base/json.h"

namespace biaokao {
namespace {

Json numbers(std::initializer_list<double> values) {
    Json::Array array;
    for (const double value : values) array.emplace_back(value);
    return Json(std::move(array));
}

} // namespace

std::string json_from_probe(const Probe& probe) {
    Json json{Json::Object{}};
    for (const auto& [id, seen] : probe.all()) {
        Json entry;
        entry.set("kind", seen.kind);
        entry.set("label", seen.label);
        entry.set("value", seen.value);
        entry.set("rect", numbers({seen.in_screen.x, seen.in_screen.y, seen.in_screen.width, seen.in_screen.height}));
        entry.set("enabled", seen.enabled);
        entry.set("visible", seen.visible);
        if (seen.screen_from_content) {
            const Vec2 origin = seen.screen_from_content({0, 0}), unit = seen.screen_from_content({1, 1});
            // A slider with a logarithmic scale has no place for 0.
            if (std::isfinite(origin.x) && std::isfinite(origin.y))
                entry.set("content", numbers({origin.x, origin.y, unit.x - origin.x, unit.y - origin.y}));
        }
        json.set(id, std::move(entry));
    }
    return dump_json(json);
}

void ProbeFile::update(const Probe& probe) {
    if (path_.empty()) return;
    std::string now = json_from_probe(probe);
    if (now == written_) return;
    // A reader may look at any time, so the old or the new text stands there, never half of one.
    if (files_.replace(path_, now)) written_ = std::move(now);
}

} // namespace biaokao
