#include "tasks/types/audio_segments/view_compare.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/class_rows.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include "engine/media/time_text.h"
#include "engine/text/text_difference.h"
#include "tasks/types/audio_segments/view_marked_text.h"
#include "tasks/types/audio_segments/view_segment_words.h"

namespace biaokao::audio {

namespace {

const ObjectVerdict* verdict_of(const TaskFrame& frame, const Workspace& work, std::string_view id, bool is_reference) {
    if (frame.comparison == nullptr) return nullptr;
    for (const ObjectVerdict& verdict : frame.comparison->verdicts)
        if (verdict.item == work.item && (is_reference ? verdict.reference : verdict.object) == id) return &verdict;
    return nullptr;
}

const Object* find_segment(const Answer& answer, const std::string& id) {
    const auto found = answer.objects.find(id);
    return found == answer.objects.end() || !std::holds_alternative<Segment>(found->second.shape) ? nullptr
                                                                                                  : &found->second;
}

void side_ui(TaskFrame& frame, std::string_view id, const Object& object, const std::vector<TextRun>& runs,
             TextRun::Kind side) {
    const auto& range = std::get<Segment>(object.shape);
    paragraphs(frame.ui,
               fmt::format("{}  {}–{}  {}", id, time_text(range.start_s), time_text(range.end_s),
                           label_and_attributes(frame, object)),
               TextLook::dim);
    if (!object.text.empty()) marked_text_ui(frame.ui, runs, side);
}

// How far the ends are from the reference's: "+0.120 s / −0.030 s".
std::string difference_of_ends(const Object& mine, const Object& reference) {
    const auto &a = std::get<Segment>(mine.shape), &b = std::get<Segment>(reference.shape);
    return fmt::format("{:+.3f} s / {:+.3f} s", a.start_s - b.start_s, a.end_s - b.end_s);
}

// Label and attributes that differ, one line each: what was chosen, and what should have been.
void differences_ui(TaskFrame& frame, const Object& mine, const Object& reference) {
    for (const auto& [title, chosen, right] : differing_values(frame, mine, reference))
        paragraphs(frame.ui,
                   frame.ui.tr("audio.compare_difference", {{"title", title}, {"chosen", chosen}, {"right", right}}),
                   TextLook::bad);
}

void verdict_ui(TaskFrame& frame, Workspace& work, const ObjectVerdict& verdict) {
    Ui& ui = frame.ui;
    const Object* mine = find_segment(frame.answer, verdict.object);
    const Object* reference = find_segment(*frame.comparison->reference, verdict.reference);
    if (mine == nullptr && reference == nullptr) return;
    const VerdictStyle style = verdict_style(ui, verdict.verdict);
    const std::string& id = mine != nullptr ? verdict.object : verdict.reference;
    std::string title = fmt::format("{} {}", style.sign, style.name);
    if (mine != nullptr && reference != nullptr) title += "  " + difference_of_ends(*mine, *reference);
    const bool highlighted = frame.comparison->highlighted.contains(verdict.object) ||
                             frame.comparison->highlighted.contains(verdict.reference);
    ImGui::PushStyleColor(ImGuiCol_Text, style.on_panel);
    const bool clicked = selectable_row(ui, id, title, highlighted || work.selection.contains(id));
    ImGui::PopStyleColor();
    if (clicked) {
        work.selection.choose(id);
        const auto& range = std::get<Segment>((mine != nullptr ? mine : reference)->shape);
        work.axis.reveal(range.start_s, range.end_s);
    }
    if (!work.list.scroll_to.empty() &&
        (work.list.scroll_to == verdict.object || work.list.scroll_to == verdict.reference)) {
        ImGui::SetScrollHereY();
        work.list.scroll_to.clear();
    }
    if (mine != nullptr && reference != nullptr) differences_ui(frame, *mine, *reference);
    const auto runs = text_difference(mine != nullptr ? mine->text : reference->text,
                                      reference != nullptr ? reference->text : mine->text);
    if (mine != nullptr) side_ui(frame, verdict.object, *mine, runs, TextRun::Kind::only_first);
    if (reference != nullptr) side_ui(frame, verdict.reference, *reference, runs, TextRun::Kind::only_second);
    ImGui::Separator();
}

} // namespace

bool shows_own_work(const TaskFrame& frame) {
    return frame.comparison == nullptr || frame.comparison->show != CompareShow::reference;
}

std::vector<Piece> reference_pieces(const TaskFrame& frame, const Workspace& work) {
    if (frame.comparison == nullptr || frame.comparison->reference == nullptr ||
        frame.comparison->show == CompareShow::mine)
        return {};
    return pieces_of(*frame.comparison->reference, work.item, frame.question.labels);
}

SegmentLook look_of(TaskFrame& frame, const Workspace& work, const std::string& id, bool is_reference) {
    const Answer& answer = is_reference ? *frame.comparison->reference : frame.answer;
    const Object& object = answer.objects.find(id)->second;
    SegmentLook look{.words = tag_words(frame, id, object), .selected = work.selection.contains(id)};
    look.color = label_look(frame.ui, frame.question.labels, object.label, frame.ui.theme().text_dim).color;
    if (!is_reference && work.overlapping.contains(id)) {
        look.overlapping = true;
        look.words =
            fmt::format("{} {}  {}", frame.ui.tr("labelling.sign.warning"), frame.ui.tr("audio.overlaps"), look.words);
    }
    if (frame.comparison == nullptr) return look;
    look.highlighted = frame.comparison->highlighted.contains(id);
    if (const ObjectVerdict* verdict = verdict_of(frame, work, id, is_reference)) {
        const VerdictStyle style = verdict_style(frame.ui, verdict->verdict);
        look.color = style.on_panel;
        look.dashed = style.dashed;
        look.words = fmt::format("{} {}", style.sign, look.words);
    }
    return look;
}

void compare_panel_ui(TaskFrame& frame, Workspace& work) {
    if (frame.comparison->reference == nullptr) return;
    const Scope scope(frame.ui, "compare");
    if (const ItemSpec* item = frame.question.find_item(work.item)) compared_classes_ui(frame, *item);
    verdict_legend_ui(frame.ui, frame.comparison->verdicts);
    ImGui::Separator();
    for (const ObjectVerdict& verdict : frame.comparison->verdicts)
        if (verdict.item == work.item) verdict_ui(frame, work, verdict);
}

} // namespace biaokao::audio
