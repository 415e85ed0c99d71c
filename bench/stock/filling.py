"""Fills the stock set-up's database from what `bench.filling` exported: `python -m bench.stock.filling EXPORT`."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402 - Django must be set up first
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models.sql import InsertQuery  # noqa: E402
from taggit.models import Tag  # noqa: E402
from wagtail.images.models import Filter, Image, Rendition  # noqa: E402
from wagtail.models import Collection, Locale, Page, Site  # noqa: E402

from bench.stock.models import ArticlePage, ArticleTag, Author, FlashBanner, SectionPage  # noqa: E402

BATCH = 1_000


class Filling:
    """One filling; knows what the exported keys have become."""

    def __init__(self, things: list[dict[str, Any]]) -> None:
        self.of = {
            kind: [thing for thing in things if thing["a"] == kind] for kind in {each["a"] for each in things}
        }
        self.locale = Locale.objects.get_or_create(language_code="en")[0]
        home = Page.objects.get(depth=2)
        self.sections = {
            each["key"]: home.add_child(instance=SectionPage(title=each["title"], slug=each["slug"]))
            for each in self.of["section"]
        }
        self.authors = self._made(Author, "author", "name", "slug")
        self.tags = self._made(Tag, "tag", "name", "slug")
        self.images = self._images()

    def _made(self, model: Any, kind: str, *names: str) -> dict[int, Any]:
        made = model.objects.bulk_create(
            model(**{name: each[name] for name in names}) for each in self.of[kind]
        )
        return {each["key"]: new for each, new in zip(self.of[kind], made, strict=True)}

    def _images(self) -> dict[int, Image]:
        root = Collection.get_first_root_node()
        made = Image.objects.bulk_create(
            Image(
                title=each["file"], file=each["file"], width=1600, height=1067, collection=root, file_size=1
            )
            for each in self.of["image"]
        )
        crop = Filter(spec="fill-640x427|format-webp")
        Rendition.objects.bulk_create(
            Rendition(
                image=image,
                filter_spec=crop.spec,
                focal_point_key=crop.get_cache_key(image),
                file=f"images/{image.pk}.webp",
                width=640,
                height=427,
            )
            for image in made
        )
        return {each["key"]: new for each, new in zip(self.of["image"], made, strict=True)}

    def articles(self) -> None:
        """Write the articles."""
        for first in range(0, len(self.of["article"]), BATCH):
            self._write(self.of["article"][first : first + BATCH])
        for section in self.sections.values():
            section.save(update_fields=["numchild"])
        newest = self.of["article"][-4:]
        FlashBanner.objects.bulk_create(
            FlashBanner(label="News Flash", text=each["title"]) for each in newest
        )

    def _write(self, batch: list[dict[str, Any]]) -> None:
        pages = [self._article(each) for each in batch]
        rows = Page.objects.bulk_create(
            Page(
                **{field.attname: getattr(page, field.attname) for field in Page._meta.local_concrete_fields}
            )
            for page in pages
        )
        for page, row in zip(pages, rows, strict=True):
            page.pk = page.page_ptr_id = row.pk
        query = InsertQuery(ArticlePage)
        query.insert_values(ArticlePage._meta.local_concrete_fields, pages, raw=True)
        query.get_compiler(connection=connection).execute_sql()
        pairs = list(zip(batch, pages, strict=True))
        signed = ArticlePage.authors.through
        signed.objects.bulk_create(
            signed(articlepage_id=page.pk, author_id=self.authors[each["author"]].pk) for each, page in pairs
        )
        ArticleTag.objects.bulk_create(
            ArticleTag(content_object_id=page.pk, tag=self.tags[tag])
            for each, page in pairs
            for tag in each["tags"]
        )

    def _article(self, each: dict[str, Any]) -> ArticlePage:
        section = self.sections[each["section"]]
        section.numchild += 1
        dated = datetime.fromisoformat(each["date"])
        return ArticlePage(
            title=each["title"],
            draft_title=each["title"],
            slug=each["slug"],
            standfirst=each["standfirst"],
            date=dated,
            first_published_at=dated,
            body=json.dumps([{"type": "paragraph", "value": text} for text in each["body"]]),
            hero=self.images[each["image"]],
            locale=self.locale,
            translation_key=uuid4(),
            content_type=ContentType.objects.get_for_model(ArticlePage),
            depth=section.depth + 1,
            path=Page._get_path(section.path, section.depth + 1, section.numchild),
            url_path=f"{section.url_path}{each['slug']}/",
        )


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    Site.objects.update(hostname="127.0.0.1", port=80)
    with Path(sys.argv[1]).open() as file, transaction.atomic():
        Filling([json.loads(line) for line in file]).articles()
    call_command("update_index", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
