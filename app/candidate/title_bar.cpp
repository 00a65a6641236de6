#include <imgui.h>

#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr double scale_steps[] = {1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5};

double next_scale(double scale, int direction) {
    if (direction > 0) {
        for (const double step : scale_steps)
            if (step > scale + 0.01) return step;
        return scale_steps[std::size(scale_steps) - 1];
    }
    for (std::size_t i = std::size(scale_steps); i-- > 0;)
        if (scale_steps[i] < scale - 0.01) return scale_steps[i];
    return scale_steps[0];
}

ThemeId next_theme(ThemeId theme) {
    switch (theme) {
    case ThemeId::light: return ThemeId::dark;
    case ThemeId::dark: return ThemeId::contrast;
    case ThemeId::contrast: return ThemeId::light;
    }
    return ThemeId::light;
}

std::string where_am_i(const Desk& desk) {
    if (desk.screen == ScreenId::start || !desk.pack) return std::string(desk.ui.tr("app.subtitle"));
    return desk.pack->title.in(desk.ui.language());
}

// Words of the buttons at the right, to know where they begin.
struct RightSide {
    std::string language, theme, smaller, size, larger, help;
    float width_px = 0;
};

RightSide right_side(Desk& desk) {
    Ui& ui = desk.ui;
    RightSide side{.language = std::string(ui.tr("app.other_language")),
                   .theme = std::string(ui.tr("app.theme." + std::string(theme_name(ui.theme_id)))),
                   .smaller = "A-",
                   .size = std::to_string(static_cast<int>(ui.scale * 100 + 0.5)) + "%",
                   .larger = "A+",
                   .help = std::string(ui.tr("app.help")) + " " + ui.actions().chord_text("app.help")};
    for (const std::string* words : {&side.language, &side.theme, &side.smaller, &side.larger, &side.help})
        side.width_px += button_width(*words) + ImGui::GetStyle().ItemSpacing.x;
    side.width_px += ImGui::CalcTextSize(side.size.c_str()).x;
    return side;
}

void right_side_ui(Desk& desk, const RightSide& side) {
    Ui& ui = desk.ui;
    if (button(ui, "language", side.language, {.look = ButtonLook::quiet, .tooltip = ui.tr("app.language_tip")})) {
        desk.settings.language = ui.language() == "zh" ? "en" : "zh";
        ui.set_language(desk.settings.language);
        settings_changed(desk);
    }
    ImGui::SameLine();
    if (button(ui, "theme", side.theme, {.look = ButtonLook::quiet, .tooltip = ui.tr("app.theme_tip")})) {
        desk.settings.theme = theme_name(next_theme(ui.theme_id));
        settings_changed(desk);
    }
    ImGui::SameLine();
    if (button(ui, "smaller", side.smaller,
               {.look = ButtonLook::quiet, .action = "app.smaller", .tooltip = ui.tr("action.app.smaller")})) {
        desk.settings.scale = next_scale(desk.settings.scale, -1);
        settings_changed(desk);
    }
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    text_seen(ui, "size", side.size, TextLook::dim);
    ImGui::SameLine();
    if (button(ui, "larger", side.larger,
               {.look = ButtonLook::quiet, .action = "app.larger", .tooltip = ui.tr("action.app.larger")})) {
        desk.settings.scale = next_scale(desk.settings.scale, +1);
        settings_changed(desk);
    }
    ImGui::SameLine();
    if (button(ui, "help", side.help, {.look = ButtonLook::quiet, .action = "app.help"}))
        desk.help_open = !desk.help_open;
}

} // namespace

void title_bar_ui(Desk& desk) {
    Ui& ui = desk.ui;
    const Scope scope(ui, "bar");
    static constexpr ActionRow rows[] = {
        {"app.help", KeyContext::everywhere, "F1"},
        {"app.settings", KeyContext::everywhere, "Ctrl+,"},
        {"app.next_panel", KeyContext::everywhere, "F6"},
        {"app.previous_panel", KeyContext::everywhere, "Shift+F6"},
        {"app.larger", KeyContext::everywhere, "Ctrl+Alt+="},
        {"app.smaller", KeyContext::everywhere, "Ctrl+Alt+-"},
    };
    ui.actions().offer(rows);
    if (ui.action("app.help")) desk.help_open = !desk.help_open;
    if (ui.action("app.settings")) desk.settings_dialog.open = true;
    if (ui.action("app.next_panel")) ui.step_panel(+1);
    if (ui.action("app.previous_panel")) ui.step_panel(-1);
    for (const int direction : {-1, +1}) {
        if (!ui.action(direction > 0 ? "app.larger" : "app.smaller")) continue;
        desk.settings.scale = next_scale(desk.settings.scale, direction);
        settings_changed(desk);
    }
    const RightSide side = right_side(desk);
    const float right = ImGui::GetContentRegionMax().x - side.width_px;
    ImGui::AlignTextToFramePadding();
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme().accent);
    ImGui::TextUnformatted(ui.tr("app.name").data());
    ImGui::PopStyleColor();
    ImGui::SameLine(0, ui.em());
    ImGui::AlignTextToFramePadding();
    const float room = right - ImGui::GetCursorPosX() - ui.em();
    clipped_text(ui, "title", where_am_i(desk), room, TextLook::dim);
    ImGui::SameLine(right);
    right_side_ui(desk, side);
    ImGui::Separator();
}

} // namespace biaokao
