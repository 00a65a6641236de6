"""What every generate.py of a pack offers on the command line; each brings its own JSON files and media."""

import argparse
import sys

from pack_files import differing_files, write_files


def run(pack, json_files, write_media):
    """`json_files()` gives the text of each file by its name in the folder `pack`; `write_media()` writes the rest.
    Returns the exit code."""
    parser = argparse.ArgumentParser(description=f"Makes the pack {pack.name}.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--references-only", action="store_true", help="compare the JSON files, write nothing")
    mode.add_argument("--json", action="store_true", help="write the JSON files, leave the media")
    chosen = parser.parse_args()
    if chosen.references_only:
        wrong = differing_files(pack, json_files())
        for name in wrong:
            print(f"differs: {name}", file=sys.stderr)
        return 1 if wrong else 0
    if not chosen.json:
        write_media()
    write_files(pack, json_files())
    return 0
