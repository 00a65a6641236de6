// The text desk: documents, the text with its marks, side panel. What each part does stands in its own file.
#include <algorithm>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/item_marks.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/task_view.h"
#include "app/ui/widgets.h"
#include "tasks/types/text_labels/view_compared.h"
#include "tasks/types/text_labels/view_find.h"
#include "tasks/types/text_labels/view_keys.h"
#include "tasks/types/text_labels/view_label_menu.h"
#include "tasks/types/text_labels/view_look.h"
#include "tasks/types/text_labels/view_marks.h"
#include "tasks/types/text_labels/view_paint.h"
#include "tasks/types/text_labels/view_side.h"
#include "tasks/types/text_labels/view_spans.h"
#include "tasks/types/text_labels/view_tips.h"
#include "tasks/types/text_labels/view_tools.h"

namespace biaokao {
namespace spans {
namespace {

constexpr float page_padding_in_em = 0.8f;

class TextLabelsView final : public TaskView {
public:
    void draw_ui(TaskFrame& frame) override;
    void show(std::string_view item, std::string_view object) override;
    [[nodiscard]] const std::string& current_item() const override { return item_; }
    void cancel_gesture() override;
    void finish_typing(TaskFrame& frame) override;
    [[nodiscard]] bool animating() const override { return mouse_.dragging() || mouse_.waiting(); }

private:
    void choose_item(TaskFrame& frame, const std::string& before);
    void reveal_wanted(const TaskFrame& frame);
    void tools_part_ui(TaskFrame& frame, const ItemSpec& item);
    void canvas_part_ui(TaskFrame& frame, const ItemSpec& item);
    bool canvas_ui(TaskFrame& frame, const ItemSpec& item, float height);
    void side_part_ui(TaskFrame& frame, const ItemSpec& item);

