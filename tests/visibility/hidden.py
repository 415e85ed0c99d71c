"""One thing in every hidden state, with a canary in each of its texts, file names and tags."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    DraftStateMixin,
    Locale,
    Page,
    PageViewRestriction,
    get_page_models,
)
from wagtail.models.view_restrictions import BaseViewRestriction

from cms.models import Document, Image
from news.models import Article, Contributor, FlashBanner, FlashDesk, FrontPage, Section, Source
from tests.builders import make_document, make_image

NOW = timezone.now()
PAST, FUTURE = NOW - timedelta(days=1), NOW + timedelta(days=1)
RESTRICTIONS = (BaseViewRestriction.PASSWORD, BaseViewRestriction.LOGIN, BaseViewRestriction.GROUPS)
FILES = (Image, Document)


@dataclass(frozen=True)
class State:
    """A way to be hidden: columns that make it so, and what is done to the thing once it is stored."""

    columns: dict = field(default_factory=dict)
    then: tuple = ()


def _keep_revision(thing):
    thing.save_revision(clean=False)


def _schedule(thing):
    thing.save_revision(clean=False, approved_go_live_at=FUTURE)


def _unpublish(thing):
    thing.save_revision(clean=False).publish()
    thing.refresh_from_db()
    thing.unpublish()


DRAFT_STATES = {
    "a draft": State({"live": False}, (_keep_revision,)),
    "never published": State({"live": False}),
    "unpublished": State({}, (_unpublish,)),
    "expired and not yet processed": State({"expire_at": PAST}),
    "expired and processed": State(
        {"expire_at": PAST, "expired": True, "live": False, "first_published_at": PAST}
    ),
    "scheduled": State({"live": False, "go_live_at": FUTURE}, (_schedule,)),
}
PAGE_STATES = {
    **DRAFT_STATES,
    "under embargo": State({"embargo_until": FUTURE}),
    "unpublished before its embargo ended": State(
        {"live": False, "embargo_until": PAST, "first_published_at": PAST}
    ),
    "not yet on air": State({"starts_at": FUTURE, "ends_at": FUTURE + timedelta(hours=1)}),
    "off the air": State({"starts_at": PAST, "ends_at": PAST + timedelta(hours=1)}),
    **{
        f"restricted by {kind}": State({}, (lambda page, kind=kind: restrict(page, kind),))
        for kind in RESTRICTIONS
    },
}


def public_page_models():
    """Return the page models with a type in the API."""
    return [model for model in get_page_models() if "graphql_fields" in vars(model)]


def restrict(page, kind, password=""):
    """Put a view restriction of a kind on a page."""
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password=password)
    if kind == BaseViewRestriction.GROUPS:
        restriction.groups.add(Group.objects.first())


class HiddenThings:
    """Makes hidden things below `places`, visible pages that may hold others, filled by `filling`."""

    def __init__(self, filling, places):
        self.filling = filling
        self.places = places
        self.things = []

    def make_all(self):
        """Make one thing in every hidden state."""
        for model in public_page_models():
            for name, state in PAGE_STATES.items():
                if set(state.columns) <= {column.name for column in model._meta.get_fields()}:
                    self.page(model, f"{model.__name__} that is {name}", state)
        self.aliases([page for page in self.things if isinstance(page, Section | Article)])
        self.what_lies_below()
        self.another_edition()
        for model in (Contributor, Source):
            for name, state in DRAFT_STATES.items():
                self.record(model, f"{model.__name__} that is {name}", state)
        self.files()
        return self.things

    def page(self, model, where, state=State(), parent=None, **overrides):
        """Make a page in a state, by default in a place that readers see."""
        parent = parent or next(
            place for place in self.places if type(place) in model.allowed_parent_page_models()
        )
        columns = {
            "display_date": NOW,
            "first_published_at": PAST,
            "locale": parent.locale or self.places[0].locale,
        }
        columns |= self.filling.fields(model, where) | state.columns | overrides
        if not columns.get("live", True) and "first_published_at" not in state.columns:
            columns["first_published_at"] = None
        known = {column.name for column in model._meta.get_fields()}
        page = model(**{name: value for name, value in columns.items() if name in known})
        self.filling.add_parts(page, where)
        Page.objects.get(pk=parent.pk).add_child(instance=page)
        self.filling.add_tags(page, where)
        page.save()
        for step in state.then:
            step(page)
        self.things.append(page)
        return page

    def what_lies_below(self):
        """Make live pages below every hidden section and front page, and some a step further down."""
        holders = [page for page in self.things if isinstance(page, Section | FrontPage)]
        for number, holder in enumerate(holders):
            where = f"below a page that is hidden ({holder.title})"
            model = Article if isinstance(holder, Section) else FlashDesk
            page = self.page(model, f"{model.__name__} {where}", parent=holder)
            if isinstance(page, FlashDesk):
                self.page(FlashBanner, f"FlashBanner two steps {where}", parent=page)
            elif number % 3 == 0:
                section = self.page(Section, f"Section {where}", parent=holder)
                self.page(Article, f"Article two steps {where}", parent=section)

    def another_edition(self):
        """Make a language whose front page is a draft, with translations of what readers see in another."""
        urdu = Locale.objects.get_or_create(language_code="ur")[0]
        translated = {}
        for original in self.places:
            if isinstance(original, FrontPage | Section):
                parent = translated.get(original.get_parent().pk) or original.get_parent()
                state = State({"live": not isinstance(original, FrontPage)})
                keys = {"locale": urdu, "translation_key": original.translation_key}
                where = f"{type(original).__name__} of a hidden language"
                translated[original.pk] = self.page(type(original), where, state, parent, **keys)

    def aliases(self, sources):
        """Make live aliases of these, in open places, and a page below each alias of a section."""
        places = {
            Section: self.places[0],
            Article: next(each for each in self.places if isinstance(each, Section)),
        }
        for source in sources:
            word = self.filling.word(f"alias of {source.title}")
            alias = source.create_alias(parent=places[type(source)], update_slug=word)
            Page.objects.filter(pk=alias.pk).update(live=True)
            self.things.append(alias)
            if isinstance(source, Section):
                self.page(
                    Article, f"Article below an alias of a hidden section ({source.title})", parent=alias
                )

    def record(self, model, where, state):
        """Make a contributor or source in a state."""
        record = model(**self.filling.fields(model, where) | state.columns)
        record.save()
        for step in state.then:
            step(record)
        self.things.append(record)

    def files(self):
        """Make images and documents in closed collections, in those below them and in those below these."""
        root = Collection.get_first_root_node()
        for kind in RESTRICTIONS:
            collection = root
            for depth in ("a closed collection", "a child of a closed one", "a grandchild of a closed one"):
                collection = collection.add_child(name=self.filling.word(f"name of {depth}"))
                if collection.get_depth() == root.get_depth() + 1:
                    restriction = CollectionViewRestriction.objects.create(
                        collection=collection, restriction_type=kind, password=self.filling.word("a password")
                    )
                    if kind == BaseViewRestriction.GROUPS:
                        restriction.groups.add(Group.objects.first())
                self.file_pair(f"in {depth} ({kind})", collection)

    def file_pair(self, where, collection):
        """Make an image and a document in a collection."""
        for make, model, ending in ((make_image, Image, "png"), (make_document, Document, "txt")):
            named = f"{model.__name__} {where}"
            fields = self.filling.fields(model, named)
            name = f"{self.filling.word(f'{named}: file name')}.{ending}"
            if model is Document:
                fields["content"] = self.filling.word(f"{named}: what it says").encode()
            file = make(file_name=name, collection=collection, **fields)
            self.filling.add_tags(file, named)
            self.things.append(file)


def drafts_of_live_things(things, filling):
    """Keep a draft full of canaries over each of these live things; return how many took one."""
    kept = 0
    for thing in things:
        if isinstance(thing, DraftStateMixin):
            where = f"unpublished change of a live {type(thing).__name__}"
            for name, value in filling.fields(type(thing), where).items():
                setattr(thing, name, value)
            if isinstance(thing, Page):
                filling.add_parts(thing, where)
            thing.save_revision(clean=False)
            kept += 1
    return kept
