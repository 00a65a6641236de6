"""Question audio-segments (L5 2.1.2-A): cut, transcribe and describe a dialogue; bounds come from the mix."""

import audio_material as material
import speak_dialogue
from audio_sheet import SHEET
from pack_files import text
from paper import MINUTES
from rubric import Rubric

ITEM = "dialogue"
TIOU_MIN = 0.5
NOISE = "r6"
EMOTION_TARGETS = ("r2", "r4")

SPEAKERS = [("A", text("A（先开口的人）", "A (who speaks first)")), ("B", text("B", "B"))]
EMOTIONS = [("calm", text("平静", "Calm")), ("happy", text("高兴", "Happy")), ("angry", text("生气", "Angry")),
            ("anxious", text("着急", "Anxious")), ("sad", text("难过", "Sad"))]
EMOTION_TITLES = dict(EMOTIONS)


def options(rows):
    return [{"id": name, "title": title} for name, title in rows]


LABELS = {
    "objects": [
        {"id": "speech", "title": text("语音", "Speech"), "color": "#0072B2", "shape": "segment",
         "attributes": ["speaker", "emotion"], "transcript": True},
        {"id": "noise", "title": text("无效（噪声）", "Invalid (noise)"), "color": "#D55E00", "shape": "segment"},
    ],
    "attributes": [
        {"id": "speaker", "title": text("说话人", "Speaker"), "kind": "radio", "required": True, "options": options(SPEAKERS)},
        {"id": "emotion", "title": text("情绪", "Emotion"), "kind": "select", "required": True, "options": options(EMOTIONS)},
    ],
}


def rubric():
    made, segments = Rubric(), material.SEGMENTS
    by_id = {s["id"]: s for s in segments}
    for number, segment in enumerate(segments, 1):
        made.add(text(f"第 {number} 段语音：起止点误差均不超过 ±200 毫秒", f"Speech {number}: both ends within ±200 ms"),
                 {"check": "bounds", "target": segment["id"], "tolerance_ms": material.TOLERANCE_MS, "group": "segments",
                  "explain": text("起点在第一个声音，终点在最后一个声音，不留静音（规则 2）。",
                                  "Start at the first sound, end at the last, no silence kept (rule 2).")})
    for number, segment in enumerate(segments, 1):
        made.add(text(f"第 {number} 段语音：转写字错误率不超过 5%", f"Speech {number}: character error rate of 5 % or less"),
                 {"check": "transcript", "target": segment["id"], "cer_max": material.CER_MAX,
                  "explain": _transcript_reason(segment)})
    for number, segment in enumerate(segments, 1):
        who = segment["speaker"]
        made.add(text(f"第 {number} 段语音：说话人正确", f"Speech {number}: right speaker"),
                 {"check": "attribute", "target": segment["id"], "attribute": "speaker",
                  "explain": text(f"这一段是说话人 {who}（规则 5）。", f"This is speaker {who} (rule 5).")})
    made.add(text("噪声段已标为无效", "Noise span marked as invalid"),
             {"check": "found", "target": NOISE, "group": "segments",
              "explain": text("机器声持续数秒、没有人声，标“无效（噪声）”，不写文字（规则 7）。",
                              "Seconds of machine noise without a voice: Invalid (noise), no text (rule 7).")})
    for target in EMOTION_TARGETS:
        made.add(text(f"第 {target[1:]} 段语音：情绪正确", f"Speech {target[1:]}: right emotion"),
                 {"check": "attribute", "target": target, "attribute": "emotion", "explain": by_id[target]["why"]})
    made.add(text("“嗯”“啊”全部保留", "Every filler “嗯” and “啊” kept"),
             {"check": "fillers", "targets": [s["id"] for s in segments], "fillers": list(material.FILLERS),
              "explain": text("“嗯”3 次、“啊”2 次，都要写出（规则 4）。", "“嗯” three times, “啊” twice, all written (rule 4).")})
    made.add(text("没有多余或合并的段（至少得到其他项一半的分才计）",
                  "No superfluous or merged segment (counts from half of the other points)"),
             {"check": "no_extra", "gate": {"share": 0.5},
              "explain": text("只有 5 段语音和 1 段噪声；停顿达到 2 秒要分段，静音不标（规则 1、3）。",
                              "Five stretches of speech and one of noise; a pause of 2 s splits, silence is not marked "
                              "(rules 1 and 3).")})
    return made


def _transcript_reason(segment):
    words = material.transcript(segment)
    return text(f"应写“{words}”，共 {len(words)} 字，最多容许错 1 字（规则 4）。",
                f"Expected “{words}”: {len(words)} characters, of which one may be wrong (rule 4).")


def question():
    return {
        "format": 1,
        "id": "audio-segments",
        "type": "audio_segments",
        "grader": "audio_segments",
        "minutes": MINUTES["audio-segments"],
        "points": 10.0,
        "sheet": SHEET,
        "items": [{"id": ITEM, "title": text("报修电话", "Repair call"), "file": "media/dialogue.wav"}],
        "labels": LABELS,
        "tools": {"overlap": "refuse"},
        "rubric": rubric().public,
    }


def reference():
    """The full answer, without explanations."""
    places, objects = speak_dialogue.positions(), {}
    for segment in material.SEGMENTS:
        objects[segment["id"]] = {
            "item": ITEM, "label": "speech", "attributes": {"speaker": segment["speaker"], "emotion": segment["emotion"]},
            "segment": places[segment["id"]], "text": material.transcript(segment)}
    objects[NOISE] = {"item": ITEM, "label": "noise", "segment": places["noise"]}
    return {"objects": objects, "items": {ITEM: {"saved": True}}}


def key():
    explained = reference()
    for segment in material.SEGMENTS:
        who, title = segment["speaker"], EMOTION_TITLES[segment["emotion"]]
        explained["objects"][segment["id"]]["explain"] = text(
            f"说话人 {who}，情绪{title['zh']}。{segment['why']['zh']}",
            f"Speaker {who}, {title['en'].lower()}. {segment['why']['en']}")
    explained["objects"][NOISE]["explain"] = text("没有人声的机器噪声（规则 7）。", "Machine noise without a voice (rule 7).")
    return {
        "format": 1,
        "question": "audio-segments",
        "matching": {"tiou_min": TIOU_MIN},
        "reference": explained,
        "checks": rubric().checks,
        "groups": {"segments": {"flood_limit": True}},
    }
