"""One question for each shape of pictures, and one for the class of a whole picture."""

import material
from canvas import bounds_of
from mask_runs import encode
from pack_files import text
from questions import Workspace, found_and_tight

KIND = "image_objects"


def _item(name, zh, en):
    return {"id": name, "title": text(zh, en), "file": f"media/{name}.png"}


def _label(name, zh, en, colour, shape, **more):
    return {"id": name, "title": text(zh, en), "color": colour, "shape": shape, **more}


def boxes():
    labels = {
        "objects": [_label("crate", "木箱", "Crate", "#E69F00", "box", attributes=["state"]),
                    _label("drum", "铁桶", "Drum", "#56B4E9", "box")],
        "attributes": [{"id": "state", "title": text("状态", "State"), "kind": "radio", "required": True,
                        "options": [{"id": "closed", "title": text("关着", "Closed")},
                                    {"id": "open", "title": text("开着", "Open")}]}],
        "classes": [{"id": "place", "title": text("场所", "Place"),
                     "options": [{"id": "indoors", "title": text("室内", "Indoors")},
                                 {"id": "outdoors", "title": text("室外", "Outdoors")}]}],
    }
    reference = {
        "objects": {"r1": {"item": "yard", "label": "crate", "attributes": {"state": "closed"}, "box": material.CRATE},
                    "r2": {"item": "yard", "label": "drum", "box": material.DRUM}},
        "items": {"yard": {"class": {"place": "indoors"}}},
    }
    rules = (found_and_tight("r1", "木箱", "Crate", {}, {"iou_min": 0.85})
             + [(text("木箱：状态", "Crate: state"), {"check": "attribute", "target": "r1", "attribute": "state"})]
             + found_and_tight("r2", "铁桶", "Drum", {}, {"iou_min": 0.85})
             + [(text("整张图片的场所", "Place of the whole picture"), {"check": "class", "target": "yard", "class": "place"})])
    return Workspace(
        "boxes", KIND, text("矩形框和整图类别", "Boxes and the class of a picture"),
        text("请为木箱和铁桶各画一个矩形框（W），选好木箱的状态，并选择整张图片的场所。钉着木条的木箱是关着的；木地板上的东西在室内。",
             "Draw a box (W) around the crate and the drum, choose the crate's state, and the place of the whole picture. "
             "A crate with slats nailed over it is closed; what stands on a wooden floor is indoors."),
        text("框住全部像素，四周不留白。", "All pixels inside, no margin."),
        [_item("yard", "仓库", "Store")], labels, reference, rules, matching={"iou_min": 0.5})


def turned():
    labels = {"objects": [_label("parcel", "包裹", "Parcel", "#E69F00", "rotated_box")]}
    reference = {"objects": {"r1": {"item": "parcel", "label": "parcel", "rotated_box": material.PARCEL}}}
    return Workspace(
        "turned", KIND, text("旋转框", "Turned box"),
        text("请为斜放的包裹画一个旋转框（O）：先画，再拖动手柄或按逗号、句号旋转。",
             "Draw a turned box (O) around the parcel that lies askew: draw it, then turn it by its handle or with , and ."),
        text("四条边都贴着包裹。", "All four sides follow the parcel."),
        [_item("parcel", "包裹", "Parcel")], labels, reference,
        found_and_tight("r1", "包裹", "Parcel", {}, {"iou_min": 0.85}), matching={"iou_min": 0.5})


def outline():
    labels = {"objects": [_label("plate", "垫板", "Plate", "#009E73", "polygon")]}
    reference = {"objects": {"r1": {"item": "plate", "label": "plate", "polygon": [list(p) for p in material.PLATE]}}}
    rules = found_and_tight("r1", "垫板", "Plate", {}, {"iou_min": 0.9}) + [
        (text("垫板：顶点不少于 5 个，不自交", "Plate: at least 5 vertices, no crossing"),
         {"check": "vertices", "target": "r1", "vertices_min": 5})]
    return Workspace(
        "outline", KIND, text("多边形", "Polygon"),
        text("请用多边形（P）沿着绿色垫板的边画一圈：单击放顶点，双击或回车结束。",
             "Draw a polygon (P) along the edge of the green plate: a click sets a vertex, a double click or Enter ends it."),
        text("每个角一个顶点。", "One vertex for each corner."),
        [_item("plate", "垫板", "Plate")], labels, reference, rules, matching={"iou_min": 0.5})


