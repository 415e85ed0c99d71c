"""Documents that mean to bring the API down: each a name and the body of a request.

The sizes go from what is allowed to far beyond it, so that a corpus holds the edge of every limit too.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from graphql import get_introspection_query

Attack = tuple[str, dict[str, Any]]


def corpus() -> Iterator[Attack]:
    """Yield every attack."""
    for family in FAMILIES:
        for number, body in enumerate(family()):
            yield f"{family.__name__}-{number}", {"query": body} if isinstance(body, str) else body


def numbered(pattern: str, number: int) -> str:
    return " ".join(pattern.replace("%n", str(each)).replace("%m", str(each + 1)) for each in range(number))


def depth() -> Iterator[str]:
    for levels in (5, 6, 7, 20, 100, 199, 300, 900):
        yield "{ sections { " + "sections { " * levels + "title" + " }" * levels + " } }"
        yield "{ " + "... { " * levels + "__typename" + " }" * levels + " }"
    for levels in (3, 4, 30, 90):
        yield "{ sections { " + "articles { nodes { section { " * levels + "id" + " } } }" * levels + " } }"
        yield "{ article(id: 1) { " + "related { section { " * levels + "id" + " } }" * levels + " } }"


def aliases() -> Iterator[str]:
    for number in (29, 30, 31, 100, 600, 2_500):
        yield "{ article(id: 1) { " + numbered("a%n: title", number) + " } }"
        yield "{ " + numbered("a%n: __typename", number) + " }"
    for number in (14, 15, 16, 30, 200):
        yield "{ " + numbered("a%n: articles(first: 100) { totalCount nodes { title } }", number) + " }"
        yield (
            "{ "
            + numbered('a%n: search(query: "w%n x%n") { totalCount facets { tags { count } } }', number)
            + " }"
        )
        yield "{ " + numbered('a%n: route(path: "/%n/") { __typename }', number) + " }"


def duplicates() -> Iterator[str]:
    for number in (50, 150, 490, 1_900):
        yield "{ article(id: 1) { " + "title " * number + "} }"
        yield "{ " + "__typename " * number + "}"
    for number in (20, 80, 160, 600):
        yield "{ article(id: 1) { " + "section { id } " * number + "} }"
        yield "{ article(id: 1) { " + "related(first: 4) { id } " * number + "} }"
        yield "{ article(id: 1) { " + numbered("related(first: %n) { id }", number) + " } }"
        yield "{ article(id: 1) { " + "... { id } " * number + "} }"
        yield "{ article(id: 1) { " + "... on Article { section { parent { id } } } " * number + "} }"
    for number in (4, 9, 40):
        wide = "id title path url lang dir kind standfirst byline dateline " * number
        yield f"{{ article(id: 1) {{ {wide} related {{ {wide} }} }} }}"


def fragments() -> Iterator[str]:
    for number in (10, 48, 49, 200):
        chain = numbered("fragment F%n on Query { ...F%m }", number)
        yield f"{{ ...F0 }} {chain} fragment F{number} on Query {{ __typename }}"
        doubling = numbered("fragment F%n on Section { parent { ...F%m } again: parent { ...F%m } }", number)
        yield f"{{ sections {{ ...F0 }} }} {doubling} fragment F{number} on Section {{ id }}"
        bomb = numbered("fragment F%n on Article { related(first: 100) { ...F%m ...F%m } }", number)
        yield f"{{ article(id: 1) {{ ...F0 }} }} {bomb} fragment F{number} on Article {{ id }}"
        yield (
            "{ article(id: 1) { "
            + numbered("...F%n", number)
            + " } } "
            + numbered("fragment F%n on Article { title byline section { id } }", number)
        )
        yield "{ ...F0 } " + numbered("fragment F%n on Query { ...F%m ...F%m ...F%m }", number)
    for number in (5, 10, 20):
        spreads = " ".join(f"...F{each}" for each in range(number))
        yield f"{{ ...F0 }} {numbered(f'fragment F%n on Query {{ {spreads} }}', number)}"


def cycles() -> Iterator[str]:
    yield "{ ...F } fragment F on Query { ...F }"
    yield "{ ...F } fragment F on Query { __typename ... { ...F } }"
    for number in (2, 10, 48, 300):
        ring = numbered("fragment F%n on Query { ...F%m }", number)
        yield f"{{ ...F0 }} {ring} fragment F{number} on Query {{ ...F0 }}"
        yield f"{ring} fragment F{number} on Query {{ ...F0 }}"
        deep = numbered("fragment F%n on Article { section { articles { nodes { ...F%m } } } }", number)
        yield f"{{ article(id: 1) {{ ...F0 }} }} {deep} fragment F{number} on Article {{ ...F0 }}"


def directives() -> Iterator[str]:
    for number in (50, 51, 300, 900):
        yield "{ site " + "@include(if: true) " * number + "{ name } }"
        yield "{ site { " + "name @skip(if: false) " * number + "} }"
        yield "{ __typename " + "@nonsense " * number + "}"
        yield "query " + "@nonsense " * number + "{ __typename }"


def introspection() -> Iterator[str]:
    yield get_introspection_query(input_value_deprecation=True)
    for number in (2, 3, 30):
        yield "{ " + numbered("a%n: __schema { types { fields { name type { name } } } }", number) + " }"
        yield "{ __schema { " + numbered("a%n: types { name }", number) + " } }"
        yield "{ __schema { types { " + "fields { type { " * number + "name" + " } }" * number + " } } }"
        yield "{ __schema { types { " + "ofType { " * 8 * number + "name" + " }" * 8 * number + " } } }"
        yield (
            "{ __schema { types { ...F0 } } } "
            + numbered("fragment F%n on __Type { possibleTypes { ...F%m } interfaces { ...F%m } }", number)
            + f" fragment F{number} on __Type {{ name }}"
        )
    for number in (15, 16, 200):
        yield "{ " + numbered('a%n: __type(name: "Article") { fields { name args { name } } }', number) + " }"


def literals() -> Iterator[str]:
    for number in (100, 101, 1_900):
        tags = '"a" ' * number
        yield f"{{ articles(where: {{ tags: [{tags}] }}) {{ totalCount }} }}"
        yield f"{{ articles(where: {{ kinds: [{'NEWS ' * number}] }}) {{ totalCount }} }}"
        yield f"{{ articles(where: {{ tags: {'[' * number}{']' * number} }}) {{ totalCount }} }}"
        yield f"{{ articles(where: {'{tags: ' * number}{'}' * number}) {{ totalCount }} }}"
        yield "{ articles(where: { " + 'locale: "en" ' * number + "}) { totalCount } }"
        yield f"{{ articles({numbered('a%n: 1', number)}) {{ totalCount }} }}"
        yield f"{{ articles({'first: 1 ' * number}) {{ totalCount }} }}"
    tags = '"a" ' * 100
    yield "{ " + numbered(f"a%n: articles(where: {{ tags: [{tags}] }}) {{ totalCount }}", 15) + " }"
    for first in (101, 2**31 - 1, 2**31, 10**30, -1, -(10**30)):
        yield f"{{ articles(first: {first}) {{ nodes {{ title }} }} }}"


def strings() -> Iterator[str]:
    for filling in (
        "x",
        "\\u0000",
        "\\\\",
        "\\uD83D\\uDE00",
        "ﷺ",
        '" ',
        "'",
        '\\"',
        "( ",
        "AND ",
        "* ",
        "-",
        "\u202e",
    ):
        text = (filling * 19_000)[: 19_000 - 19_000 % len(filling)]
        yield f'{{ search(query: "{text}") {{ totalCount }} }}'
        yield f'{{ route(path: "{text}") {{ __typename }} }}'
    yield '{ article(id: """' + "\n  x" * 4_800 + '""") { id } }'
    yield '{ tags(startsWith: "' + "%_" * 9_000 + '") { totalCount } }'
    yield '{ articles(after: "' + "A" * 19_000 + '") { totalCount } }'


def texts() -> Iterator[str]:
    for character in (
        '"',
        '"""',
        "\\",
        "{",
        "}",
        "(",
        "[",
        "...",
        "@",
        "$",
        "#",
        "#\n",
        ",",
        "!",
        "-",
        "1",
        "a ",
        "|",
    ):
        yield character * (20_000 // len(character))
        yield "{ __typename }" + character * (19_000 // len(character))
        yield character * 40_000


def definitions() -> Iterator[str]:
    for number in (50, 51, 400):
        yield numbered("query Q%n { site { name } }", number)
        yield numbered("scalar S%n", number)
        yield "type T { " + numbered("f%n: Int", number) + " } { __typename }"
        yield "{ __typename } enum E { " + numbered("V%n", number) + " }"
        yield "union U = " + " | ".join(f"T{each}" for each in range(number))
        yield "{ ...F } " + "fragment F on Query { __typename } " * number


def variables() -> Iterator[Any]:
    for number in (50, 51, 400):
        yield "query (" + numbered("$v%n: Int", number) + ") { __typename }"
        yield (
            "query ("
            + numbered("$v%n: Int = %n", number)
            + ") { "
            + numbered("articles(first: $v%n) { totalCount }", number)
            + " }"
        )
    pages = "query ($n: Int) { sections { articles(first: $n) { nodes { related(first: $n) {"
    for first in (1, 10, 100, 101, 10**9, -1, 10**40, "100", 1e308, True, None, [100], {"n": 100}):
        yield {"query": pages + " related(first: $n) { id } } } } } }", "variables": {"n": first}}
    where = "query ($w: ArticleWhere) { articles(where: $w) { totalCount } }"
    for value in (
        {"tags": ["x"] * 100},
        {"tags": ["x"] * 101},
        {"tags": ["x" * 60_000]},
        {"tags": [["x"] * 50] * 50},
        {"x" * 60_000: 1},
        {f"key{number}": number for number in range(4_000)},
        {"publishedFrom": "9" * 60_000},
        json.loads("[" * 400 + "]" * 400),
    ):
        yield {"query": where, "variables": {"w": value}}
        yield {"query": "{ __typename }", "variables": {"unasked": value}}


def requests() -> Iterator[Any]:
    unknown = {"persistedQuery": {"version": 1, "sha256Hash": "0" * 64}}
    yield {"extensions": unknown}
    yield {"query": "{ __typename }", "extensions": unknown}
    yield {
        "query": "{ __typename }",
        "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "*" * 60_000}},
    }
    yield {"query": "{ __typename }", "operationName": "x" * 60_000}
    yield {"query": "x" * 65_000}
    known = "{ site { name } }"
    digest = hashlib.sha256(known.encode()).hexdigest()
    yield {"query": known, "extensions": {"persistedQuery": {"version": 1, "sha256Hash": digest}}}


FAMILIES = (
    depth,
    aliases,
    duplicates,
    fragments,
    cycles,
    directives,
    introspection,
    literals,
    strings,
    texts,
    definitions,
    variables,
    requests,
)
