"""Counting without parsing: exact for every document that parses, quick for any text at all."""

import pytest
from graphql import (
    TokenKind,
    Visitor,
    get_introspection_query,
    parse,
    visit,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.graphql.scan import Counts, count
from tests.slowness import least_seconds

CPU_SECONDS = 0.025
"""What any text may take, on a machine of usual speed."""

DOCUMENTS = [
    "{ hello }",
    "query Q($a: [Int!]! = [1, 2], $b: In = {a: {b: 1}}) @d(a: $a) { a: b(x: {y: $b, z: [$a]}) @e(f: $a) }",
    "{ ...F @skip(if: true) ... on X { on type query fragment } ... @include(if: true) { u } }",
    "fragment F on Query { a b c: d } query A { ...F } query B { ...F }",
    '{ a(b: "{ } # \\" @x $y ...", c: """ { \\""" " "" } """) # { a b c }\n d }',
    "{ a(b: -1.5e10 c: ENUM d: null) , , , e: f }",
    "subscription S { x: y { z } }",
    '"""described""" query Q("a" $b: Int) { c }',
    get_introspection_query(),
]


class Truth(Visitor):
    """Counts the same by graphql-core's own tree."""

    def __init__(self):
        super().__init__()
        self.counts = Counts()

    def enter_field(self, node, *_):
        self.counts.selections += 1
        self.counts.aliases += node.alias is not None

    def enter_fragment_spread(self, *_):
        self.counts.selections += 1

    def enter_inline_fragment(self, *_):
        self.counts.selections += 1

    def enter_directive(self, *_):
        self.counts.directives += 1

    def enter_variable_definition(self, *_):
        self.counts.variables += 1


def true_counts(document):
    tree = parse(document)
    truth = Truth()
    visit(tree, truth)
    truth.counts.definitions = len(tree.definitions)
    token = tree.loc.start_token.next
    while token.kind is not TokenKind.EOF:
        truth.counts.tokens += token.kind is not TokenKind.COMMENT
        token = token.next
    return truth.counts


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_counts_are_those_of_the_parsed_document(document):
    assert count(document) == true_counts(document)


names = st.sampled_from(["a", "on", "fragment", "query", "_b1", "type"])
values = st.recursive(
    st.sampled_from(["1", "-2.5e3", '"x { @ "', '"""y " { """', "ENUM", "$v", "true"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{' '.join(items)}]")
        | st.lists(inner, max_size=3).map(lambda items: f"{{{' '.join(f'k: {item}' for item in items)}}}")
    ),
    max_leaves=5,
)
arguments = st.just("") | st.lists(values, min_size=1, max_size=3).map(
    lambda given: f"({' '.join(f'k: {value}' for value in given)})"
)
directives = st.lists(arguments, max_size=2).map(
    lambda all_of_them: " ".join(f"@d{each}" for each in all_of_them)
)
selection_sets = st.recursive(
    st.just("{ leaf }"),
    lambda inner: st.lists(
        st.builds(
            "{}{} {} {} {}".format,
            st.sampled_from(["", "k: "]),
            names,
            arguments,
            directives,
            st.just("") | inner,
        )
        | st.builds("... {} {} {}".format, st.sampled_from(["", "on T"]), directives, inner)
        | st.builds("...F {}".format, directives),
        min_size=1,
        max_size=4,
    ).map(lambda selections: "{" + "\n".join(selections) + "}"),
    max_leaves=8,
)


@given(st.lists(selection_sets, min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_the_counts_hold_for_documents_nobody_thought_of(sets):
    document = " ".join(f"query Q{number} ($v: Int = {{k: 1}}) {each}" for number, each in enumerate(sets))

    assert count(document) == true_counts(document)


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '\\"',
        '"""',
        '"""' + '\\"""',
        '"\n',
        '"" ',
        "\\",
        "{",
        "}",
        "(",
        ")",
        ".",
        "-",
        "1",
        "#",
        "#\n",
        ",",
        "a ",
        "@",
        "$",
    ],
)
def test_no_text_takes_long_to_count(text):
    document = (text * 20_000)[:20_000]

    assert least_seconds(lambda: count(document), bar=CPU_SECONDS) < CPU_SECONDS


def test_what_follows_a_syntax_error_does_not_lower_the_counts():
    assert count("{ " + "a " * 600 + ": : : ) ] } )").selections >= 600
