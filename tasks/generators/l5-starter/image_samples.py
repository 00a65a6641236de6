"""Sample answers of question image-boxes. What each item must get is reasoned here from the rules, not graded."""

from copy import deepcopy

import image_boxes
from rubric import expect, items
from scene_objects import IGNORED, LOOK_ALIKES, PICTURES, TARGETS

FOUND, TIGHT, LABEL, NO_EXTRA, SAVED = items(1, 6), items(7, 12), items(13, 18), "M19", "M20"
RUBRIC = image_boxes.rubric()
EDGE_LIMIT = 8  # px: max(5, 0.005 × 1600)


def iou(a, b):
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / (a[2] * a[3] + b[2] * b[3] - width * height)


def halves(value):
    return round(2 * value) / 2


def _with_boxes(change):
    """The perfect answer with each box replaced by change(number, box), number from 1."""
    answer = image_boxes.reference()
    for number, made in enumerate(answer["objects"].values(), 1):
        made["box"] = change(number, made["box"])
    return answer


def _with_extras(boxes):
    answer = image_boxes.reference()
    for number, (picture, label, box) in enumerate(boxes, 1):
        answer["objects"][f"x{number}"] = {"item": picture, "label": label, "box": box}
    return answer


def _shorter(share):
    """A box cut from below: inside the reference, so that its IoU is the share of the height that is left."""
    return lambda box: [box[0], box[1], box[2], halves(box[3] * share)]


def _inset(box, left, others):
    return [box[0] + left, box[1] + others, box[2] - left - others, box[3] - 2 * others]


def judged_by_edges(box):
    """True where a box 8 px smaller on every side falls below IoU 0.80: there the edge rule alone decides."""
    return 0.5 <= iou(_inset(box, EDGE_LIMIT + 0.5, EDGE_LIMIT), box) <= iou(_inset(box, EDGE_LIMIT, EDGE_LIMIT), box) < 0.8


def _tight_inside(box):
    return _inset(box, EDGE_LIMIT, EDGE_LIMIT) if judged_by_edges(box) else _shorter(0.82)(box)


def _tight_outside(box):
    return _inset(box, EDGE_LIMIT + 0.5, EDGE_LIMIT) if judged_by_edges(box) else _shorter(0.78)(box)


def _half():
    """Three targets of six, all right: 9 items; nothing superfluous: 1 item; the last picture was not saved."""
    answer = image_boxes.reference()
    for name in ("r4", "r5", "r6"):
        del answer["objects"][name]
    del answer["items"]["warehouse"]
    earned = FOUND[:3] + TIGHT[:3] + LABEL[:3] + [NO_EXTRA]
    return answer, expect(RUBRIC, earned=earned)


def _one_class():
    answer = image_boxes.reference()
    for made in answer["objects"].values():
        made["label"] = "person"
        made.pop("attributes", None)
    return answer, expect(RUBRIC, missed=[LABEL[i] for i, t in enumerate(TARGETS) if t["label"] != "person"])


def _whole_pictures():
    objects = {f"o{i}": {"item": p["id"], "label": "person", "box": [0, 0, *image_boxes.picture_size(p["id"])]}
               for i, p in enumerate(PICTURES, 1)}
    return {**image_boxes.reference(), "objects": objects}


def _grid():
    """80 boxes of 160×125 in each picture; none comes near a target."""
    objects = {}
    for picture in PICTURES:
        width, height = image_boxes.picture_size(picture["id"])
        for y in range(0, height - 124, 125):
            for x in range(0, width - 159, 160):
                objects[f"o{len(objects) + 1}"] = {"item": picture["id"], "label": "person", "box": [x, y, 160, 125]}
    return {**image_boxes.reference(), "objects": objects}


