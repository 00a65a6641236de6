#include "tasks/types/audio_segments/view_segment_panel.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/label_palette.h"
#include "app/ui/widgets.h"
#include "engine/media/time_text.h"
#include "engine/pack/findings.h"
#include "tasks/types/audio_segments/view_edits.h"
#include "tasks/types/audio_segments/view_keys.h"

namespace biaokao::audio {

namespace {

constexpr float list_rows_min = 5;

bool has_label(const TaskFrame& frame, const std::string& id, std::string_view label) {
    const auto found = frame.answer.objects.find(id);
    return found != frame.answer.objects.end() && found->second.label == label;
}

std::vector<ObjectRow> rows_of(const TaskFrame& frame, const Workspace& work) {
    std::vector<ObjectRow> rows;
    for (const Piece& piece : work.pieces) {
        const auto found = frame.answer.objects.find(piece.id);
        if (found == frame.answer.objects.end()) continue; // an edit in this frame took it away
        const Object& object = found->second;
        std::string detail = fmt::format("{}–{}", time_text(piece.range.start_s, 1), time_text(piece.range.end_s, 1));
        const bool overlaps = work.overlapping.contains(piece.id);
        if (overlaps) detail += fmt::format("  ({})", frame.ui.tr("audio.overlaps"));
        if (!object.text.empty()) detail += "  " + object.text;
        const bool no_attribute = !missing_attributes(frame.question, object).empty();
        const bool no_text = lacks_transcript(frame.question, object);
        if (no_text) detail += fmt::format("  ({})", frame.ui.tr("audio.no_text"));
        if (no_attribute) detail += fmt::format("  ({})", frame.ui.tr("audio.no_attribute"));
        rows.push_back({piece.id, object.label, detail, no_attribute || no_text || overlaps || object.label.empty()});
    }
    return rows;
}

} // namespace

void SegmentPanel::draw_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    const auto relabel = [&](TaskFrame& in, const ObjectIds& ids, std::string_view label) {
        relabel_segments(in, work, ids, label);
    };
    if (const auto chosen = label_palette_ui(frame, item, work.label, work.selection, true, relabel)) {
        work.focus.wanted = true;
        // What kept its label keeps its tier as well.
        if (const Piece* piece = work.selected_piece(); piece == nullptr || has_label(frame, piece->id, *chosen))
            work.tier = tier_of(frame.question.labels, *chosen);
    }
    class_rows_ui(frame, item, classes_);
    recording_.draw_ui(frame, work, item);
    if (!work.selection.empty()) {
        ImGui::Separator();
        times_ui(frame, work);
        attributes_.draw_ui(frame, work.selection);
    }
    ImGui::Separator();
    list_ui(frame, work);
    result_name_ui(frame, name_);
}

void SegmentPanel::times_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    const Piece* piece = work.selected_piece();
    if (piece == nullptr) return;
    if (!typing_times_ || times_of_ != piece->id) {
        times_of_ = piece->id;
        start_draft_ = time_text(piece->range.start_s);
        end_draft_ = time_text(piece->range.end_s);
    }
    const float width_in_em = (ImGui::GetContentRegionAvail().x - ImGui::GetStyle().ItemSpacing.x) / 2 / ui.em();
    text(ui, ui.tr("audio.start_and_end"), TextLook::dim);
    bool finished = text_field(ui, "start", start_draft_, {.width_in_em = width_in_em, .enabled = frame.editable});
    typing_times_ = ImGui::IsItemActive();
    ImGui::SameLine();
    finished |= text_field(ui, "end", end_draft_, {.width_in_em = width_in_em, .enabled = frame.editable});
    typing_times_ |= ImGui::IsItemActive();
    if (finished) commit_times(frame, work);
}

void SegmentPanel::commit_times(TaskFrame& frame, Workspace& work) {
    const Piece* piece = find_piece(work.pieces, times_of_);
    if (piece == nullptr) return;
    const auto start_s = seconds_from_time_text(start_draft_), end_s = seconds_from_time_text(end_draft_);
    if (!start_s || !end_s) frame.ui.notify(frame.ui.tr("audio.hint.time_form"));
    // What was not touched keeps its exact sample; the text shows milliseconds only.
    else
        type_bounds(frame, work, piece->id,
                    {start_draft_ == time_text(piece->range.start_s) ? piece->range.start_s : *start_s,
                     end_draft_ == time_text(piece->range.end_s) ? piece->range.end_s : *end_s});
    typing_times_ = false;
}

void SegmentPanel::list_ui(TaskFrame& frame, Workspace& work) {
    const float line = ImGui::GetFrameHeightWithSpacing();
    const float foot = line * (frame.question.tools.file_name ? 3.0F : 1.0F) + line; // name, save; hide and delete
    const float rest = ImGui::GetContentRegionAvail().y - foot;
    const float height = std::max(rest, list_rows_min * line);
    const std::string anchor = work.selection.anchor();
    const std::string reveal =
        object_list_ui(frame, rows_of(frame, work), work.selection, work.list, height / frame.ui.em());
    if (const std::string id = reveal.empty() ? work.selection.anchor() : reveal; id != anchor || !reveal.empty())
        if (const Piece* piece = find_piece(work.pieces, id))
            work.axis.reveal(piece->range.start_s, piece->range.end_s);
    if (!reveal.empty()) work.focus.wanted = true;
}

void SegmentPanel::finish_typing(TaskFrame& frame, Workspace& work) {
    if (typing_times_) commit_times(frame, work);
    attributes_.finish_typing(frame);
    recording_.finish_typing(frame);
    finish_result_name(frame, name_);
}

} // namespace biaokao::audio
