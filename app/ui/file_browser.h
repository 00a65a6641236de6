// A dialog that walks folders until a pack is found; ImGui has none, and the desktop's own is not always there.
#pragma once

#include <string>
#include <string_view>

#include "app/ui/ui.h"
#include "engine/base/files.h"

namespace biaokao {

struct FileBrowser {
    enum class Answer { none, cancelled, chosen };
    std::string folder;             // shown now; changes as one walks
    std::string_view wanted_file;   // a folder that holds this file can be chosen …
    std::string_view wanted_suffix; // … and so can a file whose name ends like this
    std::string chosen = {};
};

// Call every frame while it is open.
FileBrowser::Answer file_browser_ui(Ui& ui, std::string_view id, const Files& files, FileBrowser& browser);

} // namespace biaokao
