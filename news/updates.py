"""Tells an update of a live story from a minor edit when it is published again."""

from wagtail.models import Revision

from news.models import Article


def date_update(article: Article, revision: Revision | None) -> None:
    """Set “Updated” to the moment of publication when the version that came out changed in substance.

    The first publication is no update. The revision is brought in line: the next edit may start from it.
    """
    if revision is None or not article.is_substantive:
        return
    if article.first_published_at != article.last_published_at:
        article.updated_at = article.last_published_at
    article.is_substantive = False
    article.save(update_fields=["updated_at", "is_substantive"])
    updated = article.serializable_data()["updated_at"]
    revision.content = {**revision.content, "is_substantive": False, "updated_at": updated}
    revision.save(update_fields=["content"])
