// Ten files put into named folders with counts, and ten pictures judged with reasons, one pair of them duplicates.
#include "tests/support/scored_pack.h"

namespace biaokao::test {

namespace {

// Folders: f1–f4 cat, f5–f7 dog, f8–f9 bird, f10 belongs nowhere. Verdicts: p1–p3 keep, p4 and p5 one of them, p6 blur,
// p7 blur, p8 wrong object.
constexpr const char* question = R"({
 "format": 1, "id": "sorting", "type": "sorting", "grader": "sorting", "minutes": 10, "points": 10.0,
 "sheet": {"code": "S-1", "title": {"zh": "归类", "en": "Sorting"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "归类并统计。", "en": "Sort and count."}, "skills": {"zh": "不多不少。", "en": "All and nothing else."},
  "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [
  {"id": "f1", "title": {"zh": "文件 1", "en": "File 1"}, "text": "a", "group": "files"},
  {"id": "f2", "title": {"zh": "文件 2", "en": "File 2"}, "text": "a", "group": "files"},
  {"id": "f3", "title": {"zh": "文件 3", "en": "File 3"}, "text": "a", "group": "files"},
  {"id": "f4", "title": {"zh": "文件 4", "en": "File 4"}, "text": "a", "group": "files"},
  {"id": "f5", "title": {"zh": "文件 5", "en": "File 5"}, "text": "a", "group": "files"},
  {"id": "f6", "title": {"zh": "文件 6", "en": "File 6"}, "text": "a", "group": "files"},
  {"id": "f7", "title": {"zh": "文件 7", "en": "File 7"}, "text": "a", "group": "files"},
  {"id": "f8", "title": {"zh": "文件 8", "en": "File 8"}, "text": "a", "group": "files"},
  {"id": "f9", "title": {"zh": "文件 9", "en": "File 9"}, "text": "a", "group": "files"},
  {"id": "f10", "title": {"zh": "文件 10", "en": "File 10"}, "text": "a", "group": "files"},
  {"id": "p1", "title": {"zh": "图 1", "en": "Picture 1"}, "text": "a", "group": "pictures"},
  {"id": "p2", "title": {"zh": "图 2", "en": "Picture 2"}, "text": "a", "group": "pictures"},
  {"id": "p3", "title": {"zh": "图 3", "en": "Picture 3"}, "text": "a", "group": "pictures"},
  {"id": "p4", "title": {"zh": "图 4", "en": "Picture 4"}, "text": "a", "group": "pictures"},
  {"id": "p5", "title": {"zh": "图 5", "en": "Picture 5"}, "text": "a", "group": "pictures"},
  {"id": "p6", "title": {"zh": "图 6", "en": "Picture 6"}, "text": "a", "group": "pictures"},
  {"id": "p7", "title": {"zh": "图 7", "en": "Picture 7"}, "text": "a", "group": "pictures"},
  {"id": "p8", "title": {"zh": "图 8", "en": "Picture 8"}, "text": "a", "group": "pictures"},
  {"id": "sheet", "title": {"zh": "统计表", "en": "Counts"}, "group": "sheets"}],
 "labels": {
  "attributes": [{"id": "cats", "title": {"zh": "猫的张数", "en": "Cats"}, "kind": "text"}],
  "classes": [
   {"id": "folder", "title": {"zh": "文件夹", "en": "Folder"}, "free": true},
   {"id": "verdict", "title": {"zh": "结论", "en": "Verdict"}, "options": [
     {"id": "keep", "title": {"zh": "保留", "en": "Keep"}}, {"id": "drop", "title": {"zh": "剔除", "en": "Drop"}}]},
   {"id": "why", "title": {"zh": "原因", "en": "Reason"}, "options": [
     {"id": "blur", "title": {"zh": "模糊", "en": "Blurred"}}, {"id": "wrong", "title": {"zh": "对象不符", "en": "Wrong object"}},
     {"id": "twin", "title": {"zh": "重复", "en": "Duplicate"}}]}],
  "fields": ["cats"],
  "groups": [{"id": "files", "title": {"zh": "文件", "en": "Files"}, "classes": ["folder"]},
             {"id": "pictures", "title": {"zh": "图片", "en": "Pictures"}, "classes": ["verdict", "why"]},
             {"id": "sheets", "title": {"zh": "表", "en": "Sheets"}, "fields": ["cats"]}]},
 "rubric": [
  {"id": "M1", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "文件夹“猫”", "en": "Folder for cats"}},
  {"id": "M2", "skill": "5/1.2.1", "points": 1.0, "criterion": {"zh": "猫归类 75 %", "en": "Cats at 75 %"}},
  {"id": "M3", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "狗的内容", "en": "Dogs exactly"}},
  {"id": "M4", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "鸟里没有错", "en": "Birds pure"}},
  {"id": "M5", "skill": "5/1.2.1", "points": 1.0, "criterion": {"zh": "猫的纯度", "en": "Purity of cats"}},
  {"id": "M6", "skill": "5/1.2.1", "points": 1.0, "criterion": {"zh": "狗的完整度", "en": "Completeness of dogs"}},
  {"id": "M7", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "鸟的名称", "en": "Name of birds"}},
  {"id": "M8", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "没有遗漏", "en": "Nothing left over"}},
  {"id": "M9", "skill": "5/1.2.1", "points": 0.5, "criterion": {"zh": "猫的张数", "en": "Number of cats"}},
  {"id": "M10", "skill": "5/2.1.1", "points": 1.0, "criterion": {"zh": "图 6 剔除", "en": "Picture 6 dropped"}},
  {"id": "M11", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "图 7 剔除", "en": "Picture 7 dropped"}},
  {"id": "M12", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "图 8 剔除", "en": "Picture 8 dropped"}},
  {"id": "M13", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "重复只留一张", "en": "One of the duplicates"}},
  {"id": "M14", "skill": "5/2.1.1", "points": 0.5, "criterion": {"zh": "模糊的原因", "en": "Reason of the blurred"}},
  {"id": "M15", "skill": "5/2.1.1", "points": 1.0, "criterion": {"zh": "全部保存", "en": "All saved"}}]})";

