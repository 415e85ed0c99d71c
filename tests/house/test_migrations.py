"""No new migration keeps readers or editors waiting, or takes away what processes of the last release still ask for."""

from unittest.mock import patch

import pytest
from django.db import connection, connections, migrations, models
from django.db.migrations.loader import MigrationLoader
from django_migration_linter.sql_analyser import PostgresqlAnalyser, analyse_sql_statements

from cms.online import AddIndexOnline

# What the first release begins with; nobody runs it yet. Everything after these is held to the rule.
FIRST_RELEASE = {
    "answers": "0001",
    "cms": "0004",
    "news": "0005",
    "scheduling": "0001",
    "search": "0004",
}
# What a migration, by app and name, may do though the linter refuses it, by the linter's code, and why.
EXCUSED: dict[tuple[str, str], dict[str, str]] = {}

pytestmark = [pytest.mark.postgresql, pytest.mark.django_db]  # what locks is a question of its SQL


def refused(migration, state, excused=()):
    """Return the codes of what a migration does that it may not do while everything runs."""
    outside = patch.object(connections["default"], "in_atomic_block", False)  # nothing is run, only written
    with outside, connection.schema_editor(collect_sql=True, atomic=False) as editor:
        migration.apply(state.clone(), editor, collect_sql=True)
        statements = [each for each in editor.collected_sql if not each.startswith("--")]
    errors, _, warnings = analyse_sql_statements(PostgresqlAnalyser, statements, excused)
    return {issue.code for issue in errors + warnings}


def test_no_migration_after_the_first_release_locks_for_long_or_breaks_the_release_before():
    loader = MigrationLoader(connection)
    new = [
        key
        for key in loader.disk_migrations
        if key[0] in FIRST_RELEASE and key[1][:4] > FIRST_RELEASE[key[0]]
    ]

    wrong = {
        key: found
        for key in new
        if (
            found := refused(
                loader.graph.nodes[key],
                loader.project_state(key, at_end=False),
                EXCUSED.get(key, {}),
            )
        )
    }

    assert not wrong, "See CONTRIBUTING.md"


INDEX = models.Index(fields=["dateline"], name="by_dateline")


@pytest.mark.parametrize(
    ("operation", "codes"),
    [
        (migrations.AddIndex("article", INDEX), {"CREATE_INDEX"}),
        (AddIndexOnline("article", INDEX), set()),
        (migrations.AddField("article", "place", models.TextField(default="")), {"NOT_NULL"}),
        (migrations.AddField("article", "place", models.TextField(db_default="")), set()),
        (migrations.AddField("article", "place", models.TextField(null=True)), set()),
        (migrations.RenameField("article", "dateline", "place"), {"RENAME_COLUMN"}),
        (migrations.RenameModel("article", "story"), {"RENAME_TABLE", "RENAME_COLUMN"}),
        (migrations.RemoveField("article", "dateline"), {"DROP_COLUMN"}),
    ],
    ids=lambda value: type(value).__name__ if hasattr(value, "reversible") else None,
)
def test_what_locks_or_breaks_is_told_from_what_does_not(operation, codes):
    state = MigrationLoader(connection).project_state()
    migration = type("Migration", (migrations.Migration,), {"operations": [operation], "atomic": False})

    assert refused(migration("0099_example", "news"), state) == codes
