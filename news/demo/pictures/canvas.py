"""The paper that the demo's pictures are drawn on: gradients, silhouettes, water, light and film grain.

Everything is drawn at twice the size and reduced at the end, which smooths the edges. Coordinates are those
of the finished picture. Each canvas has its own random numbers, seeded by the picture's name: a picture looks
the same on every machine.
"""

import math
import random
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2
FULL = (WIDTH * SCALE, HEIGHT * SCALE)

Colour = tuple[int, ...]
Point = tuple[float, float]
Stops = Sequence[tuple[float, str]]


def colour(text: str, opacity: float = 1.0) -> Colour:
    """Return `#rrggbb` as red, green, blue and opacity."""
    return (*ImageColor.getrgb(text)[:3], round(255 * opacity))


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that lies between two, `share` of the way to the second."""
    pairs = zip(ImageColor.getrgb(first), ImageColor.getrgb(second), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(a + (b - a) * share) for a, b in pairs))


class Canvas:
    """One picture while it is being drawn."""

    def __init__(self, name: str) -> None:
        self.random = random.Random(name)  # noqa: S311
        self.image = Image.new("RGB", FULL)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def finish(self, *, grain: int = 9, vignette: float = 0.35) -> Image.Image:
        """Reduce to the finished size, darken the corners and add film grain."""
        image = self.image.reduce(SCALE)
        corners = Image.radial_gradient("L").point(lambda value: max(0, value - 110) * vignette)
        image.paste((8, 10, 22), mask=corners.resize(image.size, Image.Resampling.BILINEAR))
        noise = Image.frombytes("L", image.size, self.random.randbytes(WIDTH * HEIGHT))
        noise = noise.filter(ImageFilter.BoxBlur(0.6)).point(lambda value: 128 + (value - 128) * grain / 60)
        return ImageChops.overlay(image, Image.merge("RGB", (noise, noise, noise)))

    # Shapes

    def polygon(self, points: Sequence[Point], fill: str, opacity: float = 1.0) -> None:
        """Fill the outline through the points."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour(fill, opacity))

    def box(
        self, x: float, y: float, w: float, h: float, fill: str, opacity: float = 1.0, round_: float = 0
    ) -> None:
        """Fill a rectangle given by its top left corner and size, with rounded corners on request."""
        edges = (x * SCALE, y * SCALE, (x + w) * SCALE, (y + h) * SCALE)
        self.pen.rounded_rectangle(edges, radius=round_ * SCALE, fill=colour(fill, opacity))

    def disc(
        self, x: float, y: float, rx: float, fill: str, opacity: float = 1.0, ry: float | None = None
    ) -> None:
        """Fill a circle around a point, or an ellipse when `ry` is given."""
        ry = rx if ry is None else ry
        edges = ((x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE)
        self.pen.ellipse(edges, fill=colour(fill, opacity))

    def line(self, points: Sequence[Point], fill: str, width: float = 2, opacity: float = 1.0) -> None:
        """Draw a line through the points."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour(fill, opacity), width=max(1, round(width * SCALE)), joint="curve")

    def arc(
        self, x: float, y: float, r: float, start: float, end: float, fill: str, width: float = 4
    ) -> None:
        """Draw part of a circle, between two angles in degrees, clockwise from three o'clock."""
        edges = ((x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE)
        self.pen.arc(edges, start, end, fill=colour(fill), width=round(width * SCALE))

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

    def glow(self, x: float, y: float, radius: float, fill: str, strength: float = 1.0) -> None:
        """Add light around a point, brightest in the middle."""
        side = round(2 * radius * SCALE)
        light = Image.radial_gradient("L").point(lambda value: max(0, 1 - value / 180) ** 2 * 255 * strength)
        corner = (round((x - radius) * SCALE), round((y - radius) * SCALE))
        tinted = Image.composite(Image.new("RGB", (256, 256), fill), Image.new("RGB", (256, 256)), light)
        area = (*corner, corner[0] + side, corner[1] + side)
        self.image.paste(
            ImageChops.screen(self.image.crop(area), tinted.resize((side, side), Image.Resampling.BILINEAR)),
            corner,
        )

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
