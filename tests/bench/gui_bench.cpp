// What the window costs: the font atlas, the first frame, a frame of the exam screen, of a picture full of shapes and
// of a long text, and an idle window.
//
//   biaokao_gui_bench [PACK]
//
// Numbers are CPU time of this process, so that a busy machine does not change them, where wall time is not said.
// The last part needs a display.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

#include <imgui.h>

#include "app/app.h"
#include "app/candidate/desk.h"
#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/platform/input_queue.h"
#include "app/ui/fonts.h"
#include "app/ui/frame_pacer.h"
#include "app/window_program.h"
#include "engine/base/asset_paths.h"
#include "engine/base/virtual_clock.h"
#include "tasks/types/image_objects/shape_index.h"
#include "tests/bench/cpu_time.h"
#include "tests/bench/text_desk_bench.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;

namespace {

double cpu_ms() { return bench::process_cpu_ms(); }
double wall_ms() { return 1000 * bench::seconds_on(CLOCK_MONOTONIC); }

void measure_atlas() {
    for (const double scale : {1.0, 1.5, 2.0, 2.5}) {
        auto platform = make_headless_platform({.render = false});
        Fonts fonts(**platform, "");
        const double begin = cpu_ms();
        fonts.refresh(scale);
        const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        std::printf("font atlas at %3.0f %%        %6.1f ms  %d x %d\n", scale * 100, cpu_ms() - begin, atlas.TexWidth,
                    atlas.TexHeight);
    }
}

// The program on a platform, with one pack chosen and sessions in a folder that goes.
struct Program {
    Program(Platform& platform, const Clock& clock, const Locales& locales_in, const std::string& pack)
        : locales(locales_in),
          app({*files, clock, *rng, platform, workers, locales, home.path(), shipped_pack_folder(*files)},
              {.language = "zh", .pack_path = pack, .candidate_name = "考生", .candidate_ticket = "1"}),
          driver({.platform = platform,
                  .probe = app.ui().probe(),
                  .workers = workers,
                  .frame = [this] { return app.run_frame(); },
                  .pass_time = [](std::int64_t) {}}) {}

    bool begin_exam() {
        const auto begun =
            driver.click("start/right/begin").and_then([this] { return driver.click("briefing/all/begin"); });
        if (!begun) std::printf("%s %s\n", begun.error().code.c_str(), begun.error().args.back().second.c_str());
        return begun.has_value();
    }

    std::unique_ptr<Files> files = make_disk_files();
    std::unique_ptr<Rng> rng = make_system_rng();
    test::TempFolder home;
    Workers workers{0, {}};
    const Locales& locales;
    App app;
    Driver driver;
};

double median_frame_ms(Program& program, int frames) {
    std::vector<double> costs;
    for (int i = 0; i < frames; ++i) {
        const double begin = cpu_ms();
        program.app.run_frame();
        costs.push_back(cpu_ms() - begin);
    }
    std::nth_element(costs.begin(), costs.begin() + frames / 2, costs.end());
    return costs[static_cast<std::size_t>(frames / 2)];
}

void measure_frames(const Locales& locales, const std::string& pack) {
    for (const bool render : {false, true}) {
        const VirtualClock clock;
        const double begin = cpu_ms();
        auto platform = make_headless_platform({.render = render});
        if (!platform) continue;
        Program program(**platform, clock, locales, pack);
        program.app.run_frame();
        const double first = cpu_ms() - begin;
        if (!program.begin_exam()) return;
        std::printf("first frame %-14s  %6.1f ms\n", render ? "off screen" : "without driver", first);
        std::printf("exam frame %-15s  %6.2f ms median\n", render ? "off screen" : "without driver",
                    median_frame_ms(program, 300));
    }
}

// A polygon of `points` corners in its place of a grid that covers the picture.
Object polygon_of_grid(const Question& question, int index, int columns, int points) {
    constexpr double width = 1280, height = 960;
    const double pitch_x = width / columns, pitch_y = height / columns;
    const Vec2 centre{(index % columns + 0.5) * pitch_x, (index / columns + 0.5) * pitch_y};
    Polygon polygon;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points, radius = i % 2 == 0 ? 0.45 : 0.35;
        polygon.points.push_back(
            {centre.x + std::cos(angle) * pitch_x * radius, centre.y + std::sin(angle) * pitch_y * radius});
    }
    Object object;
    object.item = question.items.front().id;
    object.label = question.labels.objects.front().id;
    object.shape = std::move(polygon);
    return object;
}

