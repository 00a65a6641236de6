// What this program can do, in the form that the engine asks for.
#pragma once

#include "engine/pack/pack.h"

namespace biaokao::cli {

// Task types and graders of this build; no key, no samples, media checked.
[[nodiscard]] PackOptions program_rows();

} // namespace biaokao::cli
