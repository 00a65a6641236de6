#include <doctest/doctest.h>

#include <string>

#include "engine/text/xml_text.h"

using namespace biaokao;

TEST_CASE("xml_escaped: nothing that a person wrote can end a tag or an attribute") {
    CHECK(xml_escaped("<script>\"a\" & 'b'</script>") ==
          "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
    CHECK(xml_escaped("标\t考\r\n😀") == "标\t考\r\n😀");
    CHECK(xml_escaped(std::string("a\0\x1B", 3)) == "a\uFFFD\uFFFD");
}
