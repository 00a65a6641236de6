// The objects of an item as rows: search, choose, hide, delete, by mouse and by keyboard. Long lists are clipped.
#pragma once

#include <functional>
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
    ObjectIds hidden;           // not drawn and not picked, but saved all the same
    std::string scroll_to;      // brings this row into view in the next frame
    std::string search;         // what is typed into the search field (object_filter.h)
    bool search_wanted = false; // Ctrl+F: the field takes the keyboard
    // How this workspace deletes; without it plainly: delete_objects.
    std::function<void(TaskFrame&, const ObjectIds&)> remove;
};

// Draws under the scope "objects" (objects/<id>, objects/hide/<id>, objects/delete) in the height given in em (0 = the
// rest). While it has the keyboard: Up, Down, Home, End, Ctrl+A, Delete, H, Ctrl+F. From six rows on there is a search
// field (objects/search, objects/clear_search); what it leaves out is no longer selected, so that no key acts on what
// is not seen. `describe` fills in detail and warning of a row that is about to be seen, for lists of thousands;
// without it the rows have them. Returns the row that was double-clicked or chosen with Enter, to be revealed; empty
// otherwise.
std::string object_list_ui(TaskFrame& frame, std::span<const ObjectRow> rows, Selection& selection, ObjectList& list,
                           float height_in_em = 0, const std::function<void(ObjectRow&)>& describe = {});

} // namespace biaokao
