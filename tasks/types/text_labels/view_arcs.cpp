#include "tasks/types/text_labels/view_arcs.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/text_labels/view_look.h"

namespace biaokao::spans {
namespace {

constexpr float bar_inset = 0.55f; // of the lane, from its top: the middle of the tag
constexpr float corner_px = 5, arrow_px = 5, hit_radius_px = 5;

float bar_y(const Page& page, const ArcPiece& piece) {
    const float lane = page.metrics().lane_height;
    return page.lines()[piece.line].top - static_cast<float>(piece.lane + 1) * lane + bar_inset * lane;
}

// Where the legs end: just above the characters.
float foot_y(const Page& page, const ArcPiece& piece) {
    return page.lines()[piece.line].top + page.metrics().text_height * 0.14f;
}

void arrow_down(ImDrawList& list, const Ui& ui, ImVec2 tip, std::uint32_t color) {
    const float side = ui.px(arrow_px);
    list.AddTriangleFilled({tip.x - side * 0.7f, tip.y - side}, {tip.x + side * 0.7f, tip.y - side}, tip, color);
}

class ArcPainter {
public:
    ArcPainter(const TaskFrame& frame, const Workspace& work, const PagePlace& place)
        : frame_(frame), ui_(frame.ui), work_(work), page_(*work.page), place_(place),
          list_(*ImGui::GetWindowDrawList()) {}

    void piece(const ArcPiece& piece) {
        const Arc& arc = work_.arcs[piece.arc];
        const MarkLook look = look_of(frame_, work_, arc);
        const bool selected = work_.selection.contains(arc.id());
        const std::uint32_t color = with_opacity(look.color, look.faint ? faint_opacity : 1.0);
        const float thickness = ui_.px(selected ? 3.0f : 1.6f);
        line(outline(piece), color, thickness, look.dashed);
        if (piece.to_x) arrow_down(list_, ui_, screen(*piece.to_x, foot_y(page_, piece)), color);
        const float width = piece.tag_width;
        const ImVec2 middle = screen(piece.middle, bar_y(page_, piece));
        const ImVec2 corner{middle.x - width / 2, middle.y - tag_height(ui_) / 2};
        draw_tag(list_, ui_, corner, width, look);
        if (selected)
            compat::stroke_rect(list_, corner, {corner.x + width, corner.y + tag_height(ui_)}, ui_.theme().text,
                                ui_.px(1.5f), ui_.px(3));
    }

private:
    // Up the left leg, along the bar, down the right leg; the corners are cut.
    [[nodiscard]] std::vector<ImVec2> outline(const ArcPiece& piece) const {
        const float bar = bar_y(page_, piece), foot = foot_y(page_, piece);
        const float corner = std::min(ui_.px(corner_px), (piece.right - piece.left) / 2);
        const auto stands_at = [&](float x) { return piece.from_x == x || piece.to_x == x; };
        std::vector<ImVec2> points;
        if (stands_at(piece.left)) {
            points.push_back(screen(piece.left, foot));
            points.push_back(screen(piece.left, bar + corner));
            points.push_back(screen(piece.left + corner, bar));
        } else {
            points.push_back(screen(piece.left, bar));
        }
        if (stands_at(piece.right)) {
            points.push_back(screen(piece.right - corner, bar));
            points.push_back(screen(piece.right, bar + corner));
            points.push_back(screen(piece.right, foot));
        } else {
            points.push_back(screen(piece.right, bar));
        }
        return points;
    }

    void line(const std::vector<ImVec2>& points, std::uint32_t color, float thickness, bool dashed) {
        if (!dashed) return compat::stroke_polyline(list_, points, color, thickness, false);
        for (std::size_t i = 1; i < points.size(); ++i) dashes(points[i - 1], points[i], color, thickness);
    }

    void dashes(ImVec2 a, ImVec2 b, std::uint32_t color, float thickness) {
        const float length = std::hypot(b.x - a.x, b.y - a.y), dash = ui_.px(4);
        for (float at = 0; at < length; at += 2 * dash) {
            const float from = at / length, to = std::min(at + dash, length) / length;
            list_.AddLine({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from},
                          {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}, color, thickness);
        }
    }

    [[nodiscard]] ImVec2 screen(float x, float y) const {
        const Vec2 at = place_.screen_from_page({x, y});
        return {static_cast<float>(at.x), static_cast<float>(at.y)};
    }

