"""A rubric under construction: each item has a public part (question) and an examiner's part (key)."""

SKILL = "5/2.1.2"
POINTS = 0.5


class Rubric:
    def __init__(self):
        self.public = []
        self.checks = {}

    def add(self, criterion, check):
        """Appends an item of half a point; ids run M1, M2 … in order."""
        item = f"M{len(self.public) + 1}"
        self.public.append({"id": item, "skill": SKILL, "points": POINTS, "criterion": criterion})
        self.checks[item] = check

    def points(self):
        return POINTS * len(self.public)


def expect(rubric, missed=(), earned=None):
    """Points of every item for a sample: all but `missed`, or, where given, only `earned`."""
    ids = [item["id"] for item in rubric.public]
    unknown = (set(missed) | set(earned or ())) - set(ids)
    if unknown:
        raise ValueError(f"no such rubric items: {sorted(unknown)}")
    got = set(ids) - set(missed) if earned is None else set(earned)
    return {item: POINTS if item in got else 0 for item in ids}


def items(first, last):
    return [f"M{number}" for number in range(first, last + 1)]
