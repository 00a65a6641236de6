// What the parts of the text desk share: the open document, the caret, what is selected and how it is shown. Never
// answer data.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/labelling/canvas_area.h"
#include "app/ui/labelling/class_rows.h"
#include "app/ui/labelling/object_list.h"
#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"
#include "tasks/types/text_labels/caret.h"
#include "tasks/types/text_labels/marks.h"
#include "tasks/types/text_labels/span_rules.h"

namespace biaokao::spans {

// A span whose end is being moved, not yet committed: one gesture, one undo step.
struct SpanDraft {
    std::string object;
    TextRange range;
};

struct Workspace {
    std::string item;                         // the document that is open
    std::shared_ptr<const Document> document; // null: none, or it could not be read
    std::optional<Error> document_error;
    std::shared_ptr<Page> page; // laid out for the present width; shared with the probe
    int layouts_due = 0;        // the font takes up new characters a frame later, and they may be wider then

    Caret caret;
    Granularity granularity = Granularity::grapheme;
    bool exactly = false; // Alt was held when the selection was made: nothing is trimmed off
    Selection selection;  // spans; while one is selected no text is
    ObjectList list;
    std::string label; // sticky: of the next span; empty: none chosen yet
    ClassRows classes;
    std::optional<SpanDraft> draft;
    CanvasFocus focus;

    float scroll = 0;      // pixels of the page above the visible part
    float view_height = 0; // of the visible part
    bool reveal_caret = false;

    std::vector<Mark> marks;           // of this frame, in reading order, without hidden ones
    std::vector<int> rows;             // of the marks
    std::set<std::string> highlighted; // of the comparison, as last revealed

    [[nodiscard]] TextRange selected_text() const {
        return document ? selected_range(*document, caret, granularity) : TextRange{};
    }
    [[nodiscard]] const Mark* find_mark(std::string_view id) const;
};

// Opens the document of `item` where another one was open, and drops what belonged to that.
void open_document(TaskFrame& frame, Workspace& work, const ItemSpec& item);
// Lays the document out where its width or the font changed.
void update_page(const Ui& ui, Workspace& work, float width);
// The marks of this frame and the room under the lines for them.
void update_marks(const TaskFrame& frame, Workspace& work);

// Scrolls just so far that the line of this character is visible.
void reveal(Workspace& work, std::size_t code_point);
// Selects this span and brings it into view; the caret goes behind it.
void choose_span(Workspace& work, std::string_view id);
void clamp_scroll(Workspace& work);

// The sticky label, if this document offers it; empty otherwise.
[[nodiscard]] std::string offered_label(const TaskFrame& frame, const Workspace& work);

} // namespace biaokao::spans
