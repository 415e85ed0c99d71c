"""What an editor is told but may leave: everything here can be right for once."""

from collections.abc import Iterator

from django.db.models import Model

from news.gate.checks.pictures import pictures_of
from news.gate.findings import Location, Remark
from news.gate.leaves import leaves
from news.gate.passages import Kind, passages
from news.gate.subject import Subject
from news.models import Article, ImportedItem


def without_standfirst(subject: Subject) -> Iterator[Remark]:
    """Find articles without a standfirst."""
    if isinstance(subject.instance, Article) and not subject.instance.standfirst.strip():
        message = "Cards and search results show the story without a standfirst. Write one or two sentences."
        yield Remark(Location.of_field("standfirst", "Standfirst"), message)


def long_headline(subject: Subject) -> Iterator[Remark]:
    """Find headlines that do not fit their card."""
    limit = subject.settings.headline_characters
    if isinstance(subject.instance, Article) and len(subject.instance.title) > limit:
        length = len(subject.instance.title)
        message = f"The headline has {length} characters; cards have room for {limit}. Shorten it."
        yield Remark(Location.of_field("title", "Headline"), message)


def without_tags(subject: Subject) -> Iterator[Remark]:
    """Find articles that no topic leads to."""
    if isinstance(subject.instance, Article) and not subject.instance.tags.all():
        message = "No topic leads readers to this story. Add a tag."
        yield Remark(Location.of_field("tags", "Tags"), message)


def without_source(subject: Subject) -> Iterator[Remark]:
    """Find wire stories that do not say where they came from."""
    article = subject.instance
    if not isinstance(article, Article) or not _came_from_outside(article):
        return
    credits: list[Model] = subject.related("source_credits")
    if not credits:
        message = "The story came from outside and names no source. Add the agency or outlet."
        yield Remark(Location.of_field("source_credits", "Sources"), message)


def pictures_without_credit(subject: Subject) -> Iterator[Remark]:
    """Find pictures that do not say who made them."""
    for picture in pictures_of(subject):
        if not picture.credit.strip():
            message = f"“{picture.image}” has no credit. Say who made it, here or at the picture."
            yield Remark(picture.location, message, str(picture.image))


def long_paragraphs(subject: Subject) -> Iterator[Remark]:
    """Find paragraphs that fill a telephone's screen."""
    limit = subject.settings.paragraph_words
    for leaf in leaves(subject):
        for passage in passages(leaf):
            words = len(passage.text.split())
            if passage.kind is Kind.PARAGRAPH and words > limit:
                start = " ".join(passage.text.split()[:8])
                message = f"The paragraph “{start} …” has {words} words. Split it; {limit} are plenty."
                yield Remark(passage.location, message, start)


def _came_from_outside(article: Article) -> bool:
    """Return whether an importer made it, or it was first published at another address."""
    if article.canonical_url:
        return True
    return article.pk is not None and ImportedItem.objects.filter(article=article.pk).exists()
