"""Pictures from inside, and drawings that stand for numbers: library, museum, stage, kitchen, charts, logo."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix

SPINES = (
    "#c9564b",
    "#2f7482",
    "#e8b44c",
    "#5f8a5a",
    "#8d5f6e",
    "#34415f",
    "#d9a07d",
    "#efe2c4",
    "#7c2f2a",
    "#446a7d",
)


def library(canvas: Canvas) -> None:
    """Full shelves in a lamplit reading room."""
    canvas.gradient([(0, "#3a2a22"), (1, "#5a4030")])
    for shelf in range(5):
        base = 196 + shelf * 196
        canvas.box(0, base - 176, WIDTH, 176, "#2a1c16")
        x = 12.0
        while x < WIDTH:
            width, height = 16 + canvas.random.random() * 30, 104 + canvas.random.random() * 62
            if canvas.random.random() < 0.06:
                x += 40
                continue
            spine = mix(canvas.random.choice(SPINES), "#2a1c16", canvas.random.random() * 0.3)
            canvas.box(x, base - height, width - 2, height, spine, round_=3)
            canvas.box(x + 3, base - height + 18, width - 8, 5, "#f4e3b4", 0.6)
            canvas.box(x + 3, base - 34, width - 8, 4, "#f4e3b4", 0.5)
            x += width
        canvas.box(0, base, WIDTH, 20, "#7a5638")
        canvas.box(0, base, WIDTH, 4, "#a67c50")
    canvas.glow(430, 760, 620, "#ffcf7d", 0.75)
    canvas.box(0, 940, WIDTH, 127, "#4c3120")
    canvas.box(0, 940, WIDTH, 8, "#96683f")
    canvas.polygon([(300, 700), (360, 610), (500, 610), (560, 700)], "#2d6a5a")
    canvas.box(422, 700, 16, 220, "#caa24e")
    canvas.box(360, 914, 140, 28, "#caa24e", round_=10)
    canvas.polygon([(760, 946), (1000, 916), (1010, 940), (770, 975)], "#f8f0da")
    canvas.polygon([(1000, 916), (1240, 950), (1230, 978), (1010, 940)], "#e6dabd")
    canvas.box(640, 900, 78, 46, "#d9705a", round_=10)


def poetry_evening(canvas: Canvas) -> None:
    """Listeners under strings of lamps, a poet at the microphone."""
    canvas.gradient([(0, "#1b1230"), (0.6, "#4a2547"), (1, "#7c3b4d")])
    canvas.glow(1060, 470, 640, "#ffb96b", 0.9)
    for rope in range(4):
        for lamp in range(23):
            share = lamp / 22
            x, y = share * WIDTH, 60 + rope * 74 + math.sin(share * math.pi) * (70 + rope * 20) - rope * 18
            if lamp < 22:
                after = (lamp + 1) / 22
                canvas.line(
                    [
                        (x, y),
                        (
                            after * WIDTH,
                            60 + rope * 74 + math.sin(after * math.pi) * (70 + rope * 20) - rope * 18,
                        ),
                    ],
                    "#150d24",
                    2,
                )
            canvas.glow(x, y + 10, 48, "#ffc268", 0.85)
            canvas.disc(x, y + 10, 7, "#fff1cc")
    canvas.polygon([(700, 800), (1460, 800), (1520, 880), (640, 880)], "#8c3340")
    for star in range(11):
        canvas.disc(720 + star * 74, 842, 12, "#e8b44c", 0.7, ry=8)
    canvas.polygon([(960, 812), (1000, 560), (1120, 560), (1170, 812)], "#f0e2c6")
    canvas.polygon([(1060, 812), (1062, 560), (1120, 560), (1170, 812)], "#cdb894", 0.8)
    canvas.disc(1060, 510, 46, "#9c6648")
    canvas.polygon([(1012, 500), (1030, 452), (1090, 452), (1108, 500)], "#33263a")
    canvas.line([(1010, 590), (950, 660), (900, 620)], "#f0e2c6", 24)
    canvas.polygon([(868, 590), (936, 604), (926, 656), (858, 642)], "#fbf6e8")
    canvas.line([(980, 800), (980, 566)], "#120b1d", 6)
    canvas.disc(984, 556, 17, "#120b1d")
    for row in range(3):
        for seat in range(16):
            x = seat * 112 + row * 40 - 60 + canvas.random.random() * 24
            y = 880 + row * 70 + canvas.random.random() * 14
            fill = mix("#2e1a3a", "#0d0816", row / 2)
            canvas.disc(x, y, 36, fill, ry=42)
            canvas.disc(x, y + 108, 74, fill, ry=78)


def shipwreck(canvas: Canvas) -> None:
    """A ship's bell and timbers in a museum's beam of light."""
    canvas.gradient([(0, "#0d1420"), (0.75, "#1d2b3a"), (1, "#141c26")])
    for step in range(24):
        canvas.polygon(
            [(780 - step * 3, 0), (820 + step * 3, 0), (1010 + step * 13, 900), (590 - step * 13, 900)],
            "#ffe3ad",
            0.024,
        )
    canvas.polygon([(0, 900), (WIDTH, 900), (WIDTH, HEIGHT), (0, HEIGHT)], "#0c121b")
    canvas.disc(800, 925, 620, "#c9a66b", 0.22, ry=70)
    for rib in range(7):
        for side in (-1, 1):
            x = 800 + side * (250 + rib * 62)
            curve = [(x + side * 70 * math.sin(t / 10 * 1.7), 905 - t * (46 - rib * 4)) for t in range(11)]
            canvas.line(curve, mix("#6d4c33", "#20262e", rib / 7), 27 - rib * 2)
    canvas.box(560, 850, 480, 70, "#2d3946", round_=8)
    canvas.box(560, 850, 480, 8, "#64788a")
    canvas.box(790, 240, 20, 90, "#3d2c1e")
    canvas.box(560, 226, 480, 30, "#5c4029", round_=8)
    bell = [
        (800 + side * x, y)
        for side in (-1,)
        for x, y in ((60, 330), (92, 370), (110, 480), (130, 580), (190, 660), (200, 690))
    ]
    canvas.polygon([*bell, *[(1600 - x, y) for x, y in reversed(bell)]], "#b8863b")
    shine = [(800 - x, y) for x, y in ((40, 345), (66, 380), (80, 480), (96, 580), (140, 664))]
    canvas.polygon([*shine, *[(x + 46, y) for x, y in reversed(shine)]], "#f4d58a", 0.75)
    canvas.polygon(
        [(826, 330), (892, 370), (910, 480), (930, 580), (990, 660), (1000, 690), (900, 690), (870, 480)],
        "#6d4a20",
        0.6,
    )
    canvas.box(600, 684, 400, 18, "#8a6329", round_=8)
    canvas.disc(800, 716, 34, "#4a3216")
    canvas.glow(760, 420, 300, "#ffe0a0", 0.4)
    for _ in range(60):
        canvas.disc(
            500 + canvas.random.random() * 600,
            canvas.random.random() * 860,
            1 + canvas.random.random() * 2,
            "#ffeccb",
            0.45,
        )


def brass_band(canvas: Canvas) -> None:
    """Bells of the brass band's horns, catching the light."""
    canvas.gradient([(0, "#5a1f2b"), (1, "#1f0d18")])
    for fold in range(22):
        x = fold * 76
        canvas.polygon([(x, 0), (x + 40, 0), (x + 46, HEIGHT), (x - 8, HEIGHT)], "#8c2f3b", 0.45)
    canvas.glow(800, 160, 900, "#ffce86", 0.5)
    for x, y, r in (
        (240, 330, 120),
        (590, 260, 104),
        (960, 280, 112),
        (1340, 340, 128),
        (420, 620, 168),
        (860, 600, 190),
        (1260, 680, 170),
    ):
        canvas.line(
            [(x + r * 0.2, y), (x + r * 0.9, y + r * 1.5), (x + r * 0.2, y + r * 2.6)], "#8a6329", r * 0.3
        )
        canvas.line(
            [(x + r * 0.16, y), (x + r * 0.84, y + r * 1.5), (x + r * 0.14, y + r * 2.6)], "#e9c46a", r * 0.1
        )
        canvas.disc(x, y, r * 1.04, "#7a5423")
        for ring in range(16):
            share = ring / 15
            canvas.disc(
                x + share * r * 0.1,
                y + share * r * 0.08,
                r * (1 - share * 0.72),
                mix("#f7dc94", "#3a2410", share**0.8),
            )
        canvas.arc(x, y, r * 0.97, 190, 290, "#fff6d8", r * 0.05)
        canvas.arc(x, y, r * 0.62, 20, 110, "#c99a45", r * 0.04)
    for x in range(60, 1640, 170):
        canvas.disc(x, 1010, 62, "#150a12", ry=70)
        canvas.disc(x, 1130, 120, "#150a12", ry=110)
        canvas.box(x - 62, 950, 124, 20, "#8c2f3b")


