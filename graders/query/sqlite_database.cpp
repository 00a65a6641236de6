#include "graders/query/sqlite_database.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <memory>

#include <sqlite3.h>

#include "graders/query/sqlite_setup.h"

namespace biaokao {
namespace {

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(unsigned char* memory) const { sqlite3_free(memory); }
};
constexpr int longest_sql = 20'000;

using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

tl::unexpected<Error> engine_fault(sqlite3* connection) {
    return fail(std::string(sql_engine_fault), "",
                {{"message", literal_value(connection ? sqlite3_errmsg(connection) : sqlite3_errstr(SQLITE_NOMEM))}});
}

Connection open_memory() {
    sqlite3* connection = nullptr;
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
    const int opened = sqlite3_open_v2(":memory:", &connection, flags, sqlite_still_clock);
    Connection owned(connection);
    return opened == SQLITE_OK ? std::move(owned) : nullptr;
}

Statement prepare(sqlite3* connection, std::string_view sql, const char** tail = nullptr) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement, tail);
    return Statement(statement);
}

// What SQLite may ask while it reads a query: whether it may do this.
int may(void*, int action, const char*, const char* name, const char*, const char*) {
    if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE) return SQLITE_OK;
    if (action != SQLITE_FUNCTION) return SQLITE_DENY;
    static constexpr auto functions = std::to_array<std::string_view>(
        {"abs",      "acos",         "asin",       "atan",      "atan2",       "avg",          "ceil",
         "ceiling",  "char",         "coalesce",   "cos",       "count",       "cume_dist",    "date",
         "datetime", "degrees",      "dense_rank", "exp",       "first_value", "floor",        "format",
         "glob",     "group_concat", "hex",        "ifnull",    "iif",         "instr",        "julianday",
         "lag",      "last_value",   "lead",       "length",    "like",        "likelihood",   "likely",
         "ln",       "log",          "log10",      "log2",      "lower",       "ltrim",        "max",
         "min",      "mod",          "nth_value",  "ntile",     "nullif",      "percent_rank", "pi",
         "pow",      "power",        "printf",     "quote",     "radians",     "rank",         "replace",
         "round",    "row_number",   "rtrim",      "sign",      "sin",         "sqrt",         "strftime",
         "substr",   "substring",    "sum",        "tan",       "time",        "total",        "trim",
         "trunc",    "typeof",       "unicode",    "unixepoch", "unlikely",    "upper"});
    static_assert(std::ranges::is_sorted(functions));
    std::string lower;
    for (const char* c = name; *c; ++c) lower += *c >= 'A' && *c <= 'Z' ? static_cast<char>(*c - 'A' + 'a') : *c;
    return std::ranges::binary_search(functions, std::string_view(lower)) ? SQLITE_OK : SQLITE_DENY;
}

double processor_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Progress {
    static constexpr int steps_between = 1000;
    std::int64_t steps_left = 0;
    double end_s = 0;
};

int stop_now(void* data) {
    auto& progress = *static_cast<Progress*>(data);
    progress.steps_left -= Progress::steps_between;
    return progress.steps_left < 0 || processor_seconds() > progress.end_s ? 1 : 0;
}

