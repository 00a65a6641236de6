"""Renders the scenes and measures the boxes in them. References come from here: from the scene, never from a guess.

Each object is rendered alone on a plain background (its full outline, also beyond the edge of the picture), and the
scene with and without it (what is seen of it). No anti-aliasing, no light: a pixel belongs to an object or not.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from scene_objects import OBJECTS

SCENES = Path(__file__).resolve().parent / "scenes"
BOXES = SCENES / "boxes.json"
WIDTH, HEIGHT = 1600, 1000
WIDE = 2  # the measuring camera sees twice as far to every side


def povray(scene, out, *options):
    command = ["povray", f"+I{scene}.pov", f"+O{out}", f"+W{WIDTH}", f"+H{HEIGHT}", "+WT1", "-D", "-GA", "+L.", *options]
    done = subprocess.run(command, cwd=SCENES, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"povray failed on {scene}:\n{done.stderr[-3000:]}")


def write_pictures(folder, scenes=tuple(OBJECTS)):
    folder.mkdir(parents=True, exist_ok=True)
    for scene in scenes:
        path = folder / f"{scene}.jpg"
        povray(scene, path, "+FJ", "Compression=92", "+Q9", "+A0.25", "+AM2", "+R2", "-J")
        path.write_bytes(_without_comments(path.read_bytes()))


def _without_comments(jpeg):
    """POV-Ray writes the date into a comment; without it the same scene gives the same bytes."""
    kept, at = [jpeg[:2]], 2
    while jpeg[at + 1] != 0xDA:  # up to the start of the scan, every part of a JPEG carries its length
        end = at + 2 + int.from_bytes(jpeg[at + 2:at + 4], "big")
        if jpeg[at + 1] != 0xFE:
            kept.append(jpeg[at:end])
        at = end
    return b"".join(kept) + jpeg[at:]


def _pixels(scene, folder, *declares):
    """Rows of 16-bit RGB of a flat render: ambient colours only, no light, no anti-aliasing."""
    out = Path(folder) / "flat.ppm"
    povray(scene, out, "+FP16", "+Q1", "-A", *[f"Declare={d}" for d in declares])
    body = out.read_bytes()[-WIDTH * HEIGHT * 6:]  # what stands before is the header of the PPM
    return [body[y * WIDTH * 6:(y + 1) * WIDTH * 6] for y in range(HEIGHT)]


def _mask(rows, others):
    """Columns of each row where two renders differ."""
    found = {}
    for y, (a, b) in enumerate(zip(rows, others)):
        if a != b:
            found[y] = {x for x in range(WIDTH) if a[6 * x:6 * x + 6] != b[6 * x:6 * x + 6]}
    return found


def _box(mask):
    if not mask:
        return None
    left, right = min(min(xs) for xs in mask.values()), max(max(xs) for xs in mask.values())
    return [left, min(mask), right - left + 1, max(mask) - min(mask) + 1]


def _count(mask):
    return sum(len(xs) for xs in mask.values())


def _measure_object(scene, number, folder, whole, empty):
    alone = _mask(_pixels(scene, folder, f"Only={number}"), empty)
    wide = _mask(_pixels(scene, folder, f"Only={number}", f"Wide={WIDE}"), empty)
    without = _mask(whole, _pixels(scene, folder, f"Without={number}"))
    visible = {y: xs & alone[y] for y, xs in without.items() if y in alone and xs & alone[y]}
    share = _count(visible) / (_count(wide) * WIDE * WIDE)
    return {"box": _box(alone), "visible_box": _box(visible), "visible_share": round(min(1.0, share), 3)}


def measure():
    """Writes scenes/boxes.json."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for scene, objects in OBJECTS.items():
            whole, empty = _pixels(scene, folder), _pixels(scene, folder, "Only=999")
            rows = [f'      "{name}": {json.dumps(_measure_object(scene, number, folder, whole, empty))}'
                    for name, number in objects.items()]
            lines.append('  "%s": {\n    "size": [%d, %d],\n    "objects": {\n%s\n    }\n  }'
                         % (scene, WIDTH, HEIGHT, ",\n".join(rows)))
    BOXES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
