"""Builders: the least that makes a thing real. Each takes overrides and nothing else."""

import json
from datetime import timedelta
from io import BytesIO
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from PIL import Image as PillowImage
from wagtail.models import Collection, Locale, Page, Site

from cms.models import Document, Image
from news.models import (
    Article,
    Byline,
    Contributor,
    FlashBanner,
    FlashDesk,
    FrontPage,
    Section,
    Source,
    SourceCredit,
)

_numbers = count(1)


def make_front_page(**overrides: Any) -> FrontPage:
    """Make the default site's front page, or return the one that is there."""
    locale = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locale)
    site, _ = Site.objects.get_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": root}
    )
    existing = FrontPage.objects.filter(pk=site.root_page_id).first()
    if existing:
        return existing
    Collection.get_first_root_node() or Collection.add_root(name="Root")
    page = root.add_child(
        instance=FrontPage(**{"title": "The Courier", "slug": "front", "locale": locale, **overrides})
    )
    site.root_page = page
    site.save()
    return page


def make_section(*, parent: Page | None = None, **overrides: Any) -> Section:
    """Make a live section, by default below the front page."""
    parent = parent or make_front_page()
    number = next(_numbers)
    fields = {"title": f"Section {number}", "slug": f"section-{number}", "locale": parent.locale, **overrides}
    return Page.objects.get(pk=parent.pk).add_child(instance=Section(**fields))


def make_article(
    *,
    section: Section | None = None,
    contributors: list[Contributor] | None = None,
    sources: list[Source] | None = None,
    tags: list[str] | None = None,
    body: list[tuple[str, Any]] | None = None,
    **overrides: Any,
) -> Article:
    """Make a live article with a byline, by default in a section of its own."""
    section = section or make_section()
    number = next(_numbers)
    fields = {
        "title": f"Article {number}",
        "slug": f"article-{number}",
        "locale": section.locale,
        "first_published_at": timezone.now(),
        "body": body if body is not None else [("paragraph", f"<p>Words of article {number}.</p>")],
        **overrides,
    }
    article = Article(**fields)
    people = contributors if contributors is not None else [make_contributor()]
    article.bylines = [Byline(contributor=each, sort_order=place) for place, each in enumerate(people)]
    article.source_credits = [SourceCredit(source=each) for each in sources or []]
    Page.objects.get(pk=section.pk).add_child(instance=article)
    if tags:
        article.tags.add(*tags)
        article.save()
    return article


def make_contributor(**overrides: Any) -> Contributor:
    """Make a live contributor."""
    name = overrides.get("name", f"Writer {next(_numbers)}")
    return Contributor.objects.create(
        **{"name": name, "slug": slugify(name, allow_unicode=True), **overrides}
    )


def make_source(**overrides: Any) -> Source:
    """Make a live source."""
    name = overrides.get("name", f"Agency {next(_numbers)}")
    return Source.objects.create(**{"name": name, "slug": slugify(name, allow_unicode=True), **overrides})


def make_flash_desk(*, front_page: FrontPage | None = None) -> FlashDesk:
    """Make the flash desk of a front page, or return the one that is there."""
    front_page = front_page or make_front_page()
    existing = FlashDesk.objects.child_of(front_page).first()
    desk = FlashDesk(title="Flash desk", slug="flash-desk", locale=front_page.locale)
    return existing or Page.objects.get(pk=front_page.pk).add_child(instance=desk)


def make_banner(*, headlines: list[dict[str, Any]] | None = None, **overrides: Any) -> FlashBanner:
    """Make a banner that is on air for two hours."""
    number = next(_numbers)
    desk = make_flash_desk()
    items = headlines or [{"kicker": "", "text": f"Headline {number}", "article": None, "url": ""}]
    fields = {
        "title": f"Banner {number}",
        "slug": f"banner-{number}",
        "locale": desk.locale,
        "starts_at": timezone.now() - timedelta(hours=1),
        "ends_at": timezone.now() + timedelta(hours=1),
        "items": json.dumps([{"type": "headline", "value": item} for item in items]),
        **overrides,
    }
    return Page.objects.get(pk=desk.pk).add_child(instance=FlashBanner(**fields))


def make_image(**overrides: Any) -> Image:
    """Make a small picture, its file included; `pixels` says how small."""
    number = next(_numbers)
    buffer = BytesIO()
    width, height = overrides.pop("pixels", (96, 64))
    PillowImage.new("RGB", (width, height), (number * 37 % 255, 90, 140)).save(buffer, "PNG")
    file = ContentFile(buffer.getvalue(), name=overrides.pop("file_name", f"picture-{number}.png"))
    return Image.objects.create(
        **{"title": f"Picture {number}", "file": file, "width": width, "height": height, **overrides}
    )


def make_document(**overrides: Any) -> Document:
    """Make a small text document."""
    number = next(_numbers)
    content = overrides.pop("content", b"figures")
    file = ContentFile(content, name=overrides.pop("file_name", f"figures-{number}.txt"))
    return Document.objects.create(
        **{"title": f"Figures {number}", "file": file, "file_size": len(content), **overrides}
    )
