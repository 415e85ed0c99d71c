"""The demo's pictures: drawn by these modules when the demo is loaded, the same every time."""

import io

from news.demo.pictures import indoors, landscapes, portraits, town, waterside
from news.demo.pictures.canvas import Canvas

DRAWINGS = {
    **landscapes.DRAWINGS,
    **waterside.DRAWINGS,
    **town.DRAWINGS,
    **indoors.DRAWINGS,
    **portraits.DRAWINGS,
}


def draw(name: str) -> bytes:
    """Return the picture called `name` as a JPEG file."""
    canvas = Canvas(name)
    DRAWINGS[name](canvas)
    file = io.BytesIO()
    canvas.finish().save(file, "JPEG", quality=85, optimize=True)
    return file.getvalue()
