// The audio desk: waveform, transcript, side panel. What each part does stands in its own file.
#include <imgui.h>

#include "app/platform/platform.h"
#include "app/ui/imgui_compat.h"
#include "app/ui/labelling/item_marks.h"
#include "app/ui/labelling/item_strip.h"
#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/task_view.h"
#include "app/ui/widgets.h"
#include "tasks/types/audio_segments/view_compare.h"
#include "tasks/types/audio_segments/view_edits.h"
#include "tasks/types/audio_segments/view_grid.h"
#include "tasks/types/audio_segments/view_keys.h"
#include "tasks/types/audio_segments/view_mouse.h"
#include "tasks/types/audio_segments/view_overview.h"
#include "tasks/types/audio_segments/view_segment_panel.h"
#include "tasks/types/audio_segments/view_sound.h"
#include "tasks/types/audio_segments/view_sound_tools.h"
#include "tasks/types/audio_segments/view_tools.h"
#include "tasks/types/audio_segments/view_transcript.h"

namespace biaokao {

namespace audio {

namespace {

// Where there is little height the overview goes first, then the transcript moves into the side panel.
constexpr float canvas_height_min_in_em = 5;
constexpr float compared_texts_share = 0.45F, grid_share = 0.42F;
constexpr float compact_below_in_em = 14; // of the whole desk: the zoom buttons move into the side panel

class AudioSegmentsView final : public TaskView {
public:
    void draw_ui(TaskFrame& frame) override;
    void show(std::string_view item, std::string_view object) override;
    [[nodiscard]] const std::string& current_item() const override { return item_; }
    void cancel_gesture() override;
    void finish_typing(TaskFrame& frame) override;
    [[nodiscard]] bool animating() const override;

private:
    void take_up_recording(TaskFrame& frame, const ItemSpec& item);
    void read_pieces(const TaskFrame& frame);
    void reveal_wanted(const TaskFrame& frame);
    void canvas_part_ui(TaskFrame& frame);
    void canvas_ui(TaskFrame& frame, float height);
    void draw_canvas(TaskFrame& frame, const WaveLayout& layout, const std::vector<Piece>& reference);
    void draw_own_segments(TaskFrame& frame, const WaveLayout& layout);
    void more_tools_ui(TaskFrame& frame);
    void side_ui(TaskFrame& frame, const ItemSpec& item);

