"""Sample answers of question audio-segments. What each item must get is reasoned here from the rules, not graded."""

from copy import deepcopy

import audio_material as material
import audio_segments
import speak_dialogue
from rubric import expect, items

BOUNDS, TEXT, SPEAKER, NOISE, EMOTION = items(1, 5), items(6, 10), items(11, 15), "M16", ["M17", "M18"]
FILLERS, NO_EXTRA = "M19", "M20"
RUBRIC = audio_segments.rubric()
WRONG = "错"  # a character that no transcript holds


def tiou(a, b):
    overlap = min(a[1], b[1]) - max(a[0], b[0])
    return max(0.0, overlap) / (max(a[1], b[1]) - min(a[0], b[0])) if overlap > 0 else 0.0


def _changed(change):
    """The perfect answer after change(id, object) on each speech segment."""
    answer = audio_segments.reference()
    for name, made in answer["objects"].items():
        if made["label"] == "speech":
            change(name, made)
    return answer


def _moved(start_ms, end_ms, only=None):
    def change(name, made):
        if only in (None, name):
            made["segment"] = [round(made["segment"][0] + start_ms / 1000, 3), round(made["segment"][1] + end_ms / 1000, 3)]
    return _changed(change)


def _misspelt(count, only=None):
    """The last characters of the text replaced; no filler stands there."""
    def change(name, made):
        if only in (None, name):
            assert not set(made["text"][-count:]) & set(material.FILLERS) and WRONG not in made["text"]
            made["text"] = made["text"][:-count] + WRONG * count
    return _changed(change)


def _without_fillers(_, made):
    kept = "".join(c for c in made["text"] if c not in material.FILLERS)
    assert len(made["text"]) - len(kept) == 1 <= material.CER_MAX * len(made["text"])
    made["text"] = kept


def _half():
    """Three segments with all they have (9 items and one emotion); a mark on silence costs the gated item."""
    answer = audio_segments.reference()
    for name in ("r4", "r5", "r6"):
        del answer["objects"][name]
    answer["objects"]["x1"] = {"item": audio_segments.ITEM, "label": "noise", "segment": [0.2, 1.2]}
    return answer, expect(RUBRIC, earned=BOUNDS[:3] + TEXT[:3] + SPEAKER[:3] + EMOTION[:1])


def _one_class():
    """Everything is speech of A, calm. The noise has a segment, if of the wrong label: one mistake, nothing superfluous."""
    answer = _changed(lambda _, made: made.update(attributes={"speaker": "A", "emotion": "calm"}))
    answer["objects"]["r6"].update(label="speech", attributes={"speaker": "A", "emotion": "calm"}, text="")
    right = [SPEAKER[i] for i, s in enumerate(material.SEGMENTS) if s["speaker"] == "A"]
    return answer, expect(RUBRIC, earned=BOUNDS + TEXT + right + [FILLERS, NO_EXTRA])


def _one_long():
    return _answer([[0.0, speak_dialogue.duration()]])


def _grid():
    """One segment for each second: none covers half of a stretch of speech."""
    return _answer([[float(second), second + 1.0] for second in range(int(speak_dialogue.duration()))])


def _answer(segments):
    objects = {f"o{i}": {"item": audio_segments.ITEM, "label": "speech", "attributes": {"speaker": "A", "emotion": "calm"},
                         "segment": segment, "text": "嗯啊"} for i, segment in enumerate(segments, 1)}
    return {"objects": objects, "items": {audio_segments.ITEM: {"saved": True}}}


def _merged():
    """The first two turns as one segment with both texts: it matches neither, since each is under half of it."""
    answer = audio_segments.reference()
    first, second = answer["objects"]["r1"], answer["objects"].pop("r2")
    span = [first["segment"][0], second["segment"][1]]
    assert max(tiou(span, first["segment"]), tiou(span, second["segment"])) < audio_segments.TIOU_MIN
    first.update(segment=span, text=first["text"] + second["text"])
    lost = BOUNDS[:2] + TEXT[:2] + SPEAKER[:2] + EMOTION[:1]
    return answer, expect(RUBRIC, missed=lost + [FILLERS, NO_EXTRA])


def _flood():
    """Seven marks on silence make 13 segments, over the limit of 12: neither bounds nor noise count."""
    answer = audio_segments.reference()
    for number in range(7):
        start = round(0.1 + 0.2 * number, 1)
        answer["objects"][f"x{number + 1}"] = {"item": audio_segments.ITEM, "label": "noise",
                                               "segment": [start, round(start + 0.1, 1)]}
    return answer, expect(RUBRIC, missed=BOUNDS + [NOISE, NO_EXTRA])


def _check_design():
    spans = [made["segment"] for made in audio_segments.reference()["objects"].values()]
    drawn = [made["segment"] for junk in (_one_long(), _grid()) for made in junk["objects"].values()]
    assert all(tiou(a, b) < audio_segments.TIOU_MIN for a in drawn for b in spans)
    assert all(20 <= len(material.transcript(s)) < 40 for s in material.SEGMENTS)  # so that 5 % forgives exactly one
    assert spans[0][0] >= 1.5


def samples():
    """Name → (answer, expected points). Names that other questions share make one sample file."""
    _check_design()
    perfect = audio_segments.reference()
    no_noise = deepcopy(perfect)
    del no_noise["objects"]["r6"]
    return {
        "perfect": (perfect, expect(RUBRIC)),
        "half": _half(),
        "one_class_everywhere": _one_class(),
        "saved_but_empty": ({**perfect, "objects": {}}, expect(RUBRIC, earned=[])),
        "junk_one_for_all": (_one_long(), expect(RUBRIC, earned=[])),
        "junk_flood": (_grid(), expect(RUBRIC, earned=[])),
        "audio_bounds_inside": (_moved(200, -200), expect(RUBRIC)),
        "audio_bounds_outside": (_moved(201, 0, only="r1"), expect(RUBRIC, missed=["M1"])),
        "audio_text_inside": (_misspelt(1), expect(RUBRIC)),
        "audio_text_outside": (_misspelt(2, only="r1"), expect(RUBRIC, missed=["M6"])),
        "audio_no_fillers": (_changed(_without_fillers), expect(RUBRIC, missed=[FILLERS])),
        "audio_no_noise": (no_noise, expect(RUBRIC, missed=[NOISE])),
        "audio_merged": _merged(),
        "audio_flood": _flood(),
    }
