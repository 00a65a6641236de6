#include "engine/media/time_text.h"

#include <string>

#include <doctest/doctest.h>

using namespace biaokao;

TEST_CASE("time_text: minutes, seconds and milliseconds, rounded once") {
    CHECK(time_text(0) == "00:00.000");
    CHECK(time_text(62.345) == "01:02.345");
    CHECK(time_text(59.9996) == "01:00.000"); // not 00:60.000
    CHECK(time_text(3725.5) == "62:05.500");
    CHECK(time_text(-1.5) == "-00:01.500");
    CHECK(time_text(-0.0001) == "00:00.000");
    CHECK(time_text(7.26, 1) == "00:07.3");
    CHECK(time_text(7.26, 0) == "00:07");
    CHECK(time_text(0.0000625, 6) == "00:00.000063");
}

TEST_CASE("seconds_from_time_text: reads what people type") {
    const auto reads = [](std::string_view text, double seconds) {
        CAPTURE(text);
        const auto read = seconds_from_time_text(text);
        REQUIRE(read.has_value());
        CHECK(*read == doctest::Approx(seconds).epsilon(1e-12));
    };
    reads("01:02.345", 62.345);
    reads("1:2.5", 62.5);
    reads("62.3", 62.3);
    reads("  7 ", 7);
    reads("75:00", 4500);
    reads("00:00.000001", 0.000001);
    reads("０１：０２．５", 62.5);
    reads("1：02。5", 62.5);
}

TEST_CASE("seconds_from_time_text: refuses everything else") {
    for (const std::string_view text :
         {"",      " ",     ":",           "1:",   ":5",   "1:60", "1:02.",    "1:02.1234567",
          "1:2:3", "-1",    "+1",          "1e3",  "0x10", "nan",  "inf",      "1,5",
          "1 2",   "1:002", "12345678901", "1:5s", ".5",   "１a",  "\xEF\xBC", "1\n"}) {
        CAPTURE(text);
        CHECK_FALSE(seconds_from_time_text(text).has_value());
    }
}

TEST_CASE("seconds_from_time_text: is the inverse of time_text") {
    for (double seconds = 0; seconds < 4'000; seconds += 13.377)
        CHECK(*seconds_from_time_text(time_text(seconds, 6)) == doctest::Approx(seconds).epsilon(1e-9));
}
