// Recordings of 40 + 40 segments of three speakers, matched in passes with the errors of their ends.
#include <algorithm>
#include <array>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 3> speakers{"S1", "S2", "S3"};

std::int64_t whole_between(Random& random, std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(random);
}

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array references, candidates;
        std::int64_t at = 1000;
        for (std::size_t k = 0; k < size; ++k) {
            const char* speaker = speakers[below(random, speakers.size())];
            const std::int64_t start = at + whole_between(random, -500, 400); // overlapping speakers are normal
            const std::int64_t end = start + whole_between(random, 800, 4000);
            at = end;
            references.push_back(Json::Array{start, end, speaker});
            const char* drawn = below(random, 10) == 0 ? speakers[below(random, speakers.size())] : speaker;
            candidates.push_back(
                Json::Array{start + whole_between(random, -300, 300), end + whole_between(random, -300, 300), drawn});
        }
        std::shuffle(candidates.begin(), candidates.end(), random);
        cases.push_back(make_case(i, Json::Object{{"tiou_min", 0.5}, {"near_min", 0.1}, {"tolerance_ms", 200}},
                                  std::move(references), std::move(candidates)));
    }
    return cases;
}

struct PlainSegment {
    double start = 0, end = 0;
    std::string label;
};

std::vector<PlainSegment> plain_segments(const Json& side) {
    std::vector<PlainSegment> segments;
    for (const Json& row : *side.array()) {
        const Json::Array& r = *row.array();
        segments.push_back({r[0].number(), r[1].number(), *r[2].string()});
    }
    return segments;
}

// Greedy over all pairs: each reference takes the best segment that is left, first of its own label, then of any.
double plain_match(const std::vector<PlainSegment>& references, const std::vector<PlainSegment>& candidates) {
    double sum = 0;
    std::vector<char> taken(candidates.size()), found(references.size());
    for (const bool same_label : {true, false}) {
        for (std::size_t r = 0; r < references.size(); ++r) {
            double best = 0.5;
            std::size_t chosen = candidates.size();
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                const PlainSegment &a = references[r], &b = candidates[c];
                if (taken[c] || found[r] || (same_label && a.label != b.label)) continue;
                const double common = std::min(a.end, b.end) - std::max(a.start, b.start);
                const double tiou = common > 0 ? common / (a.end - a.start + b.end - b.start - common) : 0;
                if (tiou >= best) best = tiou, chosen = c;
            }
            if (chosen == candidates.size()) continue;
            taken[chosen] = found[r] = 1;
            sum += best;
        }
    }
    return sum;
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::array<std::vector<PlainSegment>, 2>> recordings;
    for (const Json& one : cases)
        recordings.push_back({plain_segments(*one.find("reference")), plain_segments(*one.find("candidate"))});
    return [recordings = std::move(recordings)] {
        for (const auto& [references, candidates] : recordings) keep(plain_match(references, candidates));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "40 + 40 segments, two passes",
             .metric = "segment_match",
             .cases = 1'000,
             .sizes = {40, 160, 640},
             .target_s = 0.08,
             .known_s = 0.185,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> segment_match_workloads() { return workloads; }

} // namespace biaokao::bench
