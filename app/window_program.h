// The program with a window: makes the services, opens the window, and draws frames when something changes.
#pragma once

#include "app/app.h"

namespace biaokao {

// Returns when the window is closed. "error.no_display" where there is none.
[[nodiscard]] Result<void> run_window_program(const AppOptions& options, const Locales& locales);

// Where packs that ship stand: beside the assets, or in the source tree.
[[nodiscard]] std::string shipped_pack_folder(const Files& files);

} // namespace biaokao
