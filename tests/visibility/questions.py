"""What can be asked, read off the schema: documents that hold every path, and every argument worth trying.

Each root field becomes two documents: the whole holds every path of at most `DEPTH` steps below it, the glance
those of `GLANCE` steps.
"""

from collections.abc import Iterator
from itertools import product

from graphql import (
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_enum_type,
    is_input_object_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)

DEPTH, GLANCE = 4, 2
# Roots with fewer paths than this are followed further.
FEW_PATHS = 200
# Steps that only unwrap a list; they lead nowhere new and do not count.
WRAPPERS = {"nodes", "edges", "node", "pageInfo"}
# How much of a list is read: all of the first, then the newest few, where hidden things would stand.
PAGE, INNER_PAGE = 100, 2
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
    "query": ["alternatives"],
    "prefix": ["beginning"],
    "startsWith": ["beginning"],
    "token": ["token"],
}
# Whoever walks turns the pages by the cursors that the answers give.
CURSOR = "after"


class Questions:
    """Documents and variables for the root fields of a schema. `handles` has names of things by what they are."""

    def __init__(self, schema, handles):
        self.schema = schema
        self.handles = handles

    def roots(self):
        """Return the root fields by name."""
        return self.schema.query_type.fields

    def glance(self, root, steps=GLANCE):
        """Return the document that holds what is near a root field."""
        return self._document(root, steps - 1)[0]

    def whole(self, root):
        """Return the document that holds every path to `DEPTH` steps or further, and their number."""
        document, paths = self._document(root, DEPTH - 1)
        for steps in range(DEPTH, 3 * DEPTH):
            longer, more = self._document(root, steps)
            if more in (paths, 0) or more > FEW_PATHS:
                break
            document, paths = longer, more
        return document, paths

    def _document(self, root, steps):
        field = self.roots()[root]
        declared = ", ".join(f"${name}: {given.type}" for name, given in field.args.items())
        given = ", ".join(f"{name}: ${name}" for name in field.args)
        self._paths = 0
        below = self._selection(get_named_type(field.type), steps)
        document = (
            f"query{f'({declared})' if declared else ''} {{ {root}{f'({given})' if given else ''} {below} }}"
        )
        return document, self._paths

    def _selection(self, of_type, depth):
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
            below = self._selection(target, left if number == 0 else 0)
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

    def required(self, root) -> Iterator[dict]:
        """Yield the required arguments of a root field, with every value of each."""
        arguments = self.roots()[root].args
        page = {"first": PAGE} if "first" in arguments else {}
        required = {name: given for name, given in arguments.items() if self._must_be_given(name, given)}
        values = [list(self._values(name, given.type)) for name, given in required.items()]
        for combination in product(*values):
            yield page | dict(zip(required, combination, strict=True))

    def optional(self, root) -> Iterator[dict]:
        """Yield every value of each optional argument."""
        for name, given in sorted(self.roots()[root].args.items()):
            if name != CURSOR and not self._must_be_given(name, given):
                yield from ({name: value} for value in self._values(name, given.type))

    def _must_be_given(self, name, given):
        return is_required_argument(given) or name == "token"

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
