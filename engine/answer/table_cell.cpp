#include "engine/answer/table_cell.h"

namespace biaokao {

std::optional<TableCell> table_cell_from_json(const Json& value) {
    if (value.is_null()) return TableCell();
    if (const std::int64_t* whole = value.integer()) return TableCell(Number(*whole));
    if (value.is_number()) return TableCell(Number(value.number()));
    if (const std::string* text = value.string()) return TableCell(std::string_view(*text));
    return std::nullopt;
}

} // namespace biaokao
