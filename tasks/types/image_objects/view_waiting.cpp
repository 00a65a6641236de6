#include "tasks/types/image_objects/view_waiting.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"
#include "app/ui/widgets.h"

namespace biaokao::image_objects {
namespace {

constexpr std::array stop_actions{ActionRow{"image.stop_reading", KeyContext::canvas, "Esc"}};
constexpr std::array again_actions{ActionRow{"image.read_again", KeyContext::canvas, "Enter"}};

std::string message_of(Ui& ui, const ItemSpec& item, const Picture& picture) {
    switch (picture.state) {
    case Picture::State::broken:
        return ui.tr("image.broken", {{"file", item.file}, {"reason", ui.tr(picture.error.message())}});
    case Picture::State::stopped: return ui.tr("image.stopped", {{"file", item.file}});
    case Picture::State::waiting:
    case Picture::State::postponed:
    case Picture::State::ready: break;
    }
    return ui.tr("image.loading", {{"file", item.file}, {"percent", std::to_string(picture.percent())}});
}

bool is_being_read(const Picture& picture) {
    return picture.state == Picture::State::waiting || picture.state == Picture::State::postponed;
}

} // namespace

void waiting_on_canvas(Ui& ui, ImDrawList& list, const Box& canvas, const ItemSpec& item, const Picture& picture) {
    const std::string words = message_of(ui, item, picture);
    const bool broken = picture.state == Picture::State::broken;
    const float wrap = static_cast<float>(canvas.width) - 4 * ui.em();
    const ImVec2 size = ImGui::CalcTextSize(words.data(), words.data() + words.size(), false, wrap);
    const ImVec2 middle{static_cast<float>(canvas.x + canvas.width / 2),
                        static_cast<float>(canvas.y + canvas.height / 2)};
    list.AddText(nullptr, 0, {middle.x - size.x / 2, middle.y - size.y / 2},
                 broken ? ui.theme().bad : ui.theme().text_dim, words.data(), words.data() + words.size(), wrap);
    probe_last_item(ui, "picture_state", "text", words);
    if (!is_being_read(picture)) return;
    const float half = std::min(10 * ui.em(), wrap / 2), height = 0.5f * ui.em();
    const ImVec2 low{middle.x - half, middle.y + size.y / 2 + height};
    const ImVec2 high{middle.x + half, low.y + height};
    const float done = static_cast<float>(picture.percent()) / 100;
    list.AddRectFilled(low, {low.x + 2 * half * done, high.y}, ui.theme().accent);
    compat::stroke_rect(list, low, high, ui.theme().border, ui.px(1));
}

void waiting_line_ui(Ui& ui, ViewState& state, const ItemSpec& item, const Picture& picture) {
    const bool reading = is_being_read(picture), stopped = picture.state == Picture::State::stopped;
    if (!reading && !stopped)
        return clipped_text(ui, "status", item.file, ImGui::GetContentRegionAvail().x, TextLook::dim);
    // Where one can work already, Esc is for the shape in the hand.
    const bool by_key = !picture.shown();
    if (by_key && reading) ui.actions().offer(stop_actions);
    else if (by_key) ui.actions().offer(again_actions);
    const std::string_view action = reading ? "image.stop_reading" : "image.read_again";
    std::string words(ui.tr(action));
    if (picture.shown()) words += fmt::format(" ({} %)", picture.percent());
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ImGui::GetStyle().FramePadding.x, 0}); // as high as the text
    const bool wanted =
        button(ui, reading ? "stop_reading" : "read_again", words, {.action = by_key ? action : std::string_view()});
    ImGui::PopStyleVar();
    if (!wanted && !(by_key && ui.action(action))) return;
    if (reading) state.pictures.stop_reading(item);
    else state.pictures.read_again(item);
    state.focus.wanted = true;
}

} // namespace biaokao::image_objects
