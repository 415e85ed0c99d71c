"""The gate stands before REST APIs too: that of the admin and the one that a project may mount."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import APIToken

from news.models import Article
from tests.news.gate.conftest import finish

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.news.gate.rest_urls")]
WHERE_IT_IS = "Body › 1. Paragraph: “[WHERE]” looks unfinished"


@pytest.fixture
def user(front_page):
    return get_user_model().objects.create_superuser("mira", "mira@example.org", "password")


@pytest.fixture
def publish(client, user):
    """Publish an article over the REST API that a project may mount."""
    _, token = APIToken.create_token(user=user, name="desk")

    def send(article):
        address = reverse("wagtailapi_v3:pages_actions_publish", args=[article.pk])
        return client.post(address, headers={"authorization": f"Bearer {token}"})

    return send


@pytest.fixture
def publish_in_admin(client, user):
    """Publish an article over the admin's own REST API."""
    client.force_login(user)
    return lambda article: client.post(f"/admin/api/main/pages/{article.pk}/action/publish/")


@pytest.mark.parametrize("door", ["publish", "publish_in_admin"])
def test_an_unfinished_story_is_refused_with_its_place(door, request, unfinished):
    response = request.getfixturevalue(door)(unfinished)

    assert response.status_code in {400, 422}
    assert WHERE_IT_IS in response.json().__str__()
    assert not Article.objects.get(pk=unfinished.pk).live


@pytest.mark.parametrize("door", ["publish", "publish_in_admin"])
def test_the_same_story_goes_out_once_it_is_finished(door, request, unfinished):
    finish(unfinished).save_revision()

    response = request.getfixturevalue(door)(unfinished)

    assert response.status_code == 200
    assert Article.objects.get(pk=unfinished.pk).live
