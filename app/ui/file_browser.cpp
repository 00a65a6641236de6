#include "app/ui/file_browser.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/widgets.h"

namespace biaokao {
namespace {

std::string parent_of(const std::string& folder) {
    const auto slash = folder.find_last_of('/');
    return slash == std::string::npos || slash == 0 ? "/" : folder.substr(0, slash);
}

std::string child_of(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

FileBrowser::Answer entries_ui(Ui& ui, const Files& files, FileBrowser& browser) {
    auto answer = FileBrowser::Answer::none;
    if (selectable_row(ui, "parent", std::string(ui.tr("browser.parent")), false))
        browser.folder = parent_of(browser.folder);
    const auto entries = files.list(browser.folder);
    if (!entries) {
        paragraphs(ui, ui.translator().sentence(entries.error()), TextLook::bad);
        return answer;
    }
    const std::string folder = browser.folder;
    for (const FileInfo& entry : *entries) {
        const std::string path = child_of(folder, entry.name);
        if (entry.name.starts_with('.')) continue;
        const bool wanted = entry.is_folder ? files.exists(child_of(path, std::string(browser.wanted_file)))
                                            : entry.name.ends_with(browser.wanted_suffix);
        if (!entry.is_folder && !wanted) continue;
        const std::string label = (wanted ? "◆ " : "▷ ") + entry.name + (entry.is_folder ? "/" : "");
        if (!selectable_row(ui, entry.name, label, false)) continue;
        if (wanted) {
            browser.chosen = path;
            answer = FileBrowser::Answer::chosen;
        } else {
            browser.folder = path;
        }
    }
    return answer;
}

} // namespace

FileBrowser::Answer file_browser_ui(Ui& ui, std::string_view id, const Files& files, FileBrowser& browser) {
    const Scope scope(ui, id);
    if (!ImGui::IsPopupOpen("browser")) ImGui::OpenPopup("browser");
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({window.x * 0.5f, window.y * 0.5f}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(window.x * 0.9f, 40 * ui.em()), std::min(window.y * 0.85f, 28 * ui.em())});
    auto answer = FileBrowser::Answer::none;
    if (!ImGui::BeginPopupModal("browser", nullptr,
                                ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove))
        return answer;
    text(ui, ui.tr("browser.title"));
    text_field(ui, "folder", browser.folder);
    {
        const Panel list(ui, "list", 0, ImGui::GetContentRegionAvail().y - 2.4f * ui.em());
        answer = entries_ui(ui, files, browser);
    }
    if (button(ui, "cancel", ui.tr("ui.cancel")) || escape_pressed()) answer = FileBrowser::Answer::cancelled;
    if (answer != FileBrowser::Answer::none) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return answer;
}

} // namespace biaokao
