// How a span or a relation looks: by its label, or by its verdict in a comparison.
#pragma once

#include <cstdint>
#include <string>

#include <imgui.h>

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

struct MarkLook {
    std::uint32_t color = 0;
    std::string words; // of its tag
    bool dashed = false;
    bool doubtful = false; // overlaps another span, and the task warns of that
    bool faint = false;    // another item of the rubric is highlighted
};
[[nodiscard]] MarkLook look_of(const TaskFrame& frame, const Workspace& work, const Marked& marked);
// What stands in the hand, or was marked a moment ago, under a label alone.
[[nodiscard]] std::uint32_t color_of_label(const TaskFrame& frame, std::string_view label);

constexpr double faint_opacity = 0.5;

// A filled label of at most `room` pixels, its upper left corner at `at`.
void draw_tag(ImDrawList& list, const Ui& ui, ImVec2 at, float room, const MarkLook& look);
[[nodiscard]] float tag_width(const Ui& ui, std::string_view words);
[[nodiscard]] float tag_height(const Ui& ui);

} // namespace biaokao::spans
