#include <doctest/doctest.h>

#include <thread>

#include "engine/base/files.h"
#include "engine/base/i18n.h"
#include "graders/query/sqlite_database.h"
#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Order {
    Scorer scorer;
    Answer answer;
    explicit Order(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "query")) {}

    Order& ask(std::string_view sql) {
        answer.items.at("order1").attributes["query"] = std::string(sql);
        return *this;
    }
    [[nodiscard]] QuestionScore score() const { return grade(scorer, "query", answer); }
    [[nodiscard]] double points(std::string_view item) const { return points_of(score(), item); }
    [[nodiscard]] bool says(std::string_view item, std::string_view code) const {
        return has_sentence(item_of(score(), item), code);
    }
};

test::SmallPack with_check(const char* item, std::string_view check) {
    test::SmallPack pack = test::scored_pack();
    pack.set(std::string("key/query.json:/checks/") + item, parse_json(check, "check").value());
    return pack;
}

test::SmallPack with_reference(std::string_view sql) {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/query.json:/reference/items/order1/attributes/query", std::string(sql));
    return pack;
}

// The first problem of a key, "code place".
std::string problem_of(const test::SmallPack& pack) {
    const Problems problems = test::key_problems(pack);
    if (problems.errors.empty()) return "no problem";
    return problems.errors[0].code + " " + problems.errors[0].where;
}

constexpr const char* join = "SELECT name, seconds FROM calls JOIN people ON people.id = person ";

TEST_CASE("query: another wording of the right query earns everything") {
    Order order;
    CHECK(order
              .ask("select P.NAME as Name, SECONDS from people p, calls where p.id = person and not seconds < 60 "
                   "order by 2 desc; -- done")
              .score()
              .awarded == order.score().max);
    CHECK(order
              .ask("WITH long AS (SELECT * FROM calls WHERE seconds > 59) SELECT (SELECT name FROM people WHERE id = "
                   "person) AS name, seconds FROM long ORDER BY seconds DESC")
              .score()
              .awarded == order.score().max);
}

TEST_CASE("query: no query earns nothing, and neither do blanks") {
    Order order;
    for (const char* blank : {"", "  \n"}) {
        order.ask(blank);
        order.answer.items.at("order1").saved = false;
        CHECK(order.score().awarded == HalfPoints{});
        CHECK(order.says("M1", "evidence.query.none"));
    }
}

TEST_CASE("query: a limit that is one off costs the rows and their number") {
    Order order;
    order.ask(std::string(join) + "WHERE seconds > 60 ORDER BY seconds DESC");
    CHECK(order.points("M1") == 0);
    CHECK(order.says("M1", "evidence.query.differ"));
    CHECK(order.points("M2") == 0.5);
    CHECK(order.points("M3") == 0);
    CHECK(order.says("M3", "evidence.query.not_sorted"));
    CHECK(order.points("M4") == 0);
    CHECK(order.points("M5") == 0.5);
}

TEST_CASE("query: a column too few, too many or in another place is told as such") {
    Order order;
    order.ask("SELECT name FROM calls JOIN people ON people.id = person WHERE seconds >= 60 ORDER BY seconds DESC");
    CHECK(order.says("M1", "evidence.query.column_count"));
    CHECK(order.says("M2", "evidence.query.columns_wrong"));
    CHECK(order.points("M4") == 0.5);
    order.ask("SELECT seconds, name FROM calls JOIN people ON people.id = person WHERE seconds >= 60 ORDER BY 1 DESC");
    CHECK(order.points("M1") == 0);
    CHECK(order.says("M1", "evidence.query.column_order"));
    CHECK(order.says("M2", "evidence.query.columns_order"));
    Order any(with_check("M1", R"({"check": "rows", "target": "order1", "any_columns": true})"));
    any.answer = order.answer;
    CHECK(any.points("M1") == 1.0);
    order.ask("SELECT name, seconds, phone FROM calls JOIN people ON people.id = person");
    CHECK(order.points("M5") == 0);
    CHECK(order.says("M5", "evidence.query.present"));
    order.ask("SELECT name AS Phone, seconds FROM people, calls");
    CHECK(order.points("M5") == 0);
}

