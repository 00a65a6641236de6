// One recording with the segments of an answer and of the reference, as SVG for reports.
#pragma once

#include <string>

#include "engine/pack/task_type.h"

namespace biaokao::audio {

// Time axis and waveform (with media), the answer's segments in rows above the reference's, and both transcripts below
// with their differences marked. Rows are told apart by object ids, verdicts by colour, line and sign, so that the
// picture needs no words of a language but the schema's own titles. Fails only where the recording cannot be read.
[[nodiscard]] Result<std::string> segments_figure(const FigureInput& input);

} // namespace biaokao::audio
