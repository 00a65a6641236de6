#include "tasks/types/text_labels/view_spans.h"

#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_palette.h"

namespace biaokao::spans {
namespace {

Span span_of(TextRange range) { return {static_cast<std::int64_t>(range.start), static_cast<std::int64_t>(range.end)}; }

void set_draft(TaskFrame& frame, Workspace& work, const Mark& mark, TextRange range) {
    if (range == mark.range) return;
    if (const auto reason = refusal(frame.question, frame.answer, work.item, range, mark.label, mark.object)) {
        frame.ui.notify(std::string(frame.ui.tr(*reason)));
        return;
    }
    work.draft = SpanDraft{mark.object, range};
}

} // namespace

void mark_selection(TaskFrame& frame, Workspace& work, std::string_view label) {
    if (!frame.editable || !work.document || !work.caret.selects()) return;
    const TextRange range =
        span_from_selection(*work.document, work.selected_text(), frame.question.tools, work.exactly);
    if (range.empty()) return frame.ui.notify(std::string(frame.ui.tr("text.refused.nothing")));
    if (const auto reason = refusal(frame.question, frame.answer, work.item, range, label))
        return frame.ui.notify(std::string(frame.ui.tr(*reason)));
    Object object;
    object.item = work.item;
    object.label = label;
    object.shape = span_of(range);
    const std::string id = frame.new_object_id();
    Objects added;
    added.emplace(id, std::move(object));
    add_objects(frame, "edit.mark_span", added);
    work.caret.put(range.end, false);
    work.selection.choose(id);
    work.list.scroll_to = id;
}

void trim_selection(const TaskFrame& frame, Workspace& work, bool exactly) {
    work.exactly = exactly;
    if (!work.document || !work.caret.selects()) return;
    const TextRange range = span_from_selection(*work.document, work.selected_text(), frame.question.tools, exactly);
    if (range.empty()) return;
    work.caret.put(range.start, false);
    work.caret.put(range.end, true);
}

void move_end(TaskFrame& frame, Workspace& work, SpanEnd end, int direction) {
    const Mark* mark = work.find_mark(work.selection.anchor());
    if (!frame.editable || mark == nullptr || work.selection.size() != 1) return;
    const TextRange range = with_end_moved(*work.document, mark->range, end, direction);
    set_draft(frame, work, *mark, range);
    if (work.draft) work.caret.put(end == SpanEnd::start ? work.draft->range.start : work.draft->range.end, false);
    work.reveal_caret = true;
}

void drag_end(TaskFrame& frame, Workspace& work, SpanEnd end, std::size_t boundary) {
    const Mark* mark = work.find_mark(work.selection.anchor());
    if (!frame.editable || mark == nullptr) return;
    set_draft(frame, work, *mark, with_end_at(*work.document, mark->range, end, boundary));
}

void commit_draft(TaskFrame& frame, Workspace& work) {
    if (!work.draft) return;
    const SpanDraft draft = *std::exchange(work.draft, std::nullopt);
    change_objects(frame, "edit.move_span_end", {draft.object},
                   [&](Object& object) { object.shape = span_of(draft.range); });
}

void delete_selected(TaskFrame& frame, Workspace& work) {
    if (!frame.editable) return;
    work.draft.reset();
    delete_objects(frame, work.selection.ids());
    work.selection.clear();
}

void step_span(Workspace& work, int direction) {
    std::vector<std::string> order;
    for (const Mark& mark : work.marks)
        if (!mark.from_reference) order.push_back(mark.object);
    work.selection.step(direction, order);
    choose_span(work, std::string(work.selection.anchor()));
}

void label_was_chosen(TaskFrame& frame, Workspace& work, const std::string& label) {
    // A selected span was relabelled by whoever offered the label.
    if (work.selection.empty() && work.caret.selects()) mark_selection(frame, work, label);
}

void act_on_label_keys(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    const auto chosen = label_keys(frame, item, work.label, work.selection);
    if (chosen) label_was_chosen(frame, work, *chosen);
}

} // namespace biaokao::spans
