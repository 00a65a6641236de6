"""Small helpers for every file of a pack: bilingual texts, JSON that reads well, writing and comparing."""

import hashlib
import json
from pathlib import Path

LINE = 120


def text(zh, en):
    return {"zh": zh, "en": en}


def lines(*pairs):
    """Joins (zh, en) paragraphs into one text; a line break starts a paragraph."""
    return text("\n".join(zh for zh, _ in pairs), "\n".join(en for _, en in pairs))


def to_json(value):
    return _render(value, 0) + "\n"


def _render(value, indent):
    """A value that fits into a line stays on it, so that a box or a rubric item is one line and not twelve."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or (indent > 0 and indent + len(flat) <= LINE):
        return flat
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        rows = [f"{pad}{json.dumps(k, ensure_ascii=False)}: {_render(v, indent + 2)}" for k, v in value.items()]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    rows = [pad + _render(v, indent + 2) for v in value]
    return "[\n" + ",\n".join(rows) + "\n" + " " * indent + "]"


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def write_files(folder, files):
    for name, content in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))


def differing_files(folder, files):
    """Names whose bytes on the disk are not the generated ones, and JSON files that nothing here generates."""
    folder = Path(folder)
    wrong = [name for name, content in files.items()
             if not (folder / name).is_file() or (folder / name).read_bytes() != content.encode("utf-8")]
    stray = [p.relative_to(folder).as_posix() for p in folder.rglob("*.json")]
    return sorted(wrong + [name for name in stray if name not in files])
