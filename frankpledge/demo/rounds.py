"""Marshwick's rounds: two that are over and published, and one in which some have answered.

What was said stands in the plan already, with its day. Here it is put into its rounds.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from frankpledge.asking.models import Letter, Link
from frankpledge.demo.brought import bring_to_board
from frankpledge.demo.days import Days
from frankpledge.demo.world import HOST
from frankpledge.partnership import queries as who
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Plan, Standing
from frankpledge.plan.queries import current_plan
from frankpledge.progress import changes
from frankpledge.progress.models import Answer, Item, OutcomeAnswer, Request, Round, Verdict
from frankpledge.record.lines import Author

WHERE = "marshwick"
PASSED_TO = ("Nell Okafor", "nell.okafor@police.example")


@transaction.atomic
def live_through_rounds(days: Days) -> None:
    partnership = who.partnership_by_slug(WHERE)
    plan = current_plan(partnership) if partnership else None
    if partnership is None or plan is None or Round.objects.filter(plan=plan).exists():
        return
    by = _coordinator(partnership)
    changes.set_rhythm(
        partnership=partnership,
        version=1,
        by=by,
        ring="01632 960 120",
        letter_words="The board meets on the second Tuesday of next month.",
    )
    for quarter in (-3, -2):
        round_ = _round(plan, days, quarter, due=days.day(f"q{quarter + 1}+20"), by=by)
        _agree(round_, by)
        if quarter == -2:
            bring_to_board(round_, by)
        _close(round_, by)
    running = _round(plan, days, -1, due=today() + datetime.timedelta(days=6), by=by)
    _go_on(running, by)


def _coordinator(partnership: Partnership) -> Author:
    account = next((one.account for one in _accounts(partnership)), None)
    return account or HOST


def _accounts(partnership: Partnership):  # type: ignore[no-untyped-def]
    return (person for person in who.coordinators(partnership) if hasattr(person, "account"))


def _round(plan: Plan, days: Days, quarter: int, *, due: datetime.date, by: Author) -> Round:
    after = days.day(f"q{quarter + 1}+0")
    round_ = changes.plan_round(
        partnership=plan.partnership,
        plan=plan,
        starts=days.day(f"q{quarter}+0"),
        ends=after - datetime.timedelta(days=1),
        opens_on=after + datetime.timedelta(days=1),
        due_on=due,
        by=by,
    )
    changes.open_round(round_=round_, by=by)
    changes.ask(round_=round_, by=by)
    _arrive(round_)
    _take_over(round_, after, days.day(f"q{quarter + 2}+0"))
    return round_


def _arrive(round_: Round) -> None:
    """The letters of that day came, as far as the demonstration goes."""
    at = _morning(round_.opens_on)
    about = [one.about for one in Request.objects.filter(round=round_)]
    Letter.objects.filter(about__in=about).update(state="sent", sent_at=at, made_at=at, tries=1)
    Request.objects.filter(round=round_, asked_at__isnull=False).update(asked_at=at)


def _morning(day: datetime.date) -> datetime.datetime:
    at = datetime.time(9, 10)
    return timezone.make_aware(datetime.datetime.combine(day, at))


def _take_over(round_: Round, after: datetime.date, before: datetime.date) -> None:
    said = _said(round_.plan, after, before)
    for item in Item.objects.filter(request__round=round_).select_related("request__link"):
        if standings := said.pop(item.action_id, []):
            _answer(item, standings, round_)


def _said(plan: Plan, after: datetime.date, before: datetime.date) -> dict[int, list[Standing]]:
    here = Standing.objects.filter(said_on__gte=after, said_on__lt=before)
    own = here.filter(action__plan=plan)
    theirs = here.filter(outcome__action__plan=plan).select_related("outcome")
    found: dict[int, list[Standing]] = defaultdict(list)
    for standing in [*own, *theirs]:
        action = standing.outcome.action_id if standing.outcome else standing.action_id
        found[action or 0].append(standing)
    return found


def _answer(item: Item, standings: list[Standing], round_: Round) -> None:
    newest = max(standings, key=lambda one: one.said_on)
    at = _morning(newest.said_on)
    answer = Answer.objects.create(
        item=item,
        press=f"demonstration:{item.pk}",
        via="link" if item.request.email else "typed",
        said_by=newest.said_by,
        said_by_is_name=newest.said_by_is_name,
        said_on=newest.said_on,
        happened=_words(standings),
        is_late=newest.said_on > round_.due_on,
        standing=next((one for one in standings if one.action_id), None),
    )
    Answer.objects.filter(pk=answer.pk).update(sent_at=at)
    OutcomeAnswer.objects.bulk_create(_stands(answer, one) for one in standings)
    if item.request.link:
        Link.objects.filter(pk=item.request.link.pk).update(first_opened_at=at, last_opened_at=at)


def _words(standings: Iterable[Standing]) -> str:
    return "\n\n".join(dict.fromkeys(one.words for one in standings if one.words))


def _stands(answer: Answer, standing: Standing) -> OutcomeAnswer:
    return OutcomeAnswer(
        answer=answer,
        outcome=standing.outcome,
        state=standing.state,
        rating=standing.rating,
        condition=standing.condition,
        figure=standing.figure,
        of=standing.of,
        standing=standing,
    )


def _agree(round_: Round, by: Author) -> None:
    Verdict.objects.bulk_create(
        Verdict(item=answer.item, answer=answer, kind="agreed", is_public=True, by=by.record_name)
        for answer in Answer.objects.filter(item__request__round=round_).select_related("item")
    )


def _close(round_: Round, by: Author) -> None:
    changes.start_review(round_=round_, by=by)
    changes.freeze(round_=round_, by=by)
    changes.publish(round_=round_, by=by)


def _go_on(round_: Round, by: Author) -> None:
    """One letter came back, one lead has passed a promise on, one has opened and not answered."""
    waiting = list(
        Request.objects.filter(round=round_, asked_at__isnull=False)
        .exclude(items__answers__isnull=False)
        .select_related("round__partnership", "link")
    )
    for request, happens in zip(waiting, (_comes_back, _is_passed_on, _is_opened), strict=False):
        happens(request, by)


def _comes_back(request: Request, by: Author) -> None:
    changes.bounced(letter=Letter.objects.get(about=request.about), by=by)


def _is_passed_on(request: Request, by: Author) -> None:
    name, email = PASSED_TO
    items = list(request.items.select_related("action"))
    why = "Nell has the figures this time."
    changes.pass_on(request=request, items=items[:1], name=name, email=email, why=why, by=by)


def _is_opened(request: Request, by: Author) -> None:
    if request.link:
        Link.objects.filter(pk=request.link.pk).update(first_opened_at=timezone.now())
