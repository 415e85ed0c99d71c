"""The paper that the demo's pictures are drawn on: gradients, silhouettes, water, light and film grain.

Everything is drawn at twice the size and reduced at the end, which smooths the edges. Coordinates are those
of the finished picture. Each canvas has its own random numbers, seeded by the picture's name: a picture looks
the same on every machine.
"""

import copy
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2
FULL = (WIDTH * SCALE, HEIGHT * SCALE)

Colour = tuple[int, ...]
Point = tuple[float, float]
Outline = Sequence[Point] | str
Stops = Sequence[tuple[float, str]]


def colour(text: str, opacity: float = 1.0) -> Colour:
    """Return `#rrggbb` as red, green, blue and opacity."""
    return (*ImageColor.getrgb(text)[:3], round(255 * opacity))


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies between two, `share` of the way to the second."""
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(a + (b - a) * share) for a, b in pairs))


class Canvas:
    """One picture while it is being drawn.

    `at` returns the same picture with its origin elsewhere and another scale, to draw a figure in its place.
    Outlines are sequences of points or, as in SVG, a string such as "0,0 10,0 5,8".
    """

    def __init__(self, name: str) -> None:
        self.random = random.Random(name)  # noqa: S311
        self.image = Image.new("RGB", FULL)
        self.pen = ImageDraw.Draw(self.image, "RGBA")
        self.origin: Point = (0, 0)
        self.scale: float = SCALE

    def at(self, x: float, y: float, size: float = 1) -> "Canvas":
        """Return this picture as seen from a point of it, with everything drawn `size` times as large."""
        moved = copy.copy(self)
        moved.origin = self._spot(x, y)
        moved.scale = self.scale * size
        return moved

    def finish(self, *, grain: int = 9, vignette: float = 0.35) -> Image.Image:
        """Reduce to the finished size, darken the corners and add film grain."""
        image = self.image.reduce(SCALE)
        corners = Image.radial_gradient("L").point(lambda value: max(0, value - 110) * vignette)
        image.paste((8, 10, 22), mask=corners.resize(image.size, Image.Resampling.BILINEAR))
        noise = Image.frombytes("L", image.size, self.random.randbytes(WIDTH * HEIGHT))
        noise = noise.filter(ImageFilter.BoxBlur(0.6)).point(lambda value: 128 + (value - 128) * grain / 60)
        return ImageChops.overlay(image, Image.merge("RGB", (noise, noise, noise)))

    def anywhere(
        self, left: float = 0, top: float = 0, right: float = WIDTH, bottom: float = HEIGHT
    ) -> Point:
        """Return a random point, within bounds on request."""
        return (
            left + self.random.random() * (right - left),
            top + self.random.random() * (bottom - top),
        )

    # Shapes

    def polygon(self, outline: Outline, fill: str, opacity: float = 1.0) -> None:
        """Fill an outline."""
        self.pen.polygon(self._spots(outline), fill=colour(fill, opacity))

    def box(
        self, x: float, y: float, w: float, h: float, fill: str, opacity: float = 1, rounded: float = 0
    ) -> None:
        """Fill a rectangle given by its top left corner and size; `rounded` is the radius of its corners."""
        edges = (*self._spot(x, y), *self._spot(x + w, y + h))
        self.pen.rounded_rectangle(edges, radius=rounded * self.scale, fill=colour(fill, opacity))

    def disc(
        self, x: float, y: float, rx: float, fill: str, opacity: float = 1, ry: float | None = None
    ) -> None:
        """Fill a circle around a point, or an ellipse when `ry` is given."""
        ry = rx if ry is None else ry
        self.pen.ellipse(
            (*self._spot(x - rx, y - ry), *self._spot(x + rx, y + ry)), fill=colour(fill, opacity)
        )

    def line(self, outline: Outline, fill: str, width: float = 2, opacity: float = 1.0) -> None:
        """Draw a line through points."""
        thickness = max(1, round(width * self.scale))
        self.pen.line(self._spots(outline), fill=colour(fill, opacity), width=thickness, joint="curve")

    def arc(
        self, x: float, y: float, r: float, start: float, end: float, fill: str, width: float = 4
    ) -> None:
        """Draw part of a circle, between two angles in degrees, clockwise from three o'clock."""
        edges = (*self._spot(x - r, y - r), *self._spot(x + r, y + r))
        self.pen.arc(edges, start, end, fill=colour(fill), width=round(width * self.scale))

    def glow(self, x: float, y: float, radius: float, fill: str, strength: float = 1.0) -> None:
        """Add light around a point, brightest in the middle."""
        (middle_x, middle_y), reach = self._spot(x, y), radius * self.scale
        left, top = max(0, round(middle_x - reach)), max(0, round(middle_y - reach))
        right, bottom = min(FULL[0], round(middle_x + reach)), min(FULL[1], round(middle_y + reach))
        light = Image.radial_gradient("L").point(lambda value: max(0, 1 - value / 180) ** 2 * 255 * strength)
        tinted = Image.composite(Image.new("RGB", (256, 256), fill), Image.new("RGB", (256, 256)), light)
        edges = ((left, middle_x), (top, middle_y), (right, middle_x), (bottom, middle_y))
        west, north, east, south = (min(256, max(0, (edge - at + reach) / reach * 128)) for edge, at in edges)
        size = (right - left, bottom - top)
        tinted = tinted.resize(size, Image.Resampling.BILINEAR, box=(west, north, east, south))
        area = self.image.crop((left, top, right, bottom))
        self.image.paste(ImageChops.screen(area, tinted), (left, top))

    def _spot(self, x: float, y: float) -> Point:
        return (self.origin[0] + x * self.scale, self.origin[1] + y * self.scale)

    def _spots(self, outline: Outline) -> list[Point]:
        if isinstance(outline, str):
            outline = [(float(x), float(y)) for x, y in (pair.split(",") for pair in outline.split())]
        return [self._spot(x, y) for x, y in outline]

    # Surfaces

    def gradient(self, stops: Stops, top: float = 0, bottom: float = HEIGHT) -> None:
        """Fill the whole width from `top` to `bottom` with colours that flow into one another."""
        column = Image.new("RGB", (1, 256))
        for row in range(256):
            column.putpixel((0, row), ImageColor.getrgb(_between(stops, row / 255)))
        size = (FULL[0], round((bottom - top) * SCALE))
        self.image.paste(column.resize(size, Image.Resampling.BILINEAR), (0, round(top * SCALE)))

    def veil(self, top: float, bottom: float, fill: str, start: float, end: float) -> None:
        """Lay haze over a band: opacity `start` at its top, `end` at its bottom."""
        mask = Image.linear_gradient("L").point(lambda value: 255 * (start + (end - start) * value / 255))
        mask = mask.resize((FULL[0], round((bottom - top) * SCALE)), Image.Resampling.BILINEAR)
        self.image.paste(colour(fill)[:3], (0, round(top * SCALE)), mask)

    def clouds(
        self, top: float, bottom: float, fill: str, opacity: float, *, cover: float = 0.5, stretch: int = 3
    ) -> None:
        """Drift clouds over a band of the sky; `cover` is the share of it they hide."""
        noise = self._noise(stretch)
        floor = 255 * (1 - cover)
        mask = noise.point(lambda value: min(255, max(0, (value - floor) * 4)) * opacity)
        fade = (
            Image.linear_gradient("L")
            .resize(noise.size)
            .point(lambda value: min(255, min(value, 255 - value) * 3))
        )
        mask = ImageChops.multiply(mask, fade).resize((FULL[0], round((bottom - top) * SCALE)))
        self.image.paste(colour(fill)[:3], (0, round(top * SCALE)), mask)

    def water(self, horizon: float, tint: str, *, depth: float = 0.35, ripple: float = 1.0) -> None:
        """Mirror what stands above the horizon into rippling water below it."""
        edge, height = round(horizon * SCALE), FULL[1] - round(horizon * SCALE)
        mirror = self.image.crop((0, max(0, edge - height), FULL[0], edge)).transpose(
            Image.Transpose.FLIP_TOP_BOTTOM
        )
        mirror = mirror.resize((FULL[0], height), Image.Resampling.BILINEAR)
        mirror = Image.blend(mirror, Image.new("RGB", mirror.size, tint), depth)
        row, phase = 0, self.random.random() * 6
        while row < height:
            nearness = row / height
            band = 2 + round(8 * nearness)
            phase += 0.5 + self.random.random()
            shift = round(ripple * (3 + 42 * nearness) * math.sin(phase))
            strip = ImageChops.offset(mirror.crop((0, row, FULL[0], min(height, row + band))), shift, 0)
            self.image.paste(strip, (0, edge + row))
            row += band

    def waves(self, horizon: float, light: str, dark: str, *, spread: float = 0.9) -> None:
        """Draw rows of waves from the horizon down, the nearer the larger."""
        row, y = 0, horizon
        while y < HEIGHT:
            y = horizon + 6 + row**1.62 * spread
            length, height = 42 + row * 6.5, 1 + row * 0.3
            crest = [(x, y + math.sin(x / length + row * 2.1) * height) for x in range(0, WIDTH + 20, 20)]
            self.line(crest, light if row % 2 else dark, 1 + row * 0.085, 0.32)
            row += 1

    def rain(self, drops: int, slant: float) -> None:
        """Let it rain."""
        for _ in range(drops):
            x, y = self.anywhere(right=WIDTH + 60)
            self.line([(x, y), (x - slant, y + 45)], "#e3eaec", 1.2, 0.27)

    def stars(self, count: int, bottom: float) -> None:
        """Scatter stars over the sky."""
        for _ in range(count):
            self.disc(*self.anywhere(bottom=bottom), 0.7 + self.random.random(), "#f6efdc", 0.75)

    def ridge(
        self,
        base: float,
        rise: float,
        fill: str,
        *,
        waves: float = 3,
        rough: float = 0.5,
        bottom: float = HEIGHT,
    ) -> list[Point]:
        """Fill a range of hills: `base` is their middle height, `rise` how far they climb and fall."""
        offsets = [self.random.random() * 7 for _ in range(7)]
        skyline: list[Point] = []
        for x in range(0, WIDTH + 8, 8):
            height = sum(
                rough**octave * math.sin(offset + x / WIDTH * waves * 1.9**octave * math.tau)
                for octave, offset in enumerate(offsets)
            )
            skyline.append((x, base - rise * height / 1.6))
        self.polygon([*skyline, (WIDTH, bottom), (0, bottom)], fill)
        return skyline

    def _noise(self, stretch: int) -> Image.Image:
        """Return soft noise, drawn out sideways."""
        size = (480, 320)
        total = Image.new("L", size, 128)
        for octave, share in enumerate((1.0, 0.5, 0.3, 0.2, 0.14)):
            grid = (3 * 2**octave, stretch * 2**octave)
            layer = Image.frombytes("L", grid, self.random.randbytes(grid[0] * grid[1]))
            total = Image.blend(
                total, layer.resize(size, Image.Resampling.BICUBIC), share * 0.6 if octave else 1.0
            )
        return total


def _between(stops: Stops, position: float) -> str:
    """Return the colour at a position of a gradient."""
    for (start, first), (end, second) in zip(stops, stops[1:], strict=False):
        if position <= end:
            return mix(first, second, max(0.0, position - start) / (end - start))
    return stops[-1][1]
