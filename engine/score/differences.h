// What of an answer and a reference is not alike: for looking at mistakes alone, where hundreds of objects are right.
#pragma once

#include <span>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/task_type.h"

namespace biaokao {

struct Differences {
    Answer mine, reference;
    std::vector<ObjectVerdict> verdicts;
};

// Leaves out matched objects with equal attributes and equal text, and what was excused. Objects that a relation which
// stays runs between stay as well. Items and the result's name are kept whole.
[[nodiscard]] Differences differences_of(const Answer& mine, const Answer& reference,
                                         std::span<const ObjectVerdict> verdicts);

} // namespace biaokao
