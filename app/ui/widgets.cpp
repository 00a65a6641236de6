#include "app/ui/widgets.h"

#include <cmath>
#include <cstdlib>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/ui/imgui_compat.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

std::string label_with_id(std::string_view label, std::string_view id) {
    std::string text(label);
    text += "###";
    text += id;
    return text;
}

float width_in_px(const Ui& ui, float width_in_em) {
    if (width_in_em < 0) return ImGui::GetContentRegionAvail().x + width_in_em * ui.em();
    return width_in_em * ui.em();
}

void push_button_colors(const Theme& theme, const ButtonOptions& options) {
    std::uint32_t ground = theme.control, hover = theme.control_hover, active = theme.control_active, ink = theme.text;
    if (options.look == ButtonLook::primary) {
        ground = theme.accent, hover = active = theme.accent_hover, ink = theme.text_on_accent;
    } else if (options.look == ButtonLook::quiet) {
        ground = with_opacity(theme.control, 0);
    } else if (options.look == ButtonLook::danger) {
        ink = theme.bad;
    }
    if (options.selected) ground = hover = theme.accent, ink = theme.text_on_accent;
    ImGui::PushStyleColor(ImGuiCol_Button, ground);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, hover);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, active);
    ImGui::PushStyleColor(ImGuiCol_Text, ink);
}

std::size_t count_replacement_characters(std::string_view words) {
    std::size_t count = 0;
    for (auto at = words.find("\xEF\xBF\xBD"); at != std::string_view::npos; at = words.find("\xEF\xBF\xBD", at + 3))
        ++count;
    return count;
}

// What a finished edit may not do: bring in characters that this build of the GUI destroyed (above U+FFFF), or grow
// past the limit. The field then holds what it held before.
void keep_edit_sound(Ui& ui, std::string& value, std::size_t max_code_points) {
    if (count_replacement_characters(value) > count_replacement_characters(ui.edited_field.before)) {
        value = ui.edited_field.before;
        ui.notify(ui.tr("ui.character_refused"));
    } else if (code_point_count(value) > max_code_points) {
        value = ui.edited_field.before;
        ui.notify(ui.tr("ui.text_too_long", {{"max", std::to_string(max_code_points)}}));
    }
}

// Called right after an input widget: remembers what it held, and tells when it was left with a change.
bool edit_finished(Ui& ui, unsigned id, std::string& value, const std::string& before_frame,
                   std::size_t max_code_points) {
    if (ImGui::IsItemActivated()) ui.edited_field = {id, before_frame};
    if (!ImGui::IsItemDeactivated() || ui.edited_field.id != id) return false;
    keep_edit_sound(ui, value, max_code_points);
    const bool changed = value != ui.edited_field.before;
    ui.edited_field = {};
    return changed;
}

// Dear ImGui would type the Tab, and selects everything when the keyboard comes in: the next letter would replace it.
int keep_dictation(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) return data->EventChar == '\t' ? 1 : 0;
    auto& just_entered = *static_cast<bool*>(data->UserData);
    const bool all_selected = std::abs(data->SelectionEnd - data->SelectionStart) == data->BufTextLen;
    if (just_entered && all_selected) data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
    just_entered = false;
    return 0;
}

void dictation_field(Ui& ui, const std::string& name, const std::string& hint, std::string& value) {
    constexpr ImGuiInputTextFlags flags =
        ImGuiInputTextFlags_AllowTabInput | ImGuiInputTextFlags_CallbackCharFilter | ImGuiInputTextFlags_CallbackAlways;
    const std::string typed = value;
    bool just_entered = ui.edited_field.id != ImGui::GetID(name.c_str());
    ImGui::InputTextWithHint(name.c_str(), hint.c_str(), &value, flags, keep_dictation, &just_entered);
    // Esc has just put the old text back.
    if (ImGui::IsItemDeactivated() && escape_pressed()) value = typed;
}

// In the probe a slider is a canvas whose x is its value, so that tests and demonstrations can pull it.
void probe_slider(Ui& ui, std::string_view id, double value, const SliderOptions& options) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const double pad = 2 + static_cast<double>(ImGui::GetStyle().GrabMinSize) / 2; // as Dear ImGui draws it
    const double left = static_cast<double>(low.x) + pad, right = static_cast<double>(high.x) - pad;
    const double y = static_cast<double>(low.y + high.y) / 2;
    Seen seen;
    seen.kind = "slider";
    seen.value = std::to_string(value);
    seen.in_screen = box_from_corners({low.x, low.y}, {high.x, high.y});
    seen.visible = ImGui::IsItemVisible();
    seen.screen_from_content = [=](Vec2 at) {
        const double share = options.logarithmic ? std::log(at.x / options.min) / std::log(options.max / options.min)
                                                 : (at.x - options.min) / (options.max - options.min);
        return Vec2{left + (right - left) * share, y};
    };
    ui.probe().add(ui.full_id(id), std::move(seen));
}

