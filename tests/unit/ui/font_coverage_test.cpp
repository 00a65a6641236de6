#include <doctest/doctest.h>

#include "app/ui/font_coverage.h"

using namespace biaokao;

TEST_CASE("font coverage: grows once for a character, whoever brings it") {
    FontCoverage coverage;
    coverage.add("标注");
    CHECK(coverage.take_growth());
    CHECK_FALSE(coverage.take_growth());
    coverage.add("注标");
    CHECK_FALSE(coverage.take_growth());
    coverage.add("标考");
    CHECK(coverage.take_growth());
    CHECK(coverage.size() == 3);
}

TEST_CASE("font coverage: ranges are the runs of its characters, in order, ended by a zero") {
    FontCoverage coverage;
    coverage.add("dcbaz");
    CHECK(coverage.ranges() == std::vector<std::uint16_t>{'a', 'd', 'z', 'z', 0});
    CHECK(FontCoverage().ranges() == std::vector<std::uint16_t>{0});
}

TEST_CASE("font coverage: control characters and what lies above U+FFFF cause no rebuild") {
    FontCoverage coverage;
    coverage.add("\n\t\x01");
    coverage.add("\xF0\x9F\x98\x80"); // U+1F600: Debian's ImGui has 16-bit characters
    CHECK_FALSE(coverage.take_growth());
    coverage.add_range(0xFFFE, 0x10FFFF);
    CHECK(coverage.ranges() == std::vector<std::uint16_t>{0xFFFE, 0xFFFE, 0});
}
