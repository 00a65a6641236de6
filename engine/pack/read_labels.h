// The label schema of a question: objects, attributes, classes, document groups.
#pragma once

#include "engine/pack/question.h"

namespace biaokao {

// `reader` stands on the question; reads its member "labels".
[[nodiscard]] LabelSchema read_labels(JsonReader& reader);

} // namespace biaokao
