#include "graders/cases/metric_cases.h"

#include <array>

namespace biaokao {

#define METRIC(id) extern const MetricCases id##_cases;
#include "graders/cases/metric_list.def"
#undef METRIC

std::span<const MetricCases> all_metric_cases() {
    static const std::array rows{
#define METRIC(id) id##_cases,
#include "graders/cases/metric_list.def"
#undef METRIC
    };
    return rows;
}

CaseParts case_parts(const Json& one, CaseFault& fault) {
    const CaseNode root(one, fault);
    return {root.member("params"), root.member("reference"), root.member("candidate")};
}

} // namespace biaokao
