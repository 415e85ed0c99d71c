"""Pictures of the port and the villages on the water."""

from collections.abc import Callable

from news.demo.pictures.canvas import WIDTH, Canvas, mix
from news.demo.pictures.figures import birds, trawler


def harbour_dawn(canvas: Canvas) -> None:
    """The fishing harbour before sunrise, mirrored in flat water."""
    canvas.gradient([(0, "#1d2c50"), (0.45, "#7a6a8c"), (0.75, "#ec9f76"), (1, "#fbd9a0")], 0, 640)
    canvas.clouds(-20, 420, "#f2b79a", 0.55, cover=0.46, stretch=7)
    canvas.glow(1090, 590, 560, "#ffd08a", 1.0)
    canvas.disc(1090, 575, 40, "#fff1cc")
    for layer, (base, rise) in enumerate([(520, 60), (560, 48), (600, 34)]):
        canvas.ridge(base, rise, mix("#a98697", "#34415f", layer / 2), waves=1.5 + layer * 0.5, bottom=642)
        canvas.veil(base, 642, "#f6c393", 0.0, 0.35)
    canvas.box(0, 618, 560, 24, "#1b2338")
    for x, height in ((20, 88), (100, 120), (190, 76), (260, 104), (352, 84), (430, 66)):
        shed(canvas.at(x, 620), height)
    for x, size in ((640, 1.0), (790, 0.8), (960, 1.15), (1290, 0.9), (1470, 1.2)):
        trawler(canvas.at(x, 640, size))
    canvas.water(641, "#28365a", depth=0.28, ripple=0.7)
    birds(canvas.at(820, 300), 9, "#2a2c47")


def shed(canvas: Canvas, height: float) -> None:
    """Draw a quayside shed with a lit door."""
    canvas.box(0, -height, 74, height, "#1f2740")
    canvas.polygon([(-4, -height), (37, -height - 30), (78, -height)], "#151b2e")
    canvas.box(27, -34, 20, 34, "#f6bf6a", 0.92)
    canvas.glow(37, -18, 70, "#f6a94f", 0.5)


def quay_houses(canvas: Canvas) -> None:
    """Painted houses on the quay at Brackwater, mirrored at high tide."""
    canvas.gradient([(0, "#6fa3c4"), (1, "#e9efe2")], 0, 640)
    canvas.clouds(-60, 420, "#ffffff", 0.9, cover=0.5, stretch=4)
    canvas.ridge(430, 60, "#7c9b86", waves=1.1, bottom=642)
    paints = (
        "#d9705a",
        "#f0c36b",
        "#6a9fa8",
        "#f4e7d0",
        "#8d5f6e",
        "#88a97c",
        "#e6a07d",
        "#4f7391",
        "#f7f0e2",
    )
    x = -20.0
    for index in range(14):
        width = 104 + canvas.random.random() * 34
        cottage(canvas.at(x, 612), width, 170 + canvas.random.random() * 110, paints[index % len(paints)])
        x += width
    canvas.box(0, 610, WIDTH, 42, "#6a6258")
    canvas.box(0, 606, WIDTH, 6, "#9b9284")
    for place, hull in ((250, "#2b3c4d"), (690, "#8c2f28"), (1180, "#2b3c4d")):
        trawler(canvas.at(place, 652, 0.9), hull)
    canvas.water(650, "#2b5d6b", depth=0.28, ripple=0.8)


