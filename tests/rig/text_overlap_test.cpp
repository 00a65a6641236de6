// Spans that overlap where the task warns of it.
#include <doctest/doctest.h>

#include "tests/rig/text_labels_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

Question warning_question() {
    Question question = text_question();
    question.tools.overlap = Overlap::warn;
    return question;
}

bool says_overlap(TextRig& rig, const char* id) {
    return rig.seen(std::string("side/objects/") + id)->label.find("重叠") != std::string::npos;
}

} // namespace

TEST_CASE("text desk: where the task warns of overlaps they are made, marked in the list and counted") {
    TextRig rig(warning_question());
    rig.drag(6, 9).keys("1 Esc Esc");
    CHECK(rig.seen("status")->label.find("重叠") == std::string::npos);
    CHECK_FALSE(says_overlap(rig, "o1"));
    rig.drag(7, 10).keys("2 Esc Esc");
    CHECK(rig.spans() == "PER[6,9) LOC[7,10)");
    CHECK(rig.ui.notes().empty()); // nothing is refused
    CHECK(says_overlap(rig, "o1"));
    CHECK(says_overlap(rig, "o2"));
    CHECK(rig.seen("status")->label.find("2 个片段有重叠") != std::string::npos);
    rig.undo();
    REQUIRE(rig.driver.settle());
    CHECK_FALSE(says_overlap(rig, "o1"));
    CHECK(rig.seen("status")->label.find("重叠") == std::string::npos);
}

TEST_CASE("text desk: overlaps that the task allows are no matter") {
    TextRig rig;
    rig.drag(6, 9).keys("1 Esc Esc").drag(7, 10).keys("2 Esc Esc");
    CHECK_FALSE(says_overlap(rig, "o1"));
    CHECK(rig.seen("status")->label.find("重叠") == std::string::npos);
}
