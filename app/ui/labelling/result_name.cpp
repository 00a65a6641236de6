#include "app/ui/labelling/result_name.h"

#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/widgets.h"

namespace biaokao {
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

} // namespace biaokao
