"""pack.json: what the paper is."""

from pack_files import sha256, text

QUESTIONS = ("image-boxes", "text-labels", "audio-segments")
MINUTES = {"image-boxes": 18, "text-labels": 12, "audio-segments": 18}


def pack(media_folder):
    media = sorted(p for p in media_folder.iterdir() if p.is_file())
    return {
        "format": 1,
        "id": "6f0c2a54-9d1e-4b7a-8a35-1f2be7c0d5e1",
        "version": 1,
        "title": text("人工智能训练师五级 · 数据标注入门卷", "AI trainer, level 5 · starter paper in data labelling"),
        "level": 5,
        "minutes": sum(MINUTES.values()),
        "points": 30.0,
        "pass_mark": 18.0,
        "modules": [{"title": text("数据标注", "Data labelling"), "questions": list(QUESTIONS)}],
        "media": {f"media/{path.name}": sha256(path) for path in media},
        "licence": "CC0-1.0",
        "authors": ["The biaokao authors"],
    }
