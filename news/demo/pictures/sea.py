"""Pictures of the Sound: on it, in it and at its edge."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix
from news.demo.pictures.figures import birds, fish, rowing_eight, wader


def island_ferry(canvas: Canvas) -> None:
    """The island ferry under way, seen across the Sound."""
    canvas.gradient([(0, "#5a8fb3"), (0.7, "#bcd6d8"), (1, "#f2ead2")], 0, 560)
    canvas.clouds(-40, 430, "#ffffff", 0.9, cover=0.46, stretch=6)
    canvas.ridge(520, 34, "#8fa9b5", waves=1.2, bottom=562)
    canvas.ridge(546, 22, "#6c8d90", waves=2.1, bottom=562)
    canvas.gradient([(0, "#9cc0c1"), (0.3, "#3f8391"), (1, "#12405a")], 560)
    canvas.waves(560, "#e2f1ec", "#0e3348", spread=1.15)
    for puff in range(7):
        canvas.disc(600 - puff * 46, 405 - puff * 16, 22 + puff * 9, "#f4f1ea", 0.42 - puff * 0.05)
    ship(canvas)
    canvas.polygon("392,716 60,742 30,760 420,736 1180,734 1320,744 1180,718", "#f4faf6", 0.85)
    birds(canvas.at(1080, 330), 8, "#f9f6ee", 20)


def ship(canvas: Canvas) -> None:
    """Draw the ferry: hull, three decks of windows, funnel."""
    canvas.polygon("330,640 1240,640 1176,722 392,722", "#16324f")
    canvas.polygon("384,706 1188,706 1176,722 392,722", "#b8432f")
    canvas.box(430, 572, 700, 70, "#f7f3e8", rounded=6)
    canvas.box(500, 512, 520, 62, "#ece6d6", rounded=6)
    canvas.box(860, 462, 150, 52, "#f7f3e8", rounded=6)
    canvas.polygon("600,512 684,512 668,424 612,424", "#d9a02f")
    canvas.box(610, 424, 60, 18, "#16324f")
    for x, y, windows, apart in ((452, 592, 22, 31), (524, 530, 15, 32), (876, 476, 5, 26)):
        for window in range(windows):
            canvas.box(x + window * apart, y, 18, 20, "#35566e", rounded=4)


def lighthouse(canvas: Canvas) -> None:
    """A lighthouse on its rock at nightfall, its beam over the water."""
    canvas.gradient([(0, "#0d1633"), (0.55, "#33426e"), (0.85, "#a3718a"), (1, "#e79d7c")], 0, 760)
    canvas.stars(260, 460)
    canvas.clouds(380, 700, "#5d5478", 0.7, cover=0.4, stretch=8)
    canvas.water(760, "#141d3c", depth=0.35, ripple=0.8)
    for step in range(1, 31):
        beam = canvas.at(1130, 268, step / 30)
        beam.polygon("0,0 -1130,-190 -1130,40", "#fff0b8", 0.022)
        beam.polygon("0,0 470,-70 470,60", "#fff0b8", 0.022)
    canvas.polygon("760,800 860,742 1000,700 1120,688 1300,702 1430,752 1600,780 1600,900 700,870", "#0b1124")
    light_tower(canvas.at(1130, 700))
    house = canvas.at(1260, 700)
    house.box(-60, -60, 120, 60, "#151c33")
    house.polygon("-68,-58 0,-96 68,-58", "#0b1124")
    house.box(-34, -40, 18, 22, "#f7c66c")
    house.box(16, -40, 18, 22, "#f7c66c")


def light_tower(canvas: Canvas) -> None:
    """Draw the striped tower with its lamp lit."""
    canvas.polygon("-48,0 -26,-390 26,-390 48,0", "#efe6d4")
    canvas.polygon("0,0 2,-390 26,-390 48,0", "#8f8694", 0.75)
    for band in range(3):
        wide = 26 + (70 + band * 108) / 390 * 22
        stripe = canvas.at(0, band * 108 - 320)
        stripe.polygon([(-wide, 0), (wide, 0), (wide + 3, 54), (-wide - 3, 54)], "#b8432f", 0.92)
    canvas.box(-36, -402, 72, 14, "#0b1124")
    canvas.box(-18, -452, 36, 50, "#fff4c4")
    canvas.polygon("-26,-450 0,-484 26,-450", "#0b1124")
    canvas.glow(0, -430, 250, "#fff0b0", 1.0)


def low_tide(canvas: Canvas) -> None:
    """Mud flats at low tide, a channel shining, waders feeding."""
    canvas.gradient([(0, "#9fb6c9"), (0.6, "#e7d3c2"), (1, "#f7e6c8")], 0, 470)
    canvas.clouds(-30, 420, "#fff7ea", 0.8, cover=0.5, stretch=6)
    canvas.glow(520, 430, 460, "#ffe3a8", 0.8)
    canvas.ridge(452, 16, "#8c93a0", waves=1.4, bottom=472)
    canvas.gradient([(0, "#b79f86"), (0.4, "#8a7564"), (1, "#453b38")], 470)
    for _ in range(170):
        depth = canvas.random.random() ** 1.7
        pool = canvas.at(canvas.random.random() * WIDTH, 478 + depth * 570)
        pool.disc(0, 0, 26 + depth * 190, "#5d4d44", 0.28, ry=1.5 + depth * 13)
        pool.disc(30, 4, 18 + depth * 150, "#f3dcb6", 0.3, ry=1 + depth * 7)
    channel(canvas, 1.0, "#5d4d44", 0.6)
    channel(canvas, 0.86, "#f4deb9", 1.0)
    for _ in range(26):
        x, y = canvas.anywhere(top=560, bottom=990)
        wader(canvas.at(x, y, 22 * (0.35 + (y - 520) / 420)))


def channel(canvas: Canvas, width: float, fill: str, opacity: float) -> None:
    """Draw the channel that winds from the horizon to our feet."""
    left, right = [], []
    for step in range(60):
        depth = step / 59
        middle = 620 + math.sin(depth * 8.5) * (30 + 330 * depth) + depth * 260
        spread = width * (8 + 190 * depth**1.6)
        left.append((middle - spread, 474 + depth**1.7 * 600))
        right.append((middle + spread, 474 + depth**1.7 * 600))
    canvas.polygon([*left, *reversed(right)], fill, opacity)


def eelgrass(canvas: Canvas) -> None:
    """An eelgrass meadow under water, light falling through it."""
    canvas.gradient([(0, "#bfe7d3"), (0.25, "#5fb7a8"), (0.65, "#1f6f78"), (1, "#0b3340")])
    for ray in range(11):
        beam = canvas.at(60 + ray * 150 + canvas.random.random() * 90, 0)
        beam.polygon("0,0 46,0 -130,900 -290,900", "#f2fbe6", 0.085)
    canvas.glow(760, -40, 760, "#f4ffe4", 0.75)
    for layer in range(3):
        fill = mix("#3f9483", "#0f4a3c", layer / 2)
        for _ in range(150):
            blade(canvas.at(canvas.random.random() * WIDTH, HEIGHT), 280 + layer * 60, fill, 3 + layer * 3.5)
        for _ in range(10 if layer < 2 else 4):
            fish(
                canvas.at(*canvas.anywhere(top=230, bottom=630), 12 + layer * 8),
                "#e8f3d8" if layer else "#9fd4c0",
            )
        canvas.veil(500, HEIGHT, "#1f6f78", 0.0, 0.3 - layer * 0.1)
    for _ in range(90):
        canvas.disc(*canvas.anywhere(), 1 + canvas.random.random() * 3, "#effdf0", 0.4)


def blade(canvas: Canvas, height: float, fill: str, width: float) -> None:
    """Draw one ribbon of grass, swaying."""
    height *= 0.55 + canvas.random.random() * 0.75
    sway, phase = canvas.random.gauss(40, 36), canvas.random.random() * 3
    spine = [(sway * (t / 14) ** 1.6 + math.sin(t / 3 + phase) * 10, -height * t / 14) for t in range(15)]
    left = [(x - width * (1 - t / 15), y) for t, (x, y) in enumerate(spine)]
    right = [(x + width * (1 - t / 15), y) for t, (x, y) in enumerate(spine)]
    canvas.polygon([*left, *reversed(right)], mix(fill, "#9ccf86", canvas.random.random() * 0.45))


def rowing(canvas: Canvas) -> None:
    """Rowing eights racing, seen from above."""
    canvas.gradient([(0, "#2e7386"), (1, "#123f5c")])
    canvas.clouds(-200, HEIGHT + 500, "#6fb3b3", 0.35, cover=0.5, stretch=9)
    for _ in range(420):
        x, y = canvas.anywhere()
        size = canvas.random.random()
        canvas.line([(x, y), (x + 30 + 70 * size, y - 6)], "#d7eeea", 1.4, 0.12 + size * 0.12)
    for lane in (285, 535, 785):
        for buoy in range(20, WIDTH, 64):
            canvas.disc(buoy, lane, 6, "#f0662f")
    crews = ((980, 160, "#d8573c"), (1230, 410, "#f2b134"), (870, 660, "#f4efe2"), (1100, 910, "#7cc0a6"))
    for bow, y, fill in crews:
        rowing_eight(canvas.at(bow, y), fill)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "island-ferry": island_ferry,
    "lighthouse-night": lighthouse,
    "low-tide": low_tide,
    "eelgrass-meadow": eelgrass,
    "rowing-eights": rowing,
}
