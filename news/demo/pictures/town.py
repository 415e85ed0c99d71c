"""Pictures of the town: streets, work, sport and the night."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix
from news.demo.pictures.landscapes import umbrella

LAMPLIGHT = ("#ffd98a", "#f6b756", "#ffe9b8", "#9fc6d6")


def tower(canvas: Canvas, x: float, base: float, size: tuple[float, float], fill: str, lit: float) -> None:
    """Draw one tall building of which a share of the windows is lit."""
    width, height = size
    canvas.box(x, base - height, width, height, fill)
    for row in range(int(height // 26)):
        for column in range(int((width - 14) // 20)):
            if canvas.random.random() < lit:
                glow = canvas.random.choice(LAMPLIGHT)
                canvas.box(
                    x + 9 + column * 20,
                    base - height + 12 + row * 26,
                    10,
                    14,
                    glow,
                    0.55 + canvas.random.random() * 0.45,
                )


def skyline_night(canvas: Canvas) -> None:
    """The city at night across the river, every second window lit."""
    canvas.gradient([(0, "#0a1026"), (0.6, "#25305a"), (1, "#7a567c")], 0, 720)
    for _ in range(180):
        canvas.disc(
            canvas.random.random() * WIDTH,
            canvas.random.random() * 380,
            0.6 + canvas.random.random(),
            "#f7f0dd",
            0.7,
        )
    canvas.disc(1290, 170, 52, "#f8ecd0")
    canvas.disc(1268, 158, 46, "#141c3b")
    for layer in range(3):
        fill, x = mix("#39416b", "#0b1020", layer / 2), -30.0
        while x < WIDTH:
            width = 62 + canvas.random.random() * 70
            height = (330 - layer * 70) * (0.5 + canvas.random.random() * 0.9)
            tower(canvas, x, 720, (width, height), fill, 0.1 + layer * 0.16)
            x += width + 2 + canvas.random.random() * 24 * layer
        canvas.veil(420, 720, "#6f5480", 0.0, 0.3 - layer * 0.13)
    canvas.box(0, 706, WIDTH, 16, "#070b18")
    for lamp in range(30, 1600, 92):
        canvas.glow(lamp, 704, 44, "#ffc56b", 0.9)
        canvas.disc(lamp, 704, 4, "#fff0cb")
    canvas.water(722, "#0c1330", depth=0.32, ripple=1.3)


def river_bridge(canvas: Canvas) -> None:
    """The iron bridge over the Lathe in the afternoon."""
    canvas.gradient([(0, "#6b98b4"), (0.7, "#d7dccb"), (1, "#f3e3bd")], 0, 660)
    canvas.clouds(0, 460, "#fff8e8", 0.85, cover=0.48, stretch=4)
    canvas.ridge(520, 60, "#9fb3a3", waves=1.3, bottom=662)
    canvas.ridge(586, 34, "#6f917c", waves=2.2, bottom=662)
    for x in range(-20, 1640, 46):
        canvas.disc(x, 642 - canvas.random.random() * 20, 34 + canvas.random.random() * 26, "#47705a")
    iron = "#7c2f2a"
    for pier in (330, 800, 1270):
        canvas.polygon([(pier - 34, 662), (pier - 24, 470), (pier + 24, 470), (pier + 34, 662)], "#b9a58a")
        canvas.polygon([(pier + 4, 662), (pier + 4, 470), (pier + 24, 470), (pier + 34, 662)], "#917d66")
    for start in (-140, 330, 800, 1270):
        arch = [(start + step * 4.7, 468 - math.sin(step / 100 * math.pi) * 120) for step in range(101)]
        canvas.line(arch, iron, 12)
        for post in range(0, 101, 10):
            canvas.line([arch[post], (arch[post][0], 474)], iron, 4)
    canvas.box(0, 466, WIDTH, 18, iron)
    canvas.box(0, 462, WIDTH, 5, "#a8473b")
    canvas.water(660, "#2f5f63", depth=0.3, ripple=0.9)


def stadium(canvas: Canvas) -> None:
    """A full football ground under floodlights."""
    canvas.gradient([(0, "#0b1430"), (1, "#27406b")], 0, 500)
    canvas.polygon([(0, 240), (WIDTH, 240), (WIDTH, 520), (0, 520)], "#16233f")
    canvas.polygon([(0, 190), (WIDTH, 190), (WIDTH, 250), (0, 232)], "#0a1228")
    for row in range(20):
        for seat in range(134):
            if canvas.random.random() < 0.9:
                fill = canvas.random.choice(
                    ("#d8573c", "#d8573c", "#f4ead6", "#2f5d8c", "#e8b44c", "#7d8896", "#c08a6a")
                )
                x, y = seat * 12 + (row % 2) * 6, 262 + row * 13
                canvas.disc(x, y, 4.6, fill, 0.55 + row * 0.022)
    canvas.box(0, 516, WIDTH, 44, "#efe9da")
    for board in range(8):
        canvas.box(board * 202, 520, 196, 36, ("#2f5d8c", "#d8573c", "#e8b44c", "#2d6a5a")[board % 4])
    for stripe in range(10):
        top, bottom = 560 + stripe**1.55 * 14.4, 560 + (stripe + 1) ** 1.55 * 14.4
        canvas.box(0, top, WIDTH, bottom - top + 1, "#3f8a4f" if stripe % 2 else "#347844")
    canvas.line([(0, 610), (WIDTH, 610)], "#f3f6ea", 4)
    canvas.line([(330, 610), (190, 760), (1410, 760), (1270, 610)], "#f3f6ea", 5)
    canvas.line([(560, 610), (560, 470), (1040, 470), (1040, 610)], "#fbfbf5", 9)
    for net in range(13):
        canvas.line([(560 + net * 40, 474), (560 + net * 40, 606)], "#ffffff", 1, 0.35)
    for net in range(4):
        canvas.line([(560, 500 + net * 32), (1040, 500 + net * 32)], "#ffffff", 1, 0.35)
    for x, y, size, shirt in (
        (420, 850, 1.5, "#d8573c"),
        (800, 800, 1.35, "#f4efe0"),
        (1180, 900, 1.65, "#d8573c"),
        (830, 620, 0.9, "#e8b44c"),
    ):
        player(canvas, x, y, size, shirt)
    canvas.disc(1010, 870, 13, "#fbfbf5")
    for x in (130, 1470):
        canvas.box(x - 4, 60, 8, 180, "#0a1228")
        for lamp in range(8):
            canvas.disc(x - 42 + (lamp % 4) * 28, 40 + (lamp // 4) * 26, 9, "#fffbe6")
        canvas.glow(x, 56, 330, "#f5f1d0", 0.9)


def player(canvas: Canvas, x: float, y: float, size: float, shirt: str) -> None:
    """Draw one footballer running, feet on the point."""
    s = size
    canvas.disc(x, y + 4, 40 * s, "#1d4a2b", 0.5, ry=7 * s)
    canvas.line([(x - 26 * s, y - 6 * s), (x - 14 * s, y - 30 * s), (x, y - 52 * s)], "#8d5a3f", 9 * s)
    canvas.line([(x + 24 * s, y), (x + 20 * s, y - 28 * s), (x, y - 52 * s)], "#8d5a3f", 9 * s)
    canvas.polygon(
        [
            (x - 15 * s, y - 44 * s),
            (x + 17 * s, y - 42 * s),
            (x + 13 * s, y - 66 * s),
            (x - 13 * s, y - 66 * s),
        ],
        "#1b2338",
    )
    canvas.polygon(
        [
            (x - 15 * s, y - 62 * s),
            (x + 15 * s, y - 62 * s),
            (x + 19 * s, y - 108 * s),
            (x - 12 * s, y - 108 * s),
        ],
        shirt,
    )
    canvas.line(
        [(x - 8 * s, y - 102 * s), (x - 30 * s, y - 82 * s), (x - 26 * s, y - 64 * s)], "#8d5a3f", 7 * s
    )
    canvas.line(
        [(x + 14 * s, y - 102 * s), (x + 34 * s, y - 84 * s), (x + 48 * s, y - 94 * s)], "#8d5a3f", 7 * s
    )
    canvas.disc(x + 5 * s, y - 122 * s, 13 * s, "#8d5a3f")
    canvas.disc(x + 3 * s, y - 127 * s, 12 * s, "#241813", ry=9 * s)


def rain_street(canvas: Canvas) -> None:
    """A shopping street in the rain at dusk, lamps mirrored in the wet road."""
    canvas.gradient([(0, "#25334d"), (1, "#7f8796")], 0, 640)
    vanish = (840, 560)
    for side in (-1, 1):
        for step in range(9):
            near, far = 1 - step * 0.11, 1 - (step + 0.96) * 0.11
            x0, x1 = vanish[0] + side * 900 * near, vanish[0] + side * 900 * far
            rise = 470 + canvas.random.random() * 160
            wall = mix("#2a3148", "#6b7285", step / 9)
            canvas.polygon(
                [
                    (x0, vanish[1] - rise * near),
                    (x1, vanish[1] - rise * far),
                    (x1, vanish[1] + 120 * far),
                    (x0, vanish[1] + 120 * near),
                ],
                wall,
            )
            canvas.polygon(
                [
                    (x0, vanish[1] - 40 * near),
                    (x1, vanish[1] - 40 * far),
                    (x1, vanish[1] + 110 * far),
                    (x0, vanish[1] + 110 * near),
                ],
                canvas.random.choice(("#f4bf63", "#e98f58", "#f7dc9c", "#7fb0b5")),
                0.85,
            )
            canvas.polygon(
                [
                    (x0, vanish[1] - 76 * near),
                    (x1, vanish[1] - 76 * far),
                    (x1, vanish[1] - 36 * far),
                    (x0, vanish[1] - 36 * near),
                ],
                canvas.random.choice(("#8c2f28", "#24505c", "#3c3358")),
            )
    canvas.polygon(
        [(0, 680), (vanish[0] - 20, 572), (vanish[0] + 20, 572), (WIDTH, 670), (WIDTH, 700), (0, 710)],
        "#4a5062",
    )
    canvas.veil(430, 700, "#c9b8a0", 0.0, 0.25)
    canvas.water(672, "#222a3e", depth=0.42, ripple=1.1)
    for step in (0.95, 0.62, 0.4):
        for side in (-1, 1):
            x, foot = vanish[0] + side * 520 * step, vanish[1] + 170 * step
            canvas.line([(x, foot), (x, foot - 400 * step)], "#10151f", 9 * step)
            canvas.disc(x, foot - 404 * step, 16 * step, "#fff3cf")
            canvas.glow(x, foot - 404 * step, 230 * step, "#ffcf7d", 0.95)
    umbrella(canvas, (640, 850), 1.9, "#d8573c")
    umbrella(canvas, (1010, 790), 1.4, "#2f8f9d")
    umbrella(canvas, (880, 668), 0.7, "#e8b44c")
    for _ in range(700):
        x, y = canvas.random.random() * 1650, canvas.random.random() * HEIGHT
        canvas.line([(x, y), (x - 9, y + 44)], "#e8eef2", 1.1, 0.26)


def cannery(canvas: Canvas) -> None:
    """The cannery on the quay, its chimneys against a red evening."""
    canvas.gradient([(0, "#3c3a5c"), (0.5, "#b9606a"), (0.85, "#f2a765"), (1, "#f9d08d")], 0, 720)
    canvas.glow(380, 640, 560, "#ffd08a", 0.9)
    canvas.clouds(40, 460, "#f7b58b", 0.5, cover=0.48, stretch=6)
    for x, top in ((700, 170), (880, 240)):
        canvas.polygon([(x, 720), (x + 12, top), (x + 58, top), (x + 70, 720)], "#5b2f33")
        canvas.box(x + 6, top + 24, 58, 14, "#f0dcc0", 0.8)
        for puff in range(9 if x == 700 else 0):
            canvas.disc(
                x + 40 + puff * 44, top - 20 - puff * 17, 26 + puff * 9, "#4a3f58", 0.4 - puff * 0.035
            )
    for roof in range(6):
        left = 480 + roof * 160
        canvas.polygon([(left, 520), (left, 440), (left + 160, 520)], "#3a2530")
        canvas.polygon([(left + 6, 514), (left + 6, 456), (left + 40, 472), (left + 40, 514)], "#f2b36b", 0.8)
    canvas.box(480, 518, 960, 190, "#6f3a3a")
    for window in range(15):
        canvas.box(506 + window * 62, 552, 36, 60, "#f6c57c" if window % 4 else "#3a2530")
        canvas.line([(524 + window * 62, 552), (524 + window * 62, 612)], "#4a2a2e", 3)
    canvas.box(480, 640, 960, 10, "#f0dcc0", 0.7)
    canvas.box(0, 706, WIDTH, 26, "#2c2230")
    for bollard in range(9):
        canvas.box(70 + bollard * 180, 688, 22, 22, "#1c1622", round_=6)
    canvas.water(730, "#3b2a45", depth=0.3, ripple=1.0)


def night_bus(canvas: Canvas) -> None:
    """A lit bus at its stop after midnight."""
    canvas.gradient([(0, "#10182f"), (1, "#2e3c5e")], 0, 760)
    for x in range(-20, 1600, 150):
        tower(
            canvas,
            x,
            760,
            (138, 280 + canvas.random.random() * 240),
            mix("#18223d", "#202c4a", canvas.random.random()),
            0.09,
        )
    canvas.gradient([(0, "#2b3040"), (1, "#14171f")], 752)
    canvas.glow(720, 560, 700, "#e8b66a", 0.35)
    canvas.box(250, 400, 980, 350, "#b8432f", round_=34)
    canvas.box(250, 640, 980, 110, "#8f3024", round_=20)
    canvas.box(282, 436, 916, 168, "#fbe3ac", round_=16)
    for passenger in (340, 460, 690, 810, 930):
        canvas.disc(passenger + 40, 548, 25, "#5a3d36")
        canvas.polygon(
            [(passenger, 604), (passenger + 12, 574), (passenger + 68, 574), (passenger + 80, 604)],
            canvas.random.choice(("#37546d", "#6b4b62", "#3f6a58")),
        )
    for post in range(1, 8):
        canvas.box(282 + post * 114, 436, 9, 168, "#8f3024")
    canvas.box(1112, 446, 90, 270, "#fdf0cf", round_=8)
    canvas.line([(1157, 446), (1157, 716)], "#8f3024", 6)
    canvas.box(560, 408, 330, 24, "#141821", round_=6)
    for dot in range(26):
        canvas.disc(580 + dot * 11.6, 420, 3.4, "#ffb545")
    for wheel in (430, 1040):
        canvas.disc(wheel, 752, 62, "#10131b")
        canvas.disc(wheel, 752, 28, "#8b929c")
    canvas.glow(1236, 700, 240, "#fff0c0", 0.9)
    canvas.box(1350, 420, 10, 350, "#0d1220")
    canvas.disc(1355, 400, 40, "#f2b134")
    canvas.disc(1355, 400, 30, "#b8432f")
    canvas.water(820, "#171b26", depth=0.55, ripple=1.0)


def market_hall(canvas: Canvas) -> None:
    """The town hall and its clock over market stalls in the morning."""
    canvas.gradient([(0, "#7fb0c9"), (1, "#f7ecd2")], 0, 820)
    canvas.clouds(-40, 460, "#ffffff", 0.85, cover=0.46, stretch=4)
    canvas.box(240, 420, 1120, 420, "#d9c3a0")
    canvas.polygon([(220, 424), (800, 300), (1380, 424)], "#5c6570")
    canvas.box(700, 150, 200, 280, "#e3d0b0")
    canvas.polygon([(690, 152), (800, 30), (910, 152)], "#3f6f68")
    canvas.disc(800, 240, 66, "#4a3b30")
    canvas.disc(800, 240, 58, "#fbf6e8")
    canvas.line([(800, 240), (800, 196)], "#2b2420", 7)
    canvas.line([(800, 240), (832, 258)], "#2b2420", 7)
    for window in range(8):
        x = 300 + window * 130
        canvas.box(x, 500, 62, 130, "#33475a", round_=30)
        canvas.box(x + 28, 500, 6, 130, "#f4ead6")
        canvas.box(x - 8, 634, 78, 10, "#f4ead6")
    canvas.gradient([(0, "#b7a894"), (1, "#7d6f62")], 836)
    paints = ("#c9564b", "#2f7482", "#e8b44c", "#5f8a5a", "#8d5f6e")
    for stall in range(5):
        x = 40 + stall * 312
        canvas.box(x + 12, 700, 8, 240, "#4a3b30")
        canvas.box(x + 260, 700, 8, 240, "#4a3b30")
        for band in range(7):
            fill = paints[stall] if band % 2 else "#fbf4e4"
            canvas.polygon(
                [
                    (x + 20 + band * 34, 660),
                    (x + 54 + band * 34, 660),
                    (x + 40 * band + 40, 730),
                    (x + 40 * band, 730),
                ],
                fill,
            )
        canvas.box(x, 850, 280, 96, "#6e5039")
        for fruit in range(34):
            fill = canvas.random.choice(("#d8573c", "#e8b44c", "#7fa650", "#b8432f", "#f0963c"))
            canvas.disc(
                x + 16 + (fruit % 17) * 15.5, 846 - (fruit // 17) * 15 + canvas.random.random() * 5, 11, fill
            )
    for x, coat in (
        (180, "#37546d"),
        (520, "#7c2f2a"),
        (790, "#3f6a58"),
        (1120, "#5a4468"),
        (1420, "#b5793a"),
    ):
        canvas.polygon([(x - 32, 1067), (x - 26, 900), (x + 26, 900), (x + 32, 1067)], coat)
        canvas.disc(x, 876, 25, "#3b2a22")


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "skyline-night": skyline_night,
    "river-bridge": river_bridge,
    "floodlit-stadium": stadium,
    "rain-street": rain_street,
    "cannery-evening": cannery,
    "night-bus": night_bus,
    "market-hall": market_hall,
}
