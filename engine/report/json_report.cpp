#include "engine/report/report.h"

namespace biaokao {
namespace {

struct Member {
    const char* key;
    Json value;
};

// An initializer list of Json::Object would copy every value, and with it all that stands below.
template <std::size_t count>
Json object_of(Member (&&members)[count]) {
    Json::Object object;
    object.reserve(count);
    for (Member& member : members) object.emplace_back(member.key, std::move(member.value));
    return object;
}

Json points_json(const std::optional<HalfPoints>& points) {
    return points ? Json(number_from_points(*points)) : Json();
}

Json item_json(const ItemScore& item, const Translator& tr) {
    Json::Array evidence;
    for (const Evidence& e : item.evidence)
        evidence.push_back(object_of({{"kind", e.kind},
                                      {"object", e.object},
                                      {"reference", e.reference},
                                      {"value", e.value},
                                      {"need", e.need},
                                      {"text", tr(e.text)}}));
    return object_of({{"id", item.id},
                      {"skill", item.skill},
                      {"awarded", points_json(item.awarded)},
                      {"max", number_from_points(item.max)},
                      {"status", status_id(item.status)},
                      {"nominal", tr(item.nominal)},
                      {"measured", tr(item.measured)},
                      {"evidence", std::move(evidence)}});
}

} // namespace

Json json_report(const ScoreSheet& sheet, const Translator& tr) {
    Json::Array questions;
    for (const QuestionScore& question : sheet.questions) {
        Json::Array items;
        for (const ItemScore& item : question.items) items.push_back(item_json(item, tr));
        questions.push_back(object_of({{"id", question.id},
                                       {"awarded", points_json(question.awarded)},
                                       {"max", number_from_points(question.max)},
                                       {"items", std::move(items)}}));
    }
    return object_of({{"pack", object_of({{"id", sheet.pack_id}, {"version", sheet.pack_version}})},
                      {"candidate", object_of({{"name", sheet.candidate.name}, {"ticket", sheet.candidate.ticket}})},
                      {"total", points_json(sheet.total)},
                      {"max", number_from_points(sheet.max)},
                      {"passed", sheet.passed ? Json(*sheet.passed) : Json()},
                      {"questions", std::move(questions)}});
}

} // namespace biaokao
