#include "engine/text/xml_escape.h"

#include <doctest/doctest.h>

using namespace biaokao;

TEST_CASE("xml_escaped: nothing of a text is read as markup") {
    CHECK(xml_escaped("<script>&\"'</script>") == "&lt;script&gt;&amp;&quot;&#39;&lt;/script&gt;");
    CHECK(xml_escaped("您好 a\tb\n") == "您好 a\tb\n");
}

TEST_CASE("xml_escaped: what XML forbids becomes the replacement character") {
    using namespace std::string_view_literals;
    CHECK(xml_escaped("a\0b\x1B"sv) == "a\uFFFDb\uFFFD");
    CHECK(xml_escaped("\xEF\xBF\xBF") == "\uFFFD"); // U+FFFF
    CHECK(xml_escaped("\xFF") == "\uFFFD");
}
