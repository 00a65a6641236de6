// Cases of a measure in the form that the reference values are published in: {"metric", "cases": [{"id", "params",
// "reference", "candidate"}]}. One row for each measure says how a case is read, measured and printed; whoever has a
// measure of his own compares it with ours on his own files.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "graders/cases/case_node.h"

namespace biaokao {

struct CaseParts {
    CaseNode params, reference, candidate;
};

struct CaseRun {                               // the cases of one file, read once
    std::vector<std::optional<Error>> refused; // of each case; these are not measured
    std::function<void()> measure;             // the values of all others; may be repeated, nothing is read or printed
    // Of a case that was measured; an error where the measure gave up on it.
    std::function<Result<Json>(std::size_t index)> values;
};

struct MetricCases {
    std::string_view metric;
    CaseRun (*read)(std::span<const Json> cases, std::string_view file);
};

// The rows of metric_list.def.
[[nodiscard]] std::span<const MetricCases> all_metric_cases();

// Params, reference and candidate of one case; `fault` gets the first slip.
[[nodiscard]] CaseParts case_parts(const Json& one, CaseFault& fault);

// The row of a measure. Read(const CaseParts&) gives what the measure works on: texts decoded, names as views of the
// cases, which outlive the run. Measure(const Input&) is what is timed; it gives Values, or a Result of them where it
// has limits. Print(const Input&, const Values&) gives the values as a JSON object.
template <auto Read, auto Measure, auto Print>
[[nodiscard]] CaseRun run_cases(std::span<const Json> cases, std::string_view file) {
    using Input = std::invoke_result_t<decltype(Read), const CaseParts&>;
    using Values = std::invoke_result_t<decltype(Measure), const Input&>;
    struct State {
        std::vector<Input> inputs;
        std::vector<Values> values;
        std::vector<std::size_t> place; // of a case in the lists above
    };
    auto state = std::make_shared<State>();
    CaseRun run;
    state->inputs.reserve(cases.size());
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CaseFault fault{.root = &cases[i], .where = std::string(file) + ":/cases/" + std::to_string(i)};
        Input input = Read(case_parts(cases[i], fault));
        state->place.push_back(state->inputs.size());
        if (!fault.first) state->inputs.push_back(std::move(input));
        run.refused.push_back(std::move(fault.first));
    }
    state->values.resize(state->inputs.size());
    run.measure = [state] {
        for (std::size_t i = 0; i < state->inputs.size(); ++i) state->values[i] = Measure(state->inputs[i]);
    };
    run.values = [state, where = std::string(file)](std::size_t index) -> Result<Json> {
        const std::size_t at = state->place[index];
        if constexpr (requires { state->values[at].error(); }) {
            const auto& values = state->values[at];
            if (!values) return tl::unexpected(values.error().within(where + ":/cases/" + std::to_string(index)));
            return Print(state->inputs[at], *values);
        } else {
            return Print(state->inputs[at], state->values[at]);
        }
    };
    return run;
}

// Null where a value is undefined.
template <class T>
[[nodiscard]] Json json_or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

} // namespace biaokao
