"""The questions about text (spans, relations, class) and sound (tiers, the recording itself)."""

import material
from pack_files import text
from questions import Workspace
from sounds import RATE

NEWS = "王敏在杭州创办了云栖茶社，李强是茶社的经理。👍"


def _span(words, label):
    start = NEWS.index(words)
    return {"item": "news", "label": label, "span": [start, start + len(words)]}


def entities():
    labels = {
        "objects": [
            {"id": "PER", "title": text("人名", "Person"), "color": "#E69F00", "shape": "span"},
            {"id": "LOC", "title": text("地名", "Place"), "color": "#56B4E9", "shape": "span"},
            {"id": "ORG", "title": text("机构名", "Organisation"), "color": "#009E73", "shape": "span"},
            {"id": "founded", "title": text("创办", "Founded"), "color": "#D55E00", "shape": "relation"},
            {"id": "works_for", "title": text("任职", "Works for"), "color": "#CC79A7", "shape": "relation"}],
        "classes": [{"id": "mood", "title": text("情感", "Mood"),
                     "options": [{"id": "good", "title": text("正面", "Good")}, {"id": "bad", "title": text("负面", "Bad")}]}],
    }
    reference = {
        "objects": {"r1": _span("王敏", "PER"), "r2": _span("杭州", "LOC"), "r3": _span("云栖茶社", "ORG"),
                    "r4": _span("李强", "PER"),
                    "r5": {"item": "news", "label": "founded", "relation": ["r1", "r3"]},
                    "r6": {"item": "news", "label": "works_for", "relation": ["r4", "r3"]}},
        "items": {"news": {"class": {"mood": "good"}}},
    }
    rules = [(text(f"实体 {n}", f"Entity {n}"), {"check": "span", "target": f"r{n}"}) for n in range(1, 5)]
    rules += [(text("关系：创办", "Relation: founded"), {"check": "relation", "target": "r5"}),
              (text("关系：任职", "Relation: works for"), {"check": "relation", "target": "r6"}),
              (text("全文情感", "Mood of the text"), {"check": "class", "target": "news", "class": "mood"})]
    return Workspace(
        "entities", "text_labels", text("实体、关系和文本类别", "Entities, relations and the class of a text"),
        text("请标出人名、地名和机构名，再从人连到机构（R），标出谁创办了它、谁在那里任职（都连到全称“云栖茶社”）。最后选择全文情感。",
             "Mark persons, places and organisations, then connect (R) persons with the organisation: who founded it, who works "
             "there (both with its full name 云栖茶社). Choose the mood of the whole text at last."),
        text("只标专名，不标“茶社”“经理”。", "Names only: neither 茶社 nor 经理."),
        [{"id": "news", "title": text("短讯", "News"), "text": NEWS}], labels, reference, rules)


REVIEWS = {"noodles": "面很筋道，就是等了快一个小时，店员也不理人。", "hotel": "房间干净，价格也公道。"}


def topics():
    """Several options of one class; spans that may overlap, with a warning."""
    labels = {
        "objects": [{"id": "complaint", "title": text("不满", "Complaint"), "color": "#D55E00", "shape": "span"},
                    {"id": "duration", "title": text("时长", "Duration"), "color": "#0072B2", "shape": "span"}],
        "classes": [{"id": "topics", "title": text("谈到的方面", "What it speaks of"), "several": True, "options": [
            {"id": "taste", "title": text("口味", "Taste")}, {"id": "wait", "title": text("等候", "Waiting")},
            {"id": "service", "title": text("服务", "Service")}, {"id": "price", "title": text("价格", "Price")},
            {"id": "clean", "title": text("卫生", "Cleanliness")}]}],
    }

    def span(words, label):
        start = REVIEWS["noodles"].index(words)
        return {"item": "noodles", "label": label, "span": [start, start + len(words)]}
    reference = {
        "objects": {"r1": span("等了快一个小时", "complaint"), "r2": span("一个小时", "duration"),
                    "r3": span("店员也不理人", "complaint")},
        "items": {"noodles": {"class": {"topics": ["service", "taste", "wait"]}},
                  "hotel": {"class": {"topics": ["clean", "price"]}}},
    }
    rules = [(text(f"片段 {n}", f"Span {n}"), {"check": "span", "target": f"r{n}"}) for n in range(1, 4)]
    rules += [(text(f"{title}的全部方面", f"Everything that {english} speaks of"),
               {"check": "class", "target": item, "class": "topics"})
              for item, title, english in (("noodles", "面馆评论", "the noodle review"), ("hotel", "酒店评论", "the hotel review"))]
    return Workspace(
        "topics", "text_labels", text("多选类别和重叠的片段", "Several options of a class, overlapping spans"),
        text("请在面馆评论里标出两处不满和其中的时长（时长在第一处不满之内，两个片段重叠，程序会提示但允许）。"
             "再为两条评论勾选谈到的全部方面。每条做完后按 Ctrl+Enter：保存、标为已检查，并转到下一条。",
             "In the noodle review mark both complaints and the duration within the first one: these two overlap, which is "
             "allowed with a warning. Tick everything that each review speaks of. Press Ctrl+Enter when a review is done: it is "
             "saved, marked as checked, and the next one comes up."),
        text("不满标整句话，不含标点；方面一个不多、一个不少。", "Complaints as whole clauses without punctuation; all aspects and no other."),
        [{"id": item, "title": text(title, english), "text": REVIEWS[item]}
         for item, title, english in (("noodles", "面馆评论", "Noodle review"), ("hotel", "酒店评论", "Hotel review"))],
        labels, reference, rules, tools={"overlap": "warn", "trim_punctuation": True})


