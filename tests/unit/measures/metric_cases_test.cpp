// Every measure against the values that public reference implementations give, and the rules of the case format.
#include "graders/cases/metric_cases.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/support/shared_data.h"

namespace biaokao {
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

void check_values(const Json& expected, const Json& values) {
    for (const auto& [key, value] : *expected.object()) {
        const Json* computed = values.find(key);
        CAPTURE(key);
        REQUIRE(computed != nullptr);
        if (agree(value, *computed)) continue;
        CAPTURE(dump_json(value));
        CAPTURE(dump_json(*computed));
        CHECK(agree(value, *computed));
    }
}

void check_metric(const MetricCases& metric) {
    const std::string path = "metrics/" + std::string(metric.metric) + "/cases.json";
    const auto text = test::shared_file(path);
    if (!text) return;
    const auto file = parse_json(*text, path);
    REQUIRE(file.has_value());
    const Json::Array& cases = *file->find("cases")->array();
    CHECK(cases.size() > 100);
    const CaseRun run = metric.read(cases, path);
    run.measure();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Json& expected = *cases[i].find("expected");
        const std::string id = *cases[i].find("id")->string();
        CAPTURE(id);
        const bool refused = run.refused[i].has_value();
        CHECK(refused == (expected.find("error") != nullptr));
        if (refused) continue;
        const auto values = run.values(i);
        REQUIRE(values.has_value());
        check_values(expected, *values);
    }
}

TEST_CASE("measures agree with the published reference values") {
    for (const MetricCases& metric : all_metric_cases()) {
        CAPTURE(metric.metric);
        check_metric(metric);
    }
}

// Damages every value of a case, one at a time: whatever a stranger writes is refused or measured, and never more.
void damage(Json& place, const std::function<void()>& use) {
    for (const Json& odd :
         {Json(), Json(true), Json(-1), Json(1e300), Json("x"), Json(Json::Array{}), Json(Json::Object{})}) {
        const Json kept = std::exchange(place, odd);
        use();
        place = kept;
    }
    if (Json::Array* items = place.array()) {
        for (std::size_t i = 0; i < std::min<std::size_t>(items->size(), 4); ++i) damage((*items)[i], use);
    }
    if (Json::Object* members = place.object()) {
        for (auto& [key, value] : *members) {
            if (key != "expected") damage(value, use);
        }
    }
}

TEST_CASE("measures refuse or measure whatever stands in a case, and name the place") {
    for (const MetricCases& metric : all_metric_cases()) {
        CAPTURE(metric.metric);
        const auto text = test::shared_file("metrics/" + std::string(metric.metric) + "/cases.json");
        if (!text) return;
        const auto file = parse_json(*text, "cases");
        REQUIRE(file.has_value());
        const Json::Array& cases = *file->find("cases")->array();
        for (std::size_t i = 0; i < cases.size(); i += std::max<std::size_t>(1, cases.size() / 3)) {
            Json::Array one{cases[i]};
            if (dump_json(one).size() > 4000) continue;
            damage(one[0], [&] {
                const CaseRun run = metric.read(one, "cases");
                run.measure();
                if (!run.refused[0]) (void)run.values(0);
                else CHECK(run.refused[0]->where.starts_with("cases:/cases/0"));
            });
        }
    }
}

} // namespace
} // namespace biaokao
