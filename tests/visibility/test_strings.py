"""Nothing that a client writes is an unexpected error: generated strings through every argument that takes one.

A few dozen in the suite; the 5,000 of docs/security.md with `--hypothesis-profile=full`.
"""

import json
from urllib.parse import quote

import pytest
from graphql import (
    get_named_type,
    get_nullable_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
    is_required_argument,
)
from hypothesis import HealthCheck, example, given, settings, strategies

from cms.graphql.schema import get_schema
from tests.builders import make_article, make_banner, make_contributor, make_source

VARIABLES = {"String": "$s", "ID": "$i"}
UNEXPECTED = {"INTERNAL_ERROR", "SERVICE_UNAVAILABLE", "GRAPHQL_VALIDATION_FAILED", "LIMIT_EXCEEDED", None}
ANY_CHARACTER = strategies.characters(exclude_categories=())  # lone surrogates, NUL and controls included
PIECES = strategies.sampled_from(
    [
        '"', "'", "\\", "%", "_", "*", "(", ")", "-", "+", "|", "&", "!", ":", "~", "^", "{", "}", "/", "//", "..",
        " OR ", " AND ", " NOT ", "NEAR", "tag:", "by:", "before:", "after:", "\x00", "\ud800", "\u202e",
        "\u0652", "ﷺ", "ß", "İ", "👩\u200d👧", "\U0010ffff", "9" * 30, "-1", "1e999", "0x10", "NaN", "--", ";", "a",
    ]
)  # fmt: skip
STRINGS = strategies.one_of(
    strategies.text(ANY_CHARACTER, max_size=80),
    strategies.lists(PIECES, max_size=12).map("".join),
    strategies.lists(strategies.one_of(PIECES, strategies.text(ANY_CHARACTER, max_size=6)), max_size=8).map(
        "".join
    ),
)


def every_argument():
    """Yield each field with a variable in one of its arguments that take text, and in those it must have."""
    for parent, way in ways_to_types().items():
        for name, field in fields_of(parent).items():
            texts = [(argument, given.type) for argument, given in field.args.items()]
            for argument, kind in texts:
                for written in ways_to_write(kind):
                    given = {argument: written} | {
                        other: "$s" for other, each in texts if str(each).endswith("!") and other != argument
                    }
                    arguments = ", ".join(f"{key}: {value}" for key, value in given.items())
                    asked = f"{name}({arguments}) {selection_of(get_named_type(field.type))}"
                    yield " { ".join([*way, asked]) + " }" * len(way)


def ways_to_types():
    """Return the fields that lead from the root to each type, none of them empty or in want of an argument."""
    ways, waiting = {"Query": ()}, ["Query"]
    for parent in waiting:
        for name, field in fields_of(parent).items():
            target = get_named_type(field.type).name
            needed = any(map(is_required_argument, field.args.values()))
            if target not in ways and not needed and is_non_null_type(field.type):
                ways[target] = (*ways[parent], name)
                waiting.append(target)
    return ways


def fields_of(name):
    """Return the fields of a type; none of an input object, whose fields take values."""
    kind = get_schema().type_map[name]
    return {} if is_input_object_type(kind) else getattr(kind, "fields", {})


def ways_to_write(kind):
    """Yield a variable as a value of a type: itself, in a list, in each field of an input object."""
    kind = get_nullable_type(kind)
    if is_list_type(kind):
        yield from (f"[{written}]" for written in ways_to_write(kind.of_type))
    elif is_input_object_type(kind):
        for name, field in kind.fields.items():
            yield from (f"{{{name}: {written}}}" for written in ways_to_write(field.type))
    elif kind.name in VARIABLES:
        yield VARIABLES[kind.name]


def selection_of(kind):
    """Return a selection that makes a field be worked out."""
    fields = getattr(kind, "fields", {})
    wanted = ["totalCount"] if "totalCount" in fields else []
    wanted += ["nodes { __typename }"] if "nodes" in fields else []
    wanted += ["banners { label }"] if "banners" in fields else []
    return "" if is_leaf_type(kind) else f"{{ {' '.join(wanted) or '__typename'} }}"


ASKED = [*every_argument()]


@pytest.fixture
def newsroom(db, settings):
    # One document asks all of it, so it may cost more than a reader's.
    settings.GRAPHQL_LIMITS = {"cost": 10**6, "root_fields": 100, "aliases": 100}
    make_article(
        title="Harbour reopens", contributors=[make_contributor()], sources=[make_source()], tags=["Harbour"]
    )
    make_banner()


def test_every_argument_that_takes_text_is_asked():
    arguments = {asked.partition(")")[0] for asked in ASKED}
    takes_text = {
        name
        for name in get_schema().type_map
        for field in ({} if name.startswith("__") else fields_of(name)).values()
        if any([*ways_to_write(given.type)] for given in field.args.values())
    }

    assert takes_text <= ways_to_types().keys()
    assert len(arguments) >= 40
    for expected in (
        "search(query: $s",
        "articles(where: {tags: [$s]}",
        "route(path: $s",
        "preview(token: $s",
        "tags { nodes { articles(after: $s",
        "sections { articles(where: {tags: [$s]}",
    ):
        assert expected in arguments


@given(text=STRINGS)
@example(text="\x00")
@example(text="\ud800")
@example(text='"')
@example(text="9" * 40)
@settings(deadline=None, suppress_health_check=[*HealthCheck])
def test_no_string_is_an_unexpected_error(client, newsroom, text):
    fields = " ".join(f"a{number}: {asked}" for number, asked in enumerate(ASKED))
    for query in (
        f"query ($s: String!, $i: ID!) {{ {fields} }}",
        "query ($s: DateTime!, $i: ID) { articles(where: {publishedFrom: $s}) { totalCount } article(id: $i) { id } }",
    ):
        body = json.dumps({"query": query, "variables": {"s": text, "i": text}})
        response = client.post("/graphql/", body, content_type="application/json")
        answer = response.json()
        unexpected = [
            error for error in answer.get("errors", ()) if error["extensions"].get("code") in UNEXPECTED
        ]
        assert unexpected == []
        assert response.status_code == 200


@given(text=STRINGS)
@example(text="\x00")
@settings(deadline=None, suppress_health_check=[*HealthCheck])
def test_no_address_is_an_unexpected_error(client, newsroom, text):
    asked = dict.fromkeys(
        ("q", "section", "locale", "query", "variables", "extensions"), text.encode("utf-8", "replace")
    )
    for address in ("/feeds/search/rss.xml", "/feeds/rss.xml", "/flash/", "/graphql/", "/sitemaps/news.xml"):
        assert client.get(address, asked).status_code < 500
    place = quote(text.encode("utf-8", "replace"), safe="")
    for address in (
        f"/media/{place}",
        f"/documents/1/{place}",
        f"/feeds/{place}/rss.xml",
        f"/sitemaps/{place}.xml",
        f"/{place}",
    ):
        assert client.get(address).status_code < 500
