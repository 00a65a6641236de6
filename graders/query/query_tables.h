// The sources of a question as tables of a database.
#pragma once

#include <memory>
#include <vector>

#include "engine/media/table_document.h"
#include "engine/pack/pack.h"
#include "graders/query/sqlite_database.h"

namespace biaokao {

struct SourceTable {
    std::unique_ptr<const TableDocument> document; // what the texts of `table` borrow
    SqlTable table;
};

// Each source is a table with its id as name: the column "id" and those of the file. A column whose attribute is a
// number holds numbers, and NULL for an empty cell; every other one holds texts. Problems at the file.
[[nodiscard]] std::vector<SourceTable> read_source_tables(const Question& question, const PackFiles& files,
                                                          Problems& problems);

} // namespace biaokao
