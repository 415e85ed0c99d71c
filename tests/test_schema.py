"""The schema is a contract: it is written down, and nothing in it goes by accident."""

from pathlib import Path

import pytest
from graphql import build_schema, print_schema
from graphql.utilities import find_breaking_changes

from cms.graphql.schema import get_schema

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "docs" / "schema.graphql"
CONTRACT = ROOT / "tests" / "contract.graphql"


def test_the_schema_that_is_served_is_the_one_that_is_written_down():
    assert WRITTEN.read_text() == print_schema(get_schema()) + "\n", (
        "Run `make schema` and say so in CHANGELOG.md."
    )


def test_the_schema_holds_all_that_was_promised():
    promised = build_schema(CONTRACT.read_text())

    broken = find_breaking_changes(promised, build_schema(print_schema(get_schema())))

    assert [change.description for change in broken] == []


def test_everything_in_the_schema_is_described():
    undescribed = []
    for name, named_type in get_schema().type_map.items():
        if name.startswith("__") or name in {"String", "Int", "Float", "Boolean", "ID"}:
            continue
        if not named_type.description:
            undescribed.append(name)
        for field_name, field in getattr(named_type, "fields", {}).items():
            if not field.description:
                undescribed.append(f"{name}.{field_name}")
            undescribed += [
                f"{name}.{field_name}({argument})"
                for argument, definition in getattr(field, "args", {}).items()
                if not definition.description
            ]
        undescribed += [
            f"{name}.{value}"
            for value, definition in getattr(named_type, "values", {}).items()
            if not definition.description
        ]

    assert undescribed == []


@pytest.mark.parametrize(
    "name", ["draftTitle", "owner", "fileHash", "rawValue", "editorsNote", "password", "lockedBy"]
)
def test_what_is_nobodys_business_has_no_field(name):
    fields = {field for each in get_schema().type_map.values() for field in getattr(each, "fields", {})}

    assert name not in fields
