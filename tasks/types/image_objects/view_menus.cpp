#include "tasks/types/image_objects/view_menus.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"
#include "tasks/types/image_objects/view_groups.h"
#include "tasks/types/image_objects/view_keys.h"
#include "tasks/types/image_objects/view_label.h"
#include "tasks/types/image_objects/view_paint.h"
#include "tasks/types/image_objects/view_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr const char* label_list = "###ask_label";
constexpr const char* object_menu = "###object_menu";
constexpr float menu_width_in_em = 11;

void choose_label(CanvasFrame& canvas, const std::string& label) {
    canvas.state.label = label;
    relabel_objects(canvas.task, canvas.state.selection.ids(), label);
    follow_label(canvas.task, canvas.state, canvas.item, label);
    canvas.state.focus.wanted = true;
    ImGui::CloseCurrentPopup();
}

Key digit_key(std::size_t index) { // 1 … 9, then 0
    return index == 9 ? Key::digit_0 : static_cast<Key>(static_cast<int>(Key::digit_1) + static_cast<int>(index));
}

void label_rows_ui(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ImGui::Dummy({menu_width_in_em * ui.em(), 0});
    for (const auto& [label, index] : labels_for_selection(canvas.task, canvas.state, canvas.item)) {
        const std::string words = fmt::format("{}  {}", label_digit(index), label->title.in(ui.language()));
        const bool by_key = index < 10 && compat::key_pressed(digit_key(index), false);
        if (selectable_row(ui, label->id, words, false, 1.5f) || by_key) choose_label(canvas, label->id);
    }
}

void object_entries_ui(CanvasFrame& canvas) {
    Ui& ui = canvas.task.ui;
    ViewState& state = canvas.state;
    if (selectable_row(ui, "duplicate", ui.tr("action.image.duplicate"), false, 1.5f)) duplicate_selection(canvas);
    if (selectable_row(ui, "copy", ui.tr("action.image.copy"), false, 1.5f)) copy_selection(canvas);
    if (can_group(canvas) && selectable_row(ui, "group", ui.tr("action.image.group"), false, 1.5f))
        group_selection(canvas);
    if (can_ungroup(canvas)) {
        if (selectable_row(ui, "whole_group", ui.tr("image.whole_group"), false, 1.5f))
            choose_group_of(canvas.task, state, state.selection.anchor());
        if (selectable_row(ui, "ungroup", ui.tr("action.image.ungroup"), false, 1.5f)) ungroup_selection(canvas);
    }
    if (can_become_mask(canvas) && selectable_row(ui, "to_mask", ui.tr("image.to_mask"), false, 1.5f))
        mask_from_selection(canvas);
    if (selectable_row(ui, "hide", ui.tr("action.image.hide"), false, 1.5f)) hide_or_show(state, state.selection.ids());
    if (selectable_row(ui, "lock", ui.tr("action.image.lock"), false, 1.5f))
        lock_or_unlock(state, state.selection.ids());
    if (selectable_row(ui, "raise", ui.tr("action.image.raise"), false, 1.5f)) raise_selection(state, +1);
    if (selectable_row(ui, "lower", ui.tr("action.image.lower"), false, 1.5f)) raise_selection(state, -1);
    if (selectable_row(ui, "delete", ui.tr("action.image.delete"), false, 1.5f)) delete_selection(canvas);
}

void ask_label_ui(CanvasFrame& canvas) {
    const Scope scope(canvas.task.ui, "ask_label");
    text(canvas.task.ui, canvas.task.ui.tr("image.which_label"), TextLook::dim);
    label_rows_ui(canvas);
}

void object_menu_ui(CanvasFrame& canvas) {
    const Scope scope(canvas.task.ui, "menu");
    label_rows_ui(canvas);
    ImGui::Separator();
    object_entries_ui(canvas);
}

} // namespace

void menus_ui(CanvasFrame& canvas) {
    ViewState& state = canvas.state;
    if (state.ask_label) ImGui::OpenPopup(label_list);
    else if (!state.menu_for.empty() && canvas.editable()) ImGui::OpenPopup(object_menu);
    state.ask_label = false;
    state.menu_for.clear();
    if (ImGui::BeginPopup(label_list)) {
        ask_label_ui(canvas);
        ImGui::EndPopup();
    }
    if (ImGui::BeginPopup(object_menu)) {
        object_menu_ui(canvas);
        ImGui::EndPopup();
    }
}

} // namespace biaokao::image_objects
