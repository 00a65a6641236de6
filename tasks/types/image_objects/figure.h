// One picture with the objects of answer and reference as SVG: the same overlay for reports and for the screen's
// export.
#pragma once

#include <string>

#include "engine/pack/task_type.h"

namespace biaokao::image_objects {

// A self-contained <svg> with the picture inside (with_media), matched objects green, wrong labels orange, near misses
// yellow, missing ones red and dashed, extra ones red, ignored ones grey; each with a sign, its label, and the overlap
// where it is a near miss. Each pair is a <g data-object data-reference data-verdict>. Errors: the picture cannot be
// read (as PackFiles::read and probe_image).
[[nodiscard]] Result<std::string> figure(const FigureInput& input);

[[nodiscard]] double overlap_of(const Box& a, const Box& b); // intersection over union, 0 to 1

} // namespace biaokao::image_objects
