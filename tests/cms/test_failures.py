"""A database that is away is told of as what it is, outside the API as well."""

import pytest
from django.db import OperationalError


@pytest.mark.parametrize(("failure", "status"), [(OperationalError("gone"), 503), (ValueError("wrong"), 500)])
def test_a_page_of_the_admin_asks_to_try_again_where_only_the_database_is_away(
    client, monkeypatch, failure, status
):
    def fail(*_):
        raise failure

    monkeypatch.setattr("wagtail.admin.views.account.LoginView.get", fail)
    client.raise_request_exception = False
    response = client.get("/admin/login/")

    assert response.status_code == status
    assert response.headers.get("Retry-After") == ("5" if status == 503 else None)
    assert b"gone" not in response.content
