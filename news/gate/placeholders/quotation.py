"""Tells whether a place in a text stands between quotation marks."""

CLOSED_BY = {
    '"': '"“”',
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "”": "”",
    "‹": "›",
}


def in_quotation(text: str, position: int) -> bool:
    """Return whether a quotation is open at `position`; one that runs on after its paragraph never closes."""
    opened_by = ""
    for char in text[:position]:
        if opened_by and char in CLOSED_BY[opened_by]:
            opened_by = ""
        elif not opened_by and char in CLOSED_BY:
            opened_by = char
    return bool(opened_by)
