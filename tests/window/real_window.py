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

    def settled(self, widget):
        """Where the widget stands once it stands still: tables find their column widths in the second frame."""
        rect = None
        while rect != self.see(widget)["rect"]:
            rect = self.see(widget)["rect"]
            select_wait(0.15)
        return rect

    def click(self, widget):
        x, y, width, height = self.settled(widget)
        self.xdotool("mousemove", int(x + width / 2), int(y + height / 2), "click", 1)

    def drag(self, canvas, start, end):
        origin_x, origin_y, unit_x, unit_y = self.see(canvas)["content"]
        points = [(int(origin_x + x * unit_x), int(origin_y + y * unit_y)) for x, y in (start, end)]
        middle = tuple((a + b) // 2 for a, b in zip(*points))
        self.xdotool("mousemove", *points[0], "mousedown", 1, "mousemove", *middle, "mousemove", *points[1], "mouseup", 1)

    def key(self, *chords):
        self.xdotool("key", *chords)

    def type(self, words):
        # xdotool lends a key to each Chinese character; a slow client must have read it before the key is lent again.
        self.xdotool("type", "--delay", 300, words)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()

    def session_files(self):
        return sorted(self.home.glob("sessions/*/session.biaokao"))


def select_wait(seconds):
    """Between two looks at the probe file; no result depends on how long it is."""
    time.sleep(seconds)
