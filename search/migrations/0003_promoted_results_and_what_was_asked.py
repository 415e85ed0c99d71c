"""Promoted results, which editors and managers may write, and the sums of what readers searched."""

import django.db.models.deletion
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

GROUPS = ("Editors", "Managers")


def grant(apps, schema_editor):
    application = apps.get_app_config("search")
    application.models_module = True  # the stand-in of a migration has none, and would be passed over
    create_permissions(application, apps=apps, verbosity=0)
    application.models_module = None
    promoting = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="search", content_type__model="promotedresult"
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(*promoting)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0003_corrections_on_record"),
        ("search", "0002_counts_instead_of_weights"),
    ]

    operations = [
        migrations.CreateModel(
            name="AskedQuery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("words", models.CharField(help_text="The folded words of the query.", max_length=80)),
                ("times", models.PositiveIntegerField()),
                (
                    "in_vain",
                    models.PositiveIntegerField(help_text="How many of the times nothing was found."),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("day", "words"), name="asked_once_a_day")],
            },
        ),
        migrations.CreateModel(
            name="PromotedResult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "query",
                    models.CharField(
                        help_text="What readers type, whole: “swimming pool times”. Capitals, accents and punctuation do not matter.",
                        max_length=200,
                    ),
                ),
                ("folded", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "place",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="Where there are several for the same words: 1 comes first."
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        help_text="Comes first for these words, whether it holds them or not. Readers see it only while it is live.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="news.article",
                    ),
                ),
            ],
            options={
                "ordering": ["folded", "place", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("folded", "article"),
                        name="promoted_once_for_a_query",
                        violation_error_message="This article is promoted for these words already.",
                    )
                ],
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
