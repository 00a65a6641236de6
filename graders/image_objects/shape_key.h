// What a key says about a question with objects in pictures, read once, and one check of it about to be judged.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/score/grader.h"
#include "graders/image_objects/measured_shape.h"
#include "graders/support/class_check.h"
#include "graders/support/limit_check.h"
#include "graders/support/object_matching.h"

namespace biaokao::image_objects {

struct CheckKind;

struct ShapeCheck {
    const CheckSpec* spec = nullptr;
    const CheckKind* kind = nullptr;
    LimitSpec limit;                     // found, tight, point, ends, one_line
    std::optional<double> edge_limit_px; // tight: allowed for every edge of a box instead of the IoU
    std::vector<std::string> attributes; // label, attribute
    std::size_t point = 0;               // point, visibility
    int vertices_min = 0;                // vertices
    std::string label;                   // count
    ClassCheck chosen;                   // class
};

struct ShapeKey {
    Question question;
    QuestionKey key;
    MatchLimits limits;
    std::map<std::string, MeasuredShape, IdOrder> references; // point into `key`
    std::vector<ShapeCheck> checks;                           // point into `key`
};

// Judging one check needs the target's reference object and whatever was paired with it.
struct ShapeCase {
    const ShapeKey& key;
    const ShapeCheck& check;
    const Answer& answer;
    const ObjectMatching& matching;
    const Object* reference; // null for checks without one
    const Partner* partner;

    [[nodiscard]] Family family() const { return family_of(reference->shape).value(); }
    // The drawn object when it may earn something: no near miss.
    [[nodiscard]] const Object* hit() const;
    [[nodiscard]] Evidence evidence(std::string_view sentence,
                                    std::vector<std::pair<std::string, std::string>> args = {}) const;
    // A sentence of its own for each family: evidence.box.missing, evidence.area.missing …
    [[nodiscard]] std::string sentence(std::string_view about) const;
    // Nothing, or nothing near enough, was drawn for the target: the same words for every check about it.
    void explain_absence(CheckResult& result) const;
    // Sentences about left and right points that the candidate exchanged.
    void explain_swaps(const Object& drawn, CheckResult& result) const;
};

// How a fit is measured: IoU, Chamfer in px, OKS; and the setting of a limit for it.
[[nodiscard]] Measure fit_measure(Family family);
[[nodiscard]] std::string_view fit_setting(Family family);
[[nodiscard]] double match_limit(const MatchLimits& limits, Family family);
// The value of the pair in that measure; `pair_similarity` is what the matching found.
[[nodiscard]] double fit_value(const Object& reference, const Object& drawn, double pair_similarity);
// Value and need stand beside the sentence as well.
[[nodiscard]] Evidence with_value(Evidence evidence, std::string value, std::string need);

// Every problem with file and pointer. `files` serves limits and masks that depend on the picture; may be null.
[[nodiscard]] std::shared_ptr<const ShapeKey> read_shape_key(const Question& question, const QuestionKey& source,
                                                             const PackFiles* files, Problems& problems);

} // namespace biaokao::image_objects
