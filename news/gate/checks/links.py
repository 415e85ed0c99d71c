"""Links that lead readers nowhere."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, Revision, get_page_models

from cms.visibility import Visibility
from news.gate.findings import Remark
from news.gate.leaves import leaves
from news.gate.passages import Link, links
from news.gate.subject import Subject


def hidden_targets(subject: Subject) -> Iterator[Remark]:
    """Find links to pages that readers may not see when the thing opens to them.

    A page that is scheduled to be live by then is fine: stories that link to each other may go out together.
    """
    found = [link for leaf in leaves(subject) for link in links(leaf) if link.page_id != subject.instance.pk]
    hidden = _hidden({link.page_id for link in found}, subject.opens_at) if found else {}
    for link in found:
        if link.page_id in hidden:
            yield _remark(link, hidden[link.page_id])


def _remark(link: Link, title: str) -> Remark:
    message = f"“{title}” is linked here, but readers cannot see it. Publish it first, or remove the link."
    return Remark(link.location, message, title, f"page {link.page_id}")


def _hidden(ids: set[int], moment: datetime) -> dict[int, str]:
    """Return the titles of the pages among these that cannot be seen at a moment, by key."""
    policy = Visibility(moment)
    pages = Page.objects.filter(pk__in=ids)
    titles = {page.pk: page.get_admin_display_title() for page in pages}
    titles |= dict.fromkeys(ids - titles.keys(), "A deleted page")
    types = {page.cached_content_type.model_class() for page in pages} & set(get_page_models())
    visible = {
        pk
        for model in types
        if hasattr(model, "own_window")
        for pk in policy.pages(model).filter(pk__in=ids).values_list("pk", flat=True)
    }
    return {pk: title for pk, title in titles.items() if pk not in visible | _scheduled(ids, moment)}


def _scheduled(ids: set[int], moment: datetime) -> set[int]:
    due = Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(pk) for pk in ids],
        approved_go_live_at__lte=moment,
    )
    return {int(key) for key in due.values_list("object_id", flat=True)}
