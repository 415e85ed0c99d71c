"""The forms of pages: tabs by task, sections of one's own language, one line that stays one line."""

import pytest
from django.urls import reverse
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import Article, Contributor, FlashBanner, FrontPage, Section
from tests.builders import make_article, make_section


@pytest.mark.parametrize(
    ("model", "tabs"),
    [
        (
            Article,
            [
                "Story",
                "Bylines and sources",
                "Where it appears",
                "Dates and record",
                "Search and sharing",
                "Settings",
            ],
        ),
        (Section, ["Section", "Search and sharing", "Settings"]),
        (FrontPage, ["Lead stories", "Name, search and sharing", "Settings"]),
        (FlashBanner, ["On air", "Where it shows"]),
        (Contributor, ["What readers see", "Address and account"]),
    ],
)
def test_panels_are_grouped_by_the_editors_task(model, tabs):
    assert [str(tab.heading) for tab in get_edit_handler(model).children] == tabs


@pytest.mark.parametrize("model", [Article, Section, FrontPage])
def test_pages_keep_wagtails_schedule_and_comments(model):
    fields = get_edit_handler(model).get_form_class().base_fields

    assert {"go_live_at", "expire_at"} <= fields.keys()
    assert "comments" in get_edit_handler(model).get_form_class().formsets


def test_a_banner_has_one_clock(db):
    assert "go_live_at" not in get_edit_handler(FlashBanner).get_form_class().base_fields


def test_an_article_is_offered_the_other_sections_of_its_own_language(editor):
    harbour, town = make_section(title="Harbour"), make_section(title="Town")
    make_section(title="Hafen", locale=Locale.objects.get_or_create(language_code="de")[0])
    article = make_article(section=harbour)

    form = editor.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).context["form"]

    assert list(form.fields["other_sections"].queryset) == [town]


def test_sections_are_offered_as_they_nest(editor):
    harbour = make_section(title="Harbour")
    make_section(title="Ferries", parent=harbour)

    form = editor.get(reverse("wagtailadmin_pages:edit", args=[make_article().pk])).context["form"]

    choices = [label for _, label in form.fields["other_sections"].choices]
    assert choices[:2] == ["Harbour", "\u2003Ferries"]


def test_a_headline_typed_on_two_lines_is_stored_as_one(db):
    sent = nested_form_data({"title": "Ferries stay\nin port", "body": streamfield([])})

    form = get_edit_handler(Article).get_form_class()(sent, instance=make_article(), for_user=None)
    form.is_valid()

    assert form.cleaned_data["title"] == "Ferries stay in port"
