#include "tasks/types/text_labels/view_relations.h"

#include "app/ui/labelling/edits.h"
#include "tasks/types/text_labels/span_rules.h"

namespace biaokao::spans {
namespace {

bool is_own_span(const Workspace& work, std::string_view id) {
    const Mark* mark = id.empty() ? nullptr : work.find_mark(id);
    return mark != nullptr && !mark->from_reference;
}

} // namespace

void begin_relation(TaskFrame& frame, Workspace& work) {
    if (!frame.editable || !work.document) return;
    if (work.relation) return work.relation.reset();
    work.relation.emplace();
    work.caret.put(work.caret.at, false);
    if (work.selection.size() == 1 && is_own_span(work, work.selection.anchor()))
        work.relation->first = work.selection.anchor();
    else work.selection.clear();
}

void choose_relation_end(TaskFrame& frame, Workspace& work, std::string_view span) {
    if (!work.relation || !is_own_span(work, span) || span == work.relation->first) return;
    RelationInHand& hand = *work.relation;
    // A tail that Tab proposed yields to the one that was clicked.
    (hand.first.empty() ? hand.first : hand.second) = span;
    choose_object(work, std::string(span));
    if (!hand.second.empty()) finish_relation(frame, work);
}

void propose_relation_end(Workspace& work) {
    if (!work.relation || work.relation->first.empty()) return;
    const std::string& chosen = work.selection.anchor();
    work.relation->second = chosen == work.relation->first ? std::string() : chosen;
}

void finish_relation(TaskFrame& frame, Workspace& work) {
    if (!frame.editable || !work.relation) return;
    RelationInHand& hand = *work.relation;
    if (hand.second.empty()) {
        // Enter on a span takes it as the first end; Tab may have brought us there.
        if (hand.first.empty() && is_own_span(work, work.selection.anchor())) hand.first = work.selection.anchor();
        return;
    }
    Object object;
    object.item = work.item;
    object.label = offered_relation_label(frame, work);
    const Relation relation{hand.from(), hand.to()};
    object.shape = relation;
    if (const auto reason = relation_refusal(frame.answer, relation, object.label)) {
        hand.second.clear();
        return frame.ui.notify(frame.ui.tr(*reason));
    }
    const std::string id = frame.new_object_id();
    Objects added;
    added.emplace(id, std::move(object));
    work.relation.reset();
    add_objects(frame, "edit.relate", added);
    work.selection.choose(id);
    work.list.scroll_to = id;
}

void turn_relation(TaskFrame& frame, Workspace& work) {
    if (!frame.editable) return;
    if (work.relation) {
        work.relation->turned = !work.relation->turned;
        return;
    }
    ObjectIds turned;
    for (const std::string& id : work.selection.ids()) {
        const Object* object = find_object(frame.answer, id);
        const auto* ends = object ? std::get_if<Relation>(&object->shape) : nullptr;
        if (ends == nullptr) continue;
        if (const auto reason = relation_refusal(frame.answer, {ends->to, ends->from}, object->label)) {
            frame.ui.notify(frame.ui.tr(*reason));
            continue;
        }
        turned.insert(id);
    }
    change_objects(frame, "edit.turn_relation", turned, [](Object& object) {
        if (auto* ends = std::get_if<Relation>(&object.shape)) std::swap(ends->from, ends->to);
    });
}

void check_relation_in_hand(const TaskFrame& frame, Workspace& work) {
    if (!work.relation) return;
    const auto is_gone = [&](const std::string& id) { return !id.empty() && !is_own_span(work, id); };
    if (!frame.editable || is_gone(work.relation->first) || is_gone(work.relation->second)) work.relation.reset();
}

} // namespace biaokao::spans
