"""One search: what a query finds under its filters, in which order, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from typing import Any

from django.db.models import BigIntegerField, F, Q, QuerySet, TextField

from cms.given import Given
from cms.graphql.context import RequestContext
from cms.graphql.statements import count, sql_of
from cms.visibility import Visibility
from news.models import Article
from news.queries import ArticleFilter
from search import spelling
from search.engines import Matches, Size, asked, size, statistics
from search.filters import Filters, Part, filtered
from search.indexing import day_of
from search.language import parse
from search.models.promoted_result import folded_query
from search.orders import ORDERS, SearchOrder, SearchState, bad_cursor, read_cursor
from search.ranking import holding_most
from search.rareness import rareness
from search.reading import Languages, Reading

# Fewer hits than this for all words of what reads like a sentence, and articles that hold some of them will do; so
# they will for three key words and more that no article holds together.
FEW_FOR_A_SENTENCE = 10
WORDS_NEEDED = 2
REQUIRED, EXCLUDED = Given("required", TextField()), Given("excluded", TextField())
PROMOTED = Given("promoted", BigIntegerField(), many=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What a client asks: the words as typed, the filter, the order, how many from where."""

    text: str
    wanted: ArticleFilter = field(default_factory=ArticleFilter)
    order: SearchOrder = SearchOrder.RELEVANCE
    first: int = 20
    after: str | None = None


class Search:
    """A search under one request's clock and policy."""

    def __init__(self, request: SearchRequest, context: RequestContext) -> None:
        self.request = request
        self.context = context
        self.typed = parse(request.text)
        self.filters = Filters(request.wanted, self.typed, context.visibility)
        wanted = request.wanted.locale
        codes = (wanted,) if wanted else tuple(each.language_code for each in context.locales.values())
        self.languages = Languages(codes)
        self.typed_reading = Reading(self.typed, self.languages)
        self.order = ORDERS[SearchOrder.NEWEST if self._has_no_best else request.order]
        self.place: Sequence[Any] | None = None
        self.state = SearchState(day=0)
        if request.after is not None:
            self.state, self.place = read_cursor(request.after, self.order)
            if len(self.state.rareness) != len(self.reading.words):
                raise bad_cursor()
        else:
            self.state = self._decided()

    @property
    def _has_no_best(self) -> bool:
        return self.request.order == SearchOrder.RELEVANCE and not self.typed_reading.words

    @property
    def reading(self) -> Reading:
        """The query as it is answered: as typed, or with the words that must have been meant."""
        return self._read_with(self.state.other_words)

    def _read_with(self, other_words: Sequence[tuple[str, str]]) -> Reading:
        if not other_words:
            return self.typed_reading
        return Reading(self.typed.with_words(dict(other_words)), self.languages)

    def matching(self, columns: Sequence[str], *, without: str = "") -> tuple[str, list[Any]]:
        """Return the SQL of the visible articles that match, without the filters of one facet; none where none can."""
        if self.typed.finds_nothing:
            return "", []
        arguments, given = self._asked(self.reading, self.state.needed, without=without)
        return sql_of(_matching, columns, self.context.visibility, *arguments, **given)

    def _decided(self) -> SearchState:
        """Decide how the query is read and weighed: all its words are needed, or as many as a sentence needs."""
        typed = self.typed_reading
        state = self._weighed(typed, SearchState(day=day_of(self.context.today(UTC))))
        if typed.is_sentence:
            enough = FEW_FOR_A_SENTENCE if typed.is_spoken else 1
            if self._count(typed, most=enough) < enough:
                return replace(state, needed=WORDS_NEEDED)
        return state

    def reads_otherwise(self) -> bool:
        """Read words as others that must have been meant, where no article holds them; return whether there are any.

        Asked when nothing was found, of a first page only: those that follow go on as it began.
        """
        meant = self.spelling() if self.request.after is None else {}
        if meant:
            other = tuple(meant.items())
            state = replace(self.state, needed=0, other_words=other)
            self.state = self._weighed(self._read_with(other), state)
        return bool(meant)

    def _weighed(self, reading: Reading, state: SearchState) -> SearchState:
        """Return a state with the weights that a reading has at this moment."""
        stems = [stem for forms in reading.word_forms for stem in forms]
        if not stems:
            return state
        held = statistics(stems, folded_query(self.request.text))
        index = self.context.memory.kept(Size, size)
        return replace(
            state,
            promoted=held.promoted if self.order is ORDERS[SearchOrder.RELEVANCE] else (),
            length=index.usual_length,
            rareness=tuple(
                rareness(sum(held.holding.get(stem, 0) for stem in forms), index.articles)
                for forms in reading.word_forms
            ),
        )

    def spelling(self, *, few: int = 0) -> dict[str, str]:
        """Return the words of the query that at most `few` articles hold, with those that must have been meant."""
        typed = self.typed_reading
        return spelling.meant(typed.words, typed.forms, self.context.visibility, few=few)

    def finds_more_with(self, other_words: dict[str, str]) -> bool:
        """Return whether the query finds more with some of its words replaced."""
        other = self._read_with(tuple(other_words.items()))
        return self._count(other) > self._count(self.reading, self.state.needed)

    def _count(self, reading: Reading, needed: int = 0, *, most: int | None = None) -> int:
        """Return how many articles match, counted up to `most`."""
        if self.typed.finds_nothing:
            return 0
        arguments, given = self._asked(reading, needed)
        return count(_first_matching, self.context.visibility, most, *arguments, **given)

    def _asked(self, reading: Reading, needed: int, *, without: str = "") -> tuple[list[Any], dict[str, Any]]:
        """Return what the SQL of `_matching` depends on, and the values that it is given."""
        promoted = self.state.promoted
        required = reading.insisted if needed else reading.required
        given = {**self.filters.given, "promoted": promoted}
        for name, expression in (("required", required), ("excluded", reading.excluded)):
            if expression:
                given[name] = asked(expression)
        some_of = (tuple(reading.word_forms), needed) if needed else None
        shape = [name for name in ("required", "excluded") if name in given]
        return [self.filters.parts(without=without), some_of, bool(promoted), *shape], given


def _matching(
    policy: Visibility,
    parts: tuple[Part, ...],
    some_of: tuple[tuple[tuple[str, ...], ...], int] | None,
    promotes: bool,
    *asks: str,
) -> QuerySet[Article]:
    """Return the visible articles that pass the filters and match what is `Given` under the names in `asks`.

    `some_of`: the forms of words, and how many of the words an article must hold.
    """
    condition = policy.page_condition(Article) & filtered(parts, policy)
    if some_of:
        condition &= Q(pk__in=holding_most(*some_of)) | (Q(pk__in=PROMOTED) if promotes else Q())
    if "required" in asks:
        condition &= Q(Matches(F("pk"), REQUIRED, PROMOTED if promotes else None))
    if "excluded" in asks:
        condition &= ~Q(Matches(F("pk"), EXCLUDED))
    return Article.objects.filter(condition).order_by()


def _first_matching(policy: Visibility, most: int | None, *arguments: Any) -> QuerySet[Article]:
    return _matching(policy, *arguments)[:most]
