#include "tasks/types/audio_segments/view_edits.h"

#include <algorithm>

#include "app/ui/labelling/edits.h"
#include "engine/answer/patch.h"

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

void apply(TaskFrame& frame, Workspace& work, std::string_view label, const TierEdit& edit) {
    Answer before, after;
    before.objects = edit.before;
    after.objects = edit.after;
    emit_difference(frame, label, before, after);
    work.selection.choose(edit.chosen);
    work.list.scroll_to = edit.chosen;
}

void insert_boundaries(TaskFrame& frame, Workspace& work, std::vector<double> times_s) {
    if (!frame.editable) return;
    for (double& time_s : times_s) time_s = work.axis.sample_time(time_s);
    const NewIntervals made{.item = work.item,
                            .label = label_of_next(frame, work),
                            .relabel = tier_of(frame.question.labels, work.label) == work.tier && !work.label.empty(),
                            .ids = new_object_ids(frame, times_s.size() + 1)};
    const auto edit = insert_boundaries(frame.answer.objects, work.pieces, made, times_s, room_of(frame, work));
    work.range.reset();
    work.marked_start_s.reset();
    if (edit.after.empty()) return hint(frame, "audio.hint.no_boundary_here");
    apply(frame, work, "edit.audio_split", edit);
}

// A boundary that two segments share, moved: one change instead of two.
std::optional<Patch> patch_of_boundary(const TaskFrame& frame, const std::vector<MovedPiece>& moved) {
    if (moved.size() != 2) return std::nullopt;
    const auto old = [&](const MovedPiece& piece) {
        return std::get<Segment>(frame.answer.objects.find(piece.id)->second.shape);
    };
    const bool in_order = moved[0].range.start_s < moved[1].range.start_s;
    const MovedPiece &left = moved[in_order ? 0 : 1], &right = moved[in_order ? 1 : 0];
    const Segment was_left = old(left), was_right = old(right);
    if (was_left.end_s != was_right.start_s || left.range.end_s != right.range.start_s ||
        left.range.start_s != was_left.start_s || right.range.end_s != was_right.end_s)
        return std::nullopt;
    return boundary_patch(left.id, right.id, left.range.end_s);
}

} // namespace

void create_segment(TaskFrame& frame, Workspace& work, double anchor_s, double time_s) {
    if (!frame.editable) return;
    if (is_contiguous(frame.question.labels, work.tier))
        return insert_boundaries(frame, work, {std::min(anchor_s, time_s), std::max(anchor_s, time_s)});
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

void insert_boundary(TaskFrame& frame, Workspace& work, double time_s) { insert_boundaries(frame, work, {time_s}); }

void set_edges(TaskFrame& frame, const Workspace& work, const MovedEdges& wanted) {
    std::vector<MovedPiece> moved;
    for (const MovedPiece& piece : wanted.pieces) {
        const Segment range = at_samples(work, piece.range);
        if (!long_enough(range)) return hint(frame, "audio.hint.too_short");
        const auto object = frame.answer.objects.find(piece.id);
        if (object == frame.answer.objects.end() || object->second.shape == Shape(range)) continue;
        moved.push_back({piece.id, range});
    }
    if (wanted.limited) hint(frame, "audio.hint.cut_at_neighbour");
    if (!frame.editable || moved.empty()) return;
    if (auto patch = patch_of_boundary(frame, moved)) return frame.emit("edit.audio_bounds", std::move(*patch));
    ObjectIds ids;
    for (const MovedPiece& piece : moved) ids.insert(piece.id);
    change_each_object(frame, "edit.audio_bounds", ids, [&](const std::string& id, Object& object) {
        object.shape = std::ranges::find(moved, id, &MovedPiece::id)->range;
    });
}

bool type_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const Segment& wanted) {
    const auto typed = type_edges(work.pieces, id, wanted, room_of(frame, work));
    if (!typed) {
        hint(frame, "audio.hint.bounds_refused");
        return false;
    }
    set_edges(frame, work, *typed);
    return true;
}

void split_at_cursor(TaskFrame& frame, Workspace& work) {
    if (!frame.editable) return;
    if (is_contiguous(frame.question.labels, work.tier)) return insert_boundary(frame, work, work.player.cursor_s());
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
    joined.text = joined_text(first.text, second.text);
    emit_difference(frame, "edit.audio_join", before, after);
    work.selection.choose(id);
}

void delete_segments(TaskFrame& frame, Workspace& work, const ObjectIds& ids) {
    if (!frame.editable) return;
    const auto edit = remove_segments(frame.answer.objects, work.pieces, ids);
    apply(frame, work, edit.after.empty() ? "edit.delete" : "edit.audio_join", edit);
}

void relabel_segments(TaskFrame& frame, const Workspace& work, const ObjectIds& ids, std::string_view label) {
    ObjectIds fitting;
    for (const std::string& id : ids)
        if (may_take_label(frame.question.labels, work.pieces, id, label, room_of(frame, work))) fitting.insert(id);
    if (fitting.size() < ids.size() && frame.editable) hint(frame, "audio.hint.label_of_other_tier");
    relabel_objects(frame, fitting, label);
}

void set_text(TaskFrame& frame, const std::string& id, const std::string& text) {
    change_objects(frame, "edit.audio_text", {id}, [&](Object& object) { object.text = text; });
}

} // namespace biaokao::audio
