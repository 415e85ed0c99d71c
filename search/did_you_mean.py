"""The question whether a reader meant another word."""

from search.language import spelt_with
from search.searching import Search

# So few hits, and a spelling that finds more is worth a question.
LITTLE = 2


def better_spelling(search: Search, found: int) -> str | None:
    """Return the query in a spelling that finds more than was found; `None` when that is enough, or none does."""
    if not search.typed_reading.words:
        return None
    other = dict(search.state.other_words)
    # Of a page that is not the first, what was found may be the rest of much.
    if not other and found <= LITTLE and search.place is None:
        other = search.spelling(few=LITTLE)
        if other and not search.finds_more_with(other):
            return None
    return spelt_with(search.request.text, other) if other else None
