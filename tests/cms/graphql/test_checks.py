"""A setting of the endpoint that cannot be used stops the start and is named."""

import json

from django.core.checks import run_checks

from tests.cms.graphql.asking import sha256


def found():
    return {check.id: check for check in run_checks() if check.id.startswith("cms.E01")}


def test_good_settings_pass(settings, tmp_path):
    (tmp_path / "greet.graphql").write_text("query Greet { site { name } }\n")
    settings.GRAPHQL_LIMITS = {"depth": 8}
    settings.GRAPHQL_PERSISTED_ONLY = str(tmp_path)

    assert found() == {}


def test_a_limit_that_does_not_exist_is_named(settings):
    settings.GRAPHQL_LIMITS = {"dept": 8}

    assert "'dept'" in found()["cms.E010"].msg


def test_a_list_that_is_not_there_is_named(settings):
    settings.GRAPHQL_PERSISTED_ONLY = "/nowhere/documents.json"

    assert "/nowhere/documents.json" in found()["cms.E011"].msg


def test_a_list_with_a_document_that_the_schema_does_not_answer_is_shown(settings, tmp_path):
    manifest = tmp_path / "documents.json"
    wrong = "query Gone { nonsense }"
    manifest.write_text(json.dumps({sha256(wrong): wrong}))
    settings.GRAPHQL_PERSISTED_ONLY = str(manifest)

    check = found()["cms.E012"]
    assert "nonsense" in check.msg
    assert wrong in check.hint
