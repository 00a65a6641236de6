#include "tasks/types/audio_segments/segments.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::audio;

namespace {

Answer answer_with(std::initializer_list<Segment> ranges) {
    Answer answer;
    int n = 0;
    for (const Segment& range : ranges) {
        Object object;
        object.item = "a";
        object.shape = range;
        answer.objects["o" + std::to_string(++n)] = object;
    }
    return answer;
}

std::vector<Piece> pieces(std::initializer_list<Segment> ranges) { return pieces_of(answer_with(ranges), "a"); }

constexpr Room free_room{60, true}, strict_room{60, false};

} // namespace

TEST_CASE("pieces_of: by time, of this recording only, overlapping ones below each other") {
    Answer answer = answer_with({{5, 9}, {0, 6}, {6, 7}, {8, 20}});
    answer.objects["o9"] = answer.objects["o1"];
    answer.objects["o9"].item = "b";
    answer.objects["o10"] = answer.objects["o1"];
    answer.objects["o10"].shape = Box{};
    const auto found = pieces_of(answer, "a");
    REQUIRE(found.size() == 4);
    CHECK(found[0].id == "o2");
    CHECK(found[0].lane == 0);
    CHECK(found[1].id == "o1"); // 5–9 overlaps 0–6
    CHECK(found[1].lane == 1);
    CHECK(found[2].id == "o3"); // 6–7 begins where 0–6 ends: its lane is free again
    CHECK(found[2].lane == 0);
    CHECK(found[3].id == "o4");
    CHECK(found[3].lane == 0);
    CHECK(lane_count(found) == 2);
    CHECK(lane_count({}) == 1);
}

TEST_CASE("pieces_of: each tier has lanes of its own, even an empty one, and is no neighbour of the others") {
    LabelSchema labels;
    labels.tiers = {{"voices", {}}, {"music", {}}, {"noises", {}}};
    labels.objects = {{.id = "speech"}, {.id = "horn", .tier = "noises"}};
    Answer answer = answer_with({{0, 4}, {2, 6}, {1, 5}, {5, 8}});
    for (const char* id : {"o1", "o2"}) answer.objects[id].label = "speech"; // no tier of its own: the first one
    for (const char* id : {"o3", "o4"}) answer.objects[id].label = "horn";
    const auto found = pieces_of(answer, "a", labels);
    const auto lane = [&](const char* id) { return find_piece(found, id)->lane; };
    CHECK(lane("o1") == 0);
    CHECK(lane("o2") == 1); // below the one that it overlaps
    CHECK(lane("o3") == 3); // lane 2 is the empty tier's
    CHECK(lane("o4") == 3);
    CHECK(tier_lanes(found, 3) == std::vector<int>{0, 2, 3, 4});
    CHECK(tier_lanes({}, 1) == std::vector<int>{0, 1});
    CHECK(tier_of(labels, "horn") == 2);
    CHECK(tier_of(labels, "gone") == 0);
    CHECK(pieces_in_tier(found, 2).size() == 2);
    // Where overlap is refused, only the own tier is in the way.
    CHECK(drag_edge(found, {"o3", Edge::end}, 7, strict_room).range == Segment{1, 5}); // o4 begins at 5
    CHECK(drag_edge(found, {"o3", Edge::start}, 0, strict_room).range == Segment{0, 5});
    CHECK(new_range(found, 9, 12, {60, false, 1})->range == Segment{9, 12});
    CHECK(new_range(found, 2, 3, {60, false, 1})->range == Segment{2, 3}); // over voices and noises
    CHECK_FALSE(new_range(found, 2, 3, {60, false, 2}).has_value());
    CHECK(typed_range(found, "o4", {4, 9}, strict_room)->range == Segment{5, 9});
    CHECK(follower_of(found, "o3")->id == "o4");
    CHECK(follower_of(found, "o4") == nullptr);
    CHECK(follower_of(found, "gone") == nullptr);
}

TEST_CASE("drag_shared: all boundaries at one time move together, as far as the first of them may go") {
    const auto line = pieces({{1, 4}, {4, 8}, {9, 12}});
    auto moved = drag_shared(line, {"o1", Edge::end}, 6, strict_room);
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].range == Segment{1, 6});
    CHECK(moved[1].range == Segment{6, 8});
    moved = drag_shared(line, {"o2", Edge::start}, 0, strict_room); // either of them may be held
    CHECK(moved[0].range == Segment{1, 1 + min_segment_s});
    moved = drag_shared(line, {"o2", Edge::end}, 11, strict_room); // a neighbour that stays is in the way
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].range == Segment{4, 9});
    CHECK(drag_shared(line, {"o2", Edge::end}, 11, free_room)[0].range == Segment{4, 11});
    CHECK(drag_shared(line, {"gone", Edge::end}, 11, free_room).empty());
}

