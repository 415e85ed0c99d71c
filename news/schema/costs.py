"""What the newspaper's fields cost: statements, and how long their lists are taken to be."""

from cms.graphql.cost import STATEMENT, FieldCost, declare_costs

IN_ITS_ROW = FieldCost()
ONE_STATEMENT = FieldCost(once=STATEMENT)
# A connection in a list is a statement of its own size for each row, though all go to the database together.
CONNECTION_IN_A_LIST = FieldCost(once=STATEMENT, each=5)

declare_costs(
    {
        "Query.route": FieldCost(once=6 * STATEMENT),
        "Query.frontPage": FieldCost(once=2 * STATEMENT),
        "Query.sections": FieldCost(once=2 * STATEMENT, size=10),
        "Query.section": ONE_STATEMENT,
        "Query.article": ONE_STATEMENT,
        "Query.articles": FieldCost(once=2 * STATEMENT),
        "Query.flash": FieldCost(once=3 * STATEMENT),
        "Query.previewBanner": FieldCost(once=3 * STATEMENT),
        "Query.tag": ONE_STATEMENT,
        "Query.tags": ONE_STATEMENT,
        "Query.contributor": ONE_STATEMENT,
        "Query.source": ONE_STATEMENT,
        "Gone.replacedBy": ONE_STATEMENT,
        "FrontPage.lead": FieldCost(once=3 * STATEMENT),
        "FrontPage.sections": FieldCost(once=STATEMENT, size=10),
        "Section.parent": ONE_STATEMENT,
        "Section.sections": FieldCost(once=STATEMENT, size=4),
        "Section.articles": CONNECTION_IN_A_LIST,
        # Pictures and their ratios, bylines, tags, sources, corrections, sections above, profiles.
        "Article.seo": FieldCost(once=8 * STATEMENT),
        "Section.seo": FieldCost(once=4 * STATEMENT),
        "FrontPage.seo": FieldCost(once=3 * STATEMENT),
        "Article.byline": FieldCost(once=STATEMENT, each=0),
        "Article.bylines": FieldCost(once=STATEMENT, size=2),
        "Article.sources": FieldCost(once=STATEMENT, size=2),
        "Article.tags": FieldCost(once=STATEMENT, size=5),
        "Article.hero": ONE_STATEMENT,
        "Article.section": ONE_STATEMENT,
        "Article.otherSections": FieldCost(once=2 * STATEMENT, size=2),
        "Article.corrections": FieldCost(once=STATEMENT, size=2),
        "Article.related": FieldCost(once=4 * STATEMENT, each=2),
        # Pictures, galleries, files, embeds, related articles, and the links of two sorts of text.
        "Article.body": FieldCost(once=8 * STATEMENT, size=12),
        "RelatedBlock.articles": FieldCost(size=3),
        "Byline.contributor": IN_ITS_ROW,
        "SourceCredit.source": IN_ITS_ROW,
        "Contributor.photo": ONE_STATEMENT,
        "Contributor.articles": CONNECTION_IN_A_LIST,
        "Tag.articleCount": FieldCost(once=STATEMENT, each=0),
        "Tag.articles": CONNECTION_IN_A_LIST,
        "ArticleConnection.nodes": IN_ITS_ROW,
        "ArticleConnection.edges": IN_ITS_ROW,
        "ArticleConnection.pageInfo": IN_ITS_ROW,
        "ArticleConnection.totalCount": FieldCost(once=STATEMENT, each=0),
        "ArticleEdge.node": IN_ITS_ROW,
        "TagConnection.nodes": IN_ITS_ROW,
        "TagConnection.edges": IN_ITS_ROW,
        "TagConnection.pageInfo": IN_ITS_ROW,
        "TagConnection.totalCount": FieldCost(once=STATEMENT, each=0),
        "TagEdge.node": IN_ITS_ROW,
        "Flash.banners": FieldCost(size=3),
        "Flash.nextChangeAt": FieldCost(once=STATEMENT, each=0),
        "FlashBanner.items": FieldCost(once=STATEMENT, size=4),
        "FlashItem.article": IN_ITS_ROW,
    }
)
