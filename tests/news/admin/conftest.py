"""Members of the newsroom and their browsers."""

from collections.abc import Callable
from itertools import count

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

_numbers = count(1)


@pytest.fixture
def make_member(db) -> Callable[..., User]:
    """Make a user who belongs to groups."""

    def make(*groups: str) -> User:
        user = User.objects.create_user(f"member-{next(_numbers)}", password="a long word of the day")
        user.groups.set([Group.objects.get(name=name) for name in groups])
        return user

    return make


@pytest.fixture
def sign_in(make_member) -> Callable[..., Client]:
    """Return the browser of a new member of groups, or of the user who is given."""

    def browse(*groups: str, user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or make_member(*groups))
        return client

    return browse


@pytest.fixture
def editor(sign_in) -> Client:
    """The browser of an editor who also belongs to the flash desk."""
    return sign_in("Editors", "Flash desk")
