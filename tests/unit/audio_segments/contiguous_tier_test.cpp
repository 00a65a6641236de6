#include "tasks/types/audio_segments/contiguous_tier.h"

#include <doctest/doctest.h>

#include <random>

#include "engine/answer/patch.h"
#include "tasks/types/audio_segments/time_axis.h"

using namespace biaokao;
using namespace biaokao::audio;

namespace {

constexpr int parts_tier = 0, noise_tier = 1;

// Parts of the recording above, without gaps; noises below, where they are.
LabelSchema schema() {
    LabelSchema labels;
    labels.tiers = {{"parts", {}, true}, {"noises", {}, false}};
    labels.objects = {{.id = "quiet", .attributes = {"dull"}, .tier = "parts"},
                      {.id = "loud", .tier = "parts"},
                      {.id = "horn", .tier = "noises"}};
    return labels;
}

Object part(double start_s, double end_s, std::string text = {}, std::string label = "quiet") {
    Object object;
    object.item = "a";
    object.label = std::move(label);
    object.shape = Segment{start_s, end_s};
    object.text = std::move(text);
    return object;
}

struct Line {
    Answer answer;
    Room room{60, true, parts_tier};

    [[nodiscard]] std::vector<Piece> pieces() const { return pieces_of(answer, "a", schema()); }
    [[nodiscard]] Segment range(const char* id) const { return std::get<Segment>(answer.objects.at(id).shape); }
    void apply(const TierEdit& edit) {
        for (const auto& [id, object] : edit.before) {
            REQUIRE(answer.objects.at(id) == object); // what it takes away is what was there
            answer.objects.erase(id);
        }
        for (const auto& [id, object] : edit.after) REQUIRE(answer.objects.emplace(id, object).second);
    }
    TierEdit insert(std::vector<double> times_s, const NewIntervals& made) {
        const auto edit = insert_boundaries(answer.objects, pieces(), made, times_s, room);
        apply(edit);
        return edit;
    }
    TierEdit remove(const ObjectIds& ids) {
        const auto edit = remove_segments(answer.objects, pieces(), ids);
        apply(edit);
        return edit;
    }
};

NewIntervals with_ids(std::vector<std::string> ids) { return {"a", "quiet", false, std::move(ids)}; }

Line three_parts() {
    Line line;
    line.answer.objects = {{"o1", part(0, 10, "一")}, {"o2", part(10, 30, "二", "loud")}, {"o3", part(30, 60, "三")}};
    return line;
}

} // namespace

TEST_CASE("contiguous tier: the first boundary divides the whole recording") {
    Line line;
    const auto edit = line.insert({20}, with_ids({"o1", "o2"}));
    CHECK(edit.before.empty());
    CHECK(line.range("o1") == Segment{0, 20});
    CHECK(line.range("o2") == Segment{20, 60});
    CHECK(edit.chosen == "o2");
    CHECK(line.answer.objects.at("o1").label == "quiet");
    CHECK(line.answer.objects.at("o1").item == "a");
    Line untouched;
    for (const double time_s : {0.0, 0.005, 59.995, 60.0, 99.0, -1.0}) // nothing to divide there: no object at all
        CHECK(untouched.insert({time_s}, with_ids({"o1", "o2"})).after.empty());
}

TEST_CASE("contiguous tier: a boundary cuts an interval, its text stays with the first part") {
    Line line = three_parts();
    line.answer.objects["o1"].attributes["dull"] = true;
    const auto edit = line.insert({4}, with_ids({"o4", "o5"}));
    CHECK(line.range("o1") == Segment{0, 4});
    CHECK(line.range("o4") == Segment{4, 10});
    CHECK(line.answer.objects.at("o1").text == "一");
    CHECK(line.answer.objects.at("o4").text.empty());
    CHECK(line.answer.objects.at("o4").attributes.contains("dull"));
    CHECK(edit.before.size() == 1);                                     // nothing else is touched
    CHECK(line.insert({10.005}, with_ids({"o5", "o6"})).after.empty()); // too near to a boundary
    NewIntervals loud = with_ids({"o5", "o6"});
    loud.label = "loud";
    loud.relabel = true;
    line.insert({7}, loud);
    CHECK(line.answer.objects.at("o5").label == "loud");
    CHECK(line.answer.objects.at("o5").attributes.empty()); // "dull" is no question there
    CHECK(line.answer.objects.at("o4").label == "quiet");
}

