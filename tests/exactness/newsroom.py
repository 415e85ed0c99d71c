"""A small newsroom with something of everything, and how it is brought back to what it was at first."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from wagtail.embeds.models import Embed
from wagtail.models import Collection, Locale, Site

from cms.answers.watching import models_by_table
from cms.models import NavigationItem, Rendition, SiteSettings
from news.models import Article, Contributor, Source
from search.indexing import forget, index
from search.models import IndexedArticle
from tests.builders import (
    make_article,
    make_banner,
    make_contributor,
    make_document,
    make_front_page,
    make_image,
    make_section,
    make_source,
)

DERIVED = ("search_", "answers_", "wagtailsearch_", "django_")


def build(now: datetime) -> None:
    """Fill an empty database."""
    make_front_page()
    Locale.objects.get_or_create(language_code="ur")
    politics = make_section(title="Politics", slug="politics")
    council = make_section(title="Council", slug="council", parent=politics)
    sport = make_section(title="Sport", slug="sport")
    Collection.get_first_root_node().add_child(name="Archive")
    images = [make_image(caption=f"Caption {number}") for number in range(3)]
    for image in images:
        Rendition.objects.create(
            image=image, filter_spec="fill-400x225|format-webp", file="a.webp", width=400, height=225
        )
    amina = make_contributor(name="Amina", slug="amina", photo=images[0])
    ines = make_contributor(name="Ines", slug="ines")
    wire = make_source(name="Wire", slug="wire")
    previous = write_stories(now, (politics, council, sport), images, (amina, ines), wire)
    make_banner(
        headlines=[{"kicker": "", "text": "Now", "article": previous.pk if previous else None, "url": ""}]
    )
    settings = SiteSettings.objects.create(site=Site.objects.get(is_default_site=True), name="The Courier")
    NavigationItem.objects.create(settings=settings, page=sport, sort_order=1)
    Embed.objects.create(url="https://youtu.be/x", hash="x", type="video", last_updated=now)


def write_stories(now, sections, images, people_there, wire):
    """Write six articles that link to each other; return the last."""
    document = make_document()
    previous: Article | None = None
    for number in range(6):
        body = [
            ("paragraph", f"<p>The harbour is full, {number}.</p>"),
            ("document", {"document": document, "title": "Figures"}),
        ]
        if previous:
            body.append(("paragraph", f'<p>See <a linktype="page" id="{previous.pk}">this</a>.</p>'))
        previous = make_article(
            section=sections[number % 3],
            title=f"Harbour {number}",
            slug=f"story-{number}",
            contributors=[people_there[number % 2]],
            sources=[wire] if number % 2 else [],
            tags=["Budget"] if number % 3 else ["Ferries"],
            hero_image=images[number % 3],
            hero_alt="A quay",
            display_date=now - timedelta(hours=number),
            first_published_at=now - timedelta(hours=number),
            body=body,
        )
    return previous


class Snapshot:
    """All rows as they are, to be put back."""

    def __init__(self) -> None:
        self.tables = [name for name in models_by_table() if not name.startswith(DERIVED)]
        self.rows = {table: self._read(table) for table in self.tables}
        self.articles = set(Article.objects.values_list("pk", flat=True))

    def put_back(self) -> None:
        """Make everything as it was, the index of search included."""
        forget([pk for pk in IndexedArticle.objects.values_list("pk", flat=True) if pk not in self.articles])
        with transaction.atomic(), connection.cursor() as cursor:
            changed = [table for table in self.tables if self._read(table) != self.rows[table]]
            for table in changed:
                cursor.execute(f'DELETE FROM "{table}"')
            for table in changed:
                columns, rows = self.rows[table]
                names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
                cursor.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', sorted(rows, key=str))
        index(sorted(self.articles))

    @staticmethod
    def _read(table: str):
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')
            return [column[0] for column in cursor.description], {tuple(row) for row in cursor.fetchall()}


def people() -> list[Contributor | Source]:
    """Return the records that stand in credits."""
    return [*Contributor.objects.order_by("pk"), *Source.objects.order_by("pk")]
