"""Imports files: each in a transaction of its own, so that what is wrong with one leaves the others alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from news.importers.articles import first_version, write
from news.importers.items import Item, Picture, Refused
from news.importers.picture_files import best_file, file_name, take_in
from news.importers.places import Places
from news.models import Article, ImportedItem


class Result(StrEnum):
    """What became of a file."""

    NEW = "new"
    UPDATED = "updated"
    PICTURE = "new picture"
    UNCHANGED = "unchanged"
    STALE = "older than what is here"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


@dataclass(slots=True)
class Outcome:
    """What became of one file, for the person who imports."""

    file: Path
    result: Result
    told: str = ""
    """One clause: where it is, or why it is not."""
    held: str = ""
    """Why it stays a draft although it was to be published."""
    remarks: list[str] = field(default_factory=list)


def import_file(file: Path, read: Callable[[Path], Item], places: Places) -> Outcome:
    """Bring one file in, or say why it stays out. `read` knows the format; it raises `Refused` for another."""
    try:
        item = read(file)
        with transaction.atomic():
            return _import(item, file, places)
    except Refused as refusal:
        return Outcome(file, Result.REFUSED, str(refusal))
    except ValidationError as error:
        return Outcome(file, Result.REFUSED, _fields_and_messages(error))
    except DatabaseError as error:
        return Outcome(file, Result.REFUSED, f"the database does not take it: {error}")
    except RecursionError:
        return Outcome(file, Result.REFUSED, "it is nested too deeply")


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
        return _never_here(file) if item.is_withdrawn else _create(item, file, places)
    if item.version == known.version:
        return Outcome(
            file, Result.UNCHANGED, f"{_title(known.article)}, version {known.version or 'unknown'}"
        )
    if _order(item.version) < _order(known.version):
        return Outcome(file, Result.STALE, f"version {item.version or 'unknown'}, here is {known.version}")
    return _withdraw(known, item, file) if item.is_withdrawn else _update(known, item, file, places)


def _create(item: Item, file: Path, places: Places) -> Outcome:
    section = places.section_for(places.language_of(item.language))
    article = first_version(item, section)
    remarks = write(article, item, file.parent)
    section.add_child(instance=article)
    _remember(ImportedItem(uri=item.uri, article=article), item)
    return _finish(article, places, Outcome(file, Result.NEW, remarks=remarks))


def _update(known: ImportedItem, item: Item, file: Path, places: Places) -> Outcome:
    """Write a newer version over the latest draft; what readers see changes only by publishing."""
    if known.article.locked:
        raise Refused(f"{_title(known.article)} is locked by an editor; unlock it and import again")
    latest = known.article.latest_revision
    article = known.article.get_latest_revision_as_object()
    remarks = write(article, item, file.parent)
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
    revision = article.save_revision()
    state = "a draft"
    if places.is_published:
        try:
            with transaction.atomic():
                revision.publish()
            state = "live"
        except ValidationError as error:
            outcome.held = " ".join(error.messages)
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


def _fields_and_messages(error: ValidationError) -> str:
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())
