"""Taking a story back from the admin: “Retract”, beside a live article."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin.ui.menus.pages import PageMenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminPageChooser
from wagtail.models import Page

from news.banners import announcing
from news.gate.enforcement import NotReady
from news.models import Article
from news.retractions import retract


class RetractionForm(forms.Form):
    """Why a story is taken back."""

    reason = forms.CharField(
        max_length=2000,
        widget=AdminAutoHeightTextInput,
        help_text="Readers find it at the story's address, for good. Say what was wrong, in a sentence or two.",
    )
    replaced_by: forms.ModelChoiceField = forms.ModelChoiceField(
        Article.objects.filter(live=True),
        required=False,
        label="Read instead",
        widget=AdminPageChooser(target_models=[Article]),
        help_text="The story that says it right, where there is one.",
    )


class RetractView(WagtailAdminTemplateMixin, FormView):
    """Asks why, says what follows, and takes the story back."""

    template_name = "news/admin/retract.html"
    page_title = "Retract"
    header_icon = "warning"
    form_class = RetractionForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.article: Article = get_object_or_404(Article.objects.filter(live=True), pk=kwargs["article_id"])
        if not may_retract(self.article, request.user):
            raise PermissionDenied

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Return where this page stands in the admin."""
        story = {"url": self._edit_url(), "label": self.article.title}
        return [*self.breadcrumbs_items, story, {"url": "", "label": self.page_title}]

    def get_page_subtitle(self) -> str:
        """Return which story it is about."""
        return self.article.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the page is drawn from."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "article": self.article,
            "banners": announcing(self.article),
            "edit_url": self._edit_url(),
            "media": context["form"].media,
        }

    def form_valid(self, form: RetractionForm) -> HttpResponse:
        """Retract, say what became of it, and go back to the article."""
        try:
            banners = retract(self.article, user=self.request.user, **form.cleaned_data)
        except NotReady as refusal:
            form.add_error("reason", [finding.message for finding in refusal.findings])
            return self.form_invalid(form)
        told = f"“{self.article.title}” is retracted. Its address tells readers why."
        if banners:
            told += f" It went off air in {banners} banner{'' if banners == 1 else 's'}."
        messages.success(self.request, told)
        return redirect(self._edit_url())

    def _edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.article.pk])


def may_retract(article: Page, user: Any) -> bool:
    """Return whether somebody may take a story back: whoever may publish it, also while a schedule locks it."""
    return user.is_superuser or "publish" in article.permissions_for_user(user).permissions


class RetractButton(PageMenuItem):
    """“Retract”, beside “Unpublish”, for live articles."""

    label = "Retract"
    icon_name = "warning"
    priority = 61

    def __init__(self, *, page: Page) -> None:
        super().__init__(page=page, url=reverse("retract", args=[page.pk]))

    def is_shown(self, user: Any) -> bool:
        """Return whether the user may retract the page."""
        is_article = issubclass(self.page.specific_class, Article)
        return self.page.live and is_article and may_retract(self.page.specific, user)