def cottage(canvas: Canvas, width: float, height: float, paint: str) -> None:
    """Draw one terraced house with slate roof, sash windows and door."""
    canvas.box(width * 0.7, -height - 66, 20, 50, "#7d4c3f")
    canvas.polygon([(0, -height), (width * 0.5, -height - 58), (width, -height)], "#4a4f58")
    canvas.box(0, -height, width, height, paint)
    canvas.box(0, -height, width * 0.12, height, "#000000", 0.07)
    for row in range(int(height // 84)):
        for column in (0.16, 0.6):
            window(canvas.at(width * column, 22 + row * 78 - height), width * 0.24)
    canvas.box(width * 0.4, -62, width * 0.2, 62, mix(paint, "#1c2030", 0.65))


def window(canvas: Canvas, width: float) -> None:
    """Draw a sash window in a white frame."""
    canvas.box(-4, -4, width + 8, 54, "#fbf7ee")
    canvas.box(0, 0, width, 46, "#33475a")
    canvas.line([(0, 23), (width, 23)], "#fbf7ee", 3)


def cannery(canvas: Canvas) -> None:
    """The cannery on the quay, its chimneys against a red evening."""
    canvas.gradient([(0, "#3c3a5c"), (0.5, "#b9606a"), (0.85, "#f2a765"), (1, "#f9d08d")], 0, 720)
    canvas.glow(380, 640, 560, "#ffd08a", 0.9)
    canvas.clouds(-20, 460, "#f7b58b", 0.5, cover=0.48, stretch=6)
    for puff in range(9):
        canvas.disc(740 + puff * 44, 150 - puff * 17, 26 + puff * 9, "#4a3f58", 0.4 - puff * 0.035)
    for x, top in ((700, 170), (880, 240)):
        canvas.polygon([(x, 720), (x + 12, top), (x + 58, top), (x + 70, 720)], "#5b2f33")
        canvas.box(x + 6, top + 24, 58, 14, "#f0dcc0", 0.8)
    for roof in range(6):
        bay = canvas.at(480 + roof * 160, 520)
        bay.polygon("0,0 0,-80 160,0", "#3a2530")
        bay.polygon("6,-6 6,-64 40,-48 40,-6", "#f2b36b", 0.8)
    canvas.box(480, 518, 960, 190, "#6f3a3a")
    for pane in range(15):
        canvas.box(506 + pane * 62, 552, 36, 60, "#f6c57c" if pane % 4 else "#3a2530")
        canvas.line([(524 + pane * 62, 552), (524 + pane * 62, 612)], "#4a2a2e", 3)
    canvas.box(480, 640, 960, 10, "#f0dcc0", 0.7)
    canvas.box(0, 706, WIDTH, 26, "#2c2230")
    for bollard in range(9):
        canvas.box(70 + bollard * 180, 688, 22, 22, "#1c1622", rounded=6)
    canvas.water(730, "#3b2a45", depth=0.3, ripple=1.0)


def river_bridge(canvas: Canvas) -> None:
    """The iron bridge over the Lathe in the afternoon."""
    canvas.gradient([(0, "#6b98b4"), (0.7, "#d7dccb"), (1, "#f3e3bd")], 0, 660)
    canvas.clouds(-60, 460, "#fff8e8", 0.85, cover=0.48, stretch=4)
    canvas.ridge(520, 60, "#9fb3a3", waves=1.3, bottom=662)
    canvas.ridge(586, 34, "#6f917c", waves=2.2, bottom=662)
    for x in range(-20, WIDTH + 40, 46):
        canvas.disc(x, 642 - canvas.random.random() * 20, 34 + canvas.random.random() * 26, "#47705a")
    for x in (330, 800, 1270):
        pier = canvas.at(x, 662)
        pier.polygon("-34,0 -24,-192 24,-192 34,0", "#b9a58a")
        pier.polygon("4,0 4,-192 24,-192 34,0", "#917d66")
    for x in (-140, 330, 800, 1270):
        iron_arch(canvas.at(x, 468))
    canvas.box(0, 466, WIDTH, 18, "#7c2f2a")
    canvas.box(0, 462, WIDTH, 5, "#a8473b")
    canvas.water(660, "#2f5f63", depth=0.3, ripple=0.9)


def iron_arch(canvas: Canvas) -> None:
    """Draw one arch of the bridge, 470 wide, with the rods that hold the deck."""
    arch = [(step * 4.7, -480 * step / 100 * (1 - step / 100)) for step in range(101)]
    canvas.line(arch, "#7c2f2a", 12)
    for x, y in arch[::10]:
        canvas.line([(x, y), (x, 6)], "#7c2f2a", 4)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "harbour-dawn": harbour_dawn,
    "quay-houses": quay_houses,
    "cannery-evening": cannery,
    "river-bridge": river_bridge,
}
