#include <doctest/doctest.h>

#include "tests/support/graded.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Calls {
    Scorer scorer = test::scorer_of({});
    Answer answer = test::perfect_answer(scorer.pack(), "calls");
    // o1 speech [0.2, 1.0], o2 speech [1.2, 2.0], o3 noise [2.2, 2.8]

    Segment& segment(const char* id) { return std::get<Segment>(answer.objects.at(id).shape); }
    std::string& text(const char* id) { return answer.objects.at(id).text; }
    QuestionScore score() { return grade(scorer, "calls", answer); }
};

TEST_CASE("audio_segments: 200 ms off counts at both ends, 201 ms does not") {
    Calls calls;
    calls.segment("o1") = {0.4, 0.8}; // tIoU 0.5 exactly, both ends 200 ms off
    CHECK(points_of(calls.score(), "M1") == 0.5);
    calls.segment("o1") = {0.2, 1.2};
    CHECK(points_of(calls.score(), "M1") == 0.5);
    calls.segment("o1") = {0.2, 1.201};
    CHECK(points_of(calls.score(), "M1") == 0);
    CHECK(item_of(calls.score(), "M1").evidence.front().value == "201 ms");
}

TEST_CASE("audio_segments: 0.8 s against 0.7 s is 100 ms, not a hair more") {
    test::SmallPack pack;
    pack.set("key/calls.json:/checks/M1/tolerance_ms", 100);
    pack.set("key/calls.json:/reference/objects/r1/segment/0", 0.1);
    pack.set("key/calls.json:/reference/objects/r1/segment/1", 0.8);
    const Scorer scorer = test::scorer_of(pack);
    Answer answer = test::perfect_answer(scorer.pack(), "calls");
    answer.objects.at("o1").shape = Segment{0.1, 0.7};
    CHECK(points_of(grade(scorer, "calls", answer), "M1") == 0.5);
}

TEST_CASE("audio_segments: one wrong character of twenty is 5 %, two are too many, punctuation and blanks are free") {
    Calls calls;
    calls.text("o1") = "您好，请把三号仓库的样品嗯在今天上午送到 门囗。"; // the last character but one is another one
    CHECK(points_of(calls.score(), "M2") == 0.5);
    calls.text("o1") = "您好，请把三号仓库的样品嗯在今天上午送到 们囗。";
    CHECK(points_of(calls.score(), "M2") == 0);
    CHECK(item_of(calls.score(), "M2").evidence.front().need == "≤ 5.0 %");
    calls.text("o1") = "";
    CHECK(has_sentence(item_of(calls.score(), "M2"), "evidence.transcript_empty"));
}

TEST_CASE("audio_segments: fillers left out lose their item though the error rate passes") {
    Calls calls;
    calls.text("o1") = "您好请把三号仓库的样品在今天上午送到门口";
    const QuestionScore score = calls.score();
    CHECK(points_of(score, "M2") == 0.5);
    CHECK(points_of(score, "M6") == 0);
    CHECK(has_sentence(item_of(score, "M6"), "evidence.filler_wrong"));
    CHECK(has_sentence(item_of(score, "M6"), "evidence.filler_right"));
}

TEST_CASE("audio_segments: a filler written once too often is wrong as well") {
    Calls calls;
    calls.text("o2") += "啊";
    CHECK(points_of(calls.score(), "M6") == 0);
}

TEST_CASE("audio_segments: text and speaker of a segment with another label do not count") {
    Calls calls;
    calls.answer.objects.at("o1").label = "noise";
    const QuestionScore score = calls.score();
    for (const char* item : {"M1", "M2", "M3"}) CHECK(points_of(score, item) == 0);
    CHECK(has_sentence(item_of(score, "M1"), "evidence.segment.wrong_label"));
    CHECK(has_sentence(item_of(score, "M7"), "evidence.no_extra")); // one mistake, not "missing plus extra"
}

TEST_CASE("audio_segments: one segment over everything matches nothing") {
    Calls calls;
    calls.answer.objects.clear();
    Object all;
    all.item = "call";
    all.label = "speech";
    all.text = "您好请把三号仓库的样品嗯在今天上午送到门口";
    all.shape = Segment{0, 3};
    calls.answer.objects["o1"] = all;
    CHECK(calls.score().awarded == HalfPoints{});
}

TEST_CASE("audio_segments: a segment that swallows its neighbour is named as merged") {
    Calls calls;
    calls.answer.objects.erase("o3");
    calls.segment("o2") = {1.2, 2.55}; // tIoU 0.59 with r2, and more than half of r3
    const QuestionScore score = calls.score();
    CHECK(points_of(score, "M7") == 0);
    CHECK(has_sentence(item_of(score, "M7"), "evidence.segment.merged"));
    calls.segment("o2") = {1.2, 2.5}; // exactly half of r3: not swallowed
    CHECK(points_of(calls.score(), "M7") == 0.5);
}

TEST_CASE("audio_segments: a grid of short segments earns no more than a guess") {
    Calls calls;
    calls.answer.objects.clear();
    for (int i = 0; i < 12; ++i) {
        Object piece;
        piece.item = "call";
        piece.label = "speech";
        piece.shape = Segment{i * 0.25, (i + 1) * 0.25};
        calls.answer.objects["o" + std::to_string(i)] = piece;
    }
    CHECK(calls.score().awarded == HalfPoints{});
}

TEST_CASE("audio_segments: a filler that the reference never has would be earned by silence: refused") {
    test::SmallPack pack;
    pack.set("key/calls.json:/checks/M6/fillers/0", "哦");
    const Problems problems = test::key_problems(pack);
    REQUIRE(problems.errors.size() == 1);
    CHECK(problems.errors[0].code == "error.check_filler_absent");
}

TEST_CASE("audio_segments: the form of the recording is judged as any form, and its reference must be there") {
    const auto with_form = [](double reference) {
        test::SmallPack pack;
        pack.set("questions/calls.json:/labels/attributes/-",
                 Json::Object{{"id", "clips"},
                              {"title", Json::Object{{"zh", "削波点"}, {"en", "Clipped"}}},
                              {"kind", "number"},
                              {"min", 0},
                              {"max", 1'000'000}});
        pack.set("questions/calls.json:/labels/fields", Json::Array{"clips"});
        pack.set("key/calls.json:/reference/items",
                 Json::Object{{"call", Json::Object{{"attributes", Json::Object{{"clips", reference}}}}}});
        pack.set("key/calls.json:/checks/M6",
                 Json::Object{{"check", "number"}, {"target", "call"}, {"field", "clips"}, {"tolerance", 2}});
        return pack;
    };
    const Scorer scorer = test::scorer_of(with_form(12));
    Answer answer = test::perfect_answer(scorer.pack(), "calls");
    answer.items.clear();
    CHECK(points_of(grade(scorer, "calls", answer), "M6") == 0); // nothing reported
    answer.items["call"].attributes["clips"] = 14.0;
    CHECK(points_of(grade(scorer, "calls", answer), "M6") == 0.5);
    answer.items["call"].attributes["clips"] = 15.0;
    CHECK(points_of(grade(scorer, "calls", answer), "M6") == 0);
    test::SmallPack without = with_form(12);
    without.erase("key/calls.json:/reference/items");
    CHECK_FALSE(test::key_problems(without).empty());
}

TEST_CASE("audio_segments: a transcript check of a segment without text is refused") {
    test::SmallPack pack;
    pack.set("key/calls.json:/reference/objects/r1/text", "。");
    const Problems problems = test::key_problems(pack);
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.errors[0].code == "error.check_reference_text");
}

} // namespace
} // namespace biaokao
