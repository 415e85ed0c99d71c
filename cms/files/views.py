"""The one way to a file: asks whether a reader may have it, each time and by the clock."""

import mimetypes
import os
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cms.answers.settling import of_one_state
from cms.files.addresses import SIGNATURE, is_signed
from cms.files.publicity import closes_within, file_behind, is_public
from cms.files.storage import LocalFiles
from cms.models import Document, Image
from cms.second_factor.gate import is_proved
from cms.visibility import Visibility

PRIVATE: dict[str, int | bool] = {"private": True, "no_store": True}


@require_safe
def serve_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """Answer with a file, or 404 where a reader may not have it; both are never told apart."""
    file = file_behind(name)
    terms = of_one_state(lambda: terms_for(request, file, name)) if file else None
    if file is None or terms is None:
        return hidden()
    etag = f'"{sha256(name.encode()).hexdigest()[:32]}"'
    response = get_conditional_response(request, etag=etag) or _response(name, file)
    response["ETag"] = etag
    patch_cache_control(response, **terms)
    return response


def serve_document(request: HttpRequest, key: int, file_name: str) -> HttpResponseBase:
    """Serve a document at Wagtail's address of it, on the same terms."""
    name = Document.objects.filter(pk=key).values_list("file", flat=True).first()
    return serve_file(request, name) if name and os.path.basename(name) == file_name else hidden()


def terms_for(request: HttpRequest, file: Image | Document, name: str) -> dict[str, int | bool] | None:
    """Return on which terms caches may keep a file for whoever asks; nothing where they may not have it.

    What is public is decided without a look at the session, so that one copy serves all.
    """
    visibility = Visibility()
    if is_public(file, visibility):
        span = closes_within(file, visibility.now, timedelta(seconds=settings.FILE_SECONDS))
        return {"public": True, "max_age": int(span.total_seconds()), "must_revalidate": True}
    if is_signed(name, request.GET.get(SIGNATURE, "")) or _is_editor(request):
        return PRIVATE
    return None


def hidden() -> HttpResponse:
    """Return the answer that tells nothing: no cache keeps it, since the file may be public in a moment."""
    return HttpResponse(
        "Not found.", status=404, content_type="text/plain", headers={"Cache-Control": "no-store"}
    )


def _is_editor(request: HttpRequest) -> bool:
    return request.user.has_perm("wagtailadmin.access_admin") and is_proved(request)


def _response(name: str, file: Image | Document) -> HttpResponseBase:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    if settings.FILES_ACCEL_PREFIX and isinstance(default_storage, LocalFiles):
        response: HttpResponseBase = HttpResponse(content_type=kind)
        response["X-Accel-Redirect"] = settings.FILES_ACCEL_PREFIX + name
    else:
        try:
            response = FileResponse(default_storage.open(name), content_type=kind)
        except FileNotFoundError:
            raise Http404 from None
    # Documents are saved, never shown on our own origin, whatever is in them.
    is_document = isinstance(file, Document)
    response["Content-Disposition"] = (
        content_disposition_header(is_document, os.path.basename(name)) or "inline"
    )
    response["X-Content-Type-Options"] = "nosniff"
    return response
