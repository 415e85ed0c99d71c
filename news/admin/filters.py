"""How lists of articles and banners are narrowed down."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from news.admin.states import ArticleState, BannerState, article_condition, banner_condition
from news.choices import ArticleKind, Severity
from news.forms import indented_title
from news.models import Article, ArticleTag, Byline, Filing, FlashBanner, Section, SourceCredit


class SectionChoice(django_filters.fields.ModelChoiceField):
    """A choice of sections, set in as they nest."""

    def label_from_instance(self, section: Section) -> str:
        """Return how a section stands in the list."""
        return indented_title(section)


class SectionFilter(django_filters.ModelChoiceFilter):
    """Narrows a list down to a section and those below it."""

    field_class = SectionChoice

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label="Section", queryset=Section.objects.order_by("path"), empty_label="Any", **options
        )


class NarrowingFilterSet(WagtailFilterSet):
    """Filters that also work while searching, where only the primary key may be compared."""

    def narrow(self, pages: QuerySet, condition: Q) -> QuerySet:
        """Return the pages that meet a condition."""
        if self.request.GET.get("q"):
            return pages.filter(pk__in=pages.model.objects.filter(condition).order_by().values("pk"))
        return pages.filter(condition)


class ArticleFilterSet(NarrowingFilterSet):
    """What a list of articles can be narrowed down by."""

    section = SectionFilter(method="in_section")
    state = django_filters.ChoiceFilter(
        label="State", choices=ArticleState.choices, empty_label="Any", widget=RadioSelect, method="in_state"
    )
    kind = django_filters.MultipleChoiceFilter(
        label="Kind", choices=ArticleKind.choices, widget=CheckboxSelectMultiple
    )
    contributor = django_filters.CharFilter(label="Byline contains", method="by_contributor")
    source = django_filters.CharFilter(label="Source contains", method="from_source")
    tag = django_filters.CharFilter(label="Tag contains", method="with_tag")
    display_date = django_filters.DateFromToRangeFilter(label="Display date", widget=DateRangePickerWidget)

    class Meta:
        model = Article
        fields: list[str] = []

    def in_section(self, articles: QuerySet, name: str, section: Section) -> QuerySet:
        """Return the articles that appear in a section or below it."""
        return self.narrow(
            articles, Q(Exists(Filing.objects.filter(article=OuterRef("pk"), section=section)))
        )

    def in_state(self, articles: QuerySet, name: str, state: str) -> QuerySet:
        """Return the articles in a state."""
        return self.narrow(articles, article_condition(state, timezone.now()))

    def by_contributor(self, articles: QuerySet, name: str, words: str) -> QuerySet:
        """Return the articles with such a name in their byline."""
        bylines = Byline.objects.filter(contributor__name__icontains=words)
        return self.narrow(articles, Q(pk__in=bylines.values("article")))

    def from_source(self, articles: QuerySet, name: str, words: str) -> QuerySet:
        """Return the articles that are credited to such a source."""
        credits = SourceCredit.objects.filter(source__name__icontains=words)
        return self.narrow(articles, Q(pk__in=credits.values("article")))

    def with_tag(self, articles: QuerySet, name: str, words: str) -> QuerySet:
        """Return the articles that carry such a tag."""
        carried = ArticleTag.objects.filter(tag__name__icontains=words)
        return self.narrow(articles, Q(pk__in=carried.values("content_object")))


class BannerFilterSet(NarrowingFilterSet):
    """What a list of banners can be narrowed down by."""

    state = django_filters.ChoiceFilter(
        label="State", choices=BannerState.choices, empty_label="Any", widget=RadioSelect, method="in_state"
    )
    severity = django_filters.MultipleChoiceFilter(
        label="Severity", choices=Severity.choices, widget=CheckboxSelectMultiple, method="of_severity"
    )
    section = SectionFilter(method="in_section")
    starts_at = django_filters.DateFromToRangeFilter(
        label="On air from", widget=DateRangePickerWidget, method="starting"
    )

    class Meta:
        model = FlashBanner
        fields: list[str] = []

    def in_state(self, banners: QuerySet, name: str, state: str) -> QuerySet:
        """Return the banners in a state."""
        return self.narrow(banners, banner_condition(state, timezone.now()))

    def of_severity(self, banners: QuerySet, name: str, severities: list[str]) -> QuerySet:
        """Return the banners of one of the severities."""
        return self.narrow(banners, Q(severity__in=severities)) if severities else banners

    def in_section(self, banners: QuerySet, name: str, section: Section) -> QuerySet:
        """Return the banners that are aimed at a section; those shown everywhere are not."""
        targets = FlashBanner.sections.through.objects.filter(section=section)
        return self.narrow(banners, Q(pk__in=targets.values("flashbanner")))

    def starting(self, banners: QuerySet, name: str, days: slice) -> QuerySet:
        """Return the banners that go on air within a range of days."""
        condition = Q()
        if days.start:
            condition &= Q(starts_at__gte=days.start)
        if days.stop:
            condition &= Q(starts_at__lte=days.stop)
        return self.narrow(banners, condition)
