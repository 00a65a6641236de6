#include "graders/measures/text_error.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include <doctest/doctest.h>

#include "engine/text/normalise.h"
#include "tests/unit/measures/metric_cases.h"

namespace biaokao {
namespace {

Result<Json> text_values(const Json& params, const Json& reference, const Json& candidate) {
    const std::string unit = *params.find("unit")->string(), normalise = *params.find("normalise")->string();
    if ((unit != "char" && unit != "word") || (normalise != "none" && normalise != "zh_norm")) return test::bad_form();
    if (!reference.string() || !candidate.string()) return test::bad_form();
    const TextError error = text_error(*reference.string(), *candidate.string(),
                                       unit == "char" ? TextUnit::character : TextUnit::word, normalise == "zh_norm");
    return Json(Json::Object{{"distance", error.distance},
                             {"reference_length", error.reference_length},
                             {"candidate_length", error.candidate_length},
                             {"rate", error.rate() ? Json(*error.rate()) : Json()}});
}

std::size_t plain_distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

TEST_CASE("text errors agree with the reference cases") { test::check_metric_cases("text_error", text_values, 266); }

TEST_CASE("edit distance in blocks equals the plain table, lengths around 64 and 128 included") {
    std::mt19937 random(7);
    for (int round = 0; round < 400; ++round) {
        const auto text = [&](std::size_t length) {
            std::u32string out;
            for (std::size_t i = 0; i < length; ++i) out += static_cast<char32_t>(0x4E00 + random() % 5);
            return out;
        };
        const std::size_t lengths[] = {0, 1, 2, 30, 63, 64, 65, 127, 128, 129, 200};
        const std::u32string a = text(lengths[random() % 11]), b = text(lengths[random() % 11]);
        CHECK(edit_distance(a, b) == plain_distance(a, b));
    }
}

TEST_CASE("comparable text: punctuation, blanks and format characters go, fillers, symbols and digits stay") {
    CHECK(comparable_from_utf8("嗯，好的。 ＡＢＣ　１２３℃") == U"嗯好的abc123°c");
    CHECK(comparable_from_utf8("a\u200b_b·c") == U"abc");
    CHECK(comparable_from_utf8("二十三") != comparable_from_utf8("23"));
}

} // namespace
} // namespace biaokao
