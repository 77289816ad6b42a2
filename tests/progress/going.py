"""A round under way with one of everything that an address can name, as the screens make it.

Beside it one that is only planned, and an older one that nobody answered and that is frozen.
"""

import datetime

from django.utils import timezone

from frankpledge.asking.models import Letter
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.partnership.queries import organisations_here
from frankpledge.plan.changes import Figure
from frankpledge.plan.models import Plan
from frankpledge.progress import changes, queries
from frankpledge.progress.forms.incoming import read_form
from frankpledge.progress.forms.workbook import workbook
from frankpledge.progress.given import AnswerGiven, OutcomeGiven
from frankpledge.progress.models import Answer, Item, Request, Round
from frankpledge.progress.periods import months_on
from frankpledge.progress.queries.replying import ItemHere
from frankpledge.record.lines import System

CLERK = System("The clerk")
PNG = b"\x89PNG\r\n\x1a\n and no more"
NEWS = "We went as far as the weather let us."


def put_rounds_in(partnership: Partnership) -> None:
    plan = Plan.objects.get(partnership=partnership, status="adopted")
    now = queries.next_period(plan, queries.rhythm_of(partnership))
    _answered_by_some(_asked(plan, *now))
    after = now[1] + datetime.timedelta(days=1)
    _planned(plan, after, months_on(after, 3) - datetime.timedelta(days=1))
    _frozen(_asked(plan, months_on(now[0], -3), now[0] - datetime.timedelta(days=1)))
    _have_arrived(partnership)


def _answered_by_some(round_: Round) -> None:
    first, *others = _leads(round_)
    _everything_at_once(first)
    _brought_back(first)
    if others:
        _answered(others[0])


def _planned(plan: Plan, starts: datetime.date, ends: datetime.date) -> Round:
    """The leads are asked a day ago, and are to answer within the week."""
    return changes.plan_round(
        partnership=plan.partnership,
        plan=plan,
        starts=starts,
        ends=ends,
        opens_on=today() - datetime.timedelta(days=1),
        due_on=today() + datetime.timedelta(days=7),
        by=CLERK,
    )


def _frozen(round_: Round) -> None:
    changes.start_review(round_=round_, by=CLERK)
    changes.freeze(round_=round_, by=CLERK)


def _asked(plan: Plan, starts: datetime.date, ends: datetime.date) -> Round:
    round_ = _planned(plan, starts, ends)
    changes.open_round(round_=round_, by=CLERK)
    changes.ask(round_=round_, by=CLERK)
    return round_


def _have_arrived(partnership: Partnership) -> None:
    yesterday = timezone.now() - datetime.timedelta(days=1)
    letters = Letter.objects.filter(partnership=partnership)
    letters.update(state="sent", made_at=yesterday, sent_at=yesterday)


def _leads(round_: Round) -> list[Request]:
    found = Request.objects.filter(round=round_, link__isnull=False).order_by("pk")
    return list(found.select_related("round__plan", "round__partnership", "link"))


def _everything_at_once(request: Request) -> None:
    here = queries.asked_items(request)[0]
    file = changes.keep_upload(item=here.item, name="yard.png", data=PNG, by=CLERK)
    given = _given(
        here,
        concern="Two are off sick.",
        decision="May we go on for another year?",
        help_needed="A van",
        evidence=({"url": "https://loamshire.example/yard", "says": "The yard"},),
        uploads=(file.pk,),
    )
    answer = _sent(here.item, given)
    changes.ask_question(
        item=here.item,
        words="Have you the hospital figures?",
        organisation=organisations_here(request.round.partnership)[0],
        by=CLERK,
    )
    changes.propose_strike(
        round_=request.round, action=here.item.action, why="The yard is sold.", by=CLERK
    )
    changes.send_back(answer=answer, question="How many was that?", version=1, by=CLERK)


def _brought_back(request: Request) -> None:
    """A workbook that waits to be looked through."""
    heres = queries.asked_items(request)
    data = workbook(request, heres, "Friday")
    incoming = read_form(data, "answers.xlsx")
    changes.keep_returned(
        request=request, incoming=incoming, name="answers.xlsx", data=data, by=CLERK
    )


def _answered(request: Request) -> None:
    here = queries.asked_items(request)[0]
    answer = _sent(here.item, _given(here))
    changes.agree(answer=answer, version=1, is_public=True, by=CLERK)


def _sent(item: Item, given: AnswerGiven) -> Answer:
    return changes.send_answer(item=item, given=given, press="first", by=CLERK)


def _given(here: ItemHere, **more: object) -> AnswerGiven:
    rating = here.scale[-1]
    outcomes = tuple(
        OutcomeGiven(one.outcome, rating=rating, figure=_figure(one)) for one in here.outcomes
    )
    return AnswerGiven(outcomes, today(), happened=NEWS, **more)  # type: ignore[arg-type]


def _figure(one: object) -> Figure:
    return Figure(none_because="Nobody counted") if getattr(one, "target", None) else Figure()
