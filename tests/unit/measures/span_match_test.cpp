#include "graders/measures/span_match.h"

#include <algorithm>
#include <random>

#include <doctest/doctest.h>

#include "tests/unit/measures/plain_matching.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;
using Spans = std::vector<LabelledSpan>;

Spans random_spans(Random& random, std::size_t count) {
    constexpr std::string_view labels[] = {"PER", "LOC"};
    Spans spans;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = static_cast<std::int64_t>(random() % 12);
        spans.push_back({{start, start + 1 + static_cast<std::int64_t>(random() % 6)}, labels[random() % 2]});
    }
    return spans;
}

SpanMatching match(const Spans& references, const Spans& candidates, double overlap_min = 0.8) {
    return SpanMatcher(references, candidates).match(overlap_min);
}

template <class Value> // NaN where there is no pair
test::PlainBest plain_best(const Spans& references, const Spans& candidates, const Value& value) {
    std::vector<std::vector<double>> values(references.size(), std::vector<double>(candidates.size()));
    for (std::size_t r = 0; r < references.size(); ++r) {
        for (std::size_t c = 0; c < candidates.size(); ++c) values[r][c] = value(references[r], candidates[c]);
    }
    return test::best_matching(values);
}

TEST_CASE("span matching counts what trying everything counts") {
    const std::uint64_t seed = 20261126;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 400; ++round) {
        CAPTURE(round);
        const Spans references = random_spans(random, random() % 6), candidates = random_spans(random, random() % 6);
        const SpanMatcher matcher(references, candidates);
        const SpanMatching found = matcher.match(0.5);
        const auto one_if = [](bool pair) { return pair ? 1.0 : test::no_pair; };
        const auto exact = plain_best(references, candidates, [&](const LabelledSpan& a, const LabelledSpan& b) {
            return one_if(a.span == b.span && a.label == b.label);
        });
        const auto boundary = plain_best(references, candidates, [&](const LabelledSpan& a, const LabelledSpan& b) {
            return one_if(a.span == b.span);
        });
        const auto type = plain_best(references, candidates, [&](const LabelledSpan& a, const LabelledSpan& b) {
            return one_if(a.label == b.label && span_overlap(a.span, b.span) > 0);
        });
        CHECK(static_cast<int>(found.exact.size()) == exact.pairs);
        CHECK(static_cast<int>(found.exact.size() + found.wrong_type.size()) == boundary.pairs);
        CHECK(static_cast<int>(matcher.count_type_overlap()) == type.pairs);
        std::vector<char> free(candidates.size(), 1), waiting(references.size(), 1);
        for (const auto* pairs : {&found.exact, &found.wrong_type}) {
            for (const Pair& pair : *pairs)
                waiting[static_cast<std::size_t>(pair.reference)] = free[static_cast<std::size_t>(pair.candidate)] = 0;
        }
        const auto partial = plain_best(references, candidates, [&](const LabelledSpan& a, const LabelledSpan& b) {
            const double overlap = span_overlap(a.span, b.span);
            const bool open = waiting[static_cast<std::size_t>(&a - references.data())] &&
                              free[static_cast<std::size_t>(&b - candidates.data())];
            return open && a.label == b.label && overlap >= 0.5 ? overlap : test::no_pair;
        });
        double sum = 0;
        for (const Pair& pair : found.partial) sum += pair.similarity;
        CHECK(static_cast<int>(found.partial.size()) == partial.pairs);
        CHECK(sum == doctest::Approx(partial.sum));
    }
}

TEST_CASE("span matching: sides exchanged, order and place in the text change no count") {
    const std::uint64_t seed = 4;
    CAPTURE(seed);
    Random random(seed);
    for (int round = 0; round < 100; ++round) {
        CAPTURE(round);
        Spans references = random_spans(random, 7), candidates = random_spans(random, 7);
        const SpanMatching found = match(references, candidates, 0.6), exchanged = match(candidates, references, 0.6);
        CHECK(exchanged.exact.size() == found.exact.size());
        CHECK(exchanged.wrong_type.size() == found.wrong_type.size());
        std::shuffle(references.begin(), references.end(), random);
        std::shuffle(candidates.begin(), candidates.end(), random);
        for (Spans* spans : {&references, &candidates}) {
            for (LabelledSpan& one : *spans) one.span.start += 1000, one.span.end += 1000;
        }
        const SpanMatching later = match(references, candidates, 0.6);
        CHECK(later.exact.size() == found.exact.size());
        CHECK(later.wrong_type.size() == found.wrong_type.size());
        CHECK(later.partial.size() == found.partial.size());
    }
}

TEST_CASE("spans match themselves exactly, and no more are partial at a higher limit") {
    Random random(12);
    const Spans references = random_spans(random, 12), candidates = random_spans(random, 12);
    CHECK(match(references, references).exact.size() == 12);
    std::size_t before = references.size();
    for (const double limit : {0.1, 0.3, 0.5, 0.8, 1.0}) {
        const std::size_t partial = match(references, candidates, limit).partial.size();
        CHECK(partial <= before);
        before = partial;
    }
}

TEST_CASE("spans: one across the sentence does not overlap a name fully") {
    // Measured against the reference alone, the overlap was 1.
    CHECK(span_overlap({0, 20}, {4, 8}) == doctest::Approx(0.2));
}

TEST_CASE("spans: neighbours do not overlap, the end is exclusive") {
    // nervaluate takes inclusive ends; fed with exclusive ones, these two meet.
    CHECK(span_overlap({0, 4}, {4, 8}) == 0);
    CHECK(match({{{0, 4}, "a"}}, {{{4, 8}, "a"}}).near_miss.empty());
}

TEST_CASE("spans: a later exact partner is not lost to an earlier one that overlaps") {
    // nervaluate lets a prediction consume the first overlapping true span.
    const SpanMatching found = match({{{0, 5}, "a"}, {{3, 8}, "a"}}, {{{3, 8}, "a"}});
    REQUIRE(found.exact.size() == 1);
    CHECK(found.exact[0].reference == 1);
    CHECK(found.missing_references == std::vector<int>{0});
}

TEST_CASE("spans: an overlap of exactly 0.8 is enough with the same label and a near miss with another") {
    CHECK(match({{{0, 4}, "a"}}, {{{0, 5}, "a"}}).partial.size() == 1);
    CHECK(match({{{0, 4}, "a"}}, {{{0, 5}, "b"}}).near_miss.size() == 1);
    CHECK(match({{{0, 4}, "a"}}, {{{0, 3}, "a"}}).near_miss.size() == 1); // 0.75
}

TEST_CASE("spans: the same span given twice is two spans, one of them superfluous") {
    const SpanMatching found = match({{{2, 5}, "PER"}}, {{{2, 5}, "PER"}, {{2, 5}, "PER"}});
    CHECK(found.exact.size() == 1);
    CHECK(found.unmatched.size() == 1);
}

TEST_CASE("spans: F1 of nothing against nothing is undefined, of nothing against something 0") {
    CHECK_FALSE(f1_from_hits(0, 0, 0));
    CHECK(f1_from_hits(0, 2, 0) == 0);
    CHECK(f1_from_hits(2, 3, 3) == doctest::Approx(2.0 / 3));
}

} // namespace
} // namespace biaokao
