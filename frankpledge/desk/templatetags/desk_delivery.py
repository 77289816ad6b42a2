"""How the log, survey waves and returns are worded: {% load desk_delivery %}."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from frankpledge.delivery.models import Activity, Result, Return
from frankpledge.delivery.periods import in_words
from frankpledge.delivery.queries import OwedHere, ReturnHere, WaveRead
from frankpledge.delivery.reached import NOBODY
from frankpledge.replying.returns.forms import slot_words
from frankpledge.ui.marks import state
from frankpledge.ui.said import date_long, thousands
from frankpledge.ui.templatetags.ui import tally, warning

register = template.Library()
AROUND = [
    ("desk:log", "The log"),
    ("desk:measures", "What is counted"),
    ("desk:surveys", "Surveys"),
    ("desk:returns", "Figures from partners"),
]
# shape and colour for how a period stands: nobody's judgement of delivery, so never green or red
STANDS = {
    "received": ("tick", "ink"),
    "received-late": ("tick", "ink"),
    "in-part": ("half", "ink"),
    "asked": ("ring", "ink"),
    "due": ("dashed-ring", "ink"),
    "late": ("hollow-triangle", "ink"),
    "missing": ("hollow-square", "ink"),
    "let-off": ("bar", "hush"),
}
TALLIED = {"received": "on", "received-late": "late", "in-part": "on", "let-off": "unasked"}


@register.inclusion_tag("desk/delivery/around.html", takes_context=True)
def around(context: Any, at: str) -> dict[str, Any]:
    return {"around": AROUND, "at": at, "partnership": context["partnership"]}


@register.filter
def entries(many: int) -> str:
    return "1 entry" if many == 1 else f"{thousands(many)} entries"


@register.filter
def when(activity: Activity) -> str:
    """'14 July 2026', or 'July 2026' where all of the month is meant."""
    if activity.is_month:
        return in_words(activity.on, activity.on)
    return date_long(activity.on)


@register.filter
def whereabouts(activity: Activity) -> str:
    bodies = ", ".join(one.called for one in activity.organisations.all())
    area = activity.area.name if activity.area else ""
    return "; ".join(filter(None, (activity.place, area, bodies)))


@register.filter
def parts_of(result: Result) -> list[tuple[str, str]]:
    """Each breakdown in words, what is lacking to the whole being not known."""
    found = []
    for breakdown in result.measure.breakdowns:
        parts = [one for one in result.parts.all() if one.kind == breakdown["kind"]]
        if not parts:
            continue
        left = result.count - sum(one.count for one in parts)
        words = [f"{one.band}: {thousands(one.count)}" for one in parts]
        words += [f"not known: {thousands(left)}"] if left else []
        found.append((breakdown["name"], "; ".join(words)))
    return found


@register.simple_tag
def warning_of(activity: Activity) -> dict[str, Any] | SafeString:
    return warning(f"Withdrawn by {activity.withdrawn_by}: {activity.withdrawn_why}")


@register.filter
def wave_when(read: WaveRead) -> str:
    return in_words(read.wave.starts, read.wave.ends)


@register.filter
def share_words(read: WaveRead) -> str:
    """'43 % of 1,000 (40 to 46 %)'"""
    worked = "" if read.wave.per_cent is None else ", from the printed per cent"
    return (
        f"{read.per_cent:.0f} % of {thousands(read.wave.base)} "
        f"({read.low:.0f} to {read.high:.0f} %){worked}"
    )


@register.simple_tag
def owed_state(here: OwedHere) -> SafeString:
    shape, colour = STANDS[here.state.key]
    words = here.state.words
    if here.days_late:
        words = f"{words}: {here.days_late} day{'' if here.days_late == 1 else 's'} over"
    return state(words, shape, colour)


@register.filter
def officer(return_: Return) -> str:
    who = return_.post or return_.person
    return str(who) if who else NOBODY


@register.simple_tag
def came(here: ReturnHere) -> SafeString:
    """The last four periods as a tally, oldest first, in words for those who hear it."""
    last = list(reversed(here.owed[:4]))
    if not last:
        return SafeString("None owed yet")
    words = "Last periods, oldest first: " + ", ".join(one.state.words.lower() for one in last)
    return tally([_tallied(one) for one in last], words)


def _tallied(one: OwedHere) -> str:
    known = TALLIED.get(one.state.key)
    return known or ("none" if one.state.key in ("late", "missing") else "wait")


@register.filter
def figures_words(here: OwedHere) -> list[tuple[str, str]]:
    """Of the newest reply: each figure, and its months beside each other."""
    found: dict[str, list[str]] = {}
    for one in here.reply.figures.all() if here.reply else ():
        number = "none" if one.count is None else thousands(one.count)
        months = slot_words((one.starts, one.months))
        single = len(here.slots) == 1
        found.setdefault(one.asked.name, []).append(number if single else f"{number} in {months}")
    return [(name, "; ".join(said)) for name, said in found.items()]
