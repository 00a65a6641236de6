// The panes of the exam screen beside the workspace.
#pragma once

#include "app/candidate/desk.h"

namespace biaokao {

void question_list_ui(Desk& desk);
void task_sheet_ui(Ui& ui, const Question& question);
// Timer, saved-state light, flag, undo, hand in.
void exam_bar_ui(Desk& desk);
// What must not be overlooked: the disk refuses, time is short, the session was interrupted.
void exam_banners_ui(Desk& desk);

} // namespace biaokao