def sounds():
    labels = {
        "objects": [{"id": "beep", "title": text("提示音", "Beeps"), "color": "#E69F00", "shape": "segment",
                     "transcript": True, "tier": "signals"},
                    {"id": "hum", "title": text("嗡鸣", "Hum"), "color": "#56B4E9", "shape": "segment", "tier": "noise",
                     "attributes": ["loud"]}],
        "attributes": [{"id": "loud", "title": text("盖过提示音", "Covers the beeps"), "kind": "checkbox"}],
        "tiers": [{"id": "signals", "title": text("信号", "Signals")}, {"id": "noise", "title": text("噪声", "Noise")}],
    }
    beeps = {f"r{n}": {"item": "alarm", "label": "beep", "segment": list(times), "text": "滴滴滴"}
             for n, times in enumerate(material.BEEPS, 1)}
    reference = {"objects": {**beeps, "r3": {"item": "alarm", "label": "hum", "segment": list(material.HUM)}}}
    rules = [(text(f"第 {n} 段提示音的起止", f"Bounds of beeps {n}"), {"check": "bounds", "target": f"r{n}", "tolerance_ms": 150})
             for n in (1, 2)]
    rules += [(text("嗡鸣的起止", "Bounds of the hum"), {"check": "bounds", "target": "r3", "tolerance_ms": 200}),
              (text("第 1 段提示音的文字", "Words of beeps 1"), {"check": "transcript", "target": "r1", "cer_max": 0.4})]
    return Workspace(
        "sounds", "audio_segments", text("语音分段（两层）和转写", "Segments on two tiers, with words"),
        text("请在“信号”层标出两段提示音，每段写上“滴滴滴”；在“噪声”层标出嗡鸣的一段，它与两段提示音都有重叠。",
             "Mark both groups of beeps on the tier “Signals” and write 滴滴滴 for each; mark the hum, which overlaps both, on "
             "the tier “Noise”."),
        text("起止误差不超过 150 毫秒（嗡鸣 200 毫秒）。", "Bounds within 150 ms (hum: 200 ms)."),
        [{"id": "alarm", "title": text("警报", "Alarm"), "file": "media/alarm.wav"}], labels, reference, rules,
        tools={"overlap": "refuse"}, matching={"tiou_min": 0.5})