def bakery(canvas: Canvas) -> None:
    """Loaves cooling on wooden shelves."""
    canvas.gradient([(0, "#6b4630"), (1, "#3d261a")])
    for tile in range(17):
        for row in range(12):
            canvas.box(tile * 98 - (row % 2) * 49, row * 90, 94, 86, "#8a5f41", 0.25, round_=4)
    canvas.glow(1240, 180, 760, "#ffca7a", 0.85)
    for shelf in range(3):
        base = 370 + shelf * 280
        x = 90.0
        while x < 1500:
            r = 66 + canvas.random.random() * 30
            if shelf == 1:
                loaf(canvas, x + r * 0.5, base - 56, r * 0.55, 62)
                x += r * 1.45
            else:
                loaf(canvas, x + r, base - r * 0.5, r * 1.15, r * 0.56)
                x += r * 2.35
        canvas.box(40, base, 1520, 30, "#a9744a")
        canvas.box(40, base, 1520, 7, "#d9a877")
        canvas.veil(base + 30, base + 70, "#1c0f08", 0.55, 0.0)
    canvas.veil(0, HEIGHT, "#3d1f10", 0.0, 0.25)


def loaf(canvas: Canvas, x: float, y: float, rx: float, ry: float) -> None:
    """Draw one loaf, scored and floured."""
    canvas.disc(x + 6, y + 10, rx, "#2a160b", 0.5, ry=ry)
    for ring in range(9):
        share = ring / 8
        canvas.disc(
            x - share * rx * 0.12,
            y - share * ry * 0.2,
            rx * (1 - share * 0.6),
            mix("#8a4a1c", "#eab566", share),
            ry=ry * (1 - share * 0.6),
        )
    for cut in (-0.4, 0.0, 0.4):
        canvas.line(
            [(x + rx * (cut - 0.16), y + ry * 0.3), (x + rx * (cut + 0.12), y - ry * 0.55)],
            "#fbe6bd",
            6,
            0.85,
        )