TEST_CASE("contiguous tier: a range makes its own interval, whatever boundaries lie in it") {
    Line line = three_parts();
    CHECK(line.insert({2, 6}, with_ids({"o4", "o5", "o6"})).chosen == "o4");
    CHECK(line.range("o4") == Segment{2, 6});
    CHECK(line.range("o5") == Segment{6, 10});
    CHECK(line.insert({10, 12}, with_ids({"o6", "o7", "o8"})).chosen == "o2"); // from a boundary on: one more is enough
    CHECK(line.range("o2") == Segment{10, 12});
    line.insert({20, 40}, with_ids({"o7", "o8", "o9"}));
    CHECK(line.range("o7") == Segment{20, 30});
    CHECK(line.range("o3") == Segment{30, 40});
    CHECK(line.range("o8") == Segment{40, 60});
}

TEST_CASE("contiguous tier: a boundary moves both neighbours, as far as the shorter of them allows") {
    const Line line = three_parts();
    const auto pieces = line.pieces();
    for (const EdgeHold& hold : {EdgeHold{"o1", Edge::end}, EdgeHold{"o2", Edge::start}}) {
        const auto moved = move_edge(pieces, hold, 14, line.room);
        REQUIRE(moved.pieces.size() == 2);
        CHECK(moved.pieces[0].range == Segment{0, 14});
        CHECK(moved.pieces[1].range == Segment{14, 30});
        CHECK_FALSE(moved.limited);
        const auto beyond = move_edge(pieces, hold, 50, line.room);
        CHECK(beyond.limited);
        CHECK(beyond.pieces[0].range.end_s == 30 - min_segment_s);
        CHECK(beyond.pieces[1].range == Segment{30 - min_segment_s, 30});
    }
    CHECK(move_edge(pieces, {"o1", Edge::start}, 5, line.room).pieces.empty()); // the ends of the recording stay
    CHECK(move_edge(pieces, {"o3", Edge::end}, 50, line.room).pieces.empty());
    CHECK(is_outer_end(pieces, {"o1", Edge::start}));
    CHECK(is_outer_end(pieces, {"o3", Edge::end}));
    CHECK_FALSE(is_outer_end(pieces, {"o2", Edge::start}));
    CHECK_FALSE(is_outer_end(pieces, {"gone", Edge::start}));
}

TEST_CASE("contiguous tier: typed times move the neighbours along; the ends of the recording stay") {
    const Line line = three_parts();
    const auto typed = type_edges(line.pieces(), "o2", {12, 25}, line.room);
    REQUIRE(typed.has_value());
    REQUIRE(typed->pieces.size() == 3);
    CHECK(typed->pieces[0].range == Segment{12, 25});
    CHECK(typed->pieces[1].range == Segment{0, 12});
    CHECK(typed->pieces[2].range == Segment{25, 60});
    CHECK_FALSE(typed->limited);
    const auto first = type_edges(line.pieces(), "o1", {3, 8}, line.room);
    CHECK(first->pieces[0].range == Segment{0, 8});
    CHECK(first->limited);
    CHECK_FALSE(type_edges(line.pieces(), "o2", {25, 25.001}, line.room).has_value());
    CHECK_FALSE(type_edges(line.pieces(), "gone", {25, 26}, line.room).has_value());
}

TEST_CASE("contiguous tier: Shift moves the boundaries of all tiers at one time, but not the ends of the recording") {
    Line line = three_parts();
    line.answer.objects["o4"] = part(0, 10, "", "horn");
    const auto moved = drag_shared(line.pieces(), {"o4", Edge::end}, 12, line.room);
    CHECK(moved.size() == 3);
    const auto at_the_start = drag_shared(line.pieces(), {"o4", Edge::start}, 3, line.room);
    REQUIRE(at_the_start.size() == 1); // the horn alone
    CHECK(at_the_start[0].range == Segment{3, 10});
}

