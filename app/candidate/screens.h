// The screens of the candidate's desk. Each fills the window below the title bar.
#pragma once

#include "app/candidate/desk.h"

namespace biaokao {

void start_screen_ui(Desk& desk);
void briefing_screen_ui(Desk& desk);
void exam_screen_ui(Desk& desk);
void review_screen_ui(Desk& desk);
void result_screen_ui(Desk& desk);

void title_bar_ui(Desk& desk);    // on every screen: where am I, language, theme, size, help
void help_overlay_ui(Desk& desk); // F1
void settings_dialog_ui(Desk& desk);
void dialogs_ui(Desk& desk); // settings, errors, "leave?", notes
// "On the canvas": the locale key of where an action works.
[[nodiscard]] std::string_view context_key(KeyContext context);

} // namespace biaokao
