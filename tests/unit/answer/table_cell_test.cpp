#include "engine/answer/table_cell.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

TEST_CASE("table cells: null, numbers and texts are three things") {
    const TableCell nothing, empty(std::string_view{}), one(Number(1.0)), text("1");
    CHECK(nothing == TableCell());
    CHECK_FALSE(nothing == empty);
    CHECK_FALSE(one == text);
    CHECK(text == TableCell(std::string_view("1")));
    CHECK_FALSE(TableCell("a") == TableCell("A"));
}

TEST_CASE("table cells: equal numbers are equal however they are written, and hash alike") {
    const TableCell whole(Number(std::int64_t{1})), decimal(Number(1.0));
    CHECK(whole == decimal);
    CHECK(whole.hash() == decimal.hash());
    CHECK(TableCell(Number(0.0)).hash() == TableCell(Number(-0.0)).hash());
    CHECK_FALSE(TableCell(Number(std::int64_t{9007199254740993})) == TableCell(Number(9007199254740992.0)));
}

TEST_CASE("table cells: JSON gives null, numbers and texts, nothing else") {
    CHECK(table_cell_from_json(Json()) == TableCell());
    CHECK(table_cell_from_json(Json(2)) == TableCell(Number(2.0)));
    const Json text("北京");
    CHECK(table_cell_from_json(text) == TableCell("北京"));
    CHECK_FALSE(table_cell_from_json(Json(true)).has_value());
    CHECK_FALSE(table_cell_from_json(Json(Json::Array{})).has_value());
}

} // namespace
} // namespace biaokao
