"""A round is planned, opened, asked and taken to review; each step can be taken back."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from frankpledge.asking import letters
from frankpledge.asking.models import Letter
from frankpledge.judging.changes import keep_judgements
from frankpledge.partnership.models import Partnership
from frankpledge.plan.changes.decisions import checked, created
from frankpledge.plan.models import Plan
from frankpledge.progress.changes.letters import ask_all
from frankpledge.progress.changes.requests import make_requests
from frankpledge.progress.changes.steps import (
    put,
    require_stage,
    require_version,
    take,
    tell,
)
from frankpledge.progress.changes.turns import change
from frankpledge.progress.models import (
    Answer,
    Item,
    Request,
    Rhythm,
    Round,
    Step,
    Typing,
)
from frankpledge.progress.models.rounds import AUDIENCES, for_the_board
from frankpledge.record import lines
from frankpledge.record.errors import Refused

RHYTHM_FIELDS = frozenset(f.name for f in Rhythm._meta.fields) - {"partnership", "version"}
ROUND_FIELDS = frozenset({"opens_on", "due_on", "audiences", "note", "opens_by_itself"})
LONGEST_WAIT = 366


@change
def set_rhythm(
    *, partnership: Partnership, version: int, by: lines.Author, **fields: Any
) -> Rhythm:
    """How this partnership's rounds go unless somebody says otherwise."""
    _only(fields, RHYTHM_FIELDS)
    found = Rhythm.objects.filter(partnership=partnership).first()
    row = found or Rhythm(partnership=partnership)
    require_version(row, version, fields)
    old = {name: getattr(row, name) for name in fields}
    for name, value in fields.items():
        setattr(row, name, value)
    _require_sensible(row)
    row.version = version + 1 if found else version
    checked(row).save()
    lines.write(
        chain=partnership.chain,
        by=by,
        verb="rounds.timed",
        subject=lines.Subject("rhythm", str(partnership.pk), "How rounds go"),
        old=old,
        new=fields,
    )
    return row


def _only(fields: dict[str, Any], allowed: frozenset[str]) -> None:
    if unknown := set(fields) - allowed:
        raise TypeError(f"Not to be changed here: {', '.join(sorted(unknown))}")


def _require_sensible(row: Rhythm) -> None:
    if row.months not in (1, 2, 3, 4, 6, 12):
        raise Refused("A round is for 1, 2, 3, 4, 6 or 12 months.", field="months")
    if row.due_after < row.opens_after:
        raise Refused("The answers cannot be due before they are asked for.", field="due_after")
    for name in ("remind_before", "remind_after"):
        days = getattr(row, name)
        if any(not isinstance(day, int) or not 0 <= day <= LONGEST_WAIT for day in days):
            raise Refused("Type days as whole numbers, such as 3.", field=name)
    _require_audiences(row.audiences)


def _require_audiences(audiences: Sequence[str]) -> None:
    if not audiences or not set(audiences) <= {key for key, _ in AUDIENCES}:
        raise Refused("Choose whom this round is for.", field="audiences")


@change
def plan_round(
    *,
    partnership: Partnership,
    plan: Plan,
    starts: datetime.date,
    ends: datetime.date,
    by: lines.Author,
    opens_on: datetime.date | None = None,
    due_on: datetime.date | None = None,
    audiences: Sequence[str] | None = None,
    opens_by_itself: bool | None = None,
    note: str = "",
) -> Round:
    rhythm = Rhythm.objects.filter(partnership=partnership).first() or Rhythm()
    _require_fit(partnership, plan, starts, ends)
    by_itself = rhythm.opens_by_itself if opens_by_itself is None else opens_by_itself
    round_ = Round(
        partnership=partnership,
        plan=plan,
        starts=starts,
        ends=ends,
        opens_on=opens_on or ends + datetime.timedelta(days=rhythm.opens_after),
        due_on=due_on or ends + datetime.timedelta(days=rhythm.due_after),
        audiences=list(audiences or rhythm.audiences or for_the_board()),
        opens_by_itself=by_itself,
        note=note,
    )
    _require_dates(round_)
    checked(round_).save(force_insert=True)
    created(Step, round=round_, kind="planned", by=by.record_name[:160])
    dates = {name: getattr(round_, name) for name in ("starts", "ends", "opens_on", "due_on")}
    tell(round_, "round.planned", by, new={**dates, "for": round_.audiences})
    return round_


def _require_fit(
    partnership: Partnership, plan: Plan, starts: datetime.date, ends: datetime.date
) -> None:
    if plan.partnership_id != partnership.pk:
        raise Refused("Choose a plan of this partnership.", field="plan")
    if not plan.is_live:
        raise Refused("A round asks about an adopted plan. Adopt the plan first.", field="plan")
    if ends < starts:
        raise Refused("The period must end after it starts.", field="ends")
    if Round.objects.filter(plan=plan, starts=starts, ends=ends).exists():
        raise Refused("There is a round for this period already.", field="starts")


