// The mouse on a document: drag selects, a click chooses the span or arc under it, double and triple clicks take a word
// and a sentence, the ends of the selected span can be dragged. A drag from the tag of a span to another span relates
// them; while a relation is in the hand, a drag from span to span and clicks on them do.
#pragma once

#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

// Where the page stands on the screen.
struct PagePlace {
    Vec2 origin;   // of the page's top left corner, scrolled
    Box in_screen; // the visible part
    [[nodiscard]] Vec2 page_from_screen(Vec2 p) const { return p - origin; }
    [[nodiscard]] Vec2 screen_from_page(Vec2 p) const { return p + origin; }
};

class TextMouse {
public:
    void update(TaskFrame& frame, Workspace& work, const CanvasArea& area, const PagePlace& place);
    void cancel() { gesture_ = Gesture::none, mark_at_s_ = 0; }
    [[nodiscard]] bool dragging() const { return gesture_ != Gesture::none; }
    // A double click under a sticky label waits whether it becomes a triple click.
    [[nodiscard]] bool waiting() const { return mark_at_s_ > 0; }

private:
    enum class Gesture { none, select, relate, start_of_span, end_of_span, scroll_bar };
    void press(TaskFrame& frame, Workspace& work, const PagePlace& place);
    void drag(TaskFrame& frame, Workspace& work, const PagePlace& place);
    void release(TaskFrame& frame, Workspace& work, const PagePlace& place);
    void relate(TaskFrame& frame, Workspace& work, const PagePlace& place);
    void choose(const TaskFrame& frame, Workspace& work, const PagePlace& place) const;
    void mark_when_due(TaskFrame& frame, Workspace& work);

    Gesture gesture_ = Gesture::none;
    Vec2 pressed_at_; // on the screen
    bool moved_ = false;
    std::string pressed_span_; // where a relation begins
    double mark_at_s_ = 0;     // on ImGui's clock; 0: nothing waits
};

// The mark under a point of the page: in a row of marks the one drawn there, in the text the smallest. Null: none.
[[nodiscard]] const Mark* mark_under(const Workspace& work, Vec2 point_in_page);
// The same, where the point is in a row of marks under the text.
[[nodiscard]] const Mark* tag_under(const Workspace& work, Vec2 point_in_page);

constexpr float scroll_bar_width_px = 12; // at 100 %

} // namespace biaokao::spans
