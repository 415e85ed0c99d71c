"""Keeps how often a word stands in an article instead of what that weighs, and how long the article is.

Both are weighed when somebody searches, so the weights can follow the articles there are. The index is emptied; where
it held anything, `manage.py index_articles --due` fills it again.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

# As in the first migration: bytes compare faster than an alphabet, and with the count in the key no row is read.
POSTGRESQL = [
    "ALTER TABLE search_indexedarticle SET (toast_tuple_target = 128)",
    'ALTER TABLE search_posting ALTER COLUMN word TYPE varchar(140) COLLATE "C"',
    "ALTER TABLE search_posting DROP CONSTRAINT search_posting_pkey",
    "ALTER TABLE search_posting ADD PRIMARY KEY (word, article_id) INCLUDE (count)",
]


def note_what_is_due(apps, schema_editor):
    if apps.get_model("search", "IndexedArticle").objects.exists():
        run = apps.get_model("search", "IndexRun")
        run.objects.filter(finished_at=None).delete()
        run.objects.create(started_at=timezone.now())
    schema_editor.execute("DELETE FROM search_text")


def build(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunPython(note_what_is_due, migrations.RunPython.noop),
        migrations.DeleteModel("Posting"),
        migrations.DeleteModel("IndexedArticle"),
        migrations.CreateModel(
            name="IndexedArticle",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="indexed",
                        serialize=False,
                        to="news.article",
                    ),
                ),
                (
                    "day",
                    models.IntegerField(
                        help_text="Days from 1970-01-01 to the display date: what the recency is made of."
                    ),
                ),
                (
                    "length",
                    models.IntegerField(
                        help_text="How many words it has, those that are too frequent left out."
                    ),
                ),
                (
                    "facets",
                    models.TextField(
                        help_text="What it is counted under, such as “k:news y:2024 s:12 s:3 t:7 c:4”."
                    ),
                ),
                (
                    "counts",
                    models.TextField(
                        help_text="Its words and their counts as they stand in `Posting`, to tell what changed."
                    ),
                ),
                (
                    "names",
                    models.TextField(help_text="Its dateline, tags, bylines and sources as they are spelt."),
                ),
                (
                    "passages",
                    models.TextField(
                        help_text="Its public texts as they are spelt, a line each; excerpts come from here."
                    ),
                ),
                ("indexed_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "word", "article", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("word", models.CharField(max_length=140)),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="postings",
                        to="search.indexedarticle",
                    ),
                ),
                ("count", models.SmallIntegerField()),
            ],
        ),
        migrations.RunPython(build, migrations.RunPython.noop),
    ]
