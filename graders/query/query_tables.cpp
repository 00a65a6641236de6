#include "graders/query/query_tables.h"

#include "engine/text/strict_number.h"

namespace biaokao {
namespace {

SqlTable table_of(const Question& question, const ItemSpec& source, const TableDocument& document, Problems& problems) {
    SqlTable table{.name = source.id, .columns = {{.name = "id"}}, .rows = {}, .where = source.file};
    table.rows.rows = document.rows.size();
    table.rows.columns = document.columns.size() + 1;
    table.rows.cells.resize(table.rows.rows * table.rows.columns);
    const auto cell = [&](std::size_t row, std::size_t column) -> TableCell& {
        return table.rows.cells[row * table.rows.columns + column];
    };
    for (std::size_t row = 0; row < document.rows.size(); ++row) cell(row, 0) = TableCell(document.row_ids[row]);
    for (std::size_t i = 0; i < document.columns.size(); ++i) {
        SqlColumn column{.name = document.columns[i]};
        const AttributeSpec* spec = question.labels.find_attribute(column.name);
        const bool numbers = spec && spec->kind == AttributeSpec::Kind::number;
        if (numbers) column.type = SqlColumn::Type::integer;
        for (std::size_t row = 0; row < document.rows.size(); ++row) {
            const std::string& text = document.rows[row][i];
            if (!numbers) cell(row, i + 1) = TableCell(text);
            if (!numbers || text.empty()) continue;
            const auto number = strict_number(text);
            if (number) cell(row, i + 1) = TableCell(*number);
            else
                problems.add("error.sql_number", source.file,
                             {{"row", document.row_ids[row]}, {"column", column.name}, {"value", literal_value(text)}});
            // As whole numbers the halves would be cut off where a query divides.
            if (number && text.find('.') != std::string::npos) column.type = SqlColumn::Type::real;
        }
        table.columns.push_back(std::move(column));
    }
    return table;
}

} // namespace

std::vector<SourceTable> read_source_tables(const Question& question, const PackFiles& files, Problems& problems) {
    std::vector<SourceTable> tables;
    for (const ItemSpec& source : question.sources) {
        const auto bytes = files.read(source.file);
        if (!bytes) {
            problems.add(bytes.error());
            continue;
        }
        auto document = read_table_document(*bytes, source.file);
        if (!document) {
            problems.add(document.error());
            continue;
        }
        auto kept = std::make_unique<const TableDocument>(std::move(*document));
        SqlTable table = table_of(question, source, *kept, problems);
        tables.push_back({std::move(kept), std::move(table)});
    }
    return tables;
}

} // namespace biaokao
