"""The demonstration of the workspaces: a candidate who uses every tool once, and makes no mistake but one: the right lane
line is told to be the left one, so that the result has something to show."""

import material
from demo_actions import WORK, click, click_at, digit, double_click_at, drag, hand_in, key, opening, pause, shot, to_lines, typed

LOST = 0.5
BRUSH_RADIUS = 12


def _begin(name):
    return [click(f"exam/list/questions/{name}"), pause(2000)]


def _end(name):
    return [key("Ctrl+S"), shot(f"03-{name}"), pause()]


def boxes():
    for x, y, width, height in (material.CRATE, material.DRUM):
        yield from [key("W"), drag([x, y], [x + width, y + height])]
        yield from [key("1" if [x, y, width, height] == material.CRATE else "2"), pause()]
        if [x, y, width, height] == material.CRATE:
            yield click(f"{WORK}side/attributes/state/closed")
    yield click(f"{WORK}side/classes/place/indoors")


def turned():
    cx, cy, width, height, degrees = material.PARCEL
    yield from [key("O"), drag([cx - width / 2, cy - height / 2], [cx + width / 2, cy + height / 2]), key("1"), pause()]
    yield from [key(".") for _ in range(degrees)]


def outline():
    yield from [key("P"), *(step for corner in material.PLATE for step in (click_at(corner), pause())), key("Enter"), key("1"),
                pause()]


def lanes():
    for lane, side in ((material.LEFT_LANE, "left"), (material.RIGHT_LANE, "left")):
        yield from [key("L"), *(step for vertex in lane for step in (click_at(vertex), pause())), key("Enter"), key("1"),
                    pause()]
        yield from [click(f"{WORK}side/attributes/side"), click(f"{WORK}side/attributes/side/{side}"), pause()]


def points():
    yield key("K")
    for x, y, _ in material.FIGURE.values():
        yield from [click_at([x, y]), pause()]
    yield from [key("1"), pause(), key("V"), click_at(material.FIGURE["right_foot"][:2]), pause(), key("J"), pause()]


def area():
    """Stripes of the brush over the puddle, island and all; then the eraser on the island."""
    yield from [key("B"), key("]")]  # 25 px
    for y in range(0, material.SIZE[1], 8):
        whole = [x for x in range(material.SIZE[0]) if _fits_brush(x, y)]
        if whole:
            yield from [drag([whole[0], y], [whole[-1] + 1, y]), pause()]
    yield from [key("E"), *[key("]")] * 4, drag([250, 236], [270, 236]), pause()]  # 45 px


def _fits_brush(x, y):
    """Is the puddle, with its island, under the whole brush?"""
    def filled(px, py):
        return material.in_puddle(px, py) or ((px - 260) / 34) ** 2 + ((py - 236) / 24) ** 2 <= 1
    return all(filled(x + dx * BRUSH_RADIUS, y + dy * BRUSH_RADIUS) for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)))


def wheels():
    """Two wheels and a tyre, the wheels chosen by an area around them and grouped; a double click takes both again."""
    for number, (cx, cy, rx, ry, degrees) in enumerate((*material.WHEELS, material.TYRE)):
        yield from [key("I"), drag([cx - rx, cy - ry], [cx + rx, cy + ry]), key("1" if number < 2 else "2"), pause()]
        yield from [key(".") for _ in range(degrees)]
    yield from [key("V"), drag([110, 200], [465, 395]), key("Ctrl+G"), pause()]
    yield from [click_at([600, 40]), pause(), double_click_at(material.WHEELS[0][:2]), pause()]


def signs():
    """The second picture comes by itself; saved in the end, each in its turn."""
    for corners in material.SIGNS.values():
        for corner in corners:
            yield from [click_at(corner), pause()]
    yield from [key("Ctrl+S"), key("A"), pause(2000)]


def entities(question):
    labels = [label["id"] for label in question.labels["objects"]]
    objects = question.reference["objects"]
    for drawn in objects.values():
        if "span" in drawn:
            start, end = drawn["span"]
            yield from [drag([start, 0], [end, 0]), digit(labels, drawn["label"]), key("Esc"), key("Esc"), pause()]
    for drawn in objects.values():
        if "relation" in drawn:
            head, tail = (objects[end]["span"][0] + 0.5 for end in drawn["relation"])
            yield from [click_at([head, 0]), key("R"), click_at([tail, 0]), digit(labels, drawn["label"]), key("Esc"), key("Esc"),
                        pause()]
    yield key("1")  # the class of the text, as nothing is selected


