// The metric cases that lie beside a checkout: inputs and the values that public reference implementations give.
#pragma once

#include <string>

#include "engine/base/json.h"

namespace biaokao::test {

// Computes the values of one case, or an error where the case is wrong in form.
using Measure = Result<Json> (*)(const Json& params, const Json& reference, const Json& candidate);

// Checks every case of `metric`; says "skipped" where the folder is absent. At least `fewest` cases must be there.
void check_metric_cases(const std::string& metric, Measure measure, std::size_t fewest);

// "Wrong in form" for the adapters.
[[nodiscard]] inline tl::unexpected<Error> bad_form() { return fail("error.form", "case"); }

} // namespace biaokao::test
