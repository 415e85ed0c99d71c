"""What a new article brings along, so that nobody types it."""

from datetime import timedelta

from wagtail.models import Revision

from news.filing import file_article
from news.models import Article, Byline, Contributor

BEGINNING = timedelta(hours=1)
"""A display date that lies this close to the moment a draft was begun has not been chosen by anybody."""


def credit_the_writer(article: Article) -> None:
    """Put the user who begins an article into its byline, when there is a contributor for them."""
    writer = (
        Contributor.objects.filter(user=article.owner_id, live=True).first() if article.owner_id else None
    )
    if writer and not article.bylines.exists():
        article.bylines = [Byline(contributor=writer)]


def date_first_publication(article: Article, revision: Revision | None) -> None:
    """Move the display date of an article that has just come out for the first time to that moment.

    A date that somebody chose stays, and so does an import's: nobody saved its revision. The revision is
    brought in line, because the next edit starts from it and would bring the old date back.
    """
    if (
        revision is None
        or revision.user_id is None
        or article.first_published_at != article.last_published_at
    ):
        return
    begun = article.revisions.order_by("created_at", "pk").values_list("created_at", flat=True).first()
    if begun is None or abs(article.display_date - begun) > BEGINNING:
        return
    moment = article.first_published_at
    # Revisions keep milliseconds; the row and its filings say the same.
    article.display_date = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    article.save(update_fields=["display_date"])
    file_article(article)
    revision.content = {**revision.content, "display_date": article.serializable_data()["display_date"]}
    revision.save(update_fields=["content"])
