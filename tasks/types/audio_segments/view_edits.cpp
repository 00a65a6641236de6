#include "tasks/types/audio_segments/view_edits.h"

#include <algorithm>

#include "app/ui/labelling/edits.h"

namespace biaokao::audio {

namespace {

void hint(TaskFrame& frame, std::string_view key) { frame.ui.notify(frame.ui.tr(key)); }

Segment at_samples(const Workspace& work, const Segment& range) {
    return {work.axis.sample_time(range.start_s), work.axis.sample_time(range.end_s)};
}

std::string label_of_next(const TaskFrame& frame, const Workspace& work) {
    const LabelSchema& schema = frame.question.labels;
    const bool fits = tier_of(schema, work.label) == work.tier;
    if (!work.label.empty() && fits) return work.label;
    const auto offered = frame.question.labels_of(*frame.question.find_item(work.item));
    if (offered.size() == 1) return offered.front()->id;
    if (schema.tiers.empty()) return {};
    // Without a label a segment would not stay in its tier.
    for (const LabelSpec* label : offered)
        if (tier_of(schema, label->id) == work.tier) return label->id;
    return work.label;
}

} // namespace

void create_segment(TaskFrame& frame, Workspace& work, double anchor_s, double time_s) {
    if (!frame.editable) return;
    const auto made = new_range(work.pieces, anchor_s, time_s, room_of(frame, work));
    if (!made) return hint(frame, "audio.hint.overlap_refused");
    Object object;
    object.item = work.item;
    object.label = label_of_next(frame, work);
    const Segment range = at_samples(work, made->range);
    if (!long_enough(range)) return hint(frame, "audio.hint.too_short");
    if (made->limited) hint(frame, "audio.hint.cut_at_neighbour");
    object.shape = range;
    const std::string id = frame.new_object_id();
    add_objects(frame, "edit.audio_create", {{id, object}});
    work.selection.choose(id);
    work.list.scroll_to = id;
    work.range.reset();
    work.marked_start_s.reset();
}

void set_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const LimitedRange& wanted) {
    const Segment range = at_samples(work, wanted.range);
    if (!long_enough(range)) return hint(frame, "audio.hint.too_short");
    if (wanted.limited) hint(frame, "audio.hint.cut_at_neighbour");
    change_objects(frame, "edit.audio_bounds", {id}, [&](Object& object) { object.shape = range; });
}

void set_moved(TaskFrame& frame, const Workspace& work, const std::vector<MovedPiece>& moved) {
    ObjectIds ids;
    for (const MovedPiece& piece : moved) ids.insert(piece.id);
    change_each_object(frame, "edit.audio_bounds", ids, [&](const std::string& id, Object& object) {
        object.shape = at_samples(work, std::ranges::find(moved, id, &MovedPiece::id)->range);
    });
}

bool type_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const Segment& wanted) {
    const auto typed = typed_range(work.pieces, id, wanted, room_of(frame, work));
    if (!typed) {
        hint(frame, "audio.hint.bounds_refused");
        return false;
    }
    set_bounds(frame, work, id, *typed);
    return true;
}

void split_at_cursor(TaskFrame& frame, Workspace& work) {
    if (!frame.editable) return;
    const double time_s = work.axis.sample_time(work.player.cursor_s());
    const auto reachable = work.reachable();
    const Piece* piece = work.selected_piece();
    if (piece == nullptr || !cut_at(work.pieces, piece->id, time_s)) piece = piece_at(reachable, time_s);
    const auto parts = piece == nullptr ? std::nullopt : cut_at(work.pieces, piece->id, time_s);
    if (!parts) return hint(frame, "audio.hint.nothing_to_split");
    const std::string id = piece->id, second = frame.new_object_id();
    const Object& whole = frame.answer.objects.find(id)->second;
    Answer before, after;
    before.objects = {{id, whole}};
    after.objects = {{id, whole}, {second, whole}};
    after.objects[id].shape = parts->first;
    after.objects[second].shape = parts->second;
    after.objects[second].text.clear();
    emit_difference(frame, "edit.audio_split", before, after);
    work.selection.choose(second);
    work.list.scroll_to = second;
}

void join_with_next(TaskFrame& frame, Workspace& work) {
    if (!frame.editable) return;
    const Piece* next = follower_of(work.pieces, work.selection.anchor());
    if (next == nullptr) return hint(frame, "audio.hint.nothing_to_join");
    const std::string id = work.selection.anchor(), taken = next->id;
    const Object &first = frame.answer.objects.find(id)->second, &second = frame.answer.objects.find(taken)->second;
    if (first.label != second.label) return hint(frame, "audio.hint.join_other_label");
    Answer before, after;
    before.objects = {{id, first}, {taken, second}};
    after.objects = {{id, first}};
    Object& joined = after.objects[id];
    auto& range = std::get<Segment>(joined.shape);
    range.end_s = std::max(range.end_s, std::get<Segment>(second.shape).end_s);
    if (!first.text.empty() && !second.text.empty()) joined.text += ' ';
    joined.text += second.text;
    emit_difference(frame, "edit.audio_join", before, after);
    work.selection.choose(id);
}

void set_text(TaskFrame& frame, const std::string& id, const std::string& text) {
    change_objects(frame, "edit.audio_text", {id}, [&](Object& object) { object.text = text; });
}

} // namespace biaokao::audio
