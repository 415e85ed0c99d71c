"""What a front end should show at a path."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField
from wagtail.models import Page, PageLogEntry

from cms.addresses import public_address
from cms.answers.recording import asks
from cms.given import Given
from cms.graphql.loading import rows_by_key, visible_pages
from cms.graphql.pages import visible_addresses
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed
from cms.graphql.statements import rows
from cms.redirects import LONGEST_CHAIN, path_on, stored_redirect
from cms.visibility import Visibility
from news.choices import CorrectionKind
from news.models import Article, Correction, FrontPage, Section
from news.schema.article_lists import articles_by_id

TAKEN_BACK = "This article was taken back by the editors."


def route(path: str, selection: Selection) -> Typed | None:
    """Return the page at a path, where it went, or that it was taken back; `None` when nothing was there."""
    path = path.replace("\x00", "")
    url_path = selection.context.paths.url_path(path)
    if url_path:
        for model in (Article, Section, FrontPage):
            columns = selection.columns(model.__name__)
            if row := page_row(model, columns, selection, url_path=url_path):
                return Typed(model.__name__, row)
    return _redirect(path, selection) or (_gone(selection, url_path=url_path) if url_path else None)


def page_row(
    model: Any,
    columns: Iterable[str],
    selection: Selection,
    *,
    pk: int | None = None,
    url_path: str = "",
) -> Row | None:
    """Return the visible page of a model with a key or, without one, at a place in the site."""
    policy = selection.context.visibility
    if pk is not None:
        asks(f"page:{pk}")
        return rows_by_key(visible_pages, [pk], columns, policy, model).get(pk)
    asks(f"path:{url_path}")
    found = rows(_pages_at, columns, policy, model, url_path=url_path)
    return found[0] if found else None


def _pages_at(policy: Visibility, model: Any) -> QuerySet:
    return policy.pages(model).filter(url_path=Given("url_path", TextField()))[:1]


def _redirect(path: str, selection: Selection) -> Typed | None:
    """Return a redirect to where the redirects that start at a path end: somewhere a reader may go.

    One that leads to an article that was taken back tells that; any other dead end or a loop tells nothing.
    """
    context = selection.context
    is_permanent = True
    passed: set[str] = set()
    while len(passed) < LONGEST_CHAIN and path not in passed:
        passed.add(path)
        step = stored_redirect(path, context.site)
        if step is None:
            return None
        is_permanent &= step.is_permanent
        if step.page_id:
            location = visible_addresses([step.page_id], selection).get(step.page_id)
            return _sent_to(location, is_permanent) or _gone(selection, pk=step.page_id)
        path = path_on(context.settings.front_end_root, step.link)
        if not path or stored_redirect(path, context.site) is None:
            return _sent_to(_link(step.link, path, selection), is_permanent)
    return None


def _sent_to(location: str | None, is_permanent: bool) -> Typed | None:
    return Typed("Redirect", {"location": location, "permanent": is_permanent}) if location else None


def _link(link: str, own_path: str, selection: Selection) -> str:
    """Return the address that an editor typed, unless a page stands there that readers may not see."""
    url_path = selection.context.paths.url_path(own_path) if own_path else None
    keys = Page.objects.filter(url_path=url_path).values_list("pk", flat=True)[:1] if url_path else []
    if any(key not in visible_addresses([key], selection) for key in keys):
        return ""
    return public_address(link, or_path=True)


def _gone(selection: Selection, **where: Any) -> Typed | None:
    """Return why an article is no longer here; only what readers once saw is owned up to."""
    policy = selection.context.visibility
    articles = policy.taken_back(Article).filter(_was_seen(policy.now), **where)
    article = articles.values("pk", "first_published_at", "last_published_at", "replaced_by_id").first()
    if article is None:
        return None
    # What was written under the article after it went is a draft, whatever its kind.
    told = Q(published_at__lte=article["last_published_at"] or article["first_published_at"])
    notes = Correction.objects.filter(told, article=article["pk"], kind=CorrectionKind.RETRACTION)
    reason = notes.order_by("-published_at", "-pk").values_list("text", flat=True).first()
    instead = article["replaced_by_id"]
    columns = selection.columns("Article", "replaced_by", within="Gone")
    found = articles_by_id([instead], columns, selection).get(instead) if instead else None
    return Typed("Gone", {"reason": reason or TAKEN_BACK, "replaced_by": found})


def _was_seen(now: datetime) -> Q:
    """Return the condition for articles whose embargo, if there was one, ended while they were live."""
    taken_back_later = PageLogEntry.objects.filter(
        page=OuterRef("pk"), action__startswith="wagtail.unpublish", timestamp__gt=OuterRef("embargo_until")
    )
    outlived = Q(live=True, expire_at__gt=F("embargo_until")) | Q(Exists(taken_back_later))
    return Q(embargo_until=None) | Q(Q(embargo_until__lte=now) & outlived)
