#!/usr/bin/env python3
"""usage: window_test.py BINARY PACK WORKSPACES: drives the real binary in a real window and grades what it wrote."""

import json
import random
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from demonstration import Demonstration
from real_window import Display, Program

BINARY, PACK, WORKSPACES = "", "", ""
CANVAS = "exam/work_pane/work/canvas"
KILLS = 50


def sheet_of(pack, submission):
    sheet = subprocess.run([BINARY, "grade", pack, str(submission), "--format", "json"], check=True, capture_output=True)
    return json.loads(sheet.stdout)


def graded(submission):
    questions = sheet_of(PACK, submission)["questions"]
    return {f"{question['id']}/{item['id']}": item["awarded"] for question in questions for item in question["items"]}


def reference_box(name):
    key = json.loads(Path(PACK, "key/image-boxes.json").read_text(encoding="utf-8"))
    drawn = key["reference"]["objects"][name]
    x, y, width, height = drawn["box"]
    return drawn["item"], (x, y), (x + width, y + height)


class RealWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()

    @classmethod
    def tearDownClass(cls):
        cls.display.close()

    def setUp(self):
        self.home = tempfile.TemporaryDirectory(prefix="biaokao-window-")
        self.programs = []

    def tearDown(self):
        for program in self.programs:
            program.close()
        self.home.cleanup()

    def start(self, *arguments):
        program = Program(BINARY, self.display, self.home.name, *arguments)
        self.programs.append(program)
        return program

    def see_picture(self, program):
        program.wait_for(lambda probe: "content" in probe.get(CANVAS, {}), "the picture")

    def begin_drill(self, name=""):
        program = self.start("drill", PACK)
        program.click("start/right/name")
        program.type(name)
        program.wait_for(lambda probe: probe.get("start/right/name", {}).get("value") == name, f"the name {name}")
        program.click("start/right/begin")
        program.click("briefing/all/begin")
        self.see_picture(program)
        return program

    def test_boxes_and_chinese_text_reach_the_score(self):
        program = self.begin_drill("张三丰")
        item, corner, opposite = reference_box("r1")
        self.assertEqual(item, "street")
        program.key("w")
        program.drag(CANVAS, corner, opposite)
        program.wait_for(lambda probe: any("side/objects/o1" in name for name in probe), "the first box")
        program.key("1")
        program.wait_for(lambda probe: any(name.endswith("side/objects/o1") and "人" in seen["label"]
                                           for name, seen in probe.items()), "its label")
        program.click("exam/work_pane/work/side/file_name")
        program.type("图像标注")
        program.key("Return")
        program.click("exam/review")
        program.click("review/all/hand_in")
        program.click("review/all/confirm/yes")
        code = program.see("result/code")["label"]
        self.assertRegex(code, r"^[0-9A-Z]{10}$")
        (submission,) = program.session_files()
        program.close()
        points = graded(submission)
        self.assertEqual(points["image-boxes/M1"], 0.5)   # found
        self.assertEqual(points["image-boxes/M7"], 0.5)   # tight
        self.assertEqual(points["image-boxes/M13"], 0.5)  # label
        self.assertEqual(points["image-boxes/M2"], 0)     # not drawn
        journal = submission.read_text(encoding="utf-8")
        self.assertIn("张三丰", journal)
        self.assertIn("图像标注", journal)

    def test_every_tool_of_the_workspaces_reaches_the_score(self):
        demonstration = Demonstration(Path(WORKSPACES, "key/demo.jsonl"))
        program = self.start("drill", WORKSPACES)
        demonstration.play(program)
        (submission,) = program.session_files()
        program.close()
        self.assertEqual(sheet_of(WORKSPACES, submission)["total"], demonstration.expected_total)

    def test_kill_at_any_moment_loses_nothing_acknowledged(self):
        seed = random.randrange(1 << 32)
        print(f"seed {seed}", file=sys.stderr)
        chance = random.Random(seed)
        program = self.begin_drill("李四")
        (submission,) = program.session_files()
        for _ in range(KILLS):
            program.key("w")
            x, y = chance.uniform(50, 1300), chance.uniform(50, 800)
            program.drag(CANVAS, (x, y), (x + 120, y + 90))
            program.key("1")
            time.sleep(chance.uniform(0, 0.25))  # the random moment is what is tested
            acknowledged = int(program.probe()["exam/saved"]["value"])
            program.kill()
            lines = submission.read_bytes().split(b"\n")[:-1]  # what follows the last newline is a torn tail
            self.assertGreaterEqual(len(lines), acknowledged)
            for number, line in enumerate(lines):
                self.assertEqual(json.loads(line)["n"], number)
            program = self.start()
            name = next(name for name in program.wait_for(lambda probe: any(n.endswith("/open") for n in probe), "the session")
                        if name.endswith("/open"))
            program.click(name)
            self.see_picture(program)
        program.close()
        subprocess.run([BINARY, "show", str(submission)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    BINARY, PACK, WORKSPACES = sys.argv[1:4]
    unittest.main(argv=sys.argv[:1], verbosity=2)
