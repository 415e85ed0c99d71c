"""The two search engines: SQLite's FTS5 and PostgreSQL's text search, each over the stems that the index writes.

An engine answers which articles match; in which order is the same sum of the same weights on both. All words
reach them stemmed, so neither is told to fold or stem anything.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func

from search.matching import AllOf, AnyOf, Expression, Phrase, Stems

# Phrases do not run from one text into the next: between texts stands a word that nobody can type, or a gap.
GAP = "\ue000"
GAP_POSITIONS = 10
HIGHEST_POSITION = 16_383

HOW_MANY = "SELECT COUNT(*) FROM search_indexedarticle"
ABOUT_HOW_MANY = f"""
    SELECT CASE WHEN reltuples > 0 THEN reltuples::bigint ELSE ({HOW_MANY}) END
    FROM pg_class WHERE oid = 'search_indexedarticle'::regclass
"""


class Matches(Func):
    """The condition that the article whose key is given matches an expression."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, article_key: Any, expression: Expression, **extra: Any) -> None:
        super().__init__(article_key, **extra)
        self.expression = expression

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Ask FTS5."""
        key, parameters = compiler.compile(self.source_expressions[0])
        sql = f"{key} IN (SELECT rowid FROM search_text WHERE search_text MATCH %s)"
        return sql, [*parameters, fts5(self.expression)]

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:
        """Ask PostgreSQL's text search."""
        key, parameters = compiler.compile(self.source_expressions[0])
        sql = f"{key} IN (SELECT article_id FROM search_text WHERE words @@ %s::tsquery)"
        return sql, [*parameters, tsquery(self.expression)]


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
        if connection.vendor == "postgresql":
            rows = [(key, _tsvector(sequences)) for key, sequences in texts.items()]
            cursor.executemany("INSERT INTO search_text (article_id, words) VALUES (%s, %s::tsvector)", rows)
        else:
            rows = [(key, f" {GAP} ".join(map(" ".join, sequences))) for key, sequences in texts.items()]
            cursor.executemany("INSERT INTO search_text (rowid, words) VALUES (%s, %s)", rows)


def remove(article_ids: Iterable[int]) -> None:
    """Forget articles."""
    key = "article_id" if connection.vendor == "postgresql" else "rowid"
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


def article_count() -> int:
    """Return about how many articles are indexed; PostgreSQL would count many one by one, so it is asked to guess."""
    with connection.cursor() as cursor:
        cursor.execute(ABOUT_HOW_MANY if connection.vendor == "postgresql" else HOW_MANY)
        return cursor.fetchone()[0]
