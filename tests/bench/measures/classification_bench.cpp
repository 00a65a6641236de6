// Items of eight classes, a fifth of them labelled wrong and a few not at all; and sets of labels.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 8> classes{"猫", "狗", "汽车", "自行车", "person", "sign", "树", "建筑物"};

Json other_class(Random& random, const char* wanted) {
    if (below(random, 50) == 0) return {};
    return below(random, 5) == 0 ? classes[below(random, classes.size())] : wanted;
}

Json::Array make_single(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array reference, candidate;
        for (std::size_t k = 0; k < size; ++k) {
            const char* wanted = classes[below(random, classes.size())];
            reference.push_back(wanted);
            candidate.push_back(other_class(random, wanted));
        }
        cases.push_back(make_case(i, Json::Object{{"kind", "single"}, {"labels", Json()}}, std::move(reference),
                                  std::move(candidate)));
    }
    return cases;
}

Json::Array make_multi(Random& random, std::size_t count, std::size_t size) {
    const Json::Array labels(classes.begin(), classes.end());
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array reference, candidate;
        for (std::size_t k = 0; k < size; ++k) {
            Json::Array wanted, given;
            for (const char* label : classes) {
                const bool has = below(random, 4) == 0;
                if (has) wanted.push_back(label);
                if (has != (below(random, 10) == 0)) given.push_back(label);
            }
            reference.push_back(std::move(wanted));
            candidate.push_back(std::move(given));
        }
        cases.push_back(make_case(i, Json::Object{{"kind", "multi"}, {"labels", labels}}, std::move(reference),
                                  std::move(candidate)));
    }
    return cases;
}

using PlainItems = std::vector<std::set<std::string>>; // an item without an answer has the empty set

PlainItems plain_items(const Json& side) {
    PlainItems items;
    for (const Json& one : *side.array()) {
        std::set<std::string> labels;
        if (one.string()) labels.insert(*one.string());
        if (const Json::Array* list = one.array()) {
            for (const Json& label : *list) labels.insert(*label.string());
        }
        items.push_back(std::move(labels));
    }
    return items;
}

// Macro F1 and the share of equal items, counted in maps by name.
std::function<void()> plain_maps(const Json::Array& cases) {
    std::vector<std::pair<PlainItems, PlainItems>> pairs;
    for (const Json& one : cases)
        pairs.emplace_back(plain_items(*one.find("reference")), plain_items(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        for (const auto& [reference, candidate] : pairs) {
            std::map<std::string, std::array<double, 3>> counts; // both, reference, candidate
            std::map<std::pair<std::string, std::string>, int> confusion;
            double equal = 0, macro = 0;
            for (std::size_t i = 0; i < reference.size(); ++i) {
                equal += reference[i] == candidate[i] ? 1 : 0;
                for (const std::string& label : reference[i]) ++counts[label][1];
                for (const std::string& label : candidate[i]) ++counts[label][2];
                for (const std::string& a : reference[i]) {
                    if (candidate[i].contains(a)) ++counts[a][0];
                    for (const std::string& b : candidate[i]) ++confusion[{a, b}];
                }
            }
            for (const auto& [label, count] : counts) macro += 2 * count[0] / (count[1] + count[2]);
            keep(equal + macro / static_cast<double>(counts.size()) + static_cast<double>(confusion.size()));
        }
    };
}

constexpr std::array<Workload, 2> workloads{
    Workload{.name = "items of 8 classes",
             .metric = "classification",
             .cases = 200,
             .sizes = {1000, 2000, 4000},
             .target_s = 0.04,
             .known_s = 2.21,
             .make = make_single,
             .plain = plain_maps},
    Workload{.name = "items with sets of 8 labels",
             .metric = "classification",
             .cases = 200,
             .sizes = {1000, 2000, 4000},
             .target_s = 0.04,
             .known_s = 2.21,
             .make = make_multi,
             .plain = plain_maps},
};

} // namespace

std::span<const Workload> classification_workloads() { return workloads; }

} // namespace biaokao::bench
