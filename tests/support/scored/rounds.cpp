// A picture with ellipses, two of which belong together.
#include "tests/support/scored_pack.h"
#include "tests/support/tiny_media.h"

namespace biaokao::test {

extern const ScoredQuestion scored_rounds;
const ScoredQuestion scored_rounds{.id = "rounds",
                                   .question = R"({
 "format": 1, "id": "rounds", "type": "image_objects", "grader": "image_objects", "minutes": 5, "points": 4.0,
 "sheet": {"code": "S-1", "title": {"zh": "餐具", "en": "Dishes"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "用椭圆标注，同一套编为一组。", "en": "Mark with ellipses; a set is one group."},
  "skills": {"zh": "轮廓贴合。", "en": "Outlines fit."}, "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "table", "title": {"zh": "餐桌", "en": "Table"}, "file": "media/table.png"}],
 "labels": {
  "objects": [
   {"id": "plate", "title": {"zh": "盘", "en": "Plate"}, "color": "#E69F00", "shape": "ellipse", "attributes": ["state"]},
   {"id": "cup", "title": {"zh": "杯", "en": "Cup"}, "color": "#56b4e9", "shape": "ellipse"},
   {"id": "tray", "title": {"zh": "托盘", "en": "Tray"}, "color": "#009e73", "shape": "box"}],
  "attributes": [{"id": "state", "title": {"zh": "状态", "en": "State"}, "kind": "radio", "options": [
    {"id": "empty", "title": {"zh": "空", "en": "Empty"}}, {"id": "full", "title": {"zh": "满", "en": "Full"}}]}]},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到盘", "en": "Plate found"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "盘贴合", "en": "Plate tight"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "杯的标签", "en": "Label of the cup"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "盘的状态", "en": "State of the plate"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "一套餐具编为一组", "en": "The set is one group"}},
  {"id": "M6", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "另一只杯", "en": "The other cup"}},
  {"id": "M7", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余", "en": "Nothing extra"}},
  {"id": "M8", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "保存", "en": "Saved"}}]})",
                                   .key = R"({
 "format": 1, "question": "rounds", "matching": {"iou_min": 0.5},
 "reference": {
  "objects": {
   "r1": {"item": "table", "label": "plate", "attributes": {"state": "empty"}, "group": "g1",
          "ellipse": [100, 80, 50, 30, 20]},
   "r2": {"item": "table", "label": "cup", "group": "g1", "ellipse": [200, 150, 20, 20, 0]},
   "r3": {"item": "table", "label": "tray", "group": "g1", "box": [20, 140, 100, 60]},
   "r4": {"item": "table", "label": "cup", "ellipse": [250, 60, 15, 15, 0]}},
  "items": {"table": {"saved": true}}},
 "ignore": [{"item": "table", "box": [270, 180, 50, 60], "explain": {"zh": "太小。", "en": "Too small."}}],
 "checks": {
  "M1": {"check": "found", "target": "r1"},
  "M2": {"check": "tight", "target": "r1", "iou_min": 0.8},
  "M3": {"check": "label", "target": "r2"},
  "M4": {"check": "attribute", "target": "r1", "attribute": "state"},
  "M5": {"check": "group", "target": "r1"},
  "M6": {"check": "found", "target": "r4"},
  "M7": {"check": "no_extra", "gate": {"share": 0.5}},
  "M8": {"check": "saved", "gate": {"share": 0.25}}}})",
                                   .media = {{"media/table.png", png_bytes(320, 240)}}};

} // namespace biaokao::test