constexpr const char* key = R"({
 "format": 1, "question": "sorting",
 "reference": {"items": {
  "f1": {"class": {"folder": "猫"}, "saved": true}, "f2": {"class": {"folder": "猫"}, "saved": true},
  "f3": {"class": {"folder": "猫"}, "saved": true}, "f4": {"class": {"folder": "猫"}, "saved": true},
  "f5": {"class": {"folder": "狗"}, "saved": true}, "f6": {"class": {"folder": "狗"}, "saved": true},
  "f7": {"class": {"folder": "狗"}, "saved": true}, "f8": {"class": {"folder": "Birds"}, "saved": true},
  "f9": {"class": {"folder": "Birds"}, "saved": true}, "f10": {"saved": true},
  "p1": {"class": {"verdict": "keep"}, "saved": true}, "p2": {"class": {"verdict": "keep"}, "saved": true},
  "p3": {"class": {"verdict": "keep"}, "saved": true}, "p4": {"class": {"verdict": "keep"}, "saved": true},
  "p5": {"class": {"verdict": "drop", "why": "twin"}, "saved": true},
  "p6": {"class": {"verdict": "drop", "why": "blur"}, "saved": true},
  "p7": {"class": {"verdict": "drop", "why": "blur"}, "saved": true},
  "p8": {"class": {"verdict": "drop", "why": "wrong"}, "saved": true},
  "sheet": {"attributes": {"cats": "4"}, "saved": true}}},
 "checks": {
  "M1": {"check": "folder", "class": "folder", "value": "猫"},
  "M2": {"check": "complete", "class": "folder", "value": "猫", "foreign": 1,
         "bands": [{"limit": 0.75, "points": 1.0}, {"limit": 0.5, "points": 0.5}]},
  "M3": {"check": "exact", "class": "folder", "value": "狗"},
  "M4": {"check": "pure", "class": "folder", "value": "Birds"},
  "M5": {"check": "purity", "class": "folder", "value": "猫", "min": 0.8},
  "M6": {"check": "completeness", "class": "folder", "value": "狗", "min": 0.6, "share_min": 0.5},
  "M7": {"check": "named", "class": "folder", "value": "Birds", "any_of": ["鸟"]},
  "M8": {"check": "nothing_left", "class": "folder", "gate": {"share": 0.5}},
  "M9": {"check": "number", "target": "sheet", "field": "cats"},
  "M10": {"check": "member", "target": "p6", "class": "verdict", "group": "dropped"},
  "M11": {"check": "member", "target": "p7", "class": "verdict", "group": "dropped"},
  "M12": {"check": "member", "target": "p8", "class": "verdict", "group": "dropped"},
  "M13": {"check": "one_of", "targets": ["p4", "p5"], "class": "verdict", "value": "keep"},
  "M14": {"check": "reason", "targets": ["p6", "p7"], "class": "why"},
  "M15": {"check": "saved", "gate": {"share": 0.25}}},
 "groups": {"dropped": {"deduction": {"check": "extra", "free": 0, "points": 0.5}}}})";

} // namespace

extern const ScoredQuestion scored_sorting;
const ScoredQuestion scored_sorting{.id = "sorting", .question = question, .key = key};

} // namespace biaokao::test
