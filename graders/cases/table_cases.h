// What the cases of tables and of query results share: cells and rows of them.
#pragma once

#include <optional>

#include "engine/answer/table_cell.h"
#include "graders/cases/case_node.h"

namespace biaokao {

// Rows of `columns` cells, or as many as the first row has. Refused where they differ in length or a cell is neither
// number, text nor null. Texts live as long as the case.
[[nodiscard]] TableRows read_table_rows(const CaseNode& list, std::optional<std::size_t> columns);

} // namespace biaokao
