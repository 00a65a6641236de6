"""key/samples: joins the samples of the three questions; a question that a sample leaves out is untouched and earns 0."""

import audio_samples
import image_samples
import text_samples
from rubric import expect

MODULES = {"image-boxes": image_samples, "text-labels": text_samples, "audio-segments": audio_samples}
EXPECTED_TOTALS = {"perfect": 30.0, "empty": 0.0, "saved_but_empty": 0.0, "half": 15.0}
GUESS_LIMIT = 4.0  # points of a question: a constant strategy stays below 8 of 20 half-points


def samples():
    by_question = {question: module.samples() for question, module in MODULES.items()}
    names = ["empty"] + list(dict.fromkeys(name for rows in by_question.values() for name in rows))
    files = {}
    for name in names:
        answers, points = {}, {}
        for question, rows in by_question.items():
            untouched = expect(MODULES[question].RUBRIC, earned=[])
            if name in rows:
                answers[question] = rows[name][0]
            points[question] = rows[name][1] if name in rows else untouched
        files[name] = {"answers": answers, "expect": points}
        _check_totals(name, points)
    return files


def _check_totals(name, points):
    total = sum(sum(rows.values()) for rows in points.values())
    assert total == EXPECTED_TOTALS.get(name, total), f"{name}: {total}"
    if name == "junk_one_for_all" or name.startswith("text_all_"):
        assert all(sum(rows.values()) < GUESS_LIMIT for rows in points.values()), name
