#include <doctest/doctest.h>

#include "tasks/types/text_labels/find_text.h"

using namespace biaokao;
using namespace biaokao::spans;

TEST_CASE("find_text: goes on behind the last place, and round the ends, in code points") {
    const Document document("好😀店好店"); // 好 at 0 and 3, 店 at 2 and 4
    CHECK(find_text(document, "好", 0, +1) == TextRange{0, 1});
    CHECK(find_text(document, "好", 1, +1) == TextRange{3, 4});
    CHECK(find_text(document, "好", 4, +1) == TextRange{0, 1});
    CHECK(find_text(document, "好", 3, -1) == TextRange{0, 1});
    CHECK(find_text(document, "好", 0, -1) == TextRange{3, 4});
    CHECK(find_text(document, "😀店", 0, +1) == TextRange{1, 3});
    CHECK_FALSE(find_text(document, "差", 0, +1).has_value());
    CHECK_FALSE(find_text(document, "", 0, +1).has_value());
}
