"""Keeps `Filing` true: in which sections an article appears, ancestors included."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import QuerySet

if TYPE_CHECKING:
    from news.models import Article, Section


def file_article(
    article: "Article", others: "Iterable[Section] | None" = None, *, is_new: bool = False
) -> None:
    """Bring an article's filings in line with its place, its other sections and its date.

    Whoever knows the other sections, or that the article was never filed, saves the statements that ask.
    """
    others = article.other_sections.all() if others is None else others
    sections = [article.get_parent(), *others] if article.path else []
    wanted = sections_with_those_above(section.path for section in sections)
    filing_model = apps.get_model("news", "Filing")
    existing = {} if is_new else dict(article.filings.values_list("section_id", "display_date"))
    stale = [pk for pk, date in existing.items() if pk not in wanted or date != article.display_date]
    if stale:
        filing_model.objects.filter(article=article, section_id__in=stale).delete()
    filing_model.objects.bulk_create(
        filing_model(article=article, section_id=pk, display_date=article.display_date)
        for pk in wanted
        if existing.get(pk) != article.display_date
    )


def sections_with_those_above(paths: Iterable[str]) -> set[int]:
    """Return the keys of the sections at these tree paths and of every section above them."""
    prefixes = {path[:end] for path in paths for end in range(4, len(path) + 1, 4)}
    sections: QuerySet[Section] = apps.get_model("news", "Section").objects.filter(path__in=prefixes)
    return set(sections.values_list("pk", flat=True))


def refile_below(tree_path: str) -> None:
    """Bring the articles at or below a tree path in line with where they stand, as after a move."""
    for article in apps.get_model("news", "Article").objects.filter(path__startswith=tree_path).iterator():
        parent = article.get_parent()
        if article.home_section_id != parent.pk:
            type(article).objects.filter(pk=article.pk).update(home_section=parent.pk)
        file_article(article)
