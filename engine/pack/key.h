// What only the examiner may see of one question: reference, checks, deductions, explanations.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/base/half_points.h"
#include "engine/base/json_reader.h"

namespace biaokao {

struct Question;

struct Band { // partial credit, from strict to loose; the limit replaces the check's own
    double limit = 0;
    HalfPoints points;
};

struct Gate {          // the item counts only if this share of the positive points is earned
    double share = 0;  // 0.5 or 0.25
    std::string group; // of this group; empty: of the question
};

struct CheckSpec {
    std::string item;   // rubric item id, M1 …
    std::string check;  // a check of the question's grader
    std::string target; // reference object or item id; empty for checks of the whole answer
    std::string group;
    std::optional<Gate> gate;
    std::vector<Band> bands;
    Text explain;
    Json settings;     // the check's own members (iou_min, tolerance_ms …), read by the grader
    std::string where; // "key/q1.json:/checks/M1"
};

struct CheckGroup {
    std::string id;
    std::string deduction_check;   // "extra"; empty: no deduction
    int deduction_free = 0;        // so many are forgiven
    HalfPoints deduction_points;   // for each beyond
    bool flood_limit = false;      // more than max(2n, n + 3) objects for n references: the whole group is 0
    std::optional<HalfPoints> cap; // the most that the group earns
};

struct IgnoreRegion {
    std::string item;
    Box box;
    Text explain;
};

struct QuestionKey {
    std::string question;
    Json matching;                       // limits of the matching, read by the grader
    Answer reference;                    // object ids r1, r2 …
    std::map<std::string, Text> explain; // by reference object id or item id
    std::vector<IgnoreRegion> ignore;
    std::vector<CheckSpec> checks; // in the order of the rubric
    std::map<std::string, CheckGroup> groups;
    std::string where; // "key/q1.json"

    [[nodiscard]] const CheckSpec* find_check(std::string_view item) const;
};

// Reads key/<id>.json against its question: one check for each rubric item and no other, targets that exist,
// labels and options of the schema, gates and groups that make sense. Every problem is added.
[[nodiscard]] QuestionKey read_key(const Json& value, const std::string& file, const Question& question,
                                   Problems& problems);

} // namespace biaokao
