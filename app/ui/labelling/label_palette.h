// The labels of an item: a colour, a name and a digit each. A choice relabels what is selected, else it is the label
// of the next object and stays so.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"

namespace biaokao {

constexpr float label_row_height_in_em = 1.6f;

// "1" … "9", "0" for the first ten, empty beyond.
[[nodiscard]] std::string_view label_digit(std::size_t index);

// How a workspace relabels its selection, where not every label fits every object.
using Relabel = std::function<void(TaskFrame& frame, const ObjectIds& ids, std::string_view label)>;

// Draws under the scope "labels" (labels/<label id>, and labels/search above more than ten); digits act while the
// canvas has the keyboard. `current` becomes the label that was chosen; a selection is relabelled by one patch. Returns
// the label chosen in this frame. `keys`: false where digits mean something else now, or the caller asks label_keys
// itself.
std::optional<std::string> label_palette_ui(TaskFrame& frame, const ItemSpec& item, std::string& current,
                                            const Selection& selection, bool keys = true,
                                            const Relabel& relabel = relabel_objects);
// The keys alone, for a frame in which the palette is not on the screen.
std::optional<std::string> label_keys(TaskFrame& frame, const ItemSpec& item, std::string& current,
                                      const Selection& selection, const Relabel& relabel = relabel_objects);

} // namespace biaokao
