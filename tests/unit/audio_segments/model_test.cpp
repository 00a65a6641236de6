#include <doctest/doctest.h>

#include "engine/answer/answer.h"
#include "engine/pack/task_type.h"
#include "tests/unit/audio_segments/dialogue.h"

namespace biaokao {
extern const TaskType audio_segments_type;
}

using namespace biaokao;

namespace {

std::vector<std::string> answer_problems(const Answer& answer, const Question& question = test::dialogue_question()) {
    Problems problems;
    audio_segments_type.check_answer(question, answer, "a.json:/q", problems);
    std::vector<std::string> codes;
    for (const Error& error : problems.errors) codes.push_back(error.code + " " + error.where);
    return codes;
}

} // namespace

TEST_CASE("audio_segments: a question of recordings and segment labels has no problem") {
    Problems problems;
    audio_segments_type.check_question(test::dialogue_question(), "q.json", problems);
    CHECK(problems.empty());
}

TEST_CASE("audio_segments: pictures, texts and boxes are named with their places") {
    Question question = test::dialogue_question();
    question.items.push_back({.id = "p", .title = {}, .file = "media/p.png", .text = "", .group = ""});
    question.items.push_back({.id = "t", .title = {}, .file = "", .text = "words", .group = ""});
    question.labels.objects[1].shape = "box";
    Problems problems;
    audio_segments_type.check_question(question, "q.json", problems);
    REQUIRE(problems.errors.size() == 3);
    CHECK(problems.errors[0].where == "q.json:/labels/objects/1/shape");
    CHECK(problems.errors[1].where == "q.json:/items/1/file");
    CHECK(problems.errors[2].where == "q.json:/items/2");
}

TEST_CASE("audio_segments: an answer may be unfinished, but its segments must be segments") {
    Answer answer;
    answer.objects["o1"] = test::segment("", 0, 0.01);
    answer.objects["o2"] = test::segment("speech", 1, 2, "您好");
    answer.objects["o2"].attributes["speaker"] = "B";
    CHECK(answer_problems(answer).empty());
    answer.objects["o3"] = test::segment("speech", 2, 2.009);
    answer.objects["o4"] = test::segment("speech", 3, 2);
    answer.objects["o5"] = test::segment("speech", -0.5, 2);
    answer.objects["o6"] = test::segment("music", 3, 4);
    answer.objects["o7"] = test::segment("speech", 3, 4);
    answer.objects["o7"].shape = Span{0, 4};
    CHECK(answer_problems(answer) == std::vector<std::string>{"error.answer_label a.json:/q/objects/o6/label",
                                                              "error.answer_shape a.json:/q/objects/o7",
                                                              "error.segment_too_short a.json:/q/objects/o3/segment",
                                                              "error.segment_too_short a.json:/q/objects/o4/segment",
                                                              "error.segment_outside a.json:/q/objects/o5/segment"});
}

TEST_CASE("audio_segments: an item is begun by a segment or a class, not by looking at it or saving it empty") {
    const Question question = test::dialogue_question();
    const ItemSpec& item = question.items[0];
    Answer answer;
    CHECK_FALSE(audio_segments_type.item_begun(question, item, answer));
    answer.items["talk"].saved = true;
    CHECK_FALSE(audio_segments_type.item_begun(question, item, answer));
    answer.objects["o1"] = test::segment("speech", 1, 2);
    answer.objects["o1"].item = "another";
    CHECK_FALSE(audio_segments_type.item_begun(question, item, answer));
    answer.objects["o2"] = test::segment("", 1, 2);
    CHECK(audio_segments_type.item_begun(question, item, answer));
    answer.objects.clear();
    answer.items["talk"].classes["usable"] = "yes";
    CHECK(audio_segments_type.item_begun(question, item, answer));
}

TEST_CASE("audio_segments: the segments of a contiguous tier follow one another from the beginning") {
    Question question = test::dialogue_question();
    question.labels.tiers = {{"turns", {"话轮", "Turns"}, true}, {"noises", {"噪声", "Noises"}, false}};
    question.labels.objects[1].tier = "noises";
    Answer answer;
    CHECK(answer_problems(answer, question).empty()); // nothing is divided yet
    answer.objects["o1"] = test::segment("speech", 0, 2);
    answer.objects["o2"] = test::segment("speech", 2, 5);
    answer.objects["o3"] = test::segment("noise", 1, 2); // elsewhere they stand as they like
    answer.objects["o4"] = test::segment("noise", 1.5, 3);
    CHECK(answer_problems(answer, question).empty());
    answer.objects["o2"].shape = Segment{2.5, 5};
    CHECK(answer_problems(answer, question) == std::vector<std::string>{"error.tier_gap a.json:/q/objects/o2/segment"});
    answer.objects["o2"].shape = Segment{1.5, 5};
    CHECK(answer_problems(answer, question) ==
          std::vector<std::string>{"error.tier_overlap a.json:/q/objects/o2/segment"});
    question.labels.tiers[0].contiguous = false;
    CHECK(answer_problems(answer, question).empty());
}

TEST_CASE("audio_segments: where the task warns of overlaps, each is a finding, and no fault") {
    Question question = test::dialogue_question();
    Answer answer;
    answer.objects["o1"] = test::segment("speech", 0, 2);
    answer.objects["o2"] = test::segment("speech", 1, 5);
    const auto findings = [&] {
        std::vector<ItemFinding> found;
        audio_segments_type.add_findings(question, question.items[0], answer, "Talk", found);
        return found;
    };
    CHECK(findings().empty()); // allowed
    question.tools.overlap = Overlap::warn;
    REQUIRE(findings().size() == 1);
    CHECK(findings()[0].words ==
          Message{"review.segments_overlap", {{"item", "Talk"}, {"object", "o2"}, {"other", "o1"}}});
    CHECK(findings()[0].object == "o2");
    CHECK_FALSE(findings()[0].blocks_check);
    CHECK(answer_problems(answer, question).empty());
}
