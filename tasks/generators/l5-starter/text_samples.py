"""Sample answers of question text-labels. What each item must get is reasoned here from the rules, not graded."""

from copy import deepcopy

import text_labels
import text_material as material
from rubric import expect, items

SENTIMENT, ENTITY, INTENT, NO_EXTRA, SAVED = items(1, 10), items(11, 15), items(16, 18), "M19", "M20"
RUBRIC = text_labels.rubric()


def _half():
    """Five sentiments, three entities, one intent: 9 items; nothing superfluous: 1 item; the rest was never saved."""
    answer = text_labels.reference()
    for item, *_ in material.REVIEWS[5:] + material.UTTERANCES[1:]:
        del answer["items"][item]
    for name in ("r4", "r5"):
        del answer["objects"][name]
    return answer, expect(RUBRIC, earned=SENTIMENT[:5] + ENTITY[:3] + INTENT[:1] + [NO_EXTRA])


def _constant(sentiment, intent):
    """One class for all, saved and named, without entities; and the items that it hits by chance."""
    answer = {**text_labels.reference(), "objects": {}}
    for item, *_ in material.REVIEWS:
        answer["items"][item]["class"] = {"sentiment": sentiment}
    for item, *_ in material.UTTERANCES:
        answer["items"][item]["class"] = {"intent": intent}
    hit = [SENTIMENT[i] for i, row in enumerate(material.REVIEWS) if row[2] == sentiment]
    hit += [INTENT[i] for i, row in enumerate(material.UTTERANCES) if row[2] == intent]
    return answer, hit


def _one_class():
    """Right spans, all of type person: one is right by chance. Six items of 18 open no gate."""
    answer, hit = _constant("positive", "navigate")
    answer["objects"] = text_labels.reference()["objects"]
    for made in answer["objects"].values():
        made["label"] = "PER"
    hit += [ENTITY[i] for i, row in enumerate(text_labels.entities()) if row[2] == "PER"]
    assert len(hit) == 6
    return answer, expect(RUBRIC, earned=hit)


def _whole_sentences():
    """Each sentence as one entity and one class for all."""
    answer, hit = _constant("positive", "navigate")
    answer["objects"] = {f"o{i}": {"item": item, "label": "ORG", "span": [0, len(material.plain(marked))]}
                         for i, (item, marked) in enumerate(material.SENTENCES, 1)}
    return answer, expect(RUBRIC, earned=hit)


def _flood():
    """The five entities and six single characters: 11 spans are over the limit of 10, so no entity counts."""
    answer = text_labels.reference()
    free = [(item, at) for item, at in _unmarked_characters()][:6]
    for number, (item, at) in enumerate(free, 1):
        answer["objects"][f"x{number}"] = {"item": item, "label": "PROD", "span": [at, at + 1]}
    return answer, expect(RUBRIC, missed=ENTITY + [NO_EXTRA])


def _unmarked_characters():
    taken = [(item, start, end) for _, item, _, start, end, _ in text_labels.entities()]
    for item, marked in material.SENTENCES:
        for at, character in enumerate(material.plain(marked)):
            inside = any(item == other and start <= at < end for other, start, end in taken)
            if not inside and "\u4e00" <= character <= "\u9fff":
                yield item, at


def _with_extra():
    """“学校” in the second sentence is a general word."""
    answer = text_labels.reference()
    item, marked = material.SENTENCES[1]
    at = material.plain(marked).rindex("学校")
    answer["objects"]["x1"] = {"item": item, "label": "ORG", "span": [at, at + 2]}
    return answer, expect(RUBRIC, missed=[NO_EXTRA])


def samples():
    """Name → (answer, expected points). Names that other questions share make one sample file."""
    perfect = text_labels.reference()
    unsaved = deepcopy(perfect)
    unsaved["items"]["v10"]["saved"] = False
    wrong_type = deepcopy(perfect)
    wrong_type["objects"]["r3"]["label"] = "ORG"
    constants = {}
    for value, _ in text_labels.SENTIMENTS:
        answer, hit = _constant(value, "set_reminder")
        assert len(hit) < 8
        constants[f"text_all_{value}"] = (answer, expect(RUBRIC, earned=hit))
    return {
        "perfect": (perfect, expect(RUBRIC)),
        "half": _half(),
        "one_class_everywhere": _one_class(),
        "saved_but_empty": ({"objects": {}, "items": {name: {"saved": True} for name in perfect["items"]},
                             "file_name": perfect["file_name"]}, expect(RUBRIC, earned=[])),
        "junk_one_for_all": _whole_sentences(),
        "junk_flood": _flood(),
        "text_extra_entity": _with_extra(),
        "text_wrong_type": (wrong_type, expect(RUBRIC, missed=["M13"])),
        "text_not_saved": (unsaved, expect(RUBRIC, missed=[SAVED])),
        "text_wrong_name": ({**perfect, "file_name": "text"}, expect(RUBRIC, missed=[SAVED])),
        **constants,
    }
