// What became of every object of an answer and of its reference: the one matching that all items of a question share.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/score/grader.h"
#include "graders/measures/step_match.h"
#include "graders/support/tie_order.h"

namespace biaokao {

struct Partner { // of a reference object
    std::string id;
    const Object* object = nullptr; // points into the answer
    double similarity = 0;
    Verdict verdict = Verdict::matched; // matched, wrong_label or near_miss
};

struct ObjectMatching {
    std::map<std::string, Partner, std::less<>> partners; // by reference id; a missing one is not in it
    std::vector<ObjectVerdict> verdicts;
    std::vector<const ObjectVerdict*> extras() const; // extra ones and near misses that no region excuses
    std::vector<std::string> excused;                 // object ids: near misses that count against nobody
    int objects = 0;                                  // drawn, without the ignored ones

    [[nodiscard]] const Partner* find(std::string_view reference) const;
    // The partner when it may earn something: no near miss.
    [[nodiscard]] const Partner* find_hit(std::string_view reference) const;

    void add_pairs(const std::string& item, const std::vector<Entry>& references, const std::vector<Entry>& candidates,
                   const std::vector<Pair>& pairs, Verdict verdict);
    void add_missing(const std::string& item, const std::vector<Entry>& references, const std::vector<int>& missing);
    void add_left(const std::string& item, const std::string& object, Verdict verdict); // extra or ignored
};

// Objects of the answer that stand in no item of the question or have a shape the task does not know: extra ones.
template <class... ShapeTypes>
void add_misplaced(const Question& question, const Answer& answer, ObjectMatching& matching) {
    for (const auto& [id, object] : answer.objects) {
        if (!question.find_item(object.item) || !(std::holds_alternative<ShapeTypes>(object.shape) || ...))
            matching.add_left(object.item, id, Verdict::extra);
    }
}

} // namespace biaokao
