"""What the rules of doubt look at, from rows that are loaded already."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from frankpledge.figures.odds.judgement import Judgement
from frankpledge.judging.disagreeing import disagreement_of
from frankpledge.partnership.models import Contact, Organisation, Partnership
from frankpledge.partnership.queries import groups
from frankpledge.plan.models import Action, Outcome, Plan, Timescale
from frankpledge.plan.showing import Scale, Shown
from frankpledge.progress.doubts import Aim, Known, OutcomeSaid, Said
from frankpledge.progress.models import Answer, Item, OutcomeAnswer, Round
from frankpledge.progress.targets import counted

DATED = ("date", "span")
_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")


def known_here(partnership: Partnership, plan: Plan, words: Iterable[str]) -> Known:
    """Three queries. Abbreviations that the plan itself uses need no explaining."""
    contacts = Contact.objects.filter(partnership=partnership).select_related("person")
    people = list(contacts)
    bodies = Organisation.objects.values_list("short_name", flat=True).exclude(short_name="")
    short = {place.place.abbreviation for place in groups(partnership)} | set(bodies)
    for text in words:
        short |= set(_CAPITALS.findall(text))
    return Known(
        initials=frozenset(one.initials.upper() for one in people if one.initials)
        | frozenset(_initials(one.person.name) for one in people),
        people=frozenset(one.person.name for one in people),
        abbreviations=frozenset(part for one in short for part in _CAPITALS.findall(one)),
    )


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split()).upper()


def said_in(
    answer: Answer,
    round_: Round,
    scale: Scale,
    before: Sequence[str],
    known: Known,
    judged: Mapping[int, Judgement],
) -> Said:
    action = answer.item.action
    return Said(
        answer=answer.pk,
        starts=_starts(answer.item, round_),
        ends=round_.ends,
        said_on=answer.said_on,
        happened=answer.happened,
        why=answer.why,
        next_step=answer.next_step,
        elsewhere="\n".join(str(words) for words in answer.by_priority.values()),
        no_change=answer.no_change,
        outcomes=tuple(_outcome(one, action, scale, judged) for one in answer.outcomes.all()),
        before=tuple(before),
        known=known,
    )


def _starts(item: Item, round_: Round) -> datetime.date:
    if item.only_periods:
        return datetime.date.fromisoformat(min(item.only_periods))
    return round_.starts


def _outcome(
    one: OutcomeAnswer, action: Action, scale: Scale, judged: Mapping[int, Judgement]
) -> OutcomeSaid:
    outcome = one.outcome
    shown = scale.shown_answer(one.rating_id, one.state)
    return OutcomeSaid(
        key=str(outcome.pk) if outcome else "whole",
        state=one.state,
        label=shown.label,
        is_good=shown.is_good,
        name=f"Outcome {outcome.number or ''}".strip() if outcome else "",
        words=outcome.words if outcome else action.words,
        figure=one.figure,
        of=one.of,
        aims=_aims(outcome),
        due=_due(outcome, action),
        figures_say=_figures_say(outcome, one.state, shown, judged),
    )


def _figures_say(
    outcome: Outcome | None, state: str, shown: Shown, judged: Mapping[int, Judgement]
) -> str:
    found = judged.get(outcome.pk) if outcome else None
    if found is None:
        return ""
    return disagreement_of(shown.label, is_good=shown.is_good, state=state, judgement=found)


def _aims(outcome: Outcome | None) -> tuple[Aim, ...]:
    target = counted(outcome) if outcome else None
    if target is None or target.number is None:
        return ()
    return (Aim(target.kind, target.number, target.is_percent, f"‘{target.printed}’"),)


def _due(outcome: Outcome | None, action: Action) -> datetime.date | None:
    """The last day it was promised for. What goes on without an end is never past."""
    own: list[Timescale] = list(outcome.timescales.all()) if outcome else []
    promised = own or list(action.timescales.all())
    if not promised or any(one.kind not in DATED or one.due is None for one in promised):
        return None
    return max(one.due for one in promised if one.due)
