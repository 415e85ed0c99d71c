"""Reads the schema by introspection and asks for everything that lies at most `DEPTH` steps from a root.

Each root field becomes one document that holds every path below it, and is asked with every argument worth
trying: all values of enums, and everything that names a thing, hidden things first.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from graphql import (
    build_client_schema,
    get_introspection_query,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

DEPTH = 4
# Roots with fewer paths than this are followed further.
FEW_PATHS = 700
# Steps that only unwrap a list; they lead nowhere new and do not count.
WRAPPERS = {"nodes", "edges", "node", "pageInfo"}
# How much of a list is read: all of the first, then the newest few, where hidden things would stand.
PAGE, INNER_PAGE = 100, 6
LIST_CHUNK = 50
DATES = ("1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z")
SCALARS = {"Int": (0, 1, PAGE), "Boolean": (True, False), "DateTime": DATES}
# Which handles an argument or input field of a name takes; any other text is tried with all of them.
KINDS = {
    "path": ["path"],
    "slug": ["slug"],
    "locale": ["locale"],
    "sections": ["path", "id"],
    "tags": ["slug"],
    "contributors": ["slug"],
    "sources": ["slug"],
}
# What the walk asks is larger than what readers may.
LIMITS = dict.fromkeys(
    (
        "body_bytes", "characters", "tokens", "definitions", "selections", "aliases", "directives",
        "variables", "root_fields", "depth", "comparisons", "list_items", "cost",
    ),
    10**9,
)  # fmt: skip


@dataclass
class Seen:
    """What a walk came across."""

    paths: int = 0
    requests: int = 0
    filled: set = field(default_factory=set)
    leaks: dict = field(default_factory=dict)
    failures: dict = field(default_factory=dict)


class Walk:
    """Walks over the schema that `client` is shown, looking for `words`.

    `handles` has names of things by what they are: "id", "path", "slug", "word", "locale".
    """

    def __init__(self, client, words, handles):
        self.client = client
        self.words = words
        self.handles = handles
        self.seen = Seen()
        self.schema = build_client_schema(self.post({"query": get_introspection_query()})[0]["data"])

    def post(self, body):
        """Ask over HTTP; return the answer, its text and headers."""
        response = self.client.post("/graphql/", json.dumps(body), content_type="application/json")
        headers = "\n".join(f"{name}: {value}" for name, value in response.items())
        return json.loads(response.content), f"{headers}\n{response.content.decode()}"

    def roots(self):
        """Return the root fields by name."""
        return self.schema.query_type.fields

    def everything(self):
        """Ask all there is to ask; return what was seen."""
        for name in self.roots():
            document = self.document(name)
            for variables in self.variables_of(name):
                self.ask(name, document, variables)
        return self.seen

    def ask(self, name, document, variables):
        """Ask one document and note what stands in the answer."""
        answer, text = self.post({"query": document, "variables": variables})
        self.seen.requests += 1
        asked = f"{name} {json.dumps(variables)[:150]}"
        for canary in self.words.canaries_in(text):
            self.seen.leaks.setdefault(canary, asked)
        for error in answer.get("errors", ()):
            if error["extensions"]["code"] in {
                "INTERNAL_ERROR",
                "GRAPHQL_VALIDATION_FAILED",
                "LIMIT_EXCEEDED",
            }:
                self.seen.failures.setdefault(error["message"], asked)
        self._note(answer.get("data"))

    def _note(self, value):
        if isinstance(value, list):
            for item in value:
                self._note(item)
        elif isinstance(value, dict):
            type_name = value.get("__typename", "Query")
            for key, below in value.items():
                if below not in (None, "", []):
                    self.seen.filled.add((type_name, key.split("__")[0].split("_of_")[0]))
                self._note(below)

    def document(self, root):
        """Return the document that holds every path below a root field, to `DEPTH` steps or further."""
        field = self.roots()[root]
        declared = ", ".join(f"${name}: {given.type}" for name, given in field.args.items())
        given = ", ".join(f"{name}: ${name}" for name in field.args)
        below, paths, further = "", 0, DEPTH - 1
        while True:
            self._paths = 0
            longer = self.selection(get_named_type(field.type), further)
            if below and (self._paths > FEW_PATHS or self._paths == paths):
                break
            below, paths, further = longer, self._paths, further + 1
        self.seen.paths += paths
        return (
            f"query{f'({declared})' if declared else ''} {{ {root}{f'({given})' if given else ''} {below} }}"
        )

    def selection(self, of_type, depth):
        """Return a selection set with every path of at most `depth` steps."""
        if is_leaf_type(of_type):
            self._paths += 1
            return ""
        if is_abstract_type(of_type):
            possible = self.schema.get_possible_types(of_type)
            parts = " ".join(
                f"... on {each.name} {self._fields(each, depth, each.name)}" for each in possible
            )
            return f"{{ __typename {parts} }}"
        return self._fields(of_type, depth)

    def _fields(self, of_type, depth, within=""):
        parts = [
            part for name, field in of_type.fields.items() for part in self._calls(name, field, depth, within)
        ]
        return f"{{ __typename {' '.join(parts)} }}"

    def _calls(self, name, field, depth, within) -> Iterator[str]:
        """Yield a field with each combination of its arguments; what lies below is asked of the first."""
        target = get_named_type(field.type)
        left = depth if name in WRAPPERS else depth - 1
        if left < 0 or (left == 0 and not is_leaf_type(target) and not self._has_leaf(target)):
            return
        if name == "edges":
            left = 0
        for number, arguments in enumerate(self._arguments(field)):
            below = self.selection(target, left if number == 0 else 0)
            alias = f"{name}__{number}_of_{within}" if number or within else ""
            yield f"{f'{alias}: ' if alias else ''}{name}{arguments} {below}"

    def _has_leaf(self, target):
        types = self.schema.get_possible_types(target) if is_abstract_type(target) else [target]
        return any(
            is_leaf_type(get_named_type(field.type)) for each in types for field in each.fields.values()
        )

    def _arguments(self, field) -> Iterator[str]:
        """Yield the arguments of an inner field, written out: each value of each enum, pages kept short."""
        fixed = [f"first: {INNER_PAGE}"] if "first" in field.args else []
        chosen = {
            name: given for name, given in field.args.items() if is_enum_type(get_named_type(given.type))
        }
        required = {name for name, given in chosen.items() if is_required_argument(given)}
        values = [list(get_named_type(given.type).values) for given in chosen.values()]
        combinations = product(*values) if required else [(), *product(*values)] if chosen else [()]
        for combination in combinations:
            given = [*fixed, *(f"{name}: {value}" for name, value in zip(chosen, combination, strict=False))]
            yield f"({', '.join(given)})" if given else ""

    def variables_of(self, root) -> Iterator[dict]:
        """Yield the arguments to try on a root field: every value of each, beside the required ones."""
        arguments = self.roots()[root].args
        page = {"first": PAGE} if "first" in arguments else {}
        tried = {name: list(self._values(name, given.type)) for name, given in arguments.items()}
        required = [name for name, given in arguments.items() if is_required_argument(given)]
        for number, values in enumerate(product(*(tried[name] for name in required))):
            base = page | dict(zip(required, values, strict=True))
            yield base
            if number == 0:
                optional = arguments.keys() - set(required)
                yield from (base | {name: value} for name in sorted(optional) for value in tried[name])

    def _values(self, name, of_type) -> Iterator:
        """Yield the values worth trying for an argument or input field."""
        of_type = get_nullable_type(of_type)
        if is_list_type(of_type):
            values = list(self._values(name, of_type.of_type))
            yield from (values[start : start + LIST_CHUNK] for start in range(0, len(values), LIST_CHUNK))
        elif is_input_object_type(of_type):
            for inner, given in of_type.fields.items():
                yield from ({inner: value} for value in self._values(inner, given.type))
        elif is_enum_type(of_type):
            yield from of_type.values
        elif of_type.name in SCALARS:
            yield from SCALARS[of_type.name]
        else:
            kinds = KINDS.get(name, ["id"] if of_type.name == "ID" else list(self.handles))
            yield from (value for kind in kinds for value in self.handles[kind])
