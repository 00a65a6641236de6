// The program as a window shows it: one frame after another from the state of the candidate's desk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/services.h"
#include "app/ui/ui.h"
#include "engine/session/journal.h"

namespace biaokao {

struct Desk;
struct Pack;
class Fonts;

struct AppOptions {
    std::optional<std::string> language; // from the command line; else the saved setting
    std::string pack_path;               // chosen at once
    Mode mode = Mode::drill;
    std::string candidate_name, candidate_ticket;
};

class App {
public:
    App(const Services& services, const AppOptions& options);
    ~App(); // leaves an open session: everything committed is written
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    // Before Platform::begin_frame: new fonts, theme and scale where they changed, results of workers.
    void before_frame();
    // Draws one frame. Between Platform::begin_frame and end_frame.
    void frame();
    // One whole frame. False when the window was closed.
    bool run_frame();

    // The person wants to close the window: true when nothing speaks against it, else a dialog asks (a running exam).
    [[nodiscard]] bool may_close();
    [[nodiscard]] bool closing() const; // the dialog said yes

    // How long nothing will change by itself: the next tick of the exam clock, a note that goes.
    [[nodiscard]] std::int64_t next_change_in_ms() const;
    [[nodiscard]] bool animating() const;
    [[nodiscard]] Ui& ui();
    [[nodiscard]] const Desk& desk() const;

private:
    void apply_settings();

    std::unique_ptr<Desk> desk_;
    std::unique_ptr<Fonts> fonts_;
    double applied_scale_ = 0; // what the style was last set for
    std::string applied_theme_;
    std::shared_ptr<const Pack> covered_pack_; // whose characters the font has
};

} // namespace biaokao
