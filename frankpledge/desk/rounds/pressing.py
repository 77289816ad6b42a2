"""Buttons of the round's page: each does one thing, and only to the round as it was read."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.rounds.board import board_page
from frankpledge.desk.rounds.here import round_url, version_sent
from frankpledge.progress.models import Round
from frankpledge.record.errors import Refused

MEANWHILE = (
    "Somebody else changed this round while you were reading. Nothing was done. This is how it "
    "stands now; press again if you still mean it."
)


def press(
    request: DeskRequest, round_: Round, act: Callable[[], str], back: str = ""
) -> HttpResponse:
    """`act` says what was done."""
    if version_sent(request) != round_.version:
        return board_page(request, round_, told=MEANWHILE, status=409)
    try:
        said = act()
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, said)
    return redirect(back or round_url(request, round_))
