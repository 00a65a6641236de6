#include "app/ui/modal.h"

#include <algorithm>

#include <imgui.h>

namespace biaokao {

bool begin_centered_modal(Ui& ui, const char* id, float width_in_em, float height_in_em, bool keys_are_data) {
    if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({window.x * 0.5f, window.y * 0.5f}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(window.x * 0.94f, width_in_em * ui.em()),
                              height_in_em > 0 ? std::min(window.y * 0.9f, height_in_em * ui.em()) : 0});
    constexpr ImGuiWindowFlags fixed =
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove;
    return ImGui::BeginPopupModal(id, nullptr,
                                  fixed | (keys_are_data ? ImGuiWindowFlags_NoNavInputs : ImGuiWindowFlags_None));
}

} // namespace biaokao
