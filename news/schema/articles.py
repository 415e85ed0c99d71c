"""The fields of `Article`."""

from collections import defaultdict
from collections.abc import Sequence
from math import ceil

from django.db.models import Q

from cms.answers.recording import asks
from cms.graphql.blocks import body_rows, plain_text
from cms.graphql.images import figure_rows
from cms.graphql.loading import INSTANCE, load_by_id, load_children
from cms.graphql.pagination import bounded
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed, resolves
from cms.graphql.slices import load_slices
from news.answers import in_section, with_tag
from news.models import Article, ArticleTag, Byline, Correction, RelatedArticle, Section, SourceCredit
from news.queries import ARTICLE_ORDERS, visible_articles
from news.schema.article_lists import articles_by_id
from news.schema.links import linked

WORDS_PER_MINUTE = 220
HERO_COLUMNS = ("hero_image_id", "hero_alt", "hero_is_decorative", "hero_caption", "hero_credit")


@resolves("Article.byline")
def byline(articles: Sequence[Row], selection: Selection) -> list[str]:
    """Return each byline as one line: the writers, those without a role before all others."""
    links = linked(
        articles,
        Byline,
        selection,
        relation="bylines",
        target="contributor",
        columns=("name",),
        own_columns=("role",),
    )
    return [byline_text(rows) for rows in links]


def byline_text(links: Sequence[Row]) -> str:
    """Return names as a reader expects them: “A. Khan, B. Noor and C. Diaz”."""
    writers = [row for row in links if not row["role"]] or links
    *others, last = [row["contributor"]["name"] for row in writers] or [""]
    return f"{', '.join(others)} and {last}" if others else last


