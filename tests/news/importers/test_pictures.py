"""Pictures that come with a story, as files beside it."""

import json

import pytest

from cms.models import Image
from news.models import Article
from tests.news.importers.building import FIXTURES, bring_in, html, write_item, write_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front_page")]


def picture(name, *hrefs, **fields):
    renditions = [{"name": "r", "href": href, "contenttype": "image/png", "width": 96} for href in hrefs]
    return {"name": name, "type": "picture", "renditions": renditions, **fields}


def caption(words):
    return {"descriptions": [{"role": "caption", "value": words}]}


def test_the_picture_beside_the_story_is_its_hero(tmp_path):
    write_picture(tmp_path, "quay full.png")
    write_picture(tmp_path, "quay-thumbnail.png", "red")
    (tmp_path / "item.json").write_bytes((FIXTURES / "harbour-3.json").read_bytes())

    bring_in(tmp_path / "item.json")

    article = Article.objects.get()
    assert article.hero_alt == "Boats at a quay"
    assert article.hero_image.caption == "The quay at dawn."
    assert article.hero_image.credit == "Amina Rahimi / Harbour Pictures"
    assert "thumbnail" not in article.hero_image.file.name
    assert article.hero_caption == ""  # the picture's own is shown


def test_a_picture_whose_file_is_missing_is_named(tmp_path):
    file = write_item(tmp_path, associations=[picture("quay", "https://wire.example/quay.png")])

    outcome = bring_in(file)

    assert outcome.remarks == ["left out the picture “quay”: its file does not lie beside the item"]
    assert Article.objects.get().hero_image is None


def test_the_body_shows_the_hero_only_once_and_lends_it_its_alternative_text(tmp_path):
    write_picture(tmp_path, "quay.png")
    body = html(
        '<p>One.</p><figure><img src="https://w.example/thumb/quay.png" alt="Boats"></figure><p>Two.</p>'
    )
    file = write_item(tmp_path, bodies=body, associations=[picture("quay", "https://w.example/quay.png")])

    bring_in(file)

    article = Article.objects.get()
    assert article.hero_alt == "Boats"
    assert [block.block_type for block in article.body] == ["paragraph", "paragraph"]


def test_further_pictures_stand_where_the_body_shows_them_and_otherwise_behind_it(tmp_path):
    for name, colour in (("hero", "red"), ("inside", "green"), ("behind", "blue"), ("loose", "gold")):
        write_picture(tmp_path, f"{name}.png", colour)
    body = html(
        '<p>One.</p><figure><img data-assoc-ref="inside" alt="Inside"><figcaption>Here.</figcaption></figure>'
        '<p>Two.</p><img src="loose.png" alt="Loose">'
    )
    associations = [
        picture("hero", "hero.png"),
        picture("inside", "inside.png", **caption("There.")),
        picture("behind", "behind.png", **caption("After.")),
    ]

    outcome = bring_in(write_item(tmp_path, bodies=body, associations=associations))

    blocks = [(block.block_type, block.value) for block in Article.objects.get().body]
    assert [kind for kind, _ in blocks] == ["paragraph", "figure", "paragraph", "figure", "figure"]
    inside, loose, behind = (value for kind, value in blocks if kind == "figure")
    assert (inside["image"].contextual_alt_text, inside["caption"]) == ("Inside", "Here.")
    assert (loose["image"].contextual_alt_text, loose["image"].title) == ("Loose", "loose.png")
    assert (behind["caption"], behind["image"].caption) == ("", "After.")
    assert outcome.remarks == []


def test_alternative_text_is_never_made_up(tmp_path):
    write_picture(tmp_path, "quay.png")

    bring_in(write_item(tmp_path, associations=[picture("quay", "quay.png", **caption("The quay."))]))

    article = Article.objects.get()
    assert article.hero_image.description == ""
    assert article.hero_alt == ""


@pytest.mark.parametrize(
    "href", ["../secret.png", "/secret.png", "https://w.example/..%2Fsecret.png", "//[bad/secret.png"]
)
def test_no_file_outside_the_items_folder_is_read(tmp_path, href):
    write_picture(tmp_path, "secret.png")
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "link.png").symlink_to(tmp_path / "secret.png")

    bring_in(write_item(folder, associations=[picture("secret", href, "link.png")]))

    assert not Image.objects.exists()


