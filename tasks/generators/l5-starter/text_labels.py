"""Question text-labels (L5 2.1.2-T): sentiment of reviews, entities in sentences, intents of utterances."""

import text_material as material
from pack_files import text
from paper import MINUTES
from rubric import Rubric
from text_sheet import SHEET

FILE_NAME = "text_l5_01"

SENTIMENTS = [("positive", text("好评", "Positive")), ("neutral", text("中评", "Neutral")), ("negative", text("差评", "Negative"))]
INTENTS = [("weather", text("查询天气", "Ask for the weather")), ("music", text("播放音乐", "Play music")),
           ("navigate", text("导航", "Navigate")), ("control_device", text("控制设备", "Control a device")),
           ("set_reminder", text("设置提醒", "Set a reminder")), ("small_talk", text("闲聊", "Small talk"))]
TYPES = [("PER", text("人名", "Person"), "#E69F00"), ("LOC", text("地名", "Place"), "#56B4E9"),
         ("ORG", text("机构", "Organisation"), "#009E73"), ("TIME", text("时间", "Time"), "#0072B2"),
         ("PROD", text("产品", "Product"), "#CC79A7")]
TYPE_TITLES = {name: title for name, title, _ in TYPES}


def options(rows):
    return [{"id": name, "title": title} for name, title in rows]


LABELS = {
    "objects": [{"id": name, "title": title, "color": color, "shape": "span"} for name, title, color in TYPES],
    "attributes": [],
    "classes": [
        {"id": "sentiment", "title": text("情感", "Sentiment"), "options": options(SENTIMENTS)},
        {"id": "intent", "title": text("意图", "Intent"), "options": options(INTENTS)},
    ],
    "groups": [
        {"id": "reviews", "title": text("评论", "Reviews"), "objects": [], "classes": ["sentiment"]},
        {"id": "sentences", "title": text("句子", "Sentences"), "objects": [row[0] for row in TYPES], "classes": []},
        {"id": "utterances", "title": text("话语", "Utterances"), "objects": [], "classes": ["intent"]},
    ],
}


def entities():
    """(reference id, item, type, start, end, words) of every entity, in reading order."""
    rows = []
    for item, marked in material.SENTENCES:
        words = material.plain(marked)
        for kind, start, end in material.entities(marked):
            rows.append((f"r{len(rows) + 1}", item, kind, start, end, words[start:end]))
    return rows


def items():
    made = []
    for number, (item, words, *_) in enumerate(material.REVIEWS, 1):
        made.append({"id": item, "title": text(f"评论 {number}", f"Review {number}"), "text": words, "group": "reviews"})
    for number, (item, marked) in enumerate(material.SENTENCES, 1):
        made.append({"id": item, "title": text(f"句子 {number}", f"Sentence {number}"), "text": material.plain(marked),
                     "group": "sentences"})
    for number, (item, words, *_) in enumerate(material.UTTERANCES, 1):
        made.append({"id": item, "title": text(f"话语 {number}", f"Utterance {number}"), "text": words,
                     "group": "utterances"})
    return made


def rubric():
    made = Rubric()
    for number, (item, _, _, why) in enumerate(material.REVIEWS, 1):
        made.add(text(f"评论 {number} 的情感正确", f"Review {number}: right sentiment"),
                 {"check": "class", "target": item, "class": "sentiment", "explain": why})
    for number, (target, item, kind, *_) in enumerate(entities(), 1):
        place = int(item[1:])
        made.add(text(f"实体 {number}（句子 {place}）的起点、终点、类型完全正确",
                      f"Entity {number} (sentence {place}): start, end and type exact"),
                 {"check": "span", "target": target, "group": "entities", "explain": material.ENTITY_REASONS[kind]})
    for number, (item, _, _, why) in enumerate(material.UTTERANCES, 1):
        made.add(text(f"话语 {number} 的意图正确", f"Utterance {number}: right intent"),
                 {"check": "class", "target": item, "class": "intent", "explain": why})
    made.add(text("没有多余的实体（至少得到其他项一半的分才计）", "No superfluous entity (counts from half of the other points)"),
             {"check": "no_extra", "gate": {"share": 0.5},
              "explain": text("职务、泛指的“学校”“扫描笔”和机构名里的地名都不另标（规则 8、9、11）。",
                              "Titles, the general words “学校” and “扫描笔” and a place inside an organisation's name are "
                              "not marked (rules 8, 9 and 11).")})
    made.add(text("全部文本已保存，结果按规定命名（至少得到其他项一半的分才计）",
                  "Every text saved, result named as told (counts from half of the other points)"),
             {"check": "saved", "gate": {"share": 0.5},
              "explain": text(f"每条文本在最后一次修改后按 Ctrl+S 保存，结果名为 {FILE_NAME}（规则 13）。",
                              f"Every text saved with Ctrl+S after its last change, result named {FILE_NAME} (rule 13).")})
    return made


def question():
    return {
        "format": 1,
        "id": "text-labels",
        "type": "text_labels",
        "grader": "text_labels",
        "minutes": MINUTES["text-labels"],
        "points": 10.0,
        "sheet": SHEET,
        "items": items(),
        "labels": LABELS,
        "tools": {"file_name": True, "overlap": "refuse", "trim_punctuation": True},
        "rubric": rubric().public,
    }


def reference():
    """The full answer, without explanations."""
    objects = {target: {"item": item, "label": kind, "span": [start, end]} for target, item, kind, start, end, _ in entities()}
    answered = {item: {"class": {"sentiment": value}, "saved": True} for item, _, value, _ in material.REVIEWS}
    answered.update({item: {"saved": True} for item, _ in material.SENTENCES})
    answered.update({item: {"class": {"intent": value}, "saved": True} for item, _, value, _ in material.UTTERANCES})
    return {"objects": objects, "items": answered, "file_name": FILE_NAME}


def key():
    explained = reference()
    for target, _, kind, _, _, words in entities():
        why, title = material.ENTITY_REASONS[kind], TYPE_TITLES[kind]
        explained["objects"][target]["explain"] = text(f"“{words}”是{title['zh']}：{why['zh']}",
                                                       f"“{words}” is a {title['en'].lower()}: {why['en']}")
    for item, _, _, why in material.REVIEWS + material.UTTERANCES:
        explained["items"][item]["explain"] = why
    return {
        "format": 1,
        "question": "text-labels",
        "reference": explained,
        "checks": rubric().checks,
        "groups": {"entities": {"flood_limit": True}},
    }
