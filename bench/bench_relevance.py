"""How good the order of hits is: nDCG@10 on judged collections, beside a published BM25 library on the same texts.

`COLLECTIONS=folder make bench` reads the collections that `bench/judged.py` describes. Both sides get a document's
title and text and the query as it is written, and no hint of what answers it.
"""

import json
import os
from collections.abc import Iterable, Sequence
from html import escape
from math import log2
from pathlib import Path

import bm25s
import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from snowballstemmer.english_stemmer import EnglishStemmer
from wagtail.models import Page

from bench.judged import COLLECTIONS, Judged
from bench.newsroom import insert
from cms.graphql.context import RequestContext
from news.models import Article, Filing, Section
from search.indexing import index
from search.pages import cut_page
from search.pending import ARTICLES_AT_ONCE
from search.searching import Search, SearchRequest
from tests.builders import make_section

HERE = Path(os.environ.get("COLLECTIONS", ""))
NAMES = [name for name in COLLECTIONS if os.environ.get("COLLECTIONS") and (HERE / name).is_dir()]
DEPTH = 10


@pytest.mark.skipif(not NAMES, reason="COLLECTIONS names no folder with judged collections")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.django_db
def test_hits_come_in_at_least_as_good_an_order_as_from_bm25(name, capsys):
    judged = COLLECTIONS[name](HERE / name)
    asked = [number for number in judged.queries if judged.relevant.get(number)]

    ours = [gain(found, judged.relevant[n]) for n, found in zip(asked, searched(judged, asked), strict=True)]
    bm25 = [gain(found, judged.relevant[n]) for n, found in zip(asked, ranked(judged, asked), strict=True)]

    with capsys.disabled():
        print(  # noqa: T201
            f"\n{name} on {connection.vendor}: {len(judged.documents)} documents, {len(asked)} queries,"
            f" nDCG@{DEPTH} {sum(ours) / len(asked):.4f}, of BM25 {sum(bm25) / len(asked):.4f}"
        )
    assert sum(ours) >= sum(bm25)


def gain(found: Sequence[int], relevant: set[int]) -> float:
    """Return the nDCG of one answer; a document answers the query or does not."""
    gained = sum(1 / log2(place + 2) for place, each in enumerate(found[:DEPTH]) if each in relevant)
    return gained / sum(1 / log2(place + 2) for place in range(min(DEPTH, len(relevant))))


def searched(judged: Judged, asked: Sequence[int]) -> Iterable[list[int]]:
    """Yield what readers would find for each query, in the order they would find it in."""
    documents = publish(judged)
    for number in asked:
        request = SearchRequest(text=" ".join(judged.queries[number].split()), first=DEPTH)
        yield [
            documents[key] for key in cut_page(Search(request, RequestContext()), count=False).keys[:DEPTH]
        ]


def publish(judged: Judged) -> dict[int, int]:
    """Publish every document as an article of one moment, and index it; return the documents' numbers by its key."""
    section = make_section(title="Documents")
    now = timezone.now()
    articles = [
        article(section, place, title or f"Document {number}", text, now)
        for place, (number, (title, text)) in enumerate(judged.documents.items(), 1)
    ]
    insert(articles)
    Filing.objects.bulk_create(Filing(article=each, section=section, display_date=now) for each in articles)
    keys = [each.pk for each in articles]
    for first in range(0, len(keys), ARTICLES_AT_ONCE):
        index(keys[first : first + ARTICLES_AT_ONCE])
    return dict(zip(keys, judged.documents, strict=True))


def article(section: Section, place: int, title: str, text: str, now) -> Article:
    title = " ".join(title.split())[:255]
    return Article(
        title=title,
        draft_title=title,
        slug=f"document-{place}",
        body=json.dumps([{"type": "paragraph", "value": f"<p>{escape(text)}</p>"}]),
        display_date=now,
        first_published_at=now,
        locale=section.locale,
        home_section=section,
        content_type=ContentType.objects.get_for_model(Article),
        depth=section.depth + 1,
        path=Page._get_path(section.path, section.depth + 1, place),
        url_path=f"{section.url_path}document-{place}/",
    )


def ranked(judged: Judged, asked: Sequence[int]) -> Iterable[list[int]]:
    """Yield what the library finds for each query: its own words, English stop words and stems, its own constants."""
    stem = EnglishStemmer().stemWords
    texts = [f"{title} {text}" for title, text in judged.documents.values()]
    library = bm25s.BM25(method="lucene")
    library.index(
        bm25s.tokenize(texts, stopwords="en", stemmer=stem, show_progress=False), show_progress=False
    )
    numbers = list(judged.documents)
    for number in asked:
        words = bm25s.tokenize([judged.queries[number]], stopwords="en", stemmer=stem, show_progress=False)
        found, _ = library.retrieve(words, k=DEPTH, show_progress=False)
        yield [numbers[place] for place in found[0]]
