"""Pictures of the port, the estuary and the sea."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix
from news.demo.pictures.landscapes import birds


def harbour_dawn(canvas: Canvas) -> None:
    """The fishing harbour before sunrise, mirrored in flat water."""
    canvas.gradient([(0, "#1d2c50"), (0.45, "#7a6a8c"), (0.75, "#ec9f76"), (1, "#fbd9a0")], 0, 640)
    canvas.clouds(60, 420, "#f2b79a", 0.55, cover=0.46, stretch=7)
    canvas.glow(1090, 590, 560, "#ffd08a", 1.0)
    canvas.disc(1090, 575, 40, "#fff1cc")
    for layer, (base, rise) in enumerate([(520, 60), (560, 48), (600, 34)]):
        canvas.ridge(base, rise, mix("#a98697", "#34415f", layer / 2), waves=1.5 + layer * 0.5, bottom=642)
        canvas.veil(base, 642, "#f6c393", 0.0, 0.35)
    canvas.box(0, 618, 560, 24, "#1b2338")
    for x, height in ((20, 88), (100, 120), (190, 76), (260, 104), (352, 84), (430, 66)):
        shed(canvas, x, 620, 74, height)
    for x, size in ((640, 1.0), (790, 0.8), (960, 1.15), (1290, 0.9), (1470, 1.2)):
        trawler(canvas, x, 640, size)
    canvas.water(641, "#28365a", depth=0.28, ripple=0.7)
    birds(canvas, 9, (820, 300), "#2a2c47")


def shed(canvas: Canvas, x: float, base: float, width: float, height: float) -> None:
    """Draw a quayside shed with a lit door."""
    canvas.box(x, base - height, width, height, "#1f2740")
    canvas.polygon(
        [(x - 4, base - height), (x + width / 2, base - height - 30), (x + width + 4, base - height)],
        "#151b2e",
    )
    canvas.box(x + width * 0.36, base - 34, width * 0.28, 34, "#f6bf6a", 0.92)
    canvas.glow(x + width / 2, base - 18, 70, "#f6a94f", 0.5)


def trawler(canvas: Canvas, x: float, base: float, size: float, hull: str = "#141a2c") -> None:
    """Draw a small fishing boat from the side, its waterline on `base`."""
    s = size
    canvas.polygon(
        [(x - 62 * s, base - 26 * s), (x + 74 * s, base - 34 * s), (x + 52 * s, base), (x - 54 * s, base)],
        hull,
    )
    canvas.box(x - 40 * s, base - 62 * s, 44 * s, 38 * s, "#2b3350")
    for window in range(3):
        canvas.box(x + (-36 + window * 14) * s, base - 56 * s, 9 * s, 10 * s, "#ffd98e")
    canvas.line([(x + 26 * s, base - 30 * s), (x + 26 * s, base - 150 * s)], hull, 4 * s)
    canvas.line([(x - 18 * s, base - 60 * s), (x - 18 * s, base - 118 * s)], hull, 3 * s)
    canvas.line([(x + 26 * s, base - 146 * s), (x + 72 * s, base - 36 * s)], hull, 1.6)
    canvas.line([(x + 26 * s, base - 146 * s), (x - 58 * s, base - 28 * s)], hull, 1.6)
    canvas.line([(x + 26 * s, base - 60 * s), (x - 14 * s, base - 126 * s)], hull, 3 * s)


def ferry(canvas: Canvas) -> None:
    """The island ferry under way, seen across the Sound."""
    canvas.gradient([(0, "#5a8fb3"), (0.7, "#bcd6d8"), (1, "#f2ead2")], 0, 560)
    canvas.clouds(40, 430, "#ffffff", 0.9, cover=0.46, stretch=6)
    canvas.ridge(520, 34, "#8fa9b5", waves=1.2, bottom=562)
    canvas.ridge(546, 22, "#6c8d90", waves=2.1, bottom=562)
    canvas.gradient([(0, "#9cc0c1"), (0.3, "#3f8391"), (1, "#12405a")], 560)
    for row in range(44):
        y = 566 + row**1.6 * 1.15
        swell = [
            (x, y + math.sin(x / (46 + row * 6) + row * 2.3) * (1 + row * 0.26)) for x in range(0, 1620, 20)
        ]
        canvas.line(swell, "#e2f1ec" if row % 2 else "#0e3348", 1 + row * 0.08, 0.3)
    canvas.polygon([(330, 640), (1240, 640), (1176, 722), (392, 722)], "#16324f")
    canvas.polygon([(384, 706), (1188, 706), (1176, 722), (392, 722)], "#b8432f")
    canvas.box(430, 572, 700, 70, "#f7f3e8", round_=6)
    canvas.box(500, 512, 520, 62, "#ece6d6", round_=6)
    canvas.box(860, 462, 150, 52, "#f7f3e8", round_=6)
    canvas.polygon([(600, 512), (684, 512), (668, 424), (612, 424)], "#d9a02f")
    canvas.box(610, 424, 60, 18, "#16324f")
    for deck, (y, start, count) in enumerate([(592, 452, 22), (530, 524, 15), (476, 876, 5)]):
        for window in range(count):
            canvas.box(
                start + window * (31 if deck == 0 else 32 if deck == 1 else 26),
                y,
                18,
                20,
                "#35566e",
                round_=4,
            )
    for puff in range(7):
        canvas.disc(600 - puff * 46, 405 - puff * 16, 22 + puff * 9, "#f4f1ea", 0.42 - puff * 0.05)
    canvas.polygon(
        [(392, 716), (60, 742), (30, 760), (420, 736), (1180, 734), (1320, 744), (1180, 718)], "#f4faf6", 0.85
    )
    birds(canvas, 8, (1080, 330), "#f9f6ee", 20)


def lighthouse(canvas: Canvas) -> None:
    """A lighthouse on its rock at nightfall, its beam over the water."""
    canvas.gradient([(0, "#0d1633"), (0.55, "#33426e"), (0.85, "#a3718a"), (1, "#e79d7c")], 0, 760)
    for _ in range(260):
        canvas.disc(
            canvas.random.random() * WIDTH,
            canvas.random.random() * 460,
            0.7 + canvas.random.random(),
            "#f5efdc",
            0.8,
        )
    canvas.clouds(380, 700, "#5d5478", 0.7, cover=0.4, stretch=8)
    canvas.water(760, "#141d3c", depth=0.35, ripple=0.8)
    for step in range(1, 31):
        reach = step / 30
        canvas.polygon(
            [(1130, 268), (1130 - 1130 * reach, 268 - 190 * reach), (1130 - 1130 * reach, 268 + 40 * reach)],
            "#fff0b8",
            0.022,
        )
        canvas.polygon(
            [(1130, 268), (1130 + 470 * reach, 268 - 70 * reach), (1130 + 470 * reach, 268 + 60 * reach)],
            "#fff0b8",
            0.022,
        )
    canvas.polygon(
        [
            (760, 800),
            (860, 742),
            (1000, 700),
            (1120, 688),
            (1300, 702),
            (1430, 752),
            (1600, 780),
            (1600, 900),
            (700, 870),
        ],
        "#0b1124",
    )
    canvas.polygon([(1082, 700), (1104, 310), (1156, 310), (1178, 700)], "#efe6d4")
    canvas.polygon([(1130, 700), (1132, 310), (1156, 310), (1178, 700)], "#8f8694", 0.75)
    for band in range(3):
        top = 380 + band * 108
        spread = (top - 310) / 390 * 22
        canvas.polygon(
            [
                (1104 - spread, top),
                (1156 + spread, top),
                (1159 + spread, top + 54),
                (1101 - spread, top + 54),
            ],
            "#b8432f",
            0.92,
        )
    canvas.box(1094, 298, 72, 14, "#0b1124")
    canvas.box(1112, 248, 36, 50, "#fff4c4")
    canvas.polygon([(1104, 250), (1130, 216), (1156, 250)], "#0b1124")
    canvas.glow(1130, 270, 250, "#fff0b0", 1.0)
    canvas.box(1200, 640, 120, 60, "#151c33")
    canvas.polygon([(1192, 642), (1260, 604), (1328, 642)], "#0b1124")
    canvas.box(1226, 660, 18, 22, "#f7c66c")
    canvas.box(1276, 660, 18, 22, "#f7c66c")


def quay_houses(canvas: Canvas) -> None:
    """Painted houses on the quay at Brackwater, mirrored at high tide."""
    canvas.gradient([(0, "#6fa3c4"), (1, "#e9efe2")], 0, 640)
    canvas.clouds(20, 420, "#ffffff", 0.9, cover=0.5, stretch=4)
    canvas.ridge(430, 60, "#7c9b86", waves=1.1, bottom=642)
    paints = [
        "#d9705a",
        "#f0c36b",
        "#6a9fa8",
        "#f4e7d0",
        "#8d5f6e",
        "#88a97c",
        "#e6a07d",
        "#4f7391",
        "#f7f0e2",
        "#c9564b",
    ]
    x = -20.0
    for index in range(14):
        width = 104 + canvas.random.random() * 34
        cottage(canvas, x, 612, width, 170 + canvas.random.random() * 110, paints[index % len(paints)])
        x += width
    canvas.box(0, 610, WIDTH, 32, "#6a6258")
    canvas.box(0, 606, WIDTH, 6, "#9b9284")
    for place in (250, 690, 1180):
        trawler(canvas, place, 652, 0.9, "#2b3c4d" if place != 690 else "#8c2f28")
    canvas.water(650, "#2b5d6b", depth=0.28, ripple=0.8)


def cottage(canvas: Canvas, x: float, base: float, width: float, height: float, paint: str) -> None:
    """Draw one terraced house with slate roof, sash windows and door."""
    top = base - height
    canvas.polygon([(x, top), (x + width * 0.5, top - 58), (x + width, top)], "#4a4f58")
    canvas.box(x, top, width, height, paint)
    canvas.box(x, top, width * 0.12, height, "#000000", 0.07)
    canvas.box(x + width * 0.7, top - 66, 20, 50, "#7d4c3f")
    for row in range(int(height // 84)):
        for column in (0.16, 0.6):
            left, upper = x + width * column, top + 22 + row * 78
            canvas.box(left - 4, upper - 4, width * 0.24 + 8, 54, "#fbf7ee")
            canvas.box(left, upper, width * 0.24, 46, "#33475a")
            canvas.line([(left, upper + 23), (left + width * 0.24, upper + 23)], "#fbf7ee", 3)
    canvas.box(x + width * 0.4, base - 62, width * 0.2, 62, mix(paint, "#1c2030", 0.65))


def low_tide(canvas: Canvas) -> None:
    """Mud flats at low tide, channels shining, waders feeding."""
    canvas.gradient([(0, "#9fb6c9"), (0.6, "#e7d3c2"), (1, "#f7e6c8")], 0, 470)
    canvas.clouds(30, 420, "#fff7ea", 0.8, cover=0.5, stretch=6)
    canvas.glow(520, 430, 460, "#ffe3a8", 0.8)
    canvas.ridge(452, 16, "#8c93a0", waves=1.4, bottom=472)
    canvas.gradient([(0, "#b79f86"), (0.4, "#8a7564"), (1, "#453b38")], 470)
    for _ in range(170):
        depth = canvas.random.random() ** 1.7
        x, y = canvas.random.random() * WIDTH, 478 + depth * 570
        canvas.disc(x, y, 26 + depth * 190, "#5d4d44", 0.28, ry=1.5 + depth * 13)
        canvas.disc(x + 30, y + 4, 18 + depth * 150, "#f3dcb6", 0.3, ry=1 + depth * 7)
    left, right = [], []
    for step in range(60):
        depth = step / 59
        middle = 620 + math.sin(depth * 8.5) * (30 + 330 * depth) + depth * 260
        spread = 8 + 190 * depth**1.6
        left.append((middle - spread, 474 + depth**1.7 * 600))
        right.append((middle + spread, 474 + depth**1.7 * 600))
    canvas.polygon([*left, *reversed(right)], "#5d4d44", 0.6)
    bank = [
        ((a[0] * 0.93 + b[0] * 0.07, a[1] + 3), (a[0] * 0.07 + b[0] * 0.93, a[1] + 3))
        for a, b in zip(left, right, strict=True)
    ]
    canvas.polygon([*(edge[0] for edge in bank), *(edge[1] for edge in reversed(bank))], "#f4deb9")
    for _ in range(26):
        x, y = canvas.random.random() * WIDTH, 560 + canvas.random.random() * 430
        wader(canvas, x, y, 0.35 + (y - 520) / 420)


def wader(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Draw one long-legged bird, feet on the point."""
    side = canvas.random.choice((-1, 1))
    s = size * 22
    canvas.line([(x - s * 0.1, y), (x - s * 0.05, y - s)], "#3a2a26", 1.6 * size)
    canvas.line([(x + s * 0.2, y), (x + s * 0.1, y - s)], "#3a2a26", 1.6 * size)
    canvas.disc(x, y - s * 1.3, s * 0.75, "#54463f", ry=s * 0.42)
    canvas.disc(x, y - s * 1.15, s * 0.6, "#d9cbb8", ry=s * 0.25)
    canvas.disc(x + side * s * 0.85, y - s * 1.65, s * 0.28, "#54463f")
    canvas.line(
        [(x + side * s * 1.05, y - s * 1.62), (x + side * s * 1.75, y - s * 1.2)], "#2a2020", 1.8 * size
    )


