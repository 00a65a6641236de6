#include "tasks/types/audio_segments/view_edits.h"

#include "app/ui/labelling/edits.h"

namespace biaokao::audio {

namespace {

void hint(TaskFrame& frame, std::string_view key) { frame.ui.notify(std::string(frame.ui.tr(key))); }

Segment at_samples(const Workspace& work, const Segment& range) {
    return {work.axis.sample_time(range.start_s), work.axis.sample_time(range.end_s)};
}

std::string label_of_next(const TaskFrame& frame, const Workspace& work) {
    if (!work.label.empty()) return work.label;
    const auto offered = frame.question.labels_of(*frame.question.find_item(work.item));
    return offered.size() == 1 ? offered.front()->id : std::string();
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

bool type_bounds(TaskFrame& frame, Workspace& work, const std::string& id, const Segment& wanted) {
    const auto typed = typed_range(work.pieces, id, wanted, room_of(frame, work));
    if (!typed) {
        hint(frame, "audio.hint.bounds_refused");
        return false;
    }
    set_bounds(frame, work, id, *typed);
    return true;
}

void set_text(TaskFrame& frame, const std::string& id, const std::string& text) {
    change_objects(frame, "edit.audio_text", {id}, [&](Object& object) { object.text = text; });
}

} // namespace biaokao::audio
