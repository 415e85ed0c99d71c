"""Portraits: one way of drawing a head and shoulders, and the people drawn with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from news.demo.pictures.canvas import HEIGHT, Canvas, mix


@dataclass(frozen=True)
class Sitter:
    """What tells one portrait from another. Colours are `#rrggbb`."""

    skin: str
    hair: str
    coat: str
    wall: str
    style: str = "short"
    glasses: bool = False
    beard: bool = False


def portrait(canvas: Canvas, sitter: Sitter) -> None:
    """Draw somebody looking at us, lit from the left."""
    shade = mix(sitter.skin, "#3a1c1c", 0.28)
    canvas.gradient([(0, mix(sitter.wall, "#ffffff", 0.22)), (1, mix(sitter.wall, "#10182a", 0.35))])
    canvas.glow(520, 330, 760, "#fff1d0", 0.4)
    canvas.disc(800, 520, 430, sitter.wall, 0.55)
    hair_behind(canvas, sitter)
    shoulders(canvas, sitter)
    canvas.polygon([(722, 600), (878, 600), (900, 800), (800, 850), (700, 800)], shade)
    for side in (-1, 1):
        canvas.disc(800 + side * 183, 500, 32, sitter.skin if side < 0 else shade, ry=48)
    canvas.disc(800, 490, 180, sitter.skin, ry=232)
    half = [
        (800, 258),
        (878, 280),
        (940, 340),
        (974, 420),
        (980, 490),
        (966, 590),
        (920, 672),
        (860, 714),
        (800, 722),
    ]
    canvas.polygon([*half, (838, 640), (828, 470), (850, 360)], shade, 0.45)
    if sitter.beard:
        jaw = [(622, 520), (640, 620), (690, 700), (760, 740), (840, 740), (910, 700), (960, 620), (978, 520)]
        canvas.polygon([*jaw, (930, 592), (880, 606), (800, 596), (720, 606), (670, 592)], sitter.hair)
    face(canvas, sitter, shade)
    hair_in_front(canvas, sitter)


def shoulders(canvas: Canvas, sitter: Sitter) -> None:
    """Draw the coat and its collar."""
    dark = mix(sitter.coat, "#0a0f1c", 0.4)
    canvas.polygon(
        [
            (300, HEIGHT),
            (330, 920),
            (430, 830),
            (660, 756),
            (940, 756),
            (1170, 830),
            (1270, 920),
            (1300, HEIGHT),
        ],
        sitter.coat,
    )
    canvas.polygon([(940, 756), (1170, 830), (1270, 920), (1300, HEIGHT), (980, HEIGHT)], dark, 0.6)
    canvas.polygon([(690, 748), (800, 960), (910, 748)], "#f6efdf")
    canvas.polygon([(690, 748), (640, 790), (750, HEIGHT), (800, 980)], dark)
    canvas.polygon([(910, 748), (960, 790), (850, HEIGHT), (800, 980)], mix(sitter.coat, "#0a0f1c", 0.55))


def face(canvas: Canvas, sitter: Sitter, shade: str) -> None:
    """Draw eyes, brows, nose and mouth."""
    brow = mix(sitter.hair, "#1c1210", 0.35) if sitter.style != "scarf" else "#2b1a14"
    for side in (-1, 1):
        x = 800 + side * 74
        canvas.disc(x, 486, 31, "#fbf7ef", ry=17)
        canvas.disc(x + 3, 486, 14, "#3a2a22")
        canvas.disc(x - 2, 481, 4.5, "#ffffff")
        canvas.line([(x - 34, 482), (x - 12, 469), (x + 12, 469), (x + 34, 482)], "#2b1a14", 5)
        canvas.line([(x - 42 * side, 440), (x, 424), (x + 40 * side, 436)], brow, 12)
        if sitter.glasses:
            canvas.arc(x, 488, 54, 0, 360, "#22262e", 7)
    if sitter.glasses:
        canvas.line([(780, 482), (820, 482)], "#22262e", 7)
    canvas.polygon([(806, 480), (834, 572), (796, 582), (784, 570)], shade, 0.75)
    canvas.disc(690, 578, 34, "#d9705a", 0.16, ry=24)
    canvas.disc(910, 578, 34, "#d9705a", 0.14, ry=24)
    canvas.polygon(
        [(738, 632), (780, 622), (800, 628), (820, 622), (862, 632), (830, 664), (800, 670), (770, 664)],
        "#a8473f",
    )
    canvas.line([(734, 632), (800, 642), (866, 632)], "#6b2620", 4)


def hair_behind(canvas: Canvas, sitter: Sitter) -> None:
    """Draw what hair or scarf is seen behind the head."""
    if sitter.style == "long":
        canvas.polygon(
            [(592, 420), (560, 700), (590, 860), (1010, 860), (1040, 700), (1008, 420)],
            mix(sitter.hair, "#000000", 0.25),
        )
        canvas.disc(800, 430, 216, sitter.hair, ry=226)
    elif sitter.style == "curls":
        for step in range(60):
            x, y = canvas.random.gauss(0, 1), canvas.random.gauss(0, 1)
            size = max(1.0, (x * x + y * y) ** 0.5)
            canvas.disc(
                800 + x / size * 205, 400 + y / size * 170, 58, mix(sitter.hair, "#000000", step % 3 * 0.14)
            )
    elif sitter.style == "scarf":
        canvas.disc(800, 480, 262, sitter.hair, ry=292)
        canvas.polygon([(545, 520), (520, 860), (1080, 860), (1055, 520)], mix(sitter.hair, "#000000", 0.2))
    elif sitter.style == "bun":
        canvas.disc(800, 216, 86, mix(sitter.hair, "#000000", 0.2))


def hair_in_front(canvas: Canvas, sitter: Sitter) -> None:
    """Draw the hair over the forehead, or the scarf's edge around the face."""
    if sitter.style == "scarf":
        edge = mix(sitter.hair, "#ffffff", 0.12)
        canvas.polygon(
            [
                (606, 560),
                (604, 420),
                (650, 300),
                (740, 232),
                (860, 232),
                (950, 300),
                (996, 420),
                (994, 560),
                (966, 420),
                (900, 330),
                (800, 300),
                (700, 330),
                (634, 420),
            ],
            edge,
        )
        canvas.polygon(
            [
                (606, 540),
                (640, 660),
                (730, 760),
                (800, 776),
                (870, 760),
                (960, 660),
                (994, 540),
                (1060, 700),
                (1010, 880),
                (800, 930),
                (590, 880),
                (540, 700),
            ],
            sitter.hair,
        )
        canvas.polygon(
            [(640, 700), (800, 800), (960, 700), (1000, 760), (800, 880), (600, 760)],
            mix(sitter.hair, "#000000", 0.18),
            0.7,
        )
        return
    outline = [
        (612, 470),
        (604, 380),
        (640, 286),
        (716, 228),
        (800, 214),
        (884, 228),
        (960, 286),
        (996, 380),
        (988, 470),
    ]
    if sitter.style in {"long", "bun"}:
        parting = [(968, 400), (900, 330), (740, 300), (690, 350), (634, 430)]
    elif sitter.style == "bald":
        outline, parting = [(616, 490), (606, 430), (622, 380), (634, 430)], []
        canvas.polygon([(1600 - x, y) for x, y in outline], sitter.hair)
    else:
        parting = [(966, 390), (930, 348), (850, 330), (760, 344), (680, 336), (636, 390)]
    canvas.polygon([*outline, *parting], sitter.hair)
    if sitter.style == "curls":
        for step in range(17):
            canvas.disc(
                632 + step * 21,
                330 - abs(8 - step) * -7 - 30,
                36,
                mix(sitter.hair, "#000000", step % 3 * 0.12),
            )


SITTERS = {
    "portrait-calloway": Sitter("#e8b995", "#5a2f1e", "#24505c", "#c8a26a", "long"),
    "portrait-reddaway": Sitter(
        "#f0c8a8", "#9a9a98", "#3c3358", "#6f94a0", "short", glasses=True, beard=True
    ),
    "portrait-mirwais": Sitter("#c98f66", "#2f6f78", "#3a2c40", "#d9b07a", "scarf"),
    "portrait-pellick": Sitter("#7a4a32", "#1a1210", "#8c2f28", "#8aa37c", "short", beard=True),
    "portrait-marsh": Sitter("#f2d2b6", "#d8d2c8", "#7c2438", "#8794ab", "bun", glasses=True),
    "portrait-adeyinka": Sitter("#6b3f2a", "#1d1310", "#e8b44c", "#5f8f8a", "curls"),
    "portrait-strand": Sitter("#efc4a2", "#b5793a", "#37546d", "#b9695a", "bald", beard=True),
}

DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    name: partial(portrait, sitter=sitter) for name, sitter in SITTERS.items()
}
