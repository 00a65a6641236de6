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
#include "tasks/types/image_objects/grips.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/picture_look.h"
#include "tasks/types/image_objects/shape_index.h"
#include "tasks/types/image_objects/snapping.h"
#include "tasks/types/image_objects/tools.h"
#include "tasks/types/image_objects/view_pictures.h"

namespace biaokao::image_objects {

using DraftShapes = std::map<std::string, Shape, IdOrder>;

// One gesture of hand or keyboard, from its beginning to the commit.
struct Gesture {
    // corners: a box is drawn; points: an outline or key points; paint: a stroke of the brush
    enum class Kind { none, corners, points, paint, move, pull, area, pan, nudge };
    Kind kind = Kind::none;
    Vec2 press_in_screen, press_in_image;
    int presses = 0;              // corners: the second click sets the second corner
    bool pressed = false;         // the button is down
    bool keeps_selection = false; // move: a click that ends without a drag leaves the selection as it is
    bool dragged = false;         // since it went down the pointer went further than a click does
    Grip grip;                    // pull
    DraftShapes before;           // move, pull, nudge, paint: the shapes as the answer has them
    DraftShapes shapes;           // … and as they are shown now
    Box drawn;                    // corners, area: the box as it is shown now
    std::vector<Keypoint> points; // points: what is set so far; of outlines the visibility means nothing

    // Something is being made that is not in the answer yet.
    [[nodiscard]] bool draws() const { return kind == Kind::corners || kind == Kind::points; }
};

struct ViewState {
    std::string item;
    std::string item_wanted;                                // to be shown from the next frame on; empty: as it is
    Tool tool = Tool::box, last_tool = Tool::box;           // last_tool: of those that draw
    std::string label;                                      // of the next shape; empty: asked after drawing
    std::map<std::string, std::string, std::less<>> labels; // that was used last, by shape
    Selection selection;
    std::optional<std::size_t> point; // chosen point of the selected shape
    std::string point_owner;          // the anchor of the selection when it was chosen
    ObjectList list;
    ObjectIds locked;
    Heights height; // as in Pile
    ShapeIndex shapes;
    ImageZoom zoom, fitted; // `fitted`: as it was last made to fit; a new size of the canvas fits it again
    Vec2 zoomed_size;       // of the picture that `zoom` was made for; {0, 0}: none yet
    Gesture gesture;
    double brush_px = 20; // diameter, in image pixels
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
    struct Typed { // coordinates that are being typed
        std::string object;
        std::optional<std::size_t> point;
        std::vector<double> values;
        bool typing = false;
    } typed;
    struct Rows {                    // of the object list, made anew when something changed
        std::vector<ObjectRow> rows; // without their details
        const Answer* answer = nullptr;
        std::uint64_t revision = 0;
        std::string item;
    } rows;
};

// Everything the parts of the canvas need in one frame.
struct CanvasFrame {
    TaskFrame& task;
    ViewState& state;
    const ItemSpec& item;
    Vec2 image_size;
    const CanvasArea* area;
    Vec2 pointer_in_screen = {}, pointer_in_image = {}; // in_image is clamped to the picture
    Vec2 hand_in_image = {}; // where a click would draw: snapped, straightened by Shift, or the keyboard's cross-hair
    Snap snap = {};          // what pulls at the pointer (not while Alt is held)

    [[nodiscard]] double image_from_px(float screen_pixels) const { // a screen distance at 100 % in image pixels
        return static_cast<double>(task.ui.px(screen_pixels)) / state.zoom.zoom;
    }
    [[nodiscard]] bool editable() const { return task.editable && task.comparison == nullptr; }
    // The shapes that are seen, in the order of drawing. They point into the answer: ask again after a change.
    [[nodiscard]] const std::vector<PlacedShape>& shapes() const {
        return state.shapes.of(task.answer, item.id, task.revision(),
                               {.hidden = state.list.hidden, .locked = state.locked, .height = state.height},
                               task.objects_changed_since);
    }
    // The one that is selected alone and may be edited, else null.
    [[nodiscard]] const PlacedShape* edited() const {
        if (!editable() || state.selection.size() != 1) return nullptr;
        static_cast<void>(shapes());
        const PlacedShape* shape = state.shapes.find(state.selection.anchor());
        return shape && shape->pickable ? shape : nullptr;
    }
    // As it is shown now: the draft where a gesture has it in the hand.
    [[nodiscard]] const Shape& shown(const PlacedShape& shape) const {
        const auto draft = state.gesture.shapes.find(shape.id);
        return draft == state.gesture.shapes.end() ? shape.shape() : draft->second;
    }
};

} // namespace biaokao::image_objects
