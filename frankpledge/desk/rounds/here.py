"""The round that an address names, and what its pages need of it."""

from django.http import HttpRequest

from frankpledge.desk.access import DeskRequest
from frankpledge.desk.people.finding import url
from frankpledge.partnership.roles import Permission
from frankpledge.progress import queries
from frankpledge.progress.models import Round
from frankpledge.record.errors import Stale

RUN = Permission.RUN_ROUNDS
HERE = "desk:rounds"


def round_here(request: DeskRequest, pk: int) -> Round:
    return queries.round_in(request.partnership, pk)


def round_url(request: DeskRequest, round_: Round) -> str:
    return url(request, "round-show", round_.pk)


def may_run(request: DeskRequest) -> bool:
    return request.access.may(RUN)


def require_same(round_: Round, version: int) -> None:
    """What was read before the press is what there is now."""
    if round_.version != version:
        raise Stale(version=round_.version, current={})


def version_sent(request: HttpRequest) -> int:
    sent = request.POST.get("version", "")
    return int(sent) if sent.isdecimal() and sent.isascii() and len(sent) < 10 else 0
