// From judgements to half-points, the same way for every grader: items, then deductions, then gates.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/score/grader.h"

namespace biaokao {

enum class ItemStatus { earned, partly, missed, not_graded };

struct ItemScore {
    std::string id, skill;
    HalfPoints max;
    std::optional<HalfPoints> awarded; // absent when not graded
    ItemStatus status = ItemStatus::missed;
    Message nominal, measured;
    std::vector<Evidence> evidence;
};

struct QuestionScore {
    std::string id;
    HalfPoints max;
    std::optional<HalfPoints> awarded;
    std::vector<ItemScore> items;
    std::vector<ObjectVerdict> verdicts; // for overlays
};

struct Candidate {
    std::string name, ticket;
};

struct ScoreSheet {
    std::string pack_id, pack_version;
    Candidate candidate;
    HalfPoints max, pass_mark;
    std::optional<HalfPoints> total;
    std::optional<bool> passed;
    std::vector<QuestionScore> questions;
};

// The key of a whole pack, compiled once.
class Scorer {
public:
    // Every problem of every key, with file and pointer. `pack` must have been read with its key and is kept.
    static tl::expected<Scorer, Problems> compile(std::shared_ptr<const Pack> pack, std::span<const Grader> graders);

    // The questions of `only` (all when empty), untouched where `answers` has none. A drill of some questions is
    // measured against their own maximum; its pass mark is the same share, rounded up to a half point. `process` holds
    // what happened by question, null where only the answers are there.
    [[nodiscard]] ScoreSheet score(const std::map<std::string, Answer>& answers, const Candidate& candidate,
                                   std::span<const std::string> only = {},
                                   const std::map<std::string, ProcessLog>* process = nullptr) const;
    [[nodiscard]] const Pack& pack() const { return *pack_; }
    // Does any check look at the process? Else nobody needs to gather it.
    [[nodiscard]] bool looks_at_process() const;

private:
    std::shared_ptr<const Pack> pack_;
    std::vector<Judge> judges_; // as pack_->questions
};

// Items, deductions, gates of one question (contracts.md section 4); nothing for a blank answer.
[[nodiscard]] QuestionScore score_question(const Question& question, const QuestionKey& key,
                                           const Result<Judgement>& judgement, bool blank = false);

// Runs every sample of the pack; a problem for each item whose points differ from its expectation, and for an
// expectation that names no item or misses one.
void verify_samples(const Scorer& scorer, Problems& problems);

} // namespace biaokao
