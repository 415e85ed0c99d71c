"""What the fields of `cms` cost: statements, and how long their lists are taken to be."""

from cms.graphql.cost import STATEMENT, FieldCost, declare_costs

IN_ITS_ROW = FieldCost()

declare_costs(
    {
        "Query.site": FieldCost(once=3 * STATEMENT),
        "Query.preview": FieldCost(once=3 * STATEMENT),
        "Site.now": FieldCost(each=0),
        "Site.locales": FieldCost(size=4),
        "Site.logo": FieldCost(once=STATEMENT),
        "Site.navigation": FieldCost(once=2 * STATEMENT, size=10),
        "PageInterface.seo": IN_ITS_ROW,
        "PageInterface.translations": FieldCost(once=STATEMENT, size=3),
        "Seo.image": FieldCost(once=STATEMENT),
        "Figure.image": IN_ITS_ROW,
        "Image.focus": IN_ITS_ROW,
        "Image.rendition": FieldCost(once=STATEMENT),
        "Image.sources": FieldCost(once=STATEMENT, size=3),
        "FigureBlock.figure": IN_ITS_ROW,
        "GalleryBlock.figures": FieldCost(size=4),
    }
)
