"""Pictures that say nothing to those who do not see them."""

import re
from collections.abc import Iterator

from news.gate.findings import Location, Remark
from news.gate.leaves import leaves
from news.gate.passages import Picture, pictures
from news.gate.subject import Subject
from news.models import Article

FILE_NAME = re.compile(
    r"\S+\.(?:avif|gif|heic|jpe?g|png|tiff?|webp)|(?:img|dsc|dscn|pxl|screenshot)[-_ ]?\d[\w-]*", re.I
)


def missing_alternative_text(subject: Subject) -> Iterator[Remark]:
    """Find pictures without alternative text, or with a file's name for one, that are not decorative."""
    for picture in pictures_of(subject):
        if picture.is_decorative:
            continue
        words = picture.alt.strip()
        if not words:
            message = (
                "The picture has no alternative text. Say what it tells in this story, or mark it decorative."
            )
            yield Remark(picture.location, message, str(picture.image))
        elif FILE_NAME.fullmatch(words):
            message = (
                f"“{words}” is a file's name, not what the picture tells. Describe it, or mark it decorative."
            )
            yield Remark(picture.location, message, words)


def pictures_of(subject: Subject) -> Iterator[Picture]:
    """Yield the pictures of a thing with the words at their places, located at the alternative text."""
    article = subject.instance
    if isinstance(article, Article) and article.hero_image:
        credit = article.hero_credit or article.hero_image.credit
        location = Location.of_field("hero_alt", "Picture › Alternative text")
        yield Picture(article.hero_image, article.hero_alt, article.hero_is_decorative, credit, location)
    for leaf in leaves(subject):
        for picture in pictures(leaf):
            location = picture.location.below("alt_text", "Alt text")
            yield Picture(picture.image, picture.alt, picture.is_decorative, picture.credit, location)
