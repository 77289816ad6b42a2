"""Answers a reader: the same to everybody, with a name by which a browser may keep it.

Pages are made without the request, so nothing of whoever asks can find its way into them, no
cookie is set, and a cache between us and the reader may keep them too. The name (ETag) is made
from the whole page: what it shows comes from the published document, but also from the day, the
partnership's own settings and this release, and a text withdrawn by law must go at once.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]
KEPT = "public, max-age=0, must-revalidate"


def page(template: str, context: Mapping[str, Any]) -> HttpResponse:
    return HttpResponse(render_to_string(template, dict(context)))


def public_page(view: View) -> View:
    """Reads only, and answers 'not changed' to a browser that has this very page."""

    @require_safe
    @wraps(view)
    def answered(request: HttpRequest, **ids: Any) -> HttpResponse:
        response = view(request, **ids)
        if response.status_code != 200:
            return response
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response["ETag"], response["Cache-Control"] = etag, KEPT
        return get_conditional_response(request, etag=etag, response=response) or response

    return answered
