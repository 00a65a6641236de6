#include "graders/support/shown_value.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

constexpr Measure share{.better = Better::larger, .decimals = 2};
constexpr Measure percent{.better = Better::smaller, .decimals = 1, .scale = 100, .unit = " %"};

TEST_CASE("shown values never contradict the verdict") {
    CHECK(shown_value(0.7996, 0.8, share) == "0.7996"); // "0.80" would read as met
    CHECK(shown_value(0.71, 0.8, share) == "0.71");
    CHECK(shown_value(0.79999999995, 0.8, share) == "0.80"); // met, with the slack of every limit
    CHECK(shown_value(0.05004, 0.05, percent) == "5.004 %");
    CHECK(shown_value(1.0 / 24, 0.05, percent) == "4.2 %");
}

TEST_CASE("shown limits keep their digits") {
    CHECK(shown_limit(0.5, share) == "≥ 0.50");
    CHECK(shown_limit(0.805, share) == "≥ 0.805");
    CHECK(shown_limit(0.05, percent) == "≤ 5.0 %");
}

TEST_CASE("shown numbers round half up and have no negative zero") {
    CHECK(shown_number(0.125, share) == "0.13");
    CHECK(shown_number(-0.001, share) == "0.00");
}

} // namespace
} // namespace biaokao
