#!/usr/bin/env python3
"""Makes tasks/packs/l5-starter.

generate.py                     renders, speaks, measures and writes the whole pack (needs povray, espeak-ng, sox)
generate.py --references-only   makes every JSON file from the committed measurements and compares it byte for byte
generate.py --json              writes the JSON files alone, after a change of words or rules
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the generator leaves nothing but the pack
HERE = Path(__file__).resolve().parent
PACK = HERE.parents[1] / "packs" / "l5-starter"
sys.path.insert(0, str(HERE.parent / "common"))


def json_files():
    # Imported late: these modules read what a render and a mix have measured.
    import audio_segments
    import demo
    import image_boxes
    import paper
    import samples
    import text_labels
    from pack_files import to_json
    files = {"pack.json": paper.pack(PACK / "media")}
    for name, module in (("image-boxes", image_boxes), ("text-labels", text_labels), ("audio-segments", audio_segments)):
        files[f"questions/{name}.json"] = module.question()
        files[f"key/{name}.json"] = module.key()
    files.update({f"key/samples/{name}.json": sample for name, sample in samples.samples().items()})
    texts = {name: to_json(value) for name, value in files.items()}
    texts["key/demo.jsonl"] = demo.lines(texts, {name: json.loads(texts[f"key/{name}.json"])["reference"].get("file_name")
                                                    for name in ("image-boxes", "text-labels")})
    return texts


def write_media():
    import render_scenes
    import speak_dialogue
    media = PACK / "media"
    speak_dialogue.write_recording(media / "dialogue.wav")
    render_scenes.measure()
    render_scenes.write_pictures(media)


if __name__ == "__main__":
    from pack_generator import run
    sys.exit(run(PACK, json_files, write_media))
