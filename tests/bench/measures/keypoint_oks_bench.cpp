// Pictures of 5 + 5 people with 17 points: the matrix of OKS and the matching.
#include <algorithm>
#include <array>
#include <cmath>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<double, 17> sigmas{.026, .025, .025, .035, .035, .079, .079, .072, .072,
                                        .062, .062, .107, .107, .087, .087, .089, .089};

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    const Json sigma_list(Json::Array(sigmas.begin(), sigmas.end()));
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array references, candidates;
        for (std::size_t k = 0; k < size; ++k) {
            const double x = between(random, 0, 1500), y = between(random, 0, 700);
            const double width = between(random, 40, 150), height = between(random, 100, 300);
            Json::Array points, drawn;
            for (std::size_t p = 0; p < sigmas.size(); ++p) {
                const double px = x + between(random, 0, width), py = y + between(random, 0, height);
                const bool labelled = below(random, 5) != 0;
                points.push_back(labelled ? Json::Array{px, py, 2} : Json::Array{0, 0, 0});
                drawn.push_back(Json::Array{px + between(random, -6, 6), py + between(random, -6, 6), 2});
            }
            references.push_back(Json::Object{{"points", std::move(points)},
                                              {"area_px2", width * height * 0.6},
                                              {"box", Json::Array{x, y, width, height}}});
            candidates.push_back(Json::Object{{"points", std::move(drawn)}});
        }
        std::shuffle(candidates.begin(), candidates.end(), random);
        cases.push_back(make_case(i, Json::Object{{"sigmas", sigma_list}, {"oks_min", 0.5}, {"details", false}},
                                  Json::Object{{"objects", std::move(references)}},
                                  Json::Object{{"objects", std::move(candidates)}}));
    }
    return cases;
}

struct PlainPerson {
    std::array<double, sigmas.size()> x{}, y{}, v{};
    double area = 0;
};

std::vector<PlainPerson> plain_people(const Json& side) {
    std::vector<PlainPerson> people;
    for (const Json& object : *side.find("objects")->array()) {
        PlainPerson& person = people.emplace_back();
        const Json::Array& points = *object.find("points")->array();
        for (std::size_t p = 0; p < sigmas.size(); ++p) {
            const Json::Array& row = *points[p].array();
            person.x[p] = row[0].number();
            person.y[p] = row[1].number();
            person.v[p] = row[2].number();
        }
        if (const Json* area = object.find("area_px2")) person.area = area->number();
    }
    return people;
}

double plain_oks(const PlainPerson& reference, const PlainPerson& candidate) {
    double sum = 0, count = 0;
    for (std::size_t p = 0; p < sigmas.size(); ++p) {
        if (reference.v[p] == 0) continue;
        const double x = candidate.x[p] - reference.x[p], y = candidate.y[p] - reference.y[p];
        sum += std::exp(-(x * x + y * y) / (2 * (reference.area + 2.22e-16) * std::pow(2 * sigmas[p], 2)));
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

// Greedy: each reference takes the best person that is left.
double plain_match(const std::vector<PlainPerson>& references, const std::vector<PlainPerson>& candidates) {
    double sum = 0;
    std::vector<char> taken(candidates.size());
    for (const PlainPerson& reference : references) {
        double best = 0.5;
        std::size_t chosen = candidates.size();
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const double oks = plain_oks(reference, candidates[c]);
            if (!taken[c] && oks >= best) best = oks, chosen = c;
        }
        if (chosen == candidates.size()) continue;
        taken[chosen] = 1;
        sum += best;
    }
    return sum;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::array<std::vector<PlainPerson>, 2>> pictures;
    for (const Json& one : cases)
        pictures.push_back({plain_people(*one.find("reference")), plain_people(*one.find("candidate"))});
    return [pictures = std::move(pictures)] {
        for (const auto& [references, candidates] : pictures) keep(plain_match(references, candidates));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "5 + 5 people of 17 points",
             .metric = "keypoint_oks",
             .cases = 10'000,
             .sizes = {5, 10, 20},
             .target_s = 0.1,
             .known_s = 3.08,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> keypoint_oks_workloads() { return workloads; }

} // namespace biaokao::bench
