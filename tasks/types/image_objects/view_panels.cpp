#include "tasks/types/image_objects/view_panels.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"
#include "tasks/types/image_objects/view_compare.h"

namespace biaokao::image_objects {
namespace {

const Box* selected_box(const TaskFrame& frame, const ViewState& state) {
    if (state.selection.size() != 1) return nullptr;
    const auto object = frame.answer.objects.find(state.selection.anchor());
    return object == frame.answer.objects.end() ? nullptr : box_of(object->second);
}

// x, y, width and height of the selected box as numbers: the way without dragging.
void typed_box_ui(TaskFrame& frame, ViewState& state) {
    const Box* box = selected_box(frame, state);
    if (box == nullptr || state.zoomed_size.x <= 0) return;
    Ui& ui = frame.ui;
    auto& typed = state.typed;
    if (!typed.typing || typed.object != state.selection.anchor())
        typed = {state.selection.anchor(), {box->x, box->y, box->width, box->height}, false};
    constexpr std::array<std::string_view, 4> ids{"x", "y", "width", "height"};
    constexpr std::array<std::string_view, 4> signs{"x", "y", "w", "h"};
    const Scope scope(ui, "coordinates");
    const DisabledIf read_only(!frame.editable);
    bool finished = false, active = false;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (i % 2 == 1) ImGui::SameLine(0, ui.em());
        ImGui::AlignTextToFramePadding();
        text(ui, signs[i], TextLook::dim);
        ImGui::SameLine(0, ui.px(5));
        const double limit = i % 2 == 0 ? state.zoomed_size.x : state.zoomed_size.y;
        finished = number_field(ui, ids[i], typed.values[i], i < 2 ? 0 : smallest_side_px, limit, 4.6f) || finished;
        active = active || ImGui::IsItemActive();
    }
    if (finished) finish_typed_box(frame, state);
    typed.typing = active;
}

std::vector<ObjectRow> rows_of(const TaskFrame& frame, const ItemSpec& item) {
    std::vector<ObjectRow> rows;
    for (const auto& [id, object] : frame.answer.objects) {
        const Box* box = box_of(object);
        if (box == nullptr || object.item != item.id) continue;
        const bool small = std::min(box->width, box->height) < small_box_px;
        const bool unfinished = object.label.empty() || required_attribute_missing(frame.question, object);
        std::string detail = fmt::format("{:.0f} × {:.0f}", box->width, box->height);
        if (small) detail += fmt::format(" {}", frame.ui.tr("image.small_sign"));
        rows.push_back({id, object.label, std::move(detail), small || unfinished});
    }
    return rows;
}

// What stands below the list: its buttons and the file name.
float foot_height(const TaskFrame& frame) {
    float lines = ImGui::GetFrameHeightWithSpacing();
    if (frame.question.tools.file_name)
        lines += ImGui::GetFrameHeightWithSpacing() + ImGui::GetTextLineHeightWithSpacing();
    return lines + ImGui::GetStyle().ItemSpacing.y;
}

void objects_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    const auto rows = rows_of(frame, item);
    const auto hidden = std::count_if(rows.begin(), rows.end(),
                                      [&](const ObjectRow& row) { return state.list.hidden.contains(row.id); });
    std::string words = fmt::format("{} {}", frame.ui.tr("labelling.objects"), rows.size());
    if (hidden > 0) words += fmt::format(" ({} {})", hidden, frame.ui.tr("labelling.hidden"));
    text(frame.ui, words, TextLook::dim);
    const float room = ImGui::GetContentRegionAvail().y - foot_height(frame);
    const float height = std::max(room, 4 * ImGui::GetFrameHeightWithSpacing());
    const std::string reveal = object_list_ui(frame, rows, state.selection, state.list, height / frame.ui.em());
    if (!reveal.empty()) state.reveal = reveal;
}

} // namespace

void finish_typed_box(TaskFrame& frame, ViewState& state) {
    auto& typed = state.typed;
    const auto object = frame.answer.objects.find(typed.object);
    if (object == frame.answer.objects.end()) return;
    const Box box =
        rounded(fitted({typed.values[0], typed.values[1], typed.values[2], typed.values[3]}, state.zoomed_size));
    change_objects(frame, "edit.resize_box", {typed.object}, [&](Object& each) { each.shape = box; });
}

void side_panel_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    Ui& ui = frame.ui;
    if (frame.comparison) return comparison_list_ui(frame, state, item);
    text(ui, ui.tr("labelling.labels"), TextLook::dim);
    if (label_palette_ui(frame, item, state.label, state.selection)) state.focus.wanted = true;
    class_rows_ui(frame, item, state.classes);
    if (!state.selection.empty()) {
        ImGui::Separator();
        state.attributes.draw_ui(frame, state.selection);
        typed_box_ui(frame, state);
    }
    ImGui::Separator();
    objects_ui(frame, state, item);
    result_name_ui(frame, state.result_name);
}

} // namespace biaokao::image_objects
