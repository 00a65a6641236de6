#include "tasks/types/audio_segments/view_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tasks/types/audio_segments/view_edits.h"
#include "tasks/types/audio_segments/view_transcript.h"

namespace biaokao::audio {

namespace {

constexpr double seek_s = 1.0, fine_seek_s = 0.1;
constexpr double reaction_s = 0.150; // a listener presses this much after the sound (annotation-tools.md 7.7)

constexpr std::array play_actions{
    ActionRow{"audio.play", KeyContext::canvas, "Space"},
    ActionRow{"audio.play_segment", KeyContext::canvas, "Shift+Enter"},
    ActionRow{"audio.loop", KeyContext::canvas, "L"},
    ActionRow{"audio.slower", KeyContext::canvas, "Ctrl+Down", true},
    ActionRow{"audio.faster", KeyContext::canvas, "Ctrl+Up", true},
    ActionRow{"audio.forward", KeyContext::canvas, "Right", true},
    ActionRow{"audio.back", KeyContext::canvas, "Left", true},
    ActionRow{"audio.forward_fine", KeyContext::canvas, "Shift+Right", true},
    ActionRow{"audio.back_fine", KeyContext::canvas, "Shift+Left", true},
    ActionRow{"audio.to_start", KeyContext::canvas, "Home"},
    ActionRow{"audio.to_end", KeyContext::canvas, "End"},
    ActionRow{"audio.zoom_in", KeyContext::canvas, "Ctrl+=", true},
    ActionRow{"audio.zoom_out", KeyContext::canvas, "Ctrl+-", true},
    ActionRow{"audio.whole", KeyContext::canvas, "Ctrl+0"},
    ActionRow{"audio.zoom_segment", KeyContext::canvas, "Z"},
    ActionRow{"audio.spectrogram", KeyContext::canvas, "G"},
    ActionRow{"audio.grid", KeyContext::canvas, "T"},
    ActionRow{"audio.next", KeyContext::canvas, "Tab Ctrl+Right"},
    ActionRow{"audio.previous", KeyContext::canvas, "Shift+Tab Ctrl+Left"},
    ActionRow{"audio.hide", KeyContext::canvas, "H"},
    ActionRow{"audio.hide_all", KeyContext::canvas, "Ctrl+H"},
    ActionRow{"audio.deselect", KeyContext::canvas, "Esc"},
};
// Offered only where a recording has several channels, a task several tiers.
constexpr std::array channel_actions{ActionRow{"audio.channels", KeyContext::canvas, "X"}};
constexpr std::array tier_actions{ActionRow{"audio.tier_down", KeyContext::canvas, "Down"},
                                  ActionRow{"audio.tier_up", KeyContext::canvas, "Up"}};
constexpr std::array edit_actions{
    ActionRow{"audio.mark", KeyContext::canvas, "Enter"},    ActionRow{"audio.set_start", KeyContext::canvas, "I"},
    ActionRow{"audio.set_end", KeyContext::canvas, "O"},     ActionRow{"audio.delete", KeyContext::canvas, "Delete"},
    ActionRow{"audio.split", KeyContext::canvas, "B"},       ActionRow{"audio.join", KeyContext::canvas, "J"},
    ActionRow{"audio.transcript", KeyContext::canvas, "F4"},
};
constexpr std::array typing_actions{
    ActionRow{"audio.play_typing", KeyContext::typing, "Tab"},
    ActionRow{"audio.repeat", KeyContext::typing, "F4"},
    ActionRow{"audio.slower_typing", KeyContext::typing, "Ctrl+Down", true},
    ActionRow{"audio.faster_typing", KeyContext::typing, "Ctrl+Up", true},
};

void seek_by(Workspace& work, double seconds) {
    work.player.seek(work.player.cursor_s() + seconds);
    work.axis.page_to(work.player.cursor_s());
}

void seek_keys(const Ui& ui, Workspace& work) {
    if (ui.action("audio.forward")) seek_by(work, seek_s);
    if (ui.action("audio.back")) seek_by(work, -seek_s);
    if (ui.action("audio.forward_fine")) seek_by(work, fine_seek_s);
    if (ui.action("audio.back_fine")) seek_by(work, -fine_seek_s);
    if (ui.action("audio.to_start")) seek_by(work, -work.axis.duration_s());
    if (ui.action("audio.to_end")) seek_by(work, work.axis.duration_s());
}

void hide_keys(const Ui& ui, Workspace& work) {
    if (ui.action("audio.hide")) toggle_all(work.list.hidden, work.selection.ids());
    if (!ui.action("audio.hide_all")) return;
    ObjectIds all;
    for (const Piece& piece : work.pieces) all.insert(piece.id);
    toggle_all(work.list.hidden, all);
}

void view_keys(const Ui& ui, Workspace& work) {
    const double cursor_x = work.axis.x_from_time(work.player.cursor_s());
    const bool cursor_visible = cursor_x >= 0 && cursor_x <= work.axis.width_px();
    const double x = cursor_visible ? cursor_x : work.axis.width_px() / 2;
    if (ui.action("audio.zoom_in")) work.axis.zoom_at(x, 1 / zoom_step);
    if (ui.action("audio.zoom_out")) work.axis.zoom_at(x, zoom_step);
    if (ui.action("audio.whole")) work.axis.show_all();
    if (ui.action("audio.zoom_segment")) zoom_to_selected(work);
    if (ui.action("audio.spectrogram")) work.with_spectrogram = !work.with_spectrogram;
    if (ui.action("audio.grid")) work.with_grid = !work.with_grid;
    if (ui.action("audio.next")) step_segment(work, +1);
    if (ui.action("audio.previous")) step_segment(work, -1);
    if (!ui.action("audio.deselect")) return;
    if (work.marked_start_s || work.range) {
        work.marked_start_s.reset();
        work.range.reset();
    } else {
        work.selection.clear();
    }
}

// Enter: a chosen range becomes a segment; else it marks the start, and the next time the end. A contiguous tier gets a
// boundary at once.
void mark(TaskFrame& frame, Workspace& work) {
    if (work.range && !work.player.playing())
        return create_segment(frame, work, work.range->start_s, work.range->end_s);
    const double heard_s = work.player.cursor_s() - (work.player.playing() ? reaction_s : 0);
    const double time_s = work.axis.sample_time(heard_s);
    if (is_contiguous(frame.question.labels, work.tier)) return insert_boundary(frame, work, time_s);
    if (!work.marked_start_s) {
        work.marked_start_s = time_s;
        return;
    }
    const double start_s = *work.marked_start_s;
    work.marked_start_s.reset();
    create_segment(frame, work, start_s, time_s);
}

void edge_to_cursor(TaskFrame& frame, Workspace& work, Edge edge) {
    const Piece* piece = work.selected_piece();
    if (piece == nullptr) return;
    set_edges(frame, work, move_edge(work.pieces, {piece->id, edge}, work.player.cursor_s(), room_of(frame, work)));
}

} // namespace

void toggle_playback(Workspace& work) {
    if (work.player.playing()) return work.player.pause();
    const Piece* piece = work.selected_piece();
    if (work.loop && piece != nullptr) return work.player.play(piece->range, true);
    if (work.loop && work.range) return work.player.play(*work.range, true);
    const double end_s = work.axis.duration_s();
    const double from_s = work.player.cursor_s();
    work.player.play({from_s < end_s ? from_s : 0, end_s}, false);
}

void play_selected(Workspace& work) {
    if (const Piece* piece = work.selected_piece()) work.player.play(piece->range, work.loop);
    else if (work.range) work.player.play(*work.range, work.loop);
}

void toggle_loop(Workspace& work) {
    work.loop = !work.loop;
    if (!work.player.playing()) return;
    if (work.loop) play_selected(work);
    else work.player.seek(work.player.cursor_s());
}

void step_speed(Workspace& work, int direction) {
    // In tenths, so that ten steps are 1 and not nearly 1.
    work.player.set_speed(std::round(work.player.speed() * 10 + direction) / 10);
}

void zoom_to_selected(Workspace& work) {
    if (const Piece* piece = work.selected_piece()) work.axis.show_range(piece->range.start_s, piece->range.end_s);
}

void choose_segment(Workspace& work, const std::string& id) {
    work.selection.choose(id);
    work.list.scroll_to = id;
    if (const Piece* piece = find_piece(work.pieces, id)) work.axis.reveal(piece->range.start_s, piece->range.end_s);
}

void step_tier(TaskFrame& frame, Workspace& work, int direction) {
    work.tier = std::clamp(work.tier + direction, 0, tier_count(frame.question.labels) - 1);
    const auto reachable = work.reachable();
    const Piece* piece = piece_at(reachable, work.player.cursor_s());
    work.selection.choose(piece == nullptr ? std::string() : piece->id);
    work.list.scroll_to = work.selection.anchor();
}

bool step_segment(Workspace& work, int direction) {
    const auto line = pieces_in_tier(work.pieces, work.tier);
    const Piece* next = next_piece(line, work.selection.anchor(), direction);
    if (next == nullptr) return false;
    choose_segment(work, next->id);
    return true;
}

void act_on_keys(TaskFrame& frame, Workspace& work, TranscriptField& transcript) {
    Ui& ui = frame.ui;
    if (work.recording.wave() == nullptr) return;
    ui.actions().offer(play_actions);
    if (ui.action("audio.play")) toggle_playback(work);
    if (ui.action("audio.play_segment")) play_selected(work);
    if (ui.action("audio.loop")) toggle_loop(work);
    if (ui.action("audio.slower")) step_speed(work, -1);
    if (ui.action("audio.faster")) step_speed(work, +1);
    seek_keys(ui, work);
    view_keys(ui, work);
    hide_keys(ui, work);
    if (!work.recording.channels().empty()) ui.actions().offer(channel_actions);
    if (ui.action("audio.channels")) work.channels_apart = !work.channels_apart;
    if (tier_count(frame.question.labels) > 1) ui.actions().offer(tier_actions);
    if (ui.action("audio.tier_down")) step_tier(frame, work, +1);
    if (ui.action("audio.tier_up")) step_tier(frame, work, -1);
    if (transcript.active()) {
        ui.actions().offer(typing_actions);
        if (ui.action("audio.play_typing")) toggle_playback(work);
        if (ui.action("audio.repeat")) play_selected(work);
        if (ui.action("audio.slower_typing")) step_speed(work, -1);
        if (ui.action("audio.faster_typing")) step_speed(work, +1);
    }
    if (!frame.editable) return;
    ui.actions().offer(edit_actions);
    if (ui.action("audio.mark")) mark(frame, work);
    if (ui.action("audio.set_start")) edge_to_cursor(frame, work, Edge::start);
    if (ui.action("audio.set_end")) edge_to_cursor(frame, work, Edge::end);
    if (ui.action("audio.delete")) delete_segments(frame, work, work.selection.ids());
    if (ui.action("audio.split")) split_at_cursor(frame, work);
    if (ui.action("audio.join")) join_with_next(frame, work);
    if (ui.action("audio.transcript")) transcript.take_focus(work);
}

} // namespace biaokao::audio
