"""Imports files in order, new stories many at a time: what is wrong with one leaves the others alone."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, islice
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms import page_indexes
from news.importers import new_stories
from news.importers.articles import write
from news.importers.items import Item, Picture, Refused
from news.importers.new_stories import Story
from news.importers.outcomes import Outcome, Result, attempt
from news.importers.picture_files import best_file, file_name, take_in
from news.importers.places import Places
from news.importers.records import Records
from news.models import Article, ImportedItem

AT_ONCE = 50
"""How many new stories are made in one transaction."""

Read = Callable[[Path], Item]
"""Reads an item from a file; raises `Refused` for what is none of its format."""


def import_files(files: Iterable[Path], read: Read, places: Places) -> Iterator[Outcome]:
    """Bring files in, in their order, or say why they stay out."""
    remaining = iter(files)
    while some := list(islice(remaining, AT_ONCE)):
        yield from _import_some(some, read, places)


def _import_some(files: Sequence[Path], read: Read, places: Places) -> Iterator[Outcome]:
    """Make the new stories among some files together, as far as they stand together; the others by themselves."""
    found = [(file, attempt(file, partial(read, file))) for file in files]
    uris = [item.uri for _, item in found if isinstance(item, Item)]
    seen = set(ImportedItem.objects.filter(uri__in=uris).values_list("uri", flat=True))

    def is_new(arrival: tuple[Path, Item | Outcome]) -> bool:
        item = arrival[1]
        if not isinstance(item, Item) or item.own_picture or item.is_withdrawn or item.uri in seen:
            return False
        seen.add(item.uri)
        return True

    for are_new, arrivals in groupby(found, is_new):
        if are_new:
            stories = [Story(file, item) for file, item in arrivals if isinstance(item, Item)]
            yield from new_stories.bring_in(stories, places)
        else:
            for file, item in arrivals:
                yield (
                    item if isinstance(item, Outcome) else attempt(file, partial(_import, item, file, places))
                )


@transaction.atomic
def _import(item: Item, file: Path, places: Places) -> Outcome:
    if item.own_picture:
        return _take_picture(item, item.own_picture, file)
    known = (
        ImportedItem.objects.select_for_update(of=("self",))
        .select_related("article")
        .filter(uri=item.uri)
        .first()
    )
    if known is None:
        return (
            _never_here(file) if item.is_withdrawn else new_stories.bring_in([Story(file, item)], places)[0]
        )
    if item.version == known.version:
        return Outcome(
            file, Result.UNCHANGED, f"{_title(known.article)}, version {known.version or 'unknown'}"
        )
    if _order(item.version) < _order(known.version):
        return Outcome(file, Result.STALE, f"version {item.version or 'unknown'}, here is {known.version}")
    return _withdraw(known, item, file) if item.is_withdrawn else _update(known, item, file, places)


def _update(known: ImportedItem, item: Item, file: Path, places: Places) -> Outcome:
    """Write a newer version over the latest draft; what readers see changes only by publishing."""
    if known.article.locked:
        raise Refused(f"{_title(known.article)} is locked by an editor; unlock it and import again")
    latest = known.article.latest_revision
    article = known.article.get_latest_revision_as_object()
    remarks = write(article, item, file.parent, Records())
    article.updated_at = item.dates.version_created or timezone.now()
    if latest and latest.user_id:
        remarks.append("wrote over what editors changed; their version is in the article's history")
    if item.language and places.language_of(item.language) != article.locale.language_code:
        remarks.append(
            f"left it among the articles in {article.locale}, although this version is in {item.language}"
        )
    _remember(known, item)
    return _finish(article, places, Outcome(file, Result.UPDATED, remarks=remarks))


def _finish(article: Article, places: Places, outcome: Outcome) -> Outcome:
    """Save what was written as a draft and, if so wished, publish it; what may not go live stays a draft."""
    state = "a draft"
    with page_indexes.written_later():
        revision = article.save_revision()
        if places.is_published:
            try:
                with transaction.atomic():
                    revision.publish()
                state = "live"
            except ValidationError as error:
                outcome.held = " ".join(error.messages)
    page_indexes.write(Article, [Article.objects.get(pk=article.pk)])
    outcome.told = f"{state}, {_title(article)}"
    return outcome


def _withdraw(known: ImportedItem, item: Item, file: Path) -> Outcome:
    """Take an article off the site, and off the schedule, because its provider withdrew it."""
    article = known.article
    if article.live:
        article.unpublish()
    article.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    _remember(known, item)
    return Outcome(file, Result.WITHDRAWN, f"{_title(article)} is no longer live")


def _never_here(file: Path) -> Outcome:
    return Outcome(file, Result.WITHDRAWN, "its provider withdrew it; it was never here")


def _take_picture(item: Item, picture: Picture, file: Path) -> Outcome:
    """Take an item that is a picture into the image library."""
    if item.is_withdrawn:
        return Outcome(
            file, Result.WITHDRAWN, "its provider withdrew this picture; look for it in the image library"
        )
    path = best_file(file.parent, picture.renditions)
    if path is None:
        names = ", ".join(dict.fromkeys(filter(None, (file_name(each.href) for each in picture.renditions))))
        raise Refused(f"it is a picture, and its file does not lie beside it: {names or 'it names none'}")
    image, is_new = take_in(path, picture)
    if not is_new:
        return Outcome(file, Result.UNCHANGED, f"the picture “{image}” is in the image library")
    image.tags.add(*item.subjects)
    return Outcome(file, Result.PICTURE, f"“{image}” in the image library", remarks=list(item.remarks))


def _remember(known: ImportedItem, item: Item) -> None:
    known.version = item.version
    known.full_clean()
    known.save()


def _order(version: str) -> list[tuple[bool, int, str]]:
    """Return what sorts versions as people count them: 9 before 10, and dates by date."""
    parts = re.findall(r"\d+|\D+", version)
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def _title(article: Article) -> str:
    return f"“{article.title}”"
