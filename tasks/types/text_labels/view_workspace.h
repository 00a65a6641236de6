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
#include "tasks/types/text_labels/arcs.h"
#include "tasks/types/text_labels/caret.h"
#include "tasks/types/text_labels/span_rules.h"

namespace biaokao::spans {

// A span whose end is being moved, not yet committed: one gesture, one undo step.
struct SpanDraft {
    std::string object;
    TextRange range;
    friend bool operator==(const SpanDraft&, const SpanDraft&) = default;
};

// A relation that is being made: its ends are chosen one after the other, the head first.
struct RelationInHand {
    std::string first, second; // span ids; empty: not yet chosen
    bool turned = false;       // the head is the second
    bool by_drag = false;      // ends with the drag

    [[nodiscard]] const std::string& from() const { return turned ? second : first; }
    [[nodiscard]] const std::string& to() const { return turned ? first : second; }
};

// Where else the text of the selected span stands unmarked.
struct SameText {
    std::string object;
    std::vector<TextRange> places;
};

// What the marks of a frame were made for: they are made anew only where something of this changed.
struct MarkedFor {
    std::string item, language;
    Objects objects; // of the answer
    ObjectIds hidden;
    std::optional<SpanDraft> draft;
    std::shared_ptr<const Page> page;
    const Answer* reference = nullptr;
    const ObjectVerdict* verdicts = nullptr;
    std::size_t verdict_count = 0;
    std::optional<CompareShow> show; // of a comparison
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
    Selection selection;  // spans and relations; while one is selected no text is
    ObjectList list;
    std::string label, relation_label; // sticky: of the next span, of the next relation; empty: none chosen yet
    ClassRows classes;
    std::optional<SpanDraft> draft;
    std::optional<RelationInHand> relation;
    CanvasFocus focus;

    float scroll = 0;      // pixels of the page above the visible part
    float view_height = 0; // of the visible part
    bool reveal_caret = false;

    std::vector<Mark> marks; // in reading order, without hidden ones
    std::vector<int> rows;   // of the marks
    std::vector<Arc> arcs;   // without hidden ones
    std::vector<ArcPiece> arc_pieces;
    std::vector<ObjectRow> object_rows;
    ObjectIds overlapping;               // spans, where the task warns of overlaps; none in a comparison
    std::optional<MarkedFor> marked_for; // all of these
    bool answer_seen = false;            // compared in this frame, and nothing was emitted since
    SameText same_text;
    std::set<std::string> highlighted; // of the comparison, as last revealed

    [[nodiscard]] TextRange selected_text() const {
        return document ? selected_range(*document, caret, granularity) : TextRange{};
    }
    [[nodiscard]] const Mark* find_mark(std::string_view id) const;
    [[nodiscard]] const Arc* find_arc(std::string_view id) const;
};

// Opens the document of `item` where another one was open, and drops what belonged to that.
void open_document(TaskFrame& frame, Workspace& work, const ItemSpec& item);
// Lays the document out where its width or the font changed.
void update_page(const Ui& ui, Workspace& work, float width);

// Scrolls just so far that the line of this character is visible.
void reveal(Workspace& work, std::size_t code_point);
// Brings this span or relation into view; the caret goes behind it.
void reveal_object(Workspace& work, std::string_view id);
// The same, and it alone is selected.
void choose_object(Workspace& work, std::string_view id);
void clamp_scroll(Workspace& work);

// The sticky label, if this document offers it; empty otherwise.
[[nodiscard]] std::string offered_label(const TaskFrame& frame, const Workspace& work);
// The sticky one, or the only one there is.
[[nodiscard]] std::string offered_relation_label(const TaskFrame& frame, const Workspace& work);
[[nodiscard]] bool offers_relations(const TaskFrame& frame, const ItemSpec& item);

} // namespace biaokao::spans
