"""Pictures of people together: a match, a reading, a band, a table that waits for them."""

import math
from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix
from news.demo.pictures.figures import player

SHIRTS = ("#d8573c", "#d8573c", "#f4ead6", "#2f5d8c", "#e8b44c", "#7d8896", "#c08a6a")


def stadium(canvas: Canvas) -> None:
    """A full football ground under floodlights."""
    canvas.gradient([(0, "#0b1430"), (1, "#27406b")], 0, 500)
    canvas.box(0, 240, WIDTH, 280, "#16233f")
    canvas.polygon([(0, 190), (WIDTH, 190), (WIDTH, 250), (0, 232)], "#0a1228")
    for seat in range(20 * 134):
        row, place = divmod(seat, 134)
        if canvas.random.random() < 0.9:
            x, y = place * 12 + (row % 2) * 6, 262 + row * 13
            canvas.disc(x, y, 4.6, canvas.random.choice(SHIRTS), 0.55 + row * 0.022)
    pitch(canvas)
    for x, y, size, shirt in (
        (830, 620, 0.9, "#e8b44c"),
        (800, 800, 1.35, "#f4efe0"),
        (420, 850, 1.5, "#d8573c"),
    ):
        player(canvas.at(x, y, size), shirt)
    player(canvas.at(1180, 900, 1.65), "#d8573c")
    canvas.disc(1010, 870, 13, "#fbfbf5")
    for x in (130, 1470):
        floodlight(canvas.at(x, 56))


def pitch(canvas: Canvas) -> None:
    """Draw the boards, the mown stripes, the lines and the goal."""
    canvas.box(0, 516, WIDTH, 44, "#efe9da")
    for board in range(8):
        canvas.box(board * 202, 520, 196, 36, ("#2f5d8c", "#d8573c", "#e8b44c", "#2d6a5a")[board % 4])
    for stripe in range(10):
        top, bottom = 560 + stripe**1.55 * 14.4, 560 + (stripe + 1) ** 1.55 * 14.4
        canvas.box(0, top, WIDTH, bottom - top + 1, "#3f8a4f" if stripe % 2 else "#347844")
    canvas.line([(0, 610), (WIDTH, 610)], "#f3f6ea", 4)
    canvas.line("330,610 190,760 1410,760 1270,610", "#f3f6ea", 5)
    canvas.line("560,610 560,470 1040,470 1040,610", "#fbfbf5", 9)
    for x in range(560, 1041, 40):
        canvas.line([(x, 474), (x, 606)], "#ffffff", 1, 0.35)
    for y in range(500, 600, 32):
        canvas.line([(560, y), (1040, y)], "#ffffff", 1, 0.35)


