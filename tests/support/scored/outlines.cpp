// Pictures with turned boxes, polygons and key points.
#include "tests/support/scored_pack.h"
#include "tests/support/tiny_media.h"

namespace biaokao::test {

extern const ScoredQuestion scored_outlines;
const ScoredQuestion scored_outlines{
    .id = "outlines",
    .question = R"({
 "format": 1, "id": "outlines", "type": "image_objects", "grader": "image_objects", "minutes": 5, "points": 7.0,
 "sheet": {"code": "S-1", "title": {"zh": "轮廓标注", "en": "Outlines"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "用规定的形状标注目标。", "en": "Mark the targets with the shapes that are told."},
  "skills": {"zh": "轮廓贴合。", "en": "Outlines fit."}, "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "lot", "title": {"zh": "停车场", "en": "Car park"}, "file": "media/lot.png"},
           {"id": "pose", "title": {"zh": "姿势", "en": "Pose"}, "file": "media/pose.png"}],
 "labels": {
  "objects": [
   {"id": "car", "title": {"zh": "车", "en": "Car"}, "color": "#E69F00", "shape": "rotated_box"},
   {"id": "lawn", "title": {"zh": "草地", "en": "Lawn"}, "color": "#009e73", "shape": "polygon", "attributes": ["state"]},
   {"id": "pond", "title": {"zh": "水池", "en": "Pond"}, "color": "#56b4e9", "shape": "polygon"},
   {"id": "person", "title": {"zh": "人", "en": "Person"}, "color": "#d55e00", "shape": "keypoints", "points": [
     {"id": "head", "title": {"zh": "头", "en": "Head"}}, {"id": "left", "title": {"zh": "左手", "en": "Left hand"}},
     {"id": "right", "title": {"zh": "右手", "en": "Right hand"}}, {"id": "foot", "title": {"zh": "脚", "en": "Foot"}}]}],
  "attributes": [{"id": "state", "title": {"zh": "状态", "en": "State"}, "kind": "radio", "options": [
    {"id": "dry", "title": {"zh": "干枯", "en": "Dry"}}, {"id": "green", "title": {"zh": "翠绿", "en": "Green"}}]}]},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到车", "en": "Car found"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "车贴合", "en": "Car tight"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到草地", "en": "Lawn found"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 1.0, "criterion": {"zh": "草地贴合", "en": "Lawn tight"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "草地顶点", "en": "Corners of the lawn"}},
  {"id": "M6", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "草地状态", "en": "State of the lawn"}},
  {"id": "M7", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到人", "en": "Person found"}},
  {"id": "M8", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "左手位置", "en": "Place of the left hand"}},
  {"id": "M9", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "右手可见性", "en": "Right hand visible or not"}},
  {"id": "M10", "skill": "5/2.1.2", "points": 1.0, "criterion": {"zh": "头位置", "en": "Place of the head"}},
  {"id": "M11", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余", "en": "Nothing extra"}},
  {"id": "M12", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "保存", "en": "Saved"}}]})",
    .key = R"({
 "format": 1, "question": "outlines", "matching": {"iou_min": 0.5, "swap": [["left", "right"]]},
 "reference": {
  "objects": {
   "r1": {"item": "lot", "label": "car", "rotated_box": [100, 80, 60, 30, 30]},
   "r2": {"item": "lot", "label": "lawn", "attributes": {"state": "dry"},
          "polygon": [[10, 150], [110, 150], [110, 230], [10, 230]]},
   "r3": {"item": "pose", "label": "person", "keypoints": [[100, 40, 2], [60, 100, 2], [140, 100, 1], [100, 180, 2]]}},
  "items": {"lot": {"saved": true}, "pose": {"saved": true}}},
 "ignore": [{"item": "lot", "box": [250, 180, 60, 50], "explain": {"zh": "太小。", "en": "Too small."}}],
 "checks": {
  "M1": {"check": "found", "target": "r1"},
  "M2": {"check": "tight", "target": "r1", "iou_min": 0.8},
  "M3": {"check": "found", "target": "r2"},
  "M4": {"check": "tight", "target": "r2", "bands": [{"limit": 0.8, "points": 1.0}, {"limit": 0.6, "points": 0.5}]},
  "M5": {"check": "vertices", "target": "r2", "vertices_min": 4},
  "M6": {"check": "attribute", "target": "r2", "attribute": "state"},
  "M7": {"check": "found", "target": "r3"},
  "M8": {"check": "point", "target": "r3", "point": "left", "px_max": 5, "share_max": 0.03},
  "M9": {"check": "visibility", "target": "r3", "point": 3},
  "M10": {"check": "point", "target": "r3", "point": 1, "bands_in": "share",
          "bands": [{"limit": 0.02, "points": 1.0}, {"limit": 0.05, "points": 0.5}]},
  "M11": {"check": "no_extra", "gate": {"share": 0.5}},
  "M12": {"check": "saved", "gate": {"share": 0.25}}}})",
    .media = {{"media/lot.png", png_bytes(320, 240)}, {"media/pose.png", png_bytes(200, 200)}}};

} // namespace biaokao::test
