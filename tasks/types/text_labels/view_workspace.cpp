#include "tasks/types/text_labels/view_workspace.h"

#include <algorithm>

#include <imgui.h>

#include "tasks/types/text_labels/view_glyphs.h"

namespace biaokao::spans {
namespace {

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
    sort_in_reading_order(work.marks);
}

} // namespace

const Mark* Workspace::find_mark(std::string_view id) const {
    const auto found = std::ranges::find_if(
        marks, [id](const Mark& mark) { return (mark.from_reference ? mark.reference : mark.object) == id; });
    return found == marks.end() ? nullptr : &*found;
}

void open_document(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    if (work.item == item.id) return;
    work.item = item.id;
    work.document = nullptr;
    work.document_error.reset();
    work.page = nullptr;
    work.caret = {};
    work.selection.clear();
    work.draft.reset();
    work.scroll = 0;
    auto text = document_text(frame.pack, item);
    if (!text) {
        work.document_error = text.error();
        return;
    }
    frame.ui.note_words(*text);
    work.layouts_due = 2;
    work.document = std::make_shared<const Document>(std::move(*text));
}

void update_page(const Ui& ui, Workspace& work, float width) {
    if (!work.document) return;
    const PageMetrics metrics{.width = width, .text_height = 1.6f * ui.em(), .row_height = 1.0f * ui.em()};
    const bool due = std::exchange(work.layouts_due, std::max(work.layouts_due - 1, 0)) > 0;
    if (work.page && work.page->metrics() == metrics && !due) return;
    const std::size_t top = work.page ? work.page->lines()[work.page->line_at(work.scroll)].range.start : 0;
    work.page = std::make_shared<Page>(work.document, advance_of, metrics);
    // The line at the top stays there: a re-layout must not jump.
    work.scroll = work.page->lines()[work.page->line_of(top)].top;
}

void update_marks(const TaskFrame& frame, Workspace& work) {
    work.marks.clear();
    work.rows.clear();
    if (!work.document) return;
    MarkSource source{.answer = frame.answer};
    if (const Comparison* comparison = frame.comparison) {
        source.reference = comparison->reference;
        source.verdicts = comparison->verdicts;
        source.with_mine = comparison->show != CompareShow::reference;
        source.with_reference = comparison->show != CompareShow::mine;
    } else {
        work.selection.keep_existing(frame.answer.objects, work.item);
    }
    work.marks = marks_of(work.item, work.document->size(), source);
    std::erase_if(work.marks, [&](const Mark& mark) { return work.list.hidden.contains(mark.object); });
    show_draft(work);
    work.rows = rows_of(work.marks);
    if (work.page) work.page->stack(work.marks, work.rows);
}

void clamp_scroll(Workspace& work) {
    if (!work.page) return;
    work.scroll = std::clamp(work.scroll, 0.0f, std::max(0.0f, work.page->height() - work.view_height));
}

void reveal(Workspace& work, std::size_t code_point) {
    if (!work.page) return;
    const std::size_t line = work.page->line_of(code_point, work.caret.at_line_end);
    const float top = work.page->lines()[line].top, bottom = work.page->bottom_of(line);
    work.scroll = std::min(work.scroll, top);
    work.scroll = std::max(work.scroll, bottom - work.view_height);
    clamp_scroll(work);
}

void choose_span(Workspace& work, std::string_view id) {
    work.selection.choose(id);
    work.list.scroll_to = id;
    if (const Mark* mark = work.find_mark(id)) {
        work.caret.put(mark->range.end, false);
        work.reveal_caret = true;
    }
}

std::string offered_label(const TaskFrame& frame, const Workspace& work) {
    const ItemSpec* item = frame.question.find_item(work.item);
    if (item == nullptr) return {};
    for (const LabelSpec* label : frame.question.labels_of(*item))
        if (label->id == work.label) return work.label;
    return {};
}

} // namespace biaokao::spans
