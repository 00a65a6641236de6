#include "tasks/types/text_labels/view_look.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"

namespace biaokao::spans {
namespace {

constexpr float tag_size = 0.72f; // of the text
constexpr float tag_padding_px = 3;

} // namespace

std::uint32_t color_of_label(const TaskFrame& frame, std::string_view label) {
    return label_look(frame.ui, frame.question.labels, label, frame.ui.theme().text_dim).color;
}

MarkLook look_of(const TaskFrame& frame, const Workspace& work, const Marked& marked) {
    const Ui& ui = frame.ui;
    const auto title = [&](const std::string& id) -> std::string {
        const LabelSpec* label = frame.question.labels.find_label(id);
        return label ? label->title.in(ui.language()) : std::string(ui.tr("labelling.no_label"));
    };
    MarkLook look;
    look.words = title(marked.label);
    if (!marked.verdict) {
        look.color = color_of_label(frame, marked.label);
        look.doubtful = work.overlapping.contains(marked.object);
        if (look.doubtful) look.words = fmt::format("{} {}", ui.tr("labelling.sign.warning"), look.words);
    } else {
        const VerdictStyle style = verdict_style(ui, *marked.verdict);
        look.color = style.on_panel;
        look.dashed = style.dashed || marked.from_reference;
        look.words = fmt::format("{} {}", style.sign, look.words);
        if (!marked.needed_label.empty()) look.words += " → " + title(marked.needed_label);
    }
    look.faint = !work.highlighted.empty() && !work.highlighted.contains(marked.object) &&
                 !work.highlighted.contains(marked.reference);
    return look;
}

float tag_width(const Ui& ui, std::string_view words) {
    return ImGui::GetFont()->CalcTextSizeA(tag_size * ui.em(), 1e9f, 0, words.data(), words.data() + words.size()).x +
           2 * ui.px(tag_padding_px);
}

float tag_height(const Ui& ui) { return tag_size * ui.em() + ui.px(1); }

void draw_tag(ImDrawList& list, const Ui& ui, ImVec2 at, float room, const MarkLook& look) {
    const double strength = look.faint ? faint_opacity : 1.0;
    const std::string& words = look.words;
    const ImVec2 high{at.x + std::min(tag_width(ui, words), room), at.y + tag_height(ui)};
    list.AddRectFilled(at, high, with_opacity(look.color, strength), ui.px(3));
    list.PushClipRect(at, high, true);
    list.AddText(ImGui::GetFont(), tag_size * ui.em(), {at.x + ui.px(tag_padding_px), at.y},
                 with_opacity(readable_on(look.color), strength), words.data(), words.data() + words.size());
    list.PopClipRect();
}

} // namespace biaokao::spans
