#include "tests/support/graded.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "graders/graders.h"
#include "tests/support/shown_problems.h"

namespace biaokao::test {

Scorer scorer_of(const SmallPack& pack) {
    auto scorer = Scorer::compile(pack.load(), all_graders());
    if (!scorer) MESSAGE(shown(scorer.error()));
    REQUIRE(scorer.has_value());
    return std::move(*scorer);
}

Problems key_problems(const SmallPack& pack) {
    auto scorer = Scorer::compile(pack.load(), all_graders());
    return scorer ? Problems{} : scorer.error();
}

Answer perfect_answer(const Pack& pack, std::string_view question) {
    Answer answer = pack.find_key(question)->reference;
    Objects renamed;
    for (auto& [id, object] : answer.objects) {
        if (auto* relation = std::get_if<Relation>(&object.shape))
            *relation = {"o" + relation->from.substr(1), "o" + relation->to.substr(1)};
        renamed["o" + id.substr(1)] = object;
    }
    answer.objects = std::move(renamed);
    return answer;
}

QuestionScore grade(const Scorer& scorer, const std::string& question, const Answer& answer) {
    const std::vector<std::string> only{question};
    return scorer.score({{question, answer}}, {}, only).questions.front();
}

QuestionScore grade(const Scorer& scorer, const std::string& question, const Answer& answer, const ProcessLog& log) {
    const std::vector<std::string> only{question};
    const std::map<std::string, ProcessLog> process{{question, log}};
    return scorer.score({{question, answer}}, {}, only, &process).questions.front();
}

const ItemScore& item_of(const QuestionScore& score, std::string_view item) {
    const auto found =
        std::find_if(score.items.begin(), score.items.end(), [&](const ItemScore& i) { return i.id == item; });
    REQUIRE(found != score.items.end());
    return *found;
}

double points_of(const QuestionScore& score, std::string_view item) {
    const auto& awarded = item_of(score, item).awarded;
    REQUIRE(awarded.has_value());
    return number_from_points(*awarded);
}

bool has_sentence(const ItemScore& item, std::string_view code) {
    return std::any_of(item.evidence.begin(), item.evidence.end(),
                       [&](const Evidence& evidence) { return evidence.text.code == code; });
}

} // namespace biaokao::test