    std::string item_, to_reveal_;
    Workspace work_;
    TextMouse mouse_;
    SidePanel side_;
    FindBar find_;
    ItemMarks marks_;
    WorkspaceLayout layout_;
    bool narrow_ = false; // the panel is folded: documents and saving stand above the text
};

void TextLabelsView::draw_ui(TaskFrame& given) {
    // A long answer is compared with what was drawn once a frame, and again only after a command of this frame.
    work_.answer_seen = false;
    TaskFrame frame = given;
    frame.emit = [&](std::string_view label, Patch patch) {
        work_.answer_seen = false;
        given.emit(label, std::move(patch));
    };
    const ItemSpec* item = frame.question.find_item(item_);
    if (item == nullptr) item = &frame.question.items.front();
    item_ = item->id;
    open_document(frame, work_, *item);
    update_marks(frame, work_);
    reveal_wanted(frame);
    act_on_keys(frame, work_, *item, mouse_.dragging());
    marks_.act_on_keys(frame);
    narrow_ = workspace_is_narrow(frame.ui);
    workspace_ui(
        frame.ui, layout_, [&] { tools_part_ui(frame, *item); }, [&] { canvas_part_ui(frame, *item); },
        [&] { side_part_ui(frame, *item); }, frame.comparison != nullptr);
    if (const auto done = marks_.carry_out(frame, work_.item, [&] { finish_typing(frame); })) {
        if (!done->item.empty()) {
            cancel_gesture();
            show(done->item, done->object);
        }
        work_.focus.wanted = true;
    }
}

// Another document was chosen: what is in the hand belongs to the one before.
void TextLabelsView::choose_item(TaskFrame& frame, const std::string& before) {
    if (item_ == before) return;
    commit_draft(frame, work_);
    mouse_.cancel();
    work_.relation.reset();
    work_.focus.wanted = true;
}

// What show() asked for, and the first highlighted mark when another rubric item was chosen.
void TextLabelsView::reveal_wanted(const TaskFrame& frame) {
    if (frame.comparison == nullptr) work_.highlighted.clear();
    else if (work_.highlighted != frame.comparison->highlighted) {
        work_.highlighted = frame.comparison->highlighted;
        const auto reveal_first = [&](const auto& all) {
            for (const Marked& marked : all)
                if (to_reveal_.empty() && !look_of(frame, work_, marked).faint && !work_.highlighted.empty())
                    to_reveal_ = marked.id();
        };
        reveal_first(work_.marks);
        reveal_first(work_.arcs);
    }
    if (to_reveal_.empty() || !work_.page) return;
    choose_object(work_, to_reveal_);
    to_reveal_.clear();
}

void TextLabelsView::tools_part_ui(TaskFrame& frame, const ItemSpec& item) {
    // Where the panel with the list of documents is folded away, the strip and its keys stand here.
    if (narrow_) {
        const std::string before = item_;
        item_strip_ui(frame, item_);
        choose_item(frame, before);
    }
    tools_ui(frame, work_, item, !narrow_);
    if (narrow_ && frame.comparison == nullptr) marks_.buttons_ui(frame, work_.item, false);
    find_.draw_ui(frame, work_);
    document_classes_ui(frame, work_, item);
}

void TextLabelsView::canvas_part_ui(TaskFrame& frame, const ItemSpec& item) {
    Ui& ui = frame.ui;
    if (work_.document_error) return paragraphs(ui, ui.translator().sentence(*work_.document_error), TextLook::bad);
    const float status = ImGui::GetTextLineHeightWithSpacing();
    const bool focused = canvas_ui(frame, item, ImGui::GetContentRegionAvail().y - status);
    status_ui(frame, work_, item, focused);
}

bool TextLabelsView::canvas_ui(TaskFrame& frame, const ItemSpec& item, float height) {
    Ui& ui = frame.ui;
    const float width = ImGui::GetContentRegionAvail().x, padding = page_padding_in_em * ui.em();
    update_page(ui, work_, std::max(width - 2 * padding - ui.px(scroll_bar_width_px), 4 * ui.em()));
    update_marks(frame, work_); // commands of this frame's keys are in the answer already
    work_.view_height = std::max(height - padding, 1.0f);
    if (std::exchange(work_.reveal_caret, false)) reveal(work_, work_.caret.at);
    clamp_scroll(work_);
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    PagePlace place{.origin = {corner.x + padding, corner.y + padding - work_.scroll},
                    .in_screen = {corner.x, corner.y, width, height}};
    const auto screen_from_content = [page = work_.page, origin = place.origin](Vec2 content) {
        const auto at = static_cast<std::size_t>(std::max(content.x, 0.0));
        const std::size_t line = page->line_of(at);
        return origin + Vec2{page->x_of(line, at) + 1, page->lines()[line].top + page->metrics().text_height / 2};
    };
    const CanvasArea area(ui, "canvas", {width, height}, work_.focus, screen_from_content);
    ImGui::GetWindowDrawList()->AddRectFilled(corner, {corner.x + width, corner.y + height}, ui.theme().panel);
    mouse_.update(frame, work_, area, place);
    place.origin.y = corner.y + padding - work_.scroll;
    paint_page(frame, work_, place, area.focused);
    paint_scroll_bar(ui, work_, place);
    if (area.hovered && !mouse_.dragging()) tip_ui(frame, work_, place);
    if (frame.editable && work_.caret.selects() && !work_.relation && !mouse_.dragging() && !mouse_.waiting())
        if (const auto chosen = label_menu_ui(frame, work_, item, place)) {
            work_.label = *chosen;
            mark_selection(frame, work_, *chosen);
        }
    return area.focused;
}

void TextLabelsView::side_part_ui(TaskFrame& frame, const ItemSpec& item) {
    const bool compares = frame.comparison != nullptr;
    const float save_height = narrow_ ? 0 : ImGui::GetFrameHeightWithSpacing();
    const float foot = compares ? 0 : SidePanel::name_height(frame) + save_height;
    compat::begin_child("###upper", {0, -foot - 1}, false);
    const float all = ImGui::GetContentRegionAvail().y;
    if (!narrow_) {
        const std::string before = item_;
        side_.documents_ui(frame, item_, side_.documents_height(frame, item, all));
        choose_item(frame, before);
    }
    if (compares) compared_marks_ui(frame, work_);
    else side_.labels_ui(frame, work_, item);
    ImGui::EndChild();
    if (compares) return;
    side_.name_ui(frame);
    if (!narrow_) marks_.buttons_ui(frame, work_.item);
}

void TextLabelsView::show(std::string_view item, std::string_view object) {
    if (!item.empty()) item_ = item;
    to_reveal_ = object;
}

void TextLabelsView::cancel_gesture() {
    mouse_.cancel();
    work_.draft.reset();
    work_.relation.reset();
}

void TextLabelsView::finish_typing(TaskFrame& frame) {
    commit_draft(frame, work_);
    side_.finish_typing(frame);
}

} // namespace
} // namespace spans

std::unique_ptr<TaskView> make_text_labels_view();
std::unique_ptr<TaskView> make_text_labels_view() { return std::make_unique<spans::TextLabelsView>(); }

} // namespace biaokao
