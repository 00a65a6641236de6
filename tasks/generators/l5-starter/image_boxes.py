"""Question image-boxes (L5 2.1.2-I): three pictures, six targets; the boxes come from scenes/boxes.json."""

import json
from pathlib import Path

from image_sheet import SHEET
from pack_files import text
from paper import MINUTES
from rubric import Rubric
from scene_objects import IGNORED, PICTURES, TARGETS

FILE_NAME = "image_l5_01"
IOU_FOUND = 0.5
IOU_TIGHT = 0.8
EDGE_PX = 5
EDGE_SHARE = 0.005  # of the longer side: 8 px of 1600
IGNORE_MARGIN = 6   # px around an object to leave out: a box drawn a little wide around it still lies inside

_BOXES = json.loads((Path(__file__).resolve().parent / "scenes" / "boxes.json").read_text(encoding="utf-8"))


def measured(picture, name):
    """What the renderer measured of an object: {"box", "visible_box", "visible_share"} in pixels."""
    return _BOXES[picture]["objects"][name]


def picture_size(picture):
    return _BOXES[picture]["size"]


PICTURE_TITLES = {p["id"]: p["title"] for p in PICTURES}

NO_EXTRA_REASON = text(
    "模特、雕像、海报、玩偶、路牌和设备指示灯都不是标注对象；小于 10×10 像素或遮挡达到 50% 的目标可以不标，标了也不算多余（规则 5–7）。",
    "Mannequins, statues, posters, toys, signs and machine lamps are no targets; targets under 10×10 px or hidden by half "
    "or more may be left out, and a box there is not counted (rules 5 to 7).")

LABELS = {
    "objects": [
        {"id": "person", "title": text("人", "Person"), "color": "#E69F00", "shape": "box"},
        {"id": "animal", "title": text("动物", "Animal"), "color": "#56B4E9", "shape": "box"},
        {"id": "traffic_light", "title": text("交通信号灯", "Traffic light"), "color": "#009E73", "shape": "box",
         "attributes": ["light"]},
    ],
    "attributes": [
        {"id": "light", "title": text("灯色", "Light"), "kind": "radio", "required": True,
         "options": [{"id": "red", "title": text("红", "Red")}, {"id": "green", "title": text("绿", "Green")}]},
    ],
}


def rubric():
    """The public words name a picture and a number only: what the target is, is for the candidate to see."""
    made = Rubric()
    for target in TARGETS:
        made.add(_criterion(target, "找到（IoU ≥ 0.50）", "found (IoU ≥ 0.50)"),
                 {"check": "found", "target": target["id"], "group": "found", "explain": target["why_found"]})
    for target in TARGETS:
        made.add(_criterion(target, "框贴合（IoU ≥ 0.80，或各边误差均不超过 8 像素）", "tight (IoU ≥ 0.80, or every edge within 8 px)"),
                 {"check": "tight", "target": target["id"], "iou_min": IOU_TIGHT, "edge_px_max": EDGE_PX,
                  "edge_share_max": EDGE_SHARE, "group": "tight", "explain": target["why_tight"]})
    for target in TARGETS:
        check = {"check": "label", "target": target["id"]}
        if "light" in target:
            check["attributes"] = ["light"]
        made.add(_criterion(target, "类别正确（信号灯含灯色）", "right label (and light, for a traffic light)"),
                 {**check, "explain": target["why_label"]})
    made.add(text("没有多余的框（至少得到其他项一半的分才计）", "No superfluous box (counts from half of the other points)"),
             {"check": "no_extra", "gate": {"share": 0.5}, "explain": NO_EXTRA_REASON})
    made.add(text("每张图片均已保存，结果按规定命名（至少得到其他项四分之一的分才计）",
                  "Every picture saved, result named as told (counts from a quarter of the other points)"),
             {"check": "saved", "gate": {"share": 0.25},
              "explain": text(f"三张图片都在最后一次修改后按 Ctrl+S 保存，结果名为 {FILE_NAME}（规则 9）。",
                              f"All three pictures saved with Ctrl+S after the last change, result named {FILE_NAME} (rule 9).")})
    return made


def _criterion(target, zh, en):
    number, title = target["id"][1:], PICTURE_TITLES[target["picture"]]
    return text(f"目标 {number}（{title['zh']}）：{zh}", f"Target {number} ({title['en'].lower()}): {en}")


def question():
    return {
        "format": 1,
        "id": "image-boxes",
        "type": "image_objects",
        "grader": "image_objects",
        "minutes": MINUTES["image-boxes"],
        "points": 10.0,
        "sheet": SHEET,
        "items": [{"id": p["id"], "title": p["title"], "file": f"media/{p['id']}.jpg"} for p in PICTURES],
        "labels": LABELS,
        "tools": {"file_name": True},
        "rubric": rubric().public,
    }


def reference():
    """The full answer, without explanations."""
    objects = {}
    for target in TARGETS:
        made = {"item": target["picture"], "label": target["label"]}
        if "light" in target:
            made["attributes"] = {"light": target["light"]}
        objects[target["id"]] = {**made, "box": measured(target["picture"], target["object"])["box"]}
    return {"objects": objects, "items": {p["id"]: {"saved": True} for p in PICTURES}, "file_name": FILE_NAME}


def ignore_regions():
    regions = []
    for entry in IGNORED:
        x, y, w, h = measured(entry["picture"], entry["object"])["box"]
        width, height = picture_size(entry["picture"])
        left, top = max(0, x - IGNORE_MARGIN), max(0, y - IGNORE_MARGIN)
        right, bottom = min(width, x + w + IGNORE_MARGIN), min(height, y + h + IGNORE_MARGIN)
        regions.append({"item": entry["picture"], "box": [left, top, right - left, bottom - top],
                        "explain": entry["explain"](measured(entry["picture"], entry["object"]))})
    return regions


def key():
    explained = reference()
    for target in TARGETS:
        explained["objects"][target["id"]]["explain"] = target["explain"](measured(target["picture"], target["object"]))
    return {
        "format": 1,
        "question": "image-boxes",
        "matching": {"iou_min": IOU_FOUND},
        "reference": explained,
        "ignore": ignore_regions(),
        "checks": rubric().checks,
        "groups": {"found": {"deduction": {"check": "extra", "free": 1, "points": 0.5}, "flood_limit": True},
                   "tight": {"flood_limit": True}},
    }
