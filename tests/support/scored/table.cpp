// A table to be cleaned, and a count beside it.
#include "tests/support/scored_pack.h"

namespace biaokao::test {

extern const ScoredQuestion scored_table;
const ScoredQuestion scored_table{.id = "table",
                                  .question = R"({
 "format": 1, "id": "table", "type": "table", "grader": "table", "minutes": 5, "points": 4.0,
 "sheet": {"code": "B-1", "title": {"zh": "数据清洗", "en": "Cleaning"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "清洗表格。", "en": "Clean the table."}, "skills": {"zh": "不误改。", "en": "Change nothing right."},
  "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "orders", "title": {"zh": "订单", "en": "Orders"}, "file": "media/orders.csv"}],
 "labels": {
  "attributes": [
   {"id": "name", "title": {"zh": "姓名", "en": "Name"}, "kind": "text"},
   {"id": "price", "title": {"zh": "价格", "en": "Price"}, "kind": "number", "min": 0, "max": 100000},
   {"id": "rows", "title": {"zh": "行数", "en": "Rows"}, "kind": "text"}],
  "columns": ["name", "price"], "fields": ["rows"]},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "007 的价格", "en": "Price of 007"}},
  {"id": "M2", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "008 正确", "en": "008 right"}},
  {"id": "M3", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "删除重复行", "en": "Duplicate removed"}},
  {"id": "M4", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "补充缺行", "en": "Missing row added"}},
  {"id": "M5", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "姓名列", "en": "Names"}},
  {"id": "M6", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "清洗后行数", "en": "Rows after"}},
  {"id": "M7", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "无误删", "en": "No false removal"}},
  {"id": "M8", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "无误改", "en": "No false change"}}]})",
                                  .key = R"({
 "format": 1, "question": "table", "matching": {"numeric": {"price": 0.01}},
 "reference": {"items": {"orders": {"attributes": {"rows": "5"}, "rows": {
   "007": {"cells": {"price": 12.5}}, "008": {"cells": {"name": "李雷", "price": 3}},
   "010": {"removed": true}, "012": {"cells": {"name": "韩梅", "price": 8}}}}}},
 "checks": {
  "M1": {"check": "cell", "target": "orders", "row": "007", "column": "price", "group": "cells"},
  "M2": {"check": "row_right", "target": "orders", "row": "008", "group": "cells"},
  "M3": {"check": "row_removed", "target": "orders", "row": "010", "group": "removed"},
  "M4": {"check": "row_added", "target": "orders", "row": "012"},
  "M5": {"check": "column", "target": "orders", "column": "name", "group": "cells"},
  "M6": {"check": "number", "target": "orders", "field": "rows"},
  "M7": {"check": "no_false_removal", "target": "orders", "gate": {"share": 0.5}},
  "M8": {"check": "no_false_change", "target": "orders", "gate": {"share": 0.5}}},
 "groups": {"removed": {"deduction": {"check": "extra", "free": 0, "points": 0.5}, "flood_limit": true},
            "cells": {"deduction": {"check": "extra", "free": 0, "points": 0.5}}}})",
                                  .media = {{"media/orders.csv", "id,name,price\n007,王芳,12500\n008,李 雷,0003.5\n"
                                                                 "009,赵刚,7\n010,王芳,12500\n011,,4\n"}}};

} // namespace biaokao::test
