"""What stands in the scenes: number of the object in the .pov file, its role, and the words of its explanation."""

from pack_files import text

PICTURES = [
    {"id": "street", "title": text("路口", "Crossing")},
    {"id": "corner", "title": text("街角", "Street corner")},
    {"id": "warehouse", "title": text("仓库", "Warehouse")},
]

# Numbers as in the .pov files; every object here is measured by a render of its own.
OBJECTS = {
    "street": {"walker": 1, "signal": 2, "mannequin": 3, "far_left": 4, "far_right": 5},
    "corner": {"signal": 1, "dog": 2, "statue": 3, "poster": 4, "behind_van": 5},
    "warehouse": {"worker": 1, "cat": 2, "bear": 3, "standee": 4},
}


def percent(share):
    return f"{round(100 * share)}%"


def _occluded(zh, en):
    return lambda m: text(
        f"{zh}遮住约 {percent(1 - m['visible_share'])}，不到一半，按完整外形画框（规则 3）。",
        f"{en} about {percent(1 - m['visible_share'])}, less than half: box the full shape (rule 3).")


def _truncated(zh, en):
    return lambda m: text(
        f"{zh}被图片边缘截去约 {percent(1 - m['visible_share'])}，只框看得见的部分（规则 3）。",
        f"The edge of the picture cuts off about {percent(1 - m['visible_share'])} of {en}: box the visible part only (rule 3).")


def _plain(zh, en):
    return lambda m: text(zh, en)


_HOUSING_TIGHT = text("框只含灯箱和遮光罩，不含灯杆和横臂（规则 4）。", "The box holds housing and visors, not pole or arm (rule 4).")

TARGETS = [
    {"id": "r1", "picture": "street", "object": "walker", "label": "person",
     "explain": _occluded("汽车把行人", "The car hides"),
     "why_found": text("行人虽被汽车遮住一部分，但露出一半以上，需要标注（规则 1、3）。",
                       "The walker is partly behind the car, yet more than half is seen: a target (rules 1 and 3)."),
     "why_tight": text("被遮挡的脚也要估计在内，框到地面（规则 3）。", "The hidden feet are estimated: the box reaches the ground (rule 3)."),
     "why_label": text("真实的人，类别为“人”（规则 1）。", "A real person: label Person (rule 1).")},
    {"id": "r2", "picture": "street", "object": "signal", "label": "traffic_light", "light": "red",
     "explain": _plain("指挥车辆的信号灯，红灯亮（规则 1、4）。", "A light for traffic; red is lit (rules 1 and 4)."),
     "why_found": text("横臂上的信号灯是标注对象（规则 1）。", "The light on the arm is a target (rule 1)."),
     "why_tight": _HOUSING_TIGHT,
     "why_label": text("类别为“交通信号灯”，亮的是红灯（规则 4）。", "Label Traffic light; the red lamp is lit (rule 4).")},
    {"id": "r3", "picture": "corner", "object": "signal", "label": "traffic_light", "light": "green",
     "explain": _plain("指挥车辆的信号灯，绿灯亮（规则 1、4）。", "A light for traffic; green is lit (rules 1 and 4)."),
     "why_found": text("灯杆上的信号灯是标注对象（规则 1）。", "The light on the pole is a target (rule 1)."),
     "why_tight": _HOUSING_TIGHT,
     "why_label": text("类别为“交通信号灯”，亮的是绿灯（规则 4）。", "Label Traffic light; the green lamp is lit (rule 4).")},
    {"id": "r4", "picture": "corner", "object": "dog", "label": "animal",
     "explain": _truncated("狗", "the dog"),
     "why_found": text("狗被图片边缘截断，但露出一半以上，需要标注（规则 1、3）。",
                       "The dog is cut by the edge, yet more than half is seen: a target (rules 1 and 3)."),
     "why_tight": text("截断的目标只框看得见的部分，框贴到图片边缘（规则 3）。",
                       "A cut target is boxed as far as it is seen, up to the edge of the picture (rule 3)."),
     "why_label": text("真实的动物，类别为“动物”；旁边石座上的是雕像，不标（规则 1、7）。",
                       "A real animal: label Animal; the one on the stone base is a statue (rules 1 and 7).")},
    {"id": "r5", "picture": "warehouse", "object": "worker", "label": "person",
     "explain": _occluded("货箱把工人", "Cartons hide"),
     "why_found": text("工人被货箱遮住一部分，但露出一半以上，需要标注（规则 1、3）。",
                       "The worker is partly behind boxes, yet more than half is seen: a target (rules 1 and 3)."),
     "why_tight": text("被货箱挡住的腿和脚也要估计在内，安全帽算在框里（规则 2、3）。",
                       "The hidden legs are estimated, the helmet belongs to the box (rules 2 and 3)."),
     "why_label": text("真实的人，类别为“人”；立牌上的人像不标（规则 1、7）。",
                       "A real person: label Person; the figure on the cut-out is none (rules 1 and 7).")},
    {"id": "r6", "picture": "warehouse", "object": "cat", "label": "animal",
     "explain": _plain("真实的猫，框含耳朵和尾巴（规则 1、2）。", "A real cat; ears and tail belong to the box (rules 1 and 2)."),
     "why_found": text("箱子上的猫是标注对象（规则 1）。", "The cat on the box is a target (rule 1)."),
     "why_tight": text("耳朵和尾巴都要框在内（规则 2）。", "Ears and tail are inside the box (rule 2)."),
     "why_label": text("真实的动物，类别为“动物”；货架上的玩偶熊不标（规则 1、7）。",
                       "A real animal: label Animal; the bear on the shelf is a toy (rules 1 and 7).")},
]


def _tiny(m):
    width, height = m["box"][2:]
    return text(f"远处的行人只有 {width}×{height} 像素，小于 10×10，不标（规则 6）。",
                f"A person far away of {width}×{height} px, under 10×10: left out (rule 6).")


def _hidden(m):
    return text(f"人被遮住约 {percent(1 - m['visible_share'])}，达到一半，不标（规则 5）。",
                f"A person hidden by about {percent(1 - m['visible_share'])}, half or more: left out (rule 5).")


IGNORED = [
    {"picture": "street", "object": "far_left", "explain": _tiny},
    {"picture": "street", "object": "far_right", "explain": _tiny},
    {"picture": "corner", "object": "behind_van", "explain": _hidden},
]

LOOK_ALIKES = [("street", "mannequin", "person"), ("corner", "statue", "animal"), ("corner", "poster", "person"),
               ("warehouse", "bear", "animal"), ("warehouse", "standee", "person")]