@resolves("Article.bylines")
def bylines(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the bylines of each article, in order."""
    return linked(
        articles,
        Byline,
        selection,
        relation="bylines",
        target="contributor",
        columns=selection.columns("Contributor", "contributor"),
        own_columns=("role",),
    )


@resolves("Article.sources")
def sources(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the source credits of each article, in order."""
    return linked(
        articles,
        SourceCredit,
        selection,
        relation="source_credits",
        target="source",
        columns=selection.columns("Source", "source"),
        own_columns=("url",),
    )


@resolves("Article.tags")
def tags(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the tags of each article, by name."""
    links = linked(
        articles,
        ArticleTag,
        selection,
        relation="tagged_items",
        target="tag",
        columns={*selection.columns("Tag"), "name"},
        article_column="content_object_id",
        order=("pk",),
    )
    return [
        sorted((row["tag"] for row in rows), key=lambda tag: (tag["name"].casefold(), tag["id"]))
        for rows in links
    ]


@resolves("Article.hero", needs=HERO_COLUMNS)
def hero(articles: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the picture on top of each article."""
    placed = [
        {column.removeprefix("hero_"): article[column] for column in HERO_COLUMNS} for article in articles
    ]
    return figure_rows(placed, selection)


@resolves("Article.section", needs=["home_section_id"])
def section(articles: Sequence[Row], selection: Selection) -> list[Row | None]:
    """Return the section of each article. A visible article's is visible; a preview's need not be."""
    previewed = any(INSTANCE in article for article in articles)
    visible = Section.objects.all() if previewed else selection.context.visibility.pages(Section)
    found = load_by_id(
        visible, (article["home_section_id"] for article in articles), selection.columns("Section")
    )
    return [found.get(article["home_section_id"]) for article in articles]


@resolves("Article.other_sections")
def other_sections(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the visible sections that each article is also filed under, in tree order."""
    through = Article.other_sections.through.objects
    keys: dict[int, list[int]] = defaultdict(list)
    asks(*(f"page:{article['id']}" for article in articles))
    stored = [article["id"] for article in articles if INSTANCE not in article]
    for article_id, section_id in through.filter(article_id__in=stored).values_list(
        "article_id", "section_id"
    ):
        keys[article_id].append(section_id)
    for article in articles:
        if INSTANCE in article:
            keys[article["id"]] = [each.pk for each in article[INSTANCE].other_sections.all()]
    visible = selection.context.visibility.pages(Section)
    ids = {key for found in keys.values() for key in found}
    sections = load_by_id(visible, ids, {*selection.columns("Section"), "path"})
    return [
        sorted((sections[key] for key in keys[article["id"]] if key in sections), key=lambda row: row["path"])
        for article in articles
    ]


@resolves("Article.corrections")
def corrections(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the notes under each article, the earliest first."""
    notes = Correction.objects.order_by("published_at", "sort_order", "pk")
    columns = ("kind", "text", "published_at")
    return load_children(articles, notes, parent_column="article_id", relation="corrections", columns=columns)


@resolves("Article.body", needs=["body"])
def body(articles: Sequence[Row], selection: Selection) -> list[list[Typed]]:
    """Return the blocks of each article."""
    return body_rows([article["body"] for article in articles], selection)


@resolves("Article.plain_text", needs=["body"])
def text(articles: Sequence[Row], selection: Selection) -> list[str]:
    """Return each body as plain text."""
    return [plain_text(article["body"]) for article in articles]


@resolves("Article.word_count", needs=["body"])
def word_count(articles: Sequence[Row], selection: Selection) -> list[int]:
    """Return the number of words in each body."""
    return [len(plain_text(article["body"]).split()) for article in articles]


@resolves("Article.reading_minutes", needs=["body"])
def reading_minutes(articles: Sequence[Row], selection: Selection) -> list[int]:
    """Return the minutes it takes to read each body, at 220 words a minute."""
    return [max(1, ceil(words / WORDS_PER_MINUTE)) for words in word_count(articles, selection)]


@resolves("Article.related", needs=["home_section_id"])
def related(articles: Sequence[Row], selection: Selection, *, first: int) -> list[list[Row]]:
    """Return what to read next: the editors' choice, then what shares a tag, then what shares the section."""
    page = bounded(first)
    chosen = load_children(
        articles,
        RelatedArticle.objects.order_by("sort_order", "pk"),
        parent_column="article_id",
        relation="related_articles",
        columns=("target_id",),
    )
    candidates = [
        [row["target_id"] for row in links] + similar
        for links, similar in zip(chosen, _similar(articles, page, selection), strict=True)
    ]
    ids = {key for keys in candidates for key in keys}
    found = articles_by_id(list(ids), selection.columns("Article"), selection)
    return [
        [found[key] for key in dict.fromkeys(keys) if key in found and key != article["id"]][:page]
        for article, keys in zip(articles, candidates, strict=True)
    ]


def _similar(articles: Sequence[Row], page: int, selection: Selection) -> list[list[int]]:
    """Return keys of visible articles for each article: the newest with a shared tag, then in its section."""
    carried = load_children(
        articles,
        ArticleTag.objects.order_by("pk"),
        parent_column="content_object_id",
        relation="tagged_items",
        columns=("tag_id",),
    )
    visible = ARTICLE_ORDERS["newest"].apply(visible_articles(selection.context.visibility))
    asks(*(in_section(article["home_section_id"]) for article in articles if article["home_section_id"]))
    asks(*(with_tag(link["tag_id"]) for links in carried for link in links))
    slices = []
    for article, links in zip(articles, carried, strict=True):
        others = visible.exclude(pk=article["id"])
        same_tag = ArticleTag.objects.filter(tag__in=[link["tag_id"] for link in links])
        slices.append(others.filter(pk__in=same_tag.values("content_object"))[:page])
        slices.append(others.filter(Q(home_section=article["home_section_id"]))[:page])
    keys = [[row["id"] for row in rows] for rows in load_slices(slices, ())]
    return [keys[index] + keys[index + 1] for index in range(0, len(keys), 2)]
