#include "graders/cases/table_cases.h"

namespace biaokao {

TableRows read_table_rows(const CaseNode& list, std::optional<std::size_t> columns) {
    TableRows table;
    for (const Json& one : list.elements()) {
        const CaseNode row = list.at(one);
        const std::span<const Json> cells = row.elements();
        if (!columns) columns = cells.size();
        if (cells.size() != *columns) row.refuse("error.case_ragged");
        for (const Json& cell : cells) {
            const auto read = table_cell_from_json(cell);
            if (!read) row.at(cell).refuse("error.case_cell");
            table.cells.push_back(read.value_or(TableCell()));
        }
        if (row.faulty()) return table;
        ++table.rows;
    }
    table.columns = columns.value_or(0);
    return table;
}

} // namespace biaokao
