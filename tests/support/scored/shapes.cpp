// Pictures with lines, a mask and a box.
#include "tests/support/scored_pack.h"
#include "tests/support/tiny_media.h"

namespace biaokao::test {

extern const ScoredQuestion scored_shapes;
const ScoredQuestion scored_shapes{
    .id = "shapes",
    .question = R"({
 "format": 1, "id": "shapes", "type": "image_objects", "grader": "image_objects", "minutes": 5, "points": 5.0,
 "sheet": {"code": "S-1", "title": {"zh": "图像标注", "en": "Shapes"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "用规定的形状标注目标。", "en": "Mark the targets with the shapes that are told."},
  "skills": {"zh": "轮廓贴合。", "en": "Outlines fit."}, "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "lot", "title": {"zh": "停车场", "en": "Car park"}, "file": "media/road.png"},
           {"id": "view", "title": {"zh": "远景", "en": "View"}, "file": "media/view.png"}],
 "labels": {
  "objects": [
   {"id": "lane", "title": {"zh": "车道线", "en": "Lane"}, "color": "#0072b2", "shape": "polyline"},
   {"id": "sky", "title": {"zh": "天空", "en": "Sky"}, "color": "#cc79a7", "shape": "mask"},
   {"id": "sign", "title": {"zh": "标志", "en": "Sign"}, "color": "#f0e442", "shape": "box"}]},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到车道线", "en": "Lane found"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "车道线贴合", "en": "Lane tight"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "车道线两端", "en": "Ends of the lane"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "车道线为一条", "en": "Lane in one piece"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到天空", "en": "Sky found"}},
  {"id": "M6", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "天空贴合", "en": "Sky tight"}},
  {"id": "M7", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "标志类别", "en": "Label of the sign"}},
  {"id": "M8", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "车道线条数", "en": "Number of lanes"}},
  {"id": "M9", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余", "en": "Nothing extra"}},
  {"id": "M10", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "保存", "en": "Saved"}}]})",
    .key = R"({
 "format": 1, "question": "shapes", "matching": {"iou_min": 0.5, "chamfer_px_max": 10},
 "reference": {
  "objects": {
   "r1": {"item": "lot", "label": "lane", "polyline": [[20, 20], [300, 20]]},
   "r2": {"item": "view", "label": "sky", "mask": {"size": [10, 20], "counts": "0T3T3"}},
   "r3": {"item": "lot", "label": "sign", "box": [200, 150, 40, 40]}},
  "items": {"lot": {"saved": true}, "view": {"saved": true}}},
 "ignore": [{"item": "view", "box": [15, 0, 5, 10], "explain": {"zh": "太小。", "en": "Too small."}}],
 "checks": {
  "M1": {"check": "found", "target": "r1"},
  "M2": {"check": "tight", "target": "r1", "chamfer_px_max": 5},
  "M3": {"check": "ends", "target": "r1", "px_max": 10},
  "M4": {"check": "one_line", "target": "r1"},
  "M5": {"check": "found", "target": "r2"},
  "M6": {"check": "tight", "target": "r2", "iou_min": 0.9},
  "M7": {"check": "label", "target": "r3"},
  "M8": {"check": "count", "target": "lot", "label": "lane"},
  "M9": {"check": "no_extra", "gate": {"share": 0.5}},
  "M10": {"check": "saved", "gate": {"share": 0.25}}}})",
    .media = {{"media/road.png", png_bytes(320, 240)}, {"media/view.png", png_bytes(20, 10)}}};

} // namespace biaokao::test
