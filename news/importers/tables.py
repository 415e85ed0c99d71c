"""Reads tables of HTML into the value of a table block."""

from typing import Any

from bs4 import Tag

from news.importers.inline import lines

WIDEST = 60
"""More columns than this are a mistake in `colspan`, not a table."""

Grid = list[list[str]]


def table_value(table: Tag, caption: str) -> dict[str, Any] | None:
    """Return the value of a table block; `None` for a frame around a single cell."""
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    grid = _grid(rows)
    width = max((len(row) for row in grid), default=0)
    if width == 0 or (width == 1 and len(grid) == 1):
        return None
    filled = [row + [""] * (width - len(row)) for row in grid]
    heading = filled.pop(0) if _is_heading(rows[0]) else [""] * width
    return {
        "caption": caption,
        "columns": [{"type": "text", "heading": words} for words in heading],
        "rows": [{"values": row} for row in filled],
    }


def _is_heading(row: Tag) -> bool:
    cells = row.find_all(["th", "td"], recursive=False)
    return row.parent is not None and (row.parent.name == "thead" or all(cell.name == "th" for cell in cells))


def _grid(rows: list[Tag]) -> Grid:
    """Return the cells as a grid; one that spans several places fills the first and empties the others."""
    spanned: dict[tuple[int, int], str] = {}
    grid: Grid = []
    for number, row in enumerate(rows):
        cells: list[str] = []
        for cell in row.find_all(["th", "td"], recursive=False):
            while (number, len(cells)) in spanned:
                cells.append("")
            first = len(cells)
            columns = _span(cell, "colspan")
            for below in range(1, min(_span(cell, "rowspan"), len(rows) - number)):
                spanned.update({(number + below, first + column): "" for column in range(columns)})
            cells += [" ".join(lines(cell)), *[""] * (columns - 1)]
        grid.append(cells)
    return [row for row in grid if row]


def _span(cell: Tag, attribute: str) -> int:
    told = str(cell.get(attribute, ""))
    return max(1, min(int(told), WIDEST)) if told.isascii() and told.isdigit() else 1