TEST_CASE("query: rows that a join repeats are wrong as a multiset and right as a set") {
    const std::string repeated = "SELECT p.name, c.seconds FROM calls c JOIN people p ON p.id = c.person, people q "
                                 "WHERE c.seconds >= 60 ORDER BY c.seconds DESC";
    Order order;
    order.ask(repeated);
    CHECK(order.points("M1") == 0);
    CHECK(order.says("M1", "evidence.query.repeated"));
    CHECK(order.points("M4") == 0);
    Order set(with_check("M1", R"({"check": "rows", "target": "order1", "as": "set"})"));
    CHECK(set.ask(repeated).points("M1") == 1.0);
}

TEST_CASE("query: another order costs the order alone, unless rows are compared as a list") {
    const std::string unsorted = std::string(join) + "WHERE seconds >= 60 ORDER BY seconds";
    Order order;
    order.ask(unsorted);
    CHECK(order.points("M1") == 1.0);
    CHECK(order.points("M3") == 0);
    CHECK(order.says("M3", "evidence.query.row_order"));
    Order list(with_check("M1", R"({"check": "rows", "target": "order1", "as": "list"})"));
    CHECK(list.ask(unsorted).points("M1") == 0);
    CHECK(list.says("M1", "evidence.query.row_order"));
}

TEST_CASE("query: an empty result earns nothing, not even the absence of columns") {
    Order order;
    order.ask(std::string(join) + "WHERE 0");
    for (const char* item : {"M1", "M3", "M4", "M5"}) CHECK(order.points(item) == 0);
    CHECK(order.says("M5", "evidence.query.no_rows"));
}

TEST_CASE("query: numbers are numbers, empty ones are NULL, a tolerance is met at its limit") {
    const auto pack = [](const char* tolerance) {
        test::SmallPack changed = with_reference("SELECT 10.0 AS a, 2 AS b UNION ALL SELECT 3, 4");
        changed.set(
            "key/query.json:/checks/M1",
            parse_json(std::string(R"({"check": "rows", "target": "order1", "tolerance": )") + tolerance + "}", "check")
                .value());
        return changed;
    };
    CHECK(Order(pack("0.01")).ask("SELECT 10.1, 2 UNION ALL SELECT 3, 4").points("M1") == 1.0);
    CHECK(Order(pack("0.01")).ask("SELECT 10.2, 2 UNION ALL SELECT 3, 4").points("M1") == 0);
    CHECK(Order(pack("0")).ask("SELECT 10, 2.0 UNION ALL SELECT 3, 4").points("M1") == 1.0);
    CHECK(Order(pack("0")).ask("SELECT '10', 2 UNION ALL SELECT 3, 4").points("M1") == 0);

    const auto columns = R"(SELECT typeof(seconds), typeof(fee), typeof(city) FROM calls WHERE fee IS NULL OR fee = 1
                            ORDER BY id)";
    const auto types = "SELECT 'integer', 'real', 'text' UNION ALL SELECT 'integer', 'null', 'text'";
    CHECK(Order(with_reference(types)).ask(columns).points("M3") == 0.5);
}

TEST_CASE("query: what a candidate's query gets wrong is told in SQLite's words") {
    Order order;
    for (const char* wrong : {"SELECT nam FROM people", "SELECT * FROM peopl", "SELEC 1", "SELECT \"王芳\" FROM people",
                              "SELECT ?", "SELECT sum(", "WITH x AS (SELECT 1)"}) {
        CAPTURE(wrong);
        CHECK(order.ask(wrong).score().awarded == HalfPoints{}); // not even for saving it: a gate
        CHECK(order.says("M1", "error.sql"));
        CHECK(item_of(order.score(), "M1").status == ItemStatus::missed);
    }
}