// A picture full of polygons: a frame while the view zooms, a vertex that moves, a click that looks for its shape.
void measure_shapes(const Locales& locales, const std::string& pack, int count) {
    constexpr int points = 40, frames = 60;
    const VirtualClock clock;
    auto platform = make_headless_platform({.render = false});
    Program program(**platform, clock, locales, pack);
    program.app.run_frame();
    if (!program.begin_exam()) return;
    Session& session = *program.app.desk().open->session;
    const Question& question = *program.app.desk().pack->find_question(program.app.desk().question);
    Patch patch;
    const int columns = static_cast<int>(std::ceil(std::sqrt(count)));
    for (int i = 0; i < count; ++i)
        patch.push_back({Change::Op::add, "/objects/o" + std::to_string(i + 1),
                         json_from_object(polygon_of_grid(question, i, columns, points))});
    if (!session.apply({"edit.draw_polygon", question.id, std::move(patch)})) return;
    program.app.run_frame();
    const auto wheel_frames = [&](double steps) {
        static_cast<void>(program.driver.wheel("exam/work_pane/work/canvas", steps));
        std::vector<double> costs;
        for (int i = 0; i < frames; ++i) {
            (*platform)->input().wheel(i % 2 == 0 ? 1.0f : -1.0f, 0);
            const double begin = cpu_ms();
            program.app.run_frame();
            costs.push_back(cpu_ms() - begin);
        }
        std::nth_element(costs.begin(), costs.begin() + frames / 2, costs.end());
        return costs[frames / 2];
    };
    const double whole = wheel_frames(0), near = wheel_frames(20);
    std::vector<double> edits;
    for (int i = 0; i < frames; ++i) {
        const double begin = cpu_ms();
        static_cast<void>(
            session.apply({"edit.change_shape",
                           question.id,
                           {{Change::Op::replace, "/objects/o1/polygon/0", json_from_point(Vec2{10.0 + i, 10})}}}));
        program.app.run_frame();
        edits.push_back(cpu_ms() - begin);
    }
    std::nth_element(edits.begin(), edits.begin() + frames / 2, edits.end());
    image_objects::ShapeIndex index;
    const auto& shapes = index.of(session.answer(question.id), question.items.front().id, 1, {{}, {}, {}});
    const double begin = cpu_ms();
    std::size_t hits = 0;
    for (int i = 0; i < 1000; ++i) hits += image_objects::shapes_under(shapes, {i * 1.2, i * 0.9}, {2, 6}).size();
    const double pick = (cpu_ms() - begin) / 1000;
    std::printf(
        "%5d polygons of %d points: frame, whole picture %6.2f ms, near %6.2f ms; edit with its frame %6.2f ms; "
        "pick %.4f ms (%zu hits)\n",
        count, points, whole, near, edits[frames / 2], pick, hits);
}

void measure_idle(const Locales& locales, const std::string& pack, int width, int height) {
    const double begin = wall_ms();
    auto platform = make_window_platform({.width = width, .height = height, .title = "biaokao", .icon = {}});
    if (!platform) {
        std::printf("idle window: skipped, no display\n");
        return;
    }
    const auto clock = make_system_clock();
    Program program(**platform, *clock, locales, pack);
    program.app.run_frame();
    const double first = wall_ms() - begin;
    if (!program.begin_exam()) return;
    FramePacer pacer;
    std::uint64_t seen = 0;
    const double idle_wall = wall_ms(), idle_cpu = cpu_ms();
    int frames = 0;
    for (; wall_ms() - idle_wall < 10'000; ++frames) {
        program.app.run_frame();
        const bool happened = std::exchange(seen, (*platform)->event_count()) != (*platform)->event_count();
        const auto wait_ms = pacer.wait_ms(happened || program.app.animating(), program.app.next_change_in_ms());
        if (wait_ms > 0) (*platform)->wait(wait_ms);
    }
    std::printf("window %dx%d: first frame %.0f ms wall; idle with an exam open %.2f %% of a core, %d frames in 10 s\n",
                width, height, first, (cpu_ms() - idle_cpu) / (wall_ms() - idle_wall) * 100, frames);
}

} // namespace

int main(int argc, char** argv) {
    const auto files = make_disk_files();
    const auto locales = Locales::load(*files, asset_folder() + "/locales");
    if (!locales) return 1;
    const std::string pack = argc > 1 ? argv[1] : shipped_pack_folder(*files) + "/l5-starter";
    measure_atlas();
    measure_frames(*locales, pack);
    for (const int count : {50, 500, 5000}) measure_shapes(*locales, pack, count);
    bench::measure_text_desk(*locales);
    measure_idle(*locales, pack, 1366, 768);
    measure_idle(*locales, pack, 1920, 1080);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory of all this      %6.0f MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
    return 0;
}
