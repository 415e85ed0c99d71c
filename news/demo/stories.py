"""Loads the demo's articles: published, embargoed, scheduled and drafts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from news.choices import ArticleKind, CorrectionKind
from news.demo.bodies import article_key, body
from news.demo.files import picture
from news.demo.reading import Record, hours, stories
from news.models import (
    Article,
    Byline,
    Contributor,
    Correction,
    RelatedArticle,
    Section,
    Source,
    SourceCredit,
    Tag,
)


def load_articles(now: datetime, users: Mapping[str, Any]) -> None:
    """Make the articles that are missing. Their dates count back from `now`."""
    known = set(Article.objects.values_list("slug", flat=True))
    for details in stories():
        if details["slug"] not in known:
            load_article(details, now, users[details.get("owner", "editor")])


def load_article(details: Record, now: datetime, user: Any) -> None:
    """Make one article, with its revision, and publish it unless it is a draft."""
    article = written(details, now)
    credit(article, details)
    file_under_topics(article, details)
    correct(article, details, now)
    section = Section.objects.get(slug=details["section"])
    article.locale = section.locale
    article.owner = user
    article.live = False
    section.add_child(instance=article)
    revision = article.save_revision(user=user)
    if not details.get("draft"):
        revision.publish(user=user)


def written(details: Record, now: datetime) -> Article:
    """Return an article with its words, dates and pictures."""
    hero = details["hero"]
    shown = hours(now, -details["hours_ago"])
    article = Article(
        slug=details["slug"],
        title=details["title"],
        kind=ArticleKind[details["kind"]],
        standfirst=details.get("standfirst", ""),
        dateline=details.get("dateline", ""),
        body=body(details["body"]),
        display_date=shown,
        hero_image=picture(hero["image"]),
        hero_alt=hero["alt"],
        hero_caption=hero["caption"],
        hero_credit=hero["credit"],
        editors_note=details.get("editors_note", ""),
    )
    if "updated_hours_ago" in details:
        article.updated_at = hours(now, -details["updated_hours_ago"])
    if "embargo_in_hours" in details:
        article.embargo_until = hours(now, details["embargo_in_hours"])
    if "go_live_in_hours" in details:
        article.go_live_at = article.display_date = hours(now, details["go_live_in_hours"])
    elif not details.get("draft"):
        article.first_published_at = shown
    if "translation_of" in details:
        article.translation_key = Article.objects.get(slug=details["translation_of"]).translation_key
    return article


def credit(article: Article, details: Record) -> None:
    """Say who made an article and where it came from."""
    article.bylines.set(
        [
            Byline(contributor=Contributor.objects.get(slug=byline["contributor"]), role=byline["role"])
            for byline in details["bylines"]
        ]
    )
    article.source_credits.set(
        [
            SourceCredit(source=Source.objects.get(slug=credit["source"]), url=credit["url"])
            for credit in details["sources"]
        ]
    )


def file_under_topics(article: Article, details: Record) -> None:
    """Give an article its tags, further sections and related articles."""
    article.tags.set(Tag.objects.filter(slug__in=details["tags"]))
    article.other_sections = Section.objects.filter(slug__in=details.get("other_sections", []))
    article.related_articles.set(
        [RelatedArticle(target_id=article_key(slug)) for slug in details.get("related", [])]
    )


def correct(article: Article, details: Record, now: datetime) -> None:
    """Add the notes on what was changed."""
    article.corrections.set(
        [
            Correction(
                kind=CorrectionKind[note["kind"]],
                text=note["text"],
                published_at=hours(now, -note["hours_ago"]),
            )
            for note in details.get("corrections", [])
        ]
    )
