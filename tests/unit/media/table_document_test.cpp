#include "engine/media/table_document.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

TEST_CASE("tables: quotes, line ends, an empty last line and a byte order mark are read as RFC 4180 has them") {
    const auto table =
        read_table_document("\xEF\xBB\xBFid,name,note\r\n007,王芳,\"a, \"\"b\"\"\n c\"\r\n8,,x", "t.csv");
    REQUIRE(table.has_value());
    CHECK(table->columns == std::vector<std::string>{"name", "note"});
    CHECK(table->row_ids == std::vector<std::string>{"007", "8"});
    CHECK(table->rows[0] == std::vector<std::string>{"王芳", "a, \"b\"\n c"});
    CHECK(table->rows[1] == std::vector<std::string>{"", "x"});
    CHECK(read_table_document("id,a\n1,2\n", "t.csv")->rows.size() == 1);
    CHECK(read_table_document("id,a", "t.csv")->rows.empty());
}

TEST_CASE("tables: each fault is named with its line") {
    struct Row {
        const char *bytes, *code, *where;
    };
    for (const auto& [bytes, code, where] : {
             Row{"id,a\n1,2\n3\n", "error.table_row", "t.csv:line 3"},
             Row{"id,a\n1,\"x\ny\"\n1,2\n", "error.table_id", "t.csv:line 4"},
             Row{"id,a,a\n", "error.table_id", "t.csv:line 1"},
             Row{"id,a b\n", "error.table_id", "t.csv:line 1"},
             Row{"", "error.table_id", "t.csv:line 1"},
             Row{"id,a\n1,\"x\n", "error.table_form", "t.csv:line 2"},
             Row{"id,a\n1,\"x\"y\n", "error.table_form", "t.csv:line 2"},
             Row{"id,a\n1,x\"y\"\n", "error.table_form", "t.csv:line 2"},
             Row{"id,a\n1,\xFF\n", "error.table_form", "t.csv"},
         }) {
        CAPTURE(bytes);
        const auto table = read_table_document(bytes, "t.csv");
        REQUIRE_FALSE(table.has_value());
        CHECK(table.error().code == code);
        CHECK(table.error().where == where);
    }
}

} // namespace
} // namespace biaokao
