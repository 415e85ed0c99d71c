"""The two search engines: SQLite's FTS5 and PostgreSQL's text search, each over the stems that the index writes.

An engine answers which articles match; in which order is the same sum of the same weights on both. All words
reach them stemmed, so neither is told to fold or stem anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Func

from search.matching import AllOf, AnyOf, Expression, Phrase, Stems

# Phrases do not run from one text into the next: between texts stands a word that nobody can type, or a gap.
GAP = "\ue000"
GAP_POSITIONS = 10
HIGHEST_POSITION = 16_383

# How many articles there are counts little once there are many, so PostgreSQL is then asked to guess, and how long
# they usually are is asked of the newest.
COUNTED_ONE_BY_ONE = 5_000
LENGTHS_ASKED = 1_000
MOST_PROMOTED = 5
HOLDING, PROMOTED = 2, 3
COUNT = f"SELECT COUNT(*) FROM (SELECT 1 FROM search_indexedarticle LIMIT {COUNTED_ONE_BY_ONE}) AS counted"
ABOUT_HOW_MANY = {
    "postgresql": f"SELECT GREATEST(({COUNT}), reltuples)::bigint FROM pg_class"
    " WHERE oid = 'search_indexedarticle'::regclass",
    "sqlite": "SELECT COUNT(*) FROM search_indexedarticle",
}
STATISTICS = """
    SELECT 0, '', ({about_how_many})
    UNION ALL SELECT 1, '', COALESCE(SUM(length) / COUNT(*), 0)
        FROM (SELECT length FROM search_indexedarticle ORDER BY article_id DESC LIMIT {lengths_asked}) AS newest
    UNION ALL SELECT 2, word, COUNT(*) FROM search_posting WHERE word IN ({words}) GROUP BY word
    UNION ALL SELECT 3, '', article_id FROM (
        SELECT article_id FROM search_promotedresult WHERE folded = %s ORDER BY place, id LIMIT {most_promoted}
    ) AS promoted
"""


class Matches(Func):
    """The condition that the article whose key is given matches an expression, or is one of those `besides`."""

    output_field = BooleanField()
    conditional = True

    def __init__(
        self, article_key: Any, expression: Expression, besides: Sequence[int] = (), **extra: Any
    ) -> None:
        super().__init__(article_key, **extra)
        self.expression = expression
        self.besides = besides

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Ask FTS5."""
        return self._sql(
            compiler, "SELECT rowid FROM search_text WHERE search_text MATCH %s", fts5(self.expression)
        )

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:
        """Ask PostgreSQL's text search."""
        return self._sql(
            compiler,
            "SELECT article_id FROM search_text WHERE words @@ %s::tsquery",
            tsquery(self.expression),
        )

    def _sql(self, compiler: Any, found: str, asked: str) -> tuple[str, list[Any]]:
        key, parameters = compiler.compile(self.source_expressions[0])
        besides = " UNION ALL SELECT %s" * len(self.besides)
        return f"{key} IN ({found}{besides})", [*parameters, asked, *self.besides]


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


@dataclass(frozen=True, slots=True)
class Statistics:
    """About how many articles are indexed, how many words they usually have, how many of them hold a word.

    `promoted`: the keys of the articles that the newsroom puts first for the query.
    """

    articles: int
    usual_length: int
    holding: dict[str, int]
    promoted: tuple[int, ...]


def statistics(stems: Sequence[str], query: str) -> Statistics:
    """Return what the index knows of some stems and of a folded query, in one statement."""
    sql = STATISTICS.format(
        about_how_many=ABOUT_HOW_MANY[connection.vendor],
        lengths_asked=LENGTHS_ASKED,
        words=", ".join(["%s"] * len(stems)),
        most_promoted=MOST_PROMOTED,
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*stems, query])
        (*_, articles), (*_, length), *rows = sorted(cursor.fetchall(), key=itemgetter(0))
    holding = {stem: count for what, stem, count in rows if what == HOLDING}
    promoted = tuple(key for what, _, key in rows if what == PROMOTED)
    return Statistics(articles, max(1, length), holding, promoted)
