#include "app/app.h"

#include <imgui.h>

#include "app/candidate/desk.h"
#include "app/candidate/desk_flow.h"
#include "app/candidate/screens.h"
#include "app/platform/platform.h"
#include "app/ui/fonts.h"

namespace biaokao {
namespace {

// Everything that the window's own words and this pack may show; the font needs a glyph for each.
void cover_words(Desk& desk, Fonts& fonts) {
    for (const std::string_view language : {"zh", "en"})
        for (const auto& [key, words] : desk.services.locales.words(language)) fonts.cover(words);
}

void current_screen_ui(Desk& desk) {
    switch (desk.screen) {
    case ScreenId::start: start_screen_ui(desk); return;
    case ScreenId::briefing: briefing_screen_ui(desk); return;
    case ScreenId::exam: exam_screen_ui(desk); return;
    case ScreenId::review: review_screen_ui(desk); return;
    case ScreenId::result: result_screen_ui(desk); return;
    }
}

} // namespace

App::App(const Services& services, const AppOptions& options) : desk_(std::make_unique<Desk>(services, options)) {
    refresh_lists(*desk_);
    if (!options.pack_path.empty()) choose_pack(*desk_, options.pack_path);
}

App::~App() = default;

Ui& App::ui() { return desk_->ui; }
const Desk& App::desk() const { return *desk_; }

} // namespace biaokao
