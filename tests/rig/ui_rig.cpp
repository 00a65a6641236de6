#include "tests/rig/ui_rig.h"

#include <doctest/doctest.h>

#include "app/settings.h"

namespace biaokao::test {
namespace {

const Locales& locales() {
    static const Locales loaded = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    return loaded;
}

} // namespace

UiRig::UiRig(RigOptions options) : options_(std::move(options)), files_(make_disk_files()), rng_(make_seeded_rng(7)) {
    if (options_.pack.empty()) {
        options_.pack = pack_folder_ / "small";
        SmallPack().write_to(*files_, options_.pack);
    }
    REQUIRE(save_settings(*files_, home(),
                          {.language = options_.language, .theme = options_.theme, .scale = options_.scale}));
    start_program();
}

UiRig::~UiRig() = default;

void UiRig::start_program() {
    auto platform =
        make_headless_platform({.width = options_.width, .height = options_.height, .render = options_.render});
    REQUIRE(platform);
    platform_ = std::move(*platform);
    workers_ = std::make_unique<Workers>(0, [this] { platform_->wake(); });
    services_ = std::make_unique<Services>(Services{.files = *files_,
                                                    .clock = clock_,
                                                    .rng = *rng_,
                                                    .platform = *platform_,
                                                    .workers = *workers_,
                                                    .locales = locales(),
                                                    .home = home(),
                                                    .pack_folder = pack_folder_.path()});
    app_ = std::make_unique<App>(*services_, AppOptions{.pack_path = options_.pack,
                                                        .mode = options_.mode,
                                                        .candidate_name = "张三",
                                                        .candidate_ticket = "20260101"});
    driver_ = std::make_unique<Driver>(DriverHost{.platform = *platform_,
                                                  .probe = app_->ui().probe(),
                                                  .workers = *workers_,
                                                  .frame = [this] { return app_->run_frame(); },
                                                  .pass_time =
                                                      [this](std::int64_t ms) {
                                                          clock_.pass(ms);
                                                          platform_->advance(ms);
                                                      }});
    done(driver_->settle());
}

void UiRig::done(const Result<void>& result) const {
    if (result) return;
    FAIL(Translator(locales(), "en").sentence(result.error()));
}

UiRig& UiRig::click(std::string_view id) { return done(driver_->click(id)), *this; }
UiRig& UiRig::double_click(std::string_view id) { return done(driver_->double_click(id)), *this; }
UiRig& UiRig::click_at(std::string_view canvas, Vec2 point) { return done(driver_->click_at(canvas, point)), *this; }
UiRig& UiRig::right_click_at(std::string_view canvas, Vec2 point) {
    return done(driver_->right_click_at(canvas, point)), *this;
}
UiRig& UiRig::drag(std::string_view canvas, Vec2 from, Vec2 to) { return done(driver_->drag(canvas, from, to)), *this; }
UiRig& UiRig::key(std::string_view chord) { return done(driver_->key(chord)), *this; }
UiRig& UiRig::type(std::string_view utf8) { return done(driver_->type(utf8)), *this; }
UiRig& UiRig::wait(std::int64_t ms) { return done(driver_->wait(ms)), *this; }

UiRig& UiRig::enter(const std::string& question) {
    const std::string side = seen("start/all/begin") ? "start/all/" : "start/right/";
    click(side + "begin").click("briefing/all/begin");
    if (desk().question == question) return *this;
    if (seen("exam/tab_list")) return click("exam/tab_list").click("exam/pane/questions/" + question);
    return click("exam/list/questions/" + question);
}

UiRig& UiRig::hand_in() {
    if (desk().screen == ScreenId::exam) click("exam/review");
    return click("review/all/hand_in").click("review/all/confirm/yes");
}

UiRig& UiRig::restart() {
    driver_.reset();
    app_.reset();
    services_.reset();
    workers_.reset();
    platform_.reset(); // before the next one: ImGui has one context
    start_program();
    return *this;
}

const Session& UiRig::session() const {
    REQUIRE(desk().session());
    return *desk().session();
}

std::string UiRig::work(std::string_view id) const {
    return (seen("exam/tab_list") ? "exam/pane/work/" : "exam/work_pane/work/") + std::string(id);
}

} // namespace biaokao::test
