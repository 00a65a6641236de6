// A second pack in memory, for graders whose questions the small pack has not: one question for each kind of answer.
// Changed like the small pack: scored_pack().set("key/form.json:/checks/M1/tolerance", 1).
//
//   form      form, 5.0 points: the sheet "sheet" (text, number, choice, checkbox fields) and the order of "plan"
//   outlines  image_objects: a turned box, a polygon and key points
//   query     query, 3.5 points: one extraction order over the tables "calls" and "people"
//   shapes    image_objects, 5.0 points: media/road.png (r1 lane, r3 sign), media/view.png (r2 sky)
//   sorting   sorting, 10.0 points: ten files in folders, eight pictures kept or dropped with a reason, a sheet of
//             counts
//   table     table, 4.0 points: media/orders.csv, to be cleaned (cells, a removed, an added row), a count beside it
//
// A question is a file in tests/support/scored/ and one line in scored_pack.cpp; points and minutes of the paper are
// added up.
#pragma once

#include "tests/support/small_pack.h"

namespace biaokao::test {

struct ScoredQuestion {
    const char* id;
    const char* question;                       // questions/<id>.json
    const char* key;                            // key/<id>.json
    std::map<std::string, std::string> media{}; // by path: "media/table.csv"
};

[[nodiscard]] SmallPack scored_pack();

} // namespace biaokao::test
