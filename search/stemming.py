"""Brings the forms of a word together: *elections* and *election*, *Gebäude* and *Gebäuden*.

An article's words are stemmed by its language. A query has no language, so a word in it stands for its stems in
all languages of the site. Languages without a stemmer here, Urdu and Pashto among them, are only folded.
"""

from functools import lru_cache
from importlib import import_module
from typing import Any

from search.folding import CACHED_WORDS
from search.stop_words import STOP_WORDS

# Stemmers that do as well on folded words. Those of the Romance and Slavic languages go by accents.
SNOWBALL = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "sv": "swedish",
}
# Snowball's stemmer for Arabic takes too much away to be trusted with news (وزير and زير become one), so only the
# article and what is written together with it goes.
ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
SHORTEST_ARABIC_STEM = 3


@lru_cache(CACHED_WORDS)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word in a language such as en, ur or pt-br."""
    language = language.split("-")[0]
    if language == "ar":
        return _arabic_stem(word)
    algorithm = SNOWBALL.get(language)
    # A stemmer works on the word within itself: one for each call, since threads stem at the same time.
    return _snowball(algorithm)().stemWord(word) if algorithm else word


@lru_cache(CACHED_WORDS)
def stems(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the different stems of a folded word in several languages."""
    return tuple(dict.fromkeys(stem(word, language) for language in languages)) or (word,)


def is_stop_word(word: str, language: str) -> bool:
    """Return whether a folded word is too frequent to tell texts of a language apart."""
    return word in STOP_WORDS.get(language.split("-")[0], ())


def _arabic_stem(word: str) -> str:
    for prefix in ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_ARABIC_STEM:
            return word[len(prefix) :]
    return word


@lru_cache
def _snowball(algorithm: str) -> type[Any]:
    # The pure Python classes by name: the package's own factory would take PyStemmer where that is installed, and
    # an index must not depend on what else is installed on the machine that wrote it.
    module = import_module(f"snowballstemmer.{algorithm}_stemmer")
    return getattr(module, f"{algorithm.title()}Stemmer")
