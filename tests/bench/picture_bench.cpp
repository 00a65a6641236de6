// What pictures cost: large ones of three sizes from the first frame until the middle is seen and until all is whole,
// the next one when its neighbour was read ahead, and the memory before, during, at the peak, and after the question is
// left.
//
//   biaokao_picture_bench
//
// Draws off screen with real threads; times are wall time, and the processor draws where there is no card.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include <imgui.h>

#include "app/platform/headless.h"
#include "app/platform/input_queue.h"
#include "app/ui/task_view.h"
#include "app/ui/theme.h"
#include "engine/base/asset_paths.h"
#include "engine/base/files.h"
#include "tasks/types/task_types.h"
#include "tests/support/encoded_pictures.h"
#include "tests/support/small_pack.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

double now_ms() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since).count();
}

// VmRSS or VmHWM of this process, in MB.
double memory_mb(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
}

// What was used at the most since the last call counts from now on (Linux 4.0 and later).
void reset_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

// Smooth ground with grain, so that the files are as large as those of cameras.
Color ground(int x, int y) {
    const unsigned noise = (static_cast<unsigned>(x) * 2654435761u ^ static_cast<unsigned>(y) * 2246822519u) >> 27;
    return {static_cast<std::uint8_t>(x / 40 + static_cast<int>(noise)),
            static_cast<std::uint8_t>(y / 40 + static_cast<int>(noise)), static_cast<std::uint8_t>((x + y) / 80)};
}

// The workspace on a question with two pictures.
class Desk {
public:
    Desk(const Locales& locales, const std::string& first, const std::string& second)
        : platform_(std::move(*make_headless_platform({.width = 1366, .height = 768, .render = true}))),
          ui_(locales, *platform_), workers_(2, {}) {
        SmallPack pack;
        pack.write("media/yard.png", first).write("media/lane.png", second);
        pack_ = pack.load();
        apply_theme(ui_.theme_id, 1);
        question_ = pack_->find_question("boxes");
        view_ = make_task_view("image_objects");
    }
    ~Desk() { view_.reset(); }

    void frame(bool with_view = true) {
        workers_.take_results();
        platform_->begin_frame();
        ui_.begin_frame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration);
        TaskFrame frame{.ui = ui_,
                        .workers = workers_,
                        .pack = *pack_,
                        .type = *find_task_type("image_objects"),
                        .question = *question_,
                        .answer = answer_,
                        .editable = true,
                        .revision = [] { return std::uint64_t{1}; },
                        .new_object_id = [] { return std::string("o1"); },
                        .emit = [](std::string_view, Patch) {}};
        if (with_view) view_->draw_ui(frame);
        ImGui::End();
        ui_.end_frame();
        platform_->end_frame();
    }
    // Milliseconds until the canvas shows the picture, and until nothing moves any more.
    std::pair<double, double> until_seen() {
        const double begin = now_ms();
        double seen = 0;
        do {
            frame();
            if (seen == 0 && !ui_.probe().find("picture_state") && painted()) seen = now_ms() - begin;
        } while (view_->animating() || seen == 0);
        return {seen, now_ms() - begin};
    }
    void show(std::string_view item) { view_->show(item, ""); }
    void leave() {
        view_->put_away();
        while (!workers_.idle()) workers_.take_results();
        for (int i = 0; i < 3; ++i) frame(false);
    }
    void wheel(float steps) {
        platform_->set_mouse(500, 400);
        frame();
        platform_->add_wheel(steps, 0);
    }

private:
    // The middle of the canvas is no longer bare ground.
    bool painted() {
        const auto canvas = ui_.probe().find("canvas");
        const auto image = platform_->screenshot();
        if (!canvas || !image) return false;
        const Box& at = canvas->in_screen;
        const auto pixel = static_cast<std::size_t>(at.y + at.height / 2) * static_cast<std::size_t>(image->width) +
                           static_cast<std::size_t>(at.x + at.width / 2);
        const std::uint32_t bare = ui_.theme().canvas;
        return image->rgba[pixel * 4] != (bare & 0xff) || image->rgba[pixel * 4 + 1] != ((bare >> 8) & 0xff);
    }

    std::unique_ptr<HeadlessPlatform> platform_;
    Ui ui_;
    Workers workers_;
    std::shared_ptr<const Pack> pack_;
    const Question* question_ = nullptr;
    Answer answer_;
    std::unique_ptr<TaskView> view_;
};

void measure_large(const Locales& locales, const char* name, int side, const std::string& bytes) {
    Desk desk(locales, bytes, png_bytes(320, 240, ground));
    desk.frame(false);
    const double base = memory_mb("VmRSS");
    reset_peak();
    const auto [seen, whole] = desk.until_seen();
    const double held = memory_mb("VmRSS");
    desk.wheel(30); // to original pixels
    const auto [zoomed, sharp] = desk.until_seen();
    const double close = memory_mb("VmRSS"), peak = memory_mb("VmHWM");
    desk.leave();
    std::printf("%-16s %5d x %5d %5.1f MB file: seen %5.0f ms, still %5.0f ms, zoomed in %4.0f ms; resident %4.0f MB "
                "before, %4.0f "
                "whole, %4.0f close, %4.0f peak, %4.0f left\n",
                name, side, side, static_cast<double>(bytes.size()) / 1e6, seen, whole, sharp, base, held, close, peak,
                memory_mb("VmRSS"));
    static_cast<void>(zoomed);
}

void measure_next(const Locales& locales) {
    const std::string picture = jpeg_bytes(6000, 4000, ground, {.quality = 85});
    Desk desk(locales, picture, picture);
    const auto [first, whole] = desk.until_seen();
    desk.show("lane");
    const auto [next, still] = desk.until_seen();
    std::printf("24 megapixels: first seen %5.0f ms, neighbour read ahead after %5.0f ms; next seen %4.0f ms, still "
                "%4.0f ms; resident %4.0f MB\n",
                first, whole, next, still, memory_mb("VmRSS"));
}

} // namespace

int main() {
    const auto locales = Locales::load(*make_disk_files(), asset_folder() + "/locales");
    if (!locales) return 1;
    if (!make_headless_platform({.render = true})) {
        std::printf("skipped: nothing can be drawn off screen here\n");
        return 0;
    }
    for (const int side : {2'500, 5'000, 10'000}) {
        measure_large(*locales, "JPEG", side, jpeg_bytes(side, side, ground, {.quality = 85}));
        measure_large(*locales, "progressive JPEG", side,
                      jpeg_bytes(side, side, ground, {.progressive = true, .quality = 85}));
        measure_large(*locales, "PNG", side, png_bytes(side, side, ground, PngLook{.compression = 1}));
    }
    measure_next(*locales);
    return 0;
}
