#include "tasks/types/audio_segments/segments.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include "tasks/types/audio_segments/contiguous_tier.h"

namespace biaokao::audio {

namespace {

constexpr double rounding_s = 1e-9; // below one sample at any rate: times that differ by less are the same

bool inside(const Segment& range, double time_s) {
    return time_s > range.start_s + rounding_s && time_s < range.end_s - rounding_s;
}

// In the tier of `but`: the end of the nearest neighbour before `time_s` and the start of the nearest one after it.
Segment gap_around(std::span<const Piece> pieces, const Piece& but, double time_s, double duration_s) {
    Segment gap{0, duration_s};
    for (const Piece& piece : pieces) {
        if (piece.id == but.id || piece.tier != but.tier) continue;
        if (piece.range.end_s <= time_s + rounding_s) gap.start_s = std::max(gap.start_s, piece.range.end_s);
        if (piece.range.start_s >= time_s - rounding_s) gap.end_s = std::min(gap.end_s, piece.range.start_s);
    }
    return gap;
}

} // namespace

int tier_count(const LabelSchema& labels) { return std::max(static_cast<int>(labels.tiers.size()), 1); }

int tier_of(const LabelSchema& labels, std::string_view label) {
    const LabelSpec* spec = labels.find_label(label);
    if (spec == nullptr) return 0;
    const auto found = std::ranges::find(labels.tiers, spec->tier, &TierSpec::id);
    return found == labels.tiers.end() ? 0 : static_cast<int>(found - labels.tiers.begin());
}

bool is_contiguous(const LabelSchema& labels, int tier) {
    const auto index = static_cast<std::size_t>(tier);
    return index < labels.tiers.size() && labels.tiers[index].contiguous;
}

std::vector<Piece> pieces_of(const Answer& answer, std::string_view item, const LabelSchema& labels) {
    std::vector<Piece> pieces;
    std::map<std::string_view, int> tiers; // by label: looked up once each, a hostile pack may have many of both
    for (const auto& [id, object] : answer.objects) {
        const auto* range = std::get_if<Segment>(&object.shape);
        if (range == nullptr || object.item != item) continue;
        const auto [tier, fresh] = tiers.try_emplace(object.label);
        if (fresh) tier->second = tier_of(labels, object.label);
        pieces.push_back({id, *range, 0, tier->second, is_contiguous(labels, tier->second)});
    }
    std::ranges::stable_sort(pieces, {}, [](const Piece& p) { return std::tuple(p.range.start_s, p.range.end_s); });
    std::vector<std::vector<double>> lane_ends(static_cast<std::size_t>(tier_count(labels)));
    for (Piece& piece : pieces) {
        auto& ends = lane_ends[static_cast<std::size_t>(piece.tier)];
        const auto free =
            std::ranges::find_if(ends, [&](double end_s) { return end_s <= piece.range.start_s + rounding_s; });
        piece.lane = static_cast<int>(free - ends.begin());
        if (free == ends.end()) ends.push_back(piece.range.end_s);
        else *free = piece.range.end_s;
    }
    std::vector<int> first_lane{0};
    for (const auto& ends : lane_ends)
        first_lane.push_back(first_lane.back() + std::max(static_cast<int>(ends.size()), 1));
    for (Piece& piece : pieces) piece.lane += first_lane[static_cast<std::size_t>(piece.tier)];
    return pieces;
}

std::vector<int> tier_lanes(std::span<const Piece> pieces, int tiers) {
    std::vector<int> ends(static_cast<std::size_t>(tiers), 0); // the lane after the last one in use
    for (const Piece& piece : pieces) {
        int& end = ends[static_cast<std::size_t>(piece.tier)];
        end = std::max(end, piece.lane + 1);
    }
    std::vector<int> lanes{0};
    for (const int end : ends) lanes.push_back(std::max(end, lanes.back() + 1));
    return lanes;
}

std::vector<Piece> pieces_in_tier(std::span<const Piece> pieces, int tier) {
    std::vector<Piece> found;
    std::ranges::copy_if(pieces, std::back_inserter(found), [&](const Piece& piece) { return piece.tier == tier; });
    return found;
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

std::string joined_text(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + ' ' + second;
}

bool same_time(double a_s, double b_s) { return std::abs(a_s - b_s) <= rounding_s; }

bool overlap(const Segment& a, const Segment& b) {
    return std::min(a.end_s, b.end_s) - std::max(a.start_s, b.start_s) > rounding_s;
}

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
                                ? gap_around(pieces, *piece, piece->range.end_s - rounding_s, room.duration_s)
                                : gap_around(pieces, *piece, piece->range.start_s + rounding_s, room.duration_s);
        (hold.edge == Edge::start ? limits.start_s = gap.start_s : limits.end_s = gap.end_s);
    }
    LimitedRange dragged{piece->range, false};
    if (hold.edge == Edge::start) {
        dragged.range.start_s = std::max(std::min(time_s, piece->range.end_s - room.shortest_s), limits.start_s);
        dragged.limited = time_s < limits.start_s - rounding_s && limits.start_s > 0;
    } else {
        dragged.range.end_s = std::min(std::max(time_s, piece->range.start_s + room.shortest_s), limits.end_s);
        dragged.limited = time_s > limits.end_s + rounding_s && limits.end_s < room.duration_s;
    }
    return dragged;
}

