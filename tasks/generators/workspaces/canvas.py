"""A small picture painter: filled shapes with smooth edges, written as PNG. Needs nothing but Python, so that the
pictures come out alike everywhere (their bytes depend on the version of zlib alone)."""

import math
import struct
import zlib

GRID = 4  # sub-pixels on a side


class Canvas:
    def __init__(self, width, height, background):
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(background) * width) for _ in range(height)]

    def fill(self, inside, bounds, colour):
        """Paints where inside(x, y) holds; bounds = (left, top, right, bottom) in pixels around it."""
        left, top = max(0, math.floor(bounds[0])), max(0, math.floor(bounds[1]))
        right, bottom = min(self.width, math.ceil(bounds[2])), min(self.height, math.ceil(bounds[3]))
        steps = [(i + 0.5) / GRID for i in range(GRID)]
        for y in range(top, bottom):
            row = self.rows[y]
            for x in range(left, right):
                share = sum(inside(x + dx, y + dy) for dy in steps for dx in steps) / GRID**2
                if share > 0:
                    for channel in range(3):
                        at = 3 * x + channel
                        row[at] = round(row[at] + (colour[channel] - row[at]) * share)

    def polygon(self, points, colour):
        self.fill(lambda x, y: in_polygon(points, x, y), bounds_of(points), colour)

    def ellipse(self, cx, cy, rx, ry, colour):
        self.fill(lambda x, y: ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1,
                  (cx - rx, cy - ry, cx + rx, cy + ry), colour)

    def line(self, points, width, colour):
        half = width / 2
        left, top, right, bottom = bounds_of(points)
        self.fill(lambda x, y: any(distance(x, y, a, b) <= half for a, b in zip(points, points[1:])),
                  (left - half, top - half, right + half, bottom + half), colour)

    def rectangle(self, x, y, width, height, colour):
        self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], colour)

    def png(self):
        raw = b"".join(b"\0" + bytes(row) for row in self.rows)
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw, 9)) + _chunk(b"IEND", b"")


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bounds_of(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def in_polygon(points, x, y):
    inside = False
    for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside


def distance(x, y, a, b):
    """From a point to the segment a b."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0 if length == 0 else max(0, min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length))
    return math.hypot(x - a[0] - t * dx, y - a[1] - t * dy)


def turned_corners(cx, cy, width, height, degrees):
    """Corners of a rectangle turned clockwise on the screen (y grows downwards)."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(cx + sx * width / 2 * cos - sy * height / 2 * sin, cy + sx * width / 2 * sin + sy * height / 2 * cos)
            for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
