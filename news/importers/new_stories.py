"""Makes articles of stories that were never here, many in one transaction."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from cms.new_pages import NewPages
from news.gate.enforcement import NotReady
from news.importers.articles import first_version, write
from news.importers.items import Item
from news.importers.outcomes import Outcome, Result, attempt
from news.importers.places import Places
from news.importers.records import Records
from news.models import Article, ImportedItem, Section


class Story(NamedTuple):
    """An item that becomes an article, and the file that it came in."""

    file: Path
    item: Item


def bring_in(stories: Sequence[Story], places: Places) -> list[Outcome]:
    """Make an article of each story, or say why not. Those that fail together are made one by one."""
    if len(stories) == 1:
        outcome = attempt(stories[0].file, partial(_made_together, stories, places))
        return [outcome] if isinstance(outcome, Outcome) else outcome
    try:
        return _made_together(stories, places)
    except (DatabaseError, ValidationError):
        return [outcome for story in stories for outcome in bring_in([story], places)]


@transaction.atomic
def _made_together(stories: Sequence[Story], places: Places) -> list[Outcome]:
    making = _Making(places)
    outcomes = [attempt(story.file, partial(making.make, story)) for story in stories]
    making.finish()
    return outcomes


class _Making:
    """The articles of one transaction, and what was looked up for them."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.pages = NewPages(Article)
        self.imported: list[ImportedItem] = []
        self.records = Records()
        self.sections: dict[str, Section] = {}

    def make(self, story: Story) -> Outcome:
        """Make a story's article, live if so wished; what the gate refuses becomes a draft."""
        try:
            return self._add(story, live=self.places.is_published)
        except NotReady as refusal:
            outcome = self._add(story, live=False)
            outcome.held = " ".join(refusal.messages)
            return outcome

    def _add(self, story: Story, *, live: bool) -> Outcome:
        item = story.item
        imported = ImportedItem(uri=item.uri, version=item.version)
        language = self.places.language_of(item.language)
        try:
            with transaction.atomic():
                imported.clean_fields(exclude=["article"])
                section = self.sections.get(language) or self.places.section_for(language)
                article = first_version(item, section)
                remarks = write(article, item, story.file.parent, self.records)
                self.pages.add(article, section, live=live)
        except BaseException:
            self.records.forget()  # those that were made for it are not there any more
            raise
        self.sections[language] = section
        imported.article = article
        self.imported.append(imported)
        state = "live" if live else "a draft"
        return Outcome(story.file, Result.NEW, f"{state}, “{article.title}”", remarks=remarks)

    def finish(self) -> None:
        """Write what is written for all articles together."""
        ImportedItem.objects.bulk_create(self.imported)
        self.pages.finish()
