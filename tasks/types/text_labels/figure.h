// The figure of a text question: the document as SVG text, marks underlined and relations as arcs by label or verdict,
// a numbered list of them below. No foreign objects, no script; everything that a candidate wrote is escaped.
#pragma once

#include <string>

#include "engine/pack/task_type.h"

namespace biaokao::spans {

// One self-contained <svg> element, 720 units wide. Of a long document only the lines around marks are drawn.
[[nodiscard]] Result<std::string> spans_figure(const FigureInput& input);

} // namespace biaokao::spans
