"""The hits of one page as rows of the API, with what shows why they match."""

from collections.abc import Sequence
from functools import cached_property

from cms.graphql.pagination import Row
from cms.graphql.plan import Selection
from news.schema.article_lists import articles_by_id
from search import asked
from search.facets import Counted
from search.highlighting import Excerpt, Highlighter
from search.models import IndexedArticle
from search.orders import cursor
from search.pages import Page, cut_page
from search.reading import Reading
from search.searching import Search


def find_hits(search: Search, selection: Selection) -> Row:
    """Return the row behind `SearchConnection`."""
    count = selection.wants("total_count") or selection.wants("facets")
    page = cut_page(search, count=count)
    if not page.keys and search.reads_otherwise():
        page = cut_page(search, count=count)
    if search.place is None:
        asked.note(search.request.text, in_vain=not page.keys)
    edges = _edges(page, search, selection)
    return {
        "search": search,
        "nodes": [each["node"] for each in edges],
        "edges": edges,
        "page_info": {
            "has_next_page": len(page.keys) > search.request.first,
            "end_cursor": edges[-1]["cursor"] if edges else None,
        },
        "total_count": page.total,
        "counted": Counted(page.facets),
        "found": len(page.keys) if page.total is None else page.total,
    }


def _edges(page: Page, search: Search, selection: Selection) -> list[Row]:
    keys = page.keys[: search.request.first]
    columns = selection.columns("Article", "nodes.article", "edges.node.article") | {"display_date"}
    articles = articles_by_id(keys, columns, selection)
    shown = ShownTexts(keys, search.reading)
    edges = []
    for key, score in zip(keys, page.scores, strict=False):
        # One that was hidden between two statements is no hit any more.
        if article := articles.get(key):
            place = [{"score": score, **article}[column] for column, _ in search.order.columns]
            promoted = key in search.state.promoted
            hit = {"id": key, "article": article, "shown": shown, "is_promoted": promoted}
            edges.append({"cursor": cursor(search.order, search.state, place), "node": hit})
    return edges


class ShownTexts:
    """The texts of the hits of a page, read once and only when one of them is asked for."""

    def __init__(self, keys: Sequence[int], reading: Reading) -> None:
        self._keys = keys
        self._reading = reading
        self._excerpts: dict[int, Excerpt] = {}
        self._highlighters: dict[str, Highlighter] = {}

    @cached_property
    def _texts(self) -> dict[int, tuple[str, str, str]]:
        rows = IndexedArticle.objects.filter(pk__in=self._keys)
        found = rows.values_list("pk", "article__title", "passages", "article__locale__language_code")
        return {key: (title, passages, language) for key, title, passages, language in found}

    def title_html(self, key: int) -> str:
        """Return a hit's headline with the matches marked."""
        title, _, language = self._texts[key]
        return self._highlighter(language).marked(title)

    def excerpt(self, key: int) -> Excerpt:
        """Return the best passage of a hit."""
        if key not in self._excerpts:
            _, passages, language = self._texts[key]
            self._excerpts[key] = self._highlighter(language).excerpt(passages)
        return self._excerpts[key]

    def _highlighter(self, language: str) -> Highlighter:
        if language not in self._highlighters:
            forms = [self._reading.forms(word) for word in self._reading.words]
            self._highlighters[language] = Highlighter(forms, language)
        return self._highlighters[language]