    std::string item_, to_reveal_;
    std::pair<std::string, int> followed_; // the selected segment and its tier, in the last frame
    std::unique_ptr<Workspace> work_;      // made in the first frame: only then the platform's sound is known
    WorkspaceLayout layout_;
    WaveMouse mouse_;
    SpectrogramTiles spectrogram_;
    Overview overview_;
    TranscriptField transcript_;
    SegmentGrid grid_;
    SegmentPanel panel_;
    ItemMarks marks_;
    bool transcript_in_side_ = false, compact_ = false, narrow_ = false, side_shown_ = true;
};

void AudioSegmentsView::draw_ui(TaskFrame& frame) {
    if (!work_) {
        work_ = std::make_unique<Workspace>(frame.ui.platform().sound());
        work_->list.remove = [work = work_.get()](TaskFrame& in, const ObjectIds& ids) {
            delete_segments(in, *work, ids);
        };
    }
    const ItemSpec* item = frame.question.find_item(item_);
    if (item == nullptr) item = &frame.question.items.front();
    if (frame.question.items.size() > 1) {
        item_ = item->id;
        const std::string before = item_;
        if (item_strip_ui(frame, item_) && item_ != before) cancel_gesture();
        item = frame.question.find_item(item_);
    }
    item_ = item->id;
    take_up_recording(frame, *item);
    act_on_keys(frame, *work_, transcript_);
    marks_.act_on_keys(frame);
    read_pieces(frame);
    if (transcript_.wanted() && transcript_in_side_) layout_.panel_open = true;
    compact_ = ImGui::GetContentRegionAvail().y < compact_below_in_em * frame.ui.em();
    narrow_ = workspace_is_narrow(frame.ui);
    side_shown_ = layout_.panel_open || !narrow_;
    workspace_ui(
        frame.ui, layout_,
        [&] {
            play_tools_ui(frame, *work_);
            if (!compact_) more_tools_ui(frame);
            // The panel that has them at its foot may be folded, and is short.
            if (narrow_ && frame.comparison == nullptr) marks_.buttons_ui(frame, item_, false);
        },
        [&] { canvas_part_ui(frame); }, [&] { side_ui(frame, *item); }, frame.comparison != nullptr);
    if (const auto done = marks_.carry_out(frame, item_, [&] { finish_typing(frame); })) {
        if (!done->item.empty()) {
            cancel_gesture();
            show(done->item, done->object);
        }
        work_->focus.wanted = true;
    }
}

void AudioSegmentsView::more_tools_ui(TaskFrame& frame) {
    view_tools_ui(frame, *work_, transcript_);
    sound_tools_ui(frame, *work_);
}

void AudioSegmentsView::take_up_recording(TaskFrame& frame, const ItemSpec& item) {
    Workspace& work = *work_;
    if (work.item != item.id) {
        work.item = item.id;
        work.shown_wave = nullptr;
        work.player.pause();
        work.selection.clear();
        work.range.reset();
        work.marked_start_s.reset();
    }
    work.recording.open(frame, item);
    const Waveform* wave = work.recording.wave();
    if (wave != nullptr && wave != work.shown_wave) {
        work.shown_wave = wave;
        work.player.set_clip(wave->clip());
        work.axis.set_recording(wave->clip()->duration_s(), wave->clip()->sample_rate);
        work.amplitude = 1;
        if (work.spectrogram.fft_size == 0) work.spectrogram.fft_size = fft_size_for(wave->clip()->sample_rate);
    }
    const bool was_playing = work.player.playing();
    work.player.update();
    if (was_playing) work.axis.page_to(work.player.cursor_s());
    read_pieces(frame);
    reveal_wanted(frame);
}

// Again after everything that may have changed the answer: what is drawn must exist.
void AudioSegmentsView::read_pieces(const TaskFrame& frame) {
    Workspace& work = *work_;
    work.pieces = pieces_of(frame.answer, work.item, frame.question.labels);
    work.shown.clear();
    for (const Piece& piece : work.pieces)
        if (!work.list.hidden.contains(piece.id)) work.shown.push_back(piece);
    work.overlapping.clear();
    if (frame.question.tools.overlap == Overlap::warn)
        for (const auto& [later, earlier] : overlapping_pairs(work.pieces)) {
            work.overlapping.insert(later);
            work.overlapping.insert(earlier);
        }
    if (frame.comparison == nullptr) work.selection.keep_existing(frame.answer.objects, work.item);
    // The present tier follows the selection, but a press on another tier's lane may leave it before the next one.
    const Piece* piece = work.selected_piece();
    const std::pair followed(work.selection.anchor(), piece == nullptr ? -1 : piece->tier);
    if (piece != nullptr && followed != followed_) work.tier = piece->tier;
    followed_ = followed;
}

// What show() asked for, once the recording is there and its width is known.
void AudioSegmentsView::reveal_wanted(const TaskFrame& frame) {
    Workspace& work = *work_;
    if (to_reveal_.empty() || work.recording.wave() == nullptr || work.axis.width_px() <= 1) return;
    work.selection.choose(to_reveal_);
    work.list.scroll_to = to_reveal_;
    const Piece* piece = find_piece(work.pieces, to_reveal_);
    const auto reference = reference_pieces(frame, work);
    if (piece == nullptr) piece = find_piece(reference, to_reveal_);
    if (piece != nullptr) work.axis.reveal(piece->range.start_s, piece->range.end_s);
    to_reveal_.clear();
}

void AudioSegmentsView::canvas_part_ui(TaskFrame& frame) {
    Ui& ui = frame.ui;
    if (const Error* error = work_->recording.error())
        return paragraphs(ui, ui.translator().sentence(*error), TextLook::bad);
    if (work_->recording.wave() == nullptr) return text_seen(ui, "loading", ui.tr("audio.loading"), TextLook::dim);
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    const float status = ImGui::GetTextLineHeight() + spacing;
    // Beside a score sheet there is no room at the side: the compared texts then stand below the waveform.
    const float compared = side_shown_ ? 0 : compared_texts_share * ImGui::GetContentRegionAvail().y;
    const bool grid = work_->with_grid && frame.editable;
    const float field = frame.comparison != nullptr ? compared
                        : grid                      ? grid_share * ImGui::GetContentRegionAvail().y
                                                    : 2 * ImGui::GetFrameHeight() + spacing;
    const float overview = Overview::height(ui) + spacing;
    const float available = ImGui::GetContentRegionAvail().y - status, wanted = canvas_height_min_in_em * ui.em();
    transcript_in_side_ = available - field < wanted;
    const float below = transcript_in_side_ ? 0 : field;
    const bool with_overview = available - below - overview >= wanted;
    canvas_ui(frame, available - below - (with_overview ? overview : 0));
    if (with_overview) overview_.draw_ui(frame, *work_);
    status_ui(frame, *work_);
    if (transcript_in_side_ || field <= 0) return;
    if (frame.comparison != nullptr) {
        const Panel texts(ui, "texts", 0, field - spacing);
        return compare_panel_ui(frame, *work_);
    }
    // A child beside the canvas, not its parent: the canvas takes the keyboard back from a parent that got it by
    // chance.
    compat::begin_child("###transcript_part", {0, field - spacing}, false, ImGuiWindowFlags_None);
    if (grid) grid_.draw_ui(frame, *work_, transcript_);
    else transcript_.draw_ui(frame, *work_);
    ImGui::EndChild();
}

void AudioSegmentsView::canvas_ui(TaskFrame& frame, float height) {
    Workspace& work = *work_;
    const float width = ImGui::GetContentRegionAvail().x;
    work.axis.set_width(width);
    const Vec2 corner{ImGui::GetCursorScreenPos().x, ImGui::GetCursorScreenPos().y};
    const auto screen_from_content = [axis = work.axis, corner, height](Vec2 content) {
        return Vec2{corner.x + axis.x_from_time(content.x), corner.y + content.y * height};
    };
    const CanvasArea area(frame.ui, "canvas", {width, height}, work.focus, screen_from_content);
    const auto reference = reference_pieces(frame, work);
    const WaveLayout layout =
        lay_out_wave(frame.ui, area.in_screen, tier_lanes(work.pieces, tier_count(frame.question.labels)),
                     reference.empty() ? 0 : lane_count(reference), work.with_spectrogram);
    mouse_.update(frame, work, area, layout);
    read_pieces(frame);
    draw_canvas(frame, layout, reference);
}

void AudioSegmentsView::draw_canvas(TaskFrame& frame, const WaveLayout& layout, const std::vector<Piece>& reference) {
    const Ui& ui = frame.ui;
    const Workspace& work = *work_;
    draw_time_axis(ui, work.axis, layout);
    draw_sound(frame, work, spectrogram_, layout);
    draw_tiers(ui, frame.question.labels.tiers, work.tier, layout);
    const auto& preview = mouse_.preview();
    if (shows_own_work(frame)) draw_own_segments(frame, layout);
    draw_tier_names(ui, frame.question.labels.tiers, work.tier, layout);
    for (const Piece& piece : reference)
        draw_segment(ui, work.axis, layout, piece.range, piece.lane, true, look_of(frame, work, piece.id, true));
    if (work.range) draw_range(ui, work.axis, layout, *work.range);
    if (preview && preview->moved.empty()) draw_range(ui, work.axis, layout, preview->range);
    if (preview && preview->snapped_s) draw_time_line(ui, work.axis, layout, *preview->snapped_s, ui.theme().good, 2);
    if (work.marked_start_s) draw_time_line(ui, work.axis, layout, *work.marked_start_s, ui.theme().accent, 2);
    draw_time_line(ui, work.axis, layout, work.player.cursor_s(), ui.theme().bad, 1.5F);
}

void AudioSegmentsView::draw_own_segments(TaskFrame& frame, const WaveLayout& layout) {
    const Ui& ui = frame.ui;
    const Workspace& work = *work_;
    for (const Piece& piece : work.shown) {
        SegmentLook look = look_of(frame, work, piece.id, false);
        look.lane_only = piece.tier != work.tier;
        look.contiguous = piece.contiguous;
        draw_segment(ui, work.axis, layout, mouse_.range_of(piece), piece.lane, false, look);
    }
    for (const Piece& piece : work.pieces) // over the tints of both neighbours
        if (piece.contiguous)
            draw_boundary(ui, work.axis, layout, mouse_.range_of(piece).start_s, piece.lane, piece.tier == work.tier);
    for (int tier = 0; tier < tier_count(frame.question.labels); ++tier)
        if (is_contiguous(frame.question.labels, tier) && pieces_in_tier(work.pieces, tier).empty())
            draw_undivided(ui, layout, layout.tier_lanes[static_cast<std::size_t>(tier)],
                           ui.tr(frame.editable ? "audio.undivided_hint" : "audio.undivided"));
}

void AudioSegmentsView::side_ui(TaskFrame& frame, const ItemSpec& item) {
    if (transcript_in_side_ && frame.comparison == nullptr) transcript_.draw_ui(frame, *work_);
    if (compact_) more_tools_ui(frame);
    if (frame.comparison != nullptr) return compare_panel_ui(frame, *work_);
    panel_.draw_ui(frame, *work_, item);
    if (!narrow_) marks_.buttons_ui(frame, item.id);
}

void AudioSegmentsView::show(std::string_view item, std::string_view object) {
    if (!item.empty()) item_ = item;
    to_reveal_ = object;
}

void AudioSegmentsView::cancel_gesture() {
    mouse_.cancel();
    if (!work_) return;
    work_->player.pause();
    work_->marked_start_s.reset();
}

void AudioSegmentsView::finish_typing(TaskFrame& frame) {
    transcript_.finish_typing(frame);
    if (work_) panel_.finish_typing(frame, *work_);
}

bool AudioSegmentsView::animating() const {
    return work_ && (work_->player.playing() || work_->recording.loading() || mouse_.dragging() || spectrogram_.busy());
}

} // namespace

} // namespace audio

std::unique_ptr<TaskView> make_audio_segments_view();
std::unique_ptr<TaskView> make_audio_segments_view() { return std::make_unique<audio::AudioSegmentsView>(); }

} // namespace biaokao