def eelgrass(canvas: Canvas) -> None:
    """An eelgrass meadow under water, light falling through it."""
    canvas.gradient([(0, "#bfe7d3"), (0.25, "#5fb7a8"), (0.65, "#1f6f78"), (1, "#0b3340")])
    for ray in range(11):
        x = 60 + ray * 150 + canvas.random.random() * 90
        canvas.polygon(
            [(x, 0), (x + 46, 0), (x - 170 + ray * 8, 900), (x - 330 + ray * 8, 900)], "#f2fbe6", 0.085
        )
    canvas.glow(760, -40, 760, "#f4ffe4", 0.75)
    for layer in range(3):
        fill = mix("#3f9483", "#0f4a3c", layer / 2)
        for _ in range(150):
            blade(canvas, canvas.random.random() * WIDTH, HEIGHT, 280 + layer * 60, fill, 3 + layer * 3.5)
        for _ in range(10 if layer < 2 else 4):
            fish(
                canvas,
                canvas.random.random() * WIDTH,
                230 + canvas.random.random() * 400,
                12 + layer * 8,
                "#e8f3d8" if layer else "#9fd4c0",
            )
        canvas.veil(500, HEIGHT, "#1f6f78", 0.0, 0.3 - layer * 0.1)
    for _ in range(90):
        canvas.disc(
            canvas.random.random() * WIDTH,
            canvas.random.random() * HEIGHT,
            1 + canvas.random.random() * 3,
            "#effdf0",
            0.4,
        )


