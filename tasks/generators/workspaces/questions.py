"""What all questions of this pack are made of: a sheet, items, labels, one rubric for question and key."""

from pack_files import text
from rubric import Rubric

SITE = text("计算机一台（显示器不低于 1366×768，鼠标、键盘），已安装标考。",
            "One computer (screen of 1366×768 or more, mouse, keyboard) with biaokao installed.")
QUALITY = text("每项 0.5 分；每个项目都要在最后一次修改后按 Ctrl+S 保存。",
               "0.5 points for each item; save every item with Ctrl+S after its last change.")


class Workspace:
    """One question with its key. `rules` = (criterion, check) pairs; the items "nothing extra" and "saved" follow."""

    def __init__(self, name, kind, title, task, skills, items, labels, reference, rules, tools=None, matching=None):
        self.name, self.kind, self.title = name, kind, title
        self.task, self.skills = task, skills
        self.items, self.labels, self.tools, self.matching = items, labels, tools, matching
        self.reference = {**reference, "items": {item["id"]: {**reference.get("items", {}).get(item["id"], {}), "saved": True}
                                                 for item in items}}
        self.rubric = Rubric()
        for criterion, check in rules:
            self.rubric.add(criterion, check)
        if reference.get("objects"):
            self.rubric.add(text("没有多余的标注（至少得到其他项一半的分才计）",
                                 "Nothing superfluous (counts from half of the other points)"),
                            {"check": "no_extra", "gate": {"share": 0.5}})
        self.rubric.add(text("全部保存（至少得到其他项四分之一的分才计）", "Everything saved (counts from a quarter of the other points)"),
                        {"check": "saved", "gate": {"share": 0.25}})

    def question(self):
        made = {
            "format": 1, "id": self.name, "type": self.kind, "grader": self.kind, "minutes": 3,
            "points": self.rubric.points(),
            "sheet": {"code": f"W-{self.name}", "title": self.title, "site": SITE, "task": self.task,
                      "skills": self.skills, "quality": QUALITY},
            "items": self.items, "labels": self.labels,
        }
        if self.tools:
            made["tools"] = self.tools
        return {**made, "rubric": self.rubric.public}

    def key(self):
        made = {"format": 1, "question": self.name}
        if self.matching:
            made["matching"] = self.matching
        return {**made, "reference": self.reference, "checks": self.rubric.checks, "groups": {}}


def found_and_tight(target, zh, en, found, tight):
    """The usual two items of a shape, with the settings of both checks."""
    return [(text(f"{zh}：找到", f"{en}: found"), {"check": "found", "target": target, **found}),
            (text(f"{zh}：贴合", f"{en}: tight"), {"check": "tight", "target": target, **tight})]
