#include "tasks/types/audio_segments/view_transcript.h"

#include <array>

#include <imgui.h>

#include "app/ui/widgets.h"
#include "tasks/types/audio_segments/view_edits.h"
#include "tasks/types/audio_segments/view_keys.h"

namespace biaokao::audio {

namespace {

constexpr std::array next_action{ActionRow{"audio.text_next", KeyContext::typing, "Enter"}};

bool takes_text(const TaskFrame& frame, const Object& object) {
    const LabelSpec* label = frame.question.labels.find_label(object.label);
    return label != nullptr && label->transcript;
}

} // namespace

void TranscriptField::take_focus(Workspace& work) {
    if (work.selection.empty()) step_segment(work, +1);
    focus_wanted_ = !work.selection.empty();
}

void TranscriptField::finish_typing(TaskFrame& frame) {
    const auto found = frame.answer.objects.find(owner_);
    if (active_ && found != frame.answer.objects.end() && found->second.text != draft_) set_text(frame, owner_, draft_);
}

void TranscriptField::leave(TaskFrame& frame) {
    finish_typing(frame);
    active_ = false;
}

void TranscriptField::draw_ui(TaskFrame& frame, Workspace& work, bool one_line) {
    if (work.selection.anchor() != owner_) {
        finish_typing(frame);
        owner_ = work.selection.anchor();
        active_ = false;
    }
    const auto found = frame.answer.objects.find(owner_);
    const bool possible = found != frame.answer.objects.end() && takes_text(frame, found->second);
    if (possible) return field_ui(frame, work, found->second, one_line);
    focus_wanted_ = active_ = false;
    const bool unlabelled = found != frame.answer.objects.end() && found->second.label.empty();
    text_seen(frame.ui, "transcript_hint",
              frame.ui.tr(owner_.empty() ? "audio.transcript_none"
                          : unlabelled   ? "audio.transcript_label_first"
                                         : "audio.transcript_not_here"),
              TextLook::dim);
}

void TranscriptField::field_ui(TaskFrame& frame, Workspace& work, const Object& object, bool one_line) {
    Ui& ui = frame.ui;
    if (!active_) draft_ = object.text;
    if (focus_wanted_) {
        ImGui::SetKeyboardFocusHere();
        if (play_on_focus) play_selected(work);
        focus_wanted_ = false;
    }
    ImGui::PushID(owner_.c_str()); // another segment is another field: its text is never mixed with this one's
    const bool finished =
        text_field(ui, "transcript", draft_,
                   {.hint = ui.tr("audio.transcript_field"), .enabled = frame.editable, .dictation = true});
    ImGui::PopID();
    const bool clicked_in = ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (clicked_in && play_on_focus) play_selected(work);
    active_ = ImGui::IsItemActive();
    const bool left = ImGui::IsItemDeactivated();
    const ImVec2 size = ImGui::CalcTextSize(draft_.c_str());
    if (!one_line && size.x > ImGui::GetItemRectSize().x - 2 * ImGui::GetStyle().FramePadding.x)
        paragraphs(ui, draft_, TextLook::dim); // Dear ImGui 1.86 wraps no input
    if (finished && draft_ != object.text) set_text(frame, owner_, draft_);
    ui.actions().offer(next_action);
    if (left && ui.action("audio.text_next")) go_on(frame, work);
}

void TranscriptField::go_on(TaskFrame& frame, Workspace& work) {
    while (step_segment(work, +1)) { // a stretch of noise has nothing to type
        if (!takes_text(frame, frame.answer.objects.find(work.selection.anchor())->second)) continue;
        focus_wanted_ = true;
        return;
    }
    work.focus.wanted = true;
    frame.ui.notify(frame.ui.tr("audio.hint.last_segment"));
}

} // namespace biaokao::audio
