"""Reads the judged collections of the field's early years: documents, queries, and which answers which.

Each lies in a folder of its own below the one that `COLLECTIONS` names, in the files it is handed on in:
`cran` (Cranfield), `cisi` (CISI), `time` (Time magazine, 1963) and `npl` (NPL, electronics). They are public, on the
pages of the University of Glasgow's information retrieval group among others, and not ours to ship.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

MARKED = re.compile(r"^\.([IWTABXN])\s*(\d*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A collection: title and text of each document, the queries, and the documents that answer each query."""

    documents: dict[int, tuple[str, str]]
    queries: dict[int, str]
    relevant: dict[int, set[int]]


def cranfield(folder: Path) -> Judged:
    """Read Cranfield. Its judgements count the queries from one, whatever numbers they bear."""
    queries = [each["W"] for _, each in _records(folder / "cran.qry")]
    rows = [list(map(int, line.split())) for line in _text(folder / "cranqrel").splitlines() if line.strip()]
    return Judged(
        _documents(folder / "cran.all.1400"),
        dict(enumerate(queries, 1)),
        _gathered((row[0], row[1]) for row in rows if row[2] > 0),
    )


def cisi(folder: Path) -> Judged:
    """Read CISI."""
    rows = (line.split() for line in _text(folder / "CISI.REL").splitlines() if line.strip())
    return Judged(
        _documents(folder / "CISI.ALL"),
        {number: each.get("W", "") for number, each in _records(folder / "CISI.QRY")},
        _gathered((int(row[0]), int(row[1])) for row in rows),
    )


def time(folder: Path) -> Judged:
    """Read Time. Its documents have no titles and are judged by their order."""
    texts = re.split(r"^\*TEXT.*$", _text(folder / "TIME.ALL"), flags=re.MULTILINE)[1:]
    queries = re.split(r"^\*FIND\s+(\d+)", _text(folder / "TIME.QUE"), flags=re.MULTILINE)[1:]
    rows = [list(map(int, line.split())) for line in _text(folder / "TIME.REL").splitlines() if line.strip()]
    return Judged(
        {number: ("", text.partition("*STOP")[0]) for number, text in enumerate(texts, 1)},
        {
            int(number): text.partition("*STOP")[0]
            for number, text in zip(queries[::2], queries[1::2], strict=True)
        },
        _gathered((row[0], document) for row in rows for document in row[1:]),
    )


def npl(folder: Path) -> Judged:
    """Read NPL: everything in it is a number and what belongs to it, up to a stroke."""
    documents, queries, judged = (
        {
            int(number): text
            for number, text in re.findall(r"(\d+)\n(.*?)\n\s*/", _text(folder / name), re.DOTALL)
        }
        for name in ("doc-text", "query-text", "rlv-ass")
    )
    return Judged(
        {number: ("", text) for number, text in documents.items()},
        queries,
        {number: set(map(int, text.split())) for number, text in judged.items()},
    )


COLLECTIONS: dict[str, Callable[[Path], Judged]] = {"cran": cranfield, "cisi": cisi, "time": time, "npl": npl}


def _text(file: Path) -> str:
    return file.read_text(encoding="latin-1")


def _records(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the records of a file in which a line with a stop and a letter begins a part, `.I` a record."""
    text = _text(file)
    number, parts = 0, dict[str, str]()
    marks = list(MARKED.finditer(text))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[1] == "I":
            if number:
                yield number, parts
            number, parts = int(mark[2]), {}
        else:
            end = following.start() if following else len(text)
            parts[mark[1]] = f"{parts.get(mark[1], '')} {text[mark.end() : end].strip()}".strip()
    yield number, parts


def _documents(file: Path) -> dict[int, tuple[str, str]]:
    return {number: (each.get("T", ""), each.get("W", "")) for number, each in _records(file)}


def _gathered(pairs: Iterator[tuple[int, int]]) -> dict[int, set[int]]:
    relevant = defaultdict(set)
    for query, document in pairs:
        relevant[query].add(document)
    return dict(relevant)
