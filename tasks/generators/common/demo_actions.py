"""What a user does on the screen of 1366 × 768, as lines of a demonstration. Points on a canvas are pixels of the picture,
seconds and height (0 to 1), or code points and line."""

import json

WORK = "exam/work_pane/work/"
CANVAS = WORK + "canvas"


def click(on):
    return {"do": "click", "on": on}


def click_at(point):
    return {"do": "click", "on": CANVAS, "from": list(point)}


def double_click_at(point):
    return {"do": "double_click", "on": CANVAS, "from": list(point)}


def key(chord):
    return {"do": "key", "text": chord}


def typed(words):
    return {"do": "type", "text": words}


def shot(name):
    return {"do": "shot", "text": name}


def pause(ms=600):
    # Longer than a double click, so that two drags stay two.
    return {"do": "wait", "ms": ms}


def drag(start, end):
    return {"do": "drag", "on": CANVAS, "from": list(start), "to": list(end)}


def digit(ids, wanted):
    return key(str(ids.index(wanted) + 1))


def opening():
    return [shot("01-start"), click("start/right/name"), typed("李晓明"), key("Enter"), click("start/right/ticket"),
            typed("2026110500217"), key("Enter"), click("start/right/begin"), shot("02-briefing"),
            click("briefing/all/begin"), pause()]


def hand_in(before, review, confirm, result):
    """With the names of four pictures."""
    return [shot(before), click("exam/review"), shot(review), click("review/all/hand_in"),
            shot(confirm), click("review/all/confirm/yes"), pause(), shot(result)]


def to_lines(total, actions):
    head = {"pack": "..", "expect": {"total": total}}
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [head, *actions])
