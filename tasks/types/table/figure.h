// The changes of a table as a picture: each row that was changed or should have been, cell by cell beside the
// reference.
#pragma once

#include <string>

#include "engine/pack/task_type.h"

namespace biaokao::table {

// A self-contained SVG element; at most 200 lines, and a last one that counts the rest.
[[nodiscard]] Result<std::string> changes_figure(const FigureInput& input);

} // namespace biaokao::table
