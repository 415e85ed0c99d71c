"""Migrations that run while readers read: an index that is built beside the table's work."""

from typing import Any

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db.migrations import AddIndex


class AddIndexOnline(AddIndexConcurrently):
    """Adds an index without keeping writers waiting; its migration says `atomic = False`. SQLite has no such thing."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Add it."""
        postgresql = schema_editor.connection.vendor == "postgresql"
        operation = AddIndexConcurrently if postgresql else AddIndex
        operation.database_forwards(self, app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Take it away."""
        postgresql = schema_editor.connection.vendor == "postgresql"
        operation = AddIndexConcurrently if postgresql else AddIndex
        operation.database_backwards(self, app_label, schema_editor, from_state, to_state)
