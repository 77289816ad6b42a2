"""Serves colours and logos. A name holds the digest of its content, so it never goes stale."""

import re
from pathlib import PurePath

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from frankpledge.partnership import logos
from frankpledge.partnership.brand import mark_of, style_of
from frankpledge.partnership.queries import partnership_by_logo, partnership_by_slug

FOR_EVER = "public, max-age=31536000, immutable"
STYLE = re.compile(r"(?P<slug>[a-z0-9-]+)-(?P<mark>[0-9a-f]{10})\.css")


@require_safe
def serve(request: HttpRequest, name: str) -> HttpResponseBase:
    style = STYLE.fullmatch(name)
    response = _style(style["slug"], style["mark"]) if style else _logo(name)
    response.headers["Cache-Control"] = FOR_EVER
    return response


def _style(slug: str, mark: str) -> HttpResponse:
    partnership = partnership_by_slug(slug)
    if partnership is None or not partnership.colour or mark_of(partnership.colour) != mark:
        raise Http404
    return HttpResponse(style_of(partnership.colour), content_type="text/css; charset=utf-8")


def _logo(name: str) -> FileResponse:
    partnership = partnership_by_logo(name)
    kind = logos.TYPES.get(PurePath(name).suffix.removeprefix("."))
    if partnership is None or kind is None:
        raise Http404
    try:
        return FileResponse(partnership.logo.open("rb"), content_type=kind)
    except FileNotFoundError:
        raise Http404 from None
