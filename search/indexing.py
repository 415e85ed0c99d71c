"""Writes and forgets the index of articles. Called by `search.pending`, and by whoever indexes everything anew."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from search import bulk, engines, names, spelling
from search.models import IndexedArticle, NameKind, Posting
from search.site_clock import site_time_zone
from search.texts import ArticleTexts, gather
from search.weighing import Weighed, weigh

SECONDS_A_DAY = 86_400
ROWS_AT_ONCE = 2_000


@transaction.atomic
def index(article_ids: Collection[int]) -> None:
    """Bring the index of these articles in line with what is live; those that are not live are forgotten."""
    stored = IndexedArticle.objects.select_for_update().filter(pk__in=article_ids).order_by("pk")
    before = dict(stored.values_list("pk", "counts"))
    found = {texts.article_id: texts for texts in gather(article_ids)}
    forget(before.keys() - found.keys())
    weighed = {pk: weigh(texts) for pk, texts in found.items()}
    _write_rows(found.values(), weighed)
    _write_postings({pk: each.counts for pk, each in weighed.items()}, before)
    engines.store({pk: each.sequences for pk, each in weighed.items()})
    spelling.learn({word for each in weighed.values() for word in each.vocabulary})
    headlines = [(texts.article_id, texts.headline, day_of(texts.display_date)) for texts in found.values()]
    names.write(NameKind.ARTICLE, headlines)


@transaction.atomic
def forget(article_ids: Collection[int]) -> None:
    """Take articles out of the index."""
    stored = IndexedArticle.objects.filter(pk__in=article_ids)
    for pk, counts in stored.values_list("pk", "counts"):
        Posting.objects.filter(article_id=pk, word__in=_decoded(counts)).delete()
    engines.remove(article_ids)
    names.remove(NameKind.ARTICLE, article_ids)
    stored.delete()


def day_of(moment: datetime) -> int:
    """Return the days from 1970-01-01 to a moment, in UTC."""
    return int(moment.astimezone(UTC).timestamp() // SECONDS_A_DAY)


def _write_rows(found: Iterable[ArticleTexts], weighed: dict[int, Weighed]) -> None:
    zone = site_time_zone()
    rows = [
        IndexedArticle(
            article_id=texts.article_id,
            day=day_of(texts.display_date),
            length=weighed[texts.article_id].length,
            facets=facets(texts, zone),
            counts=_encoded(weighed[texts.article_id].counts),
            names="\n".join(texts.names),
            passages="\n".join(texts.passages),
            indexed_at=timezone.now(),
        )
        for texts in found
    ]
    columns = ["day", "length", "facets", "counts", "names", "passages", "indexed_at"]
    IndexedArticle.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["article"], update_fields=columns, batch_size=ROWS_AT_ONCE
    )


def facets(texts: ArticleTexts, zone: ZoneInfo) -> str:
    """Return what an article is counted under, as `IndexedArticle.facets` holds it."""
    counted = [
        f"k:{texts.kind}",
        f"y:{texts.display_date.astimezone(zone).year}",
        *(f"s:{key}" for key in texts.sections),
        *(f"t:{key}" for key in texts.tags),
        *(f"c:{key}" for key in texts.contributors),
    ]
    return " ".join(counted)


def _write_postings(counts: dict[int, dict[str, int]], before: dict[int, str]) -> None:
    """Write the counts that changed, and only those: most edits change few."""
    rows: list[tuple[str, int, int]] = []
    for pk, found in counts.items():
        old = _decoded(before.get(pk, ""))
        gone = old.keys() - found.keys()
        if gone:
            Posting.objects.filter(article_id=pk, word__in=gone).delete()
        rows += [(word, pk, count) for word, count in found.items() if old.get(word) != count]
    # In one order everywhere, so that two who write at once wait for each other instead of for ever.
    rows.sort()
    columns = ("word", "article_id", "count")
    replace = "(word, article_id) DO UPDATE SET count = excluded.count"
    bulk.insert("search_posting", columns, rows, on_conflict=replace)


def _encoded(counts: dict[str, int]) -> str:
    return "\n".join(f"{count} {word}" for word, count in counts.items())


def _decoded(counts: str) -> dict[str, int]:
    lines: Sequence[str] = counts.split("\n") if counts else ()
    return {word: int(count) for count, word in (line.split(" ", 1) for line in lines)}
