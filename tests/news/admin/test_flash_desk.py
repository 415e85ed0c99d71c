"""The flash desk: what is on air, from an article to a banner, and extensions on the record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import nested_form_data, streamfield

from news.models import FlashBanner
from tests.builders import make_article, make_banner, make_flash_desk, make_section


def shown(response) -> dict[str, list[str]]:
    """Return the first headlines of the banners in each group of the desk."""
    return {
        group["state"].value: [banner.headlines[0]["text"] for banner in group["banners"]]
        for group in response.context["groups"]
    }


def headline(text: str, article=None) -> dict:
    return {"kicker": "", "text": text, "article": article.pk if article else None, "url": ""}


def banner_form(*headlines: dict, **overrides) -> dict:
    """Return a banner's form as a browser sends it."""
    now = timezone.localtime()
    blocks = [("headline", {**each, "article": each["article"] or ""}) for each in headlines]
    fields = {
        "severity": "urgent",
        "label": "News Flash",
        "starts_at": f"{now:%Y-%m-%d %H:%M}",
        "ends_at": f"{now + timedelta(hours=2):%Y-%m-%d %H:%M}",
        "title": "",
        **overrides,
    }
    return nested_form_data({**fields, "items": streamfield(blocks)})


def test_the_desk_shows_what_is_on_air_what_comes_next_and_what_is_over(editor):
    now = timezone.now()
    hour = timedelta(hours=1)
    make_banner(headlines=[headline("Ferries stay in port")], severity="update")
    make_banner(headlines=[headline("Fire at the harbour")], severity="breaking")
    make_banner(headlines=[headline("Polls close")], starts_at=now + hour, ends_at=now + 3 * hour)
    make_banner(headlines=[headline("Fog")], starts_at=now - 3 * hour, ends_at=now - hour)
    make_banner(headlines=[headline("Long ago")], starts_at=now - 60 * hour, ends_at=now - 50 * hour)
    make_banner(headlines=[headline("Not sure yet")], live=False)

    assert shown(editor.get("/admin/flash-desk/")) == {
        "on_air": ["Fire at the harbour", "Ferries stay in port"],
        "next": ["Polls close"],
        "draft": ["Not sure yet"],
        "over": ["Fog"],
    }


def test_the_desk_says_when_readers_do_not_get_a_link(editor):
    article = make_article()
    make_banner(headlines=[headline("Budget passed", article)])
    article.unpublish()

    assert "so the link is left out" in editor.get("/admin/flash-desk/").content.decode()


def test_an_article_is_on_air_after_two_clicks(editor, ask):
    make_flash_desk()
    article = make_article(title="Ferries stay in port")
    listing = editor.get("/admin/articles/").content.decode()
    first_click = reverse("flash_desk_announce", args=[article.pk])
    assert first_click in listing

    form = editor.get(first_click, follow=True)
    prefilled = form.context["form"].instance.items[0].value
    editor.post(
        form.request["PATH_INFO"],
        {
            **banner_form(headline(prefilled["text"], prefilled["article"])),
            "action-publish": "action-publish",
        },
    )

    assert ask("{ flash { banners { severity items { text article { title } } } } }")["flash"]["banners"] == [
        {
            "severity": "URGENT",
            "items": [{"text": "Ferries stay in port", "article": {"title": "Ferries stay in port"}}],
        }
    ]


def test_going_on_air_is_the_first_thing_a_new_banner_offers(editor):
    desk = make_flash_desk()

    form = editor.get(reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk]))

    assert form.context["action_menu"].default_item.label == "Put on air"


def test_an_article_in_a_language_without_a_desk_leads_back_with_a_word(editor):
    article = make_article()

    response = editor.get(reverse("flash_desk_announce", args=[article.pk]), follow=True)

    assert response.redirect_chain == [("/admin/flash-desk/", 302)]
    assert "has no flash desk" in response.content.decode()


def test_a_banner_without_a_working_title_is_named_after_its_first_headline(editor):
    desk = make_flash_desk()
    address = reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk])

    editor.post(address, banner_form(headline("Ferries stay in port"), headline("Buses run")))

    assert FlashBanner.objects.get().title == "Ferries stay in port"


