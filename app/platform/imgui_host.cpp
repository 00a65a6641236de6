#include "app/platform/imgui_host.h"

namespace biaokao {

ImguiHost::ImguiHost(compat::Clipboard clipboard) : clipboard_(std::move(clipboard)), context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // window places are ours; an imgui.ini in the working directory is nobody's wish
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    clipboard_.read = [this, read = std::move(clipboard_.read)] {
        std::string text = read();
        if (listener_) listener_(text);
        return text;
    };
    input.on_text = [this](std::string_view text) {
        if (listener_) listener_(text);
    };
}

ImguiHost::~ImguiHost() { ImGui::DestroyContext(context_); }

void ImguiHost::hear_text(std::function<void(std::string_view)> listener) { listener_ = std::move(listener); }

} // namespace biaokao
