"""What schema.org's vocabulary says of the newspaper's pages: JSON-LD as Google's documentation asks for it.

Each page is a graph of two nodes: what it is, and the trail of pages above it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from cms.graphql.context import RequestContext
from cms.graphql.images import ratio_renditions
from cms.graphql.pages import PLACE, page_url
from cms.graphql.plan import Selection
from cms.graphql.resolvers import Row
from cms.models import SocialProfile
from news.addresses import CONTRIBUTOR_PATH
from news.choices import ContributorKind, SourceCategory
from news.schema.links import BYLINES, SOURCES, TAGS, corrections_of, linked
from news.schema.section_rows import visible_sections

CONTEXT = "https://schema.org"
Node = dict[str, Any]


def article_json_ld(articles: Sequence[Row], selection: Selection) -> list[str]:
    """Return a NewsArticle with its breadcrumbs for each article's row."""
    context = selection.context
    pictures = [article["social_image_id"] or article["hero_image_id"] for article in articles]
    renditions = ratio_renditions([*pictures, context.settings.logo_id], selection)
    publisher = _publisher(context, renditions)
    parts: dict[str, Sequence[Any]] = {
        "keywords": _keywords(articles, selection),
        "isBasedOn": _origins(articles, selection),
        "correction": _corrections(articles, selection),
        "image": [[_picture(row) for row in renditions.get(key, ())] for key in pictures],
    }
    credits = _credits(articles, selection)
    above = _sections_above(articles, selection)
    return [
        _graph(
            {
                **_news_article(article, context),
                **(credits[place] or {"author": [publisher]}),
                **{name: values[place] for name, values in parts.items()},
                "articleSection": [section["title"] for section in above[place]],
                "publisher": publisher,
            },
            _breadcrumbs([*above[place], article], context),
        )
        for place, article in enumerate(articles)
    ]


def _news_article(article: Row, context: RequestContext) -> Node:
    """Return what an article's own columns say."""
    address = page_url(article, context)
    return {
        "@type": "NewsArticle",
        "headline": article["title"],
        "description": article["search_description"] or article["standfirst"],
        "datePublished": article["display_date"].isoformat(),
        "dateModified": (article["updated_at"] or article["display_date"]).isoformat(),
        "inLanguage": context.locales[article["locale_id"]].language_code,
        "url": address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": address},
        "dateline": article["dateline"],
        "isAccessibleForFree": True,
    }


def collection_json_ld(pages: Sequence[Row], selection: Selection, *, description: str) -> list[str]:
    """Return a CollectionPage with its breadcrumbs for each section or front page."""
    context = selection.context
    renditions = ratio_renditions([context.settings.logo_id], selection)
    publisher = _publisher(context, renditions)
    root = context.paths.url("/")
    above = _sections_above(pages, selection)
    return [
        _graph(
            {
                "@type": "CollectionPage",
                "name": page["title"],
                "description": page["search_description"] or page[description],
                "url": page_url(page, context),
                "inLanguage": context.locales[page["locale_id"]].language_code,
                "isPartOf": {"@type": "WebSite", "name": context.settings.name, "url": root},
                "publisher": publisher,
            },
            _breadcrumbs([*sections, page], context) if page["url_path"].count("/") > 2 else {},
        )
        for page, sections in zip(pages, above, strict=True)
    ]


def _graph(*nodes: Node) -> str:
    """Return the nodes as JSON that is safe inside a script element; what is empty is left out."""
    graph = [{key: value for key, value in node.items() if value} for node in nodes if node]
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _picture(rendition: Row) -> Node:
    return {"@type": "ImageObject"} | {key: rendition[key] for key in ("url", "width", "height")}


def _publisher(context: RequestContext, renditions: Mapping[int, Sequence[Row]]) -> Node:
    """Return the publication, with a square of its logo and its profiles elsewhere."""
    publication = context.settings
    profiles = SocialProfile.objects.filter(settings=publication.pk).order_by("sort_order", "pk")
    logo = [_picture(row) for row in renditions.get(publication.logo_id or 0, ())]
    node = {
        "@type": "NewsMediaOrganization",
        "name": publication.publisher or publication.name,
        "url": context.paths.url("/"),
        "logo": logo[-1] if logo else None,
        "sameAs": list(profiles.values_list("address", flat=True)) if publication.pk else [],
    }
    return {key: value for key, value in node.items() if value}


def _credits(articles: Sequence[Row], selection: Selection) -> list[Node]:
    """Return who wrote each article, and who else had a part in it."""
    columns = ("name", "kind", "slug")
    links = linked(articles, BYLINES, selection, columns=columns, own_columns=("role",))
    people = [
        [(row["role"], _person(row["contributor"], selection.context)) for row in rows] for rows in links
    ]
    return [
        {
            "author": [person for role, person in named if not role] or [person for _, person in named],
            "contributor": [person for role, person in named if role],
        }
        if named
        else {}
        for named in people
    ]


def _person(contributor: Row, context: RequestContext) -> Node:
    is_organisation = contributor["kind"] == ContributorKind.ORGANISATION
    return {
        "@type": "Organization" if is_organisation else "Person",
        "name": contributor["name"],
        "url": context.paths.url(CONTRIBUTOR_PATH.format(contributor["slug"])),
    }


def _keywords(articles: Sequence[Row], selection: Selection) -> list[list[str]]:
    links = linked(articles, TAGS, selection, columns=("name",))
    return [sorted((row["tag"]["name"] for row in rows), key=str.casefold) for rows in links]


def _origins(articles: Sequence[Row], selection: Selection) -> list[list[Node]]:
    """Return what each article is based on: copy of wire services, and what others published first."""
    columns = ("name", "category", "url")
    links = linked(articles, SOURCES, selection, columns=columns, own_columns=("url",))
    return [
        [_origin(row) for row in rows if row["url"] or row["source"]["category"] == SourceCategory.WIRE]
        for rows in links
    ]


def _origin(credit: Row) -> Node:
    source = credit["source"]
    publisher = {"@type": "NewsMediaOrganization", "name": source["name"], "url": source["url"]}
    node = {
        "@type": "NewsArticle",
        "url": credit["url"],
        "publisher": {key: value for key, value in publisher.items() if value},
    }
    return {key: value for key, value in node.items() if value}


def _corrections(articles: Sequence[Row], selection: Selection) -> list[list[Node]]:
    notes = corrections_of(articles, selection)
    return [
        [
            {
                "@type": "CorrectionComment",
                "text": note["text"],
                "datePublished": note["published_at"].isoformat(),
            }
            for note in rows
        ]
        for rows in notes
    ]


def _sections_above(pages: Sequence[Row], selection: Selection) -> list[list[Row]]:
    """Return the visible sections above each page, the topmost first."""
    sections = visible_sections(selection.context, ("path", "title", *PLACE)).values()
    return [
        [row for row in sections if page["path"].startswith(row["path"]) and page["path"] != row["path"]]
        for page in pages
    ]


def _breadcrumbs(trail: Sequence[Row], context: RequestContext) -> Node:
    front_page = context.paths.front_pages.get(trail[-1]["locale_id"])
    home = context.paths.path(front_page, trail[-1]["locale_id"]) if front_page else "/"
    steps = [(context.settings.name, context.paths.url(home))]
    steps += [(page["title"], page_url(page, context)) for page in trail]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(steps, start=1)
        ],
    }
