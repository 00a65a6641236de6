// The audio desk alone on a screen without a window, with a real pack and a real session in memory: act by ids, then
// look at the session's answer.
#pragma once

#include <initializer_list>
#include <memory>
#include <set>
#include <string>

#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/ui/fonts.h"
#include "app/ui/task_view.h"
#include "engine/base/files.h"
#include "engine/pack/pack.h"
#include "tests/support/session_builder.h"

namespace biaokao::test {

struct AudioStageOptions {
    int width = 1000, height = 620;
    double scale = 1.0;
    std::string language = "en";
    ThemeId theme = ThemeId::light;
    bool render = false;        // with pictures and real fonts
    bool overlap = false;       // tools.overlap of the question
    std::string recording = {}; // the bytes of a WAV file, in place of the pack's own recording
};

class AudioStage {
public:
    explicit AudioStage(const AudioStageOptions& options = {});

    bool frame();
    [[nodiscard]] const Answer& answer() const { return sitting.session->answer(question.id); }
    // Object `id` of the answer; fails the test where it is absent.
    [[nodiscard]] const Object& object(const std::string& id) const;
    [[nodiscard]] Segment range(const std::string& id) const { return std::get<Segment>(object(id).shape); }
    [[nodiscard]] const Seen& seen(const std::string& id);
    // A segment put in as if it had been drawn before.
    void add(const std::string& id, const std::string& label, Segment range, const std::string& text = {});
    // Chords one after the other; fails the test where one is unknown.
    void press(std::initializer_list<const char*> chords);
    void finish_typing();
    // On the waveform, in seconds, with Shift held from before the press until after the release.
    void shift_drag(double from_s, double to_s);
    // The result screen's look: nothing to edit, both sides.
    void compare(Answer reference, std::vector<ObjectVerdict> verdicts, std::set<std::string> highlighted = {});
    void save_picture(const std::string& path); // PNG

    std::unique_ptr<Files> files; // outlives the pack, which reads its media when they are asked for
    std::shared_ptr<const Pack> pack;
    Question question;
    Sitting sitting;
    Locales locales;
    std::unique_ptr<HeadlessPlatform> platform;
    Ui ui;
    Fonts fonts;
    Workers workers{1, {}};
    std::unique_ptr<TaskView> view;
    Driver driver;

private:
    [[nodiscard]] TaskFrame task_frame();

    AudioStageOptions options_;
    Answer reference_;
    std::vector<ObjectVerdict> verdicts_;
    std::unique_ptr<Comparison> comparison_;
};

} // namespace biaokao::test
