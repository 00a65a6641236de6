#include "app/window_program.h"

#include <cstdlib>
#include <filesystem>

#include "app/candidate/desk.h"
#include "app/platform/platform.h"
#include "app/probe_file.h"
#include "app/ui/frame_pacer.h"
#include "engine/base/asset_paths.h"

namespace biaokao {
namespace {

constexpr int worker_threads = 2;

std::string from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

void draw_until_closed(App& app, Platform& platform, ProbeFile& probe_file) {
    FramePacer pacer;
    std::uint64_t events_seen = platform.event_count();
    while (!app.closing()) {
        if (!app.run_frame() && app.may_close()) return;
        probe_file.update(app.ui().probe());
        const std::uint64_t events = platform.event_count();
        const bool happened = events != events_seen || app.animating();
        events_seen = events;
        if (const auto wait_ms = pacer.wait_ms(happened, app.next_change_in_ms()); wait_ms > 0) platform.wait(wait_ms);
    }
}

} // namespace

std::string shipped_pack_folder(const Files& files) {
    const std::string installed = asset_folder() + "/packs";
    const std::string in_source = asset_folder() + "/../tasks/packs";
    return std::filesystem::path(files.exists(installed) ? installed : in_source).lexically_normal().string();
}

Result<void> run_window_program(const AppOptions& options, const Locales& locales) {
    const auto files = make_disk_files();
    const auto clock = make_system_clock();
    const auto rng = make_system_rng();
    const std::string home = default_home();
    const std::string language = options.language.value_or(load_settings(*files, home).language);
    auto platform = make_window_platform({.title = std::string(locales.find(language, "app.window_title"))});
    if (!platform) return tl::unexpected(platform.error());
    Workers workers(worker_threads, [&] { (*platform)->wake(); });
    const Services services{.files = *files,
                            .clock = *clock,
                            .rng = *rng,
                            .platform = **platform,
                            .workers = workers,
                            .locales = locales,
                            .home = home,
                            .pack_folder = shipped_pack_folder(*files)};
    App app(services, options);
    ProbeFile probe_file(*files, from_environment("BIAOKAO_PROBE_FILE"));
    draw_until_closed(app, **platform, probe_file);
    return {};
}

} // namespace biaokao