def budget_bars(canvas: Canvas) -> None:
    """Coloured bars and a rising line on dark paper."""
    canvas.gradient([(0, "#132238"), (1, "#1f3a52")])
    for line in range(9):
        canvas.line([(120, 130 + line * 100), (1500, 130 + line * 100)], "#8fb1c2", 1.5, 0.25)
    heights = (250, 330, 300, 420, 390, 510, 470, 600, 560, 700)
    for index, height in enumerate(heights):
        x = 160 + index * 132
        parts = ((0.5, "#2f8f9d"), (0.3, "#e8b44c"), (0.2, "#d8573c"))
        top = 930.0
        for share, fill in parts:
            top -= height * share
            canvas.box(x, top, 84, height * share - 4, fill, round_=5)
            canvas.box(x, top, 26, height * share - 4, "#ffffff", 0.1, round_=5)
    trend = [
        (202 + index * 132, 830 - height * 0.92 + math.sin(index) * 20)
        for index, height in enumerate(heights)
    ]
    canvas.line(trend, "#fbf1d8", 6)
    for x, y in trend:
        canvas.glow(x, y, 60, "#fff1c4", 0.6)
        canvas.disc(x, y, 11, "#fbf1d8")
        canvas.disc(x, y, 5, "#132238")
    canvas.line([(120, 930), (1500, 930)], "#fbf1d8", 4)


