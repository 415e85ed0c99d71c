"""What a front end should show at a path."""

from datetime import datetime
from typing import Any
from urllib.parse import unquote

from django.db.models import Exists, F, OuterRef, Q
from wagtail.contrib.redirects.models import Redirect as StoredRedirect
from wagtail.models import PageLogEntry

from cms.addresses import public_address
from cms.graphql.loading import load
from cms.graphql.pages import visible_addresses
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed
from news.choices import CorrectionKind
from news.models import Article, Correction, FrontPage, Section

TAKEN_BACK = "This article was taken back by the editors."


def route(path: str, selection: Selection) -> Typed | None:
    """Return the page at a path, where it went, or that it was taken back; `None` when nothing was there."""
    path = path.replace("\x00", "")
    url_path = selection.context.paths.url_path(path)
    if url_path:
        for model in (Article, Section, FrontPage):
            if row := page_row(model, selection, url_path=url_path):
                return Typed(model.__name__, row)
    return _redirect(path, selection) or (_gone(url_path, selection) if url_path else None)


def page_row(model: type[Any], selection: Selection, **where: Any) -> Row | None:
    """Return the visible page of a model that `where` names."""
    visible = selection.context.visibility.pages(model).filter(**where)
    rows = load(visible[:1], selection.columns(model.__name__))
    return rows[0] if rows else None


def _redirect(path: str, selection: Selection) -> Typed | None:
    """Return a redirect that leads somewhere a reader may go."""
    old_path = StoredRedirect.normalise_path(unquote(path))
    stored = StoredRedirect.objects.filter(old_path=old_path).filter(
        Q(site=selection.context.site) | Q(site=None)
    )
    found = (
        stored.order_by(F("site_id").asc(nulls_last=True))
        .values("redirect_page_id", "redirect_link", "is_permanent")
        .first()
    )
    if not found:
        return None
    location = public_address(found["redirect_link"], or_path=True)
    if found["redirect_page_id"]:
        addresses = visible_addresses([found["redirect_page_id"]], selection)
        location = addresses.get(found["redirect_page_id"], "")
    return Typed("Redirect", {"location": location, "permanent": found["is_permanent"]}) if location else None


def _gone(url_path: str, selection: Selection) -> Typed | None:
    """Return why an article is no longer here; only what readers once saw is owned up to."""
    policy = selection.context.visibility
    articles = policy.taken_back(Article).filter(_was_seen(policy.now), url_path=url_path)
    article = articles.values("pk", "first_published_at", "last_published_at").first()
    if article is None:
        return None
    # What was written under the article after it went is a draft, whatever its kind.
    told = Q(published_at__lte=article["last_published_at"] or article["first_published_at"])
    notes = Correction.objects.filter(told, article=article["pk"], kind=CorrectionKind.RETRACTION)
    reason = notes.order_by("-published_at", "-pk").values_list("text", flat=True).first()
    return Typed("Gone", {"reason": reason or TAKEN_BACK, "replaced_by": None})


def _was_seen(now: datetime) -> Q:
    """Return the condition for articles whose embargo, if there was one, ended while they were live."""
    taken_back_later = PageLogEntry.objects.filter(
        page=OuterRef("pk"), action__startswith="wagtail.unpublish", timestamp__gt=OuterRef("embargo_until")
    )
    outlived = Q(live=True, expire_at__gt=F("embargo_until")) | Q(Exists(taken_back_later))
    return Q(embargo_until=None) | Q(Q(embargo_until__lte=now) & outlived)
