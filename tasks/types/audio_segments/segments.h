// Segments on a time line: their order and lanes, what the pointer takes hold of, and what a drag may do to them.
// Pure geometry in seconds; the answer itself is changed by the view's commands only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao::audio {

constexpr double min_segment_s = 0.010; // shorter ones cannot be heard or grabbed

struct Piece { // one segment of a recording
    std::string id;
    Segment range;
    int lane = 0; // overlapping ones stand below each other
};

// The segments of one recording by start, end, id, each in the first lane that is free there.
[[nodiscard]] std::vector<Piece> pieces_of(const Answer& answer, std::string_view item);
[[nodiscard]] int lane_count(std::span<const Piece> pieces); // at least 1
[[nodiscard]] const Piece* find_piece(std::span<const Piece> pieces, std::string_view id);
// The neighbour in time order; the first or last one when nothing is selected. Null at the end of the line.
[[nodiscard]] const Piece* next_piece(std::span<const Piece> pieces, std::string_view selected, int direction);

[[nodiscard]] bool long_enough(const Segment& range);

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
    bool overlap = true;
};
// `hold` dragged to `time_s`: never outside the recording, shorter than min_segment_s, or over a neighbour where
// overlap is refused.
[[nodiscard]] LimitedRange drag_edge(std::span<const Piece> pieces, const EdgeHold& hold, double time_s,
                                     const Room& room);
// A new segment from `anchor_s` to `time_s` (in either order), cut at the first neighbour where overlap is refused.
// Empty when the anchor already lies inside one.
[[nodiscard]] std::optional<LimitedRange> new_range(std::span<const Piece> pieces, double anchor_s, double time_s,
                                                    const Room& room);
// `wanted` typed for segment `id`: cut to the recording and, where overlap is refused, to what its neighbours leave.
// Empty when that is too short.
[[nodiscard]] std::optional<LimitedRange> typed_range(std::span<const Piece> pieces, std::string_view id,
                                                      const Segment& wanted, const Room& room);

} // namespace biaokao::audio
