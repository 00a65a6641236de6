#include "tasks/types/text_labels/view_marks.h"

#include <algorithm>
#include <map>

#include "tasks/types/text_labels/same_text.h"
#include "tasks/types/text_labels/view_look.h"
#include "tasks/types/text_labels/view_rows.h"

namespace biaokao::spans {
namespace {

// Everything but the end that is being moved.
bool is_made_from_this(const TaskFrame& frame, const Workspace& work) {
    if (!work.marked_for) return false;
    const MarkedFor& made = *work.marked_for;
    const Comparison* comparison = frame.comparison;
    const bool same_sides = comparison == nullptr
                                ? !made.show
                                : made.show == comparison->show && made.reference == comparison->reference &&
                                      made.verdicts == comparison->verdicts.data() &&
                                      made.verdict_count == comparison->verdicts.size();
    return same_sides && made.page == work.page && made.item == work.item && made.language == frame.ui.language() &&
           made.hidden == work.list.hidden && (work.answer_seen || made.objects == frame.answer.objects);
}

// Assigned member by member: the copy of the objects takes over the memory of the one before.
void note_what_was_marked(const TaskFrame& frame, Workspace& work) {
    if (!work.marked_for) work.marked_for.emplace();
    MarkedFor& made = *work.marked_for;
    made.item = work.item;
    made.language = frame.ui.language();
    made.objects = frame.answer.objects;
    made.hidden = work.list.hidden;
    made.page = work.page;
    const Comparison* comparison = frame.comparison;
    made.reference = comparison ? comparison->reference : nullptr;
    made.verdicts = comparison ? comparison->verdicts.data() : nullptr;
    made.verdict_count = comparison ? comparison->verdicts.size() : 0;
    made.show = comparison ? std::optional(comparison->show) : std::nullopt;
}

// The moved end is shown before it is committed.
void show_draft(Workspace& work) {
    if (!work.draft) return;
    const auto mark = std::ranges::find_if(
        work.marks, [&](const Mark& m) { return !m.from_reference && m.object == work.draft->object; });
    if (mark == work.marks.end()) {
        work.draft.reset(); // taken away by an undo
        return;
    }
    mark->range = work.draft->range;
    for (Arc& arc : work.arcs) {
        if (arc.from_reference) continue;
        if (arc.from_id == work.draft->object) arc.from = work.draft->range;
        if (arc.to_id == work.draft->object) arc.to = work.draft->range;
    }
    sort_in_reading_order(work.marks);
}

// An arc to a hidden span would point at nothing.
bool is_hidden(const Workspace& work, const Arc& arc) {
    const ObjectIds& hidden = work.list.hidden;
    return hidden.contains(arc.object) ||
           (!arc.from_reference && (hidden.contains(arc.from_id) || hidden.contains(arc.to_id)));
}

// What a person reads stays where it is when a mark above it takes or gives back room.
void stack_page(Workspace& work) {
    Page& page = *work.page;
    const std::size_t line = page.line_at(work.scroll);
    const float hidden_part = work.scroll - page.start_of(line);
    page.stack(work.marks, work.rows, lanes_of(page, work.arc_pieces));
    work.scroll = page.start_of(line) + hidden_part;
}

void read_marks(const TaskFrame& frame, Workspace& work) {
    MarkSource source{.answer = frame.answer};
    if (const Comparison* comparison = frame.comparison) {
        source.reference = comparison->reference;
        source.verdicts = comparison->verdicts;
        source.with_mine = comparison->show != CompareShow::reference;
        source.with_reference = comparison->show != CompareShow::mine;
    }
    work.marks = marks_of(work.item, work.document->size(), source);
    work.arcs = arcs_of(work.item, work.document->size(), source);
    std::erase_if(work.marks, [&](const Mark& mark) { return work.list.hidden.contains(mark.object); });
    std::erase_if(work.arcs, [&](const Arc& arc) { return is_hidden(work, arc); });
}

void place_marks(const TaskFrame& frame, Workspace& work) {
    work.rows = rows_of(work.marks);
    work.arc_pieces.clear();
    if (!work.page) return;
    std::map<std::string, float> widths; // by words: many relations have few labels
    work.arc_pieces = lay_out_arcs(*work.page, work.arcs, [&](const Arc& arc) {
        std::string words = look_of(frame, work, arc).words;
        const auto known = widths.find(words);
        if (known != widths.end()) return known->second;
        const float width = tag_width(frame.ui, words);
        widths.emplace(std::move(words), width);
        return width;
    });
    stack_page(work);
}

void find_overlaps(const TaskFrame& frame, Workspace& work) {
    work.overlapping.clear();
    if (frame.comparison != nullptr) return;
    for (const auto& [earlier, later] : doubtful_overlaps(frame.question, frame.answer, work.item)) {
        work.overlapping.insert(earlier);
        work.overlapping.insert(later);
    }
}

// Offered for one labelled span of the candidate's, as long as it is selected.
void look_for_same_text(const TaskFrame& frame, Workspace& work) {
    const bool one = frame.editable && frame.comparison == nullptr && work.selection.size() == 1 && !work.draft;
    const Mark* mark = one ? work.find_mark(work.selection.anchor()) : nullptr;
    if (mark == nullptr || mark->label.empty()) {
        work.same_text = {};
        return;
    }
    if (work.same_text.object == mark->object) return;
    std::vector<TextRange> taken;
    for (const auto& [id, object] : frame.answer.objects)
        if (object.item == work.item) taken.push_back(range_of(object, work.document->size()));
    std::erase_if(taken, [](const TextRange& range) { return range.empty(); });
    work.same_text = {mark->object, same_text_elsewhere(*work.document, mark->range, taken,
                                                        frame.question.tools.overlap != Overlap::refuse)};
}

} // namespace

void update_marks(const TaskFrame& frame, Workspace& work) {
    if (!work.document) {
        work.marks.clear();
        work.rows.clear();
        work.arcs.clear();
        work.arc_pieces.clear();
        work.object_rows.clear();
        work.overlapping.clear();
        work.marked_for.reset();
        return;
    }
    if (frame.comparison == nullptr) work.selection.keep_existing(frame.answer.objects, work.item);
    const bool same_answer = is_made_from_this(frame, work);
    if (!same_answer) {
        find_overlaps(frame, work);
        work.object_rows = object_rows(frame, *work.document, work.item, work.overlapping);
        note_what_was_marked(frame, work);
    }
    std::optional<SpanDraft>& shown = work.marked_for->draft;
    if (!same_answer || shown != work.draft) {
        // An end that moves on changes the marks that are there; otherwise they are as the answer has them.
        const bool moves_on = same_answer && work.draft && (!shown || shown->object == work.draft->object);
        if (!moves_on) read_marks(frame, work);
        show_draft(work);
        place_marks(frame, work);
        shown = work.draft;
        work.same_text = {};
    }
    work.answer_seen = true;
    look_for_same_text(frame, work);
}

} // namespace biaokao::spans