def test_a_file_that_is_no_picture_is_named_and_the_story_goes_in(tmp_path):
    (tmp_path / "quay.png").write_text("not a picture")

    outcome = bring_in(write_item(tmp_path, associations=[picture("quay", "quay.png")]))

    assert Article.objects.count() == 1
    assert outcome.remarks[0].startswith("left out the picture “quay”: quay.png: ")


def test_a_withdrawn_picture_is_not_shown(tmp_path):
    write_picture(tmp_path, "quay.png")

    outcome = bring_in(write_item(tmp_path, associations=[picture("quay", "quay.png", pubstatus="canceled")]))

    assert not Image.objects.exists()
    assert outcome.remarks == ["left out the picture “quay”, which its provider has withdrawn"]


def test_the_same_file_is_one_image_and_keeps_its_editors_words(tmp_path):
    write_picture(tmp_path, "quay.png")
    bring_in(write_item(tmp_path, associations=[picture("quay", "quay.png", **caption("The quay."))]))
    Image.objects.update(caption="The old quay.")

    second = write_item(
        tmp_path,
        "b.json",
        uri="urn:test:other",
        associations=[picture("q", "quay.png", **caption("The quay."))],
    )
    bring_in(second)

    image = Image.objects.get()
    article = Article.objects.get(imported_item__uri="urn:test:other")
    assert image.caption == "The old quay."
    assert (article.hero_image, article.hero_caption) == (image, "The quay.")


def test_an_item_that_is_a_picture_goes_into_the_image_library_once(tmp_path):
    write_picture(tmp_path, "quay.png")
    fields = {
        "type": "picture",
        "renditions": picture("", "quay.png")["renditions"],
        **caption("The quay."),
        "bodies": None,
        "subjects": [{"name": "Harbours"}],
    }
    file = write_item(tmp_path, **fields)

    first, second = bring_in(file), bring_in(file)

    image = Image.objects.get()
    assert (first.result, second.result) == ("new picture", "unchanged")
    assert (image.title, image.caption, image.credit) == ("Harbour reopens", "The quay.", "Leila Noor")
    assert [tag.name for tag in image.tags.all()] == ["Harbours"]
    assert not Article.objects.exists()


def test_an_item_that_is_a_picture_without_its_file_is_refused(tmp_path):
    outcome = bring_in(
        write_item(
            tmp_path, type="picture", renditions=[{"name": "r", "href": "https://w.example/a/quay.png?key=1"}]
        )
    )

    assert outcome.result == "refused"
    assert outcome.told == "it is a picture, and its file does not lie beside it: quay.png"


def test_a_newer_version_leaves_the_words_for_the_same_picture_and_follows_another(tmp_path):
    write_picture(tmp_path, "quay.png")
    write_picture(tmp_path, "pier.png", "navy")
    bring_in(write_item(tmp_path, associations=[picture("quay", "quay.png")]))
    article = Article.objects.get()
    article.hero_alt, article.hero_credit = "Boats at the quay", "Ours"
    article.save_revision()

    bring_in(write_item(tmp_path, version="2", associations=[picture("quay", "quay.png", **caption("Quay"))]))
    same = Article.objects.get().get_latest_revision_as_object()
    bring_in(write_item(tmp_path, version="3", associations=[picture("pier", "pier.png")]))
    other = Article.objects.get().get_latest_revision_as_object()

    assert (same.hero_alt, same.hero_credit, same.hero_caption) == ("Boats at the quay", "Ours", "Quay")
    assert other.hero_image.title == "pier"
    assert (other.hero_alt, other.hero_credit, other.hero_caption) == ("", "", "")


def test_the_fixtures_in_both_spellings_differ_in_keys_alone():
    def folded(spelling):
        text = (FIXTURES / f"harbour-{spelling}.json").read_text("utf-8").lower()
        return json.loads(text.replace("embargoeduntil", "embargoed"))

    assert folded(2) == folded(3)
