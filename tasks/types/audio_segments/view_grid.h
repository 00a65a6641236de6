// The segments as a table: times, label, attributes and text, one row each. The row of the selected segment is the one
// that is edited; its text is the transcript field itself, so that Enter goes on to the next row.
#pragma once

#include <string>
#include <vector>

#include "tasks/types/audio_segments/view_transcript.h"
#include "tasks/types/audio_segments/view_workspace.h"

namespace biaokao::audio {

class SegmentGrid {
public:
    // Fills the current region: rows as grid/<id>, in the selected one grid/<id>/<attribute> and "transcript". A click
    // selects the segment; in transcription mode it is also played and its text gets the keyboard.
    void draw_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript);

private:
    void row_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript, const Piece& piece);
    void attribute_ui(TaskFrame& frame, const std::string& id, const Object& object, const AttributeSpec& spec,
                      bool selected);

    std::vector<const AttributeSpec*> columns_; // of any label that segments may have; anew each frame
    std::string scrolled_to_;
    bool selected_drawn_ = false;
};

} // namespace biaokao::audio
