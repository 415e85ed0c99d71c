"""A project adds checks of its own; the list is open."""

import re

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from wagtail import hooks

from news.gate.findings import Level
from news.gate.inspection import review
from news.gate.registry import HOOK, Check, checks
from news.gate.subject import Subject
from news.models import Article
from tests.builders import make_article
from tests.house.sources import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def documented():
    """What docs/gate.md shows, as it stands there."""
    source = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "gate.md").read_text(), re.DOTALL)[1]
    names: dict = {}
    exec(source.replace("@hooks.register(HOOK)\n", ""), names)  # our own document
    return names


def test_the_check_in_the_document_is_asked_once_it_is_registered(documented):
    shouting = make_article(title="BOATS LOST")

    with hooks.register_temporarily(HOOK, documented["own_checks"]):
        found = [each.finding.check for each in review(Subject(shouting), Level.ADVISORY)]

    assert "courier.shouting" in found
    assert "courier.shouting" not in [check.identifier for check in checks()]


def test_a_blocking_check_of_a_project_keeps_a_story_back(documented):
    strict = Check("courier.shouting", Level.BLOCKING, documented["shouting"])
    draft = make_article(title="BOATS LOST", live=False)

    with (
        hooks.register_temporarily(HOOK, lambda: [strict]),
        pytest.raises(ValidationError, match="It shouts"),
    ):
        draft.save_revision().publish()

    assert not Article.objects.get(pk=draft.pk).live


def test_two_checks_of_one_name_stop_the_start(documented):
    one = Check("courier.shouting", Level.ADVISORY, documented["shouting"])

    with hooks.register_temporarily(HOOK, lambda: [one, one]), pytest.raises(ImproperlyConfigured):
        checks()