def topics(question):
    """The check mark is refused while nothing is ticked, and the reason leads back; one tick too many is taken away again;
    Ctrl+Enter goes on to the review that is not checked yet."""
    spans = [label["id"] for label in question.labels["objects"]]
    options = [option["id"] for option in question.labels["classes"][0]["options"]]
    chosen = {item: given["class"]["topics"] for item, given in question.reference["items"].items()}
    yield from [key("C"), shot("03-topics-refused"), click(f"{WORK}check_refused/reasons/0"), pause()]
    for drawn in question.reference["objects"].values():
        start, end = drawn["span"]
        yield from [drag([start, 0], [end, 0]), digit(spans, drawn["label"]), key("Esc"), key("Esc"), pause()]
    yield from [digit(options, topic) for topic in chosen["noodles"]]
    yield from [digit(options, "price"), digit(options, "price"), shot("03-topics-noodles"), key("Ctrl+Enter"), pause()]
    yield from [click(f"{WORK}classes/topics/{topic}") for topic in chosen["hotel"]]
    yield from [click(f"{WORK}side/check"), key("Ctrl+K"), key("Ctrl+K"), key("Ctrl+Shift+D"), pause()]


def sounds(question):
    labels = [label["id"] for label in question.labels["objects"]]
    yield key("G")
    for drawn in question.reference["objects"].values():
        start, end = drawn["segment"]
        yield from [key("Esc"), key("Esc"), key("Up"), *([key("Down")] if drawn["label"] == "hum" else []),
                    drag([start, 0.5], [end, 0.6]), digit(labels, drawn["label"]), pause()]
        if "text" in drawn:
            yield from [click(WORK + "transcript"), typed(drawn["text"]), key("Esc")]


def recording(question):
    start, end = question.reference["objects"]["r1"]["segment"]
    yield from [drag([start, 0.5], [end, 0.6]), key("1"), pause()]
    fields = question.reference["items"]["door"]["attributes"]
    for name in ("rate", "channels", "seconds"):
        yield from [click(f"{WORK}side/fields/{name}"), typed(str(fields[name])), key("Enter")]
    yield click(f"{WORK}side/fields/side/{fields['side']}")


def stretches(question):
    """Cuts by Enter, by a drag and by a double click; a boundary that is dragged into its place; a part that is joined."""
    labels = [label["id"] for label in question.labels["objects"]]
    _, hum, _, rustle, _ = (question.reference["objects"][f"r{n}"] for n in range(1, 6))
    (hum_start, hum_end), (rustle_start, rustle_end) = hum["segment"], rustle["segment"]
    yield from [click_at([hum_start, 0.6]), key("Enter"), digit(labels, "hum"), pause()]
    yield from [click_at([hum_end, 0.6]), key("Enter"), digit(labels, "quiet"), pause()]
    yield from [drag([rustle_start - 0.6, 0.6], [rustle_end, 0.6]), digit(labels, "rustle"), pause()]
    yield from [click(WORK + "transcript"), typed(rustle["text"]), key("Esc")]
    yield from [drag([rustle_start - 0.6, 0.6], [rustle_start, 0.6]), pause()]
    yield from [click_at([rustle_end + 0.9, 0.6]), key("B"), pause(), key("Delete"), pause()]


def lines(questions):
    by_name = {question.name: question for question in questions}
    pictures = {"boxes": boxes, "turned": turned, "outline": outline, "lanes": lanes, "points": points, "area": area,
                "wheels": wheels, "signs": signs}
    others = {"entities": entities, "topics": topics, "sounds": sounds, "recording": recording,
              "stretches": stretches}
    actions = opening()
    for name, work in pictures.items():
        actions += [*_begin(name), *work(), *_end(name)]
    for name, work in others.items():
        actions += [*_begin(name), *work(by_name[name]), *_end(name)]
    actions += hand_in("04-saved", "05-review", "06-confirm", "07-result")
    for name in by_name:
        actions += [click(f"result/sheet_pane/questions/{name}"), pause(2000), shot(f"08-result-{name}")]
    total = sum(question.rubric.points() for question in questions) - LOST
    return to_lines(total, actions)
