"""Unfinished work in any text."""

from collections.abc import Iterator

from news.gate.findings import Remark
from news.gate.leaves import leaves
from news.gate.passages import Kind, Passage, excerpt, passages
from news.gate.placeholders import SiteWords, find_placeholders
from news.gate.subject import Subject


def unfinished_passages(subject: Subject) -> Iterator[Remark]:
    """Find placeholders in the headline, every block, captions, the words for search engines, notes, …"""
    for leaf in leaves(subject):
        for passage in passages(leaf):
            if passage.text:
                yield from _in_passage(passage, subject.settings.words)


def _in_passage(passage: Passage, words: SiteWords) -> Iterator[Remark]:
    for found in find_placeholders(passage.text, quoted=passage.kind is Kind.SPEECH, words=words):
        around = excerpt(passage.text, found.start, found.end)
        message = f"“{found.text}” looks unfinished in “{around}”. Put in what is missing."
        yield Remark(passage.location, message, found.text, around)
