// The candidate's boxes beside the reference's, after a drill: by verdict, with what the chosen rubric item is about
// in front and the rest dimmed.
#pragma once

#include "tasks/types/image_objects/view_state.h"

struct ImDrawList;

namespace biaokao::image_objects {

// Zooms once to what is newly highlighted, if it stands in this picture.
void show_highlighted(CanvasFrame& canvas);
void draw_comparison(CanvasFrame& canvas, ImDrawList& list);
// The verdicts of this picture as rows: sign, labels, overlap; a click brings the pair into view.
void comparison_list_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item);

} // namespace biaokao::image_objects
