#include "tasks/types/text_labels/view_mouse.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "engine/text/words.h"
#include "tasks/types/text_labels/view_arcs.h"
#include "tasks/types/text_labels/view_relations.h"
#include "tasks/types/text_labels/view_spans.h"

namespace biaokao::spans {
namespace {

constexpr float drag_from_px = 5, hit_radius_px = 6; // annotation-tools.md section 3
constexpr float wheel_lines = 3;

Vec2 mouse_in_screen() {
    const ImVec2 at = ImGui::GetMousePos();
    return {at.x, at.y};
}

struct Spot {
    std::size_t line, boundary, cluster;
    bool at_line_end;
};

Spot spot_at(const Page& page, Vec2 point_in_page) {
    const std::size_t line = page.line_at(static_cast<float>(point_in_page.y));
    const auto x = static_cast<float>(point_in_page.x);
    const std::size_t boundary = page.boundary_at(line, x);
    const PageLine& at = page.lines()[line];
    return {line, boundary, page.cluster_at(line, x), boundary == at.range.end && at.is_soft()};
}

// The end of the selected span under the pointer, which wins over everything else there.
std::optional<SpanEnd> end_under(const Ui& ui, const Workspace& work, Vec2 point_in_page) {
    const Mark* mark = work.selection.size() == 1 ? work.find_mark(work.selection.anchor()) : nullptr;
    if (mark == nullptr || mark->from_reference) return std::nullopt;
    const auto is_near = [&](std::size_t boundary, bool line_end) {
        const std::size_t line = work.page->line_of(boundary, line_end);
        const float top = work.page->lines()[line].top, x = work.page->x_of(line, boundary);
        return std::abs(point_in_page.x - x) <= ui.px(hit_radius_px) && point_in_page.y >= top &&
               point_in_page.y < top + work.page->metrics().text_height;
    };
    if (is_near(mark->range.end, true)) return SpanEnd::end;
    if (is_near(mark->range.start, false)) return SpanEnd::start;
    return std::nullopt;
}

void select_range(Workspace& work, TextRange range) {
    work.selection.clear();
    work.exactly = false;
    work.caret.put(range.start, false);
    work.caret.put(range.end, true);
}

bool on_scroll_bar(const Ui& ui, const Workspace& work, const PagePlace& place, Vec2 point_in_screen) {
    return work.page->height() > work.view_height &&
           point_in_screen.x >= place.in_screen.right() - ui.px(scroll_bar_width_px);
}

void scroll_to_pointer(Workspace& work, const PagePlace& place, Vec2 point_in_screen) {
    const double share = (point_in_screen.y - place.in_screen.y) / std::max(place.in_screen.height, 1.0);
    work.scroll = static_cast<float>(share) * work.page->height() - work.view_height / 2;
    clamp_scroll(work);
}

// Where a press begins a relation: any span while one is in the hand, else the tag of one.
const Mark* relation_start(const TaskFrame& frame, const Workspace& work, Vec2 point_in_page) {
    const ItemSpec* item = frame.question.find_item(work.item);
    if (!frame.editable || item == nullptr || !offers_relations(frame, *item)) return nullptr;
    const Mark* mark = work.relation ? mark_under(work, point_in_page) : tag_under(work, point_in_page);
    return mark != nullptr && !mark->from_reference ? mark : nullptr;
}

bool points_at_object(const TaskFrame& frame, const Workspace& work, Vec2 point_in_page) {
    return relation_start(frame, work, point_in_page) != nullptr || arc_under(frame.ui, work, point_in_page) != nullptr;
}

} // namespace

const Mark* mark_under(const Workspace& work, Vec2 point_in_page) {
    if (!work.page || point_in_page.y < 0 || point_in_page.y > work.page->height()) return nullptr;
    const Page& page = *work.page;
    const std::size_t line = page.line_at(static_cast<float>(point_in_page.y));
    const float in_line = static_cast<float>(point_in_page.y) - page.lines()[line].top;
    const float in_rows = in_line - page.metrics().text_height;
    const int row = in_rows < 0 ? -1 : static_cast<int>(in_rows / page.metrics().row_height);
    const auto x = static_cast<float>(point_in_page.x);
    if (in_line < 0) return nullptr; // among the arcs over the line
    if (x < 0 || x >= page.lines()[line].width) return nullptr;
    const std::size_t at = page.cluster_at(line, x);
    const Mark* best = nullptr;
    for (std::size_t i = 0; i < work.marks.size(); ++i) {
        const Mark& mark = work.marks[i];
        if (at < mark.range.start || at >= mark.range.end || (row >= 0 && work.rows[i] != row)) continue;
        if (best == nullptr || mark.range.size() < best->range.size()) best = &mark;
    }
    return best;
}

const Mark* tag_under(const Workspace& work, Vec2 point_in_page) {
    const Mark* mark = mark_under(work, point_in_page);
    if (mark == nullptr) return nullptr;
    const Page& page = *work.page;
    const auto y = static_cast<float>(point_in_page.y);
    return y >= page.lines()[page.line_at(y)].top + page.metrics().text_height ? mark : nullptr;
}

void TextMouse::update(TaskFrame& frame, Workspace& work, const CanvasArea& area, const PagePlace& place) {
    if (!work.page) return;
    if (area.hovered && ImGui::GetIO().MouseWheel != 0 && !ImGui::GetIO().KeyCtrl) {
        work.scroll -= ImGui::GetIO().MouseWheel * wheel_lines * work.page->metrics().text_height;
        clamp_scroll(work);
    }
    if (area.hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) press(frame, work, place);
    else if (dragging()) {
        drag(frame, work, place); // in the frame of the release too: a quick hand does both between two frames
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) release(frame, work, place);
    }
    mark_when_due(frame, work);
    const bool over_end =
        area.hovered && !dragging() && end_under(frame.ui, work, place.page_from_screen(mouse_in_screen())).has_value();
    if (over_end || gesture_ == Gesture::start_of_span || gesture_ == Gesture::end_of_span)
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    else if (area.hovered && points_at_object(frame, work, place.page_from_screen(mouse_in_screen())))
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    else if (area.hovered && !on_scroll_bar(frame.ui, work, place, mouse_in_screen()))
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
}

