"""A file is fetched by its address exactly while something that a reader may see uses it."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission, User
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from cms.files.addresses import with_signature
from cms.images import make_renditions
from tests.builders import make_article, make_contributor, make_document, make_image, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def shown(image):
    """Return what makes a picture an article's hero."""
    return {"hero_image": image, "hero_alt": "The quay at noon"}


def test_an_embargoed_articles_picture_appears_with_it_and_goes_with_it(fetch, kept):
    lifts = timezone.now() + timedelta(hours=1)
    image = make_image()
    make_renditions(image)
    crop = image.renditions.first()
    addresses = [kept.url(image.file.name), kept.url(crop.file.name)]
    article = make_article(**shown(image), embargo_until=lifts)

    def statuses():
        return [fetch(address).status_code for address in addresses]

    before = statuses()
    with time_machine.travel(lifts - timedelta(seconds=1), tick=False):
        just_before = statuses()
    with time_machine.travel(lifts, tick=False):
        lifted = statuses()
        article.unpublish()
        taken_back = statuses()

    assert (before, just_before, lifted, taken_back) == ([404, 404], [404, 404], [200, 200], [404, 404])


def test_the_answer_is_the_file(fetch, kept):
    image = make_image()
    make_article(**shown(image))

    answer = fetch(kept.url(image.file.name))

    with image.file.open() as original:
        assert answer.body == original.read()
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")


def test_one_copy_serves_all_and_a_cache_asks_again_soon(fetch, kept):
    image = make_image()
    make_article(**shown(image))

    answer = fetch(kept.url(image.file.name))
    again = fetch(kept.url(image.file.name), **{"If-None-Match": answer["ETag"]})

    assert answer["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert "Cookie" not in answer.get("Vary", "")
    assert (again.status_code, again.body) == (304, b"")


@pytest.mark.parametrize("of_section", [False, True])
def test_no_cache_keeps_a_file_beyond_the_moment_that_hides_it(fetch, of_section):
    now = timezone.now()
    dates = {"expire_at": now + timedelta(seconds=20)}
    image = make_image()
    make_article(
        section=make_section(**dates if of_section else {}), **shown(image), **{} if of_section else dates
    )

    with time_machine.travel(now, tick=False):
        answer = fetch(image.file.url)
    with time_machine.travel(now + timedelta(seconds=20), tick=False):
        over = fetch(image.file.url)

    assert answer["Cache-Control"] == "public, max-age=20, must-revalidate"
    assert (over.status_code, over["Cache-Control"]) == (404, "no-store")


@pytest.mark.parametrize(
    "hide", ["unused", "draft", "restricted page", "restricted section", "collection", "expired"]
)
def test_what_no_reader_sees_is_fetched_by_nobody(fetch, hide):
    image = make_image()
    section = make_section()
    if hide != "unused":
        dates = {"expire_at": timezone.now()} if hide == "expired" else {}
        article = make_article(section=section, **shown(image), live=hide != "draft", **dates)
    if hide.startswith("restricted"):
        page = section if hide.endswith("section") else article
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    if hide == "collection":
        closed = Collection.get_first_root_node().add_child(name="Closed")
        CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
        image.collection = closed
        image.save()

    assert fetch(image.file.url).status_code == 404


def test_a_picture_that_was_changed_in_a_draft_stays_hidden_until_the_draft_is_published(fetch):
    old, new = make_image(), make_image()
    article = make_article(**shown(old))
    article.hero_image = new
    revision = article.save_revision()
    drafted = [fetch(each.file.url).status_code for each in (old, new)]

    revision.publish()

    assert drafted == [200, 404]
    assert [fetch(each.file.url).status_code for each in (old, new)] == [404, 200]


def test_a_picture_is_public_as_soon_as_it_is_published_whatever_waits_for_a_worker(fetch, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    image = make_image()
    article = make_article(live=False, hero_alt="The quay at noon")
    article.hero_image = image

    article.save_revision().publish()

    assert fetch(image.file.url).status_code == 200


def test_a_picture_within_a_body_and_a_portrait_are_public_too(fetch):
    inside, portrait = make_image(), make_image()
    figure = {
        "image": {"image": inside, "alt_text": "Quay", "decorative": False},
        "caption": "",
        "credit": "",
    }
    make_article(body=[("figure", figure)])
    make_contributor(photo=portrait)

    assert [fetch(each.file.url).status_code for each in (inside, portrait)] == [200, 200]


def test_a_document_is_public_with_the_page_that_offers_it_and_saved_rather_than_shown(fetch, kept):
    document = make_document(file_name="figures.txt")
    article = make_article(
        body=json.dumps([{"type": "document", "value": {"document": document.pk, "title": ""}}])
    )

    answers = [fetch(address) for address in (kept.url(document.file.name), document.url)]
    article.unpublish()

    for answer in answers:
        assert answer.body == b"figures"
        assert answer["Content-Disposition"] == 'attachment; filename="figures.txt"'
        assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert fetch(document.url).status_code == 404


def test_editors_see_what_is_hidden_and_no_cache_keeps_it(client, fetch):
    image = make_image()
    editor = User.objects.create_user("amina")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)

    answer = fetch(image.file.url)

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_the_password_alone_shows_no_hidden_file(client, fetch, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    client.force_login(User.objects.create_superuser("amina"))

    assert fetch(make_image().file.url).status_code == 404


def test_a_signed_address_opens_one_hidden_file_for_as_long_as_a_preview(fetch, settings):
    image, other = make_image(), make_image()
    signed = with_signature(image.file.url, image.file.name)
    signature = signed.split("?", 1)[1]

    opened = fetch(signed)
    elsewhere = fetch(f"{other.file.url}?{signature}")
    with time_machine.travel(timezone.now() + timedelta(seconds=settings.PREVIEW_SECONDS + 1)):
        later = fetch(signed)

    assert (opened.status_code, elsewhere.status_code, later.status_code) == (200, 404, 404)
    assert "no-store" in opened["Cache-Control"]


def test_no_cache_keeps_a_portrait_beyond_its_contributors_end(fetch):
    now, image = timezone.now(), make_image()
    make_contributor(photo=image, expire_at=now + timedelta(seconds=20))

    with time_machine.travel(now, tick=False):
        answer = fetch(image.file.url)

    assert answer["Cache-Control"] == "public, max-age=20, must-revalidate"


@pytest.mark.parametrize(
    "name", ["%00", "a%00.png", "../settings/base.py", "%2e%2e/secret", "original_images/", "nowhere.png"]
)
def test_no_address_leads_out_of_the_folder(fetch, name):
    assert fetch(f"/media/{name}").status_code == 404


def test_a_proxy_hands_out_the_bytes_of_a_folder_where_it_is_told_to(fetch, settings, folder):
    settings.FILES_ACCEL_PREFIX = "/_files/"
    image = make_image()
    make_article(**shown(image))

    answer = fetch(image.file.url)

    assert answer["X-Accel-Redirect"] == f"/_files/{image.file.name}"
    assert answer.body == b""
