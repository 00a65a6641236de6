// The arithmetic of IEEE 754, as every mark is computed with it.
#pragma once

#include <cfenv>

namespace biaokao {

// A shared library that was linked with -ffast-math (Debian's SoundTouch is) makes the smallest doubles zero for
// whoever loads it. First thing in main(); threads that begin later inherit it.
inline void use_ieee_arithmetic() { std::fesetenv(FE_DFL_ENV); }

} // namespace biaokao
