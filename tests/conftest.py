"""Fixtures that every test may use."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.builders import make_front_page


@pytest.fixture
def front_page(db):
    """The front page of the default site."""
    return make_front_page()


@pytest.fixture
def graphql(client: Client) -> Callable[..., Any]:
    """Ask the public endpoint over HTTP, as a reader's front end would; returns the whole answer."""

    def ask(query: str, **variables: Any) -> dict[str, Any]:
        body = json.dumps({"query": query, "variables": variables})
        response = client.post("/graphql/", body, content_type="application/json")
        return json.loads(response.content)

    return ask


@pytest.fixture
def ask(graphql) -> Callable[..., Any]:
    """Ask the public endpoint and return the data of an answer that must hold no error."""

    def data(query: str, **variables: Any) -> dict[str, Any]:
        answer = graphql(query, **variables)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return data
