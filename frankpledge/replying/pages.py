"""What every page behind a link shows, and how little of it may be kept or passed on."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from frankpledge.partnership.brand import brand
from frankpledge.progress import queries


def page(
    request: Any, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    door = request.door
    round_ = getattr(door.asks, "round", None)  # a return belongs to none
    partnership = door.link.partnership
    around = {
        "partnership": partnership,
        "home_url": door.url("door"),
        "door": door,
        "round": round_,
        "period": queries.period_words(round_) if round_ else "",
        "ring": queries.whom_to_ring(partnership),
        "foot_links": _foot(partnership.slug),
        **brand(partnership),
        **(context or {}),
    }
    return render(request, template, around, status=status)


def _foot(slug: str) -> list[dict[str, str]]:
    named = (("public:accessibility", "Accessibility"), ("public:privacy", "Privacy"))
    return [{"url": reverse(name, args=[slug]), "words": words} for name, words in named]


def unknown(request: HttpRequest) -> HttpResponse:
    """The same for whatever is not a link of ours: it tells a guesser nothing."""
    return render(request, "replying/unknown.html", status=404)


def closed(request: Any, door: Any) -> HttpResponse:
    """The link was taken back, or what it was for is over."""
    return page(request, "replying/closed.html", {"revoked": door.link.is_revoked}, status=410)


def hushed(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    # Django would write the address of every refusal into the log, and this one is a secret.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
