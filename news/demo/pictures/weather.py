"""Pictures of bad weather: the river in flood, a wet street."""

from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix
from news.demo.pictures.figures import walker


def storm_river(canvas: Canvas) -> None:
    """A river in flood along its wall, under a black sky."""
    canvas.gradient([(0, "#161d2b"), (0.5, "#3a4756"), (1, "#8b9593")], 0, 640)
    canvas.clouds(-160, 520, "#0e131d", 0.95, cover=0.66, stretch=4)
    canvas.clouds(120, 560, "#9aa5a5", 0.55, cover=0.45, stretch=5)
    canvas.ridge(560, 30, "#2c3a42", waves=1.4)
    for x in range(0, WIDTH, 58):
        house(canvas.at(x + canvas.random.random() * 20, 640), 50 + canvas.random.random() * 60)
    canvas.gradient([(0, "#6d6656"), (0.4, "#57503f"), (1, "#2b2a24")], 640)
    canvas.waves(640, "#d0c8ae", "#1f1e1a")
    canvas.polygon([(0, 800), (WIDTH, 652), (WIDTH, HEIGHT), (0, HEIGHT)], "#3a434c")
    for stone in range(26):
        x = stone**1.35 * 22
        joint = [(x * 1.6 - 500, HEIGHT), (WIDTH - (WIDTH - x) * 0.35, 690 + (WIDTH - x) * 0.03)]
        canvas.line(joint, "#2b333b", 2.5, 0.6)
    canvas.polygon([(0, 770), (WIDTH, 640), (WIDTH, 664), (0, 860)], "#59646e")
    canvas.polygon([(0, 770), (WIDTH, 640), (WIDTH, 645), (0, 786)], "#a3adb0")
    walker(canvas.at(1130, 905, 1.5), "#d8573c")
    canvas.rain(900, 14)


def house(canvas: Canvas, height: float) -> None:
    """Draw a dark house with a lit window or two."""
    canvas.box(0, -height, 52, height, mix("#232d36", "#3b4650", canvas.random.random()))
    canvas.polygon([(-5, -height), (26, -height - 26), (57, -height)], "#171e26")
    for x in (10, 30):
        if canvas.random.random() < 0.55:
            canvas.box(x, 16 - height, 10, 14, "#f3c56a", 0.9)


def rain_street(canvas: Canvas) -> None:
    """A shopping street in the rain at dusk, lamps mirrored in the wet road."""
    canvas.gradient([(0, "#25334d"), (1, "#7f8796")], 0, 640)
    street = canvas.at(840, 560)
    for step in range(9):
        shop(street, -1, step)
        shop(street, 1, step)
    street.polygon("-840,120 -20,12 20,12 760,110 760,140 -840,150", "#4a5062")
    canvas.veil(430, 700, "#c9b8a0", 0.0, 0.25)
    canvas.water(672, "#222a3e", depth=0.42, ripple=1.1)
    for nearness in (0.95, 0.62, 0.4):
        lamp(canvas.at(840 - 520 * nearness, 560 + 170 * nearness, nearness))
        lamp(canvas.at(840 + 520 * nearness, 560 + 170 * nearness, nearness))
    walker(canvas.at(640, 850, 1.9), "#d8573c")
    walker(canvas.at(1010, 790, 1.4), "#2f8f9d")
    walker(canvas.at(880, 668, 0.7), "#e8b44c")
    canvas.rain(700, 9)


def shop(street: Canvas, side: int, step: int) -> None:
    """Draw one shop in perspective on the left (-1) or the right (1); a higher step is further off."""
    near, far = 1 - step * 0.11, 1 - (step + 0.96) * 0.11

    def band(top: float, bottom: float) -> list[tuple[float, float]]:
        outer, inner = side * 900 * near, side * 900 * far
        return [(outer, top * near), (inner, top * far), (inner, bottom * far), (outer, bottom * near)]

    choose = street.random.choice
    street.polygon(band(-470 - street.random.random() * 160, 120), mix("#2a3148", "#6b7285", step / 9))
    street.polygon(band(-40, 110), choose(("#f4bf63", "#e98f58", "#f7dc9c", "#7fb0b5")), 0.85)
    street.polygon(band(-76, -36), choose(("#8c2f28", "#24505c", "#3c3358")))
    street.polygon(band(-230, -150), "#f3d69a" if step % 3 else "#2a3148", 0.35)


def lamp(canvas: Canvas) -> None:
    """Draw a street lamp on its post."""
    canvas.line("0,0 0,-400", "#10151f", 9)
    canvas.disc(0, -404, 16, "#fff3cf")
    canvas.glow(0, -404, 230, "#ffcf7d", 0.95)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "storm-river": storm_river,
    "rain-street": rain_street,
}
