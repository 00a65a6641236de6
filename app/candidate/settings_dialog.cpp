// What the person can set: the colours of the labels, and the key of every action.
#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/platform/platform.h"
#include "app/ui/imgui_compat.h"
#include "app/ui/key_choices.h"
#include "app/ui/layout.h"
#include "app/ui/modal.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr float key_column_in_em = 11;

std::string name_of(const Ui& ui, const ActionRow& row) { return std::string(ui.tr("action." + std::string(row.id))); }

void apply_keys(Desk& desk) {
    desk.ui.actions().set_choices(desk.settings.keys);
    settings_changed(desk);
}

std::string taken_by(const Ui& ui, const Chord& chord, const ActionRow& other) {
    return ui.tr("keys.refused_taken", {{"keys", text_from_chord(chord)}, {"action", name_of(ui, other)}});
}

void bind(Desk& desk, const ActionRow& row, const Chord& chord) {
    const Ui& ui = desk.ui;
    SettingsDialog& dialog = desk.settings_dialog;
    if (const auto reason = why_not_bindable(chord, row); !reason.empty()) {
        dialog.message = ui.tr(reason, {{"keys", text_from_chord(chord)}});
    } else if (const auto* other = find_conflict(chord, row, desk.ui.actions().known(), desk.settings.keys)) {
        dialog.message = taken_by(ui, chord, *other);
    } else {
        desk.settings.keys[std::string(row.id)] = text_from_chord(chord);
        dialog.message = ui.tr("keys.bound", {{"keys", text_from_chord(chord)}, {"action", name_of(ui, row)}});
        apply_keys(desk);
    }
}

// Back to the keys of the table, unless another action was given one of them meanwhile.
void reset(Desk& desk, const ActionRow& row) {
    SettingsDialog& dialog = desk.settings_dialog;
    dialog.message.clear();
    const bool taken = any_chord(row.chords, [&](const Chord& chord) {
        const auto* other = find_conflict(chord, row, desk.ui.actions().known(), desk.settings.keys);
        if (other == nullptr || !desk.settings.keys.contains(other->id)) return false;
        dialog.message = taken_by(desk.ui, chord, *other);
        return true;
    });
    if (taken) return;
    desk.settings.keys.erase(std::string(row.id));
    apply_keys(desk);
}

// The key that is asked for. Esc gives up; what an input method composes is not for us.
void take_key(Desk& desk) {
    SettingsDialog& dialog = desk.settings_dialog;
    if (dialog.waiting_for.empty() || desk.services.platform.composing()) return;
    const auto chord = pressed_chord();
    if (!chord) return;
    const auto& known = desk.ui.actions().known();
    const auto row =
        std::find_if(known.begin(), known.end(), [&](const ActionRow& each) { return each.id == dialog.waiting_for; });
    dialog.waiting_for.clear();
    dialog.message.clear();
    if (row != known.end() && *chord != Chord{Key::escape}) bind(desk, ActionRow(*row), *chord);
}

void row_ui(Desk& desk, const ActionRow& row) {
    Ui& ui = desk.ui;
    const Scope scope(ui, row.id);
    SettingsDialog& dialog = desk.settings_dialog;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(ui, name_of(ui, row));
    ImGui::TableNextColumn();
    const bool waits = dialog.waiting_for == row.id;
    const std::string keys(ui.actions().chords(row));
    if (button(ui, "key", waits ? ui.tr("keys.press") : std::string_view(keys),
               {.selected = waits, .width_in_em = key_column_in_em - 0.5f})) {
        dialog.waiting_for = waits ? std::string() : std::string(row.id);
        dialog.message.clear();
    }
    ImGui::TableNextColumn();
    if (!desk.settings.keys.contains(row.id)) return;
    if (button(ui, "reset", ui.tr("keys.reset"),
               {.look = ButtonLook::quiet, .tooltip = ui.tr("keys.reset_tip", {{"keys", std::string(row.chords)}})}))
        reset(desk, row);
}

// One table for each context and desk: "On the canvas · Pictures".
void key_tables_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const std::vector<ActionRow> known = ui.actions().known(); // a copy: what is drawn may offer more
    constexpr std::array order{KeyContext::canvas, KeyContext::list, KeyContext::typing, KeyContext::everywhere};
    for (const KeyContext context : order) {
        std::vector<std::string_view> families;
        for (const ActionRow& row : known)
            if (row.context == context && std::find(families.begin(), families.end(), family_of(row)) == families.end())
                families.push_back(family_of(row));
        for (const std::string_view family : families) {
            const std::string id = std::string(context_key(context)) + "." + std::string(family);
            const std::string family_key = "keys.family_" + std::string(family);
            std::string words(ui.tr(context_key(context)));
            if (ui.tr(family_key) != family_key) words += " · " + std::string(ui.tr(family_key));
            heading(ui, words);
            if (!ImGui::BeginTable(id.c_str(), 3, ImGuiTableFlags_RowBg)) continue;
            ImGui::TableSetupColumn("action", ImGuiTableColumnFlags_WidthStretch);
            ImGui::TableSetupColumn("key", ImGuiTableColumnFlags_WidthFixed, key_column_in_em * ui.em());
            ImGui::TableSetupColumn("reset", ImGuiTableColumnFlags_WidthFixed, 5 * ui.em());
            for (const ActionRow& row : known)
                if (row.context == context && family_of(row) == family) row_ui(desk, row);
            ImGui::EndTable();
        }
    }
}

void content_ui(Desk& desk) {
    Ui& ui = desk.ui;
    SettingsDialog& dialog = desk.settings_dialog;
    const bool waits = !dialog.waiting_for.empty();
    if (checkbox(ui, "clear_colors", ui.tr("settings.clear_colors"), desk.settings.clear_colors))
        settings_changed(desk);
    tooltip_for_last_item(ui, ui.tr("settings.clear_colors_tip"));
    paragraphs(ui, ui.tr("keys.how"), TextLook::dim);
    clipped_text(ui, "message", dialog.message.empty() ? std::string_view(" ") : std::string_view(dialog.message),
                 ImGui::GetContentRegionAvail().x, TextLook::warning);
    const float foot = 2.3f * ui.em();
    {
        const Scope scope(ui, "keys");
        compat::begin_child("###keys", {0, ImGui::GetContentRegionAvail().y - foot}, true,
                            waits ? ImGuiWindowFlags_NoNavInputs : ImGuiWindowFlags_None);
        key_tables_ui(desk);
        ImGui::EndChild();
        probe_last_item(ui, "panel", "panel", "");
    }
    const bool escaped = !waits && escape_pressed();
    if (button(ui, "close", ui.tr("ui.close"), {.look = ButtonLook::primary}) || escaped) dialog = {};
    ImGui::SameLine();
    if (button(ui, "reset_all", ui.tr("keys.reset_all"), {.enabled = !desk.settings.keys.empty()})) {
        desk.settings.keys.clear();
        dialog.message.clear();
        apply_keys(desk);
    }
    // Behind the buttons: the Enter that is asked for shall not press one of them.
    if (waits) take_key(desk);
    if (!dialog.open) ImGui::CloseCurrentPopup();
}

} // namespace

void settings_dialog_ui(Desk& desk) {
    if (!desk.settings_dialog.open) return;
    Ui& ui = desk.ui;
    if (!begin_centered_modal(ui, "settings", 44, 36, !desk.settings_dialog.waiting_for.empty())) return;
    {
        const Scope scope(ui, "settings");
        content_ui(desk);
    }
    ImGui::EndPopup();
}

} // namespace biaokao
