#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Orders {
    Scorer scorer;
    Answer answer;
    explicit Orders(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "table")) {}

    std::map<std::string, RowChange>& rows() { return answer.items.at("orders").rows; }
    QuestionScore score() { return grade(scorer, "table", answer); }
};

TEST_CASE("table: a cell must be what the reference has, numbers within the tolerance, and each slip is named") {
    Orders orders;
    CHECK(orders.score().awarded == HalfPoints{8});
    orders.rows().at("007").cells["price"] = 12.51;
    CHECK(points_of(orders.score(), "M1") == 0.5);
    orders.rows().at("007").cells["price"] = std::string("12.5");
    CHECK(points_of(orders.score(), "M1") == 0.5);
    orders.rows().at("007").cells["price"] = 12.53;
    CHECK(points_of(orders.score(), "M1") == 0);
    CHECK(has_sentence(item_of(orders.score(), "M1"), "evidence.table.cell_wrong"));
    orders.rows().erase("007");
    CHECK(has_sentence(item_of(orders.score(), "M1"), "evidence.table.cell_missed"));
    orders.rows()["007"].removed = true;
    CHECK(has_sentence(item_of(orders.score(), "M1"), "evidence.table.cell_gone"));
    CHECK(points_of(orders.score(), "M7") == 0);
}

TEST_CASE("table: a row is right with all of its cells, a column with all of its rows") {
    Orders orders;
    orders.rows().at("008").cells.erase("price"); // 0003.5 stays
    CHECK(points_of(orders.score(), "M2") == 0);
    CHECK(points_of(orders.score(), "M5") == 0.5);
    orders.rows()["009"].cells["name"] = std::string("赵 刚"); // was right
    const QuestionScore score = orders.score();
    CHECK(points_of(score, "M5") == 0);
    CHECK(points_of(score, "M8") == 0);
    CHECK(has_sentence(item_of(score, "M8"), "evidence.table.false_changes"));
    CHECK(points_of(score, "M1") == 0); // the false change is taken from the group's last earned item
}

TEST_CASE("table: removed and added rows, and what a false removal costs") {
    Orders orders;
    orders.rows().at("012").cells["price"] = 9.0;
    CHECK(has_sentence(item_of(orders.score(), "M4"), "evidence.table.added_wrong"));
    orders.rows().erase("012");
    CHECK(has_sentence(item_of(orders.score(), "M4"), "evidence.table.added_missed"));
    orders.rows()["011"].removed = true;
    CHECK(points_of(orders.score(), "M3") == 0); // removed rightly, but another one falsely
    CHECK(points_of(orders.score(), "M7") == 0);
    orders.rows().erase("010");
    CHECK(has_sentence(item_of(orders.score(), "M3"), "evidence.table.removed_missed"));
}

TEST_CASE("table: removing everything earns nothing, and so does a copy of the table") {
    Orders orders;
    orders.answer = {};
    for (const char* id : {"007", "008", "009", "010", "011"}) orders.answer.items["orders"].rows[id].removed = true;
    CHECK(orders.score().awarded == HalfPoints{});
    orders.answer = {};
    orders.answer.items["orders"].rows["009"].cells["name"] = std::string("赵刚"); // as it was
    CHECK(orders.score().awarded == HalfPoints{});
}

TEST_CASE("table: slips of a key are named with their place") {
    struct Row {
        const char *place, *code, *where;
        Json value;
    };
    for (const auto& [place, code, where, value] : {
             Row{"key/table.json:/checks/M1/column", "error.table_column", "key/table.json:/checks/M1/column",
                 "colour"},
             Row{"key/table.json:/checks/M1/row", "error.table_no_work", "key/table.json:/checks/M1/row", "009"},
             Row{"key/table.json:/checks/M3/row", "error.table_no_work", "key/table.json:/checks/M3/row", "011"},
             Row{"key/table.json:/matching/numeric/price", "error.table_column", "key/table.json:/matching/numeric",
                 -1},
             Row{"key/table.json:/reference/items/orders/rows/099", "error.table_row_absent",
                 "key/table.json:/reference/items/orders/rows/099", Json::Object{{"removed", true}}},
             Row{"questions/table.json:/labels/columns", "error.table_columns", "media/orders.csv:line 1",
                 Json::Array{"price", "name"}},
         }) {
        CAPTURE(place);
        test::SmallPack pack = test::scored_pack();
        pack.set(place, value);
        const Problems problems = test::key_problems(pack);
        REQUIRE(problems.errors.size() == 1);
        CHECK(problems.errors[0].code == code);
        CHECK(problems.errors[0].where == where);
    }
}

} // namespace
} // namespace biaokao
