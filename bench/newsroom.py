"""A newsroom of any size, made of the stories of the demo.

Rows are written a thousand at a time, past `Article.save()`, which would take hours for 100,000 of them.
"""

from datetime import timedelta
from io import StringIO
from itertools import cycle
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection, models
from django.db.models.sql import InsertQuery
from tqdm import tqdm
from wagtail.models import Page

from news.models import Article, ArticleTag, Byline, Filing, Section, SourceCredit

BATCH = 1000
REPEATED = (
    "title",
    "standfirst",
    "kind",
    "dateline",
    "body",
    "hero_image",
    "hero_alt",
    "hero_caption",
    "locale",
)


def fill(articles: int) -> None:
    """Load the demo and repeat its English stories, each time older, until there are so many articles."""
    call_command("load_demo", stdout=StringIO())
    stories = cycle(Article.objects.live().filter(locale__language_code="en").order_by("pk"))
    sections = cycle(Section.objects.live().filter(locale__language_code="en").order_by("pk"))
    missing = max(0, articles - Article.objects.count())
    with tqdm(total=missing, desc="Articles") as progress:
        while progress.n < missing:
            numbers = range(progress.n, min(progress.n + BATCH, missing))
            write([(next(stories), next(sections), number) for number in numbers])
            progress.update(len(numbers))


def write(repetitions: list[tuple[Article, Section, int]]) -> None:
    """Write copies of stories: pages first, then what only articles have, then what belongs to them."""
    copies = [repeated(*repetition) for repetition in repetitions]
    insert(copies)
    for section in {section for _, section, _ in repetitions}:
        Section.objects.filter(pk=section.pk).update(numchild=section.numchild)
    file_and_credit([(story, copy) for (story, _, _), copy in zip(repetitions, copies, strict=True)])


def insert(articles: list[Article]) -> None:
    """Insert articles that have their place in the tree, and give them their keys: pages first."""
    pages = Page.objects.bulk_create(
        Page(**{field.attname: getattr(article, field.attname) for field in Page._meta.local_concrete_fields})
        for article in articles
    )
    for article, page in zip(articles, pages, strict=True):
        article.pk = article.page_ptr_id = page.pk
    query = InsertQuery(Article)
    query.insert_values(Article._meta.local_concrete_fields, articles, raw=True)
    query.get_compiler(connection=connection).execute_sql()


def repeated(story: Article, section: Section, number: int) -> Article:
    """Return an unsaved copy of a story, `number` minutes older, as the next page of a section."""
    dated = story.display_date - timedelta(minutes=number)
    slug = f"{story.slug}-{number}"
    section.numchild += 1
    return Article(
        **{name: getattr(story, name) for name in REPEATED},
        slug=slug,
        display_date=dated,
        first_published_at=dated,
        home_section=section,
        content_type=ContentType.objects.get_for_model(Article),
        draft_title=story.title,
        translation_key=uuid4(),
        depth=section.depth + 1,
        # Far behind the stories that are there already.
        path=Page._get_path(section.path, section.depth + 1, BATCH + section.numchild),
        url_path=f"{section.url_path}{slug}/",
    )


def file_and_credit(pairs: list[tuple[Article, Article]]) -> None:
    """Give each copy its story's credits and topics, and file it in its section and those above."""
    written: list[models.Model] = []
    for story, copy in pairs:
        steps = range(2 * Page.steplen, len(copy.path), Page.steplen)
        above = Section.objects.filter(path__in=[copy.path[:end] for end in steps])
        written += [
            Filing(article=copy, section=section, display_date=copy.display_date) for section in above
        ]
        written += [Byline(article=copy, contributor=each.contributor) for each in story.bylines.all()]
        written += [SourceCredit(article=copy, source=each.source) for each in story.source_credits.all()]
        written += [ArticleTag(content_object=copy, tag=tag) for tag in story.tags.all()]
    for model in (Filing, Byline, SourceCredit, ArticleTag):
        model.objects.bulk_create(each for each in written if isinstance(each, model))
