"""Queries of the CMS's own, asked of the public schema without HTTP: feeds and tickers show what front ends may."""

from functools import cached_property
from typing import Any

from graphql import parse

from cms.graphql.context import RequestContext
from cms.graphql.executor import PreparedOperation
from cms.graphql.schema import get_schema


class OwnQuery:
    """A document with one operation, prepared when it is first asked."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _operation(self) -> PreparedOperation:
        return PreparedOperation(get_schema(), parse(self._text), None)

    def ask(self, variables: dict[str, Any], context: RequestContext) -> dict[str, Any]:
        """Return the data; raise what the API would have answered as an error."""
        result = self._operation.run(variables, context)
        if result.errors:
            raise result.errors[0]
        return result.data or {}
