"""What the pictures show and the recordings hold: one place for what is drawn and for what the reference says."""

import math

from canvas import Canvas, in_polygon, turned_corners
from sounds import RATE, add_beeps, add_hum, add_rustle, silence, write_wav

SIZE = (640, 480)
TABLE, SHADOW = (226, 222, 214), (205, 200, 190)
RED, BLUE, GREEN, YELLOW, DARK = (196, 62, 48), (52, 104, 178), (64, 140, 84), (222, 176, 52), (60, 58, 66)

CRATE = [90, 120, 150, 110]                    # x, y, width, height
DRUM = [400, 210, 96, 160]
PARCEL = [330, 240, 240, 120, 25]              # centre, width, height, degrees clockwise
PLATE = [(180, 90), (420, 130), (500, 300), (330, 400), (150, 320)]
LEFT_LANE = [(120, 460), (170, 330), (230, 220), (300, 60)]
RIGHT_LANE = [(560, 460), (500, 330), (450, 220), (380, 60)]
FIGURE = {"head": (320, 110, 2), "left_hand": (210, 230, 2), "right_hand": (430, 200, 2),
          "left_foot": (260, 420, 2), "right_foot": (390, 410, 1)}  # x, y, 2 visible or 1 hidden
STONE = [350, 330, 430, 450]                   # covers the right foot: left, top, right, bottom

WHEELS = [[190, 300, 50, 80, 0], [400, 280, 42, 72, 15]]  # of the cart: centre, half axes, degrees clockwise
TYRE = [545, 400, 72, 36, 0]                              # lies beside it


def in_ellipse(ellipse, x, y):
    cx, cy, rx, ry, degrees = ellipse
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = x - cx, y - cy
    return ((across * cosine + down * sine) / rx) ** 2 + ((down * cosine - across * sine) / ry) ** 2 <= 1

SIGNS = {"sign_left": [(230, 90), (330, 270), (130, 270)],   # three corners each
         "sign_right": [(430, 150), (520, 320), (340, 320)]}


def in_puddle(x, y):
    """Two pools that run into one another, with an island."""
    pools = ((x - 250) / 130) ** 2 + ((y - 240) / 90) ** 2 <= 1 or ((x - 400) / 110) ** 2 + ((y - 280) / 80) ** 2 <= 1
    return pools and ((x - 260) / 34) ** 2 + ((y - 236) / 24) ** 2 > 1


def pictures():
    yield "yard.png", _yard()
    yield "parcel.png", _parcel()
    yield "plate.png", _plate()
    yield "road.png", _road()
    yield "figure.png", _figure()
    yield "puddle.png", _puddle()
    for name, corners in SIGNS.items():
        yield f"{name}.png", _sign(corners)
    yield "cart.png", _cart()


def _table():
    canvas = Canvas(*SIZE, TABLE)
    for y in range(60, SIZE[1], 60):
        canvas.rectangle(0, y, SIZE[0], 2, SHADOW)
    return canvas


def _yard():
    canvas = _table()
    x, y, width, height = CRATE
    canvas.rectangle(x, y, width, height, RED)
    for slat in range(1, 4):
        canvas.rectangle(x + 8, y + slat * height / 4 - 3, width - 16, 6, (150, 44, 34))
    x, y, width, height = DRUM
    canvas.rectangle(x, y, width, height, BLUE)
    canvas.rectangle(x, y + 44, width, 8, (34, 74, 132))
    canvas.rectangle(x, y + 108, width, 8, (34, 74, 132))
    return canvas.png()


def _parcel():
    canvas = _table()
    cx, cy, width, height, degrees = PARCEL
    canvas.polygon(turned_corners(cx, cy, width, height, degrees), YELLOW)
    canvas.polygon(turned_corners(cx, cy, width, 16, degrees), (176, 130, 30))
    return canvas.png()


def _plate():
    canvas = _table()
    canvas.polygon(PLATE, GREEN)
    canvas.ellipse(300, 240, 18, 18, (40, 96, 56))
    return canvas.png()


