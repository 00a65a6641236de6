#include "graders/measures/edit_distance.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

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

std::u32string random_text(std::mt19937& random, std::size_t length, std::size_t alphabet) {
    std::u32string text;
    for (std::size_t i = 0; i < length; ++i) text += static_cast<char32_t>(0x4E00 + random() % alphabet);
    return text;
}

std::u32string edited(std::mt19937& random, std::u32string text, std::size_t edits, std::size_t alphabet) {
    for (; edits > 0; --edits) {
        const std::size_t at = random() % (text.size() + 1);
        const std::u32string one = random_text(random, 1, alphabet);
        if (random() % 3 == 0 && at < text.size()) text.erase(at, 1);
        else if (random() % 2 == 0 && at < text.size()) text[at] = one[0];
        else text.insert(at, one);
    }
    return text;
}

TEST_CASE("edit distance: equals the plain table, lengths around 64 and 128 included") {
    constexpr std::size_t lengths[] = {0, 1, 2, 3, 30, 63, 64, 65, 66, 127, 128, 129, 200};
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::size_t alphabet = 1 + random() % (seed % 2 == 0 ? 5 : 3000);
        const std::u32string a = random_text(random, lengths[random() % 13], alphabet);
        const std::u32string b = random_text(random, lengths[random() % 13], alphabet);
        CHECK(edit_distance(a, b) == plain_distance(a, b));
    }
}

TEST_CASE("edit distance: a band that is just wide enough, too narrow at first, and moved by a long insertion") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::size_t alphabet = seed % 2 == 0 ? 6 : 3000;
        const std::u32string a = random_text(random, 150 + random() % 200, alphabet);
        std::u32string b = edited(random, a, random() % 200, alphabet);
        if (seed % 3 == 0) b.insert(random() % b.size(), random_text(random, 130, alphabet));
        if (seed % 4 == 0) std::rotate(b.begin(), b.begin() + 100, b.end()); // ways far from the diagonal
        CHECK(edit_distance(a, b) == plain_distance(a, b));
    }
}

TEST_CASE("edit distance: it is 0 for equal texts alone, symmetric, and keeps to the triangle") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const std::u32string a = random_text(random, random() % 150, 9), b = edited(random, a, random() % 30, 9);
        const std::u32string c = edited(random, b, random() % 30, 9);
        CHECK(edit_distance(a, a) == 0);
        CHECK((edit_distance(a, b) == 0) == (a == b));
        CHECK(edit_distance(a, b) == edit_distance(b, a));
        CHECK(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
    }
}

TEST_CASE("edit distance: a pattern whose units all fall into one slot of a table is found all the same") {
    std::u32string a, b;
    for (char32_t unit = 1; a.size() < 64; ++unit) { // the upper byte of the product is 0
        if (unit * 0x9E37'79B1u >> 24 == 0) a += unit;
    }
    b = U"x" + a.substr(1, 40) + U"y";
    CHECK(edit_distance(a, b) == plain_distance(a, b));
}

} // namespace
} // namespace biaokao
