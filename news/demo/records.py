"""Loads the demo's contributors, sources and tags."""

from collections.abc import Mapping
from typing import Any

from news.choices import ContributorKind, SourceCategory
from news.demo.files import picture
from news.demo.reading import content
from news.models import Contributor, Source, Tag


def load_contributors(users: Mapping[str, Any]) -> None:
    """Make the contributors that are missing, and tell which of them the demo's users are."""
    users_by_contributor = {
        account["contributor"]: users[account["username"]]
        for account in content("accounts")
        if "contributor" in account
    }
    for details in content("contributors"):
        if Contributor.objects.filter(slug=details["slug"]).exists():
            continue
        contributor = Contributor(
            slug=details["slug"],
            name=details["name"],
            kind=ContributorKind[details["kind"]],
            biography=details["biography"],
            photo=picture(details["photo"]) if "photo" in details else None,
            user=users_by_contributor.get(details["slug"]),
        )
        contributor.save()
        contributor.save_revision().publish()


def load_sources() -> None:
    """Make the sources that are missing."""
    for details in content("sources"):
        if Source.objects.filter(slug=details["slug"]).exists():
            continue
        source = Source(
            slug=details["slug"],
            name=details["name"],
            category=SourceCategory[details["category"]],
            url=details.get("url", ""),
        )
        source.save()
        source.save_revision().publish()


def load_tags() -> None:
    """Make the tags that are missing."""
    for details in content("tags"):
        defaults = {"name": details["name"], "description": details["description"]}
        Tag.objects.get_or_create(slug=details["slug"], defaults=defaults)
