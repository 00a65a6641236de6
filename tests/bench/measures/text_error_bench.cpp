// Lines and texts with a tenth of the characters changed, beside the two-row table.
#include <array>
#include <numeric>

#include "engine/text/normalise.h"
#include "engine/text/utf8.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

char32_t han(Random& random) { return static_cast<char32_t>(0x4E00 + below(random, 3000)); }

std::u32string line(Random& random, std::size_t size) {
    std::u32string text;
    for (std::size_t i = 0; i < size; ++i) text += han(random);
    return text;
}

// A tenth of the characters replaced, left out or followed by another one.
std::u32string typed(Random& random, const std::u32string& text) {
    std::u32string out;
    for (const char32_t c : text) {
        const std::size_t slip = below(random, 30);
        if (slip == 0) out += han(random);
        else if (slip == 1) out += {c, han(random)};
        else if (slip > 2) out += c;
    }
    return out;
}

// Every sixth character followed by a mark, full-width letters and digits among them.
std::u32string punctuated(Random& random, const std::u32string& text) {
    constexpr std::u32string_view marks = U"，。！？、：；“”（）—ＡＢ１２３ aZ9,.";
    std::u32string out;
    for (const char32_t c : text) {
        out += c;
        if (below(random, 6) == 0) out += marks[below(random, marks.size())];
    }
    return out;
}

std::string utf8(const std::u32string& text) {
    std::string bytes;
    for (const char32_t c : text) append_code_point(bytes, c);
    return bytes;
}

Json::Array make(Random& random, std::size_t count, std::size_t size, bool normalised) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        std::u32string reference = line(random, size), candidate = typed(random, reference);
        if (normalised) reference = punctuated(random, reference), candidate = punctuated(random, candidate);
        cases.push_back(make_case(i, Json::Object{{"unit", "char"}, {"normalise", normalised ? "zh_norm" : "none"}},
                                  utf8(reference), utf8(candidate)));
    }
    return cases;
}

Json::Array make_as_is(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, false); }
Json::Array make_normalised(Random& random, std::size_t count, std::size_t size) {
    return make(random, count, size, true);
}

double plain_distance(const std::u32string& a, const std::u32string& b) {
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
    return static_cast<double>(row[b.size()]);
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::pair<std::u32string, std::u32string>> texts;
    for (const Json& one : cases)
        texts.emplace_back(utf32_from_utf8(*one.find("reference")->string()),
                           utf32_from_utf8(*one.find("candidate")->string()));
    const bool normalised = *cases[0].find("params")->find("normalise")->string() == "zh_norm";
    return [texts = std::move(texts), normalised] {
        for (const auto& [a, b] : texts)
            keep(normalised ? plain_distance(comparable(a), comparable(b)) : plain_distance(a, b));
    };
}

constexpr std::array<Workload, 4> workloads{Workload{.name = "lines of 10 characters",
                                                     .metric = "text_error",
                                                     .cases = 10'000,
                                                     .sizes = {10, 40, 80},
                                                     .target_s = 0.0007,
                                                     .known_s = 0.00041,
                                                     .make = make_as_is,
                                                     .plain = plain},
                                            Workload{.name = "lines of 20 characters",
                                                     .metric = "text_error",
                                                     .cases = 10'000,
                                                     .sizes = {20, 60, 200},
                                                     .target_s = 0.0014,
                                                     .known_s = 0.00082,
                                                     .make = make_as_is,
                                                     .plain = plain},
                                            Workload{.name = "texts of 2,000 characters",
                                                     .metric = "text_error",
                                                     .cases = 200,
                                                     .sizes = {2000, 2500, 3000},
                                                     .target_s = 0.03,
                                                     .known_s = 0.035,
                                                     .make = make_as_is,
                                                     .plain = plain},
                                            Workload{.name = "lines of 17 characters, zh_norm",
                                                     .metric = "text_error",
                                                     .cases = 10'000,
                                                     .sizes = {17, 34, 68},
                                                     .target_s = 0.02,
                                                     .known_s = 0.072,
                                                     .make = make_normalised,
                                                     .plain = plain}};

} // namespace

std::span<const Workload> text_error_workloads() { return workloads; }

} // namespace biaokao::bench