TEST_CASE("contiguous tier: what is removed is joined with its neighbour, the texts with a blank") {
    Line line = three_parts();
    CHECK(line.remove({"o2"}).chosen == "o1");
    CHECK(line.range("o1") == Segment{0, 30});
    CHECK(line.answer.objects.at("o1").text == "一 二");
    CHECK(line.answer.objects.at("o1").label == "quiet");
    Line from_the_left = three_parts();
    CHECK(from_the_left.remove({"o1", "o2"}).chosen == "o3"); // nothing stays before them
    CHECK(from_the_left.range("o3") == Segment{0, 60});
    CHECK(from_the_left.answer.objects.at("o3").text == "一 二 三");
    Line both_ends = three_parts();
    both_ends.answer.objects["o2"].text.clear();
    both_ends.remove({"o1", "o3"});
    CHECK(both_ends.range("o2") == Segment{0, 60});
    CHECK(both_ends.answer.objects.at("o2").text == "一 三");
    Line all = three_parts();
    all.answer.objects["o4"] = part(3, 5, "", "horn");
    all.remove({"o1", "o2", "o3", "o4"});
    CHECK(all.answer.objects.empty());
}

TEST_CASE("contiguous tier: no label takes a segment out of it, or into it") {
    Line line = three_parts();
    line.answer.objects["o4"] = part(3, 5, "", "horn");
    const auto pieces = line.pieces();
    CHECK(may_take_label(schema(), pieces, "o1", "loud", line.room));
    CHECK_FALSE(may_take_label(schema(), pieces, "o1", "horn", line.room));
    CHECK_FALSE(may_take_label(schema(), pieces, "o4", "quiet", line.room));
    CHECK(may_take_label(schema(), pieces, "o4", "horn", line.room));
}

TEST_CASE("contiguous tier: gaps and overlaps have a name and a place") {
    Line line = three_parts();
    CHECK_FALSE(fault_of_tier(line.pieces(), parts_tier).has_value());
    line.answer.objects["o2"].shape = Segment{10.5, 30};
    CHECK(fault_of_tier(line.pieces(), parts_tier)->code == "error.tier_gap");
    CHECK(fault_of_tier(line.pieces(), parts_tier)->id == "o2");
    line.answer.objects["o2"].shape = Segment{9.5, 30};
    CHECK(fault_of_tier(line.pieces(), parts_tier)->code == "error.tier_overlap");
    Line late;
    late.answer.objects["o1"] = part(1, 60);
    CHECK(fault_of_tier(late.pieces(), parts_tier)->id == "o1"); // not from the beginning
    CHECK_FALSE(fault_of_tier({}, parts_tier).has_value());
}

namespace {

// A person who does anything to two tiers, as the desk would have it done: patches, sample positions, undo.
struct Gestures {
    std::mt19937 random;
    TimeAxis axis;
    Line line;
    std::vector<Patch> undos;
    int next_object = 1;

