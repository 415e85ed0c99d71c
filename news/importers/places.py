"""Finds where an item goes: its language's front page and a section below it, made where they are missing."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Locale, Page, Site

from cms.paths import SitePaths, front_pages_of
from news.importers.items import Refused
from news.importers.languages import content_language
from news.models import FrontPage, Section

WIRE = ("Wire", "wire")
"""Title and slug of the section for what nobody has filed elsewhere."""


class NowhereToImport(Exception):
    """Nothing can come in at all; the message says what to do first."""


@dataclass(slots=True)
class Places:
    """The places of one site. `section` is a path such as /politics/local/; without it, items go to Wire."""

    root: FrontPage
    section: Section | None
    is_published: bool
    """Whether what is made for the items is published too."""

    def language_of(self, told: str) -> str:
        """Return the site's code for an item's language; the front page's for an item that names none."""
        return content_language(told) if told else self.root.locale.language_code

    def section_for(self, language: str) -> Section:
        """Return the section for items in a language."""
        locale = Locale.objects.get_or_create(language_code=language)[0]
        if self.section is None:
            return self._wire(self._front_page(locale))
        translations = Section.objects.filter(translation_key=self.section.translation_key, locale=locale)
        if found := translations.first():
            return found
        raise Refused(f"the section “{self.section.title}” has no translation into {locale}")

    def _front_page(self, locale: Locale) -> FrontPage:
        if locale == self.root.locale:
            return self.root
        page = self._front_pages().filter(locale=locale).first()
        if page is None:
            page = FrontPage(title=self.root.title, slug=f"{self.root.slug}-{locale.language_code}")
            page.translation_key = self.root.translation_key
            self._add(self.root.get_parent(), page, locale)
        self._publish(page)
        return page

    def _wire(self, front_page: FrontPage) -> Section:
        title, slug = WIRE
        section = Section.objects.child_of(front_page).filter(slug=slug).first()
        if section is None:
            section = Section(title=title, slug=slug)
            section.translation_key = self._key_of_wire_elsewhere() or section.translation_key
            self._add(front_page, section, front_page.locale)
        self._publish(section)
        return section

    def _key_of_wire_elsewhere(self) -> UUID | None:
        sections = Section.objects.filter(slug=WIRE[1], depth=self.root.depth + 1)
        below = [section for page in self._front_pages() for section in sections.child_of(page)]
        return below[0].translation_key if below else None

    def _front_pages(self) -> QuerySet[FrontPage]:
        return FrontPage.objects.filter(translation_key=self.root.translation_key)

    def _add(self, parent: Page, page: Page, locale: Locale) -> None:
        page.locale = locale
        page.live = False
        Page.objects.get(pk=parent.pk).add_child(instance=page)

    def _publish(self, page: FrontPage | Section) -> None:
        """Publish a page that has never been live; one that editors took down stays down."""
        if self.is_published and not page.live and page.first_published_at is None:
            page.save_revision().publish()


def places_of_default_site(section_path: str, is_published: bool) -> Places:
    """Return the places of the default site; raise `NowhereToImport` when it cannot hold articles."""
    site = Site.objects.filter(is_default_site=True).first()
    root = FrontPage.objects.filter(pk=site.root_page_id).first() if site else None
    if root is None:
        raise NowhereToImport(
            "The site has no front page to import below. Run `manage.py load_demo`, or create a front page "
            "in the admin and choose it as the site's root page under Settings › Sites."
        )
    section = None
    if section_path:
        locales = {locale.pk: locale for locale in Locale.objects.all()}
        url_path = SitePaths(lambda: front_pages_of(root), locales, "").url_path(
            f"/{section_path.strip('/')}/"
        )
        section = Section.objects.filter(url_path=url_path).first()
        if section is None:
            raise NowhereToImport(f"There is no section at {section_path}. {_sections(root)}")
    return Places(root, section, is_published)


def _sections(root: FrontPage) -> str:
    paths = [f"/{section.slug}/" for section in Section.objects.child_of(root)]
    return f"Top-level sections: {', '.join(paths)}." if paths else "There are none yet."
