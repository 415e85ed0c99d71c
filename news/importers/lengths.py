"""Cuts imported texts to what a model's field holds."""

from django.db import models


def fitted(model: type[models.Model], field: str, text: str) -> str:
    """Return a text cut at a word, with an ellipsis, where it is longer than a field."""
    limit = getattr(model._meta.get_field(field), "max_length", None)
    if limit is None or len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
