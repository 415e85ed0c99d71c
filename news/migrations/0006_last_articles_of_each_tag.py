from django.db import migrations, models

from cms.online import AddIndexOnline


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("news", "0005_embargoes_by_index"),
    ]

    operations = [
        AddIndexOnline(
            model_name="articletag",
            index=models.Index(fields=["tag", "-content_object"], name="article_tag_last_of_each"),
        ),
    ]
