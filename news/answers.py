"""What changes of the newspaper's tables concern, and what its lists are made of.

`articles/section:5` is which articles are in a section and in which order; likewise with a tag, a contributor,
a source. A list of all articles, or of one language, depends on the pages of that type.
"""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from cms.answers.declared import DRAFT_COLUMNS, with_aliases
from cms.answers.recording import asks, is_recording
from cms.answers.watching import Says, expands, watch
from news.models import Article, ArticleTag, Byline, Contributor, Filing, Section, Source, SourceCredit, Tag
from news.queries import ArticleFilter

SORTING = ("display_date", "embargo_until", "home_section_id")
SIDES_OF_ORDERS = {"title": "titles", "recently_updated": "updates"}
LISTED: dict[str, tuple[type[Model], str, str]] = {
    "articles/section": (Filing, "article_id", "section_id"),
    "articles/tag": (ArticleTag, "content_object_id", "tag_id"),
    "articles/contributor": (Byline, "article_id", "contributor_id"),
    "articles/source": (SourceCredit, "article_id", "source_id"),
}

watch(
    "news_article",
    "page:{page_ptr_id}",
    Says("listed:{page_ptr_id}", when=SORTING),
    Says("articles/section:{home_section_id}", when=SORTING),
    Says("kinds", when=("kind",), on="U", speaks=False),
    Says("updates", when=("updated_at",), on="U", speaks=False),
    ignores=["editors_note", "is_substantive"],
)
# What a section, front page or banner is beside its own words, its row in `wagtailcore_page` says.
watch("news_section", "page:{page_ptr_id}", Says("listed", on=""))
watch("news_frontpage", "page:{page_ptr_id}", Says("listed", on=""))
watch("news_flashdesk", "page:{page_ptr_id}", Says("listed", on=""))
watch("news_flashbanner", "page:{page_ptr_id}", Says("listed:{page_ptr_id}", when=("starts_at", "ends_at")))
watch("news_flashbanner_sections", "listed:{flashbanner_id}", "page:{flashbanner_id}")
watch("news_article_other_sections", "page:{article_id}")
watch("news_filing", "articles/section:{section_id}", "page:{article_id}")
watch("news_byline", "page:{article_id}", "articles/contributor:{contributor_id}")
watch("news_sourcecredit", "page:{article_id}", "articles/source:{source_id}")
watch("news_articletag", "page:{content_object_id}", "articles/tag:{tag_id}")
watch("news_correction", "page:{article_id}", "corrections")
watch("news_relatedarticle", "page:{article_id}")
watch("news_leadstory", "page:{front_page_id}")
watch("news_contributor", "contributor:{id}", "contributor/slug:{slug}", ignores=[*DRAFT_COLUMNS, "user_id"])
watch("news_source", "source:{id}", "source/slug:{slug}", ignores=DRAFT_COLUMNS)
watch("news_tag", "tag:{id}", "tag/slug:{slug}")


@expands("listed", *LISTED)
def listed(pages: set[int]) -> Iterator[tuple[int, str]]:
    """Pair articles with the lists that they, or their aliases, are in while they may be seen."""
    sources = with_aliases(pages)
    for kind, (link, article, target) in LISTED.items():
        rows = link._default_manager.order_by().filter(**{f"{article}__in": sources})
        for pk, number in rows.values_list(article, target):
            yield from ((source, f"{kind}:{number}") for source in sources[pk])


def pages_of(model: type[Model], locale_id: int | None = None) -> str:
    """Return the key of the list of all pages of a type, or of those in one language."""
    content_type = ContentType.objects.get_for_model(model)
    return f"pages:{content_type.pk}" if locale_id is None else f"pages:{content_type.pk}/{locale_id}"


def in_section(pk: int) -> str:
    """Return the key of the list of a section's articles."""
    return f"articles/section:{pk}"


def with_tag(pk: int) -> str:
    """Return the key of the list of a tag's articles."""
    return f"articles/tag:{pk}"


def by_contributor(pk: int) -> str:
    """Return the key of the list of a contributor's articles."""
    return f"articles/contributor:{pk}"


def ask_for_sections() -> None:
    """Note that an answer is drawn from the sections there are."""
    asks("tree", pages_of(Section))


def ask_for_tags(slugs: Iterable[str]) -> None:
    """Note that an answer is drawn from what carries tags, those included that nothing visible carries."""
    _ask_by_slug(Tag, "tag", slugs)


def ask_for_list(wanted: ArticleFilter, order: str, within: Iterable[str]) -> None:
    """Note what a list of articles is drawn from: `within` says from which, if not from all."""
    if not is_recording():
        return
    asks(*within, *map(in_section, wanted.sections or ()))
    for model, kind, slugs in (
        (Tag, "tag", wanted.tags),
        (Contributor, "contributor", wanted.contributors),
        (Source, "source", wanted.sources),
    ):
        _ask_by_slug(model, kind, slugs or ())
    if not any((*within, wanted.sections, wanted.tags, wanted.contributors, wanted.sources)):
        asks(pages_of(Article))
    asks(*_sides(wanted, order))


def _sides(wanted: ArticleFilter, order: str) -> Iterator[str]:
    """Yield the keys of what else brings an article in, out or to another place."""
    if wanted.kinds is not None:
        yield "kinds"
    if wanted.has_corrections is not None:
        yield "corrections"
    if wanted.locale is not None:
        yield "tree"
    if order in SIDES_OF_ORDERS:
        yield SIDES_OF_ORDERS[order]


def _ask_by_slug(model: type[Model], kind: str, slugs: Iterable[str]) -> None:
    wanted = [slug.replace("\x00", "") for slug in slugs]
    if wanted and is_recording():
        asks(*(f"{kind}/slug:{slug}" for slug in wanted))
        found = model._default_manager.filter(slug__in=wanted).values_list("pk", flat=True)
        asks(*(f"articles/{kind}:{pk}" for pk in found))
