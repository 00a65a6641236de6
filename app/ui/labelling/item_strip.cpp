#include "app/ui/labelling/item_strip.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::array item_actions{
    ActionRow{"labelling.item_next", KeyContext::canvas, "D", true},
    ActionRow{"labelling.item_previous", KeyContext::canvas, "A", true},
    ActionRow{"labelling.item_next_anywhere", KeyContext::everywhere, "Ctrl+PgDn", true},
    ActionRow{"labelling.item_previous_anywhere", KeyContext::everywhere, "Ctrl+PgUp", true},
};
constexpr std::array page_actions{
    ActionRow{"labelling.page_next", KeyContext::canvas, "PgDn", true},
    ActionRow{"labelling.page_previous", KeyContext::canvas, "PgUp", true},
};
constexpr std::array unchecked_actions{
    ActionRow{"labelling.unchecked_next", KeyContext::everywhere, "Ctrl+Shift+D", true},
    ActionRow{"labelling.unchecked_previous", KeyContext::everywhere, "Ctrl+Shift+A", true},
};
constexpr float open_width_in_em = 8;
constexpr int side_button_back = 3, side_button_forward = 4;

// The first one stands for an item that is not there.
std::size_t index_of(const Question& question, std::string_view item) {
    const std::size_t index = question.index_of_item(item);
    return index < question.items.size() ? index : 0;
}

int step_asked_by_keys(Ui& ui, bool page_keys) {
    ui.actions().offer(item_actions);
    if (page_keys) ui.actions().offer(page_actions);
    const bool pages = page_keys && (ui.action("labelling.page_next") || ui.action("labelling.page_previous"));
    if (ui.action("labelling.item_next") || ui.action("labelling.item_next_anywhere") ||
        (pages && ui.action("labelling.page_next")) || ImGui::IsMouseClicked(side_button_forward))
        return 1;
    if (ui.action("labelling.item_previous") || ui.action("labelling.item_previous_anywhere") || pages ||
        ImGui::IsMouseClicked(side_button_back))
        return -1;
    return 0;
}

// The item that keys ask for instead of `current`; empty: none.
std::string unchecked_asked_by_keys(TaskFrame& frame, std::string_view current) {
    Ui& ui = frame.ui;
    ui.actions().offer(unchecked_actions);
    const int direction = ui.action("labelling.unchecked_next")       ? +1
                          : ui.action("labelling.unchecked_previous") ? -1
                                                                      : 0;
    if (direction == 0) return {};
    std::string found = unchecked_item(frame.question, frame.answer, current, direction);
    if (found.empty()) ui.notify(ui.tr("labelling.all_checked"));
    else if (found == current) ui.notify(ui.tr("labelling.others_checked"));
    return found;
}

std::string row_text(const TaskFrame& frame, const ItemSpec& item) {
    return fmt::format("{} {}", item_signs(frame.ui, frame.answer, item.id), item.title.in(frame.ui.language()));
}

float row_width(const TaskFrame& frame, const ItemSpec& item) { return button_width(row_text(frame, item)); }

// The arrows, "1 / 3", and a button for each item; the name of the open one alone where not all have room.
std::size_t line_ui(TaskFrame& frame, std::size_t current, bool open_only) {
    Ui& ui = frame.ui;
    const auto& items = frame.question.items;
    std::size_t chosen = current;
    if (button(
            ui, "previous", "◀",
            {.enabled = current > 0, .action = "labelling.item_previous", .tooltip = ui.tr("labelling.previous_item")}))
        chosen = current - 1;
    ImGui::SameLine();
    ImGui::AlignTextToFramePadding();
    text_seen(ui, "position", fmt::format("{} / {}", current + 1, items.size()));
    ImGui::SameLine();
    if (button(ui, "next", "▶",
               {.enabled = current + 1 < items.size(),
                .action = "labelling.item_next",
                .tooltip = ui.tr("labelling.next_item")}))
        chosen = current + 1;
    ImGui::SameLine();
    float wanted = 0;
    for (const ItemSpec& item : items) wanted += row_width(frame, item) + ImGui::GetStyle().ItemSpacing.x;
    const float room = ImGui::GetContentRegionAvail().x;
    if (open_only || wanted > room) {
        ImGui::AlignTextToFramePadding();
        clipped_text(ui, "current", row_text(frame, items[current]),
                     open_only ? std::min(room, open_width_in_em * ui.em()) : room);
        return chosen;
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) ImGui::SameLine();
        if (button(ui, items[i].id, row_text(frame, items[i]), {.look = ButtonLook::quiet, .selected = i == current}))
            chosen = i;
    }
    return chosen;
}

