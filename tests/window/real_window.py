"""The real program in a real window: Xvfb, real mouse and key events through xdotool, positions from the probe file."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path


class Display:
    """An X server of its own, so that nothing else draws or types here."""

    def __init__(self, size="1366x768"):
        read_end, write_end = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                                       pass_fds=[write_end], stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as number:
            self.name = ":" + number.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


class Program:
    """One run of the window. `home` outlives it, as a candidate's folder does."""

    def __init__(self, binary, display, home, *arguments):
        self.home = Path(home)
        self.probe_path = self.home / "probe.json"
        self.probe_path.unlink(missing_ok=True)
        self.environment = dict(os.environ, DISPLAY=display.name, BIAOKAO_HOME=str(self.home),
                                BIAOKAO_PROBE_FILE=str(self.probe_path), ALSOFT_DRIVERS="null")
        sanitizer = self.environment.get("ASAN_OPTIONS", "")
        self.environment["ASAN_OPTIONS"] = sanitizer + ":detect_leaks=0"  # the GL driver's own
        self.process = subprocess.Popen([binary, *arguments], env=self.environment)

    def probe(self):
        try:
            return json.loads(self.probe_path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    def wait_for(self, wanted, what, seconds=60):
        """Polls the probe until `wanted(probe)` is true. The limit only ends a run that is broken."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            assert self.process.poll() is None, f"the program ended while waiting for {what}"
            probe = self.probe()
            if wanted(probe):
                return probe
            select_wait(0.02)
        raise AssertionError(f"never seen: {what}; on the screen: {', '.join(sorted(self.probe()))}")

    def see(self, widget):
        return self.wait_for(lambda probe: probe.get(widget, {}).get("visible"), widget)[widget]

    def xdotool(self, *words):
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def scroll_to(self, widget):
        """Turns the wheel at the edge of the panel around the widget until all of it can be seen."""
        for _ in range(50):
            probe = self.probe()
            panels = [probe[name] for name in panels_around(widget) if name in probe]
            rect = probe.get(widget, {}).get("rect")
            if rect is None or not panels or inside(rect, panels[0]["rect"]):
                return
            x, y, _, height = panels[0]["rect"]
            hidden_below = rect[1] + rect[3] / 2 > y + height / 2
            self.xdotool("mousemove", int(x + 3), int(y + height / 2), "click", 5 if hidden_below else 4)
            self.wait_until_idle()

    def settled(self, widget):
        """Where the widget stands once it stands still: tables find their column widths in the second frame."""
        rect = None
        while rect != self.see(widget)["rect"]:
            rect = self.see(widget)["rect"]
            select_wait(0.15)
        return rect

    def click(self, widget):
        self.scroll_to(widget)
        x, y, width, height = self.settled(widget)
        self.xdotool("mousemove", int(x + width / 2), int(y + height / 2), "click", 1)

    def points_in_window(self, canvas, *points):
        origin_x, origin_y, unit_x, unit_y = self.see(canvas)["content"]
        return [(int(origin_x + x * unit_x), int(origin_y + y * unit_y)) for x, y in points]

    def click_at(self, canvas, point, times=1):
        (place,) = self.points_in_window(canvas, point)
        self.xdotool("mousemove", *place, "click", "--repeat", times, "--delay", 50, 1)

    def drag(self, canvas, start, end):
        points = self.points_in_window(canvas, start, end)
        middle = tuple((a + b) // 2 for a, b in zip(*points))
        self.xdotool("mousemove", *points[0], "mousedown", 1, "mousemove", *middle, "mousemove", *points[1], "mouseup", 1)

    def key(self, *chords):
        self.xdotool("key", *chords)

    def type(self, words):
        # xdotool lends a key to each Chinese character; a slow client must have read it before the key is lent again.
        self.xdotool("type", "--delay", 300, words)

    def threads_sleep(self):
        stats = [(task / "stat").read_text().rsplit(")", 1)[1].split()[0] for task in self.tasks()]
        return all(state in "SI" for state in stats)

    def tasks(self):
        return Path(f"/proc/{self.process.pid}/task").iterdir()

    def wait_until_idle(self, seconds=60):
        """Until every thread of the program sleeps and the screen stays as it is, for several looks in a row."""
        end, calm, before = time.monotonic() + seconds, 0, None
        while calm < 4:
            assert time.monotonic() < end, "the program is never idle"
            assert self.process.poll() is None, "the program ended"
            probe = self.probe()
            calm = calm + 1 if probe == before and self.threads_sleep() else 0
            before = probe
            select_wait(0.02)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def session_files(self):
        return sorted(self.home.glob("sessions/*/session.biaokao"))


def panels_around(widget):
    """The panels around "a/b/c": "a/b/panel" and "a/panel", from the inside out."""
    parts = widget.split("/")
    return ["/".join([*parts[:size], "panel"]) for size in range(len(parts) - 1, 0, -1)]


def inside(rect, panel):
    return rect[1] >= panel[1] and rect[1] + rect[3] <= panel[1] + panel[3]


def select_wait(seconds):
    """Between two looks at the probe file; no result depends on how long it is."""
    time.sleep(seconds)