std::vector<MovedPiece> drag_shared(std::span<const Piece> pieces, const EdgeHold& hold, double time_s,
                                    const Room& room) {
    const Piece* held = find_piece(pieces, hold.id);
    if (held == nullptr) return {};
    const double from_s = hold.edge == Edge::start ? held->range.start_s : held->range.end_s;
    const auto is_there = [&](double edge_s) { return same_time(edge_s, from_s); };
    std::vector<MovedPiece> moved;
    double lowest_s = 0, highest_s = room.duration_s;
    for (const Piece& piece : pieces) {
        const bool starts = is_there(piece.range.start_s), ends = is_there(piece.range.end_s);
        if (!starts && !ends) continue;
        if (is_outer_end(pieces, {piece.id, starts ? Edge::start : Edge::end})) continue;
        moved.push_back({piece.id, piece.range});
        if (starts) highest_s = std::min(highest_s, piece.range.end_s - room.shortest_s);
        if (ends) lowest_s = std::max(lowest_s, piece.range.start_s + room.shortest_s);
        for (const Piece& other : pieces) { // neighbours that stay
            if (room.overlap || other.tier != piece.tier || other.id == piece.id) continue;
            if (starts && other.range.end_s < from_s - rounding_s) lowest_s = std::max(lowest_s, other.range.end_s);
            if (ends && other.range.start_s > from_s + rounding_s) highest_s = std::min(highest_s, other.range.start_s);
        }
    }
    if (lowest_s > highest_s) return {};
    for (MovedPiece& piece : moved)
        (is_there(piece.range.start_s) ? piece.range.start_s : piece.range.end_s) =
            std::clamp(time_s, lowest_s, highest_s);
    return moved;
}

std::optional<LimitedRange> new_range(std::span<const Piece> pieces, double anchor_s, double time_s, const Room& room) {
    const Segment wanted{std::min(anchor_s, time_s), std::max(anchor_s, time_s)};
    LimitedRange made{{std::max(wanted.start_s, 0.0), std::min(wanted.end_s, room.duration_s)}, false};
    if (room.overlap) return made;
    const auto neighbours = pieces_in_tier(pieces, room.tier);
    if (std::ranges::any_of(neighbours, [&](const Piece& piece) { return inside(piece.range, anchor_s); }))
        return std::nullopt;
    for (const Piece& piece : neighbours) {
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
    if (const Piece* own = find_piece(pieces, id); !room.overlap && own != nullptr) {
        const double middle_s = (typed.range.start_s + typed.range.end_s) / 2;
        for (const Piece& piece : pieces)
            if (piece.id != id && piece.tier == own->tier && inside(piece.range, middle_s)) return std::nullopt;
        const Segment gap = gap_around(pieces, *own, middle_s, room.duration_s);
        typed.limited = gap.start_s > typed.range.start_s + rounding_s || gap.end_s < typed.range.end_s - rounding_s;
        typed.range = {std::max(typed.range.start_s, gap.start_s), std::min(typed.range.end_s, gap.end_s)};
    }
    if (!long_enough(typed.range)) return std::nullopt;
    return typed;
}

bool may_take_label(const LabelSchema& labels, std::span<const Piece> pieces, std::string_view id,
                    std::string_view label, const Room& room) {
    const Piece* piece = find_piece(pieces, id);
    const int tier = tier_of(labels, label);
    if (piece == nullptr || piece->tier == tier) return true;
    if (piece->contiguous || is_contiguous(labels, tier)) return false;
    return room.overlap || std::ranges::none_of(pieces, [&](const Piece& other) {
               return other.tier == tier && overlap(other.range, piece->range);
           });
}

std::vector<OverlappingPair> overlapping_pairs(std::span<const Piece> pieces) {
    std::vector<OverlappingPair> pairs;
    std::map<int, const Piece*> last; // of each tier: the one that ends last so far
    for (const Piece& piece : pieces) {
        if (piece.contiguous) continue;
        const Piece*& before = last[piece.tier];
        if (before != nullptr && overlap(before->range, piece.range)) pairs.push_back({piece.id, before->id});
        if (before == nullptr || piece.range.end_s > before->range.end_s) before = &piece;
    }
    return pairs;
}

std::optional<std::pair<Segment, Segment>> cut_at(std::span<const Piece> pieces, std::string_view id, double time_s) {
    const Piece* piece = find_piece(pieces, id);
    if (piece == nullptr) return std::nullopt;
    const Segment before{piece->range.start_s, time_s}, after{time_s, piece->range.end_s};
    if (!long_enough(before) || !long_enough(after)) return std::nullopt;
    return std::pair(before, after);
}

const Piece* follower_of(std::span<const Piece> pieces, std::string_view id) {
    const Piece* piece = find_piece(pieces, id);
    if (piece == nullptr) return nullptr;
    for (const Piece& other : pieces.subspan(static_cast<std::size_t>(piece - pieces.data()) + 1))
        if (other.tier == piece->tier) return &other;
    return nullptr;
}

} // namespace biaokao::audio
