// What the buttons of the desk do: the ways from one screen to the next.
#pragma once

#include <string>

#include "app/candidate/desk.h"

namespace biaokao {

// Looks again for packs (shipped, recent) and sessions.
void refresh_lists(Desk& desk);
// Loads the pack at this path without its key; form.pack_problems says why not.
void choose_pack(Desk& desk, const std::string& path);
// A new session from the form, to the briefing.
void create_session(Desk& desk);
// An interrupted or finished session: to the briefing, the exam, or the result.
void open_session(Desk& desk, const std::string& path);
void begin_exam(Desk& desk);
void show_question(Desk& desk, const std::string& id);
void show_review(Desk& desk);
// Submits, waits for the disk, and shows the result (drill) or the receipt (exam).
void hand_in(Desk& desk);
// Result of a drill: chooses this rubric item of the shown question, and shows the first object its evidence names.
void look_at_item(Desk& desk, const ItemScore& item);
// Back to the start screen; the session stays as it is and can be resumed.
void leave_session(Desk& desk);
// Saves language, theme and size; the next frame shows them.
void settings_changed(Desk& desk);
// Writes a copy of the submission file.
void copy_submission(Desk& desk, const std::string& path);
// Every clock tick: ends the session at its deadline, in the middle of whatever is going on.
void tick(Desk& desk);
// The frame that a task view draws from; its commands go to the session.
[[nodiscard]] TaskFrame task_frame(Desk& desk, const Question& question, const Answer& answer);

} // namespace biaokao
