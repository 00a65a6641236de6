#include "engine/text/text_difference.h"

#include <doctest/doctest.h>

using namespace biaokao;

namespace {

// "ab[-x-]{+y+}" as one line that is easy to compare.
std::string marked(std::string_view first, std::string_view second) {
    std::string line;
    for (const TextRun& run : text_difference(first, second)) {
        if (run.kind == TextRun::Kind::same) line += run.text;
        if (run.kind == TextRun::Kind::only_first) line += "[-" + run.text + "-]";
        if (run.kind == TextRun::Kind::only_second) line += "{+" + run.text + "+}";
    }
    return line;
}

} // namespace

TEST_CASE("text_difference: marks the characters that only one side has") {
    CHECK(marked("", "") == "");
    CHECK(marked("您好", "您好") == "您好");
    CHECK(marked("你好", "您好") == "[-你-]{+您+}好");
    CHECK(marked("水停住了", "啊水真的停住了") == "{+啊+}水{+真的+}停住了");
    CHECK(marked("谢谢谢谢", "谢谢") == "谢谢[-谢谢-]");
    CHECK(marked("abc", "") == "[-abc-]");
    CHECK(marked("", "嗯") == "{+嗯+}");
    CHECK(marked("我先走了", "我现在走了") == "我[-先-]{+现在+}走了");
}

TEST_CASE("text_difference: both texts can be read back from the runs") {
    const std::string first = "快点派人来水一直往外流啊地板都泡坏了我急死了";
    const std::string second = "快点派人来吧水一只往外流地板都要泡坏了我急死";
    std::string a, b;
    for (const TextRun& run : text_difference(first, second)) {
        if (run.kind != TextRun::Kind::only_second) a += run.text;
        if (run.kind != TextRun::Kind::only_first) b += run.text;
    }
    CHECK(a == first);
    CHECK(b == second);
}

TEST_CASE("text_difference: very long different texts are one change, not minutes of work") {
    const std::string first(3'000, 'a'), second(3'000, 'b');
    const auto runs = text_difference("x" + first + "y", "x" + second + "y");
    REQUIRE(runs.size() == 4);
    CHECK(runs[0].text == "x");
    CHECK(runs[1].text == first);
    CHECK(runs[2].text == second);
    CHECK(runs[3].text == "y");
}
