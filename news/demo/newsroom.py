"""Loads the whole demo newsroom, in the order in which its parts lean on one another."""

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from news.demo.accounts import load_accounts
from news.demo.banners import load_banners
from news.demo.records import load_contributors, load_sources, load_tags
from news.demo.stories import load_articles
from news.demo.tree import load_front_pages, load_lead_stories, load_sections, open_site
from news.models import Article, Contributor, FlashBanner, FrontPage, Section, Source, Tag

COUNTED: dict[str, type[Model]] = {
    "front pages": FrontPage,
    "sections": Section,
    "articles": Article,
    "contributors": Contributor,
    "sources": Source,
    "tags": Tag,
    "flash banners": FlashBanner,
}


def load_newsroom() -> dict[str, int]:
    """Make what is missing of the demo, all or nothing, and return how many of each kind were made.

    What is there, by its slug, is left as it is; what was deleted comes back.
    """
    before = counts()
    with transaction.atomic():
        users = load_accounts()
        load_contributors(users)
        load_sources()
        load_tags()
        load_front_pages(users["admin"])
        load_sections(users["admin"])
        open_site()
        now = timezone.now()
        load_articles(now, users)
        load_banners(now, users["editor"])
        load_lead_stories(users["editor"])
    return {kind: count - before[kind] for kind, count in counts().items() if count > before[kind]}


def counts() -> dict[str, int]:
    """Return how many there are of what the demo is made of."""
    return {kind: model._default_manager.count() for kind, model in COUNTED.items()}
