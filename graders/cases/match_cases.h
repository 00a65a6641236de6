// What the cases of boxes, segments and key points share: limits of passes, counts of a matching, matrices.
#pragma once

#include <span>

#include "graders/cases/metric_cases.h"
#include "graders/measures/pass_match.h"

namespace biaokao {

// `limit` ("iou_min", "tiou_min") and "near_min"; refused unless 0 < near_min <= limit <= 1.
[[nodiscard]] PassLimits read_pass_limits(const CaseNode& params, std::string_view limit);
// matched, wrong_label, near_miss, missing, extra (all that is unmatched) and the sorted pairs of passes 1 and 2.
void set_counts(Json& out, const Matching& matching);
[[nodiscard]] Json json_matrix(std::span<const double> cells, std::size_t rows, std::size_t columns);

} // namespace biaokao
