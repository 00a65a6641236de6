// An extraction order over two tables.
#include "tests/support/scored_pack.h"

namespace biaokao::test {

extern const ScoredQuestion scored_query;
const ScoredQuestion scored_query{.id = "query",
                                  .question = R"({
 "format": 1, "id": "query", "type": "query", "grader": "query", "minutes": 5, "points": 3.5,
 "sheet": {"code": "Q-1", "title": {"zh": "数据提取", "en": "Data extraction"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "按订单提取数据。", "en": "Extract what the order asks for."},
  "skills": {"zh": "会查询。", "en": "Queries."}, "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "order1", "title": {"zh": "提取单 1", "en": "Order 1"}}],
 "sources": [{"id": "calls", "title": {"zh": "通话", "en": "Calls"}, "file": "media/calls.csv"},
             {"id": "people", "title": {"zh": "客户", "en": "Customers"}, "file": "media/people.csv"}],
 "labels": {
  "attributes": [
   {"id": "query", "title": {"zh": "查询语句", "en": "Query"}, "kind": "text"},
   {"id": "seconds", "title": {"zh": "时长", "en": "Seconds"}, "kind": "number", "min": 0, "max": 100000},
   {"id": "fee", "title": {"zh": "费用", "en": "Fee"}, "kind": "number", "min": 0, "max": 100000}],
  "fields": ["query"]},
 "rubric": [
  {"id": "M1", "skill": "5/1.1.1", "points": 1.0, "criterion": {"zh": "行正确", "en": "Right rows"}},
  {"id": "M2", "skill": "5/1.1.1", "points": 0.5, "criterion": {"zh": "列正确", "en": "Right columns"}},
  {"id": "M3", "skill": "5/1.1.1", "points": 0.5, "criterion": {"zh": "顺序正确", "en": "Right order"}},
  {"id": "M4", "skill": "5/1.1.1", "points": 0.5, "criterion": {"zh": "行数正确", "en": "Right number of rows"}},
  {"id": "M5", "skill": "5/1.1.1", "points": 0.5, "criterion": {"zh": "不含电话", "en": "No phone numbers"}},
  {"id": "M6", "skill": "5/1.1.1", "points": 0.5, "criterion": {"zh": "保存", "en": "Saved"}}]})",
                                  .key = R"({
 "format": 1, "question": "query",
 "reference": {"items": {"order1": {"attributes": {
   "query": "SELECT p.name, c.seconds FROM calls c JOIN people p ON p.id = c.person WHERE c.seconds >= 60 ORDER BY c.seconds DESC"},
   "saved": true}}},
 "checks": {
  "M1": {"check": "rows", "target": "order1"},
  "M2": {"check": "columns", "target": "order1", "field": "query", "ordered": true},
  "M3": {"check": "sorted", "target": "order1"},
  "M4": {"check": "row_count", "target": "order1"},
  "M5": {"check": "absent", "target": "order1", "columns": ["phone"]},
  "M6": {"check": "saved", "gate": {"share": 0.25}}}})",
                                  .media = {{"media/calls.csv", "id,person,seconds,fee,city\n"
                                                                "c1,p1,60,1.5,北京\n"
                                                                "c2,p2,59,1,上海\n"
                                                                "c3,p1,300,7.25,北京\n"
                                                                "c4,p3,61,,上海\n"},
                                            {"media/people.csv", "id,name,phone\n"
                                                                 "p1,王芳,13800000001\n"
                                                                 "p2,李明,13800000002\n"
                                                                 "p3,赵强,13800000003\n"}}};

} // namespace biaokao::test
