"""The models that any site has: pages, images, documents, site settings."""

from cms.models.document import Document
from cms.models.image import Image, Rendition
from cms.models.page import BasePage
from cms.models.preview import Preview
from cms.models.site_settings import NavigationItem, SiteSettings, SocialProfile

__all__ = [
    "BasePage",
    "Document",
    "Image",
    "NavigationItem",
    "Preview",
    "Rendition",
    "SiteSettings",
    "SocialProfile",
]
