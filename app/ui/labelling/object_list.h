// The objects of an item as rows: choose, hide, delete, by mouse and by keyboard. Long lists are clipped.
#pragma once

#include <span>
#include <string>

#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"

namespace biaokao {

struct ObjectRow {
    std::string id;       // of the answer
    std::string label;    // label id; empty: not yet labelled
    std::string detail;   // "120 × 80", "00:01.2–00:03.4", "“…”"; given by the workspace
    bool warning = false; // something is missing or doubtful; `detail` should say what
};

struct ObjectList {
    ObjectIds hidden;      // not drawn and not picked, but saved all the same
    std::string scroll_to; // brings this row into view in the next frame
};

// Draws under the scope "objects" (objects/<id>, objects/hide/<id>, objects/delete) in the height given in em (0 = the
// rest). While it has the keyboard: Up, Down, Home, End, Ctrl+A, Delete, H. Returns the row that was double-clicked or
// chosen with Enter, to be revealed; empty otherwise.
std::string object_list_ui(TaskFrame& frame, std::span<const ObjectRow> rows, Selection& selection, ObjectList& list,
                           float height_in_em = 0);

} // namespace biaokao
