#include "app/replay.h"

#include <filesystem>

#include "app/candidate/desk.h"
#include "app/demo_script.h"
#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/window_program.h"
#include "engine/base/virtual_clock.h"

namespace biaokao {
namespace {

// Sessions of a demonstration live in a folder of their own that goes with it.
class TemporaryHome {
public:
    explicit TemporaryHome(Rng& rng)
        : path_((std::filesystem::temp_directory_path() / ("biaokao-" + make_uuid(rng))).string()) {}
    ~TemporaryHome() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryHome(const TemporaryHome&) = delete;
    TemporaryHome& operator=(const TemporaryHome&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

Result<void> take_picture(Files& files, Platform& platform, const std::string& folder, const std::string& name) {
    if (folder.empty()) return {};
    auto picture = platform.screenshot().and_then(encode_png);
    if (!picture) return tl::unexpected(picture.error());
    if (auto made = files.make_folders(folder); !made) return made;
    return files.replace(folder + "/" + name + ".png", *picture);
}

struct Stage {
    Files& files;
    Platform& platform;
    Driver& driver;
    const ReplayOptions& options;
};

Result<void> do_action(const Stage& stage, const DemoAction& action) {
    Driver& driver = stage.driver;
    switch (action.kind) {
    case DemoAction::Kind::click:
        return action.from ? driver.click_at(action.on, *action.from) : driver.click(action.on);
    case DemoAction::Kind::double_click:
        return action.from ? driver.double_click_at(action.on, *action.from) : driver.double_click(action.on);
    case DemoAction::Kind::drag:
        return driver.drag(action.on, action.from.value_or(Vec2{}), action.to.value_or(Vec2{}));
    case DemoAction::Kind::key: return driver.key(action.text);
    case DemoAction::Kind::type: return driver.type(action.text);
    case DemoAction::Kind::wait: return driver.wait(action.wait_ms);
    case DemoAction::Kind::shot:
        return take_picture(stage.files, stage.platform, stage.options.screenshot_folder, action.text);
    }
    return {};
}

Result<void> play(const Stage& stage, const DemoScript& script) {
    for (const DemoAction& action : script.actions)
        if (auto done = do_action(stage, action); !done) return tl::unexpected(done.error().within(action.where));
    return {};
}

Result<ScoreSheet> ending(const Desk& desk, const DemoScript& script, const ReplayOptions& options, Files& files) {
    if (!desk.result) return fail("error.demo_no_result", options.script);
    if (!options.save_path.empty()) {
        auto bytes = files.read(desk.open->path);
        if (!bytes) return tl::unexpected(bytes.error());
        if (auto saved = files.replace(options.save_path, *bytes); !saved) return tl::unexpected(saved.error());
    }
    const ScoreSheet& sheet = desk.result->sheet;
    if (!sheet.total || *sheet.total != script.expected_total)
        return fail("error.demo_score", options.script,
                    {{"expected", text_from_points(script.expected_total)},
                     {"reached", sheet.total ? text_from_points(*sheet.total) : "–"}});
    return sheet;
}

Result<std::unique_ptr<Platform>> open_platform(const ReplayOptions& options, HeadlessPlatform** headless) {
    if (options.watch)
        return make_window_platform({.width = options.width, .height = options.height, .title = "biaokao"});
    auto made = make_headless_platform(
        {.width = options.width, .height = options.height, .render = !options.screenshot_folder.empty()});
    if (!made) return tl::unexpected(made.error());
    *headless = made->get();
    return std::unique_ptr<Platform>(std::move(*made));
}

} // namespace

Result<ScoreSheet> replay_demo(const ReplayOptions& options, const Locales& locales) {
    const auto files = make_disk_files();
    auto script_bytes = files->read(options.script, 16 << 20);
    if (!script_bytes) return tl::unexpected(script_bytes.error());
    auto script = read_demo_script(*script_bytes, options.script);
    if (!script) return tl::unexpected(script.error());

    HeadlessPlatform* headless = nullptr;
    auto platform = open_platform(options, &headless);
    if (!platform) return tl::unexpected(platform.error());
    VirtualClock virtual_clock;
    const auto system_clock = make_system_clock();
    const auto rng = options.watch ? make_system_rng() : make_seeded_rng(1);
    const auto name_rng = make_system_rng();
    const TemporaryHome home(*name_rng);
    if (auto saved = save_settings(*files, home.path(),
                                   {.language = options.language, .theme = options.theme, .scale = options.scale});
        !saved)
        return tl::unexpected(saved.error());

    Workers workers(options.watch ? 2 : 0, [&] { (*platform)->wake(); });
    const Services services{.files = *files,
                            .clock = headless ? static_cast<const Clock&>(virtual_clock) : *system_clock,
                            .rng = *rng,
                            .platform = **platform,
                            .workers = workers,
                            .locales = locales,
                            .home = home.path(),
                            .pack_folder = shipped_pack_folder(*files)};
    const auto folder = std::filesystem::path(options.script).parent_path();
    App app(services,
            {.language = options.language, .pack_path = (folder / script->pack_path).lexically_normal().string()});
    Driver driver({.platform = **platform,
                   .probe = app.ui().probe(),
                   .workers = workers,
                   .frame = [&app] { return app.run_frame(); },
                   .pass_time =
                       [&](std::int64_t ms) {
                           virtual_clock.pass(ms);
                           if (headless) headless->advance(ms);
                       },
                   .watched = options.watch});
    if (options.watch) (*platform)->set_playback(true);
    if (auto played = play({*files, **platform, driver, options}, *script); !played)
        return tl::unexpected(played.error());
    return ending(app.desk(), *script, options, *files);
}

} // namespace biaokao
