#include "tasks/types/text_labels/view_paint.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/text_labels/view_arcs.h"
#include "tasks/types/text_labels/view_glyphs.h"
#include "tasks/types/text_labels/view_look.h"

namespace biaokao::spans {
namespace {

constexpr double ground_opacity = 0.20, ground_opacity_selected = 0.42;

class Painter {
public:
    Painter(const TaskFrame& frame, const Workspace& work, const PagePlace& place)
        : frame_(frame), ui_(frame.ui), work_(work), page_(*work.page), place_(place),
          list_(*ImGui::GetWindowDrawList()) {}

    void paint(bool focused) {
        const float top = work_.scroll, bottom = work_.scroll + work_.view_height;
        const std::size_t first = page_.line_at(top), last = page_.line_at(bottom);
        collect_marks(first, last);
        for (std::size_t line = first; line <= last; ++line) {
            for (const std::size_t i : visible_) ground(line, i);
            selection(line);
            same_text(line);
            const PageLine& at = page_.lines()[line];
            draw_text(list_, text_corner(line, at.range.start), ui_.theme().text,
                      page_.document().cut({at.range.start, at.shown_end}));
            // What is not highlighted first: a highlighted tag may run over it.
            for (const bool faint : {true, false})
                for (const std::size_t i : visible_)
                    if (look(i).faint == faint) underline(line, i);
        }
        paint_arcs(frame_, work_, place_, first, last);
        paint_relation_in_hand(frame_, work_, place_);
        if (focused && work_.selection.empty() && !work_.relation) caret();
    }

private:
    // Only marks of the visible lines are looked at again and again.
    void collect_marks(std::size_t first, std::size_t last) {
        const TextRange shown{page_.lines()[first].range.start, page_.lines()[last].range.end};
        for (std::size_t i = 0; i < work_.marks.size(); ++i)
            if (ranges_overlap(work_.marks[i].range, shown)) visible_.push_back(i);
        for (const std::size_t i : visible_) looks_.push_back(look_of(frame_, work_, work_.marks[i]));
    }

    [[nodiscard]] const MarkLook& look(std::size_t i) const {
        return looks_[static_cast<std::size_t>(std::ranges::lower_bound(visible_, i) - visible_.begin())];
    }

    [[nodiscard]] ImVec2 screen(float x, float y) const {
        const Vec2 at = place_.screen_from_page({x, y});
        return {static_cast<float>(at.x), static_cast<float>(at.y)};
    }

    [[nodiscard]] float text_inset() const { return (page_.metrics().text_height - ui_.em()) * 0.6f; }

    [[nodiscard]] ImVec2 text_corner(std::size_t line, std::size_t code_point) const {
        return screen(page_.x_of(line, code_point), page_.lines()[line].top + text_inset());
    }

    struct Piece { // of a range, in one line; page pixels
        float left, right, top;
    };
    [[nodiscard]] std::optional<Piece> piece_of(std::size_t line, TextRange range) const {
        const PageLine& at = page_.lines()[line];
        if (!ranges_overlap(range, at.range)) return std::nullopt;
        const float left = page_.x_of(line, std::max(range.start, at.range.start));
        float right = page_.x_of(line, std::min(range.end, at.range.end));
        if (range.end > at.shown_end && !at.is_soft()) right += 0.3f * ui_.em(); // the line break itself
        return Piece{left, std::max(right, left + ui_.px(2)), at.top};
    }

    // Neighbours stay a hair apart, so that two adjacent spans never look like one.
    [[nodiscard]] float gap() const { return ui_.px(1); }

