// audio_segments without its screen: what a question may hold, what an answer may hold.
#include <algorithm>
#include <cmath>

#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "tasks/types/audio_segments/contiguous_tier.h"
#include "tasks/types/audio_segments/figure.h"

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

void check_contiguous_tiers(const Question& question, const Answer& answer, const std::string& where,
                            Problems& problems) {
    if (std::ranges::none_of(question.labels.tiers, &TierSpec::contiguous)) return;
    for (const ItemSpec& item : question.items) {
        const auto pieces = audio::pieces_of(answer, item.id, question.labels);
        for (int tier = 0; tier < audio::tier_count(question.labels); ++tier) {
            const auto fault =
                audio::is_contiguous(question.labels, tier) ? audio::fault_of_tier(pieces, tier) : std::nullopt;
            if (!fault) continue;
            const TierSpec& spec = question.labels.tiers[static_cast<std::size_t>(tier)];
            problems.add(std::string(fault->code), pointer_child(place_of(where, "objects", fault->id), "segment"),
                         {{"tier", literal_value(spec.id)}});
        }
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
    check_contiguous_tiers(question, answer, where, problems);
}

void add_audio_findings(const Question& question, const ItemSpec& item, const Answer& answer,
                        const std::string& item_title, std::vector<ItemFinding>& findings) {
    if (question.tools.overlap != Overlap::warn) return;
    for (const auto& [later, earlier] : audio::overlapping_pairs(audio::pieces_of(answer, item.id, question.labels)))
        findings.push_back({{"review.segments_overlap", {{"item", item_title}, {"object", later}, {"other", earlier}}},
                            item.id,
                            later,
                            /*blocks_check=*/false});
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
                                   .item_begun = audio_item_begun,
                                   .add_findings = add_audio_findings};

} // namespace biaokao
