#include "tasks/types/text_labels/view_workspace.h"

#include <algorithm>

#include <imgui.h>

#include "tasks/types/text_labels/view_glyphs.h"

namespace biaokao::spans {

const Mark* Workspace::find_mark(std::string_view id) const {
    const auto found = std::ranges::find(marks, id, &Mark::id);
    return found == marks.end() ? nullptr : &*found;
}

const Arc* Workspace::find_arc(std::string_view id) const {
    const auto found = std::ranges::find(arcs, id, &Arc::id);
    return found == arcs.end() ? nullptr : &*found;
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
    work.relation.reset();
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
    const PageMetrics metrics{
        .width = width, .text_height = 1.6f * ui.em(), .row_height = 1.0f * ui.em(), .lane_height = 1.1f * ui.em()};
    const bool due = std::exchange(work.layouts_due, std::max(work.layouts_due - 1, 0)) > 0;
    if (work.page && work.page->metrics() == metrics && !due) return;
    const std::size_t top = work.page ? work.page->lines()[work.page->line_at(work.scroll)].range.start : 0;
    work.page = std::make_shared<Page>(work.document, advance_of, metrics);
    // The line at the top stays there: a re-layout must not jump (nor must the stacking that follows, view_marks.cpp).
    work.scroll = work.page->start_of(work.page->line_of(top));
}

void clamp_scroll(Workspace& work) {
    if (!work.page) return;
    work.scroll = std::clamp(work.scroll, 0.0f, std::max(0.0f, work.page->height() - work.view_height));
}

void reveal(Workspace& work, std::size_t code_point) {
    if (!work.page) return;
    const std::size_t line = work.page->line_of(code_point, work.caret.at_line_end);
    const float top = work.page->start_of(line), bottom = work.page->bottom_of(line);
    work.scroll = std::min(work.scroll, top);
    work.scroll = std::max(work.scroll, bottom - work.view_height);
    clamp_scroll(work);
}

void choose_object(Workspace& work, std::string_view id) {
    work.selection.choose(id);
    work.list.scroll_to = id;
    reveal_object(work, id);
}

void reveal_object(Workspace& work, std::string_view id) {
    const Mark* mark = work.find_mark(id);
    const Arc* arc = mark ? nullptr : work.find_arc(id);
    if (mark == nullptr && arc == nullptr) return;
    work.caret.put(mark ? mark->range.end : arc->from.start, false);
    work.reveal_caret = true;
}

std::string offered_label(const TaskFrame& frame, const Workspace& work) {
    const ItemSpec* item = frame.question.find_item(work.item);
    if (item == nullptr) return {};
    for (const LabelSpec* label : frame.question.labels_of(*item))
        if (label->id == work.label && label->shape == "span") return work.label;
    return {};
}

std::string offered_relation_label(const TaskFrame& frame, const Workspace& work) {
    const ItemSpec* item = frame.question.find_item(work.item);
    if (item == nullptr) return {};
    std::vector<std::string> offered;
    for (const LabelSpec* label : frame.question.labels_of(*item))
        if (label->shape == "relation") offered.push_back(label->id);
    if (offered.size() == 1) return offered.front();
    return std::ranges::find(offered, work.relation_label) != offered.end() ? work.relation_label : std::string();
}

bool offers_relations(const TaskFrame& frame, const ItemSpec& item) {
    return std::ranges::any_of(frame.question.labels_of(item),
                               [](const LabelSpec* label) { return label->shape == "relation"; });
}

} // namespace biaokao::spans
