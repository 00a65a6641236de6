// A table of a pack: comma-separated values as RFC 4180 has them, in UTF-8, with a head of column ids. The first column
// holds the row ids: rows are known by them, never by their place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

struct TableDocument {
    std::vector<std::string> columns;           // without the first one
    std::vector<std::string> row_ids;           // each once
    std::vector<std::vector<std::string>> rows; // as `row_ids`, each as long as `columns`
};

constexpr std::size_t max_table_rows = 100'000, max_table_columns = 64;

// Errors at "path:line n": "error.table_form" (no UTF-8, a quote that does not end or stands inside a value),
// "error.table_row" (another number of values than the head), "error.table_id" (a column or row id that is no id or
// stands twice), "error.table_size".
[[nodiscard]] Result<TableDocument> read_table_document(std::string_view bytes, const std::string& path);

} // namespace biaokao
