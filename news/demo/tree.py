"""Loads what the demo's stories stand in: languages, front pages, sections, the publication itself."""

from typing import Any

from wagtail.models import Locale, Page, Site

from cms.models import NavigationItem, SiteSettings, SocialProfile
from news.demo.files import picture
from news.demo.reading import Record, content
from news.models import Article, FlashDesk, FrontPage, LeadStory, Section

DEFAULT_LANGUAGE = "en"


def language(details: Record) -> str:
    """Return the language code of a piece of content."""
    return details.get("locale", DEFAULT_LANGUAGE)


def place(parent: Page, page: Page, user: Any) -> None:
    """Put a page below another, in its language, and publish it the way the admin does."""
    page.live = False
    page.owner = user
    page.locale = page.locale if page.locale_id else parent.locale
    parent.add_child(instance=page)
    page.save_revision(user=user).publish(user=user)


def front_page(details: Record) -> FrontPage:
    """Return the front page of the language that a piece of content is in."""
    return FrontPage.objects.get(locale__language_code=language(details))


def load_front_pages(user: Any) -> None:
    """Make the front pages that are missing, each with its flash desk."""
    root = Page.get_first_root_node()
    for details in content("publication")["front_pages"]:
        if FrontPage.objects.filter(locale__language_code=language(details)).exists():
            continue
        page = FrontPage(
            title=details["title"], slug=details["slug"], search_description=details["description"]
        )
        page.locale = Locale.objects.get_or_create(language_code=language(details))[0]
        if original := FrontPage.objects.filter(locale__language_code=DEFAULT_LANGUAGE).first():
            page.translation_key = original.translation_key
        place(root, page, user)
        place(page, FlashDesk(title="Flash desk", slug="flash-desk"), user)


def load_sections(user: Any) -> None:
    """Make the sections that are missing, those above first."""
    for details in content("sections"):
        if Section.objects.filter(slug=details["slug"]).exists():
            continue
        section = Section(title=details["title"], slug=details["slug"], introduction=details["introduction"])
        if "translation_of" in details:
            section.translation_key = Section.objects.get(slug=details["translation_of"]).translation_key
        above = details.get("parent")
        place(Section.objects.get(slug=above) if above else front_page(details), section, user)


def load_lead_stories(user: Any) -> None:
    """Put the stories that the demo leads with on front pages which lead with none."""
    for details in content("publication")["front_pages"]:
        page = front_page(details)
        if "lead_stories" in details and not page.has_unpublished_changes and not page.lead_stories.exists():
            page.lead_stories.set(
                [LeadStory(article=Article.objects.get(slug=slug)) for slug in details["lead_stories"]]
            )
            page.save_revision(user=user).publish(user=user)


def open_site() -> None:
    """Make the paper what the site shows, in place of the page that Wagtail welcomes a new site with.

    A site that shows something else is left as it is.
    """
    site = Site.objects.get(is_default_site=True)
    welcome = site.root_page
    if welcome.content_type.model_class() is not Page:
        return
    publication = content("publication")
    site.root_page = front_page({})
    site.site_name = publication["name"]
    site.save()
    welcome.delete()
    describe_publication(SiteSettings.for_site(site), publication)


def describe_publication(settings: SiteSettings, publication: Record) -> None:
    """Fill in the publication's name, clock, menu and profiles."""
    for field in ("name", "tagline", "publisher", "time_zone"):
        setattr(settings, field, publication[field])
    settings.logo = picture(publication["logo"])
    settings.navigation_items = [
        NavigationItem(
            sort_order=position,
            label=entry.get("label", ""),
            page=Section.objects.get(slug=entry["section"]) if "section" in entry else None,
            address=entry.get("address", ""),
            locale=Locale.objects.get(language_code=entry["locale"]) if "locale" in entry else None,
        )
        for position, entry in enumerate(publication["navigation"])
    ]
    settings.social_profiles = [
        SocialProfile(sort_order=position, address=address)
        for position, address in enumerate(publication["social_profiles"])
    ]
    settings.save()
