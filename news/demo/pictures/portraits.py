"""Portraits: one way of drawing a head and shoulders, and the people drawn with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from news.demo.pictures.canvas import HEIGHT, Canvas, mix

BLACK = "#000000"
JAW = "-178,30 -160,130 -110,210 -40,250 40,250 110,210 160,130 178,30"


@dataclass(frozen=True)
class Sitter:
    """What tells one portrait from another. Colours are `#rrggbb`; the scarf has the colour of `hair`."""

    skin: str
    hair: str
    coat: str
    wall: str
    style: str = "short"
    lips: str = "#a8473f"
    glasses: bool = False
    beard: bool = False


def portrait(canvas: Canvas, sitter: Sitter) -> None:
    """Draw somebody looking at us, lit from the left."""
    shade = mix(sitter.skin, "#3a1c1c", 0.28)
    canvas.gradient([(0, mix(sitter.wall, "#ffffff", 0.22)), (1, mix(sitter.wall, "#10182a", 0.35))])
    canvas.glow(520, 330, 760, "#fff1d0", 0.4)
    canvas.disc(800, 520, 430, sitter.wall, 0.55)
    head = canvas.at(800, 490)
    BEHIND.get(sitter.style, no_hair)(head, sitter.hair)
    shoulders(head, sitter.coat)
    head.polygon("-78,110 78,110 100,310 0,360 -100,310", shade)
    head.disc(-183, 10, 32, sitter.skin, ry=48)
    head.disc(183, 10, 32, shade, ry=48)
    head.disc(0, 0, 180, sitter.skin, ry=232)
    dark_side = "0,-232 78,-210 140,-150 174,-70 180,0 166,100 120,182 60,224 0,232 38,150 28,-20 50,-130"
    head.polygon(dark_side, shade, 0.45)
    if sitter.beard:
        head.polygon(f"{JAW} 130,102 80,116 0,106 -80,116 -130,102", sitter.hair)
    face(head, sitter, shade)
    IN_FRONT.get(sitter.style, short_hair)(head, sitter.hair)


def shoulders(head: Canvas, coat: str) -> None:
    """Draw the coat and its collar."""
    bottom = HEIGHT - 490
    dark = mix(coat, "#0a0f1c", 0.4)
    head.polygon(
        f"-500,{bottom} -470,430 -370,340 -140,266 140,266 370,340 470,430 500,{bottom}",
        coat,
    )
    head.polygon(f"140,266 370,340 470,430 500,{bottom} 180,{bottom}", dark, 0.6)
    head.polygon("-110,258 0,470 110,258", "#f6efdf")
    head.polygon(f"-110,258 -160,300 -50,{bottom} 0,490", dark)
    head.polygon(f"110,258 160,300 50,{bottom} 0,490", mix(coat, "#0a0f1c", 0.55))


def face(head: Canvas, sitter: Sitter, shade: str) -> None:
    """Draw eyes, brows, nose and mouth."""
    brow = "#2b1a14" if sitter.style == "scarf" else mix(sitter.hair, "#1c1210", 0.35)
    for side in (-1, 1):
        eye(head.at(side * 74, -4), brow, side, glasses=sitter.glasses)
    if sitter.glasses:
        head.line("-20,-8 20,-8", "#22262e", 7)
    head.polygon("6,-10 34,82 -4,92 -16,80", shade, 0.75)
    head.disc(-110, 88, 34, "#d9705a", 0.16, ry=24)
    head.disc(110, 88, 34, "#d9705a", 0.14, ry=24)
    head.polygon("-62,142 -20,132 0,138 20,132 62,142 30,174 0,180 -30,174", sitter.lips)
    head.line("-66,142 0,152 66,142", mix(sitter.lips, "#2b0d0a", 0.6), 4)


def eye(canvas: Canvas, brow: str, side: int, *, glasses: bool) -> None:
    """Draw the left (-1) or the right (1) eye."""
    canvas.disc(0, 0, 31, "#fbf7ef", ry=17)
    canvas.disc(3, 0, 14, "#3a2a22")
    canvas.disc(-2, -5, 4.5, "#ffffff")
    canvas.line("-34,-4 -12,-17 12,-17 34,-4", "#2b1a14", 5)
    canvas.line([(-side * 42, -46), (0, -62), (side * 40, -50)], brow, 12)
    if glasses:
        canvas.arc(0, 2, 54, 0, 360, "#22262e", 7)


def no_hair(head: Canvas, hair: str) -> None:
    """Leave what is behind the head bare."""


def long_behind(head: Canvas, hair: str) -> None:
    """Draw long hair down to the shoulders."""
    head.polygon("-208,-70 -240,210 -210,370 210,370 240,210 208,-70", mix(hair, BLACK, 0.25))
    head.disc(0, -60, 216, hair, ry=226)


def curls_behind(head: Canvas, hair: str) -> None:
    """Draw a crown of curls."""
    for curl in range(60):
        x, y = head.random.gauss(0, 1), head.random.gauss(0, 1)
        far = max(1.0, (x * x + y * y) ** 0.5)
        head.disc(x / far * 205, y / far * 170 - 90, 58, mix(hair, BLACK, curl % 3 * 0.14))


def bun_behind(head: Canvas, hair: str) -> None:
    """Draw a bun on top."""
    head.disc(0, -274, 86, mix(hair, BLACK, 0.2))


def scarf_behind(head: Canvas, hair: str) -> None:
    """Draw the scarf's folds behind the head."""
    head.disc(0, -10, 262, hair, ry=292)
    head.polygon("-255,30 -280,370 280,370 255,30", mix(hair, BLACK, 0.2))


