// What a grader is: it compiles a reference once and then judges many answers. Points, deductions and gates are not
// its business; score.h applies them to whatever it finds, the same way for every grader.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pack/pack.h"
#include "engine/pack/task_type.h"

namespace biaokao {

struct Evidence {
    std::string kind;                  // "found", "tight", …: the check, or "deduction", "gate", "flood"
    std::string object{}, reference{}; // ids; empty where there is none
    std::string value{}, need{};       // numbers as text; empty where there is none
    Message text{};                    // one sentence, translated when it is shown
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct CheckResult {
    enum class Outcome { earned, banded, missed, not_graded };
    Outcome outcome = Outcome::missed;
    HalfPoints banded;         // with Outcome::banded: the points of the band reached
    Message nominal, measured; // 规定或标称值, 结果或实测值
    std::vector<Evidence> evidence;
};

struct Judgement {
    std::vector<CheckResult> checks; // one for each of the key's checks, in its order
    int extra = 0;                   // objects that match nothing outside ignore regions
    int objects = 0, references = 0; // for the flood limit
    std::vector<ObjectVerdict> verdicts;
};

// Judges one answer. An error means "the grader cannot judge", never zero.
using Judge = std::function<Result<Judgement>(const Answer& answer)>;

struct Grader {
    std::string_view id, answer_kind;
    std::span<const std::string_view> checks; // names that an item may use
    // Reads the settings of `key` once; every problem with file and pointer. `files` serves limits that depend on the
    // material (a share of a picture's side): headers are looked at, nothing is decoded. May be null in tests.
    tl::expected<Judge, Problems> (*compile)(const Question& question, const QuestionKey& key, const PackFiles* files);
};

} // namespace biaokao
