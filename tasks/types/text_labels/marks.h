// What stands marked in a document: the spans of an answer, alone or held against a reference. The window and the
// figures of reports draw the same marks.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/task_type.h"
#include "engine/text/text_index.h"

namespace biaokao::spans {

// What is shown of an object, a span (Mark) or a relation (Arc, arcs.h).
struct Marked {
    std::string object;          // of the answer; empty where only the reference has it
    std::string reference;       // of the reference; empty where only the answer has it
    std::string label;           // label id; may be empty: not yet labelled
    std::string needed_label;    // the reference's label, where it differs
    bool from_reference = false; // drawn for the reference object, not for the candidate's
    std::optional<Verdict> verdict;

    // Of the object that it is drawn for.
    [[nodiscard]] const std::string& id() const { return from_reference ? reference : object; }
};

struct Mark : Marked {
    TextRange range; // code points, cut to the document, never empty
};

struct MarkSource {
    const Answer& answer;
    const Answer* reference = nullptr;
    std::span<const ObjectVerdict> verdicts = {}; // may hold other items too
    bool with_mine = true, with_reference = true;
};

// What the source says of the objects of one item that hold a `ShapeOf` (Span, Relation), by id, mine first; `partner`
// is the other side's object, if any.
struct MarkedObject {
    Marked marked;
    const Object* object = nullptr;
    const Object* partner = nullptr;
};
[[nodiscard]] std::vector<MarkedObject> marked_objects(std::string_view item, const MarkSource& source,
                                                       bool (*wanted)(const Shape&));
template <class ShapeOf>
[[nodiscard]] std::vector<MarkedObject> marked_objects(std::string_view item, const MarkSource& source) {
    return marked_objects(item, source, [](const Shape& shape) { return std::holds_alternative<ShapeOf>(shape); });
}

// In reading order: by start, the longer first, then by id. With both sides, a reference span that the candidate
// drew with the same bounds is not repeated. `size` is the document's length in code points.
[[nodiscard]] std::vector<Mark> marks_of(std::string_view item, std::size_t size, const MarkSource& source);

void sort_in_reading_order(std::vector<Mark>& marks);

// A row under the text for each mark, 0 next to the text, so that no two marks that overlap share one. `marks` in
// reading order: an outer span gets the row nearer to the text than those inside it.
[[nodiscard]] std::vector<int> rows_of(std::span<const Mark> marks);

// The range of a span, cut to a document of `size` code points; empty for any other shape.
[[nodiscard]] TextRange range_of(const Object& object, std::size_t size);
[[nodiscard]] const Object* find_object(const Answer& answer, std::string_view id); // null: there is none
// Is it a relation from or to an object that is not there any more?
[[nodiscard]] bool lost_an_end(const Answer& answer, const Object& object);
[[nodiscard]] bool ranges_overlap(const TextRange& a, const TextRange& b);

} // namespace biaokao::spans
