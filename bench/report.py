"""Writes what was measured into docs/performance.md: a table and a plot for each database and size."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

from bench.loading import Load
from bench.questions import QUESTIONS
from bench.servers import THREADS, WORKERS

NAMES = ("Masthead", "Masthead, cached", "stock Grapple", "SQL by hand", "constant bytes")
COLOURS = ("#2f6f4f", "#79b791", "#b5533c", "#4a6fa5", "#9a9a9a")
Loads = Mapping[tuple[str, str, int], Load]


def write_report(
    path: Path,
    loads: Loads,
    *,
    statements: Mapping[str, Mapping[str, list[int]]],
    memory: Mapping[str, int],
    about: Mapping[str, Any],
) -> None:
    """Put the run's section in the place of an earlier one of the same kind."""
    kind = f"{about['database']}, {about['articles']:,} articles"
    plot = path.parent / "plots" / f"performance-{about['database'].lower()}-{about['articles']}.svg"
    plot.parent.mkdir(exist_ok=True)
    plot.write_text(drawn(loads, kind))
    lines = [
        f"### {kind}\n",
        f"{datetime.now(UTC):%Y-%m-%d}; {about['rounds']} rounds in turns, {about['seconds']:g} s and longer where "
        f"a server is slow, medians; Masthead on {about['server']} with {WORKERS} workers of {THREADS} threads, "
        "stock Grapple on gunicorn likewise.\n",
        *table(loads, statements),
        "\nMemory of the largest process afterwards: "
        + ", ".join(f"{name} {megabytes} MB" for name, megabytes in memory.items())
        + ".\n",
        f"![Requests a second at 16 connections](plots/{plot.name})\n",
    ]
    section = "\n".join(lines)
    path.write_text(with_section(path.read_text(), kind, section))
    print(section)  # noqa: T201


def with_section(text: str, kind: str, section: str) -> str:
    """Return the document with the section of that kind of run replaced, or added at its end."""
    begin, end = f"<!-- bench: {kind} -->", f"<!-- end of {kind} -->"
    block = f"{begin}\n{section}\n{end}"
    if begin in text:
        return re.sub(f"{re.escape(begin)}.*?{re.escape(end)}", lambda _: block, text, flags=re.DOTALL)
    return f"{text.rstrip()}\n\n{block}\n"


def table(loads: Loads, statements: Mapping[str, Mapping[str, list[int]]]) -> list[str]:
    """Return the lines of the table."""
    lines = [
        "Requests a second at 16 connections \\| p50 in ms at 1 \\| SQL statements \\| bytes\n",
        "| | " + " | ".join(QUESTIONS) + " |",
        "|---|" + "---|" * len(QUESTIONS),
    ]
    present = [name for name in NAMES if (QUESTIONS[0], name, 16) in loads]
    for name in present:
        cells = []
        for question in QUESTIONS:
            many, one = loads[question, name, 16], loads[question, name, 1]
            counted = " \\| ".join(str(number) for number in statements.get(name, {}).get(question, ()))
            cells.append(f"{many.a_second:,.0f} \\| {one.p50:.1f}" + (f" \\| {counted}" if counted else ""))
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    pairs = [
        ("Masthead", "stock Grapple"),
        ("Masthead", "SQL by hand"),
        ("Masthead, cached", "constant bytes"),
    ]
    for one, other in pairs:
        if other in present:
            ratios = [loads[q, one, 16].a_second / max(0.1, loads[q, other, 16].a_second) for q in QUESTIONS]
            cells = [f"**{ratio:.1f} ×**" if ratio >= 10 else f"**{ratio:.2f} ×**" for ratio in ratios]
            lines.append(f"| {one} : {other} | " + " | ".join(cells) + " |")
    return lines


def drawn(loads: Loads, title: str) -> str:
    """Return bars of requests a second at 16 connections on a logarithmic scale, as SVG."""
    present = [name for name in NAMES if (QUESTIONS[0], name, 16) in loads]
    width, group, top, floor = 900, 900 // len(QUESTIONS), 46, 330
    bar = (group - 30) // len(present)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 400" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="400" fill="#ffffff"/>',
        f'<text x="12" y="22" font-size="15">Requests a second, 16 connections ({escape(title)})</text>',
    ]
    for place, question in enumerate(QUESTIONS):
        left = place * group + 15
        parts.append(f'<text x="{left}" y="350">{escape(question)}</text>')
        for number, name in enumerate(present):
            value = max(1.0, loads[question, name, 16].a_second)
            height = (floor - top) * _digits(value) / 4.5
            x, y = left + number * bar, floor - height
            colour = COLOURS[NAMES.index(name)]
            parts.append(
                f'<rect x="{x}" y="{y:.0f}" width="{bar - 3}" height="{height:.0f}" fill="{colour}"/>'
            )
            parts.append(f'<text x="{x}" y="{y - 4:.0f}" font-size="9">{value:,.0f}</text>')
    for number, name in enumerate(present):
        x = 12 + number * 170
        parts.append(f'<rect x="{x}" y="372" width="12" height="12" fill="{COLOURS[NAMES.index(name)]}"/>')
        parts.append(f'<text x="{x + 18}" y="382">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _digits(value: float) -> float:
    digits = 0.0
    while value >= 10:
        value, digits = value / 10, digits + 1
    return digits + (value - 1) / 9
