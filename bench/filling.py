"""Fills the databases that `bench.speed` measures: `python -m bench.filling ARTICLES EXPORT`.

Twelve sections, 300 pictures with their renditions (rows without files: nothing here opens one), two banners on
air, and stories of invented words, the same ones every time. What readers may see is also written to EXPORT, a line
of JSON for each thing, from which the stock set-up fills a database of its own.
"""

import json
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be set up first
from django.db import connection, transaction  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Collection  # noqa: E402

from bench.invented import InventedNewsroom  # noqa: E402
from cms.images import specifications  # noqa: E402
from cms.models import Image, Rendition  # noqa: E402
from news.models import Article, ArticleTag, Byline, Contributor, Section, Tag  # noqa: E402
from tests.builders import make_banner, make_section  # noqa: E402

PICTURES = 300
SECTIONS = 12
WIDTH, HEIGHT = 1600, 1067


class Newsroom(InventedNewsroom):
    """An invented newsroom with pictures and twelve sections side by side."""

    def __init__(self) -> None:
        super().__init__()
        for _ in range(SECTIONS - Section.objects.filter(depth=3).count()):
            make_section(title=self._name())
        self._places = [[section] for section in [*Section.objects.filter(depth=3).order_by("path")]]
        self._pictures = make_pictures()

    def _write(self, numbered: Any) -> list[int]:
        keys = super()._write(numbered)
        pictured = [
            Article(pk=key, hero_image_id=self._pictures[key % PICTURES], hero_alt="Two boats in the harbour")
            for key in keys
        ]
        Article.objects.bulk_update(pictured, ["hero_image", "hero_alt"], batch_size=500)
        return keys


def make_pictures() -> list[int]:
    """Make the pictures with every rendition they would have; return their keys."""
    collection = Collection.get_first_root_node()
    pictures = Image.objects.bulk_create(
        Image(
            title=f"Picture {number}",
            file=f"original_images/picture-{number}.jpg",
            width=WIDTH,
            height=HEIGHT,
            collection=collection,
            caption="Boats lie in the harbour at low water.",
            credit="Amina Rahimi / Harbour Pictures",
        )
        for number in range(PICTURES)
    )
    Rendition.objects.bulk_create(
        Rendition(
            image=picture,
            filter_spec=each.filter_spec,
            file=f"images/picture-{picture.pk}.{place}.{each.format}",
            width=640,
            height=427,
        )
        for picture in pictures
        for place, each in enumerate(specifications())
    )
    return [picture.pk for picture in pictures]


def fill(articles: int) -> None:
    """Make the newsroom."""
    with transaction.atomic():
        newsroom = Newsroom()
        newsroom.write(articles)
        later = timezone.now() + timedelta(days=30)
        linked = list(Article.objects.order_by("-display_date")[:4])
        for number in range(2):
            make_banner(
                label=f"News Flash {number}",
                ends_at=later,
                headlines=[
                    {"kicker": "LIVE", "text": article.title, "article": article.pk, "url": ""}
                    for article in linked[2 * number : 2 * number + 2]
                ],
            )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def exported() -> Iterator[dict[str, Any]]:
    """Yield what readers may see, one thing after the other."""
    for section in Section.objects.order_by("path"):
        yield {"a": "section", "key": section.pk, "title": section.title, "slug": section.slug}
    for contributor in Contributor.objects.all():
        yield {"a": "author", "key": contributor.pk, "name": contributor.name, "slug": contributor.slug}
    for tag in Tag.objects.all():
        yield {"a": "tag", "key": tag.pk, "name": tag.name, "slug": tag.slug}
    for image in Image.objects.order_by("pk"):
        yield {"a": "image", "key": image.pk, "file": str(image.file)}
    signed = dict(Byline.objects.values_list("article_id", "contributor_id"))
    carried: dict[int, list[int]] = {}
    for article, tag in ArticleTag.objects.order_by("pk").values_list("content_object_id", "tag_id"):
        carried.setdefault(article, []).append(tag)
    for article in Article.objects.order_by("display_date").iterator(chunk_size=2000):
        yield {
            "a": "article",
            "key": article.pk,
            "title": article.title,
            "slug": article.slug,
            "standfirst": article.standfirst,
            "date": article.display_date.isoformat(),
            "body": [raw["value"] for raw in article.body.raw_data],
            "section": article.home_section_id,
            "image": article.hero_image_id,
            "author": signed[article.pk],
            "tags": carried.get(article.pk, []),
        }


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    fill(int(sys.argv[1]))
    with Path(sys.argv[2]).open("w") as file:
        file.writelines(json.dumps(each) + "\n" for each in exported())
