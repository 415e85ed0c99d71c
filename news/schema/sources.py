"""The addresses of sources."""

from collections.abc import Sequence

from cms.addresses import public_address
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, resolves


@resolves("Source.url", "SourceCredit.url", needs=["url"])
def url(rows: Sequence[Row], selection: Selection) -> list[str]:
    """Return each address that readers may follow, whoever wrote it down."""
    return [public_address(row["url"]) for row in rows]
