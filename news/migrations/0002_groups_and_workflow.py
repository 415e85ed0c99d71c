"""The newsroom's groups and its moderation workflow.

Reporters write and submit, Editors publish and correct, the Flash desk puts banners on air, Managers do all of it
and shape the paper. Wagtail's own group Moderators and its workflow make room, unless somebody uses them.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations, models
from django.utils import timezone

ADMIN = ["wagtailadmin.access_admin"]
CHOOSE_FILES = ["wagtailimages.choose_image", "wagtaildocs.choose_document"]
ADD_FILES = ["wagtailimages.add_image", "wagtaildocs.add_document"]
CHANGE_FILES = ["wagtailimages.change_image", "wagtaildocs.change_document"]
DELETE_FILES = ["wagtailimages.delete_image", "wagtaildocs.delete_document"]
RECORDS = [
    f"news.{verb}_{model}" for model in ("contributor", "source") for verb in ("add", "change", "publish")
]
TAGS = ["news.add_tag", "news.change_tag"]
DELETE_RECORDS = ["news.delete_contributor", "news.delete_source", "news.delete_tag"]
TRANSLATE = ["simple_translation.submit_translation"]
STRUCTURE = ["news.add_frontpage", "news.add_section", "news.add_flashdesk"]
SETTINGS = ["news.change_newssettings", "cms.change_sitesettings"]
REDIRECTS = [f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete")]
COLLECTIONS = [f"wagtailcore.{verb}_collection" for verb in ("add", "change", "delete")]

GROUPS = {
    "Reporters": {
        "model": ADMIN,
        "pages": ["add_page"],
        "collections": CHOOSE_FILES + ADD_FILES,
    },
    "Editors": {
        "model": ADMIN + RECORDS + TAGS + TRANSLATE,
        "pages": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
        "collections": CHOOSE_FILES + ADD_FILES + CHANGE_FILES,
    },
    "Flash desk": {
        "model": ADMIN + ["news.put_on_air"],
        "pages": [],
        "collections": [],
    },
    "Managers": {
        "model": ADMIN
        + ["news.put_on_air"]
        + RECORDS
        + TAGS
        + DELETE_RECORDS
        + TRANSLATE
        + STRUCTURE
        + SETTINGS
        + REDIRECTS,
        "pages": ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"],
        "collections": CHOOSE_FILES + ADD_FILES + CHANGE_FILES + DELETE_FILES + COLLECTIONS,
    },
}
WORKFLOW = "Editors' approval"


def make_groups(apps, schema_editor) -> None:
    permissions = Permissions(apps)
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).order_by("path").first()
    collection = apps.get_model("wagtailcore", "Collection").objects.filter(depth=1).order_by("path").first()
    for name, reach in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.set([permissions.named(each) for each in reach["model"]])
        group.page_permissions.all().delete()
        for codename in reach["pages"]:
            group.page_permissions.create(page=root, permission=permissions.named(f"wagtailcore.{codename}"))
        group.collection_permissions.all().delete()
        for codename in reach["collections"]:
            group.collection_permissions.create(collection=collection, permission=permissions.named(codename))


class Permissions:
    """Permissions by name; those that Django or Wagtail make after the last migration are made here already."""

    def __init__(self, apps) -> None:
        self.content_types = apps.get_model("contenttypes", "ContentType").objects
        self.permissions = apps.get_model("auth", "Permission").objects
        for label in ("cms", "news", "simple_translation", "wagtailcore", "wagtailredirects"):
            application = apps.get_app_config(label)
            application.models_module = True  # the stand-in of a migration has none, and would be passed over
            create_permissions(application, apps=apps, verbosity=0)
            application.models_module = None

    def named(self, name) -> models.Model:
        label, codename = name.split(".")
        verb, _, model = codename.rpartition("_")
        if verb == "publish" and label == "news":
            content_type = self.content_types.get(app_label=label, model=model)
            permission, _ = self.permissions.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": f"Can publish {model}"}
            )
            return permission
        return self.permissions.get(content_type__app_label=label, codename=codename)


def make_workflow(apps, schema_editor) -> None:
    content_types = apps.get_model("contenttypes", "ContentType").objects
    task, is_new = apps.get_model("wagtailcore", "GroupApprovalTask").objects.get_or_create(
        name=WORKFLOW,
        defaults={
            "content_type": content_types.get_or_create(app_label="wagtailcore", model="groupapprovaltask")[0]
        },
    )
    task.groups.set(apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Managers"]))
    workflow, _ = apps.get_model("wagtailcore", "Workflow").objects.get_or_create(name=WORKFLOW)
    if is_new:
        # Through its own manager: the workflow's would keep it in memory, waiting for a save.
        workflow_tasks = apps.get_model("wagtailcore", "WorkflowTask").objects
        workflow_tasks.create(workflow=workflow, task_id=task.pk, sort_order=0)
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).order_by("path").first()
    workflow_pages = apps.get_model("wagtailcore", "WorkflowPage").objects
    workflow_pages.update_or_create(page=root, defaults={"workflow": workflow})


def retire_moderators(apps, schema_editor) -> None:
    moderators = apps.get_model("auth", "Group").objects.filter(name="Moderators").first()
    if moderators is None or moderators.user_set.exists():
        return
    workflows = apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval")
    if not workflows.filter(workflow_states__isnull=False).exists():
        workflows.delete()
        apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name="Moderators approval").delete()
    moderators.delete()


def open_existing_desks(apps, schema_editor) -> None:
    permissions = Permissions(apps)
    group_permissions = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for desk in apps.get_model("news", "FlashDesk").objects.all():
        for name in ("Flash desk", "Managers"):
            group = apps.get_model("auth", "Group").objects.get(name=name)
            for codename in ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"):
                group_permissions.get_or_create(
                    group=group, page_id=desk.pk, permission=permissions.named(f"wagtailcore.{codename}")
                )


def set_up(apps, schema_editor) -> None:
    make_groups(apps, schema_editor)
    make_workflow(apps, schema_editor)
    retire_moderators(apps, schema_editor)
    open_existing_desks(apps, schema_editor)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
        ("cms", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("simple_translation", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="flashbanner",
            options={"permissions": [("put_on_air", "Can put flash banners on air")]},
        ),
        migrations.AlterField(
            model_name="article",
            name="display_date",
            field=models.DateTimeField(
                default=timezone.now,
                help_text="The date shown as “Published”, and by which lists are sorted, in the site's time zone. "
                "Left as it is, the moment of the first publication.",
            ),
        ),
        # Groups stay when it is undone: people are in them.
        migrations.RunPython(set_up, migrations.RunPython.noop, elidable=False),
    ]