    Gestures(unsigned seed, int sample_rate, bool overlap) : random(seed) {
        const double duration_s = std::floor(7.3 * sample_rate) / sample_rate;
        axis.set_recording(duration_s, sample_rate);
        line.room = {duration_s, overlap, parts_tier, std::ceil(min_segment_s * sample_rate - 1e-6) / sample_rate};
    }
    int pick(int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); }
    double some_time() {
        const auto pieces = line.pieces();
        if (!pieces.empty() && pick(3) == 0) // at a boundary, or a little beside it
            return pieces[static_cast<std::size_t>(pick(static_cast<int>(pieces.size())))].range.end_s +
                   (pick(5) - 2) * 0.004;
        return (pick(1'200) - 100) / 1'000.0 * line.room.duration_s;
    }
    std::string some_id() {
        const auto pieces = line.pieces();
        return pieces.empty() ? "none" : pieces[static_cast<std::size_t>(pick(static_cast<int>(pieces.size())))].id;
    }
    EdgeHold some_edge() { return {some_id(), pick(2) == 0 ? Edge::start : Edge::end}; }

    void commit(const Patch& patch) {
        auto undo = apply_patch(line.answer, patch);
        REQUIRE(undo.has_value());
        undos.push_back(std::move(*undo));
    }
    void commit(const TierEdit& edit) {
        Answer before, after;
        before.objects = edit.before;
        after.objects = edit.after;
        commit(patch_between(before, after));
    }
    void commit(const std::vector<MovedPiece>& moved) {
        Answer before, after;
        for (const MovedPiece& piece : moved) {
            before.objects[piece.id] = after.objects[piece.id] = line.answer.objects.at(piece.id);
            const Segment range{axis.sample_time(piece.range.start_s), axis.sample_time(piece.range.end_s)};
            if (!long_enough(range)) return; // the desk says so instead
            after.objects[piece.id].shape = range;
        }
        commit(patch_between(before, after));
    }
    void insert(int count) {
        std::vector<double> times_s;
        NewIntervals made = with_ids({});
        for (int i = 0; i <= count; ++i) made.ids.push_back("o" + std::to_string(next_object++));
        for (int i = 0; i < count; ++i) times_s.push_back(axis.sample_time(some_time()));
        std::ranges::sort(times_s);
        made.label = pick(2) == 0 ? "quiet" : "loud";
        made.relabel = pick(2) == 0;
        commit(insert_boundaries(line.answer.objects, line.pieces(), made, times_s, line.room));
    }
    void draw_noise() {
        const auto made = new_range(line.pieces(), some_time(), some_time(),
                                    {line.room.duration_s, line.room.overlap, noise_tier, line.room.shortest_s});
        if (!made) return;
        const Segment range{axis.sample_time(made->range.start_s), axis.sample_time(made->range.end_s)};
        if (!long_enough(range)) return;
        Answer after;
        after.objects["o" + std::to_string(next_object++)] = part(range.start_s, range.end_s, "", "horn");
        commit(patch_between({}, after));
    }
    void relabel() {
        static constexpr const char* labels[] = {"quiet", "loud", "horn"};
        const std::string id = some_id(), label = labels[pick(3)];
        if (!line.answer.objects.contains(id) || !may_take_label(schema(), line.pieces(), id, label, line.room)) return;
        Answer before, after;
        before.objects[id] = after.objects[id] = line.answer.objects.at(id);
        after.objects[id].label = label;
        commit(patch_between(before, after));
    }
    void one() {
        switch (pick(10)) {
        case 0:
        case 1: return insert(1);
        case 2: return insert(2);
        case 3:
        case 4: return commit(move_edge(line.pieces(), some_edge(), some_time(), line.room).pieces);
        case 5: return commit(drag_shared(line.pieces(), some_edge(), some_time(), line.room));
        case 6: {
            const auto typed = type_edges(line.pieces(), some_id(), {some_time(), some_time()}, line.room);
            return typed ? commit(typed->pieces) : void();
        }
        case 7: return commit(remove_segments(line.answer.objects, line.pieces(), {some_id(), some_id()}));
        case 8: return pick(2) == 0 ? draw_noise() : relabel();
        default:
            if (undos.empty()) return;
            REQUIRE(apply_patch(line.answer, undos.back()).has_value());
            undos.pop_back();
        }
    }
};

} // namespace

TEST_CASE("contiguous tier: whatever is done in any order, there is no gap, no overlap and nothing too short") {
    int longest = 0;
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const int rates[] = {11'025, 16'000, 44'100};
        Gestures person(seed, rates[seed % 3], seed % 2 == 0);
        for (int step = 0; step < 150; ++step) {
            CAPTURE(seed);
            CAPTURE(step);
            person.one();
            const auto pieces = person.line.pieces();
            const auto parts = pieces_in_tier(pieces, parts_tier);
            longest = std::max(longest, static_cast<int>(parts.size()));
            REQUIRE_FALSE(fault_of_tier(pieces, parts_tier).has_value());
            if (!parts.empty()) REQUIRE(parts.back().range.end_s == person.line.room.duration_s);
            for (const Piece& piece : pieces) REQUIRE(long_enough(piece.range));
            for (std::size_t i = 1; i < parts.size(); ++i) // the very same number, as one boundary
                REQUIRE(parts[i].range.start_s == parts[i - 1].range.end_s);
        }
    }
    CHECK(longest > 8); // they did something
}
