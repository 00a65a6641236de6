// One ImGui context with our settings: no files of its own, keyboard navigation, a clipboard whose text is heard.
#pragma once

#include <functional>
#include <string_view>

#include "app/platform/input_queue.h"
#include "app/ui/imgui_compat.h"

namespace biaokao {

class ImguiHost {
public:
    explicit ImguiHost(compat::Clipboard clipboard);
    ~ImguiHost();
    ImguiHost(const ImguiHost&) = delete;
    ImguiHost& operator=(const ImguiHost&) = delete;

    void make_current() const { ImGui::SetCurrentContext(context_); }
    void install_clipboard() { compat::install_clipboard(clipboard_); } // after the back end has put in its own
    void hear_text(std::function<void(std::string_view)> listener);
    InputQueue input;

private:
    std::function<void(std::string_view)> listener_;
    compat::Clipboard clipboard_;
    ImGuiContext* context_;
};

} // namespace biaokao
