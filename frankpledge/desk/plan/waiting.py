"""What a coordinator could do next, in the order in which it matters."""

from dataclasses import dataclass

from django.urls import reverse

from frankpledge.desk.access import DeskRequest
from frankpledge.drafting.queries import drafts_of
from frankpledge.partnership.roles import Permission
from frankpledge.plan import queries
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import Row, Work
from frankpledge.progress import queries as rounds
from frankpledge.ui.said import count

MOST = 5


@dataclass(frozen=True)
class Waiting:
    title: str
    why: str
    rows: list[Row]
    more: int
    url: str
    url_words: str


def waiting(request: DeskRequest, plan: Plan, work: Work) -> list[Waiting]:
    if not request.access.may(Permission.EDIT_PLAN):
        return []
    slug = request.partnership.slug
    table = reverse("desk:plan-show", args=[slug, plan.pk])
    found = [
        _adoption(slug, plan),
        _round(request),
        _document(request),
        _unpublished(slug, plan),
        _rows(
            work.nobody,
            "Nobody answers for it",
            "Name somebody who can be asked.",
            table,
        ),
        _rows(
            work.past,
            "The date has passed",
            "Ask what became of it, or say when it is now expected.",
            f"{table}?due=past",
        ),
        _rows(
            work.late,
            "Expected later than promised",
            "The board should hear of these before the day comes.",
            table,
        ),
        _rows(
            work.unsaid,
            "Nothing said this quarter",
            "Ring, and type what you hear.",
            f"{table}?fresh={work.unsaid[0].freshness.key}" if work.unsaid else table,
        ),
    ]
    return [one for one in found if one is not None]


def _rows(rows: list[Row], title: str, why: str, url: str) -> Waiting | None:
    if not rows:
        return None
    more = len(rows) - MOST
    return Waiting(title, why, rows[:MOST], max(more, 0), url, "See them in the plan")


def _adoption(slug: str, plan: Plan) -> Waiting | None:
    if not plan.is_draft:
        return None
    url = reverse("desk:plan-adopt", args=[slug, plan.pk])
    why = "Nobody outside the partnership sees it before it is adopted."
    return Waiting("This plan is still a draft", why, [], 0, url, "Preview and adopt it")


def _unpublished(slug: str, plan: Plan) -> Waiting | None:
    if plan.is_draft or not queries.unpublished(plan).any:
        return None
    url = reverse("desk:plan-publish", args=[slug, plan.pk])
    why = "What the public sees is older than what is known here."
    return Waiting("There is something to publish", why, [], 0, url, "Preview and publish")


def _document(request: DeskRequest) -> Waiting | None:
    """The newest that was brought in and is no plan yet."""
    drafts = [one for one in drafts_of(request.partnership) if one.draft.state == "open"]
    if not drafts:
        return None
    first = drafts[0]
    why = f"{count(first.actions, 'promise')} understood, {count(first.left, 'thing')} to look at."
    url = reverse("desk:draft", args=[request.partnership.slug, first.draft.pk])
    title = f"‘{first.draft.title or first.draft.name}’ is not a plan yet"
    return Waiting(title, why, [], 0, url, "Go on with it")


def _round(request: DeskRequest) -> Waiting | None:
    """The round that runs, with what is to be done in it."""
    now = rounds.current_round(request.partnership)
    if now is None or not now.is_running or not request.access.may(Permission.RUN_ROUNDS):
        return None
    holds = rounds.will_hold(now)
    why = f"{count(holds.unread, 'answer')} to read, {count(holds.missing, 'promise')} to come."
    url = reverse("desk:round-show", args=[request.partnership.slug, now.pk])
    return Waiting(f"The round for {rounds.period_words(now)}", why, [], 0, url, "Go to the round")
