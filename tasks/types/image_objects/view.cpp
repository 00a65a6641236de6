// The screen of image_objects: tool bar, canvas, side panel; the parts are in the other view_* files.
#include "app/ui/labelling/item_marks.h"
#include "app/ui/labelling/label_palette.h"
#include "tasks/types/image_objects/view_canvas.h"
#include "tasks/types/image_objects/view_drawing.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_label.h"
#include "tasks/types/image_objects/view_one_shape.h"
#include "tasks/types/image_objects/view_panels.h"
#include "tasks/types/image_objects/view_tools.h"

namespace biaokao {
namespace image_objects {
namespace {

class ImageObjectsView : public TaskView {
public:
    void draw_ui(TaskFrame& frame) override;
    void show(std::string_view item, std::string_view object) override;
    const std::string& current_item() const override { return state_.item; }
    void cancel_gesture() override;
    bool undo_in_hand() override;
    void finish_typing(TaskFrame& frame) override;
    void put_away() override { state_.pictures.let_go(); }
    bool animating() const override { return state_.pictures.busy() || state_.gesture.pressed; }

private:
    void follow_item(TaskFrame& frame);

    ViewState state_;
    ItemMarks marks_;
    std::string shown_item_;
    bool was_editable_ = true;
};

// Another picture came up, or the first one: nothing of the old one stays in the hand.
void ImageObjectsView::follow_item(TaskFrame& frame) {
    if (!state_.item_wanted.empty()) state_.item = std::exchange(state_.item_wanted, {});
    if (frame.question.find_item(state_.item) == nullptr) state_.item = frame.question.items.front().id;
    if (shown_item_ == state_.item) return;
    shown_item_ = state_.item;
    cancel_gesture();
    state_.selection.keep_existing(frame.answer.objects, state_.item);
    const ItemSpec& item = *frame.question.find_item(state_.item);
    const auto labels = frame.question.labels_of(item);
    // A group of pictures offers its own labels: a tool that none of them has makes way for that of the first.
    if (!labels.empty() && !tool_fits(state_.tool, frame.question, item))
        choose_tool(state_, tool_of_shape(labels.front()->shape), frame.question, item);
    const Tool draws = state_.tool == Tool::select ? state_.last_tool : state_.tool;
    state_.label = label_for_tool(draws, state_.label, frame.question, item);
    take_up_one_shape(frame, state_, item);
}

void ImageObjectsView::draw_ui(TaskFrame& frame) {
    if (frame.question.items.empty()) return;
    follow_item(frame);
    if (was_editable_ && !frame.editable) cancel_gesture();
    was_editable_ = frame.editable;
    marks_.act_on_keys(frame);
    bool palette_shown = false;
    workspace_ui(
        frame.ui, state_.layout,
        [&] {
            tool_bar_ui(frame, state_, marks_);
            follow_item(frame);
        },
        [&] { canvas_ui(frame, state_, *frame.question.find_item(state_.item)); },
        [&] {
            palette_shown = true;
            side_panel_ui(frame, state_, *frame.question.find_item(state_.item));
        });
    if (!palette_shown && frame.comparison == nullptr)
        if (const auto label =
                label_keys(frame, *frame.question.find_item(state_.item), state_.label, state_.selection))
            follow_label(frame, state_, *frame.question.find_item(state_.item), *label);
    if (const auto done = marks_.carry_out(frame, state_.item, [&] { finish_typing(frame); })) {
        if (!done->item.empty()) show(done->item, done->object);
        state_.focus.wanted = true;
    }
}

void ImageObjectsView::show(std::string_view item, std::string_view object) {
    state_.item = item;
    state_.reveal = object;
    state_.selection.choose(object);
}

void ImageObjectsView::cancel_gesture() {
    state_.gesture = {};
    state_.keyboard_point.reset();
    state_.ask_label = false;
    state_.menu_for.clear();
}

bool ImageObjectsView::undo_in_hand() { return take_back(state_.gesture); }

void ImageObjectsView::finish_typing(TaskFrame& frame) {
    state_.attributes.finish_typing(frame);
    finish_result_name(frame, state_.result_name);
    if (state_.typed.typing) finish_typed_numbers(frame, state_);
}

} // namespace
} // namespace image_objects

std::unique_ptr<TaskView> make_image_objects_view();
std::unique_ptr<TaskView> make_image_objects_view() { return std::make_unique<image_objects::ImageObjectsView>(); }

} // namespace biaokao
