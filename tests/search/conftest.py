"""Fixtures for what readers find."""

from collections.abc import Callable
from typing import Any

import pytest

SEARCH = """
query ($text: String!, $first: Int, $after: String, $where: ArticleWhere, $orderBy: SearchOrder) {
  search(query: $text, first: $first, after: $after, where: $where, orderBy: $orderBy) {
    totalCount
    didYouMean
    nodes { article { title } titleHtml excerptHtml excerptText }
    edges { cursor node { article { id } } }
    pageInfo { hasNextPage endCursor }
    facets {
      sections { value label count }
      tags { value label count }
      contributors { value label count }
      kinds { value label count }
      years { value label count }
    }
  }
}
"""
SUGGEST = "query ($prefix: String!, $first: Int) { suggest(prefix: $prefix, first: $first) { kind label url value } }"


@pytest.fixture
def search(front_page, ask) -> Callable[..., dict[str, Any]]:
    """Search as a reader's front end does; return the whole connection."""

    def answer(text: str, **arguments: Any) -> dict[str, Any]:
        return ask(SEARCH, text=text, **arguments)["search"]

    return answer


@pytest.fixture
def titles(search) -> Callable[..., list[str]]:
    """Search and return the headlines that were found, in their order."""

    def answer(text: str, **arguments: Any) -> list[str]:
        return [hit["article"]["title"] for hit in search(text, **arguments)["nodes"]]

    return answer


@pytest.fixture
def suggest(front_page, ask) -> Callable[..., list[dict[str, Any]]]:
    """Ask for completions."""

    def answer(prefix: str, **arguments: Any) -> list[dict[str, Any]]:
        return ask(SUGGEST, prefix=prefix, **arguments)["suggest"]

    return answer
