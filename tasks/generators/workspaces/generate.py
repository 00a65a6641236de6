#!/usr/bin/env python3
"""Makes tasks/packs/workspaces: one small question for each shape, for text and for sound.

generate.py                     draws, sounds and writes the whole pack; needs nothing but Python
generate.py --references-only   makes every JSON file and compares it byte for byte with the pack
generate.py --json              writes the JSON files alone
"""

import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the generator leaves nothing but the pack
HERE = Path(__file__).resolve().parent
PACK = HERE.parents[1] / "packs" / "workspaces"
sys.path.insert(0, str(HERE.parent / "common"))


def json_files():
    import demo
    import paper
    from pack_files import to_json
    files = {name: to_json(value) for name, value in paper.files(PACK / "media").items()}
    return {**files, "key/demo.jsonl": demo.lines(paper.all_questions())}


def write_media():
    import material
    media = PACK / "media"
    media.mkdir(parents=True, exist_ok=True)
    for name, data in material.pictures():
        (media / name).write_bytes(data)
    material.write_recordings(media)


if __name__ == "__main__":
    from pack_generator import run
    sys.exit(run(PACK, json_files, write_media))
