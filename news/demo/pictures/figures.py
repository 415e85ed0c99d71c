"""Small figures that several pictures share: people, birds, boats. Each stands on the canvas's origin."""

import math

from news.demo.pictures.canvas import Canvas


def birds(canvas: Canvas, count: int, fill: str, size: float = 16) -> None:
    """Let a loose flock pass around the origin."""
    for _ in range(count):
        bird = canvas.at(
            canvas.random.gauss(0, 130),
            canvas.random.gauss(0, 45),
            size * (0.6 + canvas.random.random() * 0.6),
        )
        wing = canvas.random.random() * 0.4 + 0.3
        bird.line([(-1, -wing), (-0.4, -0.35), (0, 0), (0.4, -0.35), (1, -wing)], fill, 2.5 / size)


def runner(canvas: Canvas, fill: str, shirt: str) -> None:
    """Draw one fell runner in mid-stride."""
    canvas.line("-15,-4 -5,-16 1,-30", fill, 6)
    canvas.line("13,-2 11,-18 1,-30", fill, 6)
    canvas.line("1,-30 6,-56", shirt, 11)
    canvas.line("6,-53 -8,-44 -12,-34", shirt, 4.5)
    canvas.line("6,-53 15,-42 24,-48", shirt, 4.5)
    canvas.disc(10, -66, 7.5, fill)


def player(canvas: Canvas, shirt: str) -> None:
    """Draw one footballer running."""
    skin = "#8d5a3f"
    canvas.disc(0, 4, 40, "#1d4a2b", 0.5, ry=7)
    canvas.line("-26,-6 -14,-30 0,-52", skin, 9)
    canvas.line("24,0 20,-28 0,-52", skin, 9)
    canvas.polygon("-15,-44 17,-42 13,-66 -13,-66", "#1b2338")
    canvas.polygon("-15,-62 15,-62 19,-108 -12,-108", shirt)
    canvas.line("-8,-102 -30,-82 -26,-64", skin, 7)
    canvas.line("14,-102 34,-84 48,-94", skin, 7)
    canvas.disc(5, -122, 13, skin)
    canvas.disc(3, -127, 12, "#241813", ry=9)


def walker(canvas: Canvas, umbrella: str) -> None:
    """Draw somebody walking under an umbrella, its colour mirrored underfoot."""
    canvas.disc(0, 26, 26, umbrella, 0.16, ry=30)
    canvas.line("-9,0 -3,-52", "#12171f", 8)
    canvas.line("12,-3 3,-52", "#12171f", 8)
    canvas.polygon("-17,-40 -11,-104 11,-104 18,-40", "#1d2632")
    canvas.disc(0, -114, 11, "#12171f")
    canvas.line("12,-74 8,-168", "#12171f", 2.4)
    angles = [math.radians(degrees) for degrees in range(0, 181, 6)]
    dome = [(8 + 60 * math.cos(angle), -124 - 46 * math.sin(angle)) for angle in angles]
    hem = [(-52 + step * 10, -124 if step % 4 else -118) for step in range(13)]
    canvas.polygon([*dome, *hem], umbrella)


def trawler(canvas: Canvas, hull: str = "#141a2c") -> None:
    """Draw a small fishing boat from the side, its waterline through the origin."""
    canvas.polygon("-62,-26 74,-34 52,0 -54,0", hull)
    canvas.box(-40, -62, 44, 38, "#2b3350")
    for window in range(3):
        canvas.box(-36 + window * 14, -56, 9, 10, "#ffd98e")
    canvas.line("26,-30 26,-150", hull, 4)
    canvas.line("-18,-60 -18,-118", hull, 3)
    canvas.line("72,-36 26,-146 -58,-28", hull, 1.6)
    canvas.line("26,-60 -14,-126", hull, 3)


def wader(canvas: Canvas) -> None:
    """Draw one long-legged bird that feeds to the left or the right, a unit a leg's length."""
    side = canvas.random.choice((-1, 1))
    canvas.line("-0.1,0 -0.05,-1", "#3a2a26", 0.07)
    canvas.line("0.2,0 0.1,-1", "#3a2a26", 0.07)
    canvas.disc(0, -1.3, 0.75, "#54463f", ry=0.42)
    canvas.disc(0, -1.15, 0.6, "#d9cbb8", ry=0.25)
    canvas.disc(side * 0.85, -1.65, 0.28, "#54463f")
    canvas.line([(side * 1.05, -1.62), (side * 1.75, -1.2)], "#2a2020", 0.08)


def fish(canvas: Canvas, fill: str) -> None:
    """Draw one small fish of length 2 that swims to the left or the right."""
    side = canvas.random.choice((-1, 1))
    canvas.disc(0, 0, 1, fill, 0.9, ry=0.36)
    canvas.polygon([(-side * 0.8, 0), (-side * 1.5, -0.4), (-side * 1.5, 0.4)], fill, 0.9)
    canvas.disc(side * 0.6, -0.08, 0.1, "#12343b")


def rowing_eight(canvas: Canvas, fill: str) -> None:
    """Draw a boat of eight and its cox from above, the bow at the origin, the wake to the left."""
    canvas.polygon("-560,0 -1500,-42 -1500,42", "#e5f4ef", 0.16)
    canvas.polygon("0,0 -120,-13 -470,-13 -590,0 -470,13 -120,13", fill)
    canvas.polygon("-60,0 -130,-8 -460,-8 -520,0 -460,8 -130,8", "#27363f")
    for seat in range(8):
        x, side = -130 - seat * 42, 1 if seat % 2 else -1
        canvas.line([(x, 0), (x - 34, side * 92)], "#f6efdd", 3.4)
        blade = [(x - 30, 84), (x - 42, 80), (x - 48, 112), (x - 32, 114)]
        canvas.polygon([(along, side * across) for along, across in blade], fill)
        canvas.disc(x - 42, side * 122, 16, "#eef8f4", 0.4, ry=8)
        canvas.disc(x, 0, 11, fill)
        canvas.disc(x + 3, 0, 6.5, "#5a3a2c")
    canvas.disc(-486, 0, 9, "#27363f")
    canvas.disc(-486, 0, 5.5, "#c98f6b")
