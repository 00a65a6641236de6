// Sentences with 2 to 4 entity spans, all ten values; the larger sizes are paragraphs.
#include <algorithm>
#include <array>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 4> types{"PER", "LOC", "ORG", "TIME"};

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array references, candidates;
        std::int64_t at = 0;
        const std::size_t spans = size - 1 + below(random, 3);
        for (std::size_t k = 0; k < spans; ++k) {
            const char* type = types[below(random, types.size())];
            const auto start = at + static_cast<std::int64_t>(below(random, 6));
            at = start + 2 + static_cast<std::int64_t>(below(random, 6));
            references.push_back(Json::Array{start, at, type});
            if (below(random, 10) == 0) continue; // overlooked
            const char* marked = below(random, 10) == 0 ? types[below(random, types.size())] : type;
            const std::int64_t longer = below(random, 5) == 0 ? 1 : 0;
            candidates.push_back(Json::Array{start, at + longer, marked});
        }
        cases.push_back(make_case(i, Json::Object{{"overlap_min", 0.8}}, std::move(references), std::move(candidates)));
    }
    return cases;
}

struct PlainSpan {
    std::int64_t start = 0, end = 0;
    std::string type;
};

std::vector<PlainSpan> plain_spans(const Json& side) {
    std::vector<PlainSpan> spans;
    for (const Json& row : *side.array()) {
        const Json::Array& r = *row.array();
        spans.push_back({*r[0].integer(), *r[1].integer(), *r[2].string()});
    }
    return spans;
}

// Step after step, each reference takes the first span that fits and is left.
template <class Fits>
int plain_step(const std::vector<PlainSpan>& references, const std::vector<PlainSpan>& candidates,
               std::vector<char>& found, std::vector<char>& taken, const Fits& fits) {
    int pairs = 0;
    for (std::size_t r = 0; r < references.size(); ++r) {
        for (std::size_t c = 0; c < candidates.size() && !found[r]; ++c) {
            if (taken[c] || !fits(references[r], candidates[c])) continue;
            found[r] = taken[c] = 1;
            ++pairs;
        }
    }
    return pairs;
}

int plain_match(const std::vector<PlainSpan>& references, const std::vector<PlainSpan>& candidates) {
    const auto overlap = [](const PlainSpan& a, const PlainSpan& b) {
        const auto common = static_cast<double>(std::min(a.end, b.end) - std::max(a.start, b.start));
        return common > 0 ? common / (static_cast<double>(a.end - a.start + b.end - b.start) - common) : 0;
    };
    const auto bounds = [](const PlainSpan& a, const PlainSpan& b) { return a.start == b.start && a.end == b.end; };
    const auto type = [](const PlainSpan& a, const PlainSpan& b) { return a.type == b.type; };
    std::vector<char> found(references.size()), taken(candidates.size());
    const auto step = [&](const auto& fits) { return plain_step(references, candidates, found, taken, fits); };
    int sum = step([&](const PlainSpan& a, const PlainSpan& b) { return bounds(a, b) && type(a, b); });
    sum += 2 * step(bounds);
    sum += 3 * step([&](const PlainSpan& a, const PlainSpan& b) { return type(a, b) && overlap(a, b) >= 0.8; });
    sum += 4 * step([&](const PlainSpan& a, const PlainSpan& b) { return overlap(a, b) > 0; });
    found.assign(found.size(), 0);
    taken.assign(taken.size(), 0);
    return sum + 5 * step([&](const PlainSpan& a, const PlainSpan& b) { return type(a, b) && overlap(a, b) > 0; });
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::array<std::vector<PlainSpan>, 2>> sentences;
    for (const Json& one : cases)
        sentences.push_back({plain_spans(*one.find("reference")), plain_spans(*one.find("candidate"))});
    return [sentences = std::move(sentences)] {
        for (const auto& [references, candidates] : sentences) keep(plain_match(references, candidates));
    };
}

constexpr std::array<Workload, 1> workloads{
    Workload{.name = "sentences with 2 to 4 spans",
             .metric = "span_match",
             .cases = 10'000,
             .sizes = {3, 12, 48},
             .target_s = 0.02,
             .known_s = 0.105,
             .make = make,
             .plain = plain},
};

} // namespace

std::span<const Workload> span_match_workloads() { return workloads; }

} // namespace biaokao::bench
