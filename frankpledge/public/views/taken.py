"""A picture of a page for everybody to take away, at the page's own address."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.http import Http404, HttpResponse, QueryDict
from django.utils.text import slugify

from frankpledge.pictures.downloads import KINDS, as_csv, png, standalone
from frankpledge.pictures.picture import Picture

MOST_HELD = 64


def links(names: Iterable[str], area: str = "") -> dict[str, dict[str, str]]:
    of = f"area={area}&" if area else ""
    return {
        name: {kind.upper(): f"?{of}picture={name}&as={kind}" for kind in KINDS} for name in names
    }


def taken(asked: QueryDict, drawn: Mapping[str, Picture | None]) -> HttpResponse | None:
    """None where the page itself is asked for."""
    name = asked.get("picture")
    if not name:
        return None
    picture, kind = drawn.get(name), asked.get("as", "svg")
    if picture is None or kind not in KINDS:
        raise Http404
    answer = HttpResponse(_made(picture, kind), content_type=KINDS[kind])
    called = slugify(picture.title)[:60].strip("-") or name
    answer["Content-Disposition"] = f'attachment; filename="{called}.{kind}"'
    answer["Access-Control-Allow-Origin"] = "*"  # open to every page, not only to ours
    return answer


@lru_cache(maxsize=MOST_HELD)
def _made(picture: Picture, kind: str) -> bytes:
    """Kept, since a PNG takes a while to draw and anybody may ask for it."""
    if kind == "csv":
        return as_csv(picture.table)
    return png(picture) if kind == "png" else standalone(picture)
