"""The plan as open data: exactly what was published, with its hash."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from frankpledge.public import finding
from frankpledge.public.answering import public_page


@public_page
def data(request: HttpRequest, slug: str, freeze_id: int | None = None) -> HttpResponse:
    found = finding.published(slug, freeze_id)
    body = found.raw
    freeze = found.shown.freeze
    told = {
        "partnership": found.partnership.name,
        "published": freeze.at.isoformat(timespec="seconds"),
        "version": freeze.version,
        "hash": freeze.hash,
        "previous": freeze.previous,
        "public": body,
    }
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Access-Control-Allow-Origin"] = "*"  # open to every page, not only to ours
    return response
