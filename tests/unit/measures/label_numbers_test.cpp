#include "graders/measures/label_numbers.h"

#include <random>
#include <set>
#include <string>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

TEST_CASE("labels are equal when their code points are equal, whatever their length and place in memory") {
    for (std::size_t length = 0; length < 40; ++length) {
        const std::string one(length, 'x'), same(length, 'x');
        std::string other = one;
        CHECK(Label(one) == Label(same));
        CHECK(Label(one).hash() == Label(same).hash());
        CHECK(Label(one).is_text());
        const Label label(one);
        CHECK(label.text() == one);
        CHECK_FALSE(label == Label(one + "x"));
        for (std::size_t i = 0; i < length; ++i) {
            other[i] = 'y';
            CHECK_FALSE(label == Label(other));
            other[i] = 'x';
        }
    }
    CHECK_FALSE(Label("a") == Label("A"));
    CHECK_FALSE(Label("A") == Label("Ａ"));
}

TEST_CASE("labels with a zero byte at the end differ from those without") {
    CHECK_FALSE(Label(std::string_view("a\0", 2)) == Label("a"));
    CHECK_FALSE(Label(std::string_view("\0", 1)) == Label(""));
}

TEST_CASE("number labels are equal by value and never equal to a text or a truth value") {
    CHECK(Label::of_number(1) == Label::of_number(1.0));
    CHECK(Label::of_number(0.0) == Label::of_number(-0.0));
    CHECK_FALSE(Label::of_number(0.1 + 0.2) == Label::of_number(0.3));
    CHECK_FALSE(Label::of_number(1) == Label("1"));
    CHECK_FALSE(Label::of_number(1) == Label::of_truth(true));
    CHECK_FALSE(Label::of_truth(true) == Label::of_truth(false));
    CHECK_FALSE(Label::of_number(0) == Label(""));
    CHECK_FALSE(Label::of_number(0).is_text());
    CHECK_FALSE(Label::of_truth(false).is_text());
}

TEST_CASE("labels are numbered from 0 in the order they come, through every growth of the table") {
    const unsigned seed = 7;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<std::string> texts; // the longer ones share their first 20 bytes
    for (int i = 0; i < 3000; ++i) texts.push_back((i % 2 ? "a shared beginning, " : "") + std::to_string(i));
    LabelNumbers numbers;
    for (int i = 0; i < 3000; ++i) CHECK(numbers.number(std::string_view(texts[static_cast<std::size_t>(i)])) == i);
    CHECK(numbers.size() == 3000);
    for (int round = 0; round < 1000; ++round) {
        const auto i = static_cast<std::size_t>(random() % texts.size());
        CHECK(numbers.number(std::string_view(texts[i])) == static_cast<int>(i));
        CHECK(numbers.find(std::string_view(texts[i])) == static_cast<int>(i));
    }
    CHECK(numbers.find("absent") == -1);
    numbers.clear();
    CHECK(numbers.size() == 0);
    CHECK(numbers.find(std::string_view(texts[0])) == -1);
}

TEST_CASE("labels are ordered by code point, so that 𠮷 stands behind ｶ") {
    // In UTF-16 the order is the other way round.
    const std::vector<Label> list{"𠮷", "ｶ", "b", "a much longer label than fits", "B", "中", "a"};
    LabelNumbers numbers(list);
    const OrderedLabels ordered = by_code_point(numbers);
    const std::vector<Label> expected{"B", "a", "a much longer label than fits", "b", "中", "ｶ", "𠮷"};
    CHECK(ordered.labels == expected);
    for (int i = 0; i < numbers.size(); ++i) {
        const int place = ordered.place_of[static_cast<std::size_t>(i)];
        CHECK(ordered.labels[static_cast<std::size_t>(place)] == list[static_cast<std::size_t>(i)]);
    }
}

} // namespace
} // namespace biaokao
