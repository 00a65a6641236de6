#include "app/app.h"

#include <algorithm>

#include <imgui.h>

#include "app/candidate/desk.h"
#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/platform/platform.h"
#include "app/ui/fonts.h"
#include "app/ui/pack_words.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

void current_screen_ui(Desk& desk) {
    switch (desk.screen) {
    case ScreenId::start: start_screen_ui(desk); return;
    case ScreenId::briefing: briefing_screen_ui(desk); return;
    case ScreenId::exam: exam_screen_ui(desk); return;
    case ScreenId::review: review_screen_ui(desk); return;
    case ScreenId::result: result_screen_ui(desk); return;
    }
}

void begin_root_window() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
}

} // namespace

App::App(const Services& services, const AppOptions& options)
    : desk_(std::make_unique<Desk>(services, options)), fonts_(std::make_unique<Fonts>(services.platform, "")) {
    refresh_lists(*desk_);
    if (!options.pack_path.empty()) choose_pack(*desk_, options.pack_path);
    for (const std::string_view language : {"zh", "en"})
        for (const auto& [key, words] : services.locales.words(language)) fonts_->cover(words);
    for (const SessionSummary& row : desk_->form.sessions) fonts_->cover(row.candidate_name);
    for (const PackRow& listing : desk_->form.packs) fonts_->cover(listing.title.zh + listing.title.en + listing.path);
    services.platform.hear_text([this](std::string_view words) { desk_->ui.note_words(words); });
    if (!fonts_->has_chinese()) {
        desk_->settings.language = "en";
        desk_->ui.set_language("en");
    }
}

App::~App() { desk_->services.platform.hear_text({}); }

bool App::may_close() {
    if (!desk_->session() || desk_->session()->phase() != SessionPhase::running || desk_->quit) return true;
    desk_->leaving = true;
    return false;
}

bool App::closing() const { return desk_->quit; }

void App::apply_settings() {
    Desk& desk = *desk_;
    desk.ui.theme_id = theme_from_name(desk.settings.theme);
    desk.ui.scale = desk.settings.scale;
    desk.ui.clear_colors = desk.settings.clear_colors;
    if (covered_pack_ != desk.pack) {
        covered_pack_ = desk.pack;
        if (covered_pack_) for_each_word(*covered_pack_, [this](std::string_view words) { fonts_->cover(words); });
    }
    fonts_->cover(desk.ui.take_new_words());
    const double scale = desk.settings.scale * desk.services.platform.content_scale();
    if (fonts_->refresh(scale)) desk.ui.heading_font = fonts_->heading();
    if (scale == applied_scale_ && desk.settings.theme == applied_theme_) return;
    applied_scale_ = scale;
    applied_theme_ = desk.settings.theme;
    apply_theme(desk.ui.theme_id, scale);
}

void App::before_frame() {
    desk_->services.workers.take_results();
    apply_settings();
}

void App::frame() {
    Desk& desk = *desk_;
    tick(desk);
    desk.ui.begin_frame();
    begin_root_window();
    title_bar_ui(desk);
    if (!fonts_->has_chinese()) paragraphs(desk.ui, desk.ui.tr("app.no_font"), TextLook::warning);
    current_screen_ui(desk);
    help_overlay_ui(desk);
    dialogs_ui(desk);
    ImGui::End();
    desk.ui.end_frame();
}

bool App::run_frame() {
    before_frame();
    Platform& platform = desk_->services.platform;
    if (!platform.begin_frame()) return false;
    frame();
    platform.end_frame();
    return true;
}

std::int64_t App::next_change_in_ms() const {
    const Desk& desk = *desk_;
    constexpr std::int64_t nothing_ahead_ms = 60'000;
    std::int64_t next_ms = nothing_ahead_ms;
    if (desk.session() && desk.session()->phase() == SessionPhase::running) {
        // The shown second changes when the remaining time passes a whole one.
        const std::int64_t remaining_ms = desk.session()->remaining_ms();
        next_ms = remaining_ms % 1000 == 0 ? 1000 : remaining_ms % 1000;
    }
    for (const Ui::Note& note : desk.ui.notes())
        next_ms = std::min(next_ms, static_cast<std::int64_t>((note.until_s - ImGui::GetTime()) * 1000) + 1);
    return std::max<std::int64_t>(next_ms, 0);
}

bool App::animating() const {
    for (const auto& [id, view] : desk_->views)
        if (id == desk_->question && view->animating()) return true;
    return false;
}

Ui& App::ui() { return desk_->ui; }
const Desk& App::desk() const { return *desk_; }

} // namespace biaokao
