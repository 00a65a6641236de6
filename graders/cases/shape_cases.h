// What the cases of geometry share: coordinates and points.
#pragma once

#include "engine/geometry/vec.h"
#include "graders/cases/case_node.h"

namespace biaokao {

// A coordinate or a length in pixels; refused beyond ±1e15, where products of two would soon lose their meaning.
[[nodiscard]] double read_coordinate(const CaseNode& node);
[[nodiscard]] Vec2 read_point(const CaseNode& node); // [x, y]

} // namespace biaokao
