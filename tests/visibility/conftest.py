"""The newsroom full of hidden things, made once for a module."""

import pytest
from django.db import transaction
from django.db.models.signals import pre_save
from django.test import TestCase, override_settings
from wagtail.signal_handlers import disable_reference_index_auto_update

from news.gate.enforcement import watch
from tests.visibility.newsroom import make_newsroom

# The admin's own search and its book of what refers to what: no reader asks them, and baits have many edges.
ADMIN_SEARCH_LATER = {
    "default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False},
}


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """A newsroom with something in every hidden state; it lasts as long as the module's tests.

    The publishing gate is open meanwhile: it keeps a story from pointing at what is hidden, and here most do,
    as if their targets had been hidden later.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        pre_save.disconnect(dispatch_uid="news.gate.live")
        with (
            override_settings(WAGTAILSEARCH_BACKENDS=ADMIN_SEARCH_LATER),
            disable_reference_index_auto_update(),
            TestCase.captureOnCommitCallbacks(execute=True),
        ):
            made = make_newsroom()
        watch()
        yield made
        transaction.set_rollback(True)
