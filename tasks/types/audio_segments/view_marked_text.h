// A transcript in lines, with the characters that the other one has not marked by colour and a line below.
#pragma once

#include <span>

#include "app/ui/ui.h"
#include "engine/text/text_difference.h"

namespace biaokao::audio {

// `side` is whose text it is: only_first or only_second; the other side's runs are left out. Wraps to the width.
void marked_text_ui(Ui& ui, std::span<const TextRun> runs, TextRun::Kind side);

} // namespace biaokao::audio
