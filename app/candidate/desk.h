// The state of the candidate's desk: which screen, which pack, which session, and what the forms hold.
// The screens draw it; what they decide goes through desk_flow.h.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/app.h"
#include "app/candidate/question_review.h"
#include "app/settings.h"
#include "app/ui/task_view.h"
#include "engine/score/differences.h"
#include "engine/score/score.h"
#include "engine/session/session_store.h"

namespace biaokao {

enum class ScreenId { start, briefing, exam, review, result };

struct PackRow { // a pack that can be chosen, known by its pack.json only
    std::string path;
    Text title;
    int level = 0, minutes = 0;
    bool practice = false; // carries its key
};

struct StartForm {
    std::string name, ticket;
    Mode mode = Mode::drill;
    std::string pack_path;                       // typed or chosen
    std::set<std::string, std::less<>> left_out; // questions not taken in a drill
    std::vector<PackRow> packs;
    std::vector<SessionSummary> sessions;
    Problems pack_problems; // why the chosen pack cannot be used
    std::optional<Error> error;
    bool browsing = false;
    std::string browsed_folder;
};

struct DrillResult {
    std::shared_ptr<const Pack> pack; // with its key
    ScoreSheet sheet;
    std::string item; // the rubric item looked at
    CompareShow show = CompareShow::both;
    bool only_lost = false;
    bool only_differences = false;
    std::map<std::string, Differences> differences = {}; // by question, made when they are looked at
};

struct ExamLook { // how the exam screen is arranged; nothing of the answer
    bool sheet_shown = true;
    bool timer_shown = true;
    std::string tab = "work";         // below 1,000 virtual pixels: "list", "sheet", "work"
    std::int64_t warned_minutes = -1; // the last warning shown
    std::int64_t warning_shown = -1;  // the warning on the screen now; -1: none
    bool gap_seen = false;
};

struct SettingsDialog {
    bool open = false;
    std::string waiting_for; // the action whose new key is asked for
    std::string message;     // what became of the last one
};

struct Desk {
    Desk(const Services& services_in, const AppOptions& options);

    Services services;
    Ui ui;
    Settings settings;
    SessionStore store;
    ScreenId screen = ScreenId::start;
    StartForm form;
    std::shared_ptr<const Pack> pack; // never with its key
    std::unique_ptr<OpenSession> open;
    std::string question; // shown on the exam and the result screen
    std::map<std::string, std::unique_ptr<TaskView>, std::less<>> views;
    std::string viewed; // the question whose view was asked for last; the views of the others hold little memory
    ExamLook look;
    ReviewList reviews; // as the review screen last showed them
    std::optional<DrillResult> result;
    std::optional<Error> error; // shown in a dialog until it is read
    std::string copy_path;      // where a copy of the submission goes
    bool help_open = false;
    SettingsDialog settings_dialog;
    bool quit = false;    // close the window
    bool leaving = false; // the question "leave the session?" is open

    [[nodiscard]] Session* session() { return open ? open->session.get() : nullptr; }
    [[nodiscard]] const Session* session() const { return open ? open->session.get() : nullptr; }
    [[nodiscard]] const Question& current_question() const; // asserts that there is one
    [[nodiscard]] TaskView& view_of(const std::string& question_id);
};

} // namespace biaokao
