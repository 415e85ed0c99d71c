"""docs/costs.md says what fields cost today."""

from cms.graphql.cost_table import cost_document
from cms.graphql.schema import get_schema
from tests.house.sources import ROOT


def test_the_written_costs_are_those_in_force():
    written = (ROOT / "docs" / "costs.md").read_text()

    assert written == cost_document(get_schema()), "Run `make schema` and commit docs/costs.md."


def test_lists_tell_their_length_or_the_argument_that_does():
    rows = {
        line.split("`")[1]: line
        for line in cost_document(get_schema()).splitlines()
        if line.startswith("| `")
    }

    assert rows["Article.tags"] == "| `Article.tags` | 100 | 1 | 5 |"
    assert rows["ArticleConnection.nodes"].endswith("| `first` of the connection |")
    assert rows["FrontPage.lead"].endswith("| `first` |")
    assert rows["Query.__schema"] == "| `Query.__schema` | 3000 | 1 | 1 |"
    assert "Article.title" not in rows
