"""COCO's compressed run lengths of a mask: columns from left to right, each from top to bottom, runs of 0 first."""


def encode(inside, width, height):
    """{"size", "counts"} of the pixels whose centre lies inside."""
    counts, current, run = [], False, 0
    for x in range(width):
        for y in range(height):
            if inside(x + 0.5, y + 0.5) == current:
                run += 1
            else:
                counts.append(run)
                current, run = not current, 1
    counts.append(run)
    return {"size": [height, width], "counts": _compressed(counts)}


def _compressed(counts):
    text = []
    for index, count in enumerate(counts):
        value = count - counts[index - 2] if index > 2 else count
        more = True
        while more:
            part = value & 0x1F
            value >>= 5
            more = value != -1 if part & 0x10 else value != 0
            text.append(chr((part | 0x20 if more else part) + 48))
    return "".join(text)
