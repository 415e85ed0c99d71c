"""Tells a bracket that an editor left for later from one that readers are meant to see.

Each rule says yes, no, or nothing; the first that speaks decides. What no rule knows is meant for readers.
"""

import re
from collections.abc import Callable

from news.gate.placeholders.bracket import Bracket
from news.gate.placeholders.folding import fold
from news.gate.placeholders.vocabulary import VOCABULARY

BLANK = re.compile(r"[\s_?؟xX0.,:/%$€£#-]*")
ELLIPSIS = re.compile(r"[\s.…–—-]+")
MARKER = re.compile(r"\b(?:(?:tk)+|tbc|tbd|todo|fixme)\b|\?\?|___|(?<![\d:.,])0{2,}(?![\d:.,])")
CREDIT = re.compile(
    r"(?:photo|photograph|picture|image|pic|foto|bild|source|quelle)s?\s*(?::|by|courtesy)\s+(.+)",
    re.I,
)
HEALTH = re.compile(
    r"world health|tedros|ghebreyesus|vaccin|virus|disease|outbreak|pandemi|epidemi|mpox|polio|cholera"
    r"|measles|malaria|health|geneva|gesundheit|impf|صحت|الصحة",
    re.IGNORECASE,
)
OF_THE_WHO = re.compile(
    r"who (?:director|chief|official|guideline|spokes|expert|data|report|team|mission|head|boss|advis"
    r"|scientist|representative|africa|europe|country|and |regional|emergenc|figures|member|doctor|staff)"
)
SHORT = 4

Rule = Callable[[Bracket], bool | None]


def is_placeholder(bracket: Bracket) -> bool:
    """Return whether a bracket is unfinished work."""
    rules = ROUND_RULES if bracket.opener == "(" else RULES
    return next((said for rule in rules if (said := rule(bracket)) is not None), False)


def blank(bracket: Bracket) -> bool | None:
    """Nothing, a line to fill in, question marks, XX or 00; but three dots are an omission."""
    if bracket.opener == "<" or not BLANK.fullmatch(bracket.inside):
        return None
    omission = bool(bracket.inside.strip()) and ELLIPSIS.fullmatch(bracket.inside)
    return not (omission or bracket.inside in {"X", "0"})


def doubled(bracket: Bracket) -> bool | None:
    """A template's variable, {{name}}, that nobody filled."""
    before, after = bracket.passage[: bracket.start][-1:], bracket.passage[bracket.end :][:1]
    return True if bracket.opener == "{" and before == "{" and after == "}" else None


def marker(bracket: Bracket) -> bool | None:
    """TK, TBC, TODO, XX, ?? anywhere inside."""
    if bracket.shouts and bracket.folded in {"tbc", "tbd", "tba"}:
        return True
    return True if MARKER.search(fold(bracket.inside)) else None


def settled(bracket: Bracket) -> bool | None:
    """Withheld, inaudible, editor's note, a picture's credit: meant for readers."""
    if any(_contains(bracket.folded, entry) for entry in VOCABULARY.settled) and "?" not in bracket.inside:
        return False
    credit = CREDIT.fullmatch(bracket.inside.strip())
    if credit and all(_is_a_credit(word) for word in re.findall(r"[^\W\d_]+", credit.group(1))):
        return False
    return None


def world_health_organization(bracket: Bracket) -> bool | None:
    """[WHO] is a question unless the passage speaks of health."""
    if not re.match(r"\s*WHO\b", bracket.inside) or bracket.asks:
        return None
    if OF_THE_WHO.match(bracket.folded) or (len(bracket.words) == 1 and HEALTH.search(bracket.passage)):
        return False
    return None


def begins_with_an_article(bracket: Bracket) -> bool | None:
    """[the president], [his city]: words that complete a quotation."""
    return False if len(bracket.words) > 1 and bracket.words[0] in VOCABULARY.determiners else None


def begins_with_a_preposition(bracket: Bracket) -> bool | None:
    """[in Geneva], [und dann]: words that complete a quotation."""
    return False if len(bracket.words) > 1 and bracket.words[0] in VOCABULARY.joiners else None


def asks(bracket: Bracket) -> bool | None:
    """A question mark inside; but whole sentences are an interviewer's."""
    if not bracket.asks:
        return None
    starts_small = bracket.has_case and not bracket.inside.strip()[:1].isupper()
    if len(bracket.words) <= SHORT or bracket.shouts or starts_small:
        return True
    return (
        _names_copy(bracket)
        or _begins(bracket, VOCABULARY.orders)
        or (not bracket.has_case and not bracket.is_quoted)
    )


