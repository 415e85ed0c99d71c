"""The fields of `Article`."""

from collections import defaultdict
from collections.abc import Sequence
from math import ceil

from django.db.models import QuerySet

from cms.answers.recording import asks
from cms.given import KEYS
from cms.graphql.blocks import body_rows, plain_text
from cms.graphql.images import figure_rows
from cms.graphql.loading import INSTANCE
from cms.graphql.pagination import bounded
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row, Typed, resolves
from cms.graphql.statements import rows
from cms.visibility import Visibility
from news.models import Article
from news.schema.links import BYLINES, SOURCES, TAGS, corrections_of, linked
from news.schema.related import related_articles
from news.schema.section_rows import all_sections, visible_sections

WORDS_PER_MINUTE = 220
HERO_COLUMNS = ("hero_image_id", "hero_alt", "hero_is_decorative", "hero_caption", "hero_credit")


@resolves("Article.byline")
def byline(articles: Sequence[Row], selection: Selection) -> list[str]:
    """Return each byline as one line: the writers, those without a role before all others."""
    links = linked(articles, BYLINES, selection, columns=("name",), own_columns=("role",))
    return [byline_text(rows) for rows in links]


def byline_text(links: Sequence[Row]) -> str:
    """Return names as a reader expects them: “A. Khan, B. Noor and C. Diaz”."""
    writers = [row for row in links if not row["role"]] or links
    *others, last = [row["contributor"]["name"] for row in writers] or [""]
    return f"{', '.join(others)} and {last}" if others else last


@resolves("Article.bylines")
def bylines(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the bylines of each article, in order."""
    columns = selection.columns("Contributor", "contributor")
    return linked(articles, BYLINES, selection, columns=columns, own_columns=("role",))


@resolves("Article.sources")
def sources(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the source credits of each article, in order."""
    columns = selection.columns("Source", "source")
    return linked(articles, SOURCES, selection, columns=columns, own_columns=("url",))


@resolves("Article.tags")
def tags(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the tags of each article, by name."""
    links = linked(articles, TAGS, selection, columns={*selection.columns("Tag"), "name"})
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
    columns = selection.columns("Section")
    if any(INSTANCE in article for article in articles):
        found = all_sections(selection.context, columns)
    else:
        found = visible_sections(selection.context, columns)
    return [found.get(article["home_section_id"]) for article in articles]


@resolves("Article.other_sections")
def other_sections(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the visible sections that each article is also filed under, in tree order."""
    asks(*(f"page:{article['id']}" for article in articles))
    stored = sorted({article["id"] for article in articles if INSTANCE not in article})
    keys: dict[int, set[int]] = defaultdict(set)
    links = rows(_other_sections, ("article_id", "section_id"), selection.context.visibility, keys=stored)
    for link in links if stored else ():
        keys[link["article_id"]].add(link["section_id"])
    for article in articles:
        if INSTANCE in article:
            keys[article["id"]] = {each.pk for each in article[INSTANCE].other_sections.all()}
    sections = visible_sections(selection.context, selection.columns("Section"))
    return [[row for key, row in sections.items() if key in keys[article["id"]]] for article in articles]


def _other_sections(policy: Visibility) -> QuerySet:
    return Article.other_sections.through.objects.filter(article_id__in=KEYS)


@resolves("Article.corrections")
def corrections(articles: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the notes under each article, the earliest first."""
    return corrections_of(articles, selection)


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
    return related_articles(articles, selection, first=bounded(first))