void restrict_connection(sqlite3* connection, Progress& progress) {
    // In this order: what sets the connection up must still be allowed.
    sqlite3_exec(connection, "PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr); // the budget counts it there
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr); // a slip in a "name" is no text
    constexpr std::array<std::pair<int, int>, 11> limits{{{SQLITE_LIMIT_LENGTH, 50'000}, // instr() is quadratic
                                                          {SQLITE_LIMIT_SQL_LENGTH, longest_sql},
                                                          {SQLITE_LIMIT_COLUMN, 256},
                                                          {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                                          {SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                                          {SQLITE_LIMIT_VDBE_OP, 100'000},
                                                          {SQLITE_LIMIT_FUNCTION_ARG, 32},
                                                          {SQLITE_LIMIT_ATTACHED, 0},
                                                          {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
                                                          {SQLITE_LIMIT_VARIABLE_NUMBER, 0},
                                                          {SQLITE_LIMIT_WORKER_THREADS, 0}}};
    for (const auto& [limit, value] : limits) sqlite3_limit(connection, limit, value);
    sqlite3_set_authorizer(connection, may, nullptr);
    sqlite3_progress_handler(connection, Progress::steps_between, stop_now, &progress);
}

// Nothing but blanks and remarks.
bool is_blank(sqlite3* connection, std::string_view sql) {
    return !prepare(connection, sql) && sqlite3_errcode(connection) == SQLITE_OK;
}

// Why SQLite stopped.
tl::unexpected<Error> failure(sqlite3* connection, const SqliteMemoryBudget& budget) {
    switch (sqlite3_errcode(connection)) {
    case SQLITE_INTERRUPT: return fail("error.sql_steps", "");
    case SQLITE_NOMEM:
        if (budget.refused()) return fail("error.sql_memory", "");
        return engine_fault(connection);
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB:
    case SQLITE_FULL:
    case SQLITE_INTERNAL:
    case SQLITE_MISUSE: return engine_fault(connection);
    default: return fail("error.sql", "", {{"message", literal_value(sqlite3_errmsg(connection))}});
    }
}

std::string_view bytes_of(sqlite3_stmt* statement, int column) {
    const void* bytes = sqlite3_column_blob(statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
    return bytes ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view();
}

std::string hex_literal(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "X'";
    for (const char c : bytes) {
        text += digits[static_cast<unsigned char>(c) >> 4];
        text += digits[static_cast<unsigned char>(c) & 15];
    }
    return text + "'";
}

TableCell cell_at(sqlite3_stmt* statement, int column, std::deque<std::string>& texts) {
    const auto kept = [&](std::string text) {
        return TableCell(std::string_view(texts.emplace_back(std::move(text))));
    };
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: return TableCell(Number(std::int64_t{sqlite3_column_int64(statement, column)}));
    case SQLITE_FLOAT: {
        const double value = sqlite3_column_double(statement, column);
        return std::isfinite(value) ? TableCell(Number(value)) : kept(value > 0 ? "Inf" : "-Inf");
    }
    case SQLITE_TEXT: return kept(std::string(bytes_of(statement, column)));
    case SQLITE_BLOB: return kept(hex_literal(bytes_of(statement, column)));
    default: return {};
    }
}

Result<SqlResult> all_rows(sqlite3* connection, sqlite3_stmt* statement, const SqlLimits& limits,
                           const SqliteMemoryBudget& budget) {
    SqlResult result;
    const int columns = sqlite3_column_count(statement);
    result.rows.columns = static_cast<std::size_t>(columns);
    for (int i = 0; i < columns; ++i) {
        const char* name = sqlite3_column_name(statement, i);
        if (!name) return failure(connection, budget);
        result.columns.emplace_back(name);
    }
    std::size_t bytes = 0;
    int step = SQLITE_DONE;
    while ((step = sqlite3_step(statement)) == SQLITE_ROW) {
        if (++result.rows.rows > limits.rows) return fail("error.sql_size", "");
        for (int i = 0; i < columns; ++i) {
            const std::size_t texts = result.texts.size();
            result.rows.cells.push_back(cell_at(statement, i, result.texts));
            bytes += sizeof(TableCell) + (result.texts.size() > texts ? result.texts.back().size() : 0);
        }
        if (bytes > limits.result_bytes) return fail("error.sql_size", "");
    }
    if (step != SQLITE_DONE) return failure(connection, budget);
    return result;
}

bool run_once(sqlite3* connection, const std::string& sql) {
    return sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

void bind(sqlite3_stmt* statement, int place, const TableCell& cell) {
    if (cell.is_text())
        sqlite3_bind_text(statement, place, cell.text().data(), static_cast<int>(cell.text().size()), SQLITE_STATIC);
    else if (cell.is_nothing()) sqlite3_bind_null(statement, place);
    else if (const auto whole = cell.number().whole()) sqlite3_bind_int64(statement, place, *whole);
    else sqlite3_bind_double(statement, place, cell.number().value());
}

bool add_table(sqlite3* connection, const SqlTable& table) {
    std::string columns, values;
    for (const SqlColumn& column : table.columns) {
        const std::string_view type = column.type == SqlColumn::Type::text      ? " TEXT"
                                      : column.type == SqlColumn::Type::integer ? " INTEGER"
                                                                                : " REAL";
        columns += (columns.empty() ? "\"" : ", \"") + column.name + "\"" + std::string(type);
        values += values.empty() ? "?" : ", ?";
    }
    if (!run_once(connection, "CREATE TABLE \"" + table.name + "\" (" + columns + ")")) return false;
    const Statement insert = prepare(connection, "INSERT INTO \"" + table.name + "\" VALUES (" + values + ")");
    if (!insert) return false;
    for (std::size_t row = 0; row < table.rows.rows; ++row) {
        for (std::size_t i = 0; i < table.rows.columns; ++i)
            bind(insert.get(), static_cast<int>(i) + 1, table.rows.at(row, i));
        if (sqlite3_step(insert.get()) != SQLITE_DONE || sqlite3_reset(insert.get()) != SQLITE_OK) return false;
    }
    return true;
}

} // namespace

Result<SqlDatabase> SqlDatabase::fill(std::span<const SqlTable* const> tables) {
    const Connection connection = set_up_sqlite() ? open_memory() : nullptr;
    if (!connection || !run_once(connection.get(), "BEGIN")) return engine_fault(connection.get());
    for (const SqlTable* table : tables) {
        if (!add_table(connection.get(), *table))
            return fail("error.sql_table", table->where,
                        {{"message", literal_value(sqlite3_errmsg(connection.get()))}});
    }
    if (!run_once(connection.get(), "COMMIT")) return engine_fault(connection.get());
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, Close> bytes(sqlite3_serialize(connection.get(), "main", &size, 0));
    if (!bytes) return engine_fault(nullptr);
    SqlDatabase database;
    database.bytes_.assign(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
    return database;
}

Result<SqlResult> SqlDatabase::run(std::string_view sql, const SqlLimits& limits) const {
    if (sql.size() > std::size_t{longest_sql}) return fail("error.sql_length", "");
    SqliteMemoryBudget budget(limits.memory_bytes);
    const Connection connection = open_memory();
    if (!connection) return engine_fault(nullptr);
    // Read-only: SQLite neither writes to the bytes nor frees them.
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes_.data()));
    const auto size = static_cast<sqlite3_int64>(bytes_.size());
    if (sqlite3_deserialize(connection.get(), "main", bytes, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK)
        return engine_fault(connection.get());
    Progress progress{.steps_left = limits.steps, .end_s = processor_seconds() + limits.seconds};
    restrict_connection(connection.get(), progress);

    const char* tail = nullptr;
    const Statement statement = prepare(connection.get(), sql, &tail);
    if (!statement && sqlite3_errcode(connection.get()) != SQLITE_OK) return failure(connection.get(), budget);
    if (!statement || !is_blank(connection.get(), sql.substr(static_cast<std::size_t>(tail - sql.data()))))
        return fail("error.sql_one", "");
    const bool reads = sqlite3_stmt_readonly(statement.get()) && !sqlite3_stmt_isexplain(statement.get());
    if (!reads || sqlite3_column_count(statement.get()) == 0) return fail("error.sql_select", "");
    return all_rows(connection.get(), statement.get(), limits, budget);
}

} // namespace biaokao
