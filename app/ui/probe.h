// What stands on the screen, by id: where a widget is, what it says, whether it can be used. The demonstration,
// the tests and the accessibility texts read it; drawing never does.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "engine/geometry/vec.h"

namespace biaokao {

struct Seen {
    std::string kind;  // "button", "text", "field", "choice", "check", "row", "canvas", …
    std::string label; // what it says, translated
    std::string value; // what it holds
    Box in_screen;
    bool enabled = true;
    bool visible = true; // not clipped away
    // Canvases: from the space of their content (image pixels; x = seconds; code points) to the screen.
    std::function<Vec2(Vec2)> screen_from_content;
};

class Probe {
public:
    void begin_frame() { next_.clear(); }
    void end_frame() { seen_.swap(next_); }
    void add(std::string id, Seen seen) { next_.insert_or_assign(std::move(id), std::move(seen)); }
    // Of the last whole frame.
    [[nodiscard]] const Seen* find(std::string_view id) const;
    [[nodiscard]] const std::map<std::string, Seen, std::less<>>& all() const { return seen_; }

private:
    std::map<std::string, Seen, std::less<>> seen_, next_;
};

} // namespace biaokao
