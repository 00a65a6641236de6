// audio_segments without its screen: what a question may hold, what an answer may hold.
#include <cmath>

#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "tasks/types/audio_segments/figure.h"
#include "tasks/types/audio_segments/segments.h"

namespace biaokao {

namespace {

void check_audio_question(const Question& question, const std::string& file, Problems& problems) {
    static constexpr std::string_view shapes[] = {"segment"};
    check_label_shapes(question, shapes, file, problems);
    for (std::size_t i = 0; i < question.items.size(); ++i) {
        const ItemSpec& item = question.items[i];
        const std::string place = file + ":/items/" + std::to_string(i);
        if (item.file.empty()) problems.add("error.item_needs_recording", place, {{"item", item.id}});
        else if (media_kind_from_name(item.file) != MediaKind::audio)
            problems.add("error.item_not_audio", place + "/file", {{"file", item.file}});
    }
}

// How long the recording is, only its file knows: an end beyond it is found by whoever opens it, not here, so that
// scoring never touches media.
void check_audio_answer(const Question& question, const Answer& answer, const std::string& where, Problems& problems) {
    check_answer_schema(question, answer, where, problems);
    for (const auto& [id, object] : answer.objects) {
        const auto* range = std::get_if<Segment>(&object.shape);
        if (range == nullptr) continue; // already named by the schema
        const std::string place = pointer_child(place_of(where, "objects", id), "segment");
        if (!std::isfinite(range->start_s) || !std::isfinite(range->end_s) || range->start_s < 0)
            problems.add("error.segment_outside", place);
        else if (!audio::long_enough(*range)) problems.add("error.segment_too_short", place);
    }
}

bool audio_item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    for (const auto& [id, object] : answer.objects)
        if (object.item == item.id) return true;
    const auto found = answer.items.find(item.id);
    return found != answer.items.end() && (!found->second.classes.empty() || !found->second.attributes.empty());
}

} // namespace

extern const TaskType audio_segments_type; // listed in task_list.def
const TaskType audio_segments_type{.id = "audio_segments",
                                   .check_question = check_audio_question,
                                   .check_answer = check_audio_answer,
                                   .figure = audio::segments_figure,
                                   .item_begun = audio_item_begun};

} // namespace biaokao
