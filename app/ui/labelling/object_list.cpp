#include "app/ui/labelling/object_list.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/object_filter.h"
#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include <fmt/format.h>

namespace biaokao {
namespace {

constexpr std::array list_actions{
    ActionRow{"labelling.list_next", KeyContext::list, "Down", true},
    ActionRow{"labelling.list_previous", KeyContext::list, "Up", true},
    ActionRow{"labelling.list_first", KeyContext::list, "Home"},
    ActionRow{"labelling.list_last", KeyContext::list, "End"},
    ActionRow{"labelling.list_all", KeyContext::list, "Ctrl+A"},
    ActionRow{"labelling.list_reveal", KeyContext::list, "Enter"},
    ActionRow{"labelling.list_delete", KeyContext::list, "Delete"},
    ActionRow{"labelling.list_hide", KeyContext::list, "H"},
    ActionRow{"labelling.list_find", KeyContext::list, "Ctrl+F"},
};
constexpr std::size_t search_from_rows = 6;
constexpr float row_height_in_em = 1.6f;

void delete_rows(TaskFrame& frame, const ObjectList& list, const ObjectIds& ids) {
    if (list.remove) list.remove(frame, ids);
    else delete_objects(frame, ids);
}

std::vector<std::string> order_of(std::span<const ObjectRow> rows) {
    std::vector<std::string> order;
    order.reserve(rows.size());
    for (const ObjectRow& row : rows) order.push_back(row.id);
    return order;
}

// Keys act only while the list's own window has the keyboard. Returns a row to reveal.
std::string act_on_keys(TaskFrame& frame, std::span<const ObjectRow> rows, Selection& selection, ObjectList& list) {
    Ui& ui = frame.ui;
    ui.claim_keys(KeyContext::list);
    ui.actions().offer(list_actions);
    if (ui.action("labelling.list_find")) list.search_wanted = true;
    if (rows.empty()) return {};
    const std::string before = selection.anchor();
    if (ui.action("labelling.list_next")) selection.step(+1, order_of(rows));
    if (ui.action("labelling.list_previous")) selection.step(-1, order_of(rows));
    if (ui.action("labelling.list_first")) selection.choose(rows.front().id);
    if (ui.action("labelling.list_last")) selection.choose(rows.back().id);
    if (selection.anchor() != before) list.scroll_to = selection.anchor();
    if (ui.action("labelling.list_all")) {
        const auto order = order_of(rows);
        selection.choose_all({order.begin(), order.end()});
    }
    if (ui.action("labelling.list_hide")) toggle_all(list.hidden, selection.ids());
    if (ui.action("labelling.list_delete")) delete_rows(frame, list, selection.ids());
    return ui.action("labelling.list_reveal") ? selection.anchor() : std::string();
}

void choose_by_click(std::span<const ObjectRow> rows, const std::string& id, Selection& selection) {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl) selection.toggle(id);
    else if (io.KeyShift) selection.extend_to(id, order_of(rows));
    else selection.choose(id);
}

void row_ui(TaskFrame& frame, std::span<const ObjectRow> rows, const ObjectRow& row, Selection& selection,
            ObjectList& list, std::string& reveal) {
    Ui& ui = frame.ui;
    const LabelSpec* label = frame.question.labels.find_label(row.label);
    const float height = row_height_in_em * ui.em();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float side = ui.em() * 0.75f;
    const ImVec2 a{corner.x + ui.px(2), corner.y + (height - side) / 2};
    const LabelLook look = label_look(ui, frame.question.labels, row.label, ui.theme().text_dim);
    const std::uint32_t color = look.color;
    const bool shown = !list.hidden.contains(row.id);
    if (shown) ImGui::GetWindowDrawList()->AddRectFilled(a, {a.x + side, a.y + side}, color, ui.px(2));
    else compat::stroke_rect(*ImGui::GetWindowDrawList(), a, {a.x + side, a.y + side}, color, ui.px(1), ui.px(2));
    const Box swatch{static_cast<double>(a.x), static_cast<double>(a.y), static_cast<double>(side),
                     static_cast<double>(side)};
    if (shown) draw_hatch(ui, *ImGui::GetWindowDrawList(), swatch, swatch, look.hatch, readable_on(color));
    ImGui::Dummy({side + ui.px(2), height});
    ImGui::SameLine();
    const std::string_view name =
        label ? std::string_view(label->title.in(ui.language())) : ui.tr("labelling.no_label");
    std::string words = fmt::format("{}  {}  {}", row.id, name, row.detail);
    if (row.warning) words = fmt::format("{} {}", ui.tr("labelling.sign.warning"), words);
    if (!shown) words = fmt::format("{} ({})", words, ui.tr("labelling.hidden"));
    // A double click has chosen with its first click; what its second one does stays when the button goes up.
    const bool first_click = ImGui::GetIO().MouseClickedLastCount[ImGuiMouseButton_Left] < 2;
    if (selectable_row(ui, row.id, words, selection.contains(row.id), row_height_in_em) && first_click)
        choose_by_click(rows, row.id, selection);
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) reveal = row.id;
}