def _check_design():
    """The reasoning below holds only while the scenes keep these facts."""
    references = image_boxes.reference()["objects"].values()
    boxes = [made["box"] for made in references]
    assert any(judged_by_edges(b) for b in boxes) and not all(judged_by_edges(b) for b in boxes)
    for box in boxes:
        assert 0.5 <= iou(_shorter(0.54)(box), box) < 0.8 and iou(_shorter(0.46)(box), box) < 0.5
        assert 0.46 * box[3] > EDGE_LIMIT
        if not judged_by_edges(box):
            assert iou(_tight_inside(box), box) >= 0.8 > iou(_tight_outside(box), box)
            assert 0.22 * box[3] > EDGE_LIMIT
    drawn = list(_whole_pictures()["objects"].values()) + list(_grid()["objects"].values())
    drawn += [{"item": p, "box": image_boxes.measured(p, name)["box"]} for p, name, _ in LOOK_ALIKES]
    for made in drawn:
        assert all(iou(made["box"], r["box"]) < 0.5 for r in references if r["item"] == made["item"])


def samples():
    """Name → (answer, expected points). Names that other questions share make one sample file."""
    _check_design()
    perfect = image_boxes.reference()
    look_alikes = [(p, label, image_boxes.measured(p, name)["box"]) for p, name, label in LOOK_ALIKES]
    left_out = [(e["picture"], "person", image_boxes.measured(e["picture"], e["object"])["box"]) for e in IGNORED]
    flood = [("street", "person", [20 + 60 * i, 20, 40, 40]) for i in range(7)]
    unsaved = deepcopy(perfect)
    unsaved["items"]["corner"]["saved"] = False
    unnamed = {**perfect, "file_name": "image_l5_1"}
    wrong_light = deepcopy(perfect)
    wrong_light["objects"]["r2"]["attributes"]["light"] = "green"
    no_light = deepcopy(perfect)
    del no_light["objects"]["r3"]["attributes"]
    return {
        "perfect": (perfect, expect(RUBRIC)),
        "half": _half(),
        "one_class_everywhere": _one_class(),
        "saved_but_empty": ({**perfect, "objects": {}}, expect(RUBRIC, earned=[])),
        # No pair reaches IoU 0.5, so three or 240 boxes find nothing, and the gates stay shut.
        "junk_one_for_all": (_whole_pictures(), expect(RUBRIC, earned=[])),
        "junk_flood": (_grid(), expect(RUBRIC, earned=[])),
        "image_found_inside": (_with_boxes(lambda _, box: _shorter(0.54)(box)), expect(RUBRIC, missed=TIGHT)),
        # The box of target 1 matches nothing: its three items are lost, and it is one superfluous box.
        "image_found_outside": (_with_boxes(lambda n, box: _shorter(0.46)(box) if n == 1 else box),
                                expect(RUBRIC, missed=["M1", "M7", "M13", NO_EXTRA])),
        "image_tight_inside": (_with_boxes(lambda _, box: _tight_inside(box)), expect(RUBRIC)),
        "image_tight_outside": (_with_boxes(lambda _, box: _tight_outside(box)), expect(RUBRIC, missed=TIGHT)),
        # Five superfluous boxes: one is free, four take the last four items of the group.
        "image_look_alikes": (_with_extras(look_alikes), expect(RUBRIC, missed=FOUND[2:] + [NO_EXTRA])),
        "image_one_extra": (_with_extras(look_alikes[:1]), expect(RUBRIC, missed=[NO_EXTRA])),
        "image_two_extras": (_with_extras(look_alikes[:2]), expect(RUBRIC, missed=["M6", NO_EXTRA])),
        "image_left_out_drawn": (_with_extras(left_out), expect(RUBRIC)),
        # 13 boxes for 6 targets are over the limit of 12: no item of geometry counts.
        "image_flood": (_with_extras(flood), expect(RUBRIC, missed=FOUND + TIGHT + [NO_EXTRA])),
        "image_wrong_light": (wrong_light, expect(RUBRIC, missed=["M14"])),
        "image_no_light": (no_light, expect(RUBRIC, missed=["M15"])),
        "image_not_saved": (unsaved, expect(RUBRIC, missed=[SAVED])),
        "image_wrong_name": (unnamed, expect(RUBRIC, missed=[SAVED])),
    }