def recording():
    labels = {
        "objects": [{"id": "rustle", "title": text("沙沙声", "Rustle"), "color": "#009E73", "shape": "segment"}],
        "attributes": [
            {"id": "rate", "title": text("采样率（Hz）", "Sample rate (Hz)"), "kind": "number", "min": 1, "max": 384000},
            {"id": "channels", "title": text("声道数", "Channels"), "kind": "number", "min": 1, "max": 64},
            {"id": "seconds", "title": text("时长（秒）", "Duration (s)"), "kind": "number", "min": 0, "max": 100000},
            {"id": "side", "title": text("沙沙声所在声道", "Channel of the rustle"), "kind": "radio",
             "options": [{"id": "left", "title": text("左", "Left")}, {"id": "right", "title": text("右", "Right")}]}],
        "fields": ["rate", "channels", "seconds", "side"],
    }
    reference = {
        "objects": {"r1": {"item": "door", "label": "rustle", "segment": list(material.RUSTLE)}},
        "items": {"door": {"attributes": {"rate": RATE, "channels": material.CHANNELS["door"],
                                          "seconds": material.SECONDS["door"], "side": "right"}}},
    }
    rules = [(text("沙沙声的起止", "Bounds of the rustle"), {"check": "bounds", "target": "r1", "tolerance_ms": 200}),
             (text("采样率", "Sample rate"), {"check": "number", "target": "door", "field": "rate"}),
             (text("声道数", "Channels"), {"check": "number", "target": "door", "field": "channels"}),
             (text("时长", "Duration"), {"check": "number", "target": "door", "field": "seconds", "tolerance": 0.1}),
             (text("沙沙声所在声道", "Channel of the rustle"), {"check": "field", "target": "door", "field": "side"})]
    return Workspace(
        "recording", "audio_segments", text("录音属性和双声道", "Facts of a recording, two channels"),
        text("请标出沙沙声的一段，并按屏幕上测得的数值填写录音的采样率、声道数和时长，选择沙沙声在哪个声道。",
             "Mark the rustle, fill in the recording's sample rate, channels and duration from what the screen has measured, "
             "and choose the channel that has the rustle."),
        text("数值须与测得的一致；时长误差不超过 0.1 秒。", "Numbers as measured; the duration within 0.1 s."),
        [{"id": "door", "title": text("门", "Door"), "file": "media/door.wav"}], labels, reference, rules,
        matching={"tiou_min": 0.5})


def stretches():
    """A tier without gaps: the whole recording, cut where the sound changes."""
    labels = {
        "objects": [
            {"id": "quiet", "title": text("安静", "Quiet"), "color": "#999999", "shape": "segment", "tier": "course"},
            {"id": "hum", "title": text("嗡鸣", "Hum"), "color": "#56B4E9", "shape": "segment", "tier": "course"},
            {"id": "rustle", "title": text("沙沙声", "Rustle"), "color": "#009E73", "shape": "segment", "tier": "course",
             "transcript": True}],
        "tiers": [{"id": "course", "title": text("声音经过", "Course"), "contiguous": True}],
    }
    reference = {"objects": {f"r{n}": {"item": "door", "label": label, "segment": [start, end], **more}
                             for n, (label, start, end, more) in enumerate(_course(), 1)}}
    rules = [(text(f"{zh}的起止", f"Bounds of the {en}"), {"check": "bounds", "target": target, "tolerance_ms": 200})
             for target, zh, en in (("r2", "嗡鸣", "hum"), ("r3", "中间安静段", "quiet between"), ("r4", "沙沙声", "rustle"))]
    rules.append((text("沙沙声的文字", "Words of the rustle"), {"check": "transcript", "target": "r4", "cer_max": 0.4}))
    return Workspace(
        "stretches", "audio_segments", text("首尾相接的分段", "Segments that follow one another"),
        text("请把整段录音从头到尾切成首尾相接的段（光标处按回车切开），每段选定声音：安静、嗡鸣或沙沙声；给沙沙声写上“沙沙”。",
             "Divide the whole recording into segments that follow one another (Enter cuts at the cursor) and choose the sound of "
             "each: quiet, hum or rustle; write 沙沙 for the rustle."),
        text("边界误差不超过 200 毫秒；拖动边界时两侧同时改变，删除一段即并入前一段。",
             "Boundaries within 200 ms; a dragged boundary changes both sides, a deleted segment joins the one before it."),
        [{"id": "door", "title": text("门", "Door"), "file": "media/door.wav"}], labels, reference, rules,
        matching={"tiou_min": 0.5})


def _course():
    """(label, start, end, more) of the second recording, from its beginning to its end."""
    hum, rustle, end = material.DOOR_HUM, material.RUSTLE, material.SECONDS["door"]
    return [("quiet", 0, hum[0], {}), ("hum", *hum, {}), ("quiet", hum[1], rustle[0], {}), ("rustle", *rustle, {"text": "沙沙"}),
            ("quiet", rustle[1], end, {})]


def all_questions():
    return [entities(), topics(), sounds(), recording(), stretches()]
