#include "app/ui/labelling/label_palette.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include "engine/text/normalise.h"

namespace biaokao {
namespace {

constexpr std::array digit_actions{
    ActionRow{"labelling.label_1", KeyContext::canvas, "1"}, ActionRow{"labelling.label_2", KeyContext::canvas, "2"},
    ActionRow{"labelling.label_3", KeyContext::canvas, "3"}, ActionRow{"labelling.label_4", KeyContext::canvas, "4"},
    ActionRow{"labelling.label_5", KeyContext::canvas, "5"}, ActionRow{"labelling.label_6", KeyContext::canvas, "6"},
    ActionRow{"labelling.label_7", KeyContext::canvas, "7"}, ActionRow{"labelling.label_8", KeyContext::canvas, "8"},
    ActionRow{"labelling.label_9", KeyContext::canvas, "9"}, ActionRow{"labelling.label_10", KeyContext::canvas, "0"},
};

// The label that stands out in the palette: the one that all selected objects share, else the sticky one.
std::string shown_label(const TaskFrame& frame, const std::string& current, const Selection& selection) {
    if (selection.empty()) return current;
    std::optional<std::string> shared;
    for (const std::string& id : selection.ids()) {
        const auto object = frame.answer.objects.find(id);
        if (object == frame.answer.objects.end()) continue;
        if (shared && *shared != object->second.label) return {};
        shared = object->second.label;
    }
    return shared.value_or(std::string());
}

void apply_choice(TaskFrame& frame, const std::string& label, std::string& current, const Selection& selection,
                  const Relabel& relabel) {
    current = label;
    if (!selection.empty()) relabel(frame, selection.ids(), label);
}

// The key that chooses it now, if it has room on the swatch.
std::string key_of_label(const Ui& ui, std::size_t index) {
    if (index >= digit_actions.size()) return {};
    const std::string chord = ui.actions().chord_text(digit_actions[index].id);
    if (chord.empty()) return std::string(label_digit(index)); // not on offer now
    return chord.size() <= 2 ? chord : std::string();
}

// A square of the label's colour with its digit, left of the row.
void swatch_ui(TaskFrame& frame, const LabelSpec& label, std::size_t index, float row_height) {
    Ui& ui = frame.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float side = ui.em() * 1.2f;
    const ImVec2 a{corner.x, corner.y + (row_height - side) / 2};
    const LabelLook look = label_look(ui, frame.question.labels, label.id, ui.theme().text_dim);
    const std::uint32_t color = look.color;
    list.AddRectFilled(a, {a.x + side, a.y + side}, color, ui.px(3));
    const Box swatch{static_cast<double>(a.x), static_cast<double>(a.y), static_cast<double>(side),
                     static_cast<double>(side)};
    draw_hatch(ui, list, swatch, swatch, look.hatch, with_opacity(readable_on(color), 0.6));
    const std::string digit = key_of_label(ui, index);
    const ImVec2 size = ImGui::CalcTextSize(digit.c_str());
    list.AddText({a.x + (side - size.x) / 2, a.y + (side - size.y) / 2}, readable_on(color), digit.c_str());
    ImGui::Dummy({side, row_height});
    ImGui::SameLine();
}

// Which labels the search field above a long palette leaves; all where there is none.
std::vector<bool> found_labels(Ui& ui, const std::vector<const LabelSpec*>& labels) {
    if (labels.size() <= digit_actions.size()) return std::vector<bool>(labels.size(), true);
    std::string& search = ui.searches[ui.full_id("search")];
    text_field(ui, "search", search,
               {.hint = ui.tr("labelling.search_labels"), .max_code_points = 100, .dictation = true});
    const std::u32string wanted = comparable_from_utf8(search);
    std::vector<bool> found;
    for (const LabelSpec* label : labels) {
        const auto has = [&](const std::string& words) {
            return comparable_from_utf8(words).find(wanted) != std::u32string::npos;
        };
        found.push_back(wanted.empty() || has(label->id) || has(label->title.zh) || has(label->title.en));
    }
    return found;
}

} // namespace

std::string_view label_digit(std::size_t index) {
    constexpr std::string_view digits = "1234567890";
    return index < digits.size() ? digits.substr(index, 1) : std::string_view();
}

std::optional<std::string> label_keys(TaskFrame& frame, const ItemSpec& item, std::string& current,
                                      const Selection& selection, const Relabel& relabel) {
    const auto labels = frame.question.labels_of(item);
    const std::size_t count = std::min(labels.size(), digit_actions.size());
    frame.ui.actions().offer(std::span(digit_actions).first(count));
    for (std::size_t i = 0; i < count; ++i) {
        if (!frame.editable || !frame.ui.action(digit_actions[i].id)) continue;
        apply_choice(frame, labels[i]->id, current, selection, relabel);
        return labels[i]->id;
    }
    return std::nullopt;
}

std::optional<std::string> label_palette_ui(TaskFrame& frame, const ItemSpec& item, std::string& current,
                                            const Selection& selection, bool keys, const Relabel& relabel) {
    std::optional<std::string> chosen;
    if (keys) chosen = label_keys(frame, item, current, selection, relabel);
    const Scope scope(frame.ui, "labels");
    const auto labels = frame.question.labels_of(item);
    const std::string shown = shown_label(frame, current, selection);
    const std::vector<bool> found = found_labels(frame.ui, labels);
    const DisabledIf read_only(!frame.editable);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (!found[i]) continue;
        swatch_ui(frame, *labels[i], i, label_row_height_in_em * frame.ui.em());
        const std::string& words = labels[i]->title.in(frame.ui.language());
        if (selectable_row(frame.ui, labels[i]->id, words, labels[i]->id == shown, label_row_height_in_em) &&
            frame.editable) {
            chosen = labels[i]->id;
            apply_choice(frame, *chosen, current, selection, relabel);
        }
    }
    return chosen;
}

} // namespace biaokao
