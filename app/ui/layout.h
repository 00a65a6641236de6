// How a screen is divided: wide windows show panes side by side, narrow ones (large text on a small screen) tabs.
#pragma once

#include <string_view>

#include "app/ui/ui.h"

namespace biaokao {

constexpr float wide_from_virtual_px = 1000; // window width divided by the scale

[[nodiscard]] bool is_wide(const Ui& ui);
[[nodiscard]] float virtual_width(const Ui& ui);
void heading(Ui& ui, std::string_view words); // larger, with room above

} // namespace biaokao
