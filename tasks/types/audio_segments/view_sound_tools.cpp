#include "tasks/types/audio_segments/view_sound_tools.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"
#include "tasks/types/audio_segments/view_keys.h"
#include "tasks/types/audio_segments/view_tools.h"

namespace biaokao::audio {

namespace {

constexpr std::array fft_sizes{128, 256, 512, 1024, 2048, 4096, 8192};
constexpr std::array<std::string_view, 4> window_ids{"hann", "hamming", "blackman", "gaussian"}; // as the enum has them
constexpr std::array ranges_db{40, 50, 60, 70, 80, 90, 100};
constexpr std::array<std::string_view, 2> scale_ids{"linear", "mel"};
constexpr std::array tops_hz{4'000, 8'000, 24'000, 96'000};
constexpr float box_width_in_em = 6.5F;

struct DropDown { // a drop-down that stands in the tool bar
    std::string_view id, tooltip_key;
    std::vector<std::string> ids, labels;
};

// True when another one was chosen: `index` then tells which.
bool choose(Ui& ui, Workspace& work, const DropDown& box, std::size_t& index) {
    std::vector<Choice> choices;
    for (std::size_t i = 0; i < box.ids.size(); ++i) choices.push_back({box.ids[i], box.labels[i]});
    std::string selected = index < box.ids.size() ? box.ids[index] : std::string();
    same_line_if_fits(box_width_in_em * ui.em());
    const bool changed = choice_box(ui, box.id, selected, choices, box_width_in_em);
    tooltip_for_last_item(ui, ui.tr(box.tooltip_key));
    if (changed) {
        index = static_cast<std::size_t>(std::find(box.ids.begin(), box.ids.end(), selected) - box.ids.begin());
        work.focus.wanted = true;
    }
    return changed;
}

template <class Numbers>
bool choose_number(Ui& ui, Workspace& work, std::string_view id, const Numbers& numbers, std::string_view unit,
                   int& value) {
    DropDown box{id, std::string_view(), {}, {}};
    const std::string tooltip = fmt::format("audio.{}_hint", id);
    box.tooltip_key = tooltip;
    for (const int number : numbers) {
        box.ids.push_back(std::to_string(number));
        box.labels.push_back(unit.empty() ? std::to_string(number) : fmt::format("{} {}", number, unit));
    }
    auto index = static_cast<std::size_t>(std::find(numbers.begin(), numbers.end(), value) - numbers.begin());
    if (!choose(ui, work, box, index)) return false;
    value = numbers[index];
    return true;
}

template <class Enum, std::size_t count>
void choose_named(Ui& ui, Workspace& work, std::string_view id, const std::array<std::string_view, count>& names,
                  Enum& value) {
    DropDown box{id, std::string_view(), {}, {}};
    const std::string tooltip = fmt::format("audio.{}_hint", id);
    box.tooltip_key = tooltip;
    for (const std::string_view name : names) {
        box.ids.emplace_back(name);
        box.labels.emplace_back(ui.tr(fmt::format("audio.{}.{}", id, name)));
    }
    auto index = static_cast<std::size_t>(value);
    if (choose(ui, work, box, index)) value = static_cast<Enum>(index);
}

void speed_ui(Ui& ui, Workspace& work) {
    const double speed = work.player.speed();
    if (tool_button(ui, work, "slower", ui.tr("audio.slower"),
                    {.enabled = speed > speed_min, .action = "audio.slower"}))
        step_speed(work, -1);
    if (tool_button(ui, work, "speed", ui.tr("audio.speed", {{"speed", fmt::format("{:.1f}", speed)}}),
                    {.selected = speed != 1, .tooltip = ui.tr("audio.speed_hint")}))
        work.player.set_speed(1);
    if (tool_button(ui, work, "faster", ui.tr("audio.faster"),
                    {.enabled = speed < speed_max, .action = "audio.faster"}))
        step_speed(work, +1);
}

void spectrogram_settings_ui(Ui& ui, Workspace& work) {
    SpectrogramSettings& settings = work.spectrogram;
    choose_number(ui, work, "fft_size", fft_sizes, "", settings.fft_size);
    choose_named(ui, work, "window", window_ids, settings.window);
    int range_db = static_cast<int>(settings.range_db), top_hz = static_cast<int>(settings.top_hz);
    if (choose_number(ui, work, "range", ranges_db, "dB", range_db)) settings.range_db = range_db;
    choose_named(ui, work, "scale", scale_ids, settings.scale);
    if (choose_number(ui, work, "top", tops_hz, "Hz", top_hz)) settings.top_hz = top_hz;
}

} // namespace

void sound_tools_ui(TaskFrame& frame, Workspace& work) {
    Ui& ui = frame.ui;
    const bool ready = work.recording.wave() != nullptr;
    speed_ui(ui, work);
    if (ready && !work.recording.channels().empty() &&
        tool_button(ui, work, "channels", ui.tr("audio.channels"),
                    {.selected = work.channels_apart, .action = "audio.channels"}))
        work.channels_apart = !work.channels_apart;
    if (tool_button(ui, work, "spectrogram", ui.tr("audio.spectrogram"),
                    {.enabled = ready, .selected = work.with_spectrogram, .action = "audio.spectrogram"}))
        work.with_spectrogram = !work.with_spectrogram;
    if (ready && work.with_spectrogram) spectrogram_settings_ui(ui, work);
}

} // namespace biaokao::audio
