"""All JSON files of the pack: paper, questions, keys and samples."""

import copy

import pictures
import words_and_sounds
from pack_files import sha256, text
from rubric import expect

MODULES = [(text("图像", "Pictures"), pictures), (text("文本和语音", "Text and speech"), words_and_sounds)]


def all_questions():
    return [question for _, module in MODULES for question in module.all_questions()]


def files(media_folder):
    modules = [(title, module.all_questions()) for title, module in MODULES]
    questions = all_questions()
    points = sum(question.rubric.points() for question in questions)
    made = {"pack.json": {
        "format": 1,
        "id": "b7a4c0de-52f1-4c39-9e0a-7d1f6e2b8a94",
        "version": 1,
        "title": text("标注工作区练习卷", "Practice paper of the labelling workspaces"),
        "level": 5,
        "minutes": 3 * len(questions),
        "points": points,
        "pass_mark": round(2 * points * 0.6) / 2,
        "modules": [{"title": title, "questions": [question.name for question in group]} for title, group in modules],
        "media": {f"media/{path.name}": sha256(path) for path in sorted(media_folder.iterdir())},
        "licence": "CC0-1.0",
        "authors": ["The biaokao authors"],
    }}
    for question in questions:
        made[f"questions/{question.name}.json"] = question.question()
        made[f"key/{question.name}.json"] = question.key()
    made.update({f"key/samples/{name}.json": sample for name, sample in _samples(questions).items()})
    return made


def _perfect(question):
    answer = copy.deepcopy(question.reference)
    new_id = {name: name.replace("r", "o") for name in answer.get("objects", {})}
    answer["objects"] = {new_id[name]: made for name, made in answer.get("objects", {}).items()}
    for made in answer["objects"].values():
        if "relation" in made:
            made["relation"] = [new_id[end] for end in made["relation"]]
    return answer


def _ungrouped(questions):
    """Of the questions with groups everything but the groups; the others are not begun."""
    def in_groups(question):
        return any("group" in made for made in question.reference.get("objects", {}).values())

    def missed(question):
        return [item for item, check in question.rubric.checks.items() if check["check"] == "group"]
    answers = {question.name: _perfect(question) for question in questions if in_groups(question)}
    for answer in answers.values():
        for made in answer["objects"].values():
            made.pop("group", None)
    return {"answers": answers, "expect": {q.name: expect(q.rubric, missed(q)) if in_groups(q) else expect(q.rubric, earned=[])
                                           for q in questions}}


def _samples(questions):
    """Everything right; nothing done; what belongs together not grouped; everything right but not saved, which costs the
    last item of each question."""
    unsaved = {}
    for question in questions:
        answer = _perfect(question)
        for item in answer["items"].values():
            del item["saved"]
        answer["items"] = {name: item for name, item in answer["items"].items() if item}
        unsaved[question.name] = answer
    return {
        "perfect": {"answers": {q.name: _perfect(q) for q in questions}, "expect": {q.name: expect(q.rubric) for q in questions}},
        "empty": {"answers": {}, "expect": {q.name: expect(q.rubric, earned=[]) for q in questions}},
        "ungrouped": _ungrouped(questions),
        "unsaved": {"answers": unsaved,
                    "expect": {q.name: expect(q.rubric, missed=[q.rubric.public[-1]["id"]]) for q in questions}},
    }
