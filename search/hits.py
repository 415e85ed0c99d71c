"""The hits of one page as rows of the API, with what shows why they match."""

from collections.abc import Mapping

from wagtail.models import Locale

from cms.answers.recording import part
from cms.graphql.pagination import Row
from cms.graphql.plan import Selection
from news.schema.article_lists import articles_by_id
from search import asked
from search.facets import Counted
from search.highlighting import Excerpt, Highlighter
from search.orders import cursor
from search.pages import Page, cut_page
from search.reading import Reading
from search.searching import Search

HITS = ("nodes", "edges.node")
TEXTS = ("title_html", "excerpt_html", "excerpt_text")
TEXT_COLUMNS = {"title", "locale_id", "indexed__passages"}


def find_hits(search: Search, selection: Selection) -> Row:
    """Return the row behind `SearchConnection`."""
    count = selection.wants("total_count") or selection.wants("facets")
    page = cut_page(search, count=count)
    if not page.keys and search.reads_otherwise():
        page = cut_page(search, count=count)
    if search.place is None:
        asked.note(search.request.text, in_vain=not page.keys)
    hits = _hits(page, search, selection)
    answer: Row = {
        "search": search,
        "nodes": hits,
        "total_count": page.total,
        "counted": Counted(page.facets),
        "found": len(page.keys) if page.total is None else page.total,
    }
    if selection.wants("edges"):
        answer["edges"] = [{"cursor": _cursor(hit, search), "node": hit} for hit in hits]
    if selection.wants("page_info"):
        answer["page_info"] = {
            "has_next_page": len(page.keys) > search.request.first,
            "end_cursor": _cursor(hits[-1], search) if hits else None,
        }
    return answer


def _hits(page: Page, search: Search, selection: Selection) -> list[Row]:
    keys = page.keys[: search.request.first]
    columns = selection.columns("Article", "nodes.article", "edges.node.article") | {"display_date"}
    if any(selection.wants(f"{hit}.{text}") for hit in HITS for text in TEXTS):
        columns |= TEXT_COLUMNS
    with part():  # the keys of what is shown do not speak for what is only counted
        articles = articles_by_id(keys, columns, selection)
    shown = ShownTexts(search.reading, selection.context.locales)
    promoted = search.state.promoted
    return [
        {"article": article, "score": score, "shown": shown, "is_promoted": key in promoted}
        for key, score in zip(keys, page.scores, strict=False)
        # One that was hidden between two statements is no hit any more.
        if (article := articles.get(key))
    ]


def _cursor(hit: Row, search: Search) -> str:
    place = {"score": hit["score"], **hit["article"]}
    return cursor(search.order, search.state, [place[column] for column, _ in search.order.columns])


class ShownTexts:
    """What of the articles' texts shows why they match."""

    def __init__(self, reading: Reading, locales: Mapping[int, Locale]) -> None:
        self._reading = reading
        self._locales = locales
        self._excerpts: dict[int, Excerpt] = {}
        self._highlighters: dict[int, Highlighter] = {}

    def title_html(self, article: Row) -> str:
        """Return the headline with the matches marked."""
        return self._highlighter(article).marked(article["title"])

    def excerpt(self, article: Row) -> Excerpt:
        """Return the best passage."""
        key = article["id"]
        if key not in self._excerpts:
            self._excerpts[key] = self._highlighter(article).excerpt(article["indexed__passages"])
        return self._excerpts[key]

    def _highlighter(self, article: Row) -> Highlighter:
        key = article["locale_id"]
        if key not in self._highlighters:
            forms = [self._reading.forms(word) for word in self._reading.words]
            self._highlighters[key] = Highlighter(forms, self._locales[key].language_code)
        return self._highlighters[key]