def lanes():
    labels = {"objects": [_label("lane", "车道线", "Lane line", "#F0E442", "polyline", attributes=["side"])],
              "attributes": [{"id": "side", "title": text("位置", "Side"), "kind": "select", "required": True,
                              "options": [{"id": "left", "title": text("左", "Left")},
                                          {"id": "right", "title": text("右", "Right")}]}]}
    reference = {"objects": {name: {"item": "road", "label": "lane", "attributes": {"side": side},
                                    "polyline": [list(p) for p in points]}
                             for name, side, points in (("r1", "left", material.LEFT_LANE),
                                                        ("r2", "right", material.RIGHT_LANE))}}
    rules = []
    for target, zh, en in (("r1", "左车道线", "Left line"), ("r2", "右车道线", "Right line")):
        rules += found_and_tight(target, zh, en, {}, {"chamfer_px_max": 4})
        rules += [(text(f"{zh}：两端到位", f"{en}: drawn to its ends"), {"check": "ends", "target": target, "px_max": 12}),
                  (text(f"{zh}：位置", f"{en}: side"), {"check": "attribute", "target": target, "attribute": "side"})]
    return Workspace(
        "lanes", KIND, text("折线（车道线）", "Polylines (lane lines)"),
        text("请用折线（L）沿两条白色车道线的中线各画一条，从图片下方画到路的尽头，并选择左或右。",
             "Draw a polyline (L) along the middle of both white lane lines, from the bottom to the end of the road, and choose "
             "left or right."),
        text("每条线一个对象，中间不断开。", "One object for each line, in one piece."),
        [_item("road", "道路", "Road")], labels, reference, rules, matching={"chamfer_px_max": 10})


def points():
    titles = {"head": ("头", "Head"), "left_hand": ("左手", "Left hand"), "right_hand": ("右手", "Right hand"),
              "left_foot": ("左脚", "Left foot"), "right_foot": ("右脚", "Right foot")}
    labels = {"objects": [_label("person", "人", "Person", "#D55E00", "keypoints",
                                 points=[{"id": name, "title": text(*titles[name])} for name in material.FIGURE],
                                 skeleton=[["head", name] for name in material.FIGURE if name != "head"])]}
    reference = {"objects": {"r1": {"item": "figure", "label": "person",
                                    "keypoints": [list(p) for p in material.FIGURE.values()]}}}
    rules = [(text(f"{titles[name][0]}的位置", f"Place of the {titles[name][1].lower()}"),
              {"check": "point", "target": "r1", "point": name, "px_max": 12}) for name in material.FIGURE]
    rules.append((text("被遮挡的右脚标为遮挡", "The right foot is marked as hidden"),
                  {"check": "visibility", "target": "r1", "point": "right_foot"}))
    return Workspace(
        "points", KIND, text("关键点", "Key points"),
        text("请依次标出头、图中左侧的手、右侧的手、左侧的脚、右侧的脚（K，红点处）。右侧的脚被石头挡住：按估计的位置标，并设为遮挡。",
             "Set head, the hand on the left of the picture, the one on the right, the foot on the left, the one on the right "
             "(K, at the red dots). The foot on the right is hidden by the stone: set it where it must be, as hidden."),
        text("误差不超过 12 像素。", "Within 12 px."),
        [_item("figure", "人形", "Figure")], labels, reference, rules, matching={"oks_min": 0.5})