def floodlight(canvas: Canvas) -> None:
    """Draw one mast with eight lamps."""
    canvas.box(-4, 4, 8, 180, "#0a1228")
    for lamp in range(8):
        canvas.disc(-42 + (lamp % 4) * 28, -16 + (lamp // 4) * 26, 9, "#fffbe6")
    canvas.glow(0, 0, 330, "#f5f1d0", 0.9)


def poetry_evening(canvas: Canvas) -> None:
    """Listeners under strings of lamps, a poet at the microphone."""
    canvas.gradient([(0, "#1b1230"), (0.6, "#4a2547"), (1, "#7c3b4d")])
    canvas.glow(1060, 470, 640, "#ffb96b", 0.9)
    for rope in range(4):
        string_of_lamps(canvas.at(0, 60 + rope * 56), 70 + rope * 20)
    canvas.polygon("700,800 1460,800 1520,880 640,880", "#8c3340")
    for star in range(11):
        canvas.disc(720 + star * 74, 842, 12, "#e8b44c", 0.7, ry=8)
    poet(canvas.at(1060, 812))
    for row in range(3):
        for seat in range(16):
            listener = canvas.at(seat * 112 + row * 40 - 48, 886 + row * 70 + canvas.random.random() * 14)
            listener.disc(0, 0, 36, mix("#2e1a3a", "#0d0816", row / 2), ry=42)
            listener.disc(0, 108, 74, mix("#2e1a3a", "#0d0816", row / 2), ry=78)


def string_of_lamps(canvas: Canvas, sag: float) -> None:
    """Hang lamps on a rope across the picture."""
    rope = [(place / 22 * WIDTH, math.sin(place / 22 * math.pi) * sag) for place in range(23)]
    canvas.line(rope, "#150d24", 2)
    for x, y in rope:
        canvas.glow(x, y + 10, 48, "#ffc268", 0.85)
        canvas.disc(x, y + 10, 7, "#fff1cc")


def poet(canvas: Canvas) -> None:
    """Draw the poet in a long pale coat, a sheet in the hand."""
    canvas.polygon("-100,0 -60,-252 60,-252 110,0", "#f0e2c6")
    canvas.polygon("0,0 2,-252 60,-252 110,0", "#cdb894", 0.8)
    canvas.disc(0, -302, 46, "#9c6648")
    canvas.polygon("-48,-312 -30,-360 30,-360 48,-312", "#33263a")
    canvas.line("-50,-222 -110,-152 -160,-192", "#f0e2c6", 24)
    canvas.polygon("-192,-222 -124,-208 -134,-156 -202,-170", "#fbf6e8")
    canvas.line("-80,-12 -80,-246", "#120b1d", 6)
    canvas.disc(-76, -256, 17, "#120b1d")


def brass_band(canvas: Canvas) -> None:
    """The band's horns from the front, their bells catching the light."""
    canvas.gradient([(0, "#5a1f2b"), (1, "#1f0d18")])
    for fold in range(22):
        canvas.at(fold * 76, 0).polygon([(0, 0), (40, 0), (46, HEIGHT), (-8, HEIGHT)], "#8c2f3b", 0.45)
    canvas.glow(800, 160, 900, "#ffce86", 0.5)
    for x, y, size in ((240, 330, 110), (590, 270, 98), (960, 280, 104), (1340, 330, 116)):
        horn(canvas.at(x, y, size))
    for x, y, size in ((130, 640, 140), (480, 620, 160), (880, 600, 180), (1290, 650, 160)):
        horn(canvas.at(x, y, size))


def horn(canvas: Canvas) -> None:
    """Draw one player behind the bell of a horn; the bell's radius is 1."""
    canvas.disc(0.9, 2.9, 1.25, "#150a12", ry=1.5)
    canvas.disc(0.9, 0.9, 0.46, "#8a5a44", ry=0.56)
    canvas.polygon("0.4,0.72 0.5,0.42 1.3,0.42 1.4,0.72", "#2a1018")
    canvas.line("0.62,1.9 0.62,3.6 1.3,3.6 1.3,2", "#a97c30", 0.2)
    canvas.line("0.58,1.9 0.58,3.58", "#f0d58e", 0.06)
    for valve in range(3):
        canvas.box(0.72 + valve * 0.17, 1.75, 0.1, 1.2, "#d9b04f", rounded=0.04)
    canvas.disc(0, 0, 1.04, "#7a5423")
    for ring in range(16):
        share = ring / 15
        canvas.disc(share * 0.1, share * 0.08, 1 - share * 0.72, mix("#f7dc94", "#3a2410", share**0.8))
    canvas.arc(0, 0, 0.97, 190, 290, "#fff6d8", 0.05)
    canvas.arc(0, 0, 0.62, 20, 110, "#c99a45", 0.04)


def empty_table(canvas: Canvas) -> None:
    """A conference table with two flags and empty chairs."""
    canvas.gradient([(0, "#d9cdb4"), (1, "#a8987c")], 0, 700)
    for x in range(40, WIDTH, 224):
        canvas.box(x, 60, 196, 560, "#c5b592", rounded=6)
        canvas.box(x + 16, 76, 164, 528, "#d3c5a6", rounded=4)
    canvas.gradient([(0, "#5c3d33"), (1, "#2f1f1c")], 690)
    flag(canvas.at(560, 130), ("#1f5a4e", "#efe7d2", "#1f5a4e"))
    flag(canvas.at(980, 130), ("#7c2438", "#d9a33c", "#27345e"))
    for x in range(170, 1320, 226):
        canvas.box(x, 520, 130, 250, "#6b2a30", rounded=26)
        canvas.box(x + 12, 534, 106, 200, "#8c3a40", rounded=20)
    canvas.polygon("60,760 1540,760 1700,930 -100,930", "#8a5a3a")
    canvas.polygon("60,760 1540,760 1556,778 44,778", "#b98457")
    canvas.polygon("-100,930 1700,930 1700,1067 -100,1067", "#4a2d1f")
    for place in range(6):
        seat = canvas.at(215 + place * 220, 850)
        seat.polygon("0,0 90,0 98,36 -8,36", "#fbf6e8")
        seat.box(104, -34, 22, 52, "#cfe3e2", 0.8, rounded=5)
    canvas.glow(800, 120, 760, "#fff2cf", 0.35)


def flag(canvas: Canvas, bands: tuple[str, ...]) -> None:
    """Draw a flag of three bands on its pole."""
    canvas.box(0, 0, 10, 600, "#b58d3d")
    canvas.disc(5, -4, 13, "#d9b45a")
    for band, fill in enumerate(bands):
        wave = [(10 + t * 9, 20 + band * 70 + math.sin(t / 2.6) * 10 + t * 3.2) for t in range(20)]
        canvas.polygon([*wave, *[(x, y + 71) for x, y in reversed(wave)]], fill)
    for fold in range(3):
        canvas.at(40 + fold * 52, 30 + fold * 18).polygon("0,0 14,4 18,210 4,208", "#000000", 0.12)


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "floodlit-stadium": stadium,
    "poetry-evening": poetry_evening,
    "brass-band": brass_band,
    "empty-table": empty_table,
}