    // Inner spans have no ground of their own: stacked underlines, no mixed colours.
    void ground(std::size_t line, std::size_t i) {
        const Mark& mark = work_.marks[i];
        const auto piece = piece_of(line, mark.range);
        if (!piece) return;
        const bool selected = is_selected(mark);
        const float inset = text_inset() * 0.5f;
        const ImVec2 low = screen(piece->left + gap(), piece->top + inset);
        const ImVec2 high = screen(piece->right - gap(), piece->top + page_.metrics().text_height - ui_.px(1));
        const std::uint32_t color = look(i).color;
        const double strength = look(i).faint ? faint_opacity : 1.0;
        if (!look(i).dashed && (work_.rows[i] == 0 || selected))
            list_.AddRectFilled(low, high,
                                with_opacity(color, strength * (selected ? ground_opacity_selected : ground_opacity)),
                                ui_.px(2));
        if (selected) compat::stroke_rect(list_, low, high, ui_.theme().text, ui_.px(1.5f), ui_.px(2));
        else if (look(i).dashed && !look(i).faint)
            compat::stroke_rect(list_, low, high, with_opacity(color, 0.5), ui_.px(1));
        if (selected && frame_.editable) handles(line, mark, low, high);
    }

    void handles(std::size_t line, const Mark& mark, ImVec2 low, ImVec2 high) {
        const PageLine& at = page_.lines()[line];
        const float half = ui_.px(3);
        const auto handle = [&](float x) {
            list_.AddRectFilled({x - half, low.y - half}, {x + half, low.y + half}, ui_.theme().text, half);
            list_.AddLine({x, low.y}, {x, high.y}, ui_.theme().text, ui_.px(2));
        };
        if (mark.range.start >= at.range.start) handle(low.x);
        if (mark.range.end <= at.range.end) handle(high.x);
    }

    void underline(std::size_t line, std::size_t i) {
        const Mark& mark = work_.marks[i];
        const auto piece = piece_of(line, mark.range);
        if (!piece) return;
        const MarkLook& look_here = look(i);
        const std::uint32_t color = with_opacity(look_here.color, look_here.faint ? faint_opacity : 1.0);
        const float row_top =
            piece->top + page_.metrics().text_height + static_cast<float>(work_.rows[i]) * page_.metrics().row_height;
        const float y = row_top + ui_.px(1.5f), thickness = ui_.px(is_selected(mark) ? 4 : 3);
        const ImVec2 a = screen(piece->left + gap(), y), b = screen(piece->right - gap(), y);
        if (look_here.doubtful) wavy_line(a, b, color);
        else if (look_here.dashed) dashed_line(a, b, color, thickness);
        else list_.AddLine(a, b, color, thickness);
        // Where the span begins and ends, apart from where the line was broken.
        const PageLine& at = page_.lines()[line];
        const float tick = ui_.px(4);
        if (mark.range.start >= at.range.start) list_.AddLine({a.x, a.y - tick}, {a.x, a.y}, color, ui_.px(2));
        if (mark.range.end <= at.range.end) list_.AddLine({b.x, b.y - tick}, {b.x, b.y}, color, ui_.px(2));
        tag(line, i, *piece, row_top);
    }

    void dashed_line(ImVec2 a, ImVec2 b, std::uint32_t color, float thickness) {
        const float dash = ui_.px(5);
        for (float x = a.x; x < b.x; x += 2 * dash)
            list_.AddLine({x, a.y}, {std::min(x + dash, b.x), b.y}, color, thickness);
    }

    // As a spelling checker marks a word that may be wrong.
    void wavy_line(ImVec2 a, ImVec2 b, std::uint32_t color) {
        const float step = ui_.px(3), height = ui_.px(2.5f);
        bool up = false;
        for (float x = a.x; x < b.x; x += step, up = !up) {
            const float next = std::min(x + step, b.x);
            const float from = a.y + (up ? -height : height), to = a.y + (up ? height : -height);
            list_.AddLine({x, from}, {next, from + (to - from) * (next - x) / step}, color, ui_.px(2));
        }
    }

