// A pack proves itself: its sample answers must get exactly the points that they name.
#include <algorithm>

#include "engine/score/score.h"

namespace biaokao {
namespace {

std::string shown(const std::optional<HalfPoints>& points) {
    return points ? text_from_points(*points) : "@score.not_graded";
}

std::string place_of_item(std::string where, std::string_view item) { return where.append("/").append(item); }

void verify_question(const QuestionScore& score, const std::map<std::string, HalfPoints>& expected,
                     const std::string& where, Problems& problems) {
    for (const ItemScore& item : score.items) {
        const auto wanted = expected.find(item.id);
        if (wanted == expected.end()) problems.add("error.sample_item_missing", where, {{"item", item.id}});
        else if (item.awarded != wanted->second)
            problems.add("error.sample_points", place_of_item(where, item.id),
                         {{"expected", text_from_points(wanted->second)}, {"awarded", shown(item.awarded)}});
    }
    for (const auto& [item, points] : expected) {
        const bool known = std::any_of(score.items.begin(), score.items.end(),
                                       [&id = item](const ItemScore& i) { return i.id == id; });
        if (!known)
            problems.add("error.sample_item_unknown", place_of_item(where, item), {{"item", literal_value(item)}});
    }
}

} // namespace

void verify_samples(const Scorer& scorer, Problems& problems) {
    for (const SampleAnswers& sample : scorer.pack().samples) {
        const ScoreSheet sheet = scorer.score(sample.answers, {});
        for (const auto& [question, expected] : sample.expected) {
            const std::string where = sample.where + ":/expect/" + question;
            const auto score = std::find_if(sheet.questions.begin(), sheet.questions.end(),
                                            [&id = question](const QuestionScore& s) { return s.id == id; });
            if (score == sheet.questions.end())
                problems.add("error.sample_question_unknown", where, {{"question", literal_value(question)}});
            else verify_question(*score, expected, where, problems);
        }
    }
}

} // namespace biaokao
