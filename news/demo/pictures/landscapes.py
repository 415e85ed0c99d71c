"""Pictures of the valley and the fells: fields, mountains, woods and weather."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix


def conifer(canvas: Canvas, x: float, base: float, height: float, fill: str) -> None:
    """Draw one fir tree that stands on `base`."""
    for tier in range(4):
        top = base - height * (1 - tier * 0.2)
        spread = height * (0.09 + tier * 0.05)
        canvas.polygon([(x, top), (x - spread, top + height * 0.36), (x + spread, top + height * 0.36)], fill)
    canvas.box(x - height * 0.02, base - height * 0.06, height * 0.04, height * 0.08, fill)


def birds(canvas: Canvas, count: int, around: tuple[float, float], fill: str, size: float = 16) -> None:
    """Let a loose flock pass around a point."""
    for _ in range(count):
        x = around[0] + canvas.random.gauss(0, 130)
        y = around[1] + canvas.random.gauss(0, 45)
        span = size * (0.6 + canvas.random.random() * 0.6)
        wing = canvas.random.random() * 0.4 + 0.3
        canvas.line([(x - span, y - span * wing), (x - span * 0.4, y - span * 0.35), (x, y)], fill, 2.5)
        canvas.line([(x, y), (x + span * 0.4, y - span * 0.35), (x + span, y - span * wing)], fill, 2.5)


def wheat_field(canvas: Canvas) -> None:
    """A ripe field under a wide evening sky."""
    canvas.gradient([(0, "#3f6f9b"), (0.55, "#a9c4c9"), (0.85, "#f6dfae"), (1, "#f9e7c0")], 0, 560)
    canvas.clouds(-60, 470, "#fff3dc", 0.85, cover=0.47, stretch=4)
    canvas.glow(1180, 480, 520, "#ffd98a", 0.8)
    canvas.ridge(500, 26, "#8aa39a", waves=1.6)
    canvas.ridge(535, 20, "#67896f", waves=2.3)
    for x in range(60, 1600, 23):
        height = 18 + canvas.random.random() * 30
        canvas.disc(
            x + canvas.random.random() * 18, 556 - height / 3, height * 0.6, "#4d6d55", ry=height * 0.5
        )
    canvas.gradient([(0, "#e8bd5e"), (0.4, "#d79b36"), (1, "#8a5717")], 560)
    for track in (610, 690):
        canvas.polygon(
            [(800, 560), (804, 560), (track * 2.1 - 380, HEIGHT), (track * 2.1 - 470, HEIGHT)],
            "#a9742a",
            0.55,
        )
    for step in range(2600):
        depth = (step / 2600) ** 1.6
        x, y = canvas.random.random() * WIDTH, 566 + depth * 500
        stem = 10 + depth * 120
        lean = canvas.random.gauss(6, 8) * (0.3 + depth)
        fill = mix("#f4d68a", "#9c6420", canvas.random.random())
        canvas.line([(x, y + stem), (x + lean, y)], fill, 0.8 + depth * 2.2, 0.75)
        canvas.disc(x + lean, y, 1.2 + depth * 6, fill, 0.9, ry=3 + depth * 17)


def mountains(canvas: Canvas) -> None:
    """Fells behind fells, with runners on the near ridge."""
    canvas.gradient([(0, "#33507a"), (0.5, "#c3a9ae"), (0.8, "#f5cfa3"), (1, "#f8e2bd")], 0, 800)
    canvas.glow(420, 480, 520, "#ffe0a6", 0.95)
    canvas.disc(420, 480, 46, "#fff4d6")
    for layer, (base, rise) in enumerate([(520, 120), (590, 110), (680, 105), (770, 90)]):
        canvas.ridge(base, rise, mix("#b59aa8", "#2c3a52", layer / 3.2), waves=1.7 + layer * 0.4, rough=0.56)
        canvas.veil(base - 60, base + 240, "#f3c9a2", 0.0, 0.36 - layer * 0.06)
    skyline = canvas.ridge(900, 60, "#1b2437", waves=0.9, rough=0.42)
    for index in (58, 83, 97, 104, 133):
        runner(canvas, skyline[index], "#0d1322", "#d8573c" if index == 97 else "#0d1322")
    birds(canvas, 7, (1180, 250), "#2b3650")


def runner(canvas: Canvas, feet: tuple[float, float], fill: str, shirt: str) -> None:
    """Draw one runner in mid-stride, standing on a point."""
    x, y = feet
    canvas.line([(x - 15, y - 4), (x - 5, y - 16), (x + 1, y - 30)], fill, 6)
    canvas.line([(x + 13, y - 2), (x + 11, y - 18), (x + 1, y - 30)], fill, 6)
    canvas.line([(x + 1, y - 30), (x + 6, y - 56)], shirt, 11)
    canvas.line([(x + 6, y - 53), (x - 8, y - 44), (x - 12, y - 34)], shirt, 4.5)
    canvas.line([(x + 6, y - 53), (x + 15, y - 42), (x + 24, y - 48)], shirt, 4.5)
    canvas.disc(x + 10, y - 66, 7.5, fill)


def beaver_pond(canvas: Canvas) -> None:
    """A still pond in the woods, with a lodge of sticks."""
    canvas.gradient([(0, "#8fb0a5"), (1, "#e9ecc9")], 0, 620)
    canvas.glow(900, 330, 620, "#fff6cf", 0.8)
    for layer in range(4):
        fill = mix("#9db8a3", "#1d3a31", layer / 3)
        for _ in range(34 - layer * 6):
            x = canvas.random.random() * WIDTH
            edge = abs(x - 850) / 850
            if edge > layer * 0.22:
                conifer(canvas, x, 622, (170 + layer * 95) * (0.7 + canvas.random.random() * 0.5), fill)
        canvas.veil(430, 622, "#e4ead0", 0.0, 0.28 - layer * 0.06)
    canvas.box(0, 608, WIDTH, 14, "#27463a")
    for _ in range(240):
        x = canvas.random.gauss(930, 85)
        height = max(4, 92 - abs(x - 930) * 0.75)
        tip = (x + canvas.random.gauss(0, 40), 620 - canvas.random.random() * height)
        canvas.line([(x, 622), tip], mix("#2a1d14", "#a17a4c", canvas.random.random()), 4)
    canvas.water(622, "#1c3b36", depth=0.3, ripple=0.35)
    canvas.disc(560, 805, 34, "#2c1d13", ry=13)
    canvas.disc(596, 799, 17, "#3a281a", ry=12)
    for ring in range(1, 5):
        canvas.line([(596 + ring * 10, 799), (560 - ring * 70, 812 + ring * 22)], "#d9e3c6", 2, 0.5)
        canvas.line([(596 + ring * 10, 799), (560 - ring * 90, 800 - ring * 4)], "#d9e3c6", 2, 0.3)


def storm_river(canvas: Canvas) -> None:
    """A river in flood along its wall, under a black sky."""
    canvas.gradient([(0, "#161d2b"), (0.5, "#3a4756"), (1, "#8b9593")], 0, 640)
    canvas.clouds(-160, 520, "#0e131d", 0.95, cover=0.66, stretch=4)
    canvas.clouds(120, 560, "#9aa5a5", 0.55, cover=0.45, stretch=5)
    canvas.ridge(560, 30, "#2c3a42", waves=1.4)
    for x in range(40, 1600, 64):
        house(canvas, x + canvas.random.random() * 20, 640, 46, 60 + canvas.random.random() * 60)
    canvas.gradient([(0, "#6d6656"), (0.4, "#57503f"), (1, "#2b2a24")], 640)
    for row in range(46):
        y = 650 + row**1.6 * 0.95
        swell = [
            (x, y + math.sin(x / (60 + row * 6) + row * 1.7) * (2 + row * 0.32)) for x in range(0, 1620, 20)
        ]
        canvas.line(swell, "#d0c8ae" if row % 3 else "#1f1e1a", 1 + row * 0.08, 0.42)
    canvas.polygon([(0, 800), (WIDTH, 652), (WIDTH, HEIGHT), (0, HEIGHT)], "#3a434c")
    for stone in range(26):
        x = stone**1.35 * 22
        canvas.line(
            [(x * 1.6 - 500, HEIGHT), (WIDTH - (WIDTH - x) * 0.35, 690 + (WIDTH - x) * 0.03)],
            "#2b333b",
            2.5,
            0.6,
        )
    canvas.polygon([(0, 770), (WIDTH, 640), (WIDTH, 664), (0, 860)], "#59646e")
    canvas.polygon([(0, 770), (WIDTH, 640), (WIDTH, 645), (0, 786)], "#a3adb0")
    umbrella(canvas, (1130, 905), 1.5, "#d8573c")
    for _ in range(900):
        x, y = canvas.random.random() * 1700, canvas.random.random() * HEIGHT
        canvas.line([(x, y), (x - 14, y + 46)], "#dfe7e8", 1.2, 0.28)


def umbrella(canvas: Canvas, feet: tuple[float, float], size: float, fill: str) -> None:
    """Draw somebody walking under an umbrella, with a wet reflection underfoot."""
    x, y = feet
    s = size
    canvas.disc(x, y + 26 * s, 26 * s, fill, 0.16, ry=30 * s)
    canvas.line([(x - 9 * s, y), (x - 3 * s, y - 52 * s)], "#12171f", 8 * s)
    canvas.line([(x + 12 * s, y - 3 * s), (x + 3 * s, y - 52 * s)], "#12171f", 8 * s)
    canvas.polygon(
        [
            (x - 17 * s, y - 40 * s),
            (x - 11 * s, y - 104 * s),
            (x + 11 * s, y - 104 * s),
            (x + 18 * s, y - 40 * s),
        ],
        "#1d2632",
    )
    canvas.disc(x, y - 114 * s, 11 * s, "#12171f")
    canvas.line([(x + 12 * s, y - 74 * s), (x + 8 * s, y - 168 * s)], "#12171f", 2.4 * s)
    dome = [
        (x + 8 * s + 60 * s * math.cos(math.radians(a)), y - 124 * s - 46 * s * math.sin(math.radians(a)))
        for a in range(0, 181, 6)
    ]
    ribs = [(x + 8 * s + (-60 + step * 10) * s, y - (124 if step % 4 else 118) * s) for step in range(13)]
    canvas.polygon([*dome, *ribs], fill)


def house(canvas: Canvas, x: float, base: float, width: float, height: float) -> None:
    """Draw a dark house with a lit window or two."""
    wall = mix("#232d36", "#3b4650", canvas.random.random())
    canvas.box(x, base - height, width, height, wall)
    canvas.polygon(
        [(x - 5, base - height), (x + width / 2, base - height - 26), (x + width + 5, base - height)],
        "#171e26",
    )
    for column in (0.2, 0.6):
        if canvas.random.random() < 0.55:
            canvas.box(x + width * column, base - height + 16, 10, 14, "#f3c56a", 0.9)


def turbines(canvas: Canvas) -> None:
    """Wind turbines at sea on a bright, windy day."""
    canvas.gradient([(0, "#3f7fae"), (0.6, "#9fc7d4"), (1, "#e6eedf")], 0, 700)
    canvas.clouds(40, 560, "#ffffff", 0.95, cover=0.5, stretch=5)
    canvas.gradient([(0, "#7fb0b5"), (0.25, "#2f7482"), (1, "#0f3546")], 700)
    for row in range(40):
        y = 706 + row**1.65 * 0.85
        swell = [
            (x, y + math.sin(x / (40 + row * 7) + row * 2.1) * (1 + row * 0.3)) for x in range(0, 1620, 20)
        ]
        canvas.line(swell, "#d9efe9" if row % 2 else "#0c2c3b", 1 + row * 0.09, 0.33)
    for index, (x, size) in enumerate(
        [(180, 150), (330, 180), (520, 220), (1460, 190), (1290, 260), (760, 330), (1040, 480)]
    ):
        turbine(canvas, x, 704 + size * 0.22, size, 17 + index * 41)


def turbine(canvas: Canvas, x: float, base: float, size: float, turn: float) -> None:
    """Draw one turbine; `turn` is the angle of its first blade in degrees."""
    hub = base - size * 1.25
    canvas.polygon(
        [
            (x - size * 0.035, base),
            (x - size * 0.016, hub),
            (x + size * 0.016, hub),
            (x + size * 0.035, base),
        ],
        "#f3f4ee",
    )
    canvas.polygon([(x, base), (x, hub), (x + size * 0.016, hub), (x + size * 0.035, base)], "#b9c4c6")
    canvas.box(x - size * 0.05, base - size * 0.16, size * 0.1, size * 0.16, "#e3a92f")
    for blade in range(3):
        angle = math.radians(turn + blade * 120)
        along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        root, belly = size * 0.022, size * 0.05
        canvas.polygon(
            [
                (x + across[0] * root, hub + across[1] * root),
                (
                    x + along[0] * size * 0.2 + across[0] * belly,
                    hub + along[1] * size * 0.2 + across[1] * belly,
                ),
                (x + along[0] * size * 0.72, hub + along[1] * size * 0.72),
                (x - across[0] * root, hub - across[1] * root),
            ],
            "#fbfbf6",
        )
    canvas.disc(x, hub, size * 0.04, "#dfe4e2")


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "wheat-field": wheat_field,
    "fell-runners": mountains,
    "beaver-pond": beaver_pond,
    "storm-river": storm_river,
    "wind-turbines": turbines,
}