// An empty box or circle is a mark to be set, not a stain: it is seen on every ground by its outline.
class Outlined {
public:
    explicit Outlined(const Ui& ui) { ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, ui.px(1)); }
    ~Outlined() { ImGui::PopStyleVar(); }
    Outlined(const Outlined&) = delete;
    Outlined& operator=(const Outlined&) = delete;
};

} // namespace

std::uint32_t text_color(const Theme& theme, TextLook look) {
    switch (look) {
    case TextLook::normal:
    case TextLook::heading: return theme.text;
    case TextLook::dim: return theme.text_dim;
    case TextLook::good: return theme.good;
    case TextLook::warning: return theme.warning;
    case TextLook::bad: return theme.bad;
    }
    return theme.text;
}

bool escape_pressed() { return compat::key_pressed(Key::escape, false); }

void probe_last_item(Ui& ui, std::string_view id, std::string_view kind, std::string_view label, std::string_view value,
                     bool enabled) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    ui.probe().add(ui.full_id(id), {.kind = std::string(kind),
                                    .label = std::string(label),
                                    .value = std::string(value),
                                    .in_screen = box_from_corners({low.x, low.y}, {high.x, high.y}),
                                    .enabled = enabled && ImGui::GetStyle().Alpha > 0.99f,
                                    .visible = ImGui::IsItemVisible(),
                                    .screen_from_content = {}});
}

