"""The number of SQL statements depends on what a query asks, never on how much there is."""

import json
from uuid import uuid4

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from news.models import Correction, LeadStory, RelatedArticle
from tests.builders import (
    make_article,
    make_banner,
    make_contributor,
    make_document,
    make_front_page,
    make_image,
    make_section,
    make_source,
)
from tests.documents import DOCUMENTS

pytestmark = pytest.mark.django_db


def item(value):
    """Return one item of a list block as it is stored."""
    return {"type": "item", "value": value, "id": str(uuid4())}


def every_block(image, document, earlier):
    """Return a body that uses every block that asks the database for something."""
    figure = {"image": {"image": image.pk, "decorative": False, "alt_text": "A boat"}}
    link = f'<p>See <a linktype="page" id="{earlier.pk}">before</a>.</p>'
    blocks = [
        ("paragraph", link),
        ("heading", {"text": "Next", "level": "2"}),
        ("quote", {"text": "Words", "attribution": "Somebody"}),
        ("figure", figure),
        ("gallery", [item(figure), item(figure)]),
        ("embed", "https://vimeo.com/76979871"),
        ("document", {"document": document.pk, "title": ""}),
        ("related", [item(earlier.pk)]),
    ]
    return json.dumps([{"type": name, "value": value} for name, value in blocks])


def make_newsroom(size):
    """Make `size` sections with two articles each that use all there is; return the last article's path."""
    front_page, image, document = make_front_page(), make_image(), make_document()
    earlier = make_article(section=make_section(slug="archive"), slug="earlier")
    for number in range(size):
        section = make_section(slug=f"section-no-{number}")
        make_banner(headlines=[{"kicker": "", "text": f"Flash {number}", "article": earlier.pk, "url": ""}])
        for place in ("first", "second"):
            article = make_article(
                section=section,
                slug=place,
                contributors=[make_contributor(photo=image), make_contributor()],
                sources=[make_source()],
                tags=[f"Topic {number}", "Everywhere"],
                hero_image=image,
                hero_alt="A boat",
                body=every_block(image, document, earlier),
            )
            article.corrections = [Correction(text="Put right.")]
            article.related_articles = [RelatedArticle(target=earlier)]
            article.save()
        LeadStory.objects.create(front_page=front_page, article=article)
    return f"/section-no-{size - 1}/second/"


def statements(client, document, path):
    body = json.dumps({"query": document, "variables": {"path": path} if "$path" in document else {}})
    client.post("/graphql/", body, content_type="application/json")
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as captured:
        response = client.post("/graphql/", body, content_type="application/json")
    answer = json.loads(response.content)
    assert "errors" not in answer, answer["errors"]
    return [query["sql"] for query in captured.captured_queries], answer


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_query_costs_the_same_statements_whatever_there_is(client, name):
    few, small = statements(client, DOCUMENTS[name], make_newsroom(2))
    for page in make_front_page().get_children():
        page.delete()
    many, large = statements(client, DOCUMENTS[name], make_newsroom(7))

    assert len(few) == len(many), "\n".join(many)
    assert len(many) <= 40
    if name not in {"one_article", "sample_page"}:
        assert len(json.dumps(large)) > 1.5 * len(json.dumps(small))
