// What lies over every screen: the keys (F1), errors, and notes that go by themselves.
#include <algorithm>

#include <imgui.h>

#include "app/candidate/screens.h"
#include "app/ui/layout.h"
#include "app/ui/modal.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

void key_rows_ui(Ui& ui) {
    constexpr KeyContext order[] = {KeyContext::canvas, KeyContext::list, KeyContext::typing, KeyContext::everywhere};
    for (const KeyContext context : order) {
        const auto& rows = ui.actions().offered();
        if (std::none_of(rows.begin(), rows.end(), [&](const ActionRow& row) { return row.context == context; }))
            continue;
        heading(ui, ui.tr(context_key(context)));
        if (!ImGui::BeginTable(context_key(context).data(), 2, ImGuiTableFlags_RowBg)) continue;
        ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed, 12 * ui.em());
        for (const ActionRow& row : rows) {
            if (row.context != context) continue;
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            text(ui, ui.actions().chords(row));
            ImGui::TableNextColumn();
            text_seen(ui, row.id, ui.tr("action." + std::string(row.id)));
        }
        ImGui::EndTable();
    }
}

void error_ui(Desk& desk) {
    if (!desk.error) return;
    Ui& ui = desk.ui;
    if (!begin_centered_modal(ui, "error", 32, 0)) return;
    {
        const Scope scope(ui, "error");
        text(ui, ui.tr("ui.error"), TextLook::bad);
        paragraphs(ui, ui.translator().sentence(*desk.error));
        ImGui::Spacing();
        if (button(ui, "ok", ui.tr("ui.understood"), {.look = ButtonLook::primary}) || escape_pressed()) {
            desk.error.reset();
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

void leaving_ui(Desk& desk) {
    if (!desk.leaving) return;
    Ui& ui = desk.ui;
    if (!begin_centered_modal(ui, "leaving", 30, 0)) return;
    {
        const Scope scope(ui, "leaving");
        paragraphs(ui, ui.tr("leaving.clock_runs"));
        ImGui::Spacing();
        desk.quit = button(ui, "yes", ui.tr("leaving.close"), {.look = ButtonLook::danger});
        ImGui::SameLine();
        if (button(ui, "no", ui.tr("leaving.stay"), {.look = ButtonLook::primary}) || escape_pressed() || desk.quit) {
            desk.leaving = false;
            ImGui::CloseCurrentPopup();
        }
    }
    ImGui::EndPopup();
}

void notes_ui(Ui& ui) {
    float bottom = ImGui::GetIO().DisplaySize.y - ui.em();
    for (std::size_t i = ui.notes().size(); i-- > 0;) {
        const std::string& words = ui.notes()[i].words;
        ImGui::SetNextWindowPos({ImGui::GetIO().DisplaySize.x * 0.5f, bottom}, ImGuiCond_Always, {0.5f, 1.0f});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, ui.px(1));
        ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme().panel);
        if (ImGui::Begin(("note" + std::to_string(i)).c_str(), nullptr,
                         ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoInputs |
                             ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav |
                             ImGuiWindowFlags_NoSavedSettings)) {
            ImGui::PushTextWrapPos(34 * ui.em());
            ImGui::TextUnformatted(words.c_str());
            ImGui::PopTextWrapPos();
            probe_last_item(ui, "note/" + std::to_string(i), "note", words);
            bottom -= ImGui::GetWindowHeight() + 0.3f * ui.em();
        }
        ImGui::End();
        ImGui::PopStyleColor();
        ImGui::PopStyleVar();
    }
}

} // namespace

std::string_view context_key(KeyContext context) {
    switch (context) {
    case KeyContext::everywhere: return "help.everywhere";
    case KeyContext::canvas: return "help.canvas";
    case KeyContext::list: return "help.list";
    case KeyContext::typing: return "help.typing";
    case KeyContext::dialog: return "help.dialog";
    }
    return "";
}

void help_overlay_ui(Desk& desk) {
    if (!desk.help_open) return;
    Ui& ui = desk.ui;
    if (!begin_centered_modal(ui, "help", 42, 34)) return;
    {
        const Scope scope(ui, "help");
        {
            const Panel list(ui, "list", 0, ImGui::GetContentRegionAvail().y - 2.3f * ui.em(), false);
            key_rows_ui(ui);
        }
        if (button(ui, "close", ui.tr("ui.close"), {.look = ButtonLook::primary}) || escape_pressed())
            desk.help_open = false;
        ImGui::SameLine();
        if (button(ui, "settings", ui.tr("settings.open"), {.action = "app.settings"})) {
            desk.help_open = false;
            desk.settings_dialog.open = true;
        }
        if (!desk.help_open) ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void dialogs_ui(Desk& desk) {
    settings_dialog_ui(desk);
    error_ui(desk);
    leaving_ui(desk);
    notes_ui(desk.ui);
}

} // namespace biaokao