TEST_CASE("cut_at: both parts are long enough, or there are none") {
    const auto line = pieces({{1, 4}});
    CHECK(cut_at(line, "o1", 2) == std::pair(Segment{1, 2}, Segment{2, 4}));
    CHECK(cut_at(line, "o1", 1.01).has_value());
    CHECK_FALSE(cut_at(line, "o1", 1.005).has_value());
    CHECK_FALSE(cut_at(line, "o1", 3.995).has_value());
    CHECK_FALSE(cut_at(line, "o1", 5).has_value());
    CHECK_FALSE(cut_at(line, "gone", 2).has_value());
}

TEST_CASE("next_piece: goes through time and stops at both ends") {
    const auto line = pieces({{5, 6}, {1, 2}, {3, 4}});
    CHECK(next_piece(line, "", +1)->id == "o2");
    CHECK(next_piece(line, "", -1)->id == "o1");
    CHECK(next_piece(line, "o2", +1)->id == "o3");
    CHECK(next_piece(line, "o2", -1) == nullptr);
    CHECK(next_piece(line, "o1", +1) == nullptr);
    CHECK(next_piece({}, "", +1) == nullptr);
}

TEST_CASE("edge_at: the selected segment's boundary wins where two share a place") {
    const auto line = pieces({{1, 4}, {4, 8}, {3.95, 9}});
    CHECK(edge_at(line, 4.01, 0.1, "") == EdgeHold{"o1", Edge::end});
    CHECK(edge_at(line, 4.01, 0.1, "o2") == EdgeHold{"o2", Edge::start});
    // Selected but a little further away: it still wins, as the person has just chosen it.
    CHECK(edge_at(line, 4.01, 0.1, "o3") == EdgeHold{"o3", Edge::start});
    CHECK(edge_at(line, 8.2, 0.1, "o2") == std::nullopt);
    CHECK(edge_at(line, 8.06, 0.1, "") == EdgeHold{"o2", Edge::end});
}

TEST_CASE("piece_at: a long segment never hides a short one") {
    const auto line = pieces({{0, 20}, {5, 6}});
    CHECK(piece_at(line, 5.5)->id == "o2");
    CHECK(piece_at(line, 6.0)->id == "o1"); // ends are exclusive
    CHECK(piece_at(line, 5.5, 0)->id == "o1");
    CHECK(piece_at(line, 30) == nullptr);
}

TEST_CASE("snap_time: to the nearest boundary or the cursor, never to its own") {
    const auto line = pieces({{1, 4}, {6, 8}});
    CHECK(snap_time(line, "o2", 4.05, 50, 0.1) == 4.0);
    CHECK(snap_time(line, "o1", 4.05, 50, 0.1) == std::nullopt);
    CHECK(snap_time(line, "o2", 4.05, 4.06, 0.1) == 4.06);
    CHECK(snap_time(line, "", 5, 50, 0.1) == std::nullopt);
}

TEST_CASE("drag_edge: stays inside the recording and never turns a segment round") {
    const auto line = pieces({{10, 20}});
    const auto dragged = [&](Edge edge, double to) { return drag_edge(line, {"o1", edge}, to, free_room).range; };
    CHECK(dragged(Edge::start, -5) == Segment{0, 20});
    CHECK(dragged(Edge::end, 99) == Segment{10, 60});
    CHECK(dragged(Edge::start, 30) == Segment{20 - min_segment_s, 20});
    CHECK(dragged(Edge::end, 3) == Segment{10, 10 + min_segment_s});
    CHECK_FALSE(
        drag_edge(line, {"o1", Edge::end}, 99, strict_room).limited); // the end of the recording is no neighbour
}

TEST_CASE("drag_edge: stops at a neighbour where overlap is refused") {
    const auto line = pieces({{1, 4}, {6, 8}, {12, 15}});
    const auto at_start = drag_edge(line, {"o2", Edge::start}, 2, strict_room);
    CHECK(at_start.range == Segment{4, 8});
    CHECK(at_start.limited);
    const auto at_end = drag_edge(line, {"o2", Edge::end}, 20, strict_room); // not even past the neighbour
    CHECK(at_end.range == Segment{6, 12});
    CHECK(at_end.limited);
    CHECK(drag_edge(line, {"o2", Edge::start}, 2, free_room).range == Segment{2, 8});
    CHECK_FALSE(drag_edge(line, {"o2", Edge::start}, 4, strict_room).limited);
}

TEST_CASE("drag_edge: two segments that share a boundary can be pulled apart") {
    // The shared time used to count as a neighbour on the wrong side: the edge could not move at all.
    const auto line = pieces({{1, 4}, {4, 8}});
    CHECK(drag_edge(line, {"o1", Edge::end}, 3, strict_room).range == Segment{1, 3});
    CHECK(drag_edge(line, {"o2", Edge::start}, 5, strict_room).range == Segment{5, 8});
    CHECK(drag_edge(line, {"o1", Edge::end}, 5, strict_room).range == Segment{1, 4});
    CHECK(drag_edge(line, {"o1", Edge::start}, 0, strict_room).range == Segment{0, 4});
}

