#include "tasks/types/image_objects/view_panels.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"
#include "engine/answer/shape_bounds.h"
#include "engine/pack/findings.h"
#include "tasks/types/image_objects/shape_edit.h"
#include "tasks/types/image_objects/shape_measure.h"
#include "tasks/types/image_objects/turning_frame.h"
#include "tasks/types/image_objects/typed_numbers.h"
#include "tasks/types/image_objects/view_compare.h"
#include "tasks/types/image_objects/view_draw.h"
#include "tasks/types/image_objects/view_groups.h"
#include "tasks/types/image_objects/view_label.h"
#include "tasks/types/image_objects/view_points.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

// The object that is selected alone.
const Object* selected_object(const TaskFrame& frame, const ViewState& state) {
    if (state.selection.size() != 1) return nullptr;
    const auto object = frame.answer.objects.find(state.selection.anchor());
    return object == frame.answer.objects.end() ? nullptr : &object->second;
}

// Which of its points is meant: by number, for hands without a mouse.
void chosen_point_ui(Ui& ui, ViewState& state, const Shape& shape) {
    const std::size_t count = point_count(shape);
    if (count == 0) return;
    double number = state.point ? static_cast<double>(*state.point) + 1 : 0;
    ImGui::AlignTextToFramePadding();
    text(ui, ui.tr("image.point"), TextLook::dim);
    ImGui::SameLine(0, ui.px(5));
    if (number_field(ui, "point", number, 0, static_cast<double>(count), 3.4f)) {
        state.point.reset();
        if (number >= 1) state.point = static_cast<std::size_t>(number) - 1;
    }
    ImGui::SameLine(0, ui.px(5));
    text(ui, fmt::format("/ {}", count), TextLook::dim);
}

// The key points of an object by name: choose one, say whether it is seen.
void key_points_ui(TaskFrame& frame, ViewState& state, const Object& object) {
    const auto* keypoints = std::get_if<Keypoints>(&object.shape);
    const LabelSpec* label = frame.question.labels.find_label(object.label);
    if (!keypoints || !label) return;
    constexpr std::array<std::string_view, 3> words{"image.point_absent", "image.point_hidden", "image.point_visible"};
    Ui& ui = frame.ui;
    const Scope scope(ui, "points");
    for (std::size_t i = 0; i < std::min(label->points.size(), keypoints->points.size()); ++i) {
        const Option& name = label->points[i];
        const auto visibility = static_cast<std::size_t>(keypoints->points[i].visibility);
        const std::string row = fmt::format("{} {}  {}", i + 1, name.title.in(ui.language()), ui.tr(words[visibility]));
        if (selectable_row(ui, name.id, row, state.point == i, 1.4f)) state.point = i;
    }
    if (!state.point || *state.point >= keypoints->points.size()) return;
    for (const Visibility each : {Visibility::visible, Visibility::hidden, Visibility::unlabelled}) {
        const auto index = static_cast<std::size_t>(each);
        const std::string_view word = ui.tr(words[index]);
        const float width = ImGui::CalcTextSize(word.data(), word.data() + word.size()).x + 2.4f * ui.em();
        if (each != Visibility::visible) same_line_if_fits(width);
        if (radio(ui, fmt::format("v{}", index), word, keypoints->points[*state.point].visibility == each,
                  frame.editable))
            set_visibility(frame, state.selection.anchor(), *state.point, each);
    }
}

// The selected shape, or its chosen point, as numbers: the way without dragging.
void typed_numbers_ui(TaskFrame& frame, ViewState& state) {
    const Object* object = selected_object(frame, state);
    if (object == nullptr || state.zoomed_size.x <= 0) return;
    Ui& ui = frame.ui;
    key_points_ui(frame, state, *object);
    const Scope scope(ui, "coordinates");
    const DisabledIf read_only(!frame.editable);
    if (!std::holds_alternative<Keypoints>(object->shape)) chosen_point_ui(ui, state, object->shape);
    const auto numbers = numbers_of(object->shape, state.point, state.zoomed_size);
    auto& typed = state.typed;
    const bool other = typed.object != state.selection.anchor() || typed.point != state.point;
    if (!typed.typing || other || typed.values.size() != numbers.size()) {
        typed = {state.selection.anchor(), state.point, {}, false};
        for (const TypedNumber& number : numbers) typed.values.push_back(number.value);
    }
    bool finished = false, active = false;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (i % 2 == 1) ImGui::SameLine(0, ui.em());
        ImGui::AlignTextToFramePadding();
        text(ui, numbers[i].sign, TextLook::dim);
        ImGui::SameLine(0, ui.px(5));
        finished = number_field(ui, numbers[i].id, typed.values[i], numbers[i].low, numbers[i].high, 4.6f) || finished;
        active = active || ImGui::IsItemActive();
    }
    if (finished) finish_typed_numbers(frame, state);
    typed.typing = active;
}

