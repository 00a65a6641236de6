#include "tasks/types/audio_segments/view_spectrogram.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/imgui_compat.h"

namespace biaokao::audio {

namespace {

constexpr int tile_columns = 256, tile_rows = 256;
constexpr double strongest_db = -10;   // against the peak: a voice spreads its power over many harmonics
constexpr std::size_t tiles_max = 160; // 40 MiB of textures: three full screens of both channels

std::vector<std::uint8_t> rgba_from_levels(const std::vector<std::uint8_t>& levels) {
    std::vector<std::uint8_t> rgba(levels.size() * 4, 255);
    for (std::size_t i = 0; i < levels.size(); ++i) rgba[4 * i + 3] = levels[i];
    return rgba;
}

std::int64_t frames_of_tile(std::int64_t frames_per_column) { return frames_per_column * tile_columns; }

ImVec2 point_at(double x, double y) { return {static_cast<float>(x), static_cast<float>(y)}; }

} // namespace

void SpectrogramTiles::begin_frame(TaskFrame& frame, const Waveform& wave, const SpectrogramSettings& settings) {
    platform_ = &frame.ui.platform();
    ++frame_number_;
    if (state_ && clip_ == wave.clip() && settings_ == settings) return forget_unused();
    clear();
    state_ = std::make_shared<State>();
    clip_ = wave.clip();
    settings_ = settings;
    top_db_ = 20 * std::log10(std::max(wave.peak(), 1e-3F)) + strongest_db;
}

void SpectrogramTiles::draw(TaskFrame& frame, const TimeAxis& axis, const WaveLayout& layout, int channel, double top,
                            double bottom) {
    const std::int64_t in_column = frames_per_column(settings_.fft_size, axis.seconds_per_px() * clip_->sample_rate);
    const auto tile_frames = static_cast<double>(frames_of_tile(in_column));
    const double rate = clip_->sample_rate;
    const auto first = static_cast<std::int64_t>(axis.start_s() * rate / tile_frames);
    const double end = std::min(axis.end_s() * rate, static_cast<double>(clip_->frames()));
    for (std::int64_t number = first; static_cast<double>(number) * tile_frames < end; ++number) {
        const Key key{channel, in_column, number};
        if (!state_->tiles.contains(key)) ask_for(frame, key);
        draw_tile(frame, axis, layout, key, top, bottom);
    }
}

void SpectrogramTiles::ask_for(TaskFrame& frame, const Key& key) {
    state_->tiles.try_emplace(key);
    ++state_->computing;
    const auto [channel, in_column, number] = key;
    const SpectrogramPart part{.channel = channel,
                               .first_frame = number * frames_of_tile(in_column),
                               .frames_per_column = in_column,
                               .columns = tile_columns,
                               .rows = tile_rows,
                               .top_db = top_db_};
    frame.workers.run([clip = clip_, settings = settings_, part, key,
                       for_whom = std::weak_ptr<State>(state_)]() -> std::function<void()> {
        if (for_whom.expired()) return [] {}; // other settings or another recording meanwhile
        auto rgba =
            std::make_shared<std::vector<std::uint8_t>>(rgba_from_levels(spectrogram_part(*clip, settings, part)));
        return [for_whom, key, rgba] {
            const auto state = for_whom.lock();
            if (!state) return;
            --state->computing;
            if (const auto tile = state->tiles.find(key); tile != state->tiles.end()) tile->second.rgba.swap(*rgba);
        };
    });
}

void SpectrogramTiles::draw_tile(const TaskFrame& frame, const TimeAxis& axis, const WaveLayout& layout, const Key& key,
                                 double top, double bottom) {
    Tile& tile = state_->tiles[key];
    tile.used = frame_number_;
    if (tile.texture.value == 0 && !tile.rgba.empty()) {
        tile.texture = platform_->create_texture(tile_columns, tile_rows, tile.rgba);
        tile.rgba = {};
    }
    if (tile.texture.value == 0) return;
    const auto [channel, in_column, number] = key;
    const double first_s = static_cast<double>(number * frames_of_tile(in_column)) / clip_->sample_rate;
    const double length_s = static_cast<double>(frames_of_tile(in_column)) / clip_->sample_rate;
    ImGui::GetWindowDrawList()->AddImage(
        compat::texture_id(tile.texture.value), point_at(layout.x_from_time(axis, first_s), top),
        point_at(layout.x_from_time(axis, first_s + length_s), bottom), {0, 0}, {1, 1}, frame.ui.theme().text);
}

// Tiles on their way stay: their worker's result would find no place.
void SpectrogramTiles::forget_unused() {
    if (state_->tiles.size() <= tiles_max) return;
    std::erase_if(state_->tiles, [&](const auto& entry) {
        const Tile& tile = entry.second;
        const bool on_its_way = tile.texture.value == 0 && tile.rgba.empty();
        if (on_its_way || tile.used + 1 >= frame_number_) return false;
        if (tile.texture.value != 0) platform_->destroy_texture(tile.texture);
        return true;
    });
}

void SpectrogramTiles::clear() {
    if (!state_) return;
    for (const auto& [key, tile] : state_->tiles)
        if (tile.texture.value != 0) platform_->destroy_texture(tile.texture);
    state_.reset();
}

void draw_frequency_axis(const Ui& ui, const SpectrogramSettings& settings, int sample_rate, const WaveLayout& layout,
                         double top, double bottom) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    double free_from = top;
    for (const double hz : {64'000.0, 32'000.0, 16'000.0, 8'000.0, 4'000.0, 2'000.0, 1'000.0, 500.0, 250.0}) {
        const double y = bottom - height_from_hz(settings, sample_rate, hz) * (bottom - top);
        if (y - ui.em() / 2 < free_from || y + ui.em() / 2 > bottom) continue; // no room for its words
        free_from = y + ui.em() / 2;
        list.AddLine(point_at(layout.in_screen.x, y), point_at(layout.in_screen.x + ui.px(8), y), ui.theme().accent,
                     ui.px(1));
        const std::string words = hz < 1'000 ? fmt::format("{} Hz", hz) : fmt::format("{} kHz", hz / 1'000);
        const ImVec2 place = point_at(layout.in_screen.x + ui.px(10), y - ui.em() / 2);
        const ImVec2 size = ImGui::CalcTextSize(words.c_str());
        list.AddRectFilled(place, {place.x + size.x, place.y + size.y}, with_opacity(ui.theme().window, 0.7));
        list.AddText(place, ui.theme().text, words.c_str());
    }
}

} // namespace biaokao::audio
