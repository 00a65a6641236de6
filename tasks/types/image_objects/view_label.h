// A label that is chosen, and what follows: the selection takes it, or the tool of its shape comes into the hand.
#pragma once

#include "tasks/types/image_objects/view_state.h"

namespace biaokao::image_objects {

// After the palette or a digit gave `label` to whatever in the selection has its shape. Where nothing took it, it is
// meant for the next object: the selection goes and the tool follows.
void follow_label(TaskFrame& frame, ViewState& state, const ItemSpec& item, const std::string& label);
// The labels of this item that the selected objects can take, with their place in the palette.
struct OfferedLabel {
    const LabelSpec* label;
    std::size_t index;
};
[[nodiscard]] std::vector<OfferedLabel> labels_for_selection(const TaskFrame& frame, const ViewState& state,
                                                             const ItemSpec& item);

} // namespace biaokao::image_objects