void TextMouse::press(TaskFrame& frame, Workspace& work, const PagePlace& place) {
    commit_draft(frame, work);
    pressed_at_ = mouse_in_screen();
    moved_ = false;
    mark_at_s_ = 0;
    gesture_ = Gesture::none;
    const Vec2 point = place.page_from_screen(pressed_at_);
    if (on_scroll_bar(frame.ui, work, place, pressed_at_)) {
        gesture_ = Gesture::scroll_bar;
        return scroll_to_pointer(work, place, pressed_at_);
    }
    if (const Mark* mark = relation_start(frame, work, point)) {
        gesture_ = Gesture::relate;
        pressed_span_ = mark->object;
        return;
    }
    if (work.relation) return; // beside the spans: nothing is selected while its ends are looked for
    const Spot spot = spot_at(*work.page, point);
    const int clicks = ImGui::GetMouseClickedCount(ImGuiMouseButton_Left);
    if (clicks >= 2) {
        const Document& document = *work.document;
        select_range(work, clicks == 2 ? word_at(document.text, document.index, spot.cluster)
                                       : sentence_at(document.text, document.index, spot.cluster));
        if (frame.editable && !offered_label(frame, work).empty())
            mark_at_s_ = ImGui::GetTime() + (clicks == 2 ? ImGui::GetIO().MouseDoubleClickTime : 0.0);
        return;
    }
    if (const auto end = frame.editable ? end_under(frame.ui, work, point) : std::nullopt) {
        gesture_ = *end == SpanEnd::start ? Gesture::start_of_span : Gesture::end_of_span;
        return;
    }
    gesture_ = Gesture::select;
    const bool extend = ImGui::GetIO().KeyShift;
    if (extend) work.selection.clear();
    work.caret.put(spot.boundary, extend, spot.at_line_end);
}

