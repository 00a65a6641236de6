#include "engine/score/score.h"

#include <algorithm>

#include "engine/score/adjust.h"

namespace biaokao {
namespace {

ItemStatus status_of(const ItemScore& item) {
    if (!item.awarded) return ItemStatus::not_graded;
    if (*item.awarded == item.max) return ItemStatus::earned;
    return item.awarded->count > 0 ? ItemStatus::partly : ItemStatus::missed;
}

ItemScore item_from(const RubricItem& rubric) {
    ItemScore item;
    item.id = rubric.id;
    item.skill = rubric.skill;
    item.max = rubric.points;
    return item;
}

std::optional<HalfPoints> points_for(const CheckResult& result, HalfPoints max) {
    switch (result.outcome) {
    case CheckResult::Outcome::earned: return max;
    case CheckResult::Outcome::banded: return std::min(result.banded, max);
    case CheckResult::Outcome::missed: return HalfPoints{};
    case CheckResult::Outcome::not_graded: return std::nullopt;
    }
    return std::nullopt;
}

// The sum, absent as soon as one part is.
template <class Parts>
std::optional<HalfPoints> sum_of(const Parts& parts) {
    HalfPoints sum;
    for (const auto& part : parts) {
        if (!part.awarded) return std::nullopt;
        sum += *part.awarded;
    }
    return sum;
}

void fail_all(const Question& question, const Error& error, QuestionScore& score) {
    for (const RubricItem& rubric : question.rubric) {
        ItemScore item = item_from(rubric);
        item.evidence.push_back({.kind = "not_graded", .text = error.message()});
        score.items.push_back(std::move(item));
    }
}

// The pass mark of a part of the paper: the same share, rounded up to a half point.
HalfPoints share_of_pass_mark(const Pack& pack, HalfPoints max) {
    if (pack.points.count <= 0) return {};
    const std::int64_t scaled = std::int64_t{pack.pass_mark.count} * max.count;
    return {static_cast<std::int32_t>((scaled + pack.points.count - 1) / pack.points.count)};
}

} // namespace

QuestionScore score_question(const Question& question, const QuestionKey& key, const Result<Judgement>& judgement,
                             bool blank) {
    QuestionScore score;
    score.id = question.id;
    score.max = question.points;
    if (!judgement) {
        fail_all(question, judgement.error(), score);
    } else {
        BIAOKAO_ASSERT(judgement->checks.size() == question.rubric.size() &&
                       key.checks.size() == question.rubric.size());
        for (std::size_t i = 0; i < question.rubric.size(); ++i) {
            const CheckResult& result = judgement->checks[i];
            ItemScore item = item_from(question.rubric[i]);
            item.awarded = points_for(result, item.max);
            item.nominal = result.nominal;
            item.measured = result.measured;
            item.evidence = result.evidence;
            score.items.push_back(std::move(item));
        }
        score.verdicts = judgement->verdicts;
        if (blank) apply_blank(score);
        apply_deductions(key, *judgement, score);
        apply_gates(key, score);
    }
    for (ItemScore& item : score.items) item.status = status_of(item);
    score.awarded = sum_of(score.items);
    return score;
}

tl::expected<Scorer, Problems> Scorer::compile(std::shared_ptr<const Pack> pack, std::span<const Grader> graders) {
    Problems problems;
    Scorer scorer;
    for (const Question& question : pack->questions) {
        const QuestionKey* key = pack->find_key(question.id);
        const auto grader =
            std::find_if(graders.begin(), graders.end(), [&](const Grader& g) { return g.id == question.grader; });
        if (!key) {
            problems.add("error.no_key", "key/" + question.id + ".json");
        } else if (grader == graders.end()) {
            problems.add("error.no_grader", "questions/" + question.id + ".json:/grader",
                         {{"grader", literal_value(question.grader)}});
        } else if (auto judge = grader->compile(question, *key, pack->files.get())) {
            scorer.judges_.push_back(std::move(*judge));
        } else {
            for (Error& error : judge.error().errors) problems.add(std::move(error));
        }
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    scorer.pack_ = std::move(pack);
    return scorer;
}

bool Scorer::looks_at_process() const {
    return std::any_of(pack_->keys.begin(), pack_->keys.end(), [](const auto& key) {
        return std::any_of(key.second.checks.begin(), key.second.checks.end(), [](const CheckSpec& check) {
            return std::find(process_checks.begin(), process_checks.end(), check.check) != process_checks.end();
        });
    });
}

ScoreSheet Scorer::score(const std::map<std::string, Answer>& answers, const Candidate& candidate,
                         std::span<const std::string> only, const std::map<std::string, ProcessLog>* process) const {
    const Answer untouched;
    const ProcessLog nothing_happened;
    ScoreSheet sheet;
    sheet.pack_id = pack_->id;
    sheet.pack_version = pack_->version;
    sheet.candidate = candidate;
    for (std::size_t i = 0; i < pack_->questions.size(); ++i) {
        const Question& question = pack_->questions[i];
        if (!only.empty() && std::find(only.begin(), only.end(), question.id) == only.end()) continue;
        const auto found = answers.find(question.id);
        const Answer& answer = found == answers.end() ? untouched : found->second;
        const ProcessLog* log = nullptr;
        if (process) {
            const auto own = process->find(question.id);
            log = own == process->end() ? &nothing_happened : &own->second;
        }
        const Result<Judgement> judgement = judges_[i](answer, log);
        sheet.questions.push_back(score_question(question, *pack_->find_key(question.id), judgement, answer.empty()));
        sheet.max += question.points;
    }
    sheet.pass_mark = share_of_pass_mark(*pack_, sheet.max);
    sheet.total = sum_of(sheet.questions);
    if (sheet.total) sheet.passed = *sheet.total >= sheet.pass_mark;
    return sheet;
}

} // namespace biaokao
