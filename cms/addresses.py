"""Which addresses that editors and importers wrote down may be given to readers."""

import re

# What browsers read as another scheme, such as “java\tscript:”, begins with neither.
WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def public_address(address: str | None, *, or_path: bool = False) -> str:
    """Return a web address as it is, with `or_path` also a path on the same site; empty for anything else."""
    found = (address or "").strip()
    return found if WEB_ADDRESS.match(found) or (or_path and found.startswith("/")) else ""
