// Cases of statistics: one column, or two columns of the same rows.
#include "graders/measures/statistics.h"

#include "graders/cases/metric_cases.h"
#include "graders/measures/correlation.h"

namespace biaokao {
namespace {

using Values = std::vector<std::optional<double>>;

struct StatisticsCase {
    StatisticsSettings settings;
    Values x;
    std::optional<Values> y;
};

struct StatisticsValues {
    ColumnStatistics column;
    PairStatistics pairs;
};

Values read_column(const CaseNode& list) {
    Values values;
    for (const Json& one : list.elements()) {
        const CaseNode value = list.at(one);
        values.push_back(value.is_null() ? std::nullopt : std::optional(value.number()));
    }
    return values;
}

StatisticsCase read(const CaseParts& parts) {
    StatisticsCase input;
    const CaseNode quantiles = parts.params.member("quantiles");
    for (const Json& one : quantiles.elements()) {
        const double quantile = quantiles.at(one).number();
        if (quantile < 0 || quantile > 1) quantiles.at(one).refuse("error.case_quantile");
        input.settings.quantiles.push_back(quantile);
    }
    input.settings.outlier_factor = parts.params.member("outlier_factor").number();
    input.x = read_column(parts.candidate.member("x"));
    const CaseNode y = parts.candidate.member("y");
    if (y.is_null()) return input;
    input.y = read_column(y);
    if (input.y->size() != input.x.size()) y.refuse("error.case_lengths_differ");
    return input;
}

StatisticsValues measure(const StatisticsCase& input) {
    StatisticsValues values{.column = describe_column(input.x, input.settings)};
    if (input.y) values.pairs = describe_pairs(input.x, *input.y);
    return values;
}

Json print(const StatisticsCase&, const StatisticsValues& values) {
    const ColumnStatistics& column = values.column;
    Json::Array quantiles, outliers;
    for (const auto& quantile : column.quantiles) quantiles.push_back(json_or_null(quantile));
    for (const std::size_t row : column.outliers) outliers.push_back(row);
    return Json::Object{{"n", column.n},
                        {"missing", column.missing},
                        {"sum", json_or_null(column.sum)},
                        {"mean", json_or_null(column.mean)},
                        {"median", json_or_null(column.median)},
                        {"min", json_or_null(column.min)},
                        {"max", json_or_null(column.max)},
                        {"mode", json_or_null(column.mode)},
                        {"var_population", json_or_null(column.var_population)},
                        {"var_sample", json_or_null(column.var_sample)},
                        {"sd_population", json_or_null(column.sd_population)},
                        {"sd_sample", json_or_null(column.sd_sample)},
                        {"quantiles", std::move(quantiles)},
                        {"iqr", json_or_null(column.iqr)},
                        {"outliers", std::move(outliers)},
                        {"skewness", json_or_null(column.skewness)},
                        {"kurtosis", json_or_null(column.kurtosis)},
                        {"pearson", json_or_null(values.pairs.pearson)},
                        {"spearman", json_or_null(values.pairs.spearman)},
                        {"kendall_tau_b", json_or_null(values.pairs.kendall_tau_b)},
                        {"slope", json_or_null(values.pairs.slope)},
                        {"intercept", json_or_null(values.pairs.intercept)}};
}

} // namespace

extern const MetricCases statistics_cases{"statistics", run_cases<read, measure, print>};

} // namespace biaokao