std::size_t list_ui(TaskFrame& frame, std::size_t current) {
    const auto& question = frame.question;
    std::size_t chosen = current;
    std::string_view group;
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const ItemSpec& item = question.items[i];
        if (item.group != group) {
            group = item.group;
            if (const GroupSpec* spec = question.labels.find_group(group))
                text(frame.ui, spec->title.in(frame.ui.language()), TextLook::dim);
        }
        if (selectable_row(frame.ui, item.id, row_text(frame, item), i == current)) chosen = i;
    }
    return chosen;
}

} // namespace

ItemState item_state(const Answer& answer, std::string_view item) {
    const auto entry = answer.items.find(std::string(item));
    if (entry != answer.items.end() && entry->second.saved) return ItemState::saved;
    const bool has_class = entry != answer.items.end() && !entry->second.classes.empty();
    const bool has_object = std::any_of(answer.objects.begin(), answer.objects.end(),
                                        [item](const auto& object) { return object.second.item == item; });
    return has_class || has_object ? ItemState::begun : ItemState::untouched;
}

bool is_checked(const Answer& answer, std::string_view item) {
    const auto entry = answer.items.find(std::string(item));
    return entry != answer.items.end() && entry->second.checked;
}

std::string item_signs(const Ui& ui, const Answer& answer, std::string_view item) {
    const auto sign_of = [&](ItemState state) -> std::string_view {
        switch (state) {
        case ItemState::untouched: return ui.tr("labelling.sign.untouched");
        case ItemState::begun: return ui.tr("labelling.sign.begun");
        case ItemState::saved: return ui.tr("labelling.sign.saved");
        }
        return {};
    };
    std::string signs(sign_of(item_state(answer, item)));
    if (is_checked(answer, item)) signs += ui.tr("labelling.sign.checked");
    return signs;
}

std::string unchecked_item(const Question& question, const Answer& answer, std::string_view from, int direction) {
    const std::size_t count = question.items.size(), at = index_of(question, from);
    for (std::size_t step = 1; step <= count; ++step) {
        const std::string& item = question.items[(at + (direction > 0 ? step : count - step)) % count].id;
        if (!is_checked(answer, item)) return item;
    }
    return {};
}

bool item_strip_ui(TaskFrame& frame, std::string& current, const ItemStripOptions& options) {
    const auto& items = frame.question.items;
    if (items.empty()) return false;
    const std::size_t before = index_of(frame.question, current);
    std::size_t chosen = before;
    {
        const Scope scope(frame.ui, "items");
        chosen = options.as_list ? list_ui(frame, before) : line_ui(frame, before, options.open_only);
    }
    const int step = step_asked_by_keys(frame.ui, options.page_keys);
    if (step > 0 && before + 1 < items.size()) chosen = before + 1;
    if (step < 0 && before > 0) chosen = before - 1;
    if (frame.comparison == nullptr)
        if (const std::string unchecked = unchecked_asked_by_keys(frame, items[before].id); !unchecked.empty())
            chosen = index_of(frame.question, unchecked);
    const bool changed = current != items[chosen].id;
    current = items[chosen].id;
    return changed;
}

} // namespace biaokao