    const TaskFrame& frame_;
    const Ui& ui_;
    const Workspace& work_;
    const Page& page_;
    const PagePlace& place_;
    ImDrawList& list_;
};

// Above the middle of a span in its first line.
Vec2 point_over(const Page& page, const Mark& mark) {
    const std::size_t line = page.line_of(mark.range.start);
    return {(page.x_of(line, mark.range.start) + page.x_of(line, mark.range.end)) / 2, page.lines()[line].top};
}

} // namespace

void paint_arcs(const TaskFrame& frame, const Workspace& work, const PagePlace& place, std::size_t first_line,
                std::size_t last_line) {
    ArcPainter painter(frame, work, place);
    const auto first = std::ranges::lower_bound(work.arc_pieces, first_line, {}, &ArcPiece::line);
    const auto last = std::ranges::upper_bound(work.arc_pieces, last_line, {}, &ArcPiece::line);
    // The selected ones last, over the others.
    for (const bool selected : {false, true})
        for (auto piece = first; piece < last; ++piece)
            if (work.selection.contains(work.arcs[piece->arc].id()) == selected) painter.piece(*piece);
}

void paint_relation_in_hand(const TaskFrame& frame, const Workspace& work, const PagePlace& place) {
    if (!work.relation || !work.page) return;
    const Ui& ui = frame.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::uint32_t color = color_of_label(frame, offered_relation_label(frame, work));
    const Mark *from = work.find_mark(work.relation->from()), *to = work.find_mark(work.relation->to());
    const auto end_of = [&](const Mark* mark) {
        const ImVec2 mouse = ImGui::GetMousePos();
        const Vec2 at = mark ? place.screen_from_page(point_over(*work.page, *mark)) : Vec2{mouse.x, mouse.y};
        return ImVec2{static_cast<float>(at.x), static_cast<float>(at.y)};
    };
    for (const Mark* mark : {from, to}) {
        if (mark == nullptr) continue;
        const ImVec2 at = end_of(mark);
        list.AddCircleFilled(at, ui.px(4), color);
    }
    if (!from && !to) return;
    // Where the pointer is not on the text there is nothing to point at.
    const ImVec2 mouse = ImGui::GetMousePos();
    if ((!from || !to) && !place.in_screen.contains({mouse.x, mouse.y})) return;
    const ImVec2 a = end_of(from), b = end_of(to);
    const float rise = 1.5f * ui.em();
    list.AddBezierCubic(a, {a.x, a.y - rise}, {b.x, b.y - rise}, b, color, ui.px(2));
    arrow_down(list, ui, b, color);
}

const Arc* arc_under(const Ui& ui, const Workspace& work, Vec2 point_in_page) {
    if (!work.page || point_in_page.y < 0 || point_in_page.y > work.page->height()) return nullptr;
    const Page& page = *work.page;
    const auto x = static_cast<float>(point_in_page.x), y = static_cast<float>(point_in_page.y);
    const std::size_t line = page.line_at(y);
    if (y >= page.lines()[line].top) return nullptr; // in the text, where spans are chosen
    const float near = ui.px(hit_radius_px);
    const auto [first, last] = std::ranges::equal_range(work.arc_pieces, line, {}, &ArcPiece::line);
    const Arc* best = nullptr;
    float best_distance = near;
    for (const ArcPiece& piece : std::ranges::subrange(first, last)) {
        const Arc& arc = work.arcs[piece.arc];
        const float bar = bar_y(page, piece);
        const float half_tag = piece.tag_width / 2;
        const bool over_bar =
            x >= std::min(piece.left, piece.middle - half_tag) && x <= std::max(piece.right, piece.middle + half_tag);
        float distance = over_bar ? std::abs(y - bar) : near + 1;
        if (std::abs(x - piece.middle) <= half_tag && std::abs(y - bar) <= tag_height(ui) / 2) distance = 0;
        for (const auto& leg : {piece.from_x, piece.to_x})
            if (leg && y >= bar) distance = std::min(distance, std::abs(x - *leg) + 1); // a bar wins over a leg
        if (distance > best_distance) continue;
        best = &arc;
        best_distance = distance;
    }
    return best;
}

} // namespace biaokao::spans