SqlDatabase small_database() {
    const std::vector<TableCell> cells{TableCell("a"), TableCell(Number(1.0)), TableCell("b"), TableCell()};
    const SqlTable table{.name = "t",
                         .columns = {{.name = "id"}, {.name = "n", .type = SqlColumn::Type::integer}},
                         .rows = {.rows = 2, .columns = 2, .cells = cells},
                         .where = "t.csv"};
    const SqlTable* const tables[] = {&table};
    auto database = SqlDatabase::fill(tables);
    REQUIRE(database.has_value());
    return std::move(*database);
}

// The error of a query, "" where it has a result.
std::string error_of(const SqlDatabase& database, std::string_view sql, const SqlLimits& limits = {}) {
    const auto result = database.run(sql, limits);
    return result ? "" : result.error().code;
}

TEST_CASE("query: a query can only read, and only one statement is taken") {
    const SqlDatabase database = small_database();
    for (const char* refused : {"ATTACH 'x.db' AS x",
                                "PRAGMA temp_store",
                                "PRAGMA hard_heap_limit = 1",
                                "INSERT INTO t VALUES ('c', 3)",
                                "DELETE FROM t",
                                "UPDATE t SET n = 5",
                                "DROP TABLE t",
                                "CREATE TABLE u (x)",
                                "CREATE TEMP TABLE u (x)",
                                "CREATE VIEW v AS SELECT 1",
                                "BEGIN",
                                "SAVEPOINT s",
                                "ANALYZE",
                                "DETACH main",
                                "SELECT randomblob(9)",
                                "SELECT RANDOM()",
                                "SELECT zeroblob(9)",
                                "SELECT load_extension('x')",
                                "SELECT sqlite_version()",
                                "SELECT CURRENT_TIMESTAMP",
                                "SELECT * FROM pragma_table_info('t')",
                                "SELECT n FROM t RETURNING n"}) {
        CAPTURE(refused);
        CHECK(error_of(database, refused) == "error.sql");
    }
    for (const char* refused :
         {"REINDEX", "VACUUM", "VACUUM INTO 'x.db'", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 1"}) {
        CAPTURE(refused);
        CHECK(error_of(database, refused) != "");
    }
    for (const char* several : {"SELECT 1; SELECT 2", "SELECT 1; DROP TABLE t", "SELECT 1; x", "-- nothing", ";"}) {
        CAPTURE(several);
        CHECK(error_of(database, several) == "error.sql_one");
    }
    CHECK(error_of(database, "SELECT 1; ; /* nothing more */ -- at all") == "");
    CHECK(error_of(database, "SELECT '" + std::string(20'000, 'x') + "'") == "error.sql_length");
    CHECK(database.run("SELECT count(*), sum(n) FROM t")->rows.at(0, 1) == TableCell(Number(1.0)));
}

TEST_CASE("query: a query without end or beyond measure is stopped") {
    const SqlDatabase database = small_database();
    const SqlLimits limits{.steps = 1'000'000, .memory_bytes = 8 << 20, .rows = 1000, .result_bytes = 100'000};
    const std::string endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT ";
    const std::string texts = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT "
                              "printf('%.*c', 40000, 'x') || n AS x FROM c";
    std::string crossed = "SELECT count(*) FROM t";
    for (int i = 0; i < 40; ++i) crossed += ", t AS t" + std::to_string(i);
    CHECK(error_of(database, endless + "count(*) FROM c", limits) == "error.sql_steps");
    CHECK(error_of(database, crossed, limits) == "error.sql_steps");
    CHECK(error_of(database, endless + "n FROM c", limits) == "error.sql_size");
    CHECK(error_of(database, texts, limits) == "error.sql_size");
    CHECK(error_of(database, texts + " ORDER BY x", limits) == "error.sql_memory");
    CHECK(error_of(database, "SELECT count(DISTINCT x) FROM (" + texts + ")", limits) == "error.sql_memory");
    CHECK(error_of(database, "SELECT group_concat(x) FROM (" + texts + " LIMIT 9)", limits) == "error.sql");
    CHECK(error_of(database, "SELECT hex(printf('%.*c', 40000, 'x'))", limits) == "error.sql");
    CHECK(error_of(database, "SELECT " + std::string(500, '(') + "1" + std::string(500, ')'), limits) == "error.sql");
    std::string deep = "1", compound = "SELECT 1", doubling = "WITH c0 AS (SELECT n FROM t)";
    for (int i = 0; i < 200; ++i) deep += " + n";
    for (int i = 0; i < 60; ++i) compound += " UNION SELECT 1";
    for (int i = 1; i <= 40; ++i)
        doubling += ", c" + std::to_string(i) + " AS (SELECT a.n FROM c" + std::to_string(i - 1) + " a, c" +
                    std::to_string(i - 1) + " b)";
    CHECK(error_of(database, "SELECT " + deep + " FROM t", limits) == "error.sql");
    CHECK(error_of(database, compound, limits) == "error.sql");
    CHECK(error_of(database, doubling + " SELECT count(*) FROM c40", limits) != "");
    CHECK(error_of(database, "SELECT n FROM t", limits) == ""); // the neighbours do not notice
}

TEST_CASE("query: steps over long texts are stopped by the processor's time") {
    const SqlDatabase database = small_database();
    const SqlLimits limits{.seconds = 0.05};
    CHECK(error_of(database,
                   "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT sum(instr("
                   "printf('%.*c', 9000, 'x'), printf('%.*c', 4000, 'x') || n)) FROM c",
                   limits) == "error.sql_steps");
}

TEST_CASE("query: a hostile query is a missed item, and the next one is judged as if nothing had been") {
    Order order;
    order.ask("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) AS name, 1 FROM c");
    const QuestionScore score = order.score();
    CHECK(item_of(score, "M1").status == ItemStatus::missed);
    CHECK(has_sentence(item_of(score, "M1"), "error.sql_steps"));
    CHECK(Order().score().awarded == score.max);
}

TEST_CASE("query: a day is the same every day, infinite numbers and bytes do no harm") {
    const SqlDatabase database = small_database();
    const auto result =
        database.run("SELECT date('now'), 9e999, -9e999, x'4142', CAST(NULL AS TEXT), 9223372036854775807");
    REQUIRE(result.has_value());
    CHECK(result->rows.at(0, 0) == TableCell("2000-01-01"));
    CHECK(result->rows.at(0, 1) == TableCell("Inf"));
    CHECK(result->rows.at(0, 2) == TableCell("-Inf"));
    CHECK(result->rows.at(0, 3) == TableCell("X'4142'"));
    CHECK(result->rows.at(0, 4).is_nothing());
    CHECK(result->rows.at(0, 5) == TableCell(Number(std::int64_t{9223372036854775807})));
}

TEST_CASE("query: several threads judge at once, and none notices the others") {
    const Order good;
    Order bad;
    bad.ask(std::string(join) + "WHERE seconds > 60");
    const auto right = good.score().awarded, wrong = bad.score().awarded;
    const SqlDatabase database = small_database();
    const std::string greedy = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT "
                               "printf('%.*c', 40000, 'x') || n AS x FROM c ORDER BY x";
    int odd[3] = {0, 0, 0}; // by thread
    std::vector<std::thread> threads;
    threads.emplace_back([&] {
        for (int i = 0; i < 30; ++i) odd[0] += good.score().awarded != right;
    });
    threads.emplace_back([&] {
        for (int i = 0; i < 30; ++i) odd[1] += grade(good.scorer, "query", bad.answer).awarded != wrong;
    });
    threads.emplace_back([&] {
        for (int i = 0; i < 10; ++i)
            odd[2] += error_of(database, greedy, {.memory_bytes = 4 << 20}) != "error.sql_memory";
    });
    for (std::thread& thread : threads) thread.join();
    CHECK(odd[0] + odd[1] + odd[2] == 0);
}

TEST_CASE("query: what a key gets wrong is told at its place") {
    const std::string at = "key/query.json:/reference/items/order1/attributes/query";
    CHECK(problem_of(with_reference("SELECT nothing FROM calls")) == "error.sql " + at);
    CHECK(problem_of(with_reference("SELECT * FROM calls WHERE 0")) == "error.query_empty " + at);
    CHECK(problem_of(with_reference("DROP TABLE calls")) == "error.sql " + at);
    CHECK(problem_of(with_reference(" ")) == "error.check_reference_field key/query.json:/checks/M1/field");
    CHECK(problem_of(with_check("M1", R"({"check": "rows", "target": "order1", "field": "seconds"})")) ==
          "error.query_field key/query.json:/checks/M1/field");
    CHECK(problem_of(with_check("M1", R"({"check": "rows", "target": "order1", "as": "pile"})")) ==
          "error.json_choice key/query.json:/checks/M1/as");
    CHECK(problem_of(with_check("M1", R"({"check": "rows", "target": "order1", "tolerance": -1})")) ==
          "error.json_range key/query.json:/checks/M1/tolerance");
    CHECK(problem_of(with_check("M1", R"({"check": "rows", "target": "order1", "as": "set", "any_columns": true})")) ==
          "error.query_set_columns key/query.json:/checks/M1/any_columns");
    CHECK(problem_of(with_check("M5", R"({"check": "absent", "target": "order1", "columns": ["Name"]})")) ==
          "error.query_absent key/query.json:/checks/M5/columns");
    CHECK(problem_of(with_check("M5", R"({"check": "absent", "target": "order1", "columns": []})")) ==
          "error.json_empty key/query.json:/checks/M5/columns");
    CHECK(problem_of(with_check("M4", R"({"check": "row_count"})")) ==
          "error.check_target_item key/query.json:/checks/M4/target");
    CHECK(problem_of(with_reference("SELECT name FROM people WHERE id = 'p1'")) ==
          "error.query_sorted_rows key/query.json:/checks/M3/check");
    CHECK(problem_of(test::scored_pack().write("media/calls.csv", "id,person,seconds\nc1,p1,sixty\n")) ==
          "error.sql_number media/calls.csv");
    CHECK(problem_of(test::scored_pack().write("media/calls.csv", "id,person,ID\nc1,p1,60\n")) ==
          "error.sql_table media/calls.csv");
}

TEST_CASE("query: a question needs tables and a field for the query") {
    const auto problem = [](const char* place, Json value) {
        test::SmallPack pack = test::scored_pack();
        pack.set(place, std::move(value));
        const Problems problems = pack.problems();
        return problems.errors.empty() ? "no problem" : problems.errors[0].code + " " + problems.errors[0].where;
    };
    CHECK(problem("questions/query.json:/sources/0/file", "media/missing.txt").find("questions/query.json") !=
          std::string::npos);
    CHECK(problem("questions/query.json:/labels/fields", Json::Array{Json("seconds")}) ==
          "error.query_needs_field questions/query.json:/labels");
}

TEST_CASE("query: every sentence of a result stands in both languages, with every blank filled") {
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    const std::string repeated = "SELECT name, seconds FROM calls JOIN people ON people.id = person, people q ";
    Order order(with_check("M1", R"({"check": "rows", "target": "order1", "as": "list"})"));
    for (const std::string& sql :
         {std::string(), std::string("SELEC"), std::string("SELECT 1"), join + std::string("WHERE 0"),
          join + std::string("WHERE seconds >= 60 ORDER BY seconds DESC"),
          join + std::string("WHERE seconds >= 60 ORDER BY seconds"), repeated + "WHERE seconds >= 60",
          std::string("SELECT seconds, name, phone FROM calls, people")}) {
        for (const ItemScore& item : order.ask(sql).score().items) {
            std::vector<Message> messages{item.nominal, item.measured};
            for (const Evidence& evidence : item.evidence) messages.push_back(evidence.text);
            for (const char* language : {"zh", "en"}) {
                const Translator translate(locales, language);
                for (const Message& message : messages) {
                    CAPTURE(message.code);
                    CHECK(translate(message) != message.code);
                    CHECK(translate(message).find('{') == std::string::npos);
                }
            }
        }
    }
}

} // namespace
} // namespace biaokao
