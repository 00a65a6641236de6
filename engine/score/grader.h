// What a grader is: it compiles a reference once and then judges many answers. Points, deductions and gates are not
// its business; score.h applies them to whatever it finds, the same way for every grader.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pack/pack.h"
#include "engine/pack/task_type.h"
#include "engine/session/process_log.h"

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

struct Tally {          // what deductions and flood limits count
    int extra = 0;      // objects, members or changes that match nothing and are not excused
    int objects = 0;    // all that the candidate gave
    int references = 0; // all that were wanted
};

struct Judgement {
    std::vector<CheckResult> checks;             // one for each of the key's checks, in its order
    Tally tally;                                 // of the whole question
    std::map<std::string, Tally> tally_of_group; // where a group of checks has a count of its own
    std::vector<ObjectVerdict> verdicts;

    [[nodiscard]] const Tally& tally_for(const std::string& group) const {
        const auto own = tally_of_group.find(group);
        return own == tally_of_group.end() ? tally : own->second;
    }
};

// Judges one answer. `process` is what happened while it was made, null where only the answer is there: checks of
// events are then not graded. An error means "the grader cannot judge", never zero.
using Judge = std::function<Result<Judgement>(const Answer& answer, const ProcessLog* process)>;

// The checks that look at the process, whichever grader offers them.
constexpr std::array<std::string_view, 3> process_checks{"event", "event_before", "no_event"};

struct Grader {
    std::string_view id, answer_kind;
    std::span<const std::string_view> checks; // names that an item may use
    // Reads the settings of `key` once; every problem with file and pointer. `files` serves limits that depend on the
    // material (a share of a picture's side): headers are looked at, nothing is decoded. May be null in tests.
    tl::expected<Judge, Problems> (*compile)(const Question& question, const QuestionKey& key, const PackFiles* files);
};

} // namespace biaokao