def _require_dates(round_: Round) -> None:
    if round_.due_on < round_.opens_on:
        raise Refused("The answers cannot be due before they are asked for.", field="due_on")
    _require_audiences(round_.audiences)


@change
def change_round(*, round_: Round, version: int, by: lines.Author, **fields: Any) -> Round:
    _only(fields, ROUND_FIELDS)
    require_version(round_, version, fields)
    if round_.is_frozen:
        raise Refused("This round is frozen, so its dates stay. Reopen it first.")
    changed = {name: value for name, value in fields.items() if getattr(round_, name) != value}
    if changed:
        old = {name: getattr(round_, name) for name in changed}
        for name, value in changed.items():
            setattr(round_, name, value)
        _require_dates(round_)
        checked(round_)
        put(round_, **changed)
        tell(round_, "round.changed", by, old=old, new=changed)
    return round_


@change
def remove_round(*, round_: Round, by: lines.Author, why: str) -> None:
    """One that was only planned. The record keeps that it was there."""
    require_stage(round_, "planned", otherwise="Only a round that was not opened can be removed.")
    if round_.strikes.exists():
        raise Refused("Something was proposed to be struck in this round, so it stays.")
    tell(round_, "round.removed", by, old={"starts": round_.starts, "ends": round_.ends}, why=why)
    round_.steps.all().delete()
    round_.delete()


@change
def open_round(*, round_: Round, by: lines.Author) -> Round:
    """From here on the round knows whom it asks and for what. Nobody has been written to."""
    require_stage(round_, "planned", otherwise="A round is opened once.")
    if not round_.plan.is_live:
        raise Refused(f"The plan is {round_.plan.status}, so nobody is asked about it.")
    leads, promises = make_requests(round_)
    if not promises:
        raise Refused("There is nothing to ask: every promise is closed, or has its answer.")
    take(round_, "open", by=by, new={"leads": leads, "promises": promises})
    # What leads are asked where figures say otherwise stays the same for the whole round.
    keep_judgements(plan=round_.plan, by=by)
    return round_


@change
def ask(*, round_: Round, by: lines.Author) -> list[Letter]:
    """One letter with one link to everybody who can be written to."""
    require_stage(round_, "open", otherwise="Leads are asked once, after the round is opened.")
    sent = ask_all(round_, by)
    take(round_, "asked", by=by, new={"letters": len(sent)})
    return sent


@change
def start_review(*, round_: Round, by: lines.Author) -> Round:
    """The asking is over. Answers that still come are taken."""
    require_stage(round_, "asked", otherwise="Only a round that was asked goes to review.")
    take(round_, "review", by=by)
    return round_


@change
def undo_step(*, round_: Round, by: lines.Author, why: str = "") -> Round:
    """Takes the newest step back. After the freeze there is only reopening, with its reason."""
    if round_.is_frozen:
        raise Refused("This round is frozen. Reopen it, and say why.")
    step = round_.steps.filter(undone_at=None).exclude(kind="reopened").last()
    if step is None or step.kind == "planned":
        raise Refused("There is no step to take back.")
    back = {"open": "planned", "asked": "open", "review": "asked"}.get(step.kind)
    if back is None or step.kind != round_.stage:
        raise Refused("This round was frozen before: it goes on to the next freeze.")
    new = _undo_open(round_) if step.kind == "open" else {}
    if step.kind == "asked":
        new = {"letters kept back": _call_off_letters(round_)}
    step.undone_at, step.undone_by = timezone.now(), by.record_name[:160]
    step.save(update_fields=["undone_at", "undone_by"])
    put(round_, stage=back)
    tell(round_, "round.step-undone", by, old={"step": step.kind}, new=new, why=why)
    return round_


def _undo_open(round_: Round) -> dict[str, Any]:
    """What was typed or sent is never thrown away with the list of whom to ask."""
    requests = Request.objects.filter(round=round_)
    items = Item.objects.filter(request__in=requests)
    said = Answer.objects.filter(item__in=items).exists()
    if said or Typing.objects.filter(item__in=items).exists():
        raise Refused("Somebody has answered already, so this round stays open.")
    if requests.filter(asked_at__isnull=False).exists():
        raise Refused("Somebody has been asked already, so this round stays open.")
    leads = requests.count()
    items.delete()
    requests.delete()
    return {"leads no longer asked": leads}


def _call_off_letters(round_: Round) -> int:
    """What has gone has gone, and its link still opens; the rest is kept back."""
    kept_back = 0
    for request in Request.objects.filter(round=round_):
        kinds = ("ask", "remind")
        kept = letters.call_off(partnership=round_.partnership, about=request.about, kinds=kinds)
        if kept:
            Request.objects.filter(pk=request.pk).update(asked_at=None)
        kept_back += kept
    return kept_back
