// The two ways to have a Sound; platforms choose.
#pragma once

#include <functional>
#include <memory>

#include "app/platform/sound.h"

namespace biaokao {

// Silent: the position follows a clock that counts seconds.
[[nodiscard]] std::unique_ptr<Sound> make_clock_sound(std::function<double()> now_s);

// The machine's sound device, opened at the first play, so that it never delays the first frame; silent where there
// is none.
[[nodiscard]] std::unique_ptr<Sound> make_device_sound();

} // namespace biaokao
