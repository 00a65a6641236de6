// Text from strangers inside SVG and HTML.
#pragma once

#include <string>
#include <string_view>

namespace biaokao {

// & < > " ' as entities; what XML 1.0 does not allow (control characters but tab and line breaks, U+FFFE, U+FFFF,
// invalid UTF-8) becomes U+FFFD. Good for element content and for quoted attribute values.
[[nodiscard]] std::string xml_escaped(std::string_view text);

} // namespace biaokao
