#include <doctest/doctest.h>

#include "engine/base/rng.h"
#include "engine/session/phase.h"

using namespace biaokao;
using std::chrono::minutes;

namespace {

constexpr ExamWindow window{minutes(0), minutes(180), minutes(120)};

PhaseInfo at(std::optional<int> started, TimeGrants grants, int now, ExamWindow in = window) {
    const auto start = started ? std::optional<Milliseconds>(minutes(*started)) : std::nullopt;
    return phase_at(in, grants, start, minutes(now));
}

} // namespace

TEST_CASE("phase: the vectors of exam-practice.md 2.1") {
    struct Row {
        std::optional<int> started;
        int delay, extra, now, phase, begin, end, remaining;
    };
    for (const auto& row : {Row{std::nullopt, 0, 0, -1, -2, 0, 0, 0}, Row{std::nullopt, 0, 0, 10, -1, 0, 0, 0},
                            Row{10, 0, 0, 10, 0, 10, 130, 120}, Row{10, 0, 0, 129, 0, 10, 130, 1},
                            Row{10, 0, 0, 130, 1, 10, 130, 0}, Row{100, 0, 0, 110, 0, 100, 180, 70},
                            Row{100, 0, 20, 190, 0, 100, 200, 10}, Row{10, 15, 0, 20, -1, 25, 145, 120},
                            Row{10, 15, 0, 25, 0, 25, 145, 120}, Row{10, 0, 0, 180, 2, 10, 130, 0}}) {
        CAPTURE(row.now);
        const PhaseInfo info = at(row.started, {minutes(row.delay), minutes(row.extra)}, row.now);
        CHECK(static_cast<int>(info.phase) == row.phase);
        CHECK(info.begin == minutes(row.begin));
        CHECK(info.end == minutes(row.end));
        CHECK(info.remaining == minutes(row.remaining));
    }
    constexpr ExamWindow fixed{minutes(0), minutes(120), Milliseconds(0)};
    const PhaseInfo working = at(std::nullopt, {{}, minutes(30)}, 130, fixed);
    CHECK(working.phase == TimePhase::working);
    CHECK(working.end == minutes(150));
    CHECK(working.remaining == minutes(20));
    const PhaseInfo over = at(std::nullopt, {{}, minutes(30)}, 150, fixed);
    CHECK(over.phase == TimePhase::exam_over);
    CHECK(over.remaining == minutes(0));
}

TEST_CASE("phase: who never started has missed the exam when it closes") {
    CHECK(at(std::nullopt, {}, 179).phase == TimePhase::not_started);
    CHECK(at(std::nullopt, {}, 180).phase == TimePhase::exam_over);
}

TEST_CASE("phase: time only runs forwards, and a grant gives exactly what it says") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    const auto pick = [&](std::uint64_t below) { return Milliseconds(static_cast<std::int64_t>(rng->next() % below)); };
    for (int round = 0; round < 150; ++round) {
        const Milliseconds open = pick(1000), close = open + pick(1000), duration = pick(500);
        const ExamWindow some{open, close, duration};
        const TimeGrants grants{pick(100), pick(100)};
        const auto started = round % 5 ? std::optional(pick(2000)) : std::nullopt;
        PhaseInfo before = phase_at(some, grants, started, Milliseconds(0));
        for (Milliseconds now(1); now < Milliseconds(2500); now += Milliseconds(11)) {
            const PhaseInfo info = phase_at(some, grants, started, now);
            REQUIRE(info.phase >= before.phase);
            if (before.phase != TimePhase::not_open) REQUIRE(info.remaining <= before.remaining);
            const bool clamped = !started || *started < open || *started + duration > close;
            if (info.phase >= TimePhase::working && duration.count() > 0 && !clamped)
                REQUIRE(info.end - info.begin == duration + grants.extra);
            const PhaseInfo longer = phase_at(some, {grants.delay, grants.extra + Milliseconds(50)}, started, now);
            if (info.phase == TimePhase::working) REQUIRE(longer.remaining == info.remaining + Milliseconds(50));
            before = info;
        }
    }
}
