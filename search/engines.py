"""The two search engines: SQLite's FTS5 and PostgreSQL's text search, each over the stems that the index writes.

An engine answers which articles match; in which order is the same sum of the same weights on both. All words
reach them stemmed, so neither is told to fold or stem anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func

from cms.given import Given
from cms.running import run, vendor
from search.matching import AllOf, AnyOf, Expression, Phrase, Stems

# Phrases do not run from one text into the next: between texts stands a word that nobody can type, or a gap.
GAP = "\ue000"
GAP_POSITIONS = 10
HIGHEST_POSITION = 16_383

LENGTHS_ASKED = 1_000
MOST_PROMOTED = 5
HOLDING, PROMOTED = 1, 2
SIZE = f"""
    SELECT COUNT(*), (SELECT COALESCE(SUM(length) / COUNT(*), 0) FROM (
        SELECT length FROM search_indexedarticle ORDER BY article_id DESC LIMIT {LENGTHS_ASKED}
    ) AS newest) FROM search_indexedarticle
"""
STATISTICS = """
    SELECT 1, word, COUNT(*) FROM search_posting WHERE word IN ({words}) GROUP BY word
    UNION ALL SELECT 2, '', article_id FROM (
        SELECT article_id FROM search_promotedresult WHERE folded = %s ORDER BY place, id LIMIT {most_promoted}
    ) AS promoted
"""


class Matches(Func):
    """The condition that the article whose key is given matches what is `asked`, or is one of those `besides`."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, article_key: Any, asked: Any, besides: Given | None = None, **extra: Any) -> None:
        super().__init__(article_key, asked, *([besides] if besides else []), **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Ask FTS5."""
        return self._sql(compiler, "SELECT rowid FROM search_text WHERE search_text MATCH {}")

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Ask PostgreSQL's text search."""
        return self._sql(compiler, "SELECT article_id FROM search_text WHERE words @@ {}::tsquery")

    def _sql(self, compiler: Any, found: str) -> tuple[str, list[Any]]:
        compiled = [compiler.compile(each) for each in self.source_expressions]
        (key, _), (asked, _), *others = compiled
        besides = "".join(f" UNION ALL SELECT * FROM {listed} AS besides" for listed, _ in others)
        parameters = [each for _, parts in compiled for each in parts]
        return f"{key} IN ({found.format(asked)}{besides})", parameters


def asked(expression: Expression) -> str:
    """Return an expression in the language of the database's engine."""
    return tsquery(expression) if vendor() == "postgresql" else fts5(expression)


def fts5(expression: Expression) -> str:
    """Return an expression in FTS5's language."""
    match expression:
        case Stems(stems):
            return _in_brackets(" OR ", [f'"{stem}"' for stem in stems])
        case Phrase(alternatives):
            return _in_brackets(" OR ", ['"' + " ".join(words) + '"' for words in alternatives])
        case AllOf(parts):
            return _in_brackets(" AND ", [fts5(part) for part in parts])
        case AnyOf(parts):
            return _in_brackets(" OR ", [fts5(part) for part in parts])


def tsquery(expression: Expression) -> str:
    """Return an expression in PostgreSQL's language."""
    match expression:
        case Stems(stems):
            return _in_brackets(" | ", [f"'{stem}'" for stem in stems])
        case Phrase(alternatives):
            return _in_brackets(
                " | ", [" <-> ".join(f"'{word}'" for word in words) for words in alternatives]
            )
        case AllOf(parts):
            return _in_brackets(" & ", [tsquery(part) for part in parts])
        case AnyOf(parts):
            return _in_brackets(" | ", [tsquery(part) for part in parts])


def _in_brackets(operator: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def store(texts: dict[int, list[list[str]]]) -> None:
    """Write the stems of articles, text by text, in place of what was there."""
    remove(texts)
    with connection.cursor() as cursor:
        if vendor() == "postgresql":
            rows = [(key, _tsvector(sequences)) for key, sequences in texts.items()]
            cursor.executemany("INSERT INTO search_text (article_id, words) VALUES (%s, %s::tsvector)", rows)
        else:
            rows = [(key, f" {GAP} ".join(map(" ".join, sequences))) for key, sequences in texts.items()]
            cursor.executemany("INSERT INTO search_text (rowid, words) VALUES (%s, %s)", rows)


def remove(article_ids: Iterable[int]) -> None:
    """Forget articles."""
    key = "article_id" if vendor() == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM search_text WHERE {key} = %s", [(pk,) for pk in article_ids])


def _tsvector(sequences: Sequence[Sequence[str]]) -> str:
    positions: dict[str, list[str]] = {}
    position = 1
    for words in sequences:
        for word in words:
            positions.setdefault(word, []).append(str(min(position, HIGHEST_POSITION)))
            position += 1
        position += GAP_POSITIONS
    return " ".join(f"'{word}':{','.join(found)}" for word, found in positions.items())


@dataclass(frozen=True, slots=True)
class Size:
    """How many articles are indexed, and how many words they usually have, by the newest of them."""

    articles: int
    usual_length: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many articles hold a word; and the keys of the articles that the newsroom puts first for the query."""

    holding: dict[str, int]
    promoted: tuple[int, ...]


def size() -> Size:
    """Return what the index knows of itself. It reads the whole of it, so it is asked once for every change."""
    ((articles, length),) = run(SIZE, [])
    return Size(articles, max(1, length))


def statistics(stems: Sequence[str], query: str) -> Statistics:
    """Return what the index knows of some stems and of a folded query, in one statement."""
    sql = STATISTICS.format(words=", ".join(["%s"] * len(stems)), most_promoted=MOST_PROMOTED)
    rows = run(sql, [*stems, query])
    holding = {stem: count for what, stem, count in rows if what == HOLDING}
    return Statistics(holding, tuple(key for what, _, key in rows if what == PROMOTED))
