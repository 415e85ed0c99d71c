"""A newsroom of invented words: as frequent, as rare and as unlike one another as those of a real one.

The words of a language follow Zipf's law: the tenth is a tenth as frequent as the first. Stories repeat the words of
their subject. Copies of the demo's forty stories would do neither: every search would find a fortieth of them all.

The first `DIFFERENT` stories are written and indexed like any other; what goes beyond repeats their texts, older and
older, and the index of those is copied inside the database.
"""

import json
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from typing import Any
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Page

from bench.newsroom import BATCH, insert
from news.choices import ArticleKind
from news.models import Article, ArticleTag, Byline, Contributor, Filing, Section, Source, SourceCredit, Tag
from search.indexing import index
from search.names import KINDS, write_records
from search.pending import ARTICLES_AT_ONCE
from tests.builders import make_front_page, make_section

DIFFERENT = 5_000
WORDS = 40_000
SUBJECTS = 400
WORDS_OF_A_SUBJECT = 150
BEGINNINGS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
]
# Columns and keys are numbers that this module made.
COPIES = (
    "INSERT INTO search_indexedarticle (article_id, day, length, facets, counts, names, passages, indexed_at)"
    " SELECT article_id + {step}, day - {days}, length, facets, counts, names, passages, indexed_at"
    " FROM search_indexedarticle WHERE article_id BETWEEN {first} AND {last}",
    "INSERT INTO search_posting (word, article_id, count) SELECT word, article_id + {step}, count"
    " FROM search_posting WHERE article_id BETWEEN {first} AND {last}",
    "INSERT INTO search_text ({key}, words) SELECT {key} + {step}, words FROM search_text"
    " WHERE {key} BETWEEN {first} AND {last}",
    "INSERT INTO search_name (kind, target_id, folded, day) SELECT kind, target_id + {step}, folded, day - {days}"
    " FROM search_name WHERE kind = 'a' AND target_id BETWEEN {first} AND {last}",
    "INSERT INTO search_nameword (kind, word, day, name_id)"
    " SELECT word.kind, word.word, word.day - {days}, copied.id FROM search_nameword AS word"
    " JOIN search_name AS name ON name.id = word.name_id JOIN search_name AS copied"
    " ON copied.kind = name.kind AND copied.target_id = name.target_id + {step}"
    " WHERE name.kind = 'a' AND name.target_id BETWEEN {first} AND {last}",
)
TEXT_KEYS = {"postgresql": "article_id", "sqlite": "rowid"}
MIDDLES = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
ENDS = ["l", "m", "n", "r", "s", "t", "nd", "rk", "st", "ng"]
MINUTES_BETWEEN = 11


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles say. `place`: its section and the one above."""

    title: str
    standfirst: str
    kind: str
    body: str
    place: list[Section]
    contributor: Contributor
    source: Source
    tags: list[Tag]

    def article(self, number: int, now: datetime) -> Article:
        """Return an unsaved article of this story, the next page of its section."""
        section = self.place[0]
        section.numchild += 1
        dated = now - timedelta(minutes=MINUTES_BETWEEN * number)
        return Article(
            title=self.title,
            draft_title=self.title,
            slug=f"story-{number}",
            standfirst=self.standfirst,
            kind=self.kind,
            body=self.body,
            display_date=dated,
            first_published_at=dated,
            locale=section.locale,
            home_section=section,
            content_type=ContentType.objects.get_for_model(Article),
            translation_key=uuid4(),
            depth=section.depth + 1,
            path=Page._get_path(section.path, section.depth + 1, BATCH + section.numchild),
            url_path=f"{section.url_path}story-{number}/",
        )


def copy_index(keys: list[int], different: int) -> None:
    """Give every article the index of the one whose text it repeats."""
    with connection.cursor() as cursor:
        for first in range(different, len(keys), different):
            number = min(different, len(keys) - first)
            step, days = keys[first] - keys[0], MINUTES_BETWEEN * first // 1440
            for statement in COPIES:
                cursor.execute(
                    statement.format(
                        key=TEXT_KEYS[connection.vendor],
                        step=step,
                        days=days,
                        first=keys[0],
                        last=keys[number - 1],
                    )
                )


class InventedNewsroom:
    """Makes stories; the same ones every time."""

    def __init__(self) -> None:
        self.chance = random.Random(4)
        self.words = self._words()
        self._frequency = list(accumulate(1 / (rank + 3) for rank in range(WORDS)))
        self._subjects = [self._draw(WORDS_OF_A_SUBJECT) for _ in range(SUBJECTS)]
        self._spare = iter(self.chance.sample(self.words[200:], 2_000))
        self._now = timezone.now()
        make_front_page()
        tops = [make_section(title=self._name()) for _ in range(6)]
        # A section with those that its articles are filed under.
        self._places = [[top] for top in tops] + [
            [make_section(parent=top, title=self._name()), top] for top in tops
        ]
        self._contributors = self._records(Contributor, 60)
        self._sources = self._records(Source, 12)
        self._tags = self._records(Tag, SUBJECTS)

    def write(self, articles: int) -> None:
        """Write so many stories and index them."""
        stories = [self._story(number) for number in range(min(articles, DIFFERENT))]
        keys = []
        for first in range(0, articles, BATCH):
            numbers = range(first, min(first + BATCH, articles))
            keys += self._write([(stories[number % DIFFERENT], number) for number in numbers])
        for model in KINDS:
            write_records(model)
        for first in range(0, len(stories), ARTICLES_AT_ONCE):
            index(keys[first : min(first + ARTICLES_AT_ONCE, len(stories))])
        copy_index(keys, len(stories))

    def _story(self, number: int) -> "Story":
        subject = self.chance.randrange(SUBJECTS)
        paragraphs = [f"<p>{self._text(subject, 45)}.</p>" for _ in range(self.chance.randint(3, 11))]
        topics = {subject, self.chance.randrange(SUBJECTS), self.chance.randrange(40)}
        return Story(
            title=self._text(subject, 8),
            standfirst=self._text(subject, 16),
            kind=self.chance.choice(ArticleKind.values),
            body=json.dumps([{"type": "paragraph", "value": text} for text in paragraphs]),
            place=self.chance.choice(self._places),
            contributor=self.chance.choice(self._contributors),
            source=self.chance.choice(self._sources),
            tags=[self._tags[topic] for topic in topics],
        )

    def _write(self, numbered: "list[tuple[Story, int]]") -> list[int]:
        articles = [story.article(number, self._now) for story, number in numbered]
        insert(articles)
        parts: list[Model] = []
        for (story, _), article in zip(numbered, articles, strict=True):
            dated = article.display_date
            parts += [Filing(article=article, section=each, display_date=dated) for each in story.place]
            parts.append(Byline(article=article, contributor=story.contributor))
            parts.append(SourceCredit(article=article, source=story.source))
            parts += [ArticleTag(content_object=article, tag=tag) for tag in story.tags]
        for model in (Filing, Byline, SourceCredit, ArticleTag):
            model._default_manager.bulk_create(part for part in parts if isinstance(part, model))
        return [article.pk for article in articles]

    def _words(self) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < WORDS:
            syllables = self.chance.choices((1, 2, 3, 4), (2, 5, 4, 1))[0]
            parts = (
                self.chance.choice(part) for _ in range(syllables) for part in (BEGINNINGS, MIDDLES, ENDS)
            )
            found["".join(parts)] = None
        return list(found)

    def _draw(self, number: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self._frequency, k=number)

    def _text(self, subject: int, number: int) -> str:
        own = self.chance.choices(self._subjects[subject], k=number // 3)
        words = [*own, *self._draw(number - len(own))]
        self.chance.shuffle(words)
        return " ".join(words).capitalize()

    def _name(self) -> str:
        return next(self._spare).title()

    def _records(self, model: type[Any], number: int) -> list[Any]:
        names = [f"{self._name()} {self._name()}" for _ in range(number)]
        return model.objects.bulk_create(model(name=name, slug=slugify(name)) for name in names)
