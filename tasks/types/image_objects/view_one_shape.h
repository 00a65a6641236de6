// One shape in each picture (tools.one_shape): its tool is in the hand, and the next picture comes when it is drawn.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// Where the question wants one shape and this picture has none yet: takes its tool and its label.
void take_up_one_shape(const TaskFrame& frame, ViewState& state, const ItemSpec& item);
// After `drawn` was added: the next picture is asked for, unless a required attribute waits for its value here.
void go_on_after_one_shape(CanvasFrame& canvas, const Object& drawn);
// The number of points with which an outline is finished; 0: as many as it takes.
[[nodiscard]] std::size_t points_of_one_shape(const CanvasFrame& canvas);
// "One number plate for each picture", and the way on without one.
void one_shape_ui(TaskFrame& frame, ViewState& state);

} // namespace biaokao::image_objects
