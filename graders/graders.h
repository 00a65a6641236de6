// The graders of this program: the rows of grader_list.def.
#pragma once

#include <span>

#include "engine/score/grader.h"

namespace biaokao {

[[nodiscard]] std::span<const Grader> all_graders();

} // namespace biaokao
