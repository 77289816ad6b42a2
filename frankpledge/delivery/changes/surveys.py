"""Survey questions and their waves."""

import datetime
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from frankpledge.delivery.changes.fair import wrong_day
from frankpledge.delivery.changes.telling import (
    require_standing,
    required,
    same_outcomes,
    take_out,
    tell,
)
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.given import press_of
from frankpledge.delivery.models import SurveyQuestion, Wave, standing
from frankpledge.partnership.models import Partnership
from frankpledge.plan.changes.decisions import created, save_if_unmoved
from frankpledge.plan.models import Outcome
from frankpledge.record import lines
from frankpledge.record.errors import Refused
from frankpledge.record.told import told

FIELDS = ("name", "wording", "counted", "asked_of", "source", "polarity")
WAVE = ("starts", "ends", "part", "base", "per_cent", "break_why", "note")
MOST = 10_000_000


@change
def add_question(
    *,
    partnership: Partnership,
    by: lines.Author,
    outcomes: Sequence[Outcome] = (),
    **fields: Any,
) -> SurveyQuestion:
    _require_new(partnership, fields["name"])
    towards = same_outcomes(outcomes, partnership)
    question = created(SurveyQuestion, partnership=partnership, **fields)
    question.outcomes.set(towards)
    tell(question, "survey-question.added", by, new=_facts(question))
    return question


@change
def change_question(
    *,
    question: SurveyQuestion,
    version: int,
    by: lines.Author,
    outcomes: Sequence[Outcome] | None = None,
    **fields: Any,
) -> SurveyQuestion:
    """Where another wording was put to people, the wave says that it cannot be compared."""
    if "name" in fields:
        _require_new(question.partnership, fields["name"], question)
    old = _facts(question)
    towards = None if outcomes is None else same_outcomes(outcomes, question.partnership)
    save_if_unmoved(question, fields, version=version, shown=fields)  # type: ignore[arg-type]
    if towards is not None:
        question.outcomes.set(towards)
    tell(question, "survey-question.changed", by, old=old, new=_facts(question))
    return question


def _require_new(partnership: Partnership, name: str, but: SurveyQuestion | None = None) -> None:
    same = SurveyQuestion.objects.filter(partnership=partnership, name=name)
    if same.exclude(pk=but.pk if but else 0).exists():
        raise Refused("There is a question of that name.", field="name")


def _facts(question: SurveyQuestion) -> dict[str, Any]:
    towards = [str(outcome) for outcome in question.outcomes.all()]
    return {**{name: getattr(question, name) for name in FIELDS}, "towards": towards}


@change
def add_wave(
    *,
    question: SurveyQuestion,
    starts: datetime.date,
    ends: datetime.date,
    base: int,
    press: str,
    by: lines.Author,
    part: int | None = None,
    per_cent: Decimal | None = None,
    break_why: str = "",
    note: str = "",
) -> Wave:
    """With how many of how many; or with a per cent and its base, as reports print it."""
    values = _worked(starts, ends, base, part, per_cent, break_why, note)
    stored = press_of(press, told(values))
    there = Wave.objects.filter(question=question, press=stored).first()
    if there:
        return there
    _require_free(question, starts, ends)
    wave = created(Wave, question=question, press=stored, typed_by=by.record_name[:160], **values)
    tell(wave, "survey-wave.added", by, new=_told(wave))
    return wave


@change
def correct_wave(
    *,
    wave: Wave,
    why: str,
    starts: datetime.date,
    ends: datetime.date,
    base: int,
    by: lines.Author,
    part: int | None = None,
    per_cent: Decimal | None = None,
    break_why: str = "",
    note: str = "",
) -> Wave:
    why = required(why, "Say what was wrong.")
    require_standing(wave)
    values = _worked(starts, ends, base, part, per_cent, break_why, note)
    _require_free(wave.question, starts, ends, wave)
    newer = created(
        Wave,
        question=wave.question,
        corrects=wave,
        why=why,
        press=press_of(f"corrects:{wave.pk}"),
        typed_by=by.record_name[:160],
        **values,
    )
    tell(newer, "survey-wave.corrected", by, old=_told(wave), new=_told(newer), why=why)
    return newer


@change
def withdraw_wave(*, wave: Wave, why: str, by: lines.Author) -> None:
    why = required(why, "Say why it should not count.")
    require_standing(wave)
    take_out(wave, why, by)
    tell(wave, "survey-wave.withdrawn", by, old=_told(wave), why=why)


def _worked(
    starts: datetime.date,
    ends: datetime.date,
    base: int,
    part: int | None,
    per_cent: Decimal | None,
    break_why: str,
    note: str,
) -> dict[str, Any]:
    for name, day in (("starts", starts), ("ends", ends)):
        if wrong := wrong_day(day):
            raise Refused(wrong, field=name)
    if ends < starts:
        raise Refused("The last day must not be before the first.", field="ends")
    if not 1 <= base <= MOST:
        raise Refused("Nobody was asked: a share of nought says nothing.", field="base")
    if (part is None) == (per_cent is None):
        raise Refused("Give either how many said so or the per cent.", field="part")
    if part is None and per_cent is not None:
        if not 0 <= per_cent <= 100:
            raise Refused("A per cent lies between 0 and 100.", field="per_cent")
        part = int((per_cent * base / 100).quantize(Decimal(1), ROUND_HALF_UP))
    if part is None or not 0 <= part <= base:
        raise Refused("No more can have said so than were asked.", field="part")
    return {
        "starts": starts,
        "ends": ends,
        "part": part,
        "base": base,
        "per_cent": per_cent,
        "break_why": break_why,
        "note": note,
    }


def _require_free(
    question: SurveyQuestion,
    starts: datetime.date,
    ends: datetime.date,
    but: Wave | None = None,
) -> None:
    """The same people are not counted twice."""
    others = Wave.objects.filter(standing(), question=question).exclude(pk=but.pk if but else 0)
    if others.filter(starts__lte=ends, ends__gte=starts).exists():
        raise Refused("There is a wave of these days already. Correct that one.", field="starts")


def _told(wave: Wave) -> dict[str, Any]:
    found = {name: getattr(wave, name) for name in WAVE}
    return {name: value for name, value in found.items() if value not in (None, "")}
