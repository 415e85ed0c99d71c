"""What editors do: each operation takes a `Desk`, which picks things and tells the time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, PageViewRestriction

from cms.models import Document, Image, NavigationItem, Rendition, SiteSettings
from cms.scheduling.runner import Runner
from news.models import (
    Article,
    Byline,
    Contributor,
    Correction,
    FlashBanner,
    FrontPage,
    LeadStory,
    RelatedArticle,
    Section,
    Source,
    SourceCredit,
    Tag,
)
from tests.builders import make_article, make_banner, make_section
from tests.exactness.newsroom import people

WORDS = ("Harbour", "Budget", "Ferry", "Library", "Flood", "Quay")
MINUTES = (-90, -1, 0, 1, 5, 45, 200)

OPERATIONS: dict[str, Callable[["Desk"], Any]] = {}


class Desk:
    """Picks things by number, always the same for the same numbers."""

    def __init__(self, first: int, second: int) -> None:
        self.first, self.second = first, second

    def one(self, model: Any, **where: Any) -> Any:
        """Return a thing; nothing to do when there is none."""
        found = list(model.objects.filter(**where).order_by("pk"))
        if not found:
            raise NothingToDoError
        return found[self.first % len(found)]

    def other(self, model: Any, **where: Any) -> Any:
        """Return another thing, or the same."""
        found = list(model.objects.filter(**where).order_by("pk"))
        if not found:
            raise NothingToDoError
        return found[self.second % len(found)]

    @property
    def word(self) -> str:
        return f"{WORDS[self.first % len(WORDS)]} {self.second % 7}"

    @property
    def moment(self) -> datetime:
        return timezone.now() + timedelta(minutes=MINUTES[self.second % len(MINUTES)])

    @property
    def yes(self) -> bool:
        return self.second % 2 == 0


class NothingToDoError(Exception):
    """There is nothing that an operation could be done to."""


def operation(do: Callable[[Desk], Any]) -> Callable[[Desk], Any]:
    OPERATIONS[do.__name__.replace("_", " ")] = do
    return do


@operation
def write_an_article(desk):
    make_article(
        section=desk.one(Section, alias_of=None),
        title=desk.word,
        contributors=[desk.other(Contributor)],
        tags=[("Budget", "Ferries", "Newly coined")[desk.second % 3]],
        live=desk.first % 3 > 0,
        embargo_until=desk.moment if desk.first % 4 == 0 else None,
    )


@operation
def publish_an_article(desk):
    article = desk.one(Article, alias_of=None)
    article.title, article.standfirst = desk.word, f"Said {desk.second}."
    article.hero_image = desk.other(Image)
    article.save_revision().publish()


@operation
def save_a_draft(desk):
    desk.one(Article, alias_of=None).save_revision()


@operation
def unpublish_an_article(desk):
    desk.one(Article, live=True).unpublish()


@operation
def publish_again(desk):
    desk.one(Article, live=False, alias_of=None).save_revision().publish()


@operation
def delete_an_article(desk):
    if Article.objects.count() > 3:
        desk.one(Article).delete()


@operation
def move_an_article(desk):
    desk.one(Article).move(desk.other(Section), pos="last-child")


@operation
def move_a_section(desk):
    section = desk.one(Section)
    target = desk.other(Section) if desk.first % 3 else FrontPage.objects.first()
    if target.pk != section.pk and not target.is_descendant_of(section):
        section.move(target, pos="last-child")


@operation
def rename_an_article(desk):
    article = desk.one(Article, alias_of=None)
    article.slug = f"story-{desk.second % 12}" if desk.first % 3 else f"other-{desk.second % 4}"
    article.save_revision().publish()


@operation
def rename_a_section(desk):
    section = desk.one(Section, alias_of=None)
    section.title, section.slug = desk.word, f"section-{desk.second % 5}" if desk.yes else "politics"
    section.save()


@operation
def write_a_section(desk):
    if Section.objects.count() < 8:
        make_section(parent=desk.one(Section) if desk.yes else None, live=desk.first % 3 > 0)


@operation
def take_a_section_down(desk):
    section = desk.one(Section)
    section.unpublish() if section.live else section.save_revision().publish()


@operation
def tag_an_article(desk):
    article = desk.one(Article)
    name = ("Budget", "Ferries", "Unheard of")[desk.second % 3]
    article.tags.remove(name) if name in article.tags.names() else article.tags.add(name)
    article.save()


@operation
def rename_a_tag(desk):
    tag = desk.one(Tag)
    tag.name, tag.slug = (("Budget", "budget"), ("Ferries", "ferries"), ("Money", "money"))[desk.second % 3]
    if not Tag.objects.exclude(pk=tag.pk).filter(slug=tag.slug).exists():
        tag.save()


@operation
def file_elsewhere(desk):
    article = desk.one(Article, alias_of=None)
    article.other_sections = [desk.other(Section)] if desk.first % 3 else []
    article.save_revision().publish()


@operation
def change_a_record(desk):
    record = people()[desk.first % len(people())]
    record.name = desk.word
    record.save()


@operation
def hide_or_show_a_record(desk):
    record = people()[desk.first % len(people())]
    record.live, record.expire_at = desk.first % 3 > 0, desk.moment if desk.yes else None
    record.save()


@operation
def change_a_slug_of_a_record(desk):
    record = people()[desk.first % len(people())]
    slug = ("amina", "wire", f"somebody-{record.pk}")[desk.second % 3]
    type(record).objects.filter(pk=record.pk).exclude(slug=slug).update(slug=f"{slug}")


@operation
def give_another_byline(desk):
    article = desk.one(Article)
    Byline.objects.filter(article=article).delete()
    Byline.objects.create(
        article=article, contributor=desk.other(Contributor), role="Words" if desk.yes else ""
    )


@operation
def credit_a_source(desk):
    article = desk.one(Article)
    if SourceCredit.objects.filter(article=article).exists():
        SourceCredit.objects.filter(article=article).delete()
    else:
        SourceCredit.objects.create(article=article, source=desk.other(Source))


@operation
def change_an_image(desk):
    image = desk.one(Image)
    Image.objects.filter(pk=image.pk).update(
        caption=desk.word, focal_point_x=desk.second % 90 + 1, focal_point_y=5
    )


@operation
def add_an_image(desk):
    Image.objects.bulk_create([Image(title=desk.word, file="picture.png", width=96, height=64)])


@operation
def make_or_lose_a_rendition(desk):
    rendition = Rendition.objects.filter(image=desk.one(Image)).order_by("pk").first()
    if rendition and desk.yes:
        Rendition.objects.filter(pk=rendition.pk).delete()
    else:
        Rendition.objects.get_or_create(
            image=desk.one(Image),
            filter_spec="fill-640x427|format-webp",
            defaults={"file": f"{desk.second}.webp", "width": 640, "height": 427},
        )


@operation
def file_an_image_away(desk):
    for model in (Image, Document):
        model.objects.filter(pk=desk.one(model).pk).update(collection=desk.other(Collection))


@operation
def close_or_open_a_collection(desk):
    restrictions = CollectionViewRestriction.objects.all()
    if restrictions.exists():
        restrictions.delete()
    else:
        CollectionViewRestriction.objects.create(
            collection=desk.other(Collection, depth=2), restriction_type="login"
        )


@operation
def close_or_open_a_page(desk):
    page = desk.one(Page, depth__gt=2) if desk.second % 3 else desk.one(Section)
    restrictions = PageViewRestriction.objects.filter(page_id=page.pk)
    if restrictions.exists():
        restrictions.delete()
    else:
        PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")


@operation
def open_everything(desk):
    PageViewRestriction.objects.all().delete()
    Page.objects.filter(depth__gt=2).update(live=True)


@operation
def embargo_an_article(desk):
    Article.objects.filter(pk=desk.one(Article).pk).update(
        embargo_until=desk.moment if desk.first % 3 else None
    )


@operation
def let_something_expire(desk):
    page = desk.one(Page, depth__gt=2)
    Page.objects.filter(pk=page.pk).update(expire_at=desk.moment if desk.first % 4 else None)


@operation
def schedule_an_article(desk):
    article = desk.one(Article, alias_of=None)
    article.title, article.go_live_at = f"Scheduled {desk.word}", desk.moment
    article.save_revision(approved_go_live_at=desk.moment)


@operation
def run_the_schedule(desk):
    Runner().run_once()


@operation
def date_an_article(desk):
    Article.objects.filter(pk=desk.one(Article).pk).update(
        display_date=desk.moment, updated_at=desk.moment if desk.yes else None
    )


@operation
def change_a_kind(desk):
    Article.objects.filter(pk=desk.one(Article).pk).update(
        kind=("news", "opinion", "feature")[desk.second % 3]
    )


@operation
def correct_an_article(desk):
    article = desk.one(Article)
    if Correction.objects.filter(article=article).exists():
        Correction.objects.filter(article=article).delete()
    else:
        Correction.objects.create(article=article, text=desk.word)


@operation
def relate_articles(desk):
    article = desk.one(Article)
    RelatedArticle.objects.filter(article=article).delete()
    RelatedArticle.objects.create(article=article, target=desk.other(Article))


@operation
def lead_with_a_story(desk):
    front_page = FrontPage.objects.order_by("pk").first()
    LeadStory.objects.filter(front_page=front_page, article=desk.one(Article)).delete()
    if desk.yes:
        LeadStory.objects.create(front_page=front_page, article=desk.one(Article), sort_order=desk.second % 5)


@operation
def put_a_banner_on_air(desk):
    if FlashBanner.objects.count() < 4:
        make_banner(starts_at=desk.moment, ends_at=desk.moment + timedelta(minutes=30))


@operation
def change_a_banner(desk):
    banner = desk.one(FlashBanner)
    banner.severity = ("breaking", "update")[desk.second % 2]
    banner.starts_at, banner.ends_at = desk.moment, desk.moment + timedelta(minutes=20)
    banner.sections = [desk.other(Section)] if desk.first % 3 else []
    banner.save()


@operation
def change_the_settings(desk):
    settings = SiteSettings.objects.first()
    settings.name, settings.time_zone = desk.word, ("UTC", "Asia/Kabul")[desk.second % 2]
    settings.front_end_url = "" if desk.first % 3 else "https://www.example.org"
    settings.save()


@operation
def change_the_menu(desk):
    settings = SiteSettings.objects.first()
    if desk.yes:
        NavigationItem.objects.create(settings=settings, page_id=desk.one(Page, depth__gt=2).pk, sort_order=1)
    else:
        NavigationItem.objects.filter(settings=settings).delete()


@operation
def redirect_a_path(desk):
    if Redirect.objects.exists():
        Redirect.objects.all().delete()
    else:
        Redirect.objects.create(old_path="/politics/story-0", redirect_page_id=desk.other(Article).pk)


@operation
def make_an_alias(desk):
    if Article.objects.exclude(alias_of=None).count() < 3:
        slug = f"alias-{desk.second}"
        parent = desk.other(Section)
        if not parent.get_children().filter(slug=slug).exists():
            desk.one(Article).create_alias(parent=parent, update_slug=slug)


@operation
def translate_an_article(desk):
    locale = Locale.objects.get(language_code="ur")
    article = desk.one(Article, alias_of=None)
    Article.objects.filter(pk=article.pk).update(locale=locale if desk.yes else Locale.get_default())


@operation
def tell_many_at_once(desk):
    Article.objects.filter(pk__gt=desk.one(Article).pk).update(standfirst=desk.word, dateline="HARBOUR")
