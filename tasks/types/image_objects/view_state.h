// What the view of image_objects remembers between frames: tool, zoom, selection, the gesture in the hand. Never
// answer data.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/labelling/attribute_editor.h"
#include "app/ui/labelling/canvas_area.h"
#include "app/ui/labelling/class_rows.h"
#include "app/ui/labelling/object_list.h"
#include "app/ui/labelling/result_name.h"
#include "app/ui/labelling/selection.h"
#include "app/ui/labelling/workspace_layout.h"
#include "tasks/types/image_objects/box_edit.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/picture_look.h"
#include "tasks/types/image_objects/snapping.h"
#include "tasks/types/image_objects/view_pictures.h"

namespace biaokao::image_objects {

enum class Tool { select, box };

using DraftBoxes = std::map<std::string, Box, IdOrder>;

// One gesture of hand or keyboard, from its beginning to the commit.
struct Gesture {
    enum class Kind { none, draw, move, resize, area, pan, nudge };
    Kind kind = Kind::none;
    Vec2 press_in_screen, press_in_image;
    int presses = 0;      // draw: the second click sets the second corner
    bool pressed = false; // the button is down
    bool dragged = false; // since it went down the pointer went further than a click does
    Handle handle;        // resize
    DraftBoxes before;    // move, resize, nudge: the boxes as the answer has them
    DraftBoxes boxes;     // … and as they are shown now
    Box drawn;            // draw, area: the box as it is shown now
};

struct ViewState {
    std::string item;
    Tool tool = Tool::box;
    std::string label; // of the next box; empty: asked after drawing
    Selection selection;
    ObjectList list;
    ImageZoom zoom, fitted; // `fitted`: as it was last made to fit; a new size of the canvas fits it again
    Vec2 zoomed_size;       // of the picture that `zoom` was made for; {0, 0}: none yet
    Gesture gesture;
    bool crosshair = true;
    std::optional<Vec2> keyboard_point; // the cross-hair that arrows move, in image pixels
    Vec2 mouse_at;                      // where the pointer was, to tell hand from keyboard
    std::vector<Object> clipboard;
    std::string clipboard_item;
    bool ask_label = false;            // open the list of labels at the pointer
    std::string menu_for;              // object of the context menu
    std::string reveal;                // object or reference to bring into view in the next frame
    std::set<std::string> highlighted; // what the comparison was last zoomed to

    PictureStore pictures;
    PictureLook look;
    CanvasFocus focus;
    WorkspaceLayout layout;
    AttributeEditor attributes;
    ClassRows classes;
    ResultName result_name;
    struct TypedBox { // coordinates that are being typed
        std::string object;
        double values[4] = {};
        bool typing = false;
    } typed;
};

// Everything the parts of the canvas need in one frame.
struct CanvasFrame {
    TaskFrame& task;
    ViewState& state;
    const ItemSpec& item;
    Vec2 image_size;
    const CanvasArea* area;
    std::vector<PickableBox> boxes = {};                // visible ones, in the order of drawing
    Vec2 pointer_in_screen = {}, pointer_in_image = {}; // in_image is clamped to the picture
    Snap snap = {};                                     // what pulls at the pointer (not while Alt is held)

    [[nodiscard]] double image_from_px(float screen_pixels) const { // a screen distance at 100 % in image pixels
        return static_cast<double>(task.ui.px(screen_pixels)) / state.zoom.zoom;
    }
    [[nodiscard]] bool editable() const { return task.editable && task.comparison == nullptr; }
};

} // namespace biaokao::image_objects
