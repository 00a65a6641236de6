// What this program can do, as the command line and the window give it to the loader.
#pragma once

#include "engine/pack/pack.h"

namespace biaokao::test {

// Task types and graders of this build, no key, no samples, media checked.
[[nodiscard]] PackOptions program_rows();

} // namespace biaokao::test