@pytest.mark.parametrize("group", ["Reporters", "Editors"])
def test_only_the_flash_desk_puts_banners_on_air(sign_in, make_member, group):
    desk, article, on_air = make_flash_desk(), make_article(), make_banner()
    draft = make_banner(live=False, owner=(user := make_member(group)))
    draft.save_revision()
    client = sign_in(user=user)
    until = timezone.localtime() + timedelta(hours=9)
    form = {**banner_form(headline("Fire")), "action-publish": "action-publish"}

    client.get(reverse("flash_desk_announce", args=[article.pk]))
    client.post(reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk]), form)
    client.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form)
    client.post(reverse("flash_desk_extend", args=[on_air.pk]), {"until": f"{until:%Y-%m-%d %H:%M}"})
    client.post(reverse("wagtailadmin_pages:unpublish", args=[on_air.pk]))
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={draft.pk}")
    client.post(reverse("wagtailadmin_pages:copy", args=[on_air.pk]), {"new_title": "Again"})

    assert list(FlashBanner.objects.filter(live=True).values_list("pk", "ends_at")) == [
        (on_air.pk, on_air.ends_at)
    ]
    assert FlashBanner.objects.count() == 2


def test_a_banner_is_not_moderated(editor, make_member):
    desk = make_flash_desk()

    form = editor.get(reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk]))

    assert not make_banner().has_workflow
    assert "action-submit" not in form.content.decode()


def test_an_extension_is_on_air_at_once_and_on_the_record(editor, ask):
    banner = make_banner()
    later = banner.ends_at + timedelta(hours=3)
    address = reverse("flash_desk_extend", args=[banner.pk])

    editor.post(
        address, {"until": f"{timezone.localtime(later):%Y-%m-%d %H:%M}", "reason": "Search under way"}
    )

    ends_at = ask("{ flash { banners { endsAt } } }")["flash"]["banners"][0]["endsAt"]
    history = editor.get(reverse("wagtailadmin_pages:history", args=[banner.pk])).content.decode()
    assert ends_at.startswith(f"{later:%Y-%m-%dT%H:%M}")
    assert "Kept on air until" in history
    assert "Search under way" in history


def test_an_extension_does_not_put_unpublished_words_on_air(editor):
    banner = make_banner(headlines=[headline("Ferries stay in port")])
    banner.items = [("headline", {"kicker": "", "text": "Nobody checked this", "article": None, "url": ""})]
    banner.save_revision()
    later = timezone.localtime(banner.ends_at + timedelta(hours=3))

    response = editor.post(
        reverse("flash_desk_extend", args=[banner.pk]), {"until": f"{later:%Y-%m-%d %H:%M}"}
    )

    assert "changes that are not published" in response.content.decode()
    assert FlashBanner.objects.get(pk=banner.pk).ends_at == banner.ends_at


def test_an_extension_reaches_beyond_the_announced_end(editor):
    banner = make_banner()
    sooner = timezone.localtime(banner.ends_at - timedelta(minutes=30))

    response = editor.post(
        reverse("flash_desk_extend", args=[banner.pk]), {"until": f"{sooner:%Y-%m-%d %H:%M}"}
    )

    assert "Choose a moment after the announced end" in response.content.decode()


@pytest.mark.parametrize(("hours", "is_kept"), [(3, False), (1, True)])
def test_a_banner_on_air_is_shortened_in_its_form_but_extended_at_the_desk_only(editor, hours, is_kept):
    banner = make_banner(ends_at=timezone.now() + timedelta(hours=2))
    banner.save_revision().publish()
    ends_at = timezone.localtime() + timedelta(hours=hours)
    form = banner_form(headline("Fire"), ends_at=f"{ends_at:%Y-%m-%d %H:%M}")

    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[banner.pk]), {**form, "action-publish": "action-publish"}
    )

    assert ("press “Extend” at the flash desk" in response.content.decode()) is not is_kept
    assert (FlashBanner.objects.get(pk=banner.pk).ends_at < banner.ends_at) is is_kept


def test_a_banner_is_aimed_at_the_sections_of_its_own_language(editor):
    desk, section = make_flash_desk(), make_section(title="Harbour")

    form = editor.get(reverse("wagtailadmin_pages:add", args=["news", "flashbanner", desk.pk]))

    assert list(form.context["form"].fields["sections"].queryset) == [section]