def question(bracket: Bracket) -> bool | None:
    """[WHERE], [کہاں]; in small letters only where no quotation needs the word."""
    if bracket.folded in VOCABULARY.firm_questions:
        return True
    if _begins(bracket, VOCABULARY.firm_questions) and not bracket.is_quoted:
        return True
    if not (_begins(bracket, VOCABULARY.questions) or _ends(bracket, VOCABULARY.questions)):
        return None
    first = (bracket.inside.split() or [""])[0]
    if bracket.shouts or (bracket.has_case and len(first) > 2 and first.isupper()):
        return True
    if bracket.is_quoted:
        return False
    if len(bracket.words) > SHORT:
        return None
    return bracket.ends_a_phrase or bracket.after_a_preposition or not bracket.has_case


def note(bracket: Bracket) -> bool | None:
    """[to come], [citation needed], [check]."""
    if bracket.folded in VOCABULARY.notes:
        return True
    if bracket.folded in VOCABULARY.loose_notes:
        reads_on = bracket.joins_words and bracket.word_before not in {"", "said"}
        return bracket.shouts or not (bracket.is_quoted or reads_on)
    return None


def order(bracket: Bracket) -> bool | None:
    """[insert quote], [check spelling], [Zitat einfügen]: what a colleague should do."""
    if bracket.is_addressed or _begins(bracket, VOCABULARY.firm_orders):
        return True
    ordered = _begins(bracket, VOCABULARY.orders) or _ends(bracket, VOCABULARY.endings)
    if not ordered or len(bracket.words) < 2:
        return None
    return bracket.shouts or _names_copy(bracket) or not bracket.is_quoted or None


def copy_noun(bracket: Bracket) -> bool | None:
    """[name], [Zitat], [minister's name]: what has still to be found."""
    if bracket.folded in VOCABULARY.firm_nouns:
        return bracket.shouts or bracket.word_before not in VOCABULARY.determiners - {
            "the",
            "der",
            "die",
            "das",
        }
    if bracket.shouts and bracket.folded in VOCABULARY.shouted_nouns:
        return True
    if bracket.folded in VOCABULARY.copy_nouns:
        return bracket.shouts or not (bracket.is_quoted or bracket.word_before in _possessives())
    if len(bracket.words) > SHORT + 1 or not _names_copy(bracket):
        return None
    if bracket.shouts:
        return True
    return (_begins(bracket, _nouns()) or _ends(bracket, _nouns())) and not bracket.is_quoted


def in_round_brackets(bracket: Bracket) -> bool:
    """(WHERE?), (insert quote here), (name?): round brackets are everyday, so the words must be plain."""
    if _begins(bracket, VOCABULARY.firm_orders) and len(bracket.words) > 1:
        return True
    if bracket.asks:
        known = VOCABULARY.firm_nouns | VOCABULARY.copy_nouns | VOCABULARY.firm_questions
        asked = VOCABULARY.questions | VOCABULARY.asked_words
        shouted = bracket.shouts or not bracket.has_case
        return bracket.folded in known or (bracket.folded in asked and shouted)
    if bracket.shouts and bracket.folded != "who":
        loud = VOCABULARY.questions | VOCABULARY.firm_nouns | {"check", "confirm", "verify", "insert"}
        return bracket.folded in loud or (order(bracket) is True and _names_copy(bracket))
    if len(bracket.words) == 2 and _names_copy(bracket):
        return _begins(bracket, VOCABULARY.orders) or _ends(bracket, VOCABULARY.endings)
    return bracket.folded in VOCABULARY.firm_questions and not bracket.is_quoted


RULES: tuple[Rule, ...] = (
    blank,
    doubled,
    marker,
    settled,
    world_health_organization,
    asks,
    question,
    note,
    begins_with_an_article,
    order,
    begins_with_a_preposition,
    copy_noun,
)
ROUND_RULES: tuple[Rule, ...] = (settled, in_round_brackets)


def _is_a_credit(word: str) -> bool:
    return word[:1].isupper() or word.casefold() in VOCABULARY.agencies


def _contains(folded: str, entry: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(entry)}(?!\w)", folded) is not None


def _begins(bracket: Bracket, entries: frozenset[str]) -> bool:
    return any(" ".join(bracket.words[:length]) in entries for length in (1, 2, 3))


def _ends(bracket: Bracket, entries: frozenset[str]) -> bool:
    return any(" ".join(bracket.words[-length:]) in entries for length in (1, 2, 3))


def _nouns() -> frozenset[str]:
    return VOCABULARY.copy_nouns | VOCABULARY.firm_nouns


def _names_copy(bracket: Bracket) -> bool:
    stems = {word.removesuffix("'s") for word in bracket.words}
    return bool(stems & _nouns()) or any(_contains(bracket.folded, noun) for noun in _nouns() if " " in noun)


def _possessives() -> frozenset[str]:
    return VOCABULARY.determiners - {"the", "der", "die", "das", "dem", "den", "des"}
