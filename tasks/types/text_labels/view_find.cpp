#include "tasks/types/text_labels/view_find.h"

#include <algorithm>
#include <array>

#include <imgui.h>

#include "app/ui/widgets.h"
#include "tasks/types/text_labels/find_text.h"

namespace biaokao::spans {
namespace {

constexpr std::array find_actions{
    ActionRow{"text.find", KeyContext::canvas, "Ctrl+F"},
    ActionRow{"text.find_next", KeyContext::everywhere, "F3", true},
    ActionRow{"text.find_previous", KeyContext::everywhere, "Shift+F3", true},
};
constexpr float field_width_in_em = 14;

} // namespace

void FindBar::draw_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    ui.actions().offer(find_actions);
    if (ui.action("text.find")) open_ = wants_keyboard_ = true;
    if (ui.action("text.find_next")) step(frame, work, +1);
    if (ui.action("text.find_previous")) step(frame, work, -1);
    if (!open_) return;
    const Scope scope(ui, "find");
    if (std::exchange(wants_keyboard_, false)) ImGui::SetKeyboardFocusHere();
    const bool entered =
        text_field(ui, "words", words_, {.width_in_em = field_width_in_em, .hint = ui.tr("text.find_hint")});
    ImGui::SameLine();
    const bool next = button(ui, "next", ui.tr("text.find_next"), {.action = "text.find_next"});
    if (entered || next) step(frame, work, +1);
    ImGui::SameLine();
    if (button(ui, "close", ui.tr("text.find_close"), {.look = ButtonLook::quiet})) {
        open_ = false;
        work.focus.wanted = true;
    }
}

void FindBar::step(TaskFrame& frame, Workspace& work, int direction) const {
    if (!work.document || words_.empty()) return;
    const auto [low, high] = std::minmax(work.caret.at, work.caret.anchor);
    const auto found = find_text(*work.document, words_, direction > 0 ? high : low, direction);
    if (!found) return frame.ui.notify(frame.ui.tr("text.find_nothing"));
    work.selection.clear();
    work.exactly = true; // just what was looked for
    work.caret.put(found->start, false);
    work.caret.put(found->end, true);
    work.reveal_caret = work.focus.wanted = true;
}

} // namespace biaokao::spans
