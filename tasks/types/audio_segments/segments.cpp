#include "tasks/types/audio_segments/segments.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace biaokao::audio {

namespace {

constexpr double rounding_s = 1e-9; // below one sample at any rate: times that differ by less are the same

bool inside(const Segment& range, double time_s) {
    return time_s > range.start_s + rounding_s && time_s < range.end_s - rounding_s;
}

// The end of the nearest neighbour before `time_s` and the start of the nearest one after it.
Segment gap_around(std::span<const Piece> pieces, std::string_view but, double time_s, double duration_s) {
    Segment gap{0, duration_s};
    for (const Piece& piece : pieces) {
        if (piece.id == but) continue;
        if (piece.range.end_s <= time_s + rounding_s) gap.start_s = std::max(gap.start_s, piece.range.end_s);
        if (piece.range.start_s >= time_s - rounding_s) gap.end_s = std::min(gap.end_s, piece.range.start_s);
    }
    return gap;
}

} // namespace

std::vector<Piece> pieces_of(const Answer& answer, std::string_view item) {
    std::vector<Piece> pieces;
    for (const auto& [id, object] : answer.objects)
        if (const auto* range = std::get_if<Segment>(&object.shape); range != nullptr && object.item == item)
            pieces.push_back({id, *range});
    std::ranges::stable_sort(pieces, {}, [](const Piece& p) { return std::tuple(p.range.start_s, p.range.end_s); });
    std::vector<double> lane_ends;
    for (Piece& piece : pieces) {
        const auto free =
            std::ranges::find_if(lane_ends, [&](double end_s) { return end_s <= piece.range.start_s + rounding_s; });
        piece.lane = static_cast<int>(free - lane_ends.begin());
        if (free == lane_ends.end()) lane_ends.push_back(piece.range.end_s);
        else *free = piece.range.end_s;
    }
    return pieces;
}

int lane_count(std::span<const Piece> pieces) {
    int lanes = 1;
    for (const Piece& piece : pieces) lanes = std::max(lanes, piece.lane + 1);
    return lanes;
}

const Piece* find_piece(std::span<const Piece> pieces, std::string_view id) {
    const auto found = std::ranges::find(pieces, id, &Piece::id);
    return found == pieces.end() ? nullptr : &*found;
}

const Piece* next_piece(std::span<const Piece> pieces, std::string_view selected, int direction) {
    if (pieces.empty()) return nullptr;
    const Piece* found = find_piece(pieces, selected);
    if (found == nullptr) return direction > 0 ? &pieces.front() : &pieces.back();
    const auto at = found - pieces.data() + direction;
    return at < 0 || at >= std::ssize(pieces) ? nullptr : &pieces[static_cast<std::size_t>(at)];
}

bool long_enough(const Segment& range) { return range.end_s - range.start_s >= min_segment_s - rounding_s; }

std::optional<EdgeHold> edge_at(std::span<const Piece> pieces, double time_s, double radius_s,
                                std::string_view selected) {
    std::optional<EdgeHold> found;
    std::tuple<bool, double> best{true, radius_s};
    for (const Piece& piece : pieces)
        for (const Edge edge : {Edge::start, Edge::end}) {
            const double away_s = std::abs((edge == Edge::start ? piece.range.start_s : piece.range.end_s) - time_s);
            const std::tuple<bool, double> rank{piece.id != selected, away_s};
            if (away_s > radius_s || (found && rank >= best)) continue;
            best = rank;
            found = {piece.id, edge};
        }
    return found;
}

const Piece* piece_at(std::span<const Piece> pieces, double time_s, int lane) {
    const Piece* found = nullptr;
    const auto length = [](const Piece& piece) { return piece.range.end_s - piece.range.start_s; };
    for (const Piece& piece : pieces)
        if (time_s >= piece.range.start_s && time_s < piece.range.end_s && (lane < 0 || piece.lane == lane) &&
            (found == nullptr || length(piece) < length(*found)))
            found = &piece;
    return found;
}

