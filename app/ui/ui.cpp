#include "app/ui/ui.h"

#include <algorithm>

#include <imgui.h>

namespace biaokao {

Ui::Ui(const Locales& locales, Platform& platform)
    : locales_(&locales), platform_(&platform), translator_(locales, "zh") {}

void Ui::set_language(std::string_view language) { translator_ = Translator(*locales_, language); }

float Ui::em() const { return ImGui::GetFontSize(); }

float Ui::px(float pixels_at_100_percent) const {
    // The style was scaled by the same factor as the font; the font alone tells it inside a frame.
    return pixels_at_100_percent * em() / base_font_size_px;
}

std::string Ui::full_id(std::string_view id) const { return scope_ + std::string(id); }

void Ui::push_scope(std::string_view id) {
    scope_ends_.push_back(scope_.size());
    scope_.append(id);
    scope_.push_back('/');
    ImGui::PushID(id.data(), id.data() + id.size());
}

void Ui::pop_scope() {
    ImGui::PopID();
    scope_.resize(scope_ends_.back());
    scope_ends_.pop_back();
}

void Ui::notify(std::string_view words) {
    constexpr double shown_s = 5;
    std::erase_if(notes_, [&](const Note& note) { return note.words == words; });
    notes_.push_back({std::string(words), ImGui::GetTime() + shown_s});
}

bool Ui::panel_stop(const std::string& full_id) {
    next_panel_stops_.push_back(full_id);
    if (wanted_panel_ != full_id) return false;
    wanted_panel_.clear();
    return true;
}

void Ui::step_panel(int step) {
    if (panel_stops_.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(panel_stops_.size());
    const auto at = std::find(panel_stops_.begin(), panel_stops_.end(), panel_with_keyboard_) - panel_stops_.begin();
    const auto next = at == count ? 0 : (at + step + count) % count;
    wanted_panel_ = panel_stops_[static_cast<std::size_t>(next)];
}

void Ui::begin_frame() {
    std::erase_if(notes_, [](const Note& note) { return note.until_s < ImGui::GetTime(); });
    probe_.begin_frame();
    KeyContext context = claimed_ == KeyContext::everywhere ? KeyContext::list : claimed_;
    if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) context = KeyContext::dialog;
    if (ImGui::GetIO().WantTextInput) context = KeyContext::typing;
    claimed_ = KeyContext::everywhere;
    actions_.begin_frame(context);
}

void Ui::end_frame() {
    probe_.end_frame();
    panel_stops_.swap(next_panel_stops_);
    next_panel_stops_.clear();
    paragraph_cache_.end_frame();
}

} // namespace biaokao
