"""Asks the public API what an anonymous reader is told of a page, at one moment."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from graphql import DocumentNode, parse, print_ast, separate_operations
from wagtail.models import Page

from cms.graphql.context import RequestContext
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema
from cms.models import BasePage
from news.models import FlashBanner

DOCUMENT = Path(__file__).with_name("answers.graphql")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, and what a reader is told."""

    document: str
    variables: dict[str, Any]
    data: dict[str, Any]


def public_answer(page: Page, now: datetime) -> Answer:
    """Return what the API says about a stored page; about a banner, everything that is on air beside it."""
    context = RequestContext(now=now)
    if isinstance(page, FlashBanner):
        return _ask("Flash", {"locale": page.locale.language_code}, context)
    return _ask("Page", {"path": context.paths.path(page.url_path, page.locale_id)}, context)


def draft_page(page: Page, now: datetime) -> dict[str, Any] | None:
    """Return what the API would say of a page as it was last saved."""
    if not isinstance(page, BasePage):
        return None
    return _ask("Draft", {}, RequestContext(now=now, draft=page)).data["preview"]


def _ask(name: str, variables: dict[str, Any], context: RequestContext) -> Answer:
    result = _operations()[name].run(variables, context)
    if result.data is None:
        raise RuntimeError(f"The API could not say what readers see: {result.errors}")
    return Answer(print_ast(_documents()[name]), variables, result.data)


@cache
def _documents() -> dict[str, DocumentNode]:
    return separate_operations(parse(DOCUMENT.read_text()))


@cache
def _operations() -> dict[str, PreparedOperation]:
    return {name: PreparedOperation(get_schema(), document, name) for name, document in _documents().items()}
