#include "engine/pack/read_sample.h"

namespace biaokao {

namespace {

// An item may expect nothing: unlike points to be had, expected points may be 0.
HalfPoints read_expected(JsonReader& reader, const std::string& item) {
    const auto before = reader.problems().errors.size();
    const auto points = half_points_from(reader.number(item, 0, 1'000));
    if (!points && reader.problems().errors.size() == before) reader.complain("error.expected_points_form", item);
    return points.value_or(HalfPoints{});
}

std::string name_of(const std::string& file) {
    const auto slash = file.rfind('/') + 1;
    return file.substr(slash, file.size() - slash - std::string_view(".json").size());
}

} // namespace

SampleAnswers read_sample(const Json& value, const std::string& file, const Pack& pack, Problems& problems) {
    JsonReader reader(value, file, "", problems);
    SampleAnswers sample;
    sample.name = name_of(file);
    sample.where = file;
    const auto check_question = [&](const std::string& id, const std::string& where) {
        // A question that is there and could not be read has its own problems.
        if (!pack.files->sizes().contains("questions/" + id + ".json"))
            problems.add("error.question_unknown", where, {{"id", id}});
    };
    for (const auto& [id, answer] : reader.members("answers", true)) {
        check_question(id, answer.where());
        if (answer.value().object())
            sample.answers[id] = answer_from_json(answer.value(), file, pointer_child("/answers", id), problems);
    }
    for (auto& [id, items] : reader.members("expect", true)) {
        check_question(id, items.where());
        if (!items.value().object()) continue;
        for (const auto& [item, points] : *items.value().object())
            sample.expected[id][item] = read_expected(items, item);
    }
    reader.finish();
    return sample;
}

} // namespace biaokao
