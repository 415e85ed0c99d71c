"""Articles that nobody answers for."""

from collections.abc import Iterator

from news.gate.findings import Location, Remark
from news.gate.subject import Subject
from news.models import Article

BYLINES = Location.of_field("bylines", "Bylines")


def missing_byline(subject: Subject) -> Iterator[Remark]:
    """Find articles without a contributor that readers will see."""
    if not isinstance(subject.instance, Article):
        return
    contributors = [byline.contributor for byline in subject.related("bylines") if byline.contributor_id]
    if not contributors:
        yield Remark(BYLINES, "The story has no byline. Add who made it: a person, a desk or an agency.")
    elif not any(contributor.live for contributor in contributors):
        names = ", ".join(str(contributor) for contributor in contributors)
        yield Remark(
            BYLINES, f"Readers would see no byline: {names} is not published. Publish the contributor.", names
        )