std::optional<double> snap_time(std::span<const Piece> pieces, std::string_view moving, double time_s, double cursor_s,
                                double radius_s) {
    std::optional<double> found;
    const auto offer = [&](double candidate_s) {
        const double away_s = std::abs(candidate_s - time_s);
        if (away_s <= radius_s && (!found || away_s < std::abs(*found - time_s))) found = candidate_s;
    };
    for (const Piece& piece : pieces) {
        if (piece.id == moving) continue;
        offer(piece.range.start_s);
        offer(piece.range.end_s);
    }
    offer(cursor_s);
    return found;
}

LimitedRange drag_edge(std::span<const Piece> pieces, const EdgeHold& hold, double time_s, const Room& room) {
    const Piece* piece = find_piece(pieces, hold.id);
    if (piece == nullptr) return {};
    Segment limits{0, room.duration_s};
    if (!room.overlap) {
        // Measured from the edge that stays: what lies beyond the first neighbour on that side is out of reach.
        const Segment gap = hold.edge == Edge::start
                                ? gap_around(pieces, hold.id, piece->range.end_s - rounding_s, room.duration_s)
                                : gap_around(pieces, hold.id, piece->range.start_s + rounding_s, room.duration_s);
        (hold.edge == Edge::start ? limits.start_s = gap.start_s : limits.end_s = gap.end_s);
    }
    LimitedRange dragged{piece->range, false};
    if (hold.edge == Edge::start) {
        dragged.range.start_s = std::max(std::min(time_s, piece->range.end_s - min_segment_s), limits.start_s);
        dragged.limited = time_s < limits.start_s - rounding_s && limits.start_s > 0;
    } else {
        dragged.range.end_s = std::min(std::max(time_s, piece->range.start_s + min_segment_s), limits.end_s);
        dragged.limited = time_s > limits.end_s + rounding_s && limits.end_s < room.duration_s;
    }
    return dragged;
}

std::optional<LimitedRange> new_range(std::span<const Piece> pieces, double anchor_s, double time_s, const Room& room) {
    const Segment wanted{std::min(anchor_s, time_s), std::max(anchor_s, time_s)};
    LimitedRange made{{std::max(wanted.start_s, 0.0), std::min(wanted.end_s, room.duration_s)}, false};
    if (room.overlap) return made;
    if (std::ranges::any_of(pieces, [&](const Piece& piece) { return inside(piece.range, anchor_s); }))
        return std::nullopt;
    for (const Piece& piece : pieces) {
        if (time_s >= anchor_s && piece.range.start_s >= anchor_s - rounding_s)
            made.range.end_s = std::min(made.range.end_s, piece.range.start_s);
        if (time_s < anchor_s && piece.range.end_s <= anchor_s + rounding_s)
            made.range.start_s = std::max(made.range.start_s, piece.range.end_s);
    }
    made.limited = made.range.start_s > wanted.start_s + rounding_s || made.range.end_s < wanted.end_s - rounding_s;
    return made;
}

std::optional<LimitedRange> typed_range(std::span<const Piece> pieces, std::string_view id, const Segment& wanted,
                                        const Room& room) {
    LimitedRange typed{{std::max(wanted.start_s, 0.0), std::min(wanted.end_s, room.duration_s)}, false};
    if (!room.overlap) {
        const double middle_s = (typed.range.start_s + typed.range.end_s) / 2;
        for (const Piece& piece : pieces)
            if (piece.id != id && inside(piece.range, middle_s)) return std::nullopt;
        const Segment gap = gap_around(pieces, id, middle_s, room.duration_s);
        typed.limited = gap.start_s > typed.range.start_s + rounding_s || gap.end_s < typed.range.end_s - rounding_s;
        typed.range = {std::max(typed.range.start_s, gap.start_s), std::min(typed.range.end_s, gap.end_s)};
    }
    if (!long_enough(typed.range)) return std::nullopt;
    return typed;
}

} // namespace biaokao::audio
