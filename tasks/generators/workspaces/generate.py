#!/usr/bin/env python3
"""Makes tasks/packs/workspaces: one small question for each shape, for text and for sound.

generate.py                     draws, sounds and writes the whole pack; needs nothing but Python
generate.py --references-only   makes every JSON file and compares it byte for byte with the pack
generate.py --json              writes the JSON files alone
"""

import argparse
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


def main():
    parser = argparse.ArgumentParser(description="Makes the pack workspaces.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--references-only", action="store_true", help="compare the JSON files, write nothing")
    mode.add_argument("--json", action="store_true", help="write the JSON files, leave the media")
    chosen = parser.parse_args()
    from pack_files import differing_files, write_files
    if chosen.references_only:
        wrong = differing_files(PACK, json_files())
        for name in wrong:
            print(f"differs: {name}", file=sys.stderr)
        return 1 if wrong else 0
    if not chosen.json:
        write_media()
    write_files(PACK, json_files())
    return 0


if __name__ == "__main__":
    sys.exit(main())
