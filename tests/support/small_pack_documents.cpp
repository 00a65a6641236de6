#include "tests/support/small_pack_documents.h"

namespace biaokao::test {

namespace {

constexpr const char* paper = R"({
 "format": 1, "id": "0b8f3a52-6c1d-4e8e-9a70-2f4c8d1e5b63", "version": 3,
 "title": {"zh": "小卷", "en": "Small paper"}, "level": 5, "minutes": 20, "points": 10.0, "pass_mark": 6.0,
 "modules": [
  {"title": {"zh": "图像", "en": "Pictures"}, "questions": ["boxes"]},
  {"title": {"zh": "文本和语音", "en": "Text and speech"}, "questions": ["words", "calls"]}],
 "media": {"media/yard.png": "", "media/lane.png": "", "media/notes.txt": "", "media/call.wav": ""},
 "licence": "CC0-1.0", "authors": ["The biaokao authors"]})";

constexpr const char* boxes_question = R"({
 "format": 1, "id": "boxes", "type": "image_objects", "grader": "image_objects", "minutes": 5, "points": 4.0,
 "sheet": {"code": "T-1", "title": {"zh": "图像标注", "en": "Boxes"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "画框。\n保存。", "en": "Draw boxes.\nSave."}, "skills": {"zh": "框要贴合。", "en": "Tight boxes."},
  "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "yard", "title": {"zh": "院子", "en": "Yard"}, "file": "media/yard.png"},
           {"id": "lane", "title": {"zh": "小路", "en": "Lane"}, "file": "media/lane.png"}],
 "labels": {
  "objects": [{"id": "person", "title": {"zh": "人", "en": "Person"}, "color": "#E69F00", "shape": "box"},
   {"id": "light", "title": {"zh": "信号灯", "en": "Light"}, "color": "#009e73", "shape": "box",
    "attributes": ["lamp", "distance", "broken", "remark"]}],
  "attributes": [
   {"id": "lamp", "title": {"zh": "灯色", "en": "Lamp"}, "kind": "radio", "required": true,
    "options": [{"id": "red", "title": {"zh": "红", "en": "Red"}}, {"id": "green", "title": {"zh": "绿", "en": "Green"}}]},
   {"id": "distance", "title": {"zh": "距离", "en": "Distance"}, "kind": "number", "min": 0, "max": 100},
   {"id": "broken", "title": {"zh": "损坏", "en": "Broken"}, "kind": "checkbox"},
   {"id": "remark", "title": {"zh": "备注", "en": "Remark"}, "kind": "text"}]},
 "tools": {"file_name": true},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到人", "en": "Person found"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 1.0, "criterion": {"zh": "人的框贴合", "en": "Person tight"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "人的类别", "en": "Person's label"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "找到灯", "en": "Light found"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "灯色", "en": "Light and lamp"}},
  {"id": "M6", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余的框", "en": "Nothing extra"}},
  {"id": "M7", "skill": "5/2.2.2", "points": 0.5, "criterion": {"zh": "保存并命名", "en": "Saved and named"}}]})";

constexpr const char* boxes_key = R"({
 "format": 1, "question": "boxes", "matching": {"iou_min": 0.5},
 "reference": {
  "objects": {
   "r1": {"item": "yard", "label": "person", "box": [100, 120, 80, 200], "explain": {"zh": "门边的人。", "en": "By the door."}},
   "r2": {"item": "yard", "label": "light", "attributes": {"lamp": "red"}, "box": [400, 50, 40, 100]}},
  "items": {"yard": {"saved": true, "explain": {"zh": "两个目标。", "en": "Two targets."}}, "lane": {"saved": true}},
  "file_name": "yard_01"},
 "ignore": [{"item": "lane", "box": [10, 10, 30, 20], "explain": {"zh": "太小。", "en": "Too small."}}],
 "checks": {
  "M1": {"check": "found", "target": "r1", "group": "found", "explain": {"zh": "人要标。", "en": "A target."}},
  "M2": {"check": "tight", "target": "r1", "edge_px_max": 2, "edge_share_max": 0.002,
         "bands": [{"limit": 0.9, "points": 1.0}, {"limit": 0.75, "points": 0.5}]},
  "M3": {"check": "label", "target": "r1"},
  "M4": {"check": "found", "target": "r2", "group": "found"},
  "M5": {"check": "label", "target": "r2", "attributes": ["lamp"]},
  "M6": {"check": "no_extra", "gate": {"share": 0.5}},
  "M7": {"check": "saved", "gate": {"share": 0.25, "group": "found"}}},
 "groups": {"found": {"deduction": {"check": "extra", "free": 1, "points": 0.5}, "flood_limit": true}}})";

