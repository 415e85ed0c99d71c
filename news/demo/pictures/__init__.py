"""The demo's pictures: drawn by these modules when the demo is loaded, the same every time."""

import io

from news.demo.pictures import gatherings, harbour, indoors, landscapes, portraits, sea, town, weather
from news.demo.pictures.canvas import Canvas

DRAWINGS = {
    name: drawing
    for module in (landscapes, weather, harbour, sea, town, gatherings, indoors, portraits)
    for name, drawing in module.DRAWINGS.items()
}


def draw(name: str) -> bytes:
    """Return the picture called `name` as a JPEG file."""
    canvas = Canvas(name)
    DRAWINGS[name](canvas)
    file = io.BytesIO()
    canvas.finish().save(file, "JPEG", quality=85, optimize=True)
    return file.getvalue()
