"""System checks: a setting of the endpoint that cannot be used stops the start, and says which and why."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured

from cms.graphql.documents import Documents, Terms
from cms.graphql.executor import PreparedOperation
from cms.graphql.limits import Limits, limits_in_force
from cms.graphql.persisted import listed_documents
from cms.graphql.schema import get_schema


@register
def check_limits(**_options: Any) -> list[CheckMessage]:
    """Refuse limits that do not exist or allow nothing."""
    try:
        limits_in_force()
    except ImproperlyConfigured as error:
        return [Error(str(error), hint="docs/security.md lists the limits.", id="cms.E010")]
    return []


@register
def check_listed_documents(**_options: Any) -> list[CheckMessage]:
    """Refuse a list of documents that cannot be read, or holds one that the schema does not answer."""
    try:
        listed = listed_documents() or {}
    except ImproperlyConfigured as error:
        hint = "Name a folder of .graphql files, or a JSON object of hash and text."
        return [Error(str(error), hint=hint, id="cms.E011")]
    documents = Documents(get_schema(), PreparedOperation) if listed else None
    terms = Terms(Limits(), introspection=True, suggestions=True)
    return [
        Error(
            f"GRAPHQL_PERSISTED_ONLY lists a document that is refused: {refused.errors[0]['message']}",
            hint=f"It begins: {text.strip()[:60]!r}",
            id="cms.E012",
        )
        for digest, text in listed.items()
        if documents and (refused := documents.get(text, digest, terms)).errors
    ]
