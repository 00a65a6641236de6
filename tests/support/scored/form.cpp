// A form of every kind of field, and an order of steps.
#include "tests/support/scored_pack.h"

namespace biaokao::test {

extern const ScoredQuestion scored_form;
const ScoredQuestion scored_form{.id = "form",
                                 .question = R"({
 "format": 1, "id": "form", "type": "form", "grader": "form", "minutes": 5, "points": 5.0,
 "sheet": {"code": "F-1", "title": {"zh": "运行记录", "en": "Run record"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "填写记录并排序。", "en": "Fill in the record and order the steps."},
  "skills": {"zh": "数据准确。", "en": "Exact figures."}, "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "sheet", "title": {"zh": "记录表", "en": "Record"}}, {"id": "plan", "title": {"zh": "步骤", "en": "Steps"}}],
 "labels": {
  "attributes": [
   {"id": "calls", "title": {"zh": "调用次数", "en": "Calls"}, "kind": "text"},
   {"id": "mean", "title": {"zh": "平均值", "en": "Mean"}, "kind": "number", "min": 0, "max": 1000},
   {"id": "status", "title": {"zh": "状态", "en": "Status"}, "kind": "select", "options": [
     {"id": "normal", "title": {"zh": "正常", "en": "Normal"}}, {"id": "shaky", "title": {"zh": "偶发异常", "en": "Shaky"}},
     {"id": "down", "title": {"zh": "停用", "en": "Down"}}]},
   {"id": "clerk", "title": {"zh": "记录人", "en": "Clerk"}, "kind": "text"},
   {"id": "load", "title": {"zh": "负载", "en": "Load"}, "kind": "text"},
   {"id": "wrong1", "title": {"zh": "样本 1 有误", "en": "Sample 1 is wrong"}, "kind": "checkbox"},
   {"id": "wrong2", "title": {"zh": "样本 2 有误", "en": "Sample 2 is wrong"}, "kind": "checkbox"},
   {"id": "wrong3", "title": {"zh": "样本 3 有误", "en": "Sample 3 is wrong"}, "kind": "checkbox"},
   {"id": "wrong4", "title": {"zh": "样本 4 有误", "en": "Sample 4 is wrong"}, "kind": "checkbox"}],
  "fields": ["calls", "mean", "status", "clerk", "load", "wrong1", "wrong2", "wrong3", "wrong4"],
  "steps": [{"id": "check", "title": {"zh": "检查", "en": "Check"}}, {"id": "start", "title": {"zh": "启动", "en": "Start"}},
            {"id": "run", "title": {"zh": "运行", "en": "Run"}}, {"id": "stop", "title": {"zh": "关闭", "en": "Stop"}}]},
 "rubric": [
  {"id": "M1", "skill": "5/3.2.1", "points": 0.5, "criterion": {"zh": "调用次数", "en": "Calls"}},
  {"id": "M2", "skill": "5/3.2.1", "points": 1.0, "criterion": {"zh": "平均值", "en": "Mean"}},
  {"id": "M3", "skill": "5/3.2.1", "points": 0.5, "criterion": {"zh": "状态", "en": "Status"}},
  {"id": "M4", "skill": "5/3.2.1", "points": 0.5, "criterion": {"zh": "记录人", "en": "Clerk"}},
  {"id": "M5", "skill": "5/3.1.1", "points": 0.5, "criterion": {"zh": "先检查后启动", "en": "Check before start"}},
  {"id": "M6", "skill": "5/3.1.1", "points": 0.5, "criterion": {"zh": "先运行后关闭", "en": "Run before stop"}},
  {"id": "M7", "skill": "5/3.1.2", "points": 0.5, "criterion": {"zh": "找出样本 1", "en": "Sample 1 found"}},
  {"id": "M8", "skill": "5/3.1.2", "points": 0.5, "criterion": {"zh": "找出样本 3", "en": "Sample 3 found"}},
  {"id": "M9", "skill": "5/3.2.1", "points": 0.5, "criterion": {"zh": "全部保存", "en": "All saved"}}]})",
                                 .key = R"({
 "format": 1, "question": "form",
 "reference": {"items": {
  "sheet": {"attributes": {"calls": "128", "mean": 12.5, "status": "shaky", "clerk": "王芳", "load": "0.75",
                           "wrong1": true, "wrong3": true}, "saved": true},
  "plan": {"order": ["check", "start", "run", "stop"], "saved": true}}},
 "checks": {
  "M1": {"check": "number", "target": "sheet", "field": "calls"},
  "M2": {"check": "number", "target": "sheet", "field": "mean",
         "bands": [{"limit": 0.01, "points": 1.0}, {"limit": 0.1, "points": 0.5}]},
  "M3": {"check": "field", "target": "sheet", "field": "status"},
  "M4": {"check": "field", "target": "sheet", "field": "clerk", "any_of": ["王芳", "Wang Fang"], "normalise": true},
  "M5": {"check": "before", "target": "plan", "first": "check", "then": "start"},
  "M6": {"check": "before", "target": "plan", "first": "run", "then": "stop"},
  "M7": {"check": "marked", "target": "sheet", "field": "wrong1", "group": "wrong"},
  "M8": {"check": "marked", "target": "sheet", "field": "wrong3", "group": "wrong"},
  "M9": {"check": "saved", "gate": {"share": 0.25}}},
 "groups": {"wrong": {"deduction": {"check": "extra", "free": 0, "points": 0.5}}}})"};

} // namespace biaokao::test
