// Segments on a time line: their order, tiers and lanes, what the pointer takes hold of, and what a drag may do to
// them. Pure geometry in seconds; the answer itself is changed by the view's commands only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao::audio {

constexpr double min_segment_s = 0.010; // shorter ones cannot be heard or grabbed

struct Piece { // one segment of a recording
    std::string id;
    Segment range;
    int lane = 0;            // counted over all tiers; overlapping ones of a tier stand below each other
    int tier = 0;            // of its label, counted from the top
    bool contiguous = false; // its tier is (contiguous_tier.h)
};

// How many tiers a label schema has (at least 1), and in which a label stands: the first one unless it names another.
[[nodiscard]] int tier_count(const LabelSchema& labels);
[[nodiscard]] int tier_of(const LabelSchema& labels, std::string_view label);
[[nodiscard]] bool is_contiguous(const LabelSchema& labels, int tier);

// The segments of one recording by start, end, id, each in the first lane of its tier that is free there. Each tier has
// a lane of its own even where it is empty.
[[nodiscard]] std::vector<Piece> pieces_of(const Answer& answer, std::string_view item, const LabelSchema& labels = {});
[[nodiscard]] int lane_count(std::span<const Piece> pieces); // at least 1
// The first lane of each tier, and at the end how many lanes there are.
[[nodiscard]] std::vector<int> tier_lanes(std::span<const Piece> pieces, int tiers);
[[nodiscard]] std::vector<Piece> pieces_in_tier(std::span<const Piece> pieces, int tier);
[[nodiscard]] const Piece* find_piece(std::span<const Piece> pieces, std::string_view id);
// The neighbour in time order; the first or last one when nothing is selected. Null at the end of the line.
[[nodiscard]] const Piece* next_piece(std::span<const Piece> pieces, std::string_view selected, int direction);

[[nodiscard]] bool long_enough(const Segment& range);
// The texts of two segments as one, with a blank between.
[[nodiscard]] std::string joined_text(const std::string& first, const std::string& second);
[[nodiscard]] bool same_time(double a_s, double b_s); // less apart than a sample at any rate
[[nodiscard]] bool overlap(const Segment& a, const Segment& b);

enum class Edge { start, end };
struct EdgeHold {
    std::string id;
    Edge edge = Edge::start;
    friend bool operator==(const EdgeHold&, const EdgeHold&) = default;
};
// The boundary within `radius_s` of `time_s`: one of the selected segment before any other, else the nearest one.
[[nodiscard]] std::optional<EdgeHold> edge_at(std::span<const Piece> pieces, double time_s, double radius_s,
                                              std::string_view selected);
// The shortest segment over `time_s`: a long one never hides a short one. `lane` narrows it where it is not negative.
[[nodiscard]] const Piece* piece_at(std::span<const Piece> pieces, double time_s, int lane = -1);

// The nearest of all boundaries but those of `moving`, and of `cursor_s`, within `radius_s`.
[[nodiscard]] std::optional<double> snap_time(std::span<const Piece> pieces, std::string_view moving, double time_s,
                                              double cursor_s, double radius_s);

struct LimitedRange {
    Segment range;
    bool limited = false; // a neighbour was in the way
};
struct Room { // where segments may lie
    double duration_s = 0;
    bool overlap = true;               // within a tier; tiers are never in each other's way
    int tier = 0;                      // of a new segment
    double shortest_s = min_segment_s; // a whole number of samples, so that no rounding makes a segment too short
};
// `hold` dragged to `time_s`: never outside the recording, too short, or over a neighbour where overlap is refused. Not
// for contiguous tiers: move_edge.
[[nodiscard]] LimitedRange drag_edge(std::span<const Piece> pieces, const EdgeHold& hold, double time_s,
                                     const Room& room);
struct MovedPiece {
    std::string id;
    Segment range;
};
// The boundaries of all tiers that stand where `hold` stands, moved to `time_s` together, as far as all of them may go.
// The outer ends of contiguous tiers stay.
[[nodiscard]] std::vector<MovedPiece> drag_shared(std::span<const Piece> pieces, const EdgeHold& hold, double time_s,
                                                  const Room& room);
// A new segment from `anchor_s` to `time_s` (in either order), cut at the first neighbour where overlap is refused.
// Empty when the anchor already lies inside one.
[[nodiscard]] std::optional<LimitedRange> new_range(std::span<const Piece> pieces, double anchor_s, double time_s,
                                                    const Room& room);
// `wanted` typed for segment `id`: cut to the recording and, where overlap is refused, to what its neighbours leave.
// Empty when that is too short.
[[nodiscard]] std::optional<LimitedRange> typed_range(std::span<const Piece> pieces, std::string_view id,
                                                      const Segment& wanted, const Room& room);

// Could this segment have this label? Not where that took it out of a contiguous tier or into one, and not over a
// segment of another tier where overlap is refused.
[[nodiscard]] bool may_take_label(const LabelSchema& labels, std::span<const Piece> pieces, std::string_view id,
                                  std::string_view label, const Room& room);

// Segments of a region tier that begin inside an earlier one: the later, and the one of the earlier that ends last.
struct OverlappingPair {
    std::string later, earlier;
    friend bool operator==(const OverlappingPair&, const OverlappingPair&) = default;
};
[[nodiscard]] std::vector<OverlappingPair> overlapping_pairs(std::span<const Piece> pieces);

// The two parts of segment `id` cut at `time_s`; empty where one would be too short.
[[nodiscard]] std::optional<std::pair<Segment, Segment>> cut_at(std::span<const Piece> pieces, std::string_view id,
                                                                double time_s);
// The next segment of the same tier in time; null for the last one.
[[nodiscard]] const Piece* follower_of(std::span<const Piece> pieces, std::string_view id);

} // namespace biaokao::audio
