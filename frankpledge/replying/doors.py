"""The one door to what a lead sees. The address holds the secret; the cookie gives no right.

Fetching an address shows a neutral page and counts as nothing: mail scanners do that. Start opens
it, and from then on this browser is told from others by its `hand`.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from frankpledge.asking import links
from frankpledge.asking.models import Link
from frankpledge.delivery.changes import LinkRevoked
from frankpledge.delivery.models import Owed
from frankpledge.delivery.queries import owed_behind
from frankpledge.progress import queries
from frankpledge.progress.changes import Revoked
from frankpledge.progress.models import Question, Request
from frankpledge.record.lines import System
from frankpledge.replying.pages import closed, hushed, unknown

View = Callable[..., HttpResponse]
COOKIE = "answering"
SALT = "frankpledge.replying.hand"
KEPT_DAYS = 60
METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Door:
    token: str
    link: Link
    asks: Request | Question | Owed
    hand: str  # which browser this is
    is_open: bool  # Start was pressed in this browser

    @property
    def request(self) -> Request:
        if not isinstance(self.asks, Request):
            raise TypeError("This link opens a question.")
        return self.asks

    @property
    def question(self) -> Question:
        if not isinstance(self.asks, Question):
            raise TypeError("This link opens a request.")
        return self.asks

    @property
    def owed(self) -> Owed:
        if not isinstance(self.asks, Owed):
            raise TypeError("This link opens no return.")
        return self.asks

    @property
    def author(self) -> System:
        name = self.asks.to if isinstance(self.asks, Question) else self.asks.called
        return System(name, self.asks.about)

    def url(self, name: str, *ids: int) -> str:
        return reverse(f"replying:{name}", args=[self.token, *ids])

    @property
    def inside(self) -> str:
        names = {Request: "list", Question: "question", Owed: "figures"}
        return self.url(names[type(self.asks)])

    @property
    def front(self) -> str:
        """The neutral page before Start."""
        own = isinstance(self.asks, Owed)
        return "replying/returns/door.html" if own else "replying/door.html"


class DoorRequest(HttpRequest):
    door: Door


def behind_link(kind: type[Request] | type[Question] | type[Owed]) -> Callable[[View], View]:
    """A page behind Start. What is posted is taken without it: it was typed by somebody."""

    def decorate(view: View) -> View:
        @answered
        def guarded(request: Any, **ids: Any) -> HttpResponse:
            door: Door = request.door
            if not isinstance(door.asks, kind):
                return unknown(request)
            if request.method != "POST":
                if not door.link.is_live:
                    return closed(request, door)
                if not door.is_open:
                    return redirect(door.url("door"))
            response = view(request, **ids)
            if request.method == "POST" and not door.is_open:
                remember(response, door)
            return response

        return guarded

    return decorate


def answered(view: View) -> View:
    """Finds what the link opens. Unknown, altered and guessed ones all get the same page.

    There is nothing here for a forged request to borrow: whoever can write this address has the
    link. So no token of a session is asked for, and none can run out and eat what was typed.
    """

    @csrf_exempt
    @wraps(view)
    def outer(request: Any, token: str, **ids: Any) -> HttpResponse:
        return hushed(_let_in(request, view, token, ids))

    return outer


def _let_in(request: Any, view: View, token: str, ids: dict[str, Any]) -> HttpResponse:
    if request.method not in METHODS:
        return HttpResponse(status=405, headers={"Allow": ", ".join(METHODS)})
    link = links.link_by_token(token)
    asks = _behind(link) if link else None
    if link is None or asks is None:
        return unknown(request)
    known = _hand(request, link)
    request.door = Door(token, link, asks, known or secrets.token_hex(16), bool(known))
    if link.is_revoked:
        return closed(request, request.door)
    try:
        return view(request, **ids)
    except queries.NotThere:
        return unknown(request)
    except (Revoked, LinkRevoked):
        link.refresh_from_db()
        return closed(request, request.door)


def _behind(link: Link) -> Request | Question | Owed | None:
    return queries.request_behind(link) or queries.question_behind(link) or owed_behind(link)


def _hand(request: HttpRequest, link: Link) -> str:
    """The mark this browser got when Start was pressed here; nothing where it was not."""
    try:
        held = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return ""
    return str(held["hand"]) if held.get("link") == link.pk else ""


def remember(response: HttpResponse, door: Door) -> None:
    response.set_cookie(
        COOKIE,
        signing.dumps({"link": door.link.pk, "hand": door.hand}, salt=SALT),
        max_age=KEPT_DAYS * 24 * 60 * 60,
        path=door.url("door"),
        httponly=True,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        samesite="Lax",
    )
