"""Pictures of the town by day and by night."""

from collections.abc import Callable

from news.demo.pictures.canvas import HEIGHT, WIDTH, Canvas, mix

LAMPLIGHT = ("#ffd98a", "#f6b756", "#ffe9b8", "#9fc6d6")
COATS = ("#37546d", "#7c2f2a", "#3f6a58", "#5a4468", "#b5793a")
FRUIT = ("#d8573c", "#e8b44c", "#7fa650", "#b8432f", "#f0963c")


def skyline_night(canvas: Canvas) -> None:
    """The city at night across the river, every second window lit."""
    canvas.gradient([(0, "#0a1026"), (0.6, "#25305a"), (1, "#7a567c")], 0, 720)
    canvas.stars(180, 380)
    canvas.disc(1290, 170, 52, "#f8ecd0")
    canvas.disc(1268, 158, 46, "#141c3b")
    for layer in range(3):
        fill, x = mix("#39416b", "#0b1020", layer / 2), -30.0
        while x < WIDTH:
            width = 62 + canvas.random.random() * 70
            height = (330 - layer * 70) * (0.5 + canvas.random.random() * 0.9)
            tower(canvas.at(x, 720 - height), width, height, fill, 0.1 + layer * 0.16)
            x += width + 2 + canvas.random.random() * 24 * layer
        canvas.veil(420, 720, "#6f5480", 0.0, 0.3 - layer * 0.13)
    canvas.box(0, 706, WIDTH, 16, "#070b18")
    for lamp in range(30, WIDTH, 92):
        canvas.glow(lamp, 704, 44, "#ffc56b", 0.9)
        canvas.disc(lamp, 704, 4, "#fff0cb")
    canvas.water(722, "#0c1330", depth=0.32, ripple=1.3)


def tower(canvas: Canvas, width: float, height: float, fill: str, lit: float) -> None:
    """Draw one tall building of which a share of the windows is lit."""
    canvas.box(0, 0, width, height, fill)
    for y in range(12, int(height) - 14, 26):
        for x in range(9, int(width) - 14, 20):
            if canvas.random.random() < lit:
                canvas.box(
                    x, y, 10, 14, canvas.random.choice(LAMPLIGHT), 0.55 + canvas.random.random() * 0.45
                )


def night_bus(canvas: Canvas) -> None:
    """A lit bus at its stop after midnight."""
    canvas.gradient([(0, "#10182f"), (1, "#2e3c5e")], 0, 760)
    for x in range(-20, WIDTH, 150):
        height = 280 + canvas.random.random() * 240
        tower(
            canvas.at(x, 760 - height), 138, height, mix("#18223d", "#202c4a", canvas.random.random()), 0.09
        )
    canvas.gradient([(0, "#2b3040"), (1, "#14171f")], 752)
    canvas.glow(720, 560, 700, "#e8b66a", 0.35)
    bus(canvas.at(250, 400))
    canvas.box(1350, 420, 10, 350, "#0d1220")
    canvas.disc(1355, 400, 40, "#f2b134")
    canvas.disc(1355, 400, 30, "#b8432f")
    canvas.water(820, "#171b26", depth=0.55, ripple=1.0)


def bus(canvas: Canvas) -> None:
    """Draw the bus with its passengers, headlights on."""
    canvas.box(0, 0, 980, 350, "#b8432f", rounded=34)
    canvas.box(0, 240, 980, 110, "#8f3024", rounded=20)
    canvas.box(32, 36, 916, 168, "#fbe3ac", rounded=16)
    for index, x in enumerate((130, 250, 480, 600, 720)):
        passenger = canvas.at(x, 204)
        passenger.disc(0, -56, 25, "#5a3d36")
        passenger.polygon("-40,0 -28,-30 28,-30 40,0", COATS[index])
    for post in range(1, 8):
        canvas.box(32 + post * 114, 36, 9, 168, "#8f3024")
    canvas.box(862, 46, 90, 270, "#fdf0cf", rounded=8)
    canvas.line("907,46 907,316", "#8f3024", 6)
    canvas.box(310, 8, 330, 24, "#141821", rounded=6)
    for dot in range(26):
        canvas.disc(330 + dot * 11.6, 20, 3.4, "#ffb545")
    for wheel in (180, 790):
        canvas.disc(wheel, 352, 62, "#10131b")
        canvas.disc(wheel, 352, 28, "#8b929c")
    canvas.glow(986, 300, 240, "#fff0c0", 0.9)


def market_hall(canvas: Canvas) -> None:
    """The county hall and its clock over market stalls in the morning."""
    canvas.gradient([(0, "#7fb0c9"), (1, "#f7ecd2")], 0, 840)
    canvas.clouds(-40, 460, "#ffffff", 0.85, cover=0.46, stretch=4)
    canvas.ridge(640, 40, "#9db7ae", waves=1.5, bottom=840)
    clock_tower(canvas.at(800, 430))
    canvas.box(240, 420, 1120, 420, "#d9c3a0")
    canvas.polygon("220,424 800,300 1380,424", "#5c6570")
    for x in range(300, 1300, 130):
        pane = canvas.at(x, 500)
        pane.box(0, 0, 62, 130, "#33475a", rounded=30)
        pane.box(28, 0, 6, 130, "#f4ead6")
        pane.box(-8, 134, 78, 10, "#f4ead6")
    canvas.gradient([(0, "#b7a894"), (1, "#7d6f62")], 836)
    for index, paint in enumerate(("#c9564b", "#2f7482", "#e8b44c", "#5f8a5a", "#8d5f6e")):
        stall(canvas.at(40 + index * 312, 660), paint)
    for x, coat in zip((180, 520, 790, 1120, 1420), COATS, strict=True):
        customer = canvas.at(x, HEIGHT)
        customer.polygon("-44,0 -34,-150 34,-150 44,0", coat)
        customer.disc(0, -182, 28, "#3b2a22")


def clock_tower(canvas: Canvas) -> None:
    """Draw the tower; its clock shows four."""
    canvas.box(-100, -280, 200, 280, "#e3d0b0")
    canvas.box(40, -280, 60, 280, "#c4ad88", 0.7)
    canvas.polygon("-110,-278 0,-400 110,-278", "#3f6f68")
    canvas.disc(0, -190, 66, "#4a3b30")
    canvas.disc(0, -190, 58, "#fbf6e8")
    canvas.line("0,-234 0,-190 32,-172", "#2b2420", 7)


def stall(canvas: Canvas, paint: str) -> None:
    """Draw one market stall, its awning striped, its counter full of fruit."""
    canvas.box(12, 40, 8, 240, "#4a3b30")
    canvas.box(260, 40, 8, 240, "#4a3b30")
    for stripe in range(7):
        outline = [(20 + stripe * 34, 0), (54 + stripe * 34, 0), (40 * stripe + 40, 70), (40 * stripe, 70)]
        canvas.polygon(outline, paint if stripe % 2 else "#fbf4e4")
    canvas.box(0, 190, 280, 96, "#6e5039")
    for fruit in range(34):
        y = 186 - (fruit // 17) * 15 + canvas.random.random() * 5
        canvas.disc(16 + (fruit % 17) * 15.5, y, 11, canvas.random.choice(FRUIT))


DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    "skyline-night": skyline_night,
    "night-bus": night_bus,
    "market-hall": market_hall,
}
