// Text as it may stand in XML, SVG and HTML: between tags and in quoted attributes.
#pragma once

#include <string>
#include <string_view>

namespace biaokao {

// & < > " ' become references; control characters that XML 1.0 does not allow become U+FFFD. Line breaks and tabs stay.
[[nodiscard]] std::string xml_escaped(std::string_view text);

} // namespace biaokao
