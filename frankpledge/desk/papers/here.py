"""The paper that an address names, and who may read which."""

from django.urls import reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.papers import queries
from frankpledge.papers.models import Build
from frankpledge.partnership.roles import Permission
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import NotThere
from frankpledge.progress import queries as rounds
from frankpledge.progress.models import Round

HERE = "desk:papers"
MAKE = Permission.MAKE_PAPERS
CLOSE = ("internal", "board")  # audiences whose papers are for the board and its officers


def may_make(request: DeskRequest) -> bool:
    return request.access.may(MAKE)


def may_read(request: DeskRequest, build: Build) -> bool:
    """Whoever makes papers reads all. Others read what is approved, the board's if they may."""
    if may_make(request):
        return True
    if not build.approved_at:
        return False
    return build.audience not in CLOSE or request.access.may(Permission.SEE_RECORD)


def build_here(request: DeskRequest, pk: int) -> Build:
    build = queries.build_in(request.partnership, pk)
    if not may_read(request, build):
        raise NotThere
    return build


def build_url(request: DeskRequest, build: Build) -> str:
    return reverse("desk:paper", args=[request.partnership.slug, build.pk])


def subjects(request: DeskRequest, of: str) -> list[tuple[str, str]]:
    """What a paper may be made of: rounds, and for some papers plans, the newest first."""
    found = [
        (f"round-{one.pk}", f"{rounds.period_words(one)}, {one.get_stage_display().lower()}")
        for one in rounds.rounds_of(request.partnership)
        if one.stage != "planned"
    ]
    if of == "plan":
        plans = queries.plans_of(request.partnership)
        found += [(f"plan-{one.pk}", f"{one.title}, as last adopted") for one in plans]
    return found


def subject(request: DeskRequest, key: str) -> Round | Plan:
    kind, _, pk = key.partition("-")
    if not (pk.isdecimal() and pk.isascii() and len(pk) < 19):
        raise NotThere
    if kind == "round":
        return rounds.round_in(request.partnership, int(pk))
    return queries.plan_in(request.partnership, int(pk))
