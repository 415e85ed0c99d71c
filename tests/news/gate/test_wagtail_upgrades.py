"""Every place in Wagtail that publishes is known, so that an upgrade which adds one fails here."""

from tests.news.gate.wagtail_source import publishing_sites, sites_in

ROW = "ends in a page's or record's save, which the gate sees"
REVISION = "ends in the save of an approved revision, which the gate sees"
MEMORY = "changes an instance that is not saved by it"

REVIEWED = {
    "actions/create.py:CreateAction._create: calls publish": ROW,
    "actions/edit.py:EditAction._edit: calls publish": ROW,
    "actions/publish_page_revision.py:PublishPageRevisionAction: extends a publishing action": ROW,
    "actions/publish_revision.py:PublishRevisionAction._publish_revision: sets approved_go_live_at": REVISION,
    "actions/publish_revision.py:PublishRevisionAction._publish_revision: sets live": ROW,
    "actions/revert_to_revision.py:RevertToRevisionAction.__init__: sets approved_go_live_at": REVISION,
    "actions/revert_to_revision.py:RevertToRevisionAction.execute: passes approved_go_live_at": REVISION,
    "admin/api/actions/copy.py:CopyPageAPIAction._action_from_data: passes keep_live": ROW,
    "admin/api/actions/publish.py:PublishPageAPIAction._action_from_data: "
    "makes a PublishPageRevisionAction": ROW,
    "admin/views/generic/mixins.py:CreateEditViewOptionalFeaturesMixin.publish_action: calls publish": ROW,
    "admin/views/pages/bulk_actions/publish.py:PublishBulkAction.execute_action: calls publish": ROW,
    "admin/views/pages/copy.py:CopyView.form_valid: passes keep_live": ROW,
    "admin/views/pages/create.py:CreateView.publish_action: calls publish": ROW,
    "admin/views/pages/edit.py:EditView.publish_action: makes a PublishPageRevisionAction": ROW,
    "api/v3/routers/pages.py:copy: passes keep_live": ROW,
    "api/v3/routers/pages.py:create_page: passes publish": ROW,
    "api/v3/routers/pages.py:publish: looks the publishing action up": ROW,
    "api/v3/routers/pages.py:update_page: passes publish": ROW,
    "management/commands/publish_scheduled.py:Command.handle: calls publish": "replaced by our own command",
    "models/draft_state.py:DraftStateMixin.publish: makes a PublishRevisionAction": ROW,
    "models/draft_state.py:DraftStateMixin.with_content_json: sets live": MEMORY,
    "models/pages.py:AbstractPage.copy: passes keep_live": ROW,
    "models/pages.py:AbstractPage.publish: makes a PublishPageRevisionAction": ROW,
    "models/pages.py:AbstractPage.save_revision: passes approved_go_live_at": REVISION,
    "models/pages.py:AbstractPage.save_revision: sets approved_go_live_at": REVISION,
    "models/pages.py:AbstractPage.update_aliases: sets live": ROW,
    "models/pages.py:AbstractPage.with_content_json: sets live": MEMORY,
    "models/revisions.py:Revision.publish: calls publish": ROW,
    "models/revisions.py:RevisionMixin.save_revision: passes approved_go_live_at": REVISION,
    "models/revisions.py:RevisionMixin.save_revision: sets approved_go_live_at": REVISION,
    "snippets/api/v3/router.py:create_snippet: passes publish": ROW,
    "snippets/api/v3/router.py:publish_snippet: looks the publishing action up": ROW,
    "snippets/api/v3/router.py:update_snippet: passes publish": ROW,
    "workflows.py:publish_workflow_state: calls publish": ROW,
}


def test_no_place_in_wagtail_publishes_that_nobody_has_looked_at():
    unknown = publishing_sites() - REVIEWED.keys()

    assert not unknown, "See where each of these ends, and put it on the list:\n" + "\n".join(sorted(unknown))


def test_every_place_on_the_list_is_still_there():
    assert not REVIEWED.keys() - publishing_sites()


def test_a_place_that_publishes_is_recognised():
    source = (
        "class View:\n"
        "    def post(self):\n"
        "        self.revision.publish(user=None)\n"
        "        page.live = True\n"
        "        page.copy(keep_live=wanted)\n"
        "        Page(live=True).save()\n"
        "def ask():\n"
        "    return Page.objects.filter(live=True), dict(live=False)\n"
    )

    assert list(sites_in(source)) == [
        ("View.post", "calls publish"),
        ("View.post", "sets live"),
        ("View.post", "passes keep_live"),
        ("View.post", "passes live"),
    ]
