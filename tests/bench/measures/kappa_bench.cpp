// Two raters of 100 items, categories as texts and as numbers; and three raters of a unit.
#include <array>
#include <map>
#include <string>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

Json::Array text_categories() { return {"好评", "中评", "差评", "neutral", "无法判断"}; }
Json::Array number_categories() { return {0, 1, 2, 3, 4}; }

Json::Array make_cohen(Random& random, std::size_t count, std::size_t size, const Json::Array& categories) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array first, second;
        for (std::size_t k = 0; k < size; ++k) {
            first.push_back(categories[below(random, categories.size())]);
            second.push_back(below(random, 4) == 0 ? categories[below(random, categories.size())] : first.back());
        }
        cases.push_back(
            make_case(i, Json::Object{{"kind", "cohen"}, {"weights", "quadratic"}, {"categories", categories}},
                      Json::Object{{"ratings", std::move(first)}}, Json::Object{{"ratings", std::move(second)}}));
    }
    return cases;
}

Json::Array make_texts(Random& random, std::size_t count, std::size_t size) {
    return make_cohen(random, count, size, text_categories());
}
Json::Array make_numbers(Random& random, std::size_t count, std::size_t size) {
    return make_cohen(random, count, size, number_categories());
}

Json::Array make_fleiss(Random& random, std::size_t count, std::size_t size) {
    const Json::Array categories = text_categories();
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array units;
        for (std::size_t k = 0; k < size; ++k) {
            const Json common = categories[below(random, categories.size())];
            Json::Array ratings;
            for (int rater = 0; rater < 3; ++rater)
                ratings.push_back(below(random, 4) == 0 ? categories[below(random, categories.size())] : common);
            units.push_back(std::move(ratings));
        }
        cases.push_back(make_case(i, Json::Object{{"kind", "fleiss"}, {"weights", "none"}, {"categories", categories}},
                                  Json(), Json::Object{{"ratings", std::move(units)}}));
    }
    return cases;
}

using PlainUnits = std::vector<std::vector<std::string>>;

PlainUnits plain_units(const Json& one) {
    PlainUnits units;
    const Json::Array& candidate = *one.find("candidate")->find("ratings")->array();
    const Json* reference = one.find("reference")->find("ratings");
    for (std::size_t i = 0; i < candidate.size(); ++i) {
        std::vector<std::string> unit;
        if (reference) unit = {dump_json((*reference->array())[i]), dump_json(candidate[i])};
        else {
            for (const Json& rating : *candidate[i].array()) unit.push_back(dump_json(rating));
        }
        units.push_back(std::move(unit));
    }
    return units;
}

// Kappa by its formula, every pair of ratings compared and every category counted by name.
std::function<void()> plain_pairs(const Json::Array& cases) {
    std::vector<PlainUnits> all;
    for (const Json& one : cases) all.push_back(plain_units(one));
    return [all = std::move(all)] {
        for (const PlainUnits& units : all) {
            std::map<std::string, double> counts;
            double equal = 0, pairs = 0, ratings = 0, chance = 0;
            for (const auto& unit : units) {
                for (std::size_t a = 0; a < unit.size(); ++a) {
                    ++counts[unit[a]];
                    ++ratings;
                    for (std::size_t b = 0; b < a; ++b) {
                        equal += unit[a] == unit[b] ? 1 : 0;
                        ++pairs;
                    }
                }
            }
            for (const auto& [category, count] : counts) chance += count / ratings * count / ratings;
            keep((equal / pairs - chance) / (1 - chance));
        }
    };
}

constexpr std::array<Workload, 3> workloads{
    Workload{.name = "Cohen, texts, quadratic",
             .metric = "kappa",
             .cases = 10'000,
             .sizes = {100, 200, 400},
             .target_s = 0.02,
             .known_s = 2.13,
             .make = make_texts,
             .plain = plain_pairs},
    Workload{.name = "Cohen, numbers, quadratic",
             .metric = "kappa",
             .cases = 10'000,
             .sizes = {100, 200, 400},
             .target_s = 0.02,
             .known_s = 2.13,
             .make = make_numbers,
             .plain = plain_pairs},
    Workload{.name = "Fleiss, three raters",
             .metric = "kappa",
             .cases = 5'000,
             .sizes = {100, 200, 400},
             .target_s = 0.02,
             .make = make_fleiss,
             .plain = plain_pairs},
};

} // namespace

std::span<const Workload> kappa_workloads() { return workloads; }

} // namespace biaokao::bench
