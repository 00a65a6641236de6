// A number typed into a form or a table, read strictly: what people merely mean as a number is a text.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/number.h"

namespace biaokao {

// The whole text must be [+-]?[0-9]+(\.[0-9]+)? in ASCII: "0012", "+3.5" and "-0" are numbers; "", " 7 ", "1,200",
// "1e3", ".5", "5.", "123abc", "１２" and "十二" are none. A text too large for a double is none either.
[[nodiscard]] std::optional<Number> strict_number(std::string_view text);

} // namespace biaokao
