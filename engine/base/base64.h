// Bytes as text (RFC 4648 section 4), for media that stand inside a report.
#pragma once

#include <string>
#include <string_view>

namespace biaokao {

[[nodiscard]] std::string base64_from_bytes(std::string_view bytes);

} // namespace biaokao
