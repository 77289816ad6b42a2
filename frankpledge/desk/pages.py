"""What every page of the desk shows round its own content."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.partnership.brand import brand
from frankpledge.partnership.roles import Permission

# name of the url, words, what one must be allowed to see it
NAV = [
    ("desk:home", "My work", Permission.SEE_DESK),
    ("desk:plan", "Plan", Permission.SEE_INTERNAL),
    ("desk:rounds", "Round", Permission.SEE_INTERNAL),
    ("desk:log", "Log", Permission.SEE_INTERNAL),
    ("desk:evidence", "Evidence", Permission.SEE_INTERNAL),
    ("desk:papers", "Papers", Permission.SEE_INTERNAL),
    ("desk:people", "People", Permission.SEE_INTERNAL),
    ("desk:record", "Record", Permission.SEE_RECORD),
    ("desk:settings", "Settings", Permission.EDIT_SETTINGS),
]


def page(
    request: DeskRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    here: str = "",
    status: int = 200,
) -> HttpResponse:
    """`here`: the url name of the part of the desk that this page belongs to."""
    around = {
        "layout": "desk/layout.html",
        "partnership": request.partnership,
        "home_url": reverse("desk:home", args=[request.partnership.slug]),
        "who": request.user.record_name,
        "access": request.access,
        **brand(request.partnership),
        "nav": nav_of(request, here),
        **(context or {}),
    }
    return render(request, template, around, status=status)


def nav_of(request: DeskRequest, here: str) -> list[dict[str, Any]]:
    slug = request.partnership.slug
    return [
        {"url": reverse(name, args=[slug]), "words": words, "current": name == here}
        for name, words, permission in NAV
        if request.access.may(permission)
    ]
