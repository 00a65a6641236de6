// Cases of krippendorff: one row of ratings for each rater, null where a unit was not rated.
#include "graders/measures/krippendorff.h"

#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

struct RatingTable {
    std::size_t raters = 0, units = 0;
    std::vector<std::optional<double>> ratings; // row after row
};

RatingTable read(const CaseParts& parts) {
    RatingTable table;
    const CaseNode rows = parts.candidate.member("ratings");
    for (const Json& row : rows.elements()) {
        const CaseNode line = rows.at(row);
        if (table.raters++ == 0) table.units = line.elements().size();
        if (line.elements().size() != table.units) line.refuse("error.case_ragged");
        for (const Json& rating : line.elements()) {
            if (rating.is_null()) table.ratings.emplace_back();
            else table.ratings.emplace_back(line.at(rating).number());
        }
    }
    return table;
}

KrippendorffAlpha measure(const RatingTable& table) {
    return krippendorff_alpha(table.ratings, table.raters, table.units);
}

Json print(const RatingTable&, const KrippendorffAlpha& alpha) {
    return Json::Object{{"pairable", alpha.pairable},
                        {"nominal", json_or_null(alpha.nominal)},
                        {"ordinal", json_or_null(alpha.ordinal)},
                        {"interval", json_or_null(alpha.interval)},
                        {"ratio", json_or_null(alpha.ratio)}};
}

} // namespace

extern const MetricCases krippendorff_cases{"krippendorff", run_cases<read, measure, print>};

} // namespace biaokao
