"""Pictures of the valley and the fells: fields, mountains, woods."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import WIDTH, Canvas, mix
from news.demo.pictures.figures import birds, runner


def wheat_field(canvas: Canvas) -> None:
    """A ripe field under a wide evening sky."""
    canvas.gradient([(0, "#3f6f9b"), (0.55, "#a9c4c9"), (0.85, "#f6dfae"), (1, "#f9e7c0")], 0, 560)
    canvas.clouds(-60, 470, "#fff3dc", 0.85, cover=0.47, stretch=4)
    canvas.glow(1180, 480, 520, "#ffd98a", 0.8)
    canvas.ridge(500, 26, "#8aa39a", waves=1.6)
    canvas.ridge(535, 20, "#67896f", waves=2.3)
    for x in range(60, WIDTH, 23):
        height = 18 + canvas.random.random() * 30
        canvas.disc(
            x + canvas.random.random() * 18, 556 - height / 3, height * 0.6, "#4d6d55", ry=height * 0.5
        )
    canvas.gradient([(0, "#e8bd5e"), (0.4, "#d79b36"), (1, "#8a5717")], 560)
    canvas.polygon("800,560 804,560 901,1067 811,1067", "#a9742a", 0.55)
    canvas.polygon("800,560 804,560 1069,1067 979,1067", "#a9742a", 0.55)
    for step in range(2600):
        wheat_ear(canvas, (step / 2600) ** 1.6)


def wheat_ear(canvas: Canvas, nearness: float) -> None:
    """Draw one ear on its stem: 0 is at the field's far edge, 1 in front of us."""
    x, y = canvas.random.random() * WIDTH, 566 + nearness * 500
    lean = canvas.random.gauss(6, 8) * (0.3 + nearness)
    fill = mix("#f4d68a", "#9c6420", canvas.random.random())
    canvas.line([(x, y + 10 + nearness * 120), (x + lean, y)], fill, 0.8 + nearness * 2.2, 0.75)
    canvas.disc(x + lean, y, 1.2 + nearness * 6, fill, 0.9, ry=3 + nearness * 17)


def fell_runners(canvas: Canvas) -> None:
    """Fells behind fells, with runners on the near ridge."""
    canvas.gradient([(0, "#33507a"), (0.5, "#c3a9ae"), (0.8, "#f5cfa3"), (1, "#f8e2bd")], 0, 800)
    canvas.glow(420, 480, 520, "#ffe0a6", 0.95)
    canvas.disc(420, 480, 46, "#fff4d6")
    for layer, (base, rise) in enumerate([(520, 120), (590, 110), (680, 105), (770, 90)]):
        fill = mix("#b59aa8", "#2c3a52", layer / 3.2)
        canvas.ridge(base, rise, fill, waves=1.7 + layer * 0.4, rough=0.56)
        canvas.veil(base - 60, base + 240, "#f3c9a2", 0.0, 0.36 - layer * 0.06)
    skyline = canvas.ridge(900, 60, "#1b2437", waves=0.9, rough=0.42)
    for index in (58, 83, 97, 104, 133):
        runner(canvas.at(*skyline[index]), "#0d1322", "#d8573c" if index == 97 else "#0d1322")
    birds(canvas.at(1180, 250), 7, "#2b3650")


def beaver_pond(canvas: Canvas) -> None:
    """A still pond in the woods, with a lodge of sticks."""
    canvas.gradient([(0, "#8fb0a5"), (1, "#e9ecc9")], 0, 620)
    canvas.glow(900, 330, 620, "#fff6cf", 0.8)
    for layer in range(4):
        forest(canvas, layer)
        canvas.veil(430, 622, "#e4ead0", 0.0, 0.28 - layer * 0.06)
    canvas.box(0, 608, WIDTH, 14, "#27463a")
    for _ in range(240):
        x = canvas.random.gauss(930, 85)
        height = canvas.random.random() * max(4, 92 - abs(x - 930) * 0.75)
        stick = mix("#2a1d14", "#a17a4c", canvas.random.random())
        canvas.line([(x, 622), (x + canvas.random.gauss(0, 40), 620 - height)], stick, 4)
    canvas.water(622, "#1c3b36", depth=0.3, ripple=0.35)
    canvas.line("606,799 490,834 280,900", "#d9e3c6", 2, 0.6)
    canvas.line("606,797 480,790 200,784", "#d9e3c6", 2, 0.6)
    canvas.disc(560, 805, 34, "#2c1d13", ry=13)
    canvas.disc(596, 799, 17, "#3a281a", ry=12)


def forest(canvas: Canvas, layer: int) -> None:
    """Draw one row of firs around a clearing; a higher layer is nearer, darker and further to the sides."""
    fill = mix("#9db8a3", "#1d3a31", layer / 3)
    for _ in range(34 - layer * 6):
        x = canvas.random.random() * WIDTH
        if abs(x - 850) / 850 > layer * 0.22:
            conifer(canvas.at(x, 622, (170 + layer * 95) * (0.7 + canvas.random.random() * 0.5)), fill)


def conifer(canvas: Canvas, fill: str) -> None:
    """Draw one fir tree of height 1."""
    for tier in range(4):
        top, spread = tier * 0.2 - 1, 0.09 + tier * 0.05
        canvas.polygon([(0, top), (-spread, top + 0.36), (spread, top + 0.36)], fill)
    canvas.box(-0.02, -0.06, 0.04, 0.08, fill)


def wind_turbines(canvas: Canvas) -> None:
    """Wind turbines at sea on a bright, windy day."""
    canvas.gradient([(0, "#3f7fae"), (0.6, "#9fc7d4"), (1, "#e6eedf")], 0, 700)
    canvas.clouds(-40, 560, "#ffffff", 0.95, cover=0.5, stretch=5)
    canvas.gradient([(0, "#7fb0b5"), (0.25, "#2f7482"), (1, "#0f3546")], 700)
    canvas.waves(700, "#d9efe9", "#0c2c3b")
    rows = [(180, 150), (330, 180), (520, 220), (1460, 190), (1290, 260), (760, 330), (1040, 480)]
    for index, (x, size) in enumerate(rows):
        turbine(canvas.at(x, 704 + size * 0.22, size), 17 + index * 41)


def turbine(canvas: Canvas, turn: float) -> None:
    """Draw one turbine on its foundation, 1.25 high; `turn` is the angle of its first blade in degrees."""
    canvas.polygon("-0.035,0 -0.016,-1.25 0.016,-1.25 0.035,0", "#f3f4ee")
    canvas.polygon("0,0 0,-1.25 0.016,-1.25 0.035,0", "#b9c4c6")
    canvas.box(-0.05, -0.16, 0.1, 0.16, "#e3a92f")
    for blade in range(3):
        outline = rotated([(0, 0.022), (0.2, 0.05), (0.72, 0), (0, -0.022)], turn + blade * 120)
        canvas.polygon([(x, y - 1.25) for x, y in outline], "#fbfbf6")
    canvas.disc(0, -1.25, 0.04, "#dfe4e2")


def rotated(outline: list[tuple[float, float]], degrees: float) -> list[tuple[float, float]]:
    """Return points turned around the origin."""
    turn = complex(math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    turned = [complex(x, y) * turn for x, y in outline]
    return [(point.real, point.imag) for point in turned]


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "wheat-field": wheat_field,
    "fell-runners": fell_runners,
    "beaver-pond": beaver_pond,
    "wind-turbines": wind_turbines,
}
