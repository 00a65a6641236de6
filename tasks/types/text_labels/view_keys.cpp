#include "tasks/types/text_labels/view_keys.h"

#include <array>

#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "tasks/types/text_labels/view_relations.h"
#include "tasks/types/text_labels/view_spans.h"

namespace biaokao::spans {
namespace {

struct MoveRow {
    ActionRow action;
    CaretMove move;
    bool extend;
};

constexpr std::array move_rows{
    MoveRow{{"text.left", KeyContext::canvas, "Left", true}, CaretMove::left, false},
    MoveRow{{"text.right", KeyContext::canvas, "Right", true}, CaretMove::right, false},
    MoveRow{{"text.up", KeyContext::canvas, "Up", true}, CaretMove::up, false},
    MoveRow{{"text.down", KeyContext::canvas, "Down", true}, CaretMove::down, false},
    MoveRow{{"text.word_left", KeyContext::canvas, "Ctrl+Left", true}, CaretMove::word_left, false},
    MoveRow{{"text.word_right", KeyContext::canvas, "Ctrl+Right", true}, CaretMove::word_right, false},
    MoveRow{{"text.line_start", KeyContext::canvas, "Home"}, CaretMove::line_start, false},
    MoveRow{{"text.line_end", KeyContext::canvas, "End"}, CaretMove::line_end, false},
    MoveRow{{"text.text_start", KeyContext::canvas, "Ctrl+Home"}, CaretMove::text_start, false},
    MoveRow{{"text.text_end", KeyContext::canvas, "Ctrl+End"}, CaretMove::text_end, false},
    MoveRow{{"text.page_up", KeyContext::canvas, "PgUp", true}, CaretMove::page_up, false},
    MoveRow{{"text.page_down", KeyContext::canvas, "PgDn", true}, CaretMove::page_down, false},
    MoveRow{{"text.extend_left", KeyContext::canvas, "Shift+Left", true}, CaretMove::left, true},
    MoveRow{{"text.extend_right", KeyContext::canvas, "Shift+Right", true}, CaretMove::right, true},
    MoveRow{{"text.extend_up", KeyContext::canvas, "Shift+Up", true}, CaretMove::up, true},
    MoveRow{{"text.extend_down", KeyContext::canvas, "Shift+Down", true}, CaretMove::down, true},
    MoveRow{{"text.extend_word_left", KeyContext::canvas, "Ctrl+Shift+Left", true}, CaretMove::word_left, true},
    MoveRow{{"text.extend_word_right", KeyContext::canvas, "Ctrl+Shift+Right", true}, CaretMove::word_right, true},
    MoveRow{{"text.extend_line_start", KeyContext::canvas, "Shift+Home"}, CaretMove::line_start, true},
    MoveRow{{"text.extend_line_end", KeyContext::canvas, "Shift+End"}, CaretMove::line_end, true},
    MoveRow{{"text.extend_text_start", KeyContext::canvas, "Ctrl+Shift+Home"}, CaretMove::text_start, true},
    MoveRow{{"text.extend_text_end", KeyContext::canvas, "Ctrl+Shift+End"}, CaretMove::text_end, true},
};
constexpr std::array span_actions{
    ActionRow{"text.start_left", KeyContext::canvas, "Alt+Left", true},
    ActionRow{"text.start_right", KeyContext::canvas, "Alt+Right", true},
    ActionRow{"text.next_span", KeyContext::canvas, "Tab", true},
    ActionRow{"text.previous_span", KeyContext::canvas, "Shift+Tab", true},
    ActionRow{"text.mark", KeyContext::canvas, "Enter"},
    ActionRow{"text.mark_exactly", KeyContext::canvas, "Alt+Enter"},
    ActionRow{"text.mark_same", KeyContext::canvas, "E"},
    ActionRow{"text.delete", KeyContext::canvas, "Delete"},
    ActionRow{"text.hide", KeyContext::canvas, "H"},
    ActionRow{"text.hide_all", KeyContext::canvas, "Ctrl+H"},
};
constexpr std::array relation_actions{
    ActionRow{"text.relate", KeyContext::canvas, "R"},
    ActionRow{"text.turn", KeyContext::canvas, "X"},
};
constexpr std::array text_actions{
    ActionRow{"text.select_all", KeyContext::canvas, "Ctrl+A"},
    ActionRow{"text.copy", KeyContext::canvas, "Ctrl+C"},
    ActionRow{"text.cancel", KeyContext::canvas, "Esc"},
    ActionRow{"text.unit_grapheme", KeyContext::canvas, "Shift+1"},
    ActionRow{"text.unit_word", KeyContext::canvas, "Shift+2"},
    ActionRow{"text.unit_sentence", KeyContext::canvas, "Shift+3"},
};

// Arrows go from the selected span back to the text: the caret stands behind it already.
void move_by_key(const Ui& ui, Workspace& work) {
    const bool one_span = work.selection.size() == 1;
    for (const MoveRow& row : move_rows) {
        const bool is_end_of_span =
            one_span && row.extend && (row.move == CaretMove::left || row.move == CaretMove::right);
        if (is_end_of_span || !ui.action(row.action.id)) continue;
        work.selection.clear();
        CaretMove move = row.move;
        if (work.granularity == Granularity::word && move == CaretMove::left) move = CaretMove::word_left;
        if (work.granularity == Granularity::word && move == CaretMove::right) move = CaretMove::word_right;
        move_caret(work.caret, *work.page, move, row.extend, work.view_height);
        work.exactly = false;
        work.reveal_caret = true;
    }
}

void adjust_by_key(TaskFrame& frame, Workspace& work, bool dragging) {
    const Ui& ui = frame.ui;
    if (work.selection.size() == 1) {
        if (ui.action("text.extend_left")) move_end(frame, work, SpanEnd::end, -1);
        if (ui.action("text.extend_right")) move_end(frame, work, SpanEnd::end, +1);
        if (ui.action("text.start_left")) move_end(frame, work, SpanEnd::start, -1);
        if (ui.action("text.start_right")) move_end(frame, work, SpanEnd::start, +1);
    }
    // A held key is one undo step: the command is made when it is let go.
    if (!dragging && !compat::key_down(Key::left) && !compat::key_down(Key::right)) commit_draft(frame, work);
}

// First what is in the hand, then the selection, then the sticky label.
void cancel_step(Workspace& work) {
    if (work.relation) work.relation.reset();
    else if (work.draft) work.draft.reset();
    else if (work.caret.selects()) work.caret.put(work.caret.at, false);
    else if (!work.selection.empty()) work.selection.clear();
    else work.label.clear(), work.relation_label.clear();
}

void hide_by_key(const Ui& ui, const TaskFrame& frame, Workspace& work) {
    if (ui.action("text.hide")) toggle_all(work.list.hidden, work.selection.ids());
    if (!ui.action("text.hide_all")) return;
    if (!work.list.hidden.empty()) return work.list.hidden.clear();
    for (const auto& [id, object] : frame.answer.objects) work.list.hidden.insert(id);
}

void select_by_key(const Ui& ui, Workspace& work) {
    if (ui.action("text.select_all")) {
        work.selection.clear();
        work.caret.put(0, false);
        work.caret.put(work.document->size(), true);
    }
    if (ui.action("text.copy")) {
        const Mark* mark = work.find_mark(work.selection.anchor());
        const std::string copied(work.document->cut(mark ? mark->range : work.selected_text()));
        if (!copied.empty()) ImGui::SetClipboardText(copied.c_str());
    }
    if (ui.action("text.unit_grapheme")) work.granularity = Granularity::grapheme;
    if (ui.action("text.unit_word")) work.granularity = Granularity::word;
    if (ui.action("text.unit_sentence")) work.granularity = Granularity::sentence;
    if (ui.action("text.cancel")) cancel_step(work);
}

void relate_by_key(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    if (!offers_relations(frame, item)) return;
    Ui& ui = frame.ui;
    ui.actions().offer(relation_actions);
    if (ui.action("text.relate")) begin_relation(frame, work);
    if (ui.action("text.turn")) turn_relation(frame, work);
}

void mark_by_key(TaskFrame& frame, Workspace& work) {
    const Ui& ui = frame.ui;
    if (ui.action("text.mark") && work.relation) finish_relation(frame, work);
    else if (ui.action("text.mark")) mark_selection(frame, work, offered_label(frame, work));
    if (ui.action("text.mark_exactly")) {
        work.exactly = true;
        mark_selection(frame, work, offered_label(frame, work));
    }
    if (ui.action("text.mark_same")) mark_same_text(frame, work);
    if (ui.action("text.delete")) delete_selected(frame, work);
}

} // namespace

bool digits_choose_classes(const TaskFrame& frame, const Workspace& work, const ItemSpec& item) {
    if (frame.question.classes_of(item).empty() || work.relation) return false;
    return (work.selection.empty() && !work.caret.selects()) || frame.question.labels_of(item).empty();
}

void act_on_keys(TaskFrame& frame, Workspace& work, const ItemSpec& item, bool dragging) {
    Ui& ui = frame.ui;
    const bool has_labels = !frame.question.labels_of(item).empty();
    for (const MoveRow& row : move_rows) ui.actions().offer({&row.action, 1});
    ui.actions().offer(text_actions);
    if (has_labels) ui.actions().offer(span_actions);
    if (!work.document || !work.page) return;
    adjust_by_key(frame, work, dragging);
    move_by_key(ui, work);
    if (ui.action("text.next_span")) step_object(work, +1);
    if (ui.action("text.previous_span")) step_object(work, -1);
    check_relation_in_hand(frame, work);
    relate_by_key(frame, work, item);
    mark_by_key(frame, work);
    hide_by_key(ui, frame, work);
    select_by_key(ui, work);
    if (has_labels && !digits_choose_classes(frame, work, item)) act_on_label_keys(frame, work, item);
}

} // namespace biaokao::spans