// Whole pixels: a list is not for reading hundredths.
std::string size_in_row(const Ui& ui, const Shape& shape) {
    const auto turned = turning_frame(shape);
    const Box bounds = bounds_of(shape).value_or(Box{});
    std::string words =
        fmt::format("{:.0f} × {:.0f}", turned ? turned->width : bounds.width, turned ? turned->height : bounds.height);
    if (const std::string detail = detail_text(ui, shape); !detail.empty()) words += " " + detail;
    return words;
}

void describe_row(const TaskFrame& frame, const ViewState& state, ObjectRow& row) {
    const auto found = frame.answer.objects.find(row.id);
    if (found == frame.answer.objects.end()) return; // deleted in this frame
    const Object& object = found->second;
    const bool small = outline_of(object.shape) == nullptr && extent_of(object.shape) != Extent::good;
    const PlacedShape* placed = state.shapes.find(row.id); // null where it is hidden
    const bool crosses = placed && placed->crosses;
    const bool unfinished = object.label.empty() || !missing_attributes(frame.question, object).empty();
    row.detail = size_in_row(frame.ui, object.shape);
    if (!object.group.empty()) row.detail += fmt::format("  {} {}", frame.ui.tr("image.group"), object.group);
    if (small) row.detail += fmt::format(" {}", frame.ui.tr("image.small_sign"));
    if (crosses) row.detail += fmt::format(" {}", frame.ui.tr("image.crosses_sign"));
    if (state.locked.contains(row.id)) row.detail += fmt::format(" ({})", frame.ui.tr("image.locked"));
    row.warning = small || crosses || unfinished;
}

// Thousands of rows are gathered once for each change, and described when they are seen.
const std::vector<ObjectRow>& rows_of(const TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    auto& kept = state.rows;
    const std::uint64_t revision = frame.revision();
    // The crossings are known from drawing.
    static_cast<void>(state.shapes.of(frame.answer, item.id, revision,
                                      {.hidden = state.list.hidden, .locked = state.locked, .height = state.height},
                                      frame.objects_changed_since));
    if (kept.answer == &frame.answer && kept.item == item.id && kept.revision == revision) return kept.rows;
    kept = {{}, &frame.answer, revision, item.id};
    for (const auto& [id, object] : frame.answer.objects)
        if (object.item == item.id && stands_in_picture(object.shape))
            kept.rows.push_back({.id = id, .label = object.label});
    return kept.rows;
}

// What stands below the list: its buttons and the file name.
float foot_height(const TaskFrame& frame) {
    float lines = ImGui::GetFrameHeightWithSpacing();
    if (frame.question.tools.file_name)
        lines += ImGui::GetFrameHeightWithSpacing() + ImGui::GetTextLineHeightWithSpacing();
    return lines + ImGui::GetStyle().ItemSpacing.y;
}

void objects_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    const std::vector<ObjectRow>& rows = rows_of(frame, state, item);
    const auto hidden = std::count_if(rows.begin(), rows.end(),
                                      [&](const ObjectRow& row) { return state.list.hidden.contains(row.id); });
    std::string words = fmt::format("{} {}", frame.ui.tr("labelling.objects"), rows.size());
    if (hidden > 0) words += fmt::format(" ({} {})", hidden, frame.ui.tr("labelling.hidden"));
    text(frame.ui, words, TextLook::dim);
    const float room = ImGui::GetContentRegionAvail().y - foot_height(frame);
    const float height = std::max(room, 4 * ImGui::GetFrameHeightWithSpacing());
    const std::string reveal = object_list_ui(frame, rows, state.selection, state.list, height / frame.ui.em(),
                                              [&](ObjectRow& row) { describe_row(frame, state, row); });
    if (reveal.empty()) return;
    state.reveal = reveal;
    choose_group_of(frame, state, reveal);
}

} // namespace

void finish_typed_numbers(TaskFrame& frame, ViewState& state) {
    const auto& typed = state.typed;
    const auto object = frame.answer.objects.find(typed.object);
    if (object == frame.answer.objects.end()) return;
    change_shape(frame, typed.object, with_numbers(object->second.shape, typed.point, typed.values, state.zoomed_size));
}

void side_panel_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    Ui& ui = frame.ui;
    if (frame.comparison) return comparison_list_ui(frame, state, item);
    text(ui, ui.tr("labelling.labels"), TextLook::dim);
    if (const auto label = label_palette_ui(frame, item, state.label, state.selection)) {
        follow_label(frame, state, item, *label);
        state.focus.wanted = true;
    }
    class_rows_ui(frame, item, state.classes);
    if (!state.selection.empty()) {
        ImGui::Separator();
        state.attributes.draw_ui(frame, state.selection);
        typed_numbers_ui(frame, state);
    }
    ImGui::Separator();
    objects_ui(frame, state, item);
    result_name_ui(frame, state.result_name);
}

} // namespace biaokao::image_objects
