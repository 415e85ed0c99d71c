"""Pictures from inside: a reading room, a museum, a bakery; and the drawings that stand for something."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix

SPINES = ("#c9564b", "#2f7482", "#e8b44c", "#5f8a5a", "#8d5f6e", "#34415f", "#d9a07d", "#efe2c4", "#7c2f2a")


def reading_room(canvas: Canvas) -> None:
    """Full shelves in a lamplit reading room."""
    canvas.gradient([(0, "#3a2a22"), (1, "#5a4030")])
    for shelf in range(5):
        bookshelf(canvas.at(0, 196 + shelf * 196))
    canvas.glow(430, 760, 620, "#ffcf7d", 0.75)
    canvas.box(0, 940, WIDTH, 127, "#4c3120")
    canvas.box(0, 940, WIDTH, 8, "#96683f")
    canvas.polygon("300,700 360,610 500,610 560,700", "#2d6a5a")
    canvas.box(422, 700, 16, 220, "#caa24e")
    canvas.box(360, 914, 140, 28, "#caa24e", rounded=10)
    canvas.polygon("760,946 1000,916 1010,940 770,975", "#f8f0da")
    canvas.polygon("1000,916 1240,950 1230,978 1010,940", "#e6dabd")
    canvas.box(640, 900, 78, 46, "#d9705a", rounded=10)


def bookshelf(canvas: Canvas) -> None:
    """Draw one shelf of books, its board through the origin."""
    canvas.box(0, -176, WIDTH, 176, "#2a1c16")
    x = 12.0
    while x < WIDTH:
        width, height = 16 + canvas.random.random() * 30, 104 + canvas.random.random() * 62
        if canvas.random.random() < 0.06:
            x += 40
            continue
        book = canvas.at(x, 0)
        spine = mix(canvas.random.choice(SPINES), "#2a1c16", canvas.random.random() * 0.3)
        book.box(0, -height, width - 2, height, spine, rounded=3)
        book.box(3, 18 - height, width - 8, 5, "#f4e3b4", 0.6)
        book.box(3, -34, width - 8, 4, "#f4e3b4", 0.5)
        x += width
    canvas.box(0, 0, WIDTH, 20, "#7a5638")
    canvas.box(0, 0, WIDTH, 4, "#a67c50")


def ships_bell(canvas: Canvas) -> None:
    """A ship's bell and timbers in a museum's beam of light."""
    canvas.gradient([(0, "#0d1420"), (0.75, "#1d2b3a"), (1, "#141c26")])
    for step in range(24):
        wide, wider = 20 + step * 3, 210 + step * 13
        canvas.at(800, 0).polygon([(-wide, 0), (wide, 0), (wider, 900), (-wider, 900)], "#ffe3ad", 0.024)
    canvas.box(0, 900, WIDTH, HEIGHT - 900, "#0c121b")
    canvas.disc(800, 925, 620, "#c9a66b", 0.22, ry=70)
    for rib in range(7):
        for side in (-1, 1):
            bend = [(side * 70 * math.sin(t * 0.17), -t * (46 - rib * 4)) for t in range(11)]
            timber = canvas.at(800 + side * (250 + rib * 62), 905)
            timber.line(bend, mix("#6d4c33", "#20262e", rib / 7), 27 - rib * 2)
    canvas.box(560, 850, 480, 70, "#2d3946", rounded=8)
    canvas.box(560, 850, 480, 8, "#64788a")
    bell(canvas.at(800, 226))
    canvas.glow(760, 420, 300, "#ffe0a0", 0.4)
    for _ in range(60):
        canvas.disc(*canvas.anywhere(500, 0, 1100, 860), 1 + canvas.random.random() * 2, "#ffeccb", 0.45)


def bell(canvas: Canvas) -> None:
    """Draw the bell under its beam."""
    canvas.box(-10, 14, 20, 90, "#3d2c1e")
    canvas.box(-240, 0, 480, 30, "#5c4029", rounded=8)
    half = [(60, 104), (92, 144), (110, 254), (130, 354), (190, 434), (200, 464)]
    canvas.polygon([*[(-x, y) for x, y in half], *reversed(half)], "#b8863b")
    canvas.polygon(
        "-40,119 -66,154 -80,254 -96,354 -140,438 -94,438 -50,354 -34,254 -20,154 6,119", "#f4d58a", 0.75
    )
    canvas.polygon([*half, (100, 464), (70, 254), (26, 104)], "#6d4a20", 0.6)
    canvas.box(-200, 458, 400, 18, "#8a6329", rounded=8)
    canvas.disc(0, 490, 34, "#4a3216")


def bakery(canvas: Canvas) -> None:
    """Loaves cooling on wooden shelves."""
    canvas.gradient([(0, "#6b4630"), (1, "#3d261a")])
    for tile in range(17 * 12):
        row, column = divmod(tile, 17)
        canvas.box(column * 98 - (row % 2) * 49, row * 90, 94, 86, "#8a5f41", 0.25, rounded=4)
    canvas.glow(1240, 180, 760, "#ffca7a", 0.85)
    for base, wide, high in ((370, 1.15, 0.56), (650, 0.55, 0.8), (930, 1.15, 0.56)):
        x = 80.0
        while x < 1390:
            size = 66 + canvas.random.random() * 30
            loaf(canvas.at(x + size * wide, base - size * high + 4), size * wide, size * high)
            x += size * wide * 2.08
        canvas.box(40, base, 1520, 30, "#a9744a")
        canvas.box(40, base, 1520, 7, "#d9a877")
        canvas.veil(base + 30, base + 70, "#1c0f08", 0.55, 0.0)
    canvas.veil(0, HEIGHT, "#3d1f10", 0.0, 0.25)


def loaf(canvas: Canvas, rx: float, ry: float) -> None:
    """Draw one loaf, scored and floured."""
    canvas.disc(6, 10, rx, "#2a160b", 0.5, ry=ry)
    for ring in range(9):
        share = 1 - ring / 8 * 0.6
        crust = mix("#8a4a1c", "#eab566", ring / 8)
        canvas.disc(-ring / 8 * rx * 0.12, -ring / 8 * ry * 0.2, rx * share, crust, ry=ry * share)
    for cut in (-0.4, 0.0, 0.4):
        canvas.line([(rx * (cut - 0.16), ry * 0.3), (rx * (cut + 0.12), -ry * 0.55)], "#fbe6bd", 6, 0.85)


def budget_bars(canvas: Canvas) -> None:
    """Coloured bars and a rising line on dark paper."""
    canvas.gradient([(0, "#132238"), (1, "#1f3a52")])
    for ruler in range(130, 931, 100):
        canvas.line([(120, ruler), (1500, ruler)], "#8fb1c2", 1.5, 0.25)
    heights = (250, 330, 300, 420, 390, 510, 470, 600, 560, 700)
    for index, height in enumerate(heights):
        top = 0.0
        for share, fill in ((0.5, "#2f8f9d"), (0.3, "#e8b44c"), (0.2, "#d8573c")):
            top -= height * share
            part = canvas.at(160 + index * 132, 930 + top)
            part.box(0, 0, 84, height * share - 4, fill, rounded=5)
            part.box(0, 0, 26, height * share - 4, "#ffffff", 0.1, rounded=5)
    trend = [
        (202 + index * 132, 830 - height * 0.92 + math.sin(index) * 20)
        for index, height in enumerate(heights)
    ]
    canvas.line(trend, "#fbf1d8", 6)
    for x, level in trend:
        canvas.glow(x, level, 60, "#fff1c4", 0.6)
        canvas.disc(x, level, 11, "#fbf1d8")
        canvas.disc(x, level, 5, "#132238")
    canvas.line("120,930 1500,930", "#fbf1d8", 4)


def courier_mark(canvas: Canvas) -> None:
    """The newspaper's mark: a lighthouse before the sun, over three waves."""
    canvas.gradient([(0, "#16324f"), (1, "#0f2438")])
    sun = canvas.at(800, 400)
    for ray in range(24):
        angle, reach = ray * math.tau / 24, 330 if ray % 2 else 270
        corners = ((170, angle - 0.055), (reach, angle), (170, angle + 0.055))
        sun.polygon([(far * math.cos(turn), far * math.sin(turn)) for far, turn in corners], "#e8b44c")
    sun.disc(0, 0, 140, "#fbf1d8")
    sun.polygon("-52,200 -32,-20 32,-20 52,200", "#d8573c")
    sun.polygon("-44,110 -38,48 38,48 44,110", "#fbf1d8")
    sun.box(-44, -38, 88, 18, "#16324f")
    sun.box(-28, -84, 56, 46, "#e8b44c")
    sun.polygon("-38,-82 0,-124 38,-82", "#16324f")
    for wave, fill in enumerate(("#fbf1d8", "#2f8f9d", "#fbf1d8")):
        crest = [(x, 640 + wave * 92 + math.sin(x / 80 + wave * 1.3) * 26) for x in range(430, 1171, 10)]
        canvas.line(crest, fill, 40)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "reading-room": reading_room,
    "ships-bell": ships_bell,
    "bakery-shelves": bakery,
    "budget-bars": budget_bars,
    "courier-mark": courier_mark,
}
