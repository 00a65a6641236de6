#include "tests/unit/measures/metric_cases.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/support/shared_data.h"

namespace biaokao::test {
namespace {

// Whole numbers, truth values, texts and null exactly; other numbers within 1e-6 · max(1, |expected|).
bool agree(const Json& expected, const Json& computed) {
    if (expected.is_number() && computed.is_number()) {
        if (expected.integer() && computed.integer()) return *expected.integer() == *computed.integer();
        return std::abs(expected.number() - computed.number()) <= 1e-6 * std::max(1.0, std::abs(expected.number()));
    }
    if (expected.array() && computed.array())
        return std::equal(expected.array()->begin(), expected.array()->end(), computed.array()->begin(),
                          computed.array()->end(), agree);
    return expected == computed;
}

void check_case(const Json& one, Measure measure) {
    const std::string id = *one.find("id")->string();
    const auto values = measure(*one.find("params"), *one.find("reference"), *one.find("candidate"));
    const Json& expected = *one.find("expected");
    CAPTURE(id);
    if (expected.find("error")) {
        CHECK_FALSE(values.has_value());
        return;
    }
    REQUIRE(values.has_value());
    for (const auto& [key, value] : *expected.object()) {
        const Json* computed = values->find(key);
        CAPTURE(key);
        REQUIRE(computed != nullptr);
        CAPTURE(dump_json(value));
        CAPTURE(dump_json(*computed));
        CHECK(agree(value, *computed));
    }
}

} // namespace

void check_metric_cases(const std::string& metric, Measure measure, std::size_t fewest) {
    const auto text = shared_file("metrics/" + metric + "/cases.json");
    if (!text) return;
    const auto file = parse_json(*text, metric);
    REQUIRE(file.has_value());
    const Json::Array& cases = *file->find("cases")->array();
    CHECK(cases.size() >= fewest);
    for (const Json& one : cases) check_case(one, measure);
}

} // namespace biaokao::test
