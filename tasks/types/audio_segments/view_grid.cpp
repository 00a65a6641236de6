#include "tasks/types/audio_segments/view_grid.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/widgets.h"
#include "engine/media/time_text.h"
#include "tasks/types/audio_segments/view_keys.h"
#include "tasks/types/audio_segments/view_segment_words.h"

namespace biaokao::audio {

namespace {

constexpr int fixed_columns = 4; // id, start, end, label; the attributes and the text follow
constexpr int columns_max = 60;  // Dear ImGui's tables hold 64

std::vector<const AttributeSpec*> attribute_columns(const TaskFrame& frame, const Workspace& work) {
    std::vector<const AttributeSpec*> columns;
    const auto labels = frame.question.labels_of(*frame.question.find_item(work.item));
    for (const AttributeSpec& spec : frame.question.labels.attributes) {
        const bool offered = std::ranges::any_of(
            labels, [&](const LabelSpec* label) { return std::ranges::count(label->attributes, spec.id) > 0; });
        if (offered && std::ssize(columns) + fixed_columns + 1 < columns_max) columns.push_back(&spec);
    }
    return columns;
}

bool offers(const TaskFrame& frame, const Object& object, const AttributeSpec& spec) {
    const LabelSpec* label = frame.question.labels.find_label(object.label);
    return label != nullptr && std::ranges::count(label->attributes, spec.id) > 0;
}

void cell(const std::string& words) {
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
}

void header_ui(const Ui& ui, const std::vector<const AttributeSpec*>& attributes) {
    const auto column = [&](const std::string& title, float width_in_em) {
        const bool fixed = width_in_em > 0;
        ImGui::TableSetupColumn(title.c_str(),
                                fixed ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch,
                                fixed ? width_in_em * ui.em() : 1);
    };
    column("#", 3);
    column(std::string(ui.tr("audio.grid.start")), 4.6F);
    column(std::string(ui.tr("audio.grid.end")), 4.6F);
    column(std::string(ui.tr("audio.label")), 5);
    for (const AttributeSpec* spec : attributes) column(spec->title.in(ui.language()), 6.5F);
    column(std::string(ui.tr("audio.grid.text")), 0);
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableHeadersRow();
}

} // namespace

void SegmentGrid::draw_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript) {
    Ui& ui = frame.ui;
    columns_ = attribute_columns(frame, work);
    selected_drawn_ = false;
    const std::vector<Piece> pieces = work.pieces; // a copy: edits in the rows make them anew
    const Scope scope(ui, "grid");
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerV |
                                      ImGuiTableFlags_Resizable | ImGuiTableFlags_NoSavedSettings;
    const auto columns = fixed_columns + static_cast<int>(columns_.size()) + 1;
    if (!ImGui::BeginTable("###segments", columns, flags, ImGui::GetContentRegionAvail())) return;
    header_ui(ui, columns_);
    const float pitch = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    if (work.selection.anchor() != scrolled_to_ || transcript.wanted()) {
        scrolled_to_ = work.selection.anchor();
        const auto wanted = std::ranges::find(pieces, scrolled_to_, &Piece::id);
        const float top = pitch * static_cast<float>(wanted - pieces.begin());
        const float room = ImGui::GetWindowHeight() - 3 * pitch; // under the header, a row left free
        if (wanted != pieces.end() && (top < ImGui::GetScrollY() || top > ImGui::GetScrollY() + room))
            ImGui::SetScrollY(std::max(top - pitch, 0.0F));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(pieces.size()), pitch);
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            row_ui(frame, work, transcript, pieces[static_cast<std::size_t>(i)]);
    ImGui::EndTable();
    if (!selected_drawn_ && transcript.active()) transcript.leave(frame);
}

void SegmentGrid::row_ui(TaskFrame& frame, Workspace& work, TranscriptField& transcript, const Piece& piece) {
    Ui& ui = frame.ui;
    const auto found = frame.answer.objects.find(piece.id);
    if (found == frame.answer.objects.end()) return; // an earlier row's edit cannot take it away, but be sure
    const Object object = found->second;             // a copy: an edit in this row changes the answer
    const bool selected = work.selection.contains(piece.id);
    ImGui::TableNextRow(ImGuiTableRowFlags_None, ImGui::GetFrameHeight());
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    const bool edited = piece.id == work.selection.anchor();
    // Only a row without fields is clickable as a whole: widgets must not overlap.
    const auto flags = edited ? ImGuiSelectableFlags_None : ImGuiSelectableFlags_SpanAllColumns;
    if (ImGui::Selectable((piece.id + "###row_" + piece.id).c_str(), selected, flags)) {
        choose_segment(work, piece.id);
        if (transcript.play_on_focus) transcript.take_focus(work);
        else work.focus.wanted = true;
    }
    probe_last_item(ui, piece.id, "row", object.text, selected ? "on" : "");
    cell(time_text(piece.range.start_s));
    cell(time_text(piece.range.end_s));
    cell(label_title(frame, object));
    for (const AttributeSpec* spec : columns_) attribute_ui(frame, piece.id, object, *spec, edited);
    if (!edited) return cell(object.text);
    ImGui::TableNextColumn();
    selected_drawn_ = true;
    transcript.draw_ui(frame, work, true);
}

void SegmentGrid::attribute_ui(TaskFrame& frame, const std::string& id, const Object& object, const AttributeSpec& spec,
                               bool selected) {
    using Kind = AttributeSpec::Kind;
    const bool listed = spec.kind == Kind::select || spec.kind == Kind::radio;
    if (!selected || !offers(frame, object, spec) || !listed) return cell(attribute_words(frame, object, spec));
    ImGui::TableNextColumn();
    const Scope scope(frame.ui, id);
    ImGui::PushID(id.c_str());
    std::vector<Choice> choices;
    for (const Option& option : spec.options) choices.push_back({option.id, option.title.in(frame.ui.language())});
    const auto value = object.attributes.find(spec.id);
    const auto* held = value == object.attributes.end() ? nullptr : std::get_if<std::string>(&value->second);
    std::string chosen = held == nullptr ? std::string() : *held;
    if (choice_box(frame.ui, spec.id, chosen, choices)) set_attribute(frame, {id}, spec.id, chosen);
    ImGui::PopID();
}

} // namespace biaokao::audio
