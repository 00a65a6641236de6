#include "engine/text/strict_number.h"

#include <limits>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

TEST_CASE("strict_number: what people merely mean as a number is none") {
    for (const char* text : {"",      "+",   "-",   "123abc", " 7",  "7 ",  " 7 ",  "1,200", "1e3",  ".5",  "5.",
                             "1.2.3", "--1", "+-1", "0x10",   "inf", "nan", "１２", "十二",  "1.+2", "1._2"}) {
        CAPTURE(text);
        CHECK_FALSE(strict_number(text).has_value());
    }
    CHECK_FALSE(strict_number(std::string_view("1\0", 2)).has_value());
}

TEST_CASE("strict_number: zeros in front, signs and decimals are numbers") {
    CHECK(strict_number("0012") == Number(std::int64_t{12}));
    CHECK(strict_number("+3.5") == Number(3.5));
    CHECK(strict_number("-0") == Number(0.0));
    CHECK(strict_number("-0.0") == Number(0.0));
    CHECK(strict_number("5.0") == Number(std::int64_t{5}));
    CHECK(strict_number("0.1") == Number(0.1));
}

TEST_CASE("strict_number: whole numbers stay exact beyond 2^53, to both ends of 64 bits") {
    CHECK(strict_number("9007199254740993") == Number(std::int64_t{9007199254740993}));
    CHECK_FALSE(strict_number("9007199254740993") == strict_number("9007199254740992"));
    CHECK(strict_number("9223372036854775807") == Number(std::numeric_limits<std::int64_t>::max()));
    CHECK(strict_number("-9223372036854775808") == Number(std::numeric_limits<std::int64_t>::min()));
    CHECK(strict_number("9223372036854775808") == Number(9223372036854775808.0));
}

TEST_CASE("strict_number: too many digits are no number, too many zeros behind the point are zero") {
    CHECK_FALSE(strict_number(std::string(400, '9')).has_value());
    CHECK_FALSE(strict_number("-" + std::string(400, '9') + ".5").has_value());
    CHECK(strict_number("0." + std::string(400, '0') + "1") == Number(0.0));
    CHECK(strict_number(std::string(400, '0') + "7") == Number(std::int64_t{7}));
}

TEST_CASE("numbers: whole ones of any spelling are one value, and differences beyond 2^53 are seen") {
    CHECK(Number(1.0) == Number(std::int64_t{1}));
    CHECK(Number(-0.0) == Number(std::int64_t{0}));
    const std::int64_t lowest = std::numeric_limits<std::int64_t>::min(),
                       highest = std::numeric_limits<std::int64_t>::max();
    CHECK(distance(Number(lowest), Number(highest)) == 18446744073709551615.0);
    CHECK(distance(Number(highest), Number(highest - 1)) == 1);
    CHECK(Number(highest - 1) < Number(highest));
    CHECK(Number(highest) < Number(9223372036854775808.0));
    CHECK_FALSE(Number(9223372036854775808.0) < Number(highest));
    CHECK(Number(0.5) < Number(std::int64_t{1}));
}

} // namespace
} // namespace biaokao