def blade(canvas: Canvas, x: float, base: float, height: float, fill: str, width: float) -> None:
    """Draw one ribbon of grass, swaying."""
    height *= 0.55 + canvas.random.random() * 0.75
    sway, phase = canvas.random.gauss(40, 36), canvas.random.random() * 3
    spine = [
        (x + sway * (t / 14) ** 1.6 + math.sin(t / 3 + phase) * 10, base - height * t / 14) for t in range(15)
    ]
    left = [(px - width * (1 - t / 15), py) for t, (px, py) in enumerate(spine)]
    right = [(px + width * (1 - t / 15), py) for t, (px, py) in enumerate(spine)]
    canvas.polygon([*left, *reversed(right)], mix(fill, "#9ccf86", canvas.random.random() * 0.45))


def fish(canvas: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """Draw one small fish, swimming left or right."""
    side = canvas.random.choice((-1, 1))
    canvas.disc(x, y, size, fill, 0.9, ry=size * 0.36)
    canvas.polygon(
        [
            (x - side * size * 0.8, y),
            (x - side * size * 1.5, y - size * 0.4),
            (x - side * size * 1.5, y + size * 0.4),
        ],
        fill,
        0.9,
    )
    canvas.disc(x + side * size * 0.6, y - size * 0.08, size * 0.1, "#12343b")


def rowing(canvas: Canvas) -> None:
    """Rowing eights racing, seen from above."""
    canvas.gradient([(0, "#2e7386"), (1, "#123f5c")])
    canvas.clouds(-200, HEIGHT + 500, "#6fb3b3", 0.35, cover=0.5, stretch=9)
    for _ in range(420):
        x, y, size = canvas.random.random() * WIDTH, canvas.random.random() * HEIGHT, canvas.random.random()
        canvas.line([(x, y), (x + 30 + 70 * size, y - 6)], "#d7eeea", 1.4, 0.12 + size * 0.12)
    crews = [("#d8573c", 170, 980), ("#f2b134", 400, 1230), ("#f4efe2", 640, 870), ("#7cc0a6", 880, 1100)]
    for lane in (285, 520, 760):
        for buoy in range(0, 1640, 64):
            canvas.disc(buoy + 20, lane - buoy * 0.05 + 40, 6, "#f0662f")
    for fill, y, bow in crews:
        eight(canvas, bow, y, fill)


def eight(canvas: Canvas, bow: float, y: float, fill: str) -> None:
    """Draw one boat with eight rowers and a cox, its bow to the right, a wake behind it."""

    def place(along: float, across: float) -> tuple[float, float]:
        return (bow - along + across * 0.05, y + across - (bow - along - 800) * 0.05)

    canvas.polygon([place(560, 0), place(1500, -42), place(1500, 42)], "#e5f4ef", 0.16)
    canvas.polygon(
        [place(0, 0), place(120, -13), place(470, -13), place(590, 0), place(470, 13), place(120, 13)], fill
    )
    canvas.polygon(
        [place(60, 0), place(130, -8), place(460, -8), place(520, 0), place(460, 8), place(130, 8)], "#27363f"
    )
    for seat in range(8):
        along = 130 + seat * 42
        side = 1 if seat % 2 else -1
        canvas.line([place(along, 0), place(along + 34, side * 92)], "#f6efdd", 3.4)
        canvas.polygon(
            [
                place(along + 30, side * 84),
                place(along + 42, side * 80),
                place(along + 48, side * 112),
                place(along + 32, side * 114),
            ],
            fill,
        )
        canvas.disc(*place(along + 42, side * 122), 16, "#eef8f4", 0.4, ry=8)
        canvas.disc(*place(along, 0), 11, fill)
        canvas.disc(*place(along - 3, 0), 6.5, "#5a3a2c")
    canvas.disc(*place(486, 0), 9, "#27363f")
    canvas.disc(*place(486, 0), 5.5, "#c98f6b")


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "harbour-dawn": harbour_dawn,
    "island-ferry": ferry,
    "lighthouse-night": lighthouse,
    "quay-houses": quay_houses,
    "low-tide": low_tide,
    "eelgrass-meadow": eelgrass,
    "rowing-eights": rowing,
}
