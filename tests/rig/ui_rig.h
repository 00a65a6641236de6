// The whole program without a window: its real screens on a virtual clock, driven by widget ids as a user would.
#pragma once

#include <memory>
#include <string>

#include "app/app.h"
#include "app/candidate/desk.h"
#include "app/driver.h"
#include "app/platform/headless.h"
#include "engine/base/virtual_clock.h"
#include "tests/support/small_pack.h"
#include "tests/support/temp_folder.h"

namespace biaokao::test {

struct RigOptions {
    std::string language = "zh";
    int width = 1366, height = 768;
    double scale = 1.0;
    std::string theme = "light";
    Mode mode = Mode::drill;
    bool render = false; // true: pictures can be taken (EGL)
    std::string pack;    // a folder; empty: the small pack, written for this rig
};

// Verbs fail the test with the driver's message when they cannot be done.
class UiRig {
public:
    explicit UiRig(RigOptions options = {});
    ~UiRig();
    UiRig(const UiRig&) = delete;
    UiRig& operator=(const UiRig&) = delete;

    UiRig& click(std::string_view id);
    UiRig& double_click(std::string_view id);
    UiRig& click_at(std::string_view canvas, Vec2 point);
    UiRig& right_click_at(std::string_view canvas, Vec2 point);
    UiRig& drag(std::string_view canvas, Vec2 from, Vec2 to);
    UiRig& key(std::string_view chord);
    UiRig& type(std::string_view utf8);
    UiRig& wait(std::int64_t ms);
    // From the start screen through the briefing to this question, the clock running.
    UiRig& enter(const std::string& question);
    // The review, "hand in", "yes".
    UiRig& hand_in();
    // The program ends without leaving its session properly, and is started again in the same home.
    UiRig& restart();

    [[nodiscard]] const Seen* seen(std::string_view id) const { return app().ui().probe().find(id); }
    [[nodiscard]] App& app() const { return *app_; }
    [[nodiscard]] const Desk& desk() const { return app_->desk(); }
    [[nodiscard]] const Session& session() const;
    [[nodiscard]] const Answer& answer(std::string_view question) const { return session().answer(question); }
    [[nodiscard]] HeadlessPlatform& platform() { return *platform_; }
    [[nodiscard]] VirtualClock& clock() { return clock_; }
    [[nodiscard]] std::string home() const { return home_.path(); }
    // "exam/work_pane/work/canvas" in a wide window, "exam/pane/work/canvas" in a narrow one.
    [[nodiscard]] std::string work(std::string_view id) const;

private:
    void start_program();
    void done(const Result<void>& result) const;

    RigOptions options_;
    TempFolder home_, pack_folder_;
    std::unique_ptr<Files> files_;
    VirtualClock clock_;
    std::unique_ptr<Rng> rng_;
    std::unique_ptr<HeadlessPlatform> platform_;
    std::unique_ptr<Workers> workers_;
    std::unique_ptr<Services> services_;
    std::unique_ptr<App> app_;
    std::unique_ptr<Driver> driver_;
};

} // namespace biaokao::test