def empty_table(canvas: Canvas) -> None:
    """A conference table with two flags and empty chairs."""
    canvas.gradient([(0, "#d9cdb4"), (1, "#a8987c")], 0, 700)
    for panel in range(7):
        canvas.box(40 + panel * 224, 60, 196, 560, "#c5b592", round_=6)
        canvas.box(56 + panel * 224, 76, 164, 528, "#d3c5a6", round_=4)
    canvas.gradient([(0, "#5c3d33"), (1, "#2f1f1c")], 690)
    for x, bands in ((560, ("#1f5a4e", "#efe7d2", "#1f5a4e")), (980, ("#7c2438", "#d9a33c", "#27345e"))):
        canvas.box(x, 130, 10, 600, "#b58d3d")
        canvas.disc(x + 5, 126, 13, "#d9b45a")
        for band, fill in enumerate(bands):
            wave = [(x + 10 + t * 9, 150 + band * 70 + math.sin(t / 2.6) * 10 + t * 3.2) for t in range(20)]
            canvas.polygon([*wave, *[(px, py + 71) for px, py in reversed(wave)]], fill)
        for fold in range(3):
            canvas.polygon(
                [
                    (x + 40 + fold * 52, 160 + fold * 18),
                    (x + 54 + fold * 52, 164 + fold * 18),
                    (x + 58 + fold * 52, 370 + fold * 18),
                    (x + 44 + fold * 52, 368 + fold * 18),
                ],
                "#000000",
                0.12,
            )
    for chair in range(6):
        x = 170 + chair * 226
        canvas.box(x, 520, 130, 250, "#6b2a30", round_=26)
        canvas.box(x + 12, 534, 106, 200, "#8c3a40", round_=20)
    canvas.polygon([(60, 760), (1540, 760), (1700, 930), (-100, 930)], "#8a5a3a")
    canvas.polygon([(60, 760), (1540, 760), (1556, 778), (44, 778)], "#b98457")
    canvas.polygon([(-100, 930), (1700, 930), (1700, 1067), (-100, 1067)], "#4a2d1f")
    for place in range(6):
        x = 200 + place * 226 - (place - 2.5) * 6
        canvas.polygon([(x, 850), (x + 90, 850), (x + 98, 886), (x - 8, 886)], "#fbf6e8")
        canvas.box(x + 104, 816, 22, 52, "#cfe3e2", 0.8, round_=5)
    canvas.glow(800, 120, 760, "#fff2cf", 0.35)


def logo(canvas: Canvas) -> None:
    """The newspaper's mark: a lighthouse lamp over three waves."""
    canvas.gradient([(0, "#16324f"), (1, "#0f2438")])
    for ray in range(24):
        angle = ray * math.tau / 24
        inner, outer = 170, 330 if ray % 2 else 270
        spread = 0.055
        canvas.polygon(
            [
                (800 + inner * math.cos(angle - spread), 400 + inner * math.sin(angle - spread)),
                (800 + outer * math.cos(angle), 400 + outer * math.sin(angle)),
                (800 + inner * math.cos(angle + spread), 400 + inner * math.sin(angle + spread)),
            ],
            "#e8b44c",
        )
    canvas.disc(800, 400, 140, "#fbf1d8")
    canvas.polygon([(748, 600), (768, 380), (832, 380), (852, 600)], "#d8573c")
    canvas.polygon([(756, 510), (762, 448), (838, 448), (844, 510)], "#fbf1d8")
    canvas.box(756, 362, 88, 18, "#16324f")
    canvas.box(772, 316, 56, 46, "#e8b44c")
    canvas.polygon([(762, 318), (800, 276), (838, 318)], "#16324f")
    for wave in range(3):
        crest = [(x, 640 + wave * 92 + math.sin(x / 80 + wave * 1.3) * 26) for x in range(430, 1171, 10)]
        canvas.line(crest, ("#fbf1d8", "#2f8f9d", "#fbf1d8")[wave], 40)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "reading-room": library,
    "poetry-evening": poetry_evening,
    "ships-bell": shipwreck,
    "brass-band": brass_band,
    "bakery-shelves": bakery,
    "budget-bars": budget_bars,
    "empty-table": empty_table,
    "courier-mark": logo,
}