def _sign(corners):
    canvas = Canvas(*SIZE, (186, 204, 214))
    canvas.rectangle(0, 380, SIZE[0], 100, (122, 128, 120))
    (top_x, top_y), _, (_, foot_y) = corners
    canvas.rectangle(top_x - 5, foot_y - 10, 10, 200, DARK)
    canvas.polygon(corners, RED)
    middle = (sum(x for x, _ in corners) / 3, sum(y for _, y in corners) / 3)
    canvas.polygon([tuple(m + 0.72 * (c - m) for m, c in zip(middle, corner)) for corner in corners], YELLOW)
    canvas.rectangle(top_x - 5, top_y + 70, 10, 60, DARK)
    return canvas.png()


def _road():
    canvas = Canvas(*SIZE, (92, 94, 98))
    canvas.rectangle(0, 0, SIZE[0], 60, (168, 196, 222))
    for lane in (LEFT_LANE, RIGHT_LANE):
        canvas.line(lane, 8, (240, 240, 236))
    return canvas.png()


def _figure():
    canvas = _table()
    neck, hip = (322, 160), (326, 290)
    spot = {name: (x, y) for name, (x, y, _) in FIGURE.items()}
    canvas.line([neck, hip], 16, DARK)
    for end in ("left_hand", "right_hand"):
        canvas.line([neck, spot[end]], 12, DARK)
    for end in ("left_foot", "right_foot"):
        canvas.line([hip, spot[end]], 12, DARK)
    canvas.ellipse(*spot["head"], 40, 46, (224, 170, 130))
    canvas.ellipse(*spot["head"], 6, 6, RED)  # the middle of the head
    for end in ("left_hand", "right_hand", "left_foot"):
        canvas.ellipse(*spot[end], 10, 10, RED)
    left, top, right, bottom = STONE
    canvas.ellipse((left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2, (128, 126, 122))
    return canvas.png()


def _puddle():
    canvas = _table()
    canvas.fill(in_puddle, (100, 120, 540, 400), BLUE)
    return canvas.png()


def _cart():
    canvas = _table()
    canvas.polygon([(130, 150), (450, 130), (470, 260), (150, 285)], YELLOW)
    canvas.polygon([(130, 150), (450, 130), (452, 146), (132, 167)], (176, 130, 30))
    canvas.line([(455, 170), (590, 110)], 12, DARK)
    for ellipse in (*WHEELS, TYRE):
        cx, cy, rx, ry, degrees = ellipse
        reach = max(rx, ry)
        bounds = (cx - reach, cy - reach, cx + reach, cy + reach)
        canvas.fill(lambda x, y: in_ellipse(ellipse, x, y), bounds, DARK)
        rim = [cx, cy, rx * 0.62, ry * 0.62, degrees]
        canvas.fill(lambda x, y: in_ellipse(rim, x, y), bounds, TABLE if ellipse == TYRE else (176, 176, 180))
        if ellipse != TYRE:
            canvas.ellipse(cx, cy, 9, 12, RED)
    return canvas.png()


BEEPS = [(1.0, 2.5), (5.0, 6.5)]     # seconds
HUM = (1.8, 5.6)                     # over the end of the first and the beginning of the second
DOOR_HUM = (0.5, 2.0)                # in the second recording, on the left
RUSTLE = (3.2, 4.4)                  # on the right
CHANNELS = {"alarm": 1, "door": 2}
SECONDS = {"alarm": 8.0, "door": 6.0}


def write_recordings(folder):
    alarm = silence(SECONDS["alarm"])
    for start, end in BEEPS:
        add_beeps(alarm, start, end, 880)
    add_hum(alarm, *HUM)
    write_wav(folder / "alarm.wav", [alarm])
    left, right = silence(SECONDS["door"]), silence(SECONDS["door"])
    add_hum(left, *DOOR_HUM)
    add_rustle(right, *RUSTLE)
    write_wav(folder / "door.wav", [left, right])


def area(points):
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1]))) / 2


assert area(PLATE) > 9 and in_polygon(PLATE, 300, 240) and math.isclose(RATE, 16000)