constexpr const char* words_question = R"({
 "format": 1, "id": "words", "type": "text_labels", "grader": "text_labels", "minutes": 4, "points": 2.5,
 "sheet": {"code": "T-2", "title": {"zh": "文本标注", "en": "Words"}, "site": {"zh": "计算机", "en": "A computer"},
  "task": {"zh": "选择和划词。", "en": "Choose and mark."}, "skills": {"zh": "起止准确。", "en": "Exact ends."},
  "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [
  {"id": "d1", "title": {"zh": "评论", "en": "Review"}, "text": "汤很好喝，下次还来。", "group": "reviews"},
  {"id": "d2", "title": {"zh": "句子", "en": "Sentence"}, "text": "王芳去了柳林路。", "group": "sentences"},
  {"id": "d3", "title": {"zh": "便条", "en": "Note"}, "file": "media/notes.txt", "group": "sentences"}],
 "labels": {
  "objects": [{"id": "PER", "title": {"zh": "人名", "en": "Person"}, "color": "#0072b2", "shape": "span"},
              {"id": "LOC", "title": {"zh": "地名", "en": "Place"}, "color": "#d55e00", "shape": "span"}],
  "classes": [{"id": "mood", "title": {"zh": "情感", "en": "Sentiment"}, "options": [
    {"id": "good", "title": {"zh": "好评", "en": "Positive"}}, {"id": "bad", "title": {"zh": "差评", "en": "Negative"}}]}],
  "groups": [{"id": "reviews", "title": {"zh": "评论", "en": "Reviews"}, "classes": ["mood"]},
             {"id": "sentences", "title": {"zh": "句子", "en": "Sentences"}, "objects": ["PER", "LOC"]}]},
 "tools": {"overlap": "refuse", "trim_punctuation": true},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "评论的情感", "en": "Sentiment of the review"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "句子的人名", "en": "Person of the sentence"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "便条的地名", "en": "Place of the note"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余", "en": "Nothing extra"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "全部保存", "en": "All saved"}}]})";

constexpr const char* words_key = R"({
 "format": 1, "question": "words",
 "reference": {
  "objects": {"r1": {"item": "d2", "label": "PER", "span": [0, 2]}, "r2": {"item": "d2", "label": "LOC", "span": [4, 7]},
              "r3": {"item": "d3", "label": "LOC", "span": [3, 6]}},
  "items": {"d1": {"class": {"mood": "good"}, "saved": true}, "d2": {"saved": true}, "d3": {"saved": true}}},
 "checks": {
  "M1": {"check": "class", "target": "d1", "class": "mood"},
  "M2": {"check": "span", "target": "r1", "group": "spans"},
  "M3": {"check": "span", "target": "r3", "group": "spans"},
  "M4": {"check": "no_extra", "gate": {"share": 0.5}},
  "M5": {"check": "saved", "gate": {"share": 0.5}}},
 "groups": {"spans": {"flood_limit": true}}})";

constexpr const char* calls_question = R"({
 "format": 1, "id": "calls", "type": "audio_segments", "grader": "audio_segments", "minutes": 6, "points": 3.5,
 "sheet": {"code": "T-3", "title": {"zh": "语音标注", "en": "Calls"}, "site": {"zh": "计算机、耳机", "en": "Computer, headphones"},
  "task": {"zh": "切段并转写。", "en": "Cut and write down."}, "skills": {"zh": "写下听到的字。", "en": "Write what is heard."},
  "quality": {"zh": "每项 0.5 分。", "en": "0.5 points each."}},
 "items": [{"id": "call", "title": {"zh": "电话", "en": "Call"}, "file": "media/call.wav"}],
 "labels": {
  "objects": [
   {"id": "speech", "title": {"zh": "语音", "en": "Speech"}, "color": "#0072b2", "shape": "segment",
    "attributes": ["speaker"], "transcript": true},
   {"id": "noise", "title": {"zh": "噪声", "en": "Noise"}, "color": "#d55e00", "shape": "segment"}],
  "attributes": [{"id": "speaker", "title": {"zh": "说话人", "en": "Speaker"}, "kind": "select", "required": true,
    "options": [{"id": "A", "title": {"zh": "甲", "en": "A"}}, {"id": "B", "title": {"zh": "乙", "en": "B"}}]}]},
 "rubric": [
  {"id": "M1", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "第 1 段起止", "en": "Bounds of 1"}},
  {"id": "M2", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "第 1 段文字", "en": "Text of 1"}},
  {"id": "M3", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "第 1 段说话人", "en": "Speaker of 1"}},
  {"id": "M4", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "第 2 段起止", "en": "Bounds of 2"}},
  {"id": "M5", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "噪声", "en": "Noise"}},
  {"id": "M6", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "语气词", "en": "Fillers"}},
  {"id": "M7", "skill": "5/2.1.2", "points": 0.5, "criterion": {"zh": "没有多余", "en": "Nothing extra"}}]})";

