// Cases of text_error: a text and what somebody typed.
#include "graders/measures/text_error.h"

#include <array>
#include <string>

#include "engine/text/utf8.h"
#include "graders/cases/metric_cases.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 2> units{"char", "word"};
constexpr std::array<std::string_view, 2> normalisations{"none", "zh_norm"};

struct TextCase {
    TextUnit unit = TextUnit::character;
    bool normalised = false;
    std::u32string reference, candidate;
};

TextCase read(const CaseParts& parts) {
    TextCase input;
    input.unit = parts.params.member("unit").choice(units) == 0 ? TextUnit::character : TextUnit::word;
    input.normalised = parts.params.member("normalise").choice(normalisations) == 1;
    input.reference = utf32_from_utf8(parts.reference.text());
    input.candidate = utf32_from_utf8(parts.candidate.text());
    return input;
}

TextError measure(const TextCase& input) {
    return text_error(input.reference, input.candidate, input.unit, input.normalised);
}

Json print(const TextCase&, const TextError& error) {
    return Json::Object{{"distance", error.distance},
                        {"reference_length", error.reference_length},
                        {"candidate_length", error.candidate_length},
                        {"rate", json_or_null(error.rate())}};
}

} // namespace

extern const MetricCases text_error_cases{"text_error", run_cases<read, measure, print>};

} // namespace biaokao
