"""Writes an item into an article.

The words, credits and picture follow the item, where it says anything. What editors add to an article
stays: tags, sections, related articles, corrections, titles for search engines, their notes, and what they
wrote with a picture that is still the same.
"""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug

from cms.rich_text import plain_text
from news.importers.bodies import read_bodies
from news.importers.inline import letters
from news.importers.items import Item, Refused
from news.importers.lengths import fitted
from news.importers.markup import Block
from news.importers.pictures import Hero, PictureDesk
from news.importers.records import Records
from news.models import Article, Byline, Section, SourceCredit

LONGEST_SLUG = 200


def write(article: Article, item: Item, folder: Path, records: Records) -> list[str]:
    """Write an item into an article without saving it; return remarks on what did not go in as it was."""
    if not item.words.headline:
        raise Refused("it has no headline")
    desk = PictureDesk(folder, item.pictures)
    desk.choose_hero()
    story = read_bodies(item.bodies, item.words.headline, desk.place)
    if not story.blocks and (item.bodies or not item.words.summary):
        raise Refused("there is no text in it" if not item.bodies else "; ".join(story.remarks))
    remarks = [*item.remarks, *story.remarks]
    remarks += _write_words(article, item, story.blocks)
    article.body = _keeping_identifiers([*story.blocks, *desk.rest()], article.body.get_prep_value())
    if desk.hero:
        _show(article, desk.hero)
    _credit(article, item, records)
    article.editors_note = _with_notes(article.editors_note, item)
    return remarks + desk.remarks


def first_version(item: Item, section: Section) -> Article:
    """Return an article that is not saved yet, with what later versions of an item leave alone."""
    dates = item.dates
    shown = dates.first_created or dates.version_created or timezone.now()
    slug = slugify(item.words.headline, allow_unicode=True)[:LONGEST_SLUG].strip("-")
    article = Article(
        live=False,
        locale=section.locale,
        slug=find_available_slug(section, slug or "item"),
        kind=item.words.kind,
        display_date=shown,
    )
    if dates.version_created and dates.version_created > shown:
        article.updated_at = dates.version_created
    return article


def _write_words(article: Article, item: Item, blocks: list[Block]) -> list[str]:
    """Write what stands around the body; return remarks on what was cut or left out."""
    words = item.words
    summary = words.summary
    remarks = []
    if summary and letters(_text(blocks)).startswith(letters(summary)):
        remarks.append("left out the description: it repeats the beginning of the text")
        summary = ""
    texts = {"title": words.headline, "standfirst": summary, "dateline": words.dateline}
    texts["seo_title"] = article.seo_title or words.search_headline
    texts["social_title"] = article.social_title or words.social_headline
    for field, text in texts.items():
        setattr(article, field, fitted(Article, field, text) or getattr(article, field))
        if len(getattr(article, field)) < len(text):
            remarks.append(f"cut the {field.replace('_', ' ')}, which was longer than its field: {text}")
    if item.dates.embargo_until:
        article.embargo_until = item.dates.embargo_until
    elif article.embargo_until:
        remarks.append("kept the embargo, which this version does not name")
    return remarks


def _text(blocks: list[Block]) -> str:
    """Return the words of running text, headings and quotations."""
    values = (block["value"] for block in blocks)
    return " ".join(
        plain_text(value) if isinstance(value, str) else value.get("text", "") for value in values
    )


def _keeping_identifiers(blocks: list[Block], stored: list[dict[str, Any]]) -> list[Block]:
    """Return blocks under the identifiers they have already, where the same block was there before."""
    identifiers = defaultdict(list)
    for block in stored:
        identifiers[_content(block)].append(block["id"])
    kept = ((block, identifiers[_content(block)]) for block in blocks)
    return [{**block, "id": known.pop(0)} if known else block for block, known in kept]


def _content(block: dict[str, Any]) -> str:
    return json.dumps([block["type"], block["value"]], sort_keys=True)


def _show(article: Article, hero: Hero) -> None:
    """Put a picture on top; the words for one that is there already stay."""
    if article.hero_image_id != hero.image.pk:
        article.hero_image = hero.image
        article.hero_is_decorative = False
        article.hero_alt = article.hero_caption = article.hero_credit = ""
    words = {"hero_caption": hero.picture.caption, "hero_credit": hero.picture.credit, "hero_alt": hero.alt}
    image_words = {"hero_caption": hero.image.caption, "hero_credit": hero.image.credit}
    for field, text in words.items():
        if not getattr(article, field) and text != image_words.get(field):
            setattr(article, field, fitted(Article, field, text))


def _credit(article: Article, item: Item, records: Records) -> None:
    """Say who made an article and where it came from, and add its topics to those it has."""
    if item.credits.contributors:
        article.bylines.set(
            [
                Byline(
                    contributor=records.contributor(credit),
                    role=fitted(Byline, "role", credit.role),
                    sort_order=place,
                )
                for place, credit in enumerate(item.credits.contributors)
            ]
        )
    if item.credits.sources:
        article.source_credits.set(
            [
                SourceCredit(source=records.source(name), sort_order=place)
                for place, name in enumerate(item.credits.sources)
            ]
        )
    article.tags.add(*(records.tag(name) for name in item.subjects))


def _with_notes(note: str, item: Item) -> str:
    """Return the editors' note with what the provider tells them and it does not say yet."""
    return "\n".join([*note.splitlines(), *(line for line in item.notes if line not in note)])
