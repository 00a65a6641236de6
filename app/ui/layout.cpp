#include "app/ui/layout.h"

#include "app/ui/imgui_compat.h"

namespace biaokao {

float virtual_width(const Ui& ui) { return ImGui::GetIO().DisplaySize.x * base_font_size_px / ui.em(); }

bool is_wide(const Ui& ui) { return virtual_width(ui) >= wide_from_virtual_px; }

void heading(Ui& ui, std::string_view words) {
    ImGui::Dummy({0, 0.2f * ui.em()});
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme().accent);
    compat::push_font(ui.heading_font);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopFont();
    ImGui::PopStyleColor();
}

} // namespace biaokao
