"""Plays the demonstration of a pack (key/demo.jsonl) in the real window: each line with the mouse and keys of xdotool.

The same lines drive the rig; here the window system, the input queue and the real clock stand in between."""

import json

# X names of the keys that demonstrations write as themselves.
KEYSYMS = {"Esc": "Escape", "Enter": "Return", "PgUp": "Prior", "PgDn": "Next", ".": "period", ",": "comma",
           "[": "bracketleft", "]": "bracketright", "-": "minus", "=": "equal", "+": "plus"}
MODIFIERS = {"Ctrl": "ctrl", "Shift": "shift", "Alt": "alt"}


def keysym(chord):
    """"Ctrl+Shift+Z" → "ctrl+shift+z"."""
    *modifiers, key = [part or "+" for part in chord.split("+")] if chord != "+" else ["+"]
    return "+".join([MODIFIERS[name] for name in modifiers] + [KEYSYMS.get(key, key.lower() if len(key) == 1 else key)])


class Demonstration:
    def __init__(self, path):
        first, *actions = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.expected_total = first["expect"]["total"]
        self.actions = actions

    def play(self, program):
        for number, action in enumerate(self.actions, start=2):
            try:
                self.act(program, action)
                program.wait_until_idle()
            except AssertionError as error:
                raise AssertionError(f"line {number} of the demonstration, {json.dumps(action)}: {error}") from error

    @staticmethod
    def act(program, action):
        kind = action["do"]
        if kind == "click" and "from" in action:
            program.click_at(action["on"], action["from"])
        elif kind == "double_click":
            program.click_at(action["on"], action["from"], times=2)
        elif kind == "click":
            program.click(action["on"])
        elif kind == "drag":
            program.drag(action["on"], action["from"], action["to"])
        elif kind == "key":
            program.key(keysym(action["text"]))
        elif kind == "type":
            program.type(action["text"])
        else:
            assert kind in ("wait", "shot"), f"what is {kind}?"  # nobody looks on, and the window says itself when it is idle
