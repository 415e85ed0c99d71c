"""A newsroom that hides one thing of every kind, and whose visible things point at the hidden ones by every edge."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex, Site

from cms.graphql.context import RequestContext
from cms.models import NavigationItem, SiteSettings
from cms.previews import share, token_of
from news.models import Article, Contributor, FlashBanner, Section, Source, Tag
from tests.builders import (
    make_document,
    make_flash_desk,
    make_front_page,
    make_image,
    make_section,
)
from tests.visibility.filling import Filling, Targets, is_edge
from tests.visibility.hidden import FILES, PAST, HiddenThings, drafts_of_live_things
from tests.visibility.words import CANARY, Words

# How many words one search asks for at once.
ALTERNATIVES = 10
# Columns of visible things that are nobody's business but the newsroom's.
NEVER_PUBLIC = (
    "Article.editors_note",
    "Image.licence",
    "Image.title",
    "FlashBanner.title",
    "FlashBanner.slug",
)


@dataclass
class Newsroom:
    """What was made: the words, the hidden things, those that readers see, and tokens that preview some of these."""

    words: Words
    hidden: list
    visible: list
    tokens: list

    def handles(self):
        """Return what names these things, by kind, the hidden ones first."""
        things = [*self.hidden, *self.visible]
        slugs = [thing.slug for thing in things if hasattr(thing, "slug")]
        tags = [slug for slug in Tag.objects.values_list("slug", flat=True) if slug.startswith(CANARY)]
        paths = RequestContext().paths
        words = unique(
            [*slugs, *tags, *(word for thing in things if (word := str(thing)) in self.words.meanings)]
        )
        return {
            "id": unique(str(thing.pk) for thing in things),
            "path": unique(
                path
                for page in things
                if isinstance(page, Page) and page.url_path.count("/") > 1
                for path in (paths.path(page.url_path, page.locale_id), f"/old/{page.pk}/")
            ),
            "slug": unique([*slugs, *tags]),
            "word": words,
            "alternatives": ["", *(" OR ".join(some) for some in batched(words, ALTERNATIVES)), *words[:10]],
            "beginning": unique(word[:-2] for word in words),
            "token": [*self.tokens, *words[:10]],
            "locale": [code for code, _ in settings.LANGUAGES],
        }


def batched(values, size):
    """Return values in lists of at most `size`."""
    return [values[start : start + size] for start in range(0, len(values), size)]


def unique(values):
    """Return values without repetitions, in order."""
    return list(dict.fromkeys(values))


def make_newsroom():
    """Make all of it."""
    words = Words()
    never_public = dict.fromkeys(NEVER_PUBLIC, words.canary)
    Group.objects.get_or_create(name="Editors")
    front_page = make_front_page()
    section = make_section(title=words.plain("a section"), slug=words.plain("a section's slug"))
    places = [front_page, section, make_flash_desk(), Page.get_first_root_node()]

    person = _person(words)
    visible_targets, shown = _what_readers_see(words, Targets(section, person), places, never_public)
    hidden = HiddenThings(Filling(words.canary, visible_targets), places).make_all()
    most = max(len([each for each in hidden if isinstance(each, model)]) for model in FILES)
    baits = Filling(words.plain, Targets(*hidden), never_public, rounds=most)
    baited = [*_bait(baits, places), front_page]
    _furnish(front_page, baits)
    things = [*shown.things, *visible_targets.all(Contributor), *visible_targets.all(Source), section]
    drafts_of_live_things(
        [type(each).objects.get(pk=each.pk) for each in things], Filling(words.canary, visible_targets)
    )
    for thing in [*baited, *shown.things]:
        ReferenceIndex.create_or_update_for_object(thing)  # by which files are public or not
    tokens = [token_of(share(page, person)) for page in baited]
    return Newsroom(words, hidden, [front_page, section, *things, *visible_targets.all(FILES[0])], tokens)


def _what_readers_see(words, targets, places, never_public):
    """Make visible things and add to `targets` those that edges may lead to; return both."""
    visible = Filling(words.plain, targets, never_public)
    targets.add(make_image(**visible.fields(FILES[0], "visible")))
    targets.add(make_document(**visible.fields(FILES[1], "visible")))
    targets.add(*(_record(model, visible) for model in (Contributor, Source)))
    shown = HiddenThings(visible, places)
    targets.add(*(shown.page(Article, f"visible {number}", first_published_at=PAST) for number in range(3)))
    shown.page(FlashBanner, "visible", sections=[])
    return targets, shown


def _person(words):
    names = {name: words.canary(f"User.{name}") for name in ("username", "first_name", "last_name")}
    return get_user_model().objects.create(email=f"{words.canary('User.email')}@words.example", **names)


def _record(model, filling):
    return model.objects.create(**filling.fields(model, "visible"))


def _bait(filling, places):
    """Make visible things whose edges lead to hidden ones, as many as it takes for each column to reach each.

    Bodies and parts hold any number of edges, so the first page of each kind has them all; these are returned.
    """
    full = []
    columns = Filling(filling.word, filling.targets, filling.never_public, rounds=0)
    for model in (Article, Section, FlashBanner):
        for number in range(_most_targets(model, filling.targets)):
            bait = HiddenThings(columns if number else filling, places)
            page = bait.page(model, f"bait {number}", first_published_at=PAST, display_date=PAST)
            if model is FlashBanner:
                page.sections.clear()
                page.save()
            full += [] if number else [page]
    for model in (Contributor, Source):
        for _ in range(_most_targets(model, filling.targets)):
            _record(model, filling)
    return full


def _most_targets(model, targets):
    return max(
        [
            1,
            *(
                len(targets.all(field.related_model))
                for field in model._meta.concrete_fields
                if is_edge(field)
            ),
        ]
    )


def _furnish(front_page, filling):
    """Point the front page, the publication's settings, its menu and redirects at hidden things."""
    filling.add_parts(front_page, "the front page")
    front_page.social_image = filling.targets.next("FrontPage.social_image", FILES[0])
    front_page.save()
    site = Site.objects.get(is_default_site=True)
    logo = filling.targets.next("SiteSettings.logo", FILES[0])
    publication = SiteSettings.objects.create(site=site, logo=logo)
    for page in filling.targets.all(Page):
        NavigationItem.objects.create(settings=publication, page=page)
        Redirect.objects.create(old_path=f"/old/{page.pk}", redirect_page=page)
