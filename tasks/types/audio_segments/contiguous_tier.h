// Tiers whose segments follow one another from the beginning of the recording to its end: a boundary belongs to both
// its neighbours, and an empty tier is one interval that nobody has divided. No edit here makes a gap or an overlap.
// Pure: boundaries in seconds, and the objects that an edit touches.
#pragma once

#include "tasks/types/audio_segments/segments.h"

namespace biaokao::audio {

// Is this the beginning or the end of a contiguous tier? Nothing moves it.
[[nodiscard]] bool is_outer_end(std::span<const Piece> pieces, const EdgeHold& hold);

struct MovedEdges {
    std::vector<MovedPiece> pieces; // none: nothing moves
    bool limited = false;           // a neighbour was in the way
};
// `hold` dragged to `time_s`: drag_edge, and in a contiguous tier the neighbour that shares the boundary as well.
[[nodiscard]] MovedEdges move_edge(std::span<const Piece> pieces, const EdgeHold& hold, double time_s,
                                   const Room& room);
// Both ends typed: typed_range, and in a contiguous tier both neighbours as well. Empty where that is too short.
[[nodiscard]] std::optional<MovedEdges> type_edges(std::span<const Piece> pieces, std::string_view id,
                                                   const Segment& wanted, const Room& room);

struct TierEdit { // only the objects that it touches; nothing to do where both are the same
    Objects before, after;
    std::string chosen; // the segment to go on with
};
struct NewIntervals {
    std::string item, label;
    bool relabel = false;         // `label` was chosen by the person: the new interval has it, else its neighbour's
    std::vector<std::string> ids; // one for each boundary, and one more
};
// Boundaries at these times (in order) of the present tier: each cuts an interval in two, whose text stays with the
// first. Times too near to a boundary are passed over.
[[nodiscard]] TierEdit insert_boundaries(const Objects& objects, std::span<const Piece> pieces,
                                         const NewIntervals& made, std::span<const double> times_s, const Room& room);
// Takes these segments away. In a contiguous tier each is joined with the one before it, the first ones with the one
// after them: its time, and its text with a blank between; only all together they leave an empty tier.
[[nodiscard]] TierEdit remove_segments(const Objects& objects, std::span<const Piece> pieces, const ObjectIds& ids);

// What is wrong with a contiguous tier, at its first wrong segment: "error.tier_gap" or "error.tier_overlap". How long
// the recording is, is not known here.
struct TierFault {
    std::string_view code;
    std::string id;
};
[[nodiscard]] std::optional<TierFault> fault_of_tier(std::span<const Piece> pieces, int tier);

} // namespace biaokao::audio
