#include "tasks/types/audio_segments/view_facts.h"

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/widgets.h"
#include "engine/media/time_text.h"

namespace biaokao::audio {

namespace {

std::string level_text(const std::optional<double>& level, std::string_view unit) {
    return level ? fmt::format("{:.1f} {}", *level, unit) : fmt::format("−∞ {}", unit);
}

void fact_ui(Ui& ui, std::string_view id, const std::string& value) {
    const std::string title(ui.tr(fmt::format("audio.fact.{}", id)));
    clipped_text(ui, id, fmt::format("{}  {}", title, value), ImGui::GetContentRegionAvail().x);
}

void facts_ui(Ui& ui, const MeasuredFacts& facts) {
    const Scope scope(ui, "facts");
    const AudioFacts& file = facts.file;
    const AudioLevels& levels = facts.levels;
    fact_ui(ui, "format", file.format);
    fact_ui(ui, "rate", fmt::format("{} Hz", file.sample_rate));
    fact_ui(ui, "bits", file.bits > 0 ? fmt::format("{} bit", file.bits) : std::string(ui.tr("audio.fact.lossy")));
    fact_ui(ui, "channels", std::to_string(file.channels));
    fact_ui(ui, "duration", fmt::format("{} ({:.3f} s)", time_text(file.duration_s()), file.duration_s()));
    fact_ui(ui, "peak", level_text(levels.peak_db, "dBFS"));
    fact_ui(ui, "clipped", std::to_string(levels.clipped_samples));
    fact_ui(ui, "loudness", level_text(levels.loudness_lufs, "LUFS"));
    fact_ui(ui, "rms", level_text(levels.rms_db, "dBFS"));
    fact_ui(ui, "silence", fmt::format("{:.1f} %", levels.silence_share * 100));
    tooltip_for_last_item(ui, ui.tr("audio.fact.silence_hint", {{"level", fmt::format("{}", silence_below_db)}}));
    fact_ui(ui, "noise", level_text(levels.noise_db, "dBFS"));
    tooltip_for_last_item(ui, ui.tr("audio.fact.noise_hint"));
}

} // namespace

void RecordingPanel::draw_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item) {
    Ui& ui = frame.ui;
    const bool has_form = !frame.question.fields_of(item).empty();
    const bool open = open_.value_or(has_form);
    if (button(ui, "facts", ui.tr(open ? "audio.facts_hide" : "audio.facts_show"),
               {.look = ButtonLook::quiet, .enabled = work.recording.wave() != nullptr, .selected = open})) {
        open_ = !open;
        work.focus.wanted = true;
    }
    if (open) {
        if (const MeasuredFacts* facts = work.recording.facts()) facts_ui(ui, *facts);
        else text(ui, ui.tr("audio.facts_measuring"), TextLook::dim);
    }
    if (has_form) fields_.draw_fields_ui(frame, item);
}

} // namespace biaokao::audio
