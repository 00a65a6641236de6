#include "engine/geometry/mask_runs.h"

#include <limits>
#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

std::string code_of(const Result<MaskRuns>& mask) { return mask ? "" : mask.error().code; }

std::string counts_code(std::int64_t height, std::int64_t width, std::vector<std::int64_t> counts) {
    return code_of(mask_from_counts(height, width, counts));
}

TEST_CASE("masks: COCO text is read and written as the COCO API does it") {
    const struct {
        std::int64_t height, width;
        const char* text;
        std::vector<std::int64_t> counts;
    } rows[] = {
        {4, 5, "d0", {20}},
        {4, 5, "0d0", {0, 20}},
        {4, 5, "01c0", {0, 1, 19}},
        {6, 7, "Z1", {42}},
        {480, 640, "Y^_5>a>1000000000000001Nhkg3", {}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto mask = mask_from_text(row.height, row.width, row.text);
        REQUIRE(mask.has_value());
        CHECK(text_from_mask(*mask) == row.text);
        if (!row.counts.empty()) CHECK(counts_from_mask(*mask) == row.counts);
    }
}

TEST_CASE("masks: text and runs of any mask come back as they were") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        std::vector<std::int64_t> counts;
        std::int64_t pixels = 0;
        for (std::size_t i = random() % 20 + 1; i > 0; --i) {
            counts.push_back(static_cast<std::int64_t>(random() % (std::uint64_t{1} << random() % 24)));
            pixels += counts.back();
        }
        const MaskRuns mask = mask_from_counts(pixels, 1, counts).value();
        CHECK(mask_from_text(pixels, 1, text_from_mask(mask)).value() == mask);
        const std::vector<std::int64_t> canonical = counts_from_mask(mask);
        CHECK(mask_from_counts(pixels, 1, canonical).value() == mask);
        for (std::size_t i = 1; i < canonical.size(); ++i) CHECK(canonical[i] > 0);
    }
}

TEST_CASE("masks: a mask without pixels has one run of zero") {
    const MaskRuns nothing = mask_from_counts(0, 5, {}).value();
    CHECK(text_from_mask(nothing) == "0");
    CHECK(mask_from_text(0, 5, "0").value() == nothing);
}

TEST_CASE("masks: negative runs and wrong sums are refused, also where a sum would overflow") {
    CHECK(counts_code(2, 3, {5}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {7}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {7, -1}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {3, -1, 4}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {largest, largest, 8}) == "error.mask_runs");
    CHECK(counts_code(2, 3, {-largest, largest, 6}) == "error.mask_runs");
    CHECK(code_of(mask_from_text(4, 5, "e0")) == "error.mask_runs"); // 21 pixels
    CHECK(code_of(mask_from_text(4, 5, "O")) == "error.mask_runs");  // −1
    CHECK(code_of(mask_from_text(4, 5, "")) == "error.mask_runs");
}

TEST_CASE("masks: sizes beyond what COCO counts are refused before anything is made") {
    CHECK(counts_code(65'536, 65'536, {largest}) == "error.mask_size");
    CHECK(counts_code(largest, largest, {1}) == "error.mask_size"); // the product overflows
    CHECK(counts_code(-2, -3, {6}) == "error.mask_size");
    CHECK(counts_code(max_mask_pixels, 1, {max_mask_pixels}).empty());
}

TEST_CASE("masks: a text that ends inside a number, strange characters and endless numbers are refused") {
    CHECK(code_of(mask_from_text(4, 5, "d")) == "error.mask_text"); // bit 32: more follow
    CHECK(code_of(mask_from_text(4, 5, "0d")) == "error.mask_text");
    CHECK(code_of(mask_from_text(4, 5, "d0 ")) == "error.mask_text");
    CHECK(code_of(mask_from_text(4, 5, "\xE5\xA5\xBD")) == "error.mask_text");
    CHECK(code_of(mask_from_text(4, 5, "p0")) == "error.mask_text"); // one beyond the last digit
    CHECK(code_of(mask_from_text(4, 5, std::string(64, 'o') + "0")) == "error.mask_text");
}

} // namespace
} // namespace biaokao