void buttons_ui(TaskFrame& frame, const Selection& selection, ObjectList& list) {
    Ui& ui = frame.ui;
    const bool any = !selection.empty();
    const bool all_hidden = any && std::all_of(selection.ids().begin(), selection.ids().end(),
                                               [&](const auto& id) { return list.hidden.contains(id); });
    if (button(ui, "hide", ui.tr(all_hidden ? "labelling.show" : "labelling.hide"),
               {.look = ButtonLook::quiet, .enabled = any, .action = "labelling.list_hide"}))
        toggle_all(list.hidden, selection.ids());
    ImGui::SameLine();
    if (button(ui, "delete", ui.tr("labelling.delete"),
               {.look = ButtonLook::quiet, .enabled = any && frame.editable, .action = "labelling.list_delete"}))
        delete_rows(frame, list, selection.ids());
}

// The rows that the search leaves.
std::vector<ObjectRow> found_rows(const TaskFrame& frame, std::span<const ObjectRow> rows, const std::string& search) {
    std::vector<ObjectRow> found;
    ObjectFilter filter(search, frame.question);
    for (const ObjectRow& row : rows) {
        const auto object = frame.answer.objects.find(row.id);
        if (object != frame.answer.objects.end() && filter.matches(row.id, object->second)) found.push_back(row);
    }
    return found;
}

void keep_selected(Selection& selection, std::span<const ObjectRow> rows) {
    ObjectIds kept;
    for (const ObjectRow& row : rows)
        if (selection.contains(row.id)) kept.insert(row.id);
    if (kept.size() != selection.size()) selection.choose_all(kept);
}

void search_ui(Ui& ui, ObjectList& list) {
    const std::string_view clear = ui.tr("labelling.clear_search");
    const float room_for_clear = button_width(clear) + ImGui::GetStyle().ItemSpacing.x;
    if (std::exchange(list.search_wanted, false)) ImGui::SetKeyboardFocusHere();
    text_field(ui, "search", list.search,
               {.width_in_em = -room_for_clear / ui.em(),
                .hint = ui.tr("labelling.search_hint"),
                .max_code_points = 200,
                .dictation = true});
    tooltip_for_last_item(ui, ui.tr("labelling.search_tip"));
    ImGui::SameLine();
    if (button(ui, "clear_search", clear, {.look = ButtonLook::quiet, .enabled = !list.search.empty()}))
        list.search.clear();
}

} // namespace

std::string object_list_ui(TaskFrame& frame, std::span<const ObjectRow> all_rows, Selection& selection,
                           ObjectList& list, float height_in_em, const std::function<void(ObjectRow&)>& describe) {
    Ui& ui = frame.ui;
    const Scope scope(ui, "objects");
    const float line = ImGui::GetFrameHeightWithSpacing();
    const float top = ImGui::GetCursorPosY();
    const float rest = std::max(ImGui::GetContentRegionAvail().y - line, 4 * line);
    const bool searches = !list.search.empty();
    const std::string searched = list.search;
    if (searches || all_rows.size() >= search_from_rows) search_ui(ui, list);
    const auto found = list.search.empty() ? std::vector<ObjectRow>() : found_rows(frame, all_rows, list.search);
    const std::span<const ObjectRow> rows = list.search.empty() ? all_rows : found;
    if (list.search != searched) keep_selected(selection, rows);
    if (searches)
        text_seen(ui, "found",
                  ui.tr("labelling.found", {{"found", std::to_string(rows.size())},
                                            {"left_out", std::to_string(all_rows.size() - rows.size())}}),
                  TextLook::dim);
    const float used = ImGui::GetCursorPosY() - top;
    const float height = (height_in_em > 0 ? height_in_em * ui.em() : rest) - used;
    std::string reveal;
    compat::begin_child("###rows", {0, std::max(height, 2 * line)}, false, ImGuiWindowFlags_NoNavInputs);
    if (ImGui::IsWindowFocused()) reveal = act_on_keys(frame, rows, selection, list);
    const float pitch = row_height_in_em * ui.em() + ImGui::GetStyle().ItemSpacing.y;
    const auto wanted =
        std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == list.scroll_to; });
    if (wanted != rows.end())
        ImGui::SetScrollY(pitch * static_cast<float>(std::max<std::ptrdiff_t>(wanted - rows.begin() - 1, 0)));
    list.scroll_to.clear();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), pitch);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            ObjectRow row = rows[static_cast<std::size_t>(i)];
            if (describe) describe(row);
            row_ui(frame, rows, row, selection, list, reveal);
        }
    if (all_rows.empty()) text(ui, ui.tr("labelling.no_objects"), TextLook::dim);
    ImGui::EndChild();
    buttons_ui(frame, selection, list);
    return reveal;
}

} // namespace biaokao
