#include "app/ui/labelling/result_name.h"

#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::array save_actions{ActionRow{"labelling.save", KeyContext::everywhere, "Ctrl+S"}};
constexpr float whole_line = -0.01f; // negative: so many em are left free at the right

} // namespace

void result_name_ui(TaskFrame& frame, ResultName& name) {
    if (!frame.question.tools.file_name) return;
    Ui& ui = frame.ui;
    if (!name.typing) name.draft = frame.answer.file_name;
    text(ui, ui.tr("labelling.file_name"), frame.answer.file_name.empty() ? TextLook::warning : TextLook::dim);
    const bool finished =
        text_field(ui, "file_name", name.draft,
                   {.hint = ui.tr("labelling.file_name_hint"), .enabled = frame.editable, .max_code_points = 200});
    name.typing = ImGui::IsItemActive();
    if (finished) set_file_name(frame, name.draft);
}

void finish_result_name(TaskFrame& frame, ResultName& name) {
    // Only a text in the hand: an older draft must not undo an undo.
    if (name.typing) set_file_name(frame, name.draft);
}

bool save_button_ui(TaskFrame& frame, std::string_view item, bool full_width) {
    Ui& ui = frame.ui;
    ui.actions().offer(save_actions);
    const bool saved = item_state(frame.answer, item) == ItemState::saved;
    const std::string words = fmt::format("{} {}", item_state_sign(ui, saved ? ItemState::saved : ItemState::begun),
                                          ui.tr(saved ? "labelling.saved" : "labelling.save"));
    const bool clicked = button(ui, "save", words,
                                {.look = saved ? ButtonLook::normal : ButtonLook::primary,
                                 .enabled = frame.editable,
                                 .width_in_em = full_width ? whole_line : 0,
                                 .action = "labelling.save",
                                 .tooltip = ui.tr("labelling.save_hint")});
    return frame.editable && (clicked || ui.action("labelling.save"));
}

} // namespace biaokao
