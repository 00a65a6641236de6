// The side panel: labels, the recording's facts and form, the selected segment's times and attributes, the list of
// segments, and the name of the result.
#pragma once

#include <string>

#include "app/ui/labelling/attribute_editor.h"
#include "app/ui/labelling/class_rows.h"
#include "app/ui/labelling/result_name.h"
#include "tasks/types/audio_segments/view_facts.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class SegmentPanel {
public:
    void draw_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item);
    void finish_typing(TaskFrame& frame, Workspace& work);

private:
    void times_ui(TaskFrame& frame, Workspace& work);
    void commit_times(TaskFrame& frame, Workspace& work);
    void list_ui(TaskFrame& frame, Workspace& work);

    AttributeEditor attributes_;
    ClassRows classes_;
    RecordingPanel recording_;
    ResultName name_;
    std::string times_of_, start_draft_, end_draft_;
    bool typing_times_ = false;
};

} // namespace biaokao::audio