void TextMouse::drag(TaskFrame& frame, Workspace& work, const PagePlace& place) {
    const Vec2 mouse = mouse_in_screen();
    moved_ = moved_ || std::hypot(mouse.x - pressed_at_.x, mouse.y - pressed_at_.y) > frame.ui.px(drag_from_px);
    if (gesture_ == Gesture::scroll_bar) return scroll_to_pointer(work, place, mouse);
    if (!moved_) return;
    // Beyond the edge the page follows, faster the further out the pointer is.
    if (mouse.y < place.in_screen.y) work.scroll -= static_cast<float>(place.in_screen.y - mouse.y) * 0.2f + 1;
    if (mouse.y > place.in_screen.bottom())
        work.scroll += static_cast<float>(mouse.y - place.in_screen.bottom()) * 0.2f + 1;
    clamp_scroll(work);
    if (gesture_ == Gesture::relate) {
        if (!work.relation) work.relation = RelationInHand{.first = {}, .second = {}, .by_drag = true};
        if (work.relation->first.empty()) work.relation->first = pressed_span_;
        return;
    }
    const Spot spot = spot_at(*work.page, place.page_from_screen(mouse));
    if (gesture_ == Gesture::start_of_span) return drag_end(frame, work, SpanEnd::start, spot.boundary);
    if (gesture_ == Gesture::end_of_span) return drag_end(frame, work, SpanEnd::end, spot.boundary);
    work.selection.clear();
    work.caret.put(spot.boundary, true, spot.at_line_end);
}

void TextMouse::release(TaskFrame& frame, Workspace& work, const PagePlace& place) {
    const Gesture gesture = std::exchange(gesture_, Gesture::none);
    if (gesture == Gesture::scroll_bar) return;
    if (gesture == Gesture::relate) return relate(frame, work, place);
    if (gesture != Gesture::select) return commit_draft(frame, work);
    if (!moved_ && !work.caret.selects()) return choose(frame, work, place);
    trim_selection(frame, work, ImGui::GetIO().KeyAlt);
    if (const std::string label = offered_label(frame, work); !label.empty()) mark_selection(frame, work, label);
}

void TextMouse::relate(TaskFrame& frame, Workspace& work, const PagePlace& place) {
    if (!moved_) {
        if (work.relation) choose_relation_end(frame, work, pressed_span_);
        else choose_object(work, pressed_span_);
        return;
    }
    if (!work.relation) return; // taken away meanwhile: Esc, or time is up
    const Mark* target = mark_under(work, place.page_from_screen(mouse_in_screen()));
    if (target != nullptr) choose_relation_end(frame, work, std::string(target->object));
    if (work.relation && work.relation->by_drag) work.relation.reset();
}

void TextMouse::choose(const TaskFrame& frame, Workspace& work, const PagePlace& place) const {
    const Vec2 point = place.page_from_screen(mouse_in_screen());
    const Arc* arc = arc_under(frame.ui, work, point);
    const Mark* mark = mark_under(work, point);
    if (arc != nullptr) choose_object(work, std::string(arc->id()));
    else if (mark != nullptr) choose_object(work, std::string(mark->id()));
    else work.selection.clear();
}

void TextMouse::mark_when_due(TaskFrame& frame, Workspace& work) {
    if (mark_at_s_ == 0 || ImGui::GetTime() < mark_at_s_ || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
    mark_at_s_ = 0;
    trim_selection(frame, work, ImGui::GetIO().KeyAlt);
    mark_selection(frame, work, offered_label(frame, work));
}

} // namespace biaokao::spans