def area():
    labels = {"objects": [_label("puddle", "水洼", "Puddle", "#0072B2", "mask")]}
    mask = encode(material.in_puddle, *material.SIZE)
    reference = {"objects": {"r1": {"item": "puddle", "label": "puddle", "mask": mask}}}
    return Workspace(
        "area", KIND, text("掩膜（画笔和橡皮）", "Mask (brush and eraser)"),
        text("请用画笔（B）涂满蓝色水洼，用橡皮（E）擦去中间的小岛，[ 和 ] 改变粗细。",
             "Paint the blue puddle with the brush (B), take the island out with the eraser (E); [ and ] change the size."),
        text("边缘误差不超过几个像素。", "The edge is right within a few pixels."),
        [_item("puddle", "水洼", "Puddle")], labels, reference,
        found_and_tight("r1", "水洼", "Puddle", {}, {"iou_min": 0.85}), matching={"iou_min": 0.5})


def wheels():
    labels = {"objects": [_label("wheel", "车轮", "Wheel", "#D55E00", "ellipse"),
                          _label("tyre", "轮胎", "Tyre", "#56B4E9", "ellipse")]}
    left, right = material.WHEELS
    reference = {"objects": {"r1": {"item": "cart", "label": "wheel", "group": "g1", "ellipse": left},
                             "r2": {"item": "cart", "label": "wheel", "group": "g1", "ellipse": right},
                             "r3": {"item": "cart", "label": "tyre", "ellipse": material.TYRE}}}
    rules = []
    for target, zh, en in (("r1", "左轮", "Left wheel"), ("r2", "右轮", "Right wheel"), ("r3", "轮胎", "Tyre")):
        rules += found_and_tight(target, zh, en, {}, {"iou_min": 0.85})
    rules += [(text("轮胎的标签", "Label of the tyre"), {"check": "label", "target": "r3"}),
              (text("两个车轮编为一组，没有别的", "Both wheels are one group, and nothing else is in it"),
               {"check": "group", "target": "r1"})]
    return Workspace(
        "wheels", KIND, text("椭圆和编组", "Ellipses and groups"),
        text("请用椭圆（I）标出手推车的两个车轮和地上的轮胎；斜的车轮用手柄或逗号、句号旋转。"
             "然后选中两个车轮，按 Ctrl+G 编为一组；轮胎不入组。",
             "Mark both wheels of the cart and the tyre on the ground with ellipses (I); turn the askew one by its handle or "
             "with , and . Then select both wheels and press Ctrl+G to make them one group; the tyre stays alone."),
        text("椭圆贴着外沿。", "The ellipses follow the outer edge."),
        [_item("cart", "手推车", "Cart")], labels, reference, rules, matching={"iou_min": 0.5})


def signs():
    labels = {"objects": [_label("sign", "警告牌", "Sign", "#0072B2", "polygon")]}
    reference = {"objects": {f"r{n}": {"item": name, "label": "sign", "polygon": [list(p) for p in corners]}
                             for n, (name, corners) in enumerate(material.SIGNS.items(), 1)}}
    rules = (found_and_tight("r1", "第一张的警告牌", "First sign", {}, {"iou_min": 0.9})
             + found_and_tight("r2", "第二张的警告牌", "Second sign", {}, {"iou_min": 0.9}))
    return Workspace(
        "signs", KIND, text("一图一个对象", "One object in each picture"),
        text("请依次点出每张图片中警告牌的三个角：第三个角一点，对象即完成，并自动到下一张。",
             "Set the three corners of the warning sign in each picture: with the third one the shape is finished and the next "
             "picture comes by itself."),
        text("每个角一个顶点。", "One vertex for each corner."),
        [_item("sign_left", "警告牌一", "Sign one"), _item("sign_right", "警告牌二", "Sign two")], labels, reference, rules,
        tools={"one_shape": {"label": "sign", "points": 3}}, matching={"iou_min": 0.5})


def all_questions():
    return [boxes(), turned(), outline(), lanes(), points(), area(), wheels(), signs()]


assert bounds_of(material.PLATE)[2] < material.SIZE[0]