float button_width(std::string_view words) {
    return ImGui::CalcTextSize(words.data(), words.data() + words.size()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

bool button(Ui& ui, std::string_view id, std::string_view label, const ButtonOptions& options) {
    push_button_colors(ui.theme(), options);
    bool clicked = false;
    {
        const DisabledIf off(!options.enabled);
        clicked = ImGui::Button(label_with_id(label, id).c_str(), {width_in_px(ui, options.width_in_em), 0});
        probe_last_item(ui, id, "button", label, options.selected ? "on" : "", options.enabled);
    }
    ImGui::PopStyleColor(4);
    action_tooltip(ui, options.tooltip, options.action);
    return clicked;
}

void text(Ui& ui, std::string_view words, TextLook look) {
    ImGui::PushStyleColor(ImGuiCol_Text, text_color(ui.theme(), look));
    compat::push_font(look == TextLook::heading ? ui.heading_font : nullptr);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopFont();
    ImGui::PopStyleColor();
}

void text_seen(Ui& ui, std::string_view id, std::string_view words, TextLook look) {
    text(ui, words, look);
    probe_last_item(ui, id, "text", words);
}

void clipped_text(Ui& ui, std::string_view id, std::string_view words, float width_px, TextLook look) {
    const auto width_of = [](std::string_view part) {
        return ImGui::CalcTextSize(part.data(), part.data() + part.size()).x;
    };
    if (width_of(words) <= width_px) return text_seen(ui, id, words, look);
    std::string shown(words);
    while (!shown.empty() && width_of(shown + "…") > width_px) {
        do shown.pop_back();
        while (!shown.empty() && !is_utf8(shown));
    }
    text(ui, shown + "…", look);
    probe_last_item(ui, id, "text", words);
    tooltip_for_last_item(ui, words);
}

void action_tooltip(Ui& ui, std::string_view tip, std::string_view action) {
    std::string words(tip);
    const std::string chord = action.empty() ? std::string{} : ui.actions().chord_text(action);
    if (!chord.empty()) words += words.empty() ? chord : "  (" + chord + ")";
    if (!words.empty()) tooltip_for_last_item(ui, words);
}

void tooltip_for_last_item(Ui& ui, std::string_view words) {
    if (!ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(28 * ui.em());
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

bool text_field(Ui& ui, std::string_view id, std::string& value, const FieldOptions& options) {
    const std::string before = value;
    const std::string name = label_with_id("", id);
    const std::string hint(options.hint);
    const DisabledIf off(!options.enabled);
    if (options.multiline) {
        const ImVec2 size{options.width_in_em == 0 ? -1.0f : width_in_px(ui, options.width_in_em),
                          options.height_in_em == 0 ? 4 * ui.em() : options.height_in_em * ui.em()};
        ImGui::InputTextMultiline(name.c_str(), &value, size, ImGuiInputTextFlags_NoHorizontalScroll);
    } else {
        ImGui::SetNextItemWidth(options.width_in_em == 0 ? -1.0f : width_in_px(ui, options.width_in_em));
        if (options.dictation) dictation_field(ui, name, hint, value);
        else ImGui::InputTextWithHint(name.c_str(), hint.c_str(), &value);
    }
    probe_last_item(ui, id, "field", hint, value, options.enabled);
    return edit_finished(ui, ImGui::GetID(name.c_str()), value, before, options.max_code_points);
}

bool number_field(Ui& ui, std::string_view id, double& value, double min, double max, float width_in_em) {
    ImGui::SetNextItemWidth(width_in_px(ui, width_in_em));
    ImGui::InputDouble(label_with_id("", id).c_str(), &value, 0, 0, "%.10g");
    const bool finished = ImGui::IsItemDeactivatedAfterEdit();
    value = value >= min ? (value <= max ? value : max) : min; // NaN falls to min
    probe_last_item(ui, id, "field", "", std::to_string(value));
    return finished;
}

bool slider(Ui& ui, std::string_view id, double& value, const SliderOptions& options) {
    ImGui::SetNextItemWidth(width_in_px(ui, options.width_in_em));
    const ImGuiSliderFlags flags =
        ImGuiSliderFlags_AlwaysClamp | (options.logarithmic ? ImGuiSliderFlags_Logarithmic : ImGuiSliderFlags_None);
    const bool changed = ImGui::SliderScalar(label_with_id("", id).c_str(), ImGuiDataType_Double, &value, &options.min,
                                             &options.max, options.format, flags);
    if (!(value >= options.min && value <= options.max)) value = options.min; // NaN was typed
    probe_slider(ui, id, value, options);
    return changed;
}

bool checkbox(Ui& ui, std::string_view id, std::string_view label, bool& value, bool enabled) {
    const DisabledIf off(!enabled);
    const Outlined outline(ui);
    const bool changed = ImGui::Checkbox(label_with_id(label, id).c_str(), &value);
    probe_last_item(ui, id, "check", label, value ? "on" : "off", enabled);
    return changed;
}

bool radio(Ui& ui, std::string_view id, std::string_view label, bool selected, bool enabled) {
    const DisabledIf off(!enabled);
    const Outlined outline(ui);
    const bool clicked = ImGui::RadioButton(label_with_id(label, id).c_str(), selected);
    probe_last_item(ui, id, "radio", label, selected ? "on" : "off", enabled);
    return clicked;
}

bool choice_box(Ui& ui, std::string_view id, std::string& selected, std::span<const Choice> choices,
                float width_in_em) {
    std::string shown(ui.tr("ui.choose"));
    for (const Choice& choice : choices)
        if (choice.id == selected) shown = choice.label;
    ImGui::SetNextItemWidth(width_in_em == 0 ? -1.0f : width_in_px(ui, width_in_em));
    const bool open = ImGui::BeginCombo(label_with_id("", id).c_str(), shown.c_str());
    probe_last_item(ui, id, "choice", shown, selected);
    bool changed = false;
    if (!open) return changed;
    { // the scope ends in the window of the list, before EndCombo: Dear ImGui aborts on an id left open
        const Scope scope(ui, id);
        for (const Choice& choice : choices) {
            if (ImGui::Selectable(label_with_id(choice.label, choice.id).c_str(), choice.id == selected)) {
                changed = choice.id != selected;
                selected = choice.id;
            }
            probe_last_item(ui, choice.id, "option", choice.label, choice.id == selected ? "on" : "");
        }
    }
    ImGui::EndCombo();
    return changed;
}

bool selectable_row(Ui& ui, std::string_view id, std::string_view label, bool selected, float height_in_em) {
    ImGui::PushStyleVar(ImGuiStyleVar_SelectableTextAlign, {0, 0.5f}); // in the middle of a high row
    const bool clicked = ImGui::Selectable(label_with_id(label, id).c_str(), selected, ImGuiSelectableFlags_None,
                                           {0, height_in_em * ui.em()});
    ImGui::PopStyleVar();
    probe_last_item(ui, id, "row", label, selected ? "on" : "");
    return clicked;
}

Panel::Panel(Ui& ui, std::string_view id, float width_px, float height_px, bool border) : scope_(ui, id), ui_(ui) {
    // Only a panel with a border is something that F6 can show.
    const std::string stop = ui.full_id("panel");
    if (border && ui.panel_stop(stop)) ImGui::SetNextWindowFocus();
    ImGui::PushStyleColor(ImGuiCol_ChildBg, border ? ui.theme().panel : with_opacity(ui.theme().panel, 0));
    ImGui::BeginChild("panel", {width_px, height_px}, border, border ? 0 : ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleColor();
    if (border && ImGui::IsWindowFocused()) ui.panel_has_keyboard(stop);
}

Panel::~Panel() {
    ImGui::EndChild();
    probe_last_item(ui_, "panel", "panel", "");
}

DisabledIf::DisabledIf(bool disabled) : active_(disabled) {
    if (active_) ImGui::BeginDisabled();
}

DisabledIf::~DisabledIf() {
    if (active_) ImGui::EndDisabled();
}

} // namespace biaokao
