// A small question of the type audio_segments: one recording, speech with a text and a speaker, and noise.
#pragma once

#include <string>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao::test {

[[nodiscard]] inline Question dialogue_question() {
    Question question;
    question.id = "q";
    question.type = question.grader = "audio_segments";
    question.items = {{.id = "talk", .title = {"对话", "Talk"}, .file = "media/talk.wav", .text = "", .group = ""}};
    question.labels.objects = {{.id = "speech",
                                .title = {"语音", "Speech"},
                                .color = "#0072B2",
                                .shape = "segment",
                                .attributes = {"speaker"},
                                .transcript = true},
                               {.id = "noise",
                                .title = {"噪声", "Noise <b>"},
                                .color = "#D55E00",
                                .shape = "segment",
                                .attributes = {},
                                .transcript = false}};
    question.labels.attributes = {{.id = "speaker",
                                   .title = {"说话人", "Speaker"},
                                   .kind = AttributeSpec::Kind::radio,
                                   .options = {{"A", {"甲", "A"}}, {"B", {"乙", "B"}}},
                                   .required = true}};
    return question;
}

[[nodiscard]] inline Object segment(std::string label, double start_s, double end_s, std::string text = {}) {
    Object object;
    object.item = "talk";
    object.label = std::move(label);
    object.shape = Segment{start_s, end_s};
    object.text = std::move(text);
    return object;
}

} // namespace biaokao::test
