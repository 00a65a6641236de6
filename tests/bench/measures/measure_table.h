// The table of graders/README.md: what each measure is, what it was compared with, and how fast it is.
#pragma once

#include <string>

namespace biaokao::bench {

// Markdown, one row for each measure. `data` is the folder of published cases, "…/data/metrics". Returns an empty text
// and complains on stderr where a file cannot be read.
[[nodiscard]] std::string measure_table(const std::string& data);

} // namespace biaokao::bench
