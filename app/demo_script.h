// A demonstration: line 1 names the pack and the score it must reach, each further line one action of a user.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/half_points.h"
#include "engine/base/result.h"
#include "engine/geometry/vec.h"

namespace biaokao {

struct DemoAction {
    enum class Kind { click, double_click, drag, key, type, wait, shot };
    Kind kind = Kind::click;
    std::string on;               // id of the widget, "exam/work/canvas"
    std::optional<Vec2> from, to; // on a canvas, in its own space (pixels of the picture, seconds, code points)
    std::string text;             // type: the text; key: the chord; shot: the picture's name
    std::int64_t wait_ms = 0;
    std::string where; // "demo.jsonl:line 7"
};

struct DemoScript {
    std::string pack_path; // as written, relative to the script's folder
    HalfPoints expected_total;
    std::vector<DemoAction> actions;
};

// Errors name the line: "error.demo_line", or what JSON says.
[[nodiscard]] Result<DemoScript> read_demo_script(std::string_view bytes, const std::string& file);

} // namespace biaokao
