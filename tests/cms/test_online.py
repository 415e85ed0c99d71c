"""An index is built and taken away beside the table's work, on every database."""

import pytest
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader

from cms.online import AddIndexOnline

TABLE = "news_article"


def _indexes():
    with connection.cursor() as cursor:
        return set(connection.introspection.get_constraints(cursor, TABLE))


@pytest.mark.django_db(transaction=True)
def test_an_index_is_added_and_taken_away():
    operation = AddIndexOnline("article", models.Index(fields=["dateline"], name="by_dateline"))
    before = MigrationLoader(connection).project_state()
    after = before.clone()
    operation.state_forwards("news", after)

    with connection.schema_editor(atomic=False) as editor:
        operation.database_forwards("news", editor, before, after)
    with_it = _indexes()
    with connection.schema_editor(atomic=False) as editor:
        operation.database_backwards("news", editor, after, before)

    assert "by_dateline" in with_it
    assert "by_dateline" not in _indexes()
