// What the program measured of the open recording, beside the form in which a candidate reports it.
#pragma once

#include "app/ui/labelling/attribute_editor.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class RecordingPanel {
public:
    // "facts" opens and folds the measured values (facts/format, rate, bits, channels, duration, peak, clipped,
    // loudness, rms, silence, noise); below them the item's fields, if it has any.
    void draw_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item);
    void finish_typing(TaskFrame& frame) { fields_.finish_typing(frame); }

private:
    AttributeEditor fields_;
    std::optional<bool> open_; // until the person chooses: where the task has a form
};

} // namespace biaokao::audio
