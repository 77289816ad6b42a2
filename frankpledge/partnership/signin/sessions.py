"""Sessions end: after two hours in which nothing was done, and after twelve in any case."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

IDLE = 2 * 60 * 60
WHOLE = 12 * 60 * 60
NOTED_EVERY = 60  # seconds; noting each page would write to the database for each page
BEGAN, SEEN, ENDED = "began", "seen", "session-ended"


class SessionsEnd:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Without the cookie there is nothing to end, and public pages stay cacheable.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session:
            _end_or_note(request)
        return self.get_response(request)


@receiver(user_logged_in)
def begin(sender: Any, request: HttpRequest, **_: Any) -> None:
    now = time.time()
    request.session[BEGAN], request.session[SEEN] = now, now
    request.session.pop(ENDED, None)


def _end_or_note(request: HttpRequest) -> None:
    now, session = time.time(), request.session
    began, seen = session.get(BEGAN, 0), session.get(SEEN, 0)
    if now - began > WHOLE or now - seen > IDLE:
        logout(request)
        request.session[ENDED] = True
    elif now - seen > NOTED_EVERY:
        session[SEEN] = now
