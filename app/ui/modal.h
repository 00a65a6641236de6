// A dialog in the middle of the window, over a screen that waits.
#pragma once

#include "app/ui/ui.h"

namespace biaokao {

// As ImGui::BeginPopupModal, opened if need be; True: draw it, and call ImGui::EndPopup(). A height of 0: as high as
// its content. `keys_are_data`: a key is being asked for, and moves nothing.
[[nodiscard]] bool begin_centered_modal(Ui& ui, const char* id, float width_in_em, float height_in_em,
                                        bool keys_are_data = false);

} // namespace biaokao
