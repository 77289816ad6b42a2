"""Who owes which figures by when."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from frankpledge.asking import links
from frankpledge.delivery.changes.telling import required, same_outcomes, tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.models import Asked, Owed, Return
from frankpledge.delivery.models.returns import GRAINS
from frankpledge.delivery.periods import months_on, periods
from frankpledge.partnership.models import Partnership, Person, Post
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import created, save_if_unmoved
from frankpledge.plan.models import Outcome
from frankpledge.record import lines
from frankpledge.record.errors import Refused

FIELDS = (
    *("name", "organisation", "post", "person", "lag_days", "asks_by_itself"),
    *("remind_before", "remind_after", "note"),
)
LONGEST_LAG = 366
MOST_REMINDERS = 6
FURTHEST_BACK = datetime.timedelta(days=366 * 6)


@change
def add_return(
    *,
    partnership: Partnership,
    name: str,
    figures: Sequence[str],
    starts: datetime.date,
    grain: int,
    by: lines.Author,
    by_month: bool = False,
    **fields: Any,
) -> Return:
    """Periods that are over already are owed from now on; those long past are asked by hand."""
    _require_new(partnership, name)
    if grain not in dict(GRAINS):
        raise Refused("Choose how often the figures are given.", field="grain")
    if starts.day != 1:
        raise Refused("A period begins on the first day of a month.", field="starts")
    if not today() - FURTHEST_BACK < starts < today() + FURTHEST_BACK:
        raise Refused("Begin within six years of today.", field="starts")
    _require_fair(partnership, {"name": name, **fields})
    return_ = created(
        Return,
        partnership=partnership,
        name=name,
        starts=starts,
        grain=grain,
        by_month=by_month and grain > 1,
        **fields,
    )
    _set_figures(return_, figures)
    tell(return_, "return.added", by, new=_facts(return_))
    owe(return_)
    return return_


@change
def change_return(
    *,
    return_: Return,
    version: int,
    by: lines.Author,
    figures: Sequence[str] | None = None,
    **fields: Any,
) -> Return:
    """Its periods stay as they are: a return of other periods is another return."""
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"These stay as they are: {unknown}.")
    if "name" in fields:
        _require_new(return_.partnership, fields["name"], return_)
    old = _facts(return_)
    _require_fair(return_.partnership, fields)
    save_if_unmoved(return_, fields, version=version, shown=fields)  # type: ignore[arg-type]
    if figures is not None:
        _set_figures(return_, figures)
    tell(return_, "return.changed", by, old=old, new=_facts(return_))
    return return_


@change
def end_return(*, return_: Return, on: datetime.date, why: str, by: lines.Author) -> None:
    """Nothing of a later period is owed. What is owed by then stays owed."""
    why = required(why, "Say why it ends.")
    if return_.ends_on:
        raise Refused("This return has ended already.")
    if on < return_.starts:
        raise Refused("It cannot end before it began.", field="on")
    return_.ends_on, return_.ended_why = on, why[:300]
    return_.version += 1
    return_.save(update_fields=["ends_on", "ended_why", "version"])
    later = Owed.objects.filter(of=return_, starts__gt=on, replies=None)
    links.end(partnership=return_.partnership, opens=[one.about for one in later])
    later.delete()
    tell(return_, "return.ended", by, new={"on": on}, why=why)


@change
def link_figure(
    *, figure: Asked, outcomes: Sequence[Outcome], version: int, by: lines.Author
) -> None:
    """Which outcomes it tells of, and with all that came of it before."""
    return_ = Return.objects.select_related("partnership").get(pk=figure.of_id)
    towards = same_outcomes(outcomes, return_.partnership)
    old = [str(one) for one in figure.outcomes.all()]
    save_if_unmoved(return_, {}, version=version, shown={})  # type: ignore[arg-type]
    figure.outcomes.set(towards)
    new = [str(one) for one in towards]
    tell(return_, "return.figure-linked", by, old={figure.name: old}, new={figure.name: new})


def owe(return_: Return) -> int:
    """A row for each period that is over: called with the chain held."""
    held = set(Owed.objects.filter(of=return_).values_list("starts", flat=True))
    new = [
        Owed(of=return_, starts=starts, ends=ends, due_on=due_on(return_, ends))
        for starts, ends in periods(return_.starts, return_.grain, today())
        if starts not in held and (return_.ends_on is None or starts <= return_.ends_on)
    ]
    Owed.objects.bulk_create(new)
    return len(new)


def due_on(return_: Return, ends: datetime.date) -> datetime.date:
    return ends + datetime.timedelta(days=return_.lag_days)


def owes_anew(return_: Return) -> bool:
    """Looked at without holding anything."""
    ended = months_on(return_.starts, return_.grain) <= today()
    last = Owed.objects.filter(of=return_).first()
    if last is None:
        return ended
    after = months_on(last.starts, return_.grain)
    goes_on = return_.ends_on is None or after <= return_.ends_on
    return goes_on and months_on(after, return_.grain) <= today()


def _set_figures(return_: Return, names: Sequence[str]) -> None:
    """By name: what is no longer named is asked no more, and what came of it stays."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not wanted:
        raise Refused("Name at least one figure.", field="figures")
    held = {one.name: one for one in Asked.objects.filter(of=return_)}
    for order, name in enumerate(wanted, start=1):
        figure = held.pop(name, None)
        if figure is None:
            created(Asked, of=return_, name=name, order=order)
        elif figure.order != order or figure.retired_on:
            Asked.objects.filter(pk=figure.pk).update(order=order, retired_on=None)
    gone = [one.pk for one in held.values() if not one.retired_on]
    Asked.objects.filter(pk__in=gone).update(retired_on=today())


def _require_new(partnership: Partnership, name: str, but: Return | None = None) -> None:
    same = Return.objects.filter(partnership=partnership, name=name)
    if same.exclude(pk=but.pk if but else 0).exists():
        raise Refused("There is a return of that name.", field="name")


def _require_fair(partnership: Partnership, fields: dict[str, Any]) -> None:
    post, person = fields.get("post"), fields.get("person")
    if post and person:
        raise Refused("Name a post or a person, not both.", field="officer")
    if isinstance(post, Post) and post.partnership_id != partnership.pk:
        raise Refused("Choose a post of this partnership.", field="officer")
    known = isinstance(person, Person) and person.contacts.filter(partnership=partnership).exists()
    if person and not known:
        raise Refused("Choose somebody whom this partnership knows.", field="officer")
    if not 0 <= fields.get("lag_days", 0) <= LONGEST_LAG:
        raise Refused("Figures are due within a year.", field="lag_days")
    for name in ("remind_before", "remind_after"):
        _require_days(fields.get(name, []), name)


def _require_days(days: Iterable[Any], field: str) -> None:
    listed = list(days)
    if not all(isinstance(day, int) and 0 < day <= 90 for day in listed):
        raise Refused("Type days as numbers from 1 to 90, such as 7, 14.", field=field)
    if len(listed) > MOST_REMINDERS:
        raise Refused(f"{MOST_REMINDERS} reminders are enough.", field=field)


def _facts(return_: Return) -> dict[str, Any]:
    asked = Asked.objects.filter(of=return_, retired_on=None)
    found = {name: getattr(return_, name) for name in FIELDS}
    found |= {"figures": [one.name for one in asked], "months": return_.grain}
    return {name: value for name, value in found.items() if value not in (None, "", [])}
