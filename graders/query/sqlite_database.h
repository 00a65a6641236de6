// Runs the SQL of a candidate against the tables of a question. The database is filled once; each run looks at it
// through a connection of its own, which can only read and has limits for everything, so that any number of threads may
// run queries and no query hurts the program or its neighbours.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/table_cell.h"
#include "engine/base/result.h"

namespace biaokao {

struct SqlColumn {
    enum class Type { text, integer, real };
    std::string name;
    Type type = Type::text;
};

struct SqlTable {
    std::string name; // an id, like those of the columns
    std::vector<SqlColumn> columns;
    TableRows rows;    // nothing: NULL. Texts stand in what it was read from
    std::string where; // for problems
};

struct SqlResult {
    std::vector<std::string> columns; // names, as SQLite gives them
    TableRows rows;                   // infinite numbers and bytes as the texts that SQLite shows for them
    std::deque<std::string> texts;    // what the cells of `rows` borrow

    SqlResult() = default;
    SqlResult(SqlResult&&) = default;
    SqlResult& operator=(SqlResult&&) = default;
    SqlResult(const SqlResult&) = delete; // the copy's cells would borrow from the original
    SqlResult& operator=(const SqlResult&) = delete;
};

struct SqlLimits {
    std::int64_t steps = 10'000'000; // of SQLite's machine: up to a second, and the same on every machine
    double seconds = 3;              // of the processor: a few steps over long texts can take as long as many others
    std::int64_t memory_bytes = 128 << 20;
    std::size_t rows = 100'000, result_bytes = 64 << 20;
};

// SQLite itself failed, and nothing can be said of the query.
constexpr std::string_view sql_engine_fault = "error.sql_engine";

class SqlDatabase {
public:
    // Errors at a table's `where`: "error.sql_table" (SQLite's words in "message"), or an engine fault.
    [[nodiscard]] static Result<SqlDatabase> fill(std::span<const SqlTable* const> tables);

    // The result of one SELECT. Errors (at no place): "error.sql" (SQLite's words in "message"), "error.sql_one" (more
    // than one statement, or none), "error.sql_select" (another statement), "error.sql_steps", "error.sql_memory",
    // "error.sql_length", "error.sql_size" (of the result), and sql_engine_fault. Functions that draw lots or reach
    // outside are refused; "now" is a fixed day.
    [[nodiscard]] Result<SqlResult> run(std::string_view sql, const SqlLimits& limits = {}) const;

private:
    std::string bytes_; // a database file
};

} // namespace biaokao
