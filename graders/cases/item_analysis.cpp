// Cases of item_analysis: the marks of all candidates on all items of an exam.
#include "graders/measures/item_analysis.h"

#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

std::int32_t read_mark(const CaseNode& mark, std::int32_t maximum) {
    if (mark.is_null()) return not_answered;
    const std::int64_t* whole = mark.value().integer();
    if (whole && *whole >= 0 && *whole <= maximum) return static_cast<std::int32_t>(*whole);
    mark.refuse("error.case_mark");
    return not_answered;
}

MarkTable read(const CaseParts& parts) {
    MarkTable table;
    const CaseNode maxima = parts.params.member("max_marks");
    for (const Json& maximum : maxima.elements())
        table.max_marks.push_back(static_cast<std::int32_t>(maxima.at(maximum).whole(1, largest_mark)));
    const CaseNode rows = parts.candidate.member("marks");
    for (const Json& row : rows.elements()) {
        if (rows.at(row).elements().size() != table.max_marks.size()) rows.at(row).refuse("error.case_ragged");
    }
    if (rows.faulty()) return table; // before the room for a full table is taken
    table.candidates = rows.elements().size();
    table.marks.resize(table.candidates * table.max_marks.size());
    for (std::size_t c = 0; c < table.candidates; ++c) {
        const CaseNode row = rows.at(rows.elements()[c]);
        const std::span<const Json> marks = row.elements();
        for (std::size_t i = 0; i < marks.size(); ++i)
            table.marks[i * table.candidates + c] = read_mark(row.at(marks[i]), table.max_marks[i]);
    }
    return table;
}

Json print(const MarkTable& table, const ExamStatistics& exam) {
    Json out(Json::Object{{"attempts", table.candidates}});
    const auto set_list = [&](std::string_view key, auto member) {
        Json::Array list;
        for (const ItemStatistics& item : exam.items) list.push_back(member(item));
        out.set(key, std::move(list));
    };
    set_list("not_answered", [](const auto& item) { return Json(item.not_answered); });
    set_list("facility", [](const auto& item) { return json_or_null(item.facility); });
    set_list("sd", [](const auto& item) { return json_or_null(item.sd); });
    set_list("discrimination_index", [](const auto& item) { return json_or_null(item.discrimination_index); });
    set_list("discriminative_efficiency",
             [](const auto& item) { return json_or_null(item.discriminative_efficiency); });
    set_list("effective_weight", [](const auto& item) { return json_or_null(item.effective_weight); });
    out.set("total_mean", json_or_null(exam.total_mean));
    out.set("total_sd", json_or_null(exam.total_sd));
    out.set("total_median", json_or_null(exam.total_median));
    out.set("skewness", json_or_null(exam.skewness));
    out.set("kurtosis", json_or_null(exam.kurtosis));
    out.set("cic", json_or_null(exam.cic));
    out.set("error_ratio", json_or_null(exam.error_ratio));
    out.set("standard_error", json_or_null(exam.standard_error));
    return out;
}

} // namespace

extern const MetricCases item_analysis_cases{"item_analysis", run_cases<read, analyse_items, print>};

} // namespace biaokao
