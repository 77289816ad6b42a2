"""A picture of a page to take away, at the page's own address: ?picture=months&as=svg."""

from collections.abc import Callable, Mapping

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from frankpledge.desk.access import DeskRequest
from frankpledge.pictures.downloads import KINDS, as_csv, png, standalone
from frankpledge.pictures.picture import Picture

MADE: dict[str, tuple[str, Callable[[Picture], bytes]]] = {
    "svg": (KINDS["svg"], standalone),
    "png": (KINDS["png"], png),
    "csv": (KINDS["csv"], lambda picture: as_csv(picture.table)),
}


def downloads(request: DeskRequest, name: str) -> dict[str, str]:
    return {kind.upper(): _address(request, name, kind) for kind in MADE}


def _address(request: DeskRequest, name: str, kind: str) -> str:
    asked = request.GET.copy()
    asked["picture"], asked["as"] = name, kind
    return f"?{asked.urlencode()}"


def taken_away(request: DeskRequest, drawn: Mapping[str, Picture | None]) -> HttpResponse | None:
    name = request.GET.get("picture")
    if not name:
        return None
    picture, kind = drawn.get(name), request.GET.get("as", "svg")
    if picture is None or kind not in MADE:
        raise Http404
    content_type, make = MADE[kind]
    called = slugify(picture.title)[:60].strip("-") or name
    return attached(make(picture), content_type, f"{called}.{kind}")


def attached(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
