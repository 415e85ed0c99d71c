"""What the fields of `search` cost: statements, and how long their lists are taken to be."""

from cms.graphql.cost import STATEMENT, FieldCost, declare_costs
from search.facets import MOST_VALUES, PREFIXES

declare_costs(
    {
        "Query.search": FieldCost(once=6 * STATEMENT),
        "SearchConnection.facets": FieldCost(once=STATEMENT),
        "SearchConnection.didYouMean": FieldCost(once=2 * STATEMENT),
        "SearchConnection.pageInfo": FieldCost(),
        "SearchConnection.nodes": FieldCost(),
        "SearchConnection.edges": FieldCost(),
        "SearchEdge.node": FieldCost(),
        "SearchHit.article": FieldCost(),
        "Query.suggest": FieldCost(once=8 * STATEMENT),
        **{
            f"SearchFacets.{name}": FieldCost(once=2 * STATEMENT, each=0, size=MOST_VALUES)
            for name in PREFIXES
        },
    }
)
