"""The log of changes, and the epoch it belongs to."""

from django.db import models


class Change(models.Model):
    """That a row of a table changed, and the key of what readers may see differently because of it.

    Written by triggers alone. `transaction` is PostgreSQL's number of the transaction, whose order of commit is
    not that of `id`; SQLite has one writer at a time and needs none.
    """

    id = models.BigAutoField(primary_key=True)
    transaction = models.BigIntegerField(null=True, db_index=True)
    table = models.CharField(max_length=63)
    key = models.TextField(null=True)  # noqa: DJ001 - no key is not an empty one

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.table}: {self.key or 'a row'}"


class Epoch(models.Model):
    """From which change on the log is whole. There is one row; another name means that nothing kept counts."""

    name = models.CharField(max_length=32)
    start = models.BigIntegerField(default=0, help_text="The first change, or transaction, that the log has.")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.name