constexpr const char* calls_key = R"({
 "format": 1, "question": "calls", "matching": {"tiou_min": 0.5},
 "reference": {
  "objects": {
   "r1": {"item": "call", "label": "speech", "attributes": {"speaker": "A"}, "segment": [0.2, 1.0],
          "text": "您好请把三号仓库的样品嗯在今天上午送到门口"},
   "r2": {"item": "call", "label": "speech", "attributes": {"speaker": "B"}, "segment": [1.2, 2.0],
          "text": "好的我这就安排人送过去啊大约十点钟可以到"},
   "r3": {"item": "call", "label": "noise", "segment": [2.2, 2.8]}}},
 "checks": {
  "M1": {"check": "bounds", "target": "r1", "tolerance_ms": 200, "group": "segments"},
  "M2": {"check": "transcript", "target": "r1", "cer_max": 0.05},
  "M3": {"check": "attribute", "target": "r1", "attribute": "speaker"},
  "M4": {"check": "bounds", "target": "r2", "tolerance_ms": 200, "group": "segments"},
  "M5": {"check": "found", "target": "r3", "group": "segments"},
  "M6": {"check": "fillers", "targets": ["r1", "r2"], "fillers": ["嗯", "啊"]},
  "M7": {"check": "no_extra", "gate": {"share": 0.5}}},
 "groups": {"segments": {"flood_limit": true}}})";

constexpr const char* perfect_sample = R"({
 "answers": {
  "boxes": {"objects": {"o1": {"item": "yard", "label": "person", "box": [100, 120, 80, 200]},
                        "o2": {"item": "yard", "label": "light", "attributes": {"lamp": "red"}, "box": [400, 50, 40, 100]}},
            "items": {"yard": {"saved": true}, "lane": {"saved": true}}, "file_name": "yard_01"},
  "words": {"objects": {"o1": {"item": "d2", "label": "PER", "span": [0, 2]}, "o2": {"item": "d2", "label": "LOC", "span": [4, 7]},
                        "o3": {"item": "d3", "label": "LOC", "span": [3, 6]}},
            "items": {"d1": {"class": {"mood": "good"}, "saved": true}, "d2": {"saved": true}, "d3": {"saved": true}}},
  "calls": {"objects": {
   "o1": {"item": "call", "label": "speech", "attributes": {"speaker": "A"}, "segment": [0.2, 1.0],
          "text": "您好请把三号仓库的样品嗯在今天上午送到门口"},
   "o2": {"item": "call", "label": "speech", "attributes": {"speaker": "B"}, "segment": [1.2, 2.0],
          "text": "好的我这就安排人送过去啊大约十点钟可以到"},
   "o3": {"item": "call", "label": "noise", "segment": [2.2, 2.8]}}}},
 "expect": {
  "boxes": {"M1": 0.5, "M2": 1.0, "M3": 0.5, "M4": 0.5, "M5": 0.5, "M6": 0.5, "M7": 0.5},
  "words": {"M1": 0.5, "M2": 0.5, "M3": 0.5, "M4": 0.5, "M5": 0.5},
  "calls": {"M1": 0.5, "M2": 0.5, "M3": 0.5, "M4": 0.5, "M5": 0.5, "M6": 0.5, "M7": 0.5}}})";

constexpr const char* empty_sample = R"({
 "answers": {},
 "expect": {
  "boxes": {"M1": 0, "M2": 0, "M3": 0, "M4": 0, "M5": 0, "M6": 0, "M7": 0},
  "words": {"M1": 0, "M2": 0, "M3": 0, "M4": 0, "M5": 0},
  "calls": {"M1": 0, "M2": 0, "M3": 0, "M4": 0, "M5": 0, "M6": 0, "M7": 0}}})";

} // namespace

std::map<std::string, std::string> small_pack_documents() {
    return {{"pack.json", paper},
            {"questions/boxes.json", boxes_question},
            {"questions/words.json", words_question},
            {"questions/calls.json", calls_question},
            {"key/boxes.json", boxes_key},
            {"key/words.json", words_key},
            {"key/calls.json", calls_key},
            {"key/samples/perfect.json", perfect_sample},
            {"key/samples/empty.json", empty_sample}};
}

} // namespace biaokao::test
