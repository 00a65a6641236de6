// Cells of comma-separated tables (RFC 4180) that a spreadsheet cannot be made to execute (CWE-1236).
#pragma once

#include <string>
#include <string_view>

namespace biaokao {

// Text that a spreadsheet would take for a formula gets a leading apostrophe: =, +, -, @, TAB, CR and LF at its
// beginning, full-width signs included, also behind blanks and invisible characters. Quoting alone does not help.
[[nodiscard]] std::string disarmed(std::string_view text);
// A text cell: disarmed, and quoted where it holds separators, quotes or line breaks.
[[nodiscard]] std::string csv_text(std::string_view text);

} // namespace biaokao
