// A segment in few words: its tag on the waveform, its label with attributes in a comparison.
#pragma once

#include <string>
#include <vector>

#include "app/ui/task_view.h"

namespace biaokao::audio {

// "o3 Speech A 您好这里是…": id, label, the first chosen attribute, the beginning of the text.
[[nodiscard]] std::string tag_words(const TaskFrame& frame, const std::string& id, const Object& object);
// "Speech · Speaker: A · Emotion: Calm"
[[nodiscard]] std::string label_and_attributes(const TaskFrame& frame, const Object& object);

// The value of an attribute as people read it; empty where there is none.
[[nodiscard]] std::string attribute_words(const TaskFrame& frame, const Object& object, const AttributeSpec& spec);
// The title of its label, or that it has none.
[[nodiscard]] std::string label_title(const TaskFrame& frame, const Object& object);

struct ValueDifference { // as people read them
    std::string title, chosen, right;
};
// The label and the attributes in which `mine` is not like `reference`; what only `mine` has is no mistake.
[[nodiscard]] std::vector<ValueDifference> differing_values(const TaskFrame& frame, const Object& mine,
                                                            const Object& reference);

} // namespace biaokao::audio
