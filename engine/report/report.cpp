#include "engine/report/report.h"

#include <algorithm>

namespace biaokao {

std::string points_text(const std::optional<HalfPoints>& points, const Translator& tr) {
    return points ? text_from_points(*points) : std::string(tr("score.not_graded"));
}

std::string_view status_id(ItemStatus status) {
    switch (status) {
    case ItemStatus::earned: return "earned";
    case ItemStatus::partly: return "partly";
    case ItemStatus::missed: return "missed";
    case ItemStatus::not_graded: return "not_graded";
    }
    return "";
}

std::string criterion_of(const Pack& pack, const QuestionScore& question, const ItemScore& item, const Translator& tr) {
    const Question* found = pack.find_question(question.id);
    if (!found) return {};
    const auto rubric =
        std::find_if(found->rubric.begin(), found->rubric.end(), [&](const RubricItem& r) { return r.id == item.id; });
    return rubric == found->rubric.end() ? std::string() : rubric->criterion.in(tr.language());
}

} // namespace biaokao
