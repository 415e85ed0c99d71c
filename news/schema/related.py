"""What the editors or the news itself put beside an article, and on top of a front page."""

from collections.abc import Sequence
from typing import Any

from django.db.models import F, Func, IntegerField, OuterRef, QuerySet, Subquery

from cms.answers.recording import asks, is_recording
from cms.given import KEYS, Among, Given
from cms.graphql.loading import INSTANCE
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from cms.graphql.statements import rows, rows_each
from cms.visibility import Visibility
from news.answers import in_section, pages_of, with_tag
from news.models import Article, ArticleTag, LeadStory, RelatedArticle
from news.queries import ARTICLE_ORDERS, visible_articles
from news.schema.links import TAGS as TAGS_CARRIED
from news.schema.links import linked

ARTICLE = Given("article", IntegerField())
SECTION = Given("section", IntegerField())
FRONT_PAGE = Given("front_page", IntegerField())
LOCALE = Given("locale", IntegerField())
TAGS = Given("tags", IntegerField(), many=True)
# Of each tag, so many articles that were begun last are looked at, however many carry it: for each that is asked for
# and besides, since some may be hidden or have an earlier date.
LOOKED_AT_EACH, LOOKED_AT_BESIDES = 2, 10


class LastOfEachTag(Func):
    """The keys of so many articles of each of some tags that were begun last, hidden ones among them."""

    output_field = IntegerField()

    def __init__(self, tags: QuerySet | Given, number: int, **extra: Any) -> None:
        super().__init__(Subquery(tags) if isinstance(tags, QuerySet) else tags, number=number, **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Number the articles of each tag."""
        template = """(SELECT content_object_id FROM (
            SELECT content_object_id, ROW_NUMBER() OVER (PARTITION BY tag_id ORDER BY content_object_id DESC) AS place
            FROM news_articletag WHERE tag_id IN %(expressions)s
        ) WHERE place <= %(number)s)"""
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Walk the index of each tag's articles from its end."""
        template = """(SELECT last.content_object_id FROM %(expressions)s AS given(tag) CROSS JOIN LATERAL (
            SELECT content_object_id FROM news_articletag WHERE tag_id = given.tag
            ORDER BY content_object_id DESC LIMIT %(number)s
        ) AS last)"""
        return self.as_sql(compiler, connection, template=template)


def related_articles(articles: Sequence[Row], selection: Selection, *, first: int) -> list[list[Row]]:
    """Return so many articles to read next, for each article: chosen by the editors, then similar ones."""
    policy, columns = selection.context.visibility, selection.columns("Article")
    _ask_for_similar(articles, selection)
    stored = [article for article in articles if INSTANCE not in article]
    each = {
        "article": [article["id"] for article in stored],
        "section": [article["home_section_id"] for article in stored],
    }
    found = iter(rows_each(_related, columns, policy, first, each=each))
    return [
        _first_of(next(found), first)
        if INSTANCE not in article
        else _first_of(_related_to_preview(article, selection, first), first)
        for article in articles
    ]


def lead_articles(front_pages: Sequence[Row], selection: Selection, *, first: int) -> list[list[Row]]:
    """Return the lead stories of each front page, topped up with the newest of its language."""
    policy, columns = selection.context.visibility, selection.columns("Article")
    each = {
        "front_page": [front_page["id"] for front_page in front_pages],
        "locale": [front_page["locale_id"] for front_page in front_pages],
    }
    asks(*(f"page:{key}" for key in each["front_page"]))
    asks(*(pages_of(Article, locale) for locale in each["locale"]))
    found = rows_each(_lead, columns, policy, first, each=each)
    return [_first_of(part, first) for part in found]


def _ask_for_similar(articles: Sequence[Row], selection: Selection) -> None:
    """Note what is chosen beside articles, and the lists that the rest is drawn from."""
    if is_recording():
        carried = linked(articles, TAGS_CARRIED, selection, columns=("id",))
        asks(*(f"page:{article['id']}" for article in articles))
        asks(*(in_section(article["home_section_id"]) for article in articles if article["home_section_id"]))
        asks(*(with_tag(link["tag"]["id"]) for links in carried for link in links))


def _related(policy: Visibility, first: int) -> list[QuerySet]:
    others = visible_articles(policy).exclude(pk=ARTICLE)
    tags = ArticleTag.objects.filter(content_object=ARTICLE).values("tag")
    chosen = _chosen(others, RelatedArticle.objects.filter(article=ARTICLE), "target")
    return [chosen[:first], *_similar(others, tags, first)]


def _similar(others: QuerySet, tags: QuerySet | Given, first: int) -> list[QuerySet]:
    """Return the newest that share a tag, and the newest of the section."""
    newest = ARTICLE_ORDERS["newest"].apply(others)
    looked_at = LOOKED_AT_EACH * first + LOOKED_AT_BESIDES
    tagged = newest.filter(Among(F("pk"), LastOfEachTag(tags, looked_at)))
    return [tagged[:first], newest.filter(home_section=SECTION)[:first]]


def _lead(policy: Visibility, first: int) -> list[QuerySet]:
    visible = visible_articles(policy)
    chosen = _chosen(visible, LeadStory.objects.filter(front_page=FRONT_PAGE), "article")
    return [chosen[:first], ARTICLE_ORDERS["newest"].apply(visible.filter(locale=LOCALE))[:first]]


def _chosen(articles: QuerySet, links: QuerySet, target: str) -> QuerySet:
    """Return the articles that the editors' links lead to, in their order."""
    here = links.filter(**{target: OuterRef("pk")}).order_by("sort_order", "pk")
    places = {name: Subquery(here.values(name)[:1]) for name in ("sort_order", "pk")}
    return (
        articles.filter(pk__in=links.values(target))
        .annotate(link_order=places["sort_order"], link_key=places["pk"])
        .order_by("link_order", "link_key")
    )


def _related_to_preview(article: Row, selection: Selection, first: int) -> list[Row]:
    """Return the candidates beside an article as its preview knows it, unsaved links and topics included."""
    policy, columns = selection.context.visibility, selection.columns("Article")
    instance = article[INSTANCE]
    keys = [link.target_id for link in instance.related_articles.all()]
    given = {
        "article": article["id"],
        "section": article["home_section_id"] or 0,
        "keys": keys,
        "tags": [link.tag_id for link in instance.tagged_items.all()],
    }
    found = rows(_preview_candidates, columns, policy, first, **given)
    return sorted(found, key=lambda row: keys.index(row["id"]) if row["id"] in keys else len(keys))


def _preview_candidates(policy: Visibility, first: int) -> list[QuerySet]:
    others = visible_articles(policy).exclude(pk=ARTICLE)
    return [others.filter(pk__in=KEYS), *_similar(others, TAGS, first)]


def _first_of(candidates: Sequence[Row], first: int) -> list[Row]:
    return list({row["id"]: row for row in candidates}.values())[:first]