    // The tag may run over the end of its span as far as the next one in its row, but is cut there.
    void tag(std::size_t line, std::size_t i, const Piece& piece, float row_top) {
        const float room = std::max(next_in_row(line, i) - gap(), piece.right) - piece.left - 2 * gap();
        draw_tag(list_, ui_, screen(piece.left + gap(), row_top + ui_.px(4)), room, look(i));
    }

    [[nodiscard]] float next_in_row(std::size_t line, std::size_t i) const {
        if (!work_.highlighted.empty() && !look(i).faint) return page_.metrics().width;
        for (const std::size_t other : visible_)
            if (other > i && work_.rows[other] == work_.rows[i])
                if (const auto piece = piece_of(line, work_.marks[other].range)) return piece->left;
        return page_.metrics().width;
    }

    void selection(std::size_t line) {
        if (!work_.caret.selects()) return;
        const auto piece = piece_of(line, work_.selected_text());
        if (!piece) return;
        list_.AddRectFilled(screen(piece->left, piece->top + text_inset() * 0.4f),
                            screen(piece->right, piece->top + page_.metrics().text_height), ui_.theme().selection);
    }

    // Where else the selected span's text stands: dots around it, in the colour that it would get.
    void same_text(std::size_t line) {
        const auto& places = work_.same_text.places;
        if (places.empty()) return;
        const PageLine& at = page_.lines()[line];
        const Mark* mark = work_.find_mark(work_.same_text.object);
        const std::uint32_t color = color_of_label(frame_, mark ? mark->label : std::string());
        auto place = std::ranges::upper_bound(places, at.range.start, {}, &TextRange::end);
        for (; place != places.end() && place->start < at.range.end; ++place) {
            const auto piece = piece_of(line, *place);
            if (!piece) continue;
            const float inset = text_inset() * 0.5f, thickness = ui_.px(1.5f);
            const ImVec2 low = screen(piece->left, piece->top + inset);
            const ImVec2 high = screen(piece->right, piece->top + page_.metrics().text_height - ui_.px(1));
            dashed_line(low, {high.x, low.y}, color, thickness);
            dashed_line({low.x, high.y}, high, color, thickness);
            list_.AddLine(low, {low.x, high.y}, color, thickness);
            list_.AddLine({high.x, low.y}, high, color, thickness);
        }
    }

    void caret() {
        const std::size_t line = page_.line_of(work_.caret.at, work_.caret.at_line_end);
        const ImVec2 corner = text_corner(line, work_.caret.at);
        list_.AddLine({corner.x, corner.y - ui_.px(1)}, {corner.x, corner.y + ui_.em() + ui_.px(1)}, ui_.theme().text,
                      ui_.px(2));
    }

    [[nodiscard]] bool is_selected(const Mark& mark) const { return work_.selection.contains(mark.id()); }

    const TaskFrame& frame_;
    const Ui& ui_;
    const Workspace& work_;
    const Page& page_;
    const PagePlace& place_;
    ImDrawList& list_;
    std::vector<std::size_t> visible_; // marks by index
    std::vector<MarkLook> looks_;      // of visible_
};

} // namespace

void paint_page(const TaskFrame& frame, const Workspace& work, const PagePlace& place, bool focused) {
    Painter(frame, work, place).paint(focused);
}

void paint_scroll_bar(const Ui& ui, const Workspace& work, const PagePlace& place) {
    const float height = work.page->height();
    if (height <= work.view_height) return;
    const auto right = static_cast<float>(place.in_screen.right()), top = static_cast<float>(place.in_screen.y);
    const float thumb = std::max(work.view_height * work.view_height / height, ui.px(24));
    const float travel = work.view_height - thumb;
    const float y = top + travel * work.scroll / (height - work.view_height);
    ImGui::GetWindowDrawList()->AddRectFilled({right - ui.px(scroll_bar_width_px - 3), y},
                                              {right - ui.px(3), y + thumb}, ui.theme().control_active, ui.px(4));
}

} // namespace biaokao::spans
