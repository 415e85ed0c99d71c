"""What `search` hears of what others did, and what it then does: the one place where the index is kept true.

Unpublishing, an embargo or a hidden section need no word here: what readers may see is asked when they search.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex
from wagtail.signals import page_published, post_page_move

from cms.models import Document, Image
from news.models import Article, ArticleTag, Byline, Contributor, Section, Source, SourceCredit, Tag
from search import names, pending
from search.indexing import forget
from search.models import IndexedArticle


@receiver(post_save, sender=Article)
def note_article(instance: Article, raw: bool = False, **_: Any) -> None:
    """Index an article that was saved."""
    if not raw:
        pending.note([instance.pk])


@receiver(page_published, sender=Article)
def index_published_article(**_: Any) -> None:
    """Index a published article at once, so that its transaction brings both or neither."""
    pending.flush()


@receiver(pre_delete, sender=Article)
def forget_article(instance: Article, **_: Any) -> None:
    """Forget an article that is about to be deleted."""
    forget([instance.pk])


@receiver([post_save, post_delete], sender=Byline)
@receiver([post_save, post_delete], sender=SourceCredit)
def note_credited_article(instance: Byline | SourceCredit, **_: Any) -> None:
    """Index an article whose credits changed."""
    pending.note([instance.article_id])


@receiver([post_save, post_delete], sender=ArticleTag)
def note_tagged_article(instance: ArticleTag, **_: Any) -> None:
    """Index an article whose tags changed."""
    pending.note([instance.content_object_id])


@receiver(m2m_changed, sender=Article.other_sections.through)
def note_filed_article(instance: Any, **_: Any) -> None:
    """Index an article that is filed under other sections."""
    if isinstance(instance, Article) and instance.pk:
        pending.note([instance.pk])


@receiver(post_save, sender=Contributor)
@receiver(post_save, sender=Source)
@receiver(post_save, sender=Tag)
@receiver(post_save, sender=Section)
def index_named(sender: type[Model], instance: Any, created: bool, **_: Any) -> None:
    """Write a name, and index the articles that it stands in."""
    names.write_records(sender, [instance.pk])
    if not created and sender is not Section:
        pending.note(_articles_naming(instance))


def _articles_naming(instance: Contributor | Source | Tag) -> Iterable[int]:
    if isinstance(instance, Tag):
        return ArticleTag.objects.filter(tag=instance).values_list("content_object_id", flat=True)
    if isinstance(instance, Contributor):
        return Byline.objects.filter(contributor=instance).values_list("article_id", flat=True)
    return SourceCredit.objects.filter(source=instance).values_list("article_id", flat=True)


@receiver(post_delete, sender=Contributor)
@receiver(post_delete, sender=Source)
@receiver(post_delete, sender=Tag)
@receiver(post_delete, sender=Section)
def forget_name(sender: type[Model], instance: Any, **_: Any) -> None:
    """Forget the name of what is gone."""
    names.remove(names.KINDS[sender], [instance.pk])


@receiver(post_page_move)
def note_moved_articles(instance: Page, **_: Any) -> None:
    """Index the articles at or below a page that was moved: they are counted under other sections now."""
    pending.note(Article.objects.filter(path__startswith=instance.path).values_list("pk", flat=True))


@receiver(post_save, sender=Image)
@receiver(post_save, sender=Document)
def note_articles_with_file(instance: Image | Document, created: bool, **_: Any) -> None:
    """Index the articles that show a file: it may have another caption, or be in another collection."""
    if not created:
        pending.note(_articles_using([instance]))


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def note_articles_of_collection(instance: CollectionViewRestriction, **_: Any) -> None:
    """Index the articles that show files of a collection that was closed or opened."""
    below = {"collection__path__startswith": instance.collection.path}
    for model in (Image, Document):
        pending.note(_articles_using(model._default_manager.filter(**below)))


def _articles_using(files: Iterable[Model]) -> Iterable[int]:
    found: set[int] = set()
    for used in files:
        references = ReferenceIndex.get_references_to(used).values_list("object_id", flat=True)
        found.update(int(key) for key in references if str(key).isdigit())
    return IndexedArticle.objects.filter(pk__in=found).values_list("pk", flat=True)