CROWN = "-188,-20 -196,-110 -160,-204 -84,-262 0,-276 84,-262 160,-204 196,-110 188,-20"


def short_hair(head: Canvas, hair: str) -> None:
    """Draw short hair over the forehead."""
    head.polygon(f"{CROWN} 166,-100 130,-142 50,-160 -40,-146 -120,-154 -164,-100", hair)


def parted_hair(head: Canvas, hair: str) -> None:
    """Draw hair parted on one side."""
    head.polygon(f"{CROWN} 168,-90 100,-160 -60,-190 -110,-140 -166,-60", hair)


def curly_hair(head: Canvas, hair: str) -> None:
    """Draw curls over the forehead."""
    short_hair(head, hair)
    for curl in range(17):
        head.disc(curl * 21 - 168, abs(8 - curl) * 7 - 190, 36, mix(hair, BLACK, curl % 3 * 0.12))


def bald_hair(head: Canvas, hair: str) -> None:
    """Draw what is left of the hair, above the ears."""
    head.polygon("-184,0 -194,-60 -178,-110 -166,-60", hair)
    head.polygon("184,0 194,-60 178,-110 166,-60", hair)


def scarf(head: Canvas, hair: str) -> None:
    """Draw the scarf's edge around the face and its end around the neck."""
    edge = "-194,70 -196,-70 -150,-190 -60,-258 60,-258 150,-190 196,-70 194,70 166,-70 100,-160 0,-190"
    head.polygon(f"{edge} -100,-160 -166,-70", mix(hair, "#ffffff", 0.12))
    end = "-194,50 -160,170 -70,270 0,286 70,270 160,170 194,50 260,210 210,390 0,440 -210,390 -260,210"
    head.polygon(end, hair)
    head.polygon("-160,210 0,310 160,210 200,270 0,390 -200,270", mix(hair, BLACK, 0.18), 0.7)


Style = Callable[[Canvas, str], None]
BEHIND: dict[str, Style] = {
    "long": long_behind,
    "curls": curls_behind,
    "bun": bun_behind,
    "scarf": scarf_behind,
}
IN_FRONT: dict[str, Style] = {
    "long": parted_hair,
    "bun": parted_hair,
    "curls": curly_hair,
    "bald": bald_hair,
    "scarf": scarf,
}
PALE, DARK = "#b9786a", "#5c2f28"

SITTERS = {
    "portrait-calloway": Sitter("#e8b995", "#5a2f1e", "#24505c", "#c8a26a", "long"),
    "portrait-reddaway": Sitter(
        "#f0c8a8", "#9a9a98", "#3c3358", "#6f94a0", lips=PALE, glasses=True, beard=True
    ),
    "portrait-mirwais": Sitter("#c98f66", "#2f6f78", "#3a2c40", "#d9b07a", "scarf"),
    "portrait-pellick": Sitter("#7a4a32", "#1a1210", "#8c2f28", "#8aa37c", lips=DARK, beard=True),
    "portrait-marsh": Sitter("#f2d2b6", "#d8d2c8", "#7c2438", "#8794ab", "bun", glasses=True),
    "portrait-adeyinka": Sitter("#6b3f2a", "#1d1310", "#e8b44c", "#5f8f8a", "curls", lips="#7a3530"),
    "portrait-strand": Sitter("#efc4a2", "#b5793a", "#37546d", "#b9695a", "bald", lips=PALE, beard=True),
}

DRAWINGS: dict[str, Callable[[Canvas], None]] = {
    name: partial(portrait, sitter=sitter) for name, sitter in SITTERS.items()
}