TEST_CASE("new_range: in either direction, cut at the first neighbour where overlap is refused") {
    const auto line = pieces({{10, 20}, {30, 40}});
    CHECK(new_range(line, 25, 22, free_room)->range == Segment{22, 25});
    CHECK(new_range(line, 25, 35, free_room)->range == Segment{25, 35});
    CHECK(new_range(line, 25, 35, strict_room)->range == Segment{25, 30});
    CHECK(new_range(line, 25, 35, strict_room)->limited);
    CHECK(new_range(line, 25, 5, strict_room)->range == Segment{20, 25});
    CHECK_FALSE(new_range(line, 25, 28, strict_room)->limited);
    CHECK(new_range(line, 20, 25, strict_room)->range == Segment{20, 25}); // from a boundary on
    CHECK(new_range(line, 50, 99, strict_room)->range == Segment{50, 60});
    CHECK_FALSE(new_range(line, 15, 25, strict_room).has_value());
    CHECK_FALSE(new_range(line, 15, 12, strict_room).has_value());
}

TEST_CASE("typed_range: what is typed is cut to what is free, or refused") {
    const auto line = pieces({{10, 20}, {30, 40}});
    CHECK(typed_range(line, "o1", {12, 25}, strict_room)->range == Segment{12, 25});
    CHECK(typed_range(line, "o1", {12, 33}, strict_room)->range == Segment{12, 30});
    CHECK(typed_range(line, "o1", {12, 33}, strict_room)->limited);
    CHECK(typed_range(line, "o1", {12, 33}, free_room)->range == Segment{12, 33});
    CHECK_FALSE(typed_range(line, "o1", {32, 38}, strict_room).has_value());
    CHECK_FALSE(typed_range(line, "o1", {25, 25}, free_room).has_value());
    CHECK_FALSE(typed_range(line, "o1", {26, 25}, free_room).has_value());
    CHECK(typed_range(line, "o1", {55, 70}, free_room)->range == Segment{55, 60});
}

TEST_CASE("long_enough: ten milliseconds, whatever binary fractions make of them") {
    CHECK(long_enough({0.1, 0.11}));
    CHECK(long_enough({1234.56, 1234.57}));
    CHECK_FALSE(long_enough({0.1, 0.1099}));
    CHECK_FALSE(long_enough({2, 1}));
}

TEST_CASE("overlapping_pairs: each segment that begins in an earlier one, in region tiers only") {
    CHECK(overlapping_pairs(pieces({{0, 4}, {4, 8}, {8, 9}})).empty()); // touching is no overlap
    CHECK(overlapping_pairs(pieces({{0, 20}, {5, 6}, {19, 30}, {30, 31}})) ==
          std::vector<OverlappingPair>{{"o2", "o1"}, {"o3", "o1"}});
    CHECK(overlapping_pairs({}).empty());
    LabelSchema labels;
    labels.tiers = {{"voices", {}, false}, {"noises", {}, false}};
    labels.objects = {{.id = "speech"}, {.id = "horn", .tier = "noises"}};
    Answer answer = answer_with({{0, 4}, {2, 6}});
    answer.objects["o2"].label = "horn";
    CHECK(overlapping_pairs(pieces_of(answer, "a", labels)).empty()); // tiers are never in each other's way
    answer.objects["o2"].label = "speech";
    CHECK(overlapping_pairs(pieces_of(answer, "a", labels)).size() == 1);
    labels.tiers[0].contiguous = true; // an overlap there is a fault, not a doubt
    CHECK(overlapping_pairs(pieces_of(answer, "a", labels)).empty());
}

TEST_CASE("may_take_label: not over a segment of the other tier where overlap is refused") {
    LabelSchema labels;
    labels.tiers = {{"voices", {}, false}, {"noises", {}, false}};
    labels.objects = {{.id = "speech"}, {.id = "horn", .tier = "noises"}};
    Answer answer = answer_with({{0, 4}, {2, 6}, {4, 5}});
    answer.objects["o2"].label = "horn";
    const auto found = pieces_of(answer, "a", labels);
    CHECK_FALSE(may_take_label(labels, found, "o1", "horn", strict_room));
    CHECK(may_take_label(labels, found, "o1", "horn", free_room));
    CHECK(may_take_label(labels, found, "o1", "speech", strict_room));
    CHECK(may_take_label(labels, found, "gone", "horn", strict_room));
}

TEST_CASE("drag_edge: a segment is never shorter than the samples of 10 ms, at any rate") {
    const auto line = pieces({{10, 20}});
    const Room room{60, true, 0, 111.0 / 11'025}; // 110.25 samples are 10 ms: rounding made 110 of them, too short
    CHECK(drag_edge(line, {"o1", Edge::end}, 3, room).range.end_s == 10 + 111.0 / 11'025);
}
