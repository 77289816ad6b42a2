"""Small parts that only the desk's plan pages need."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from frankpledge.plan.models import Lead, Outcome, Revision, Target, Timescale
from frankpledge.plan.naming import named
from frankpledge.plan.queries import PlanTable, Row
from frankpledge.plan.saying import timescale_in_words
from frankpledge.plan.showing import Shown
from frankpledge.record.models import Line
from frankpledge.record.wording import line_in_words
from frankpledge.ui.marks import mark

register = template.Library()

# One quarter of the tally, as the look draws it in a square of sixteen.
FRESH_MARKS = {
    "now": '<path class="f-on" d="M6 1h4v14H6z"/>',
    "last": '<path class="f-late" d="M6 8h4v7H6z"/>',
    "old": '<circle class="f-off" cx="8" cy="13" r="2"/>',
    "never": '<path class="f-off" d="M6 14h4v1H6z"/>',
    "answered": '<path class="f-on" d="M6 1h4v14H6z"/>',
    "answered-late": '<path class="f-on" d="M6 8h4v7H6z"/>',
    "asked": '<path class="f-wait" d="M6.75 1.75h2.5v12.5h-2.5z"/>',
    "chased": '<path class="f-wait" d="M6.75 1.75h2.5v12.5h-2.5z"/>',
    "missed": '<circle class="f-off" cx="8" cy="13" r="2"/>',
    "not-asked": '<path class="f-off" d="M6 13h4v2H6z"/>',
}


@register.simple_tag
def fresh_mark(key: str) -> SafeString:
    return mark_safe(  # our own constants only
        '<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">'
        f"{FRESH_MARKS.get(key, '')}</svg>"
    )


@register.inclusion_tag("desk/plan/rows.html")
def plan_rows(
    table: PlanTable, slug: str, may_edit: bool, besides: dict[int, Any]
) -> dict[str, Any]:
    return {"table": table, "slug": slug, "may_edit": may_edit, "besides": besides}


@register.inclusion_tag("desk/plan/row_list.html")
def row_list(rows: list[Row], slug: str) -> dict[str, Any]:
    return {"rows": rows, "slug": slug}


@register.simple_tag
def pips(row: Row) -> SafeString:
    """The outcomes of a promise as small marks with their numbers, where there are several."""
    if len(row.outcomes) < 2:
        return mark_safe("")
    inner = format_html_join(
        "",
        '<span>{}&nbsp;{}<span class="govuk-visually-hidden">{}</span></span>',
        (
            (outcome.number or outcome.order, mark(shown.shape, shown.colour), shown.label)
            for outcome, shown in row.outcomes
        ),
    )
    return format_html('<span class="fp-pips fp-sub">{}</span>', inner)


@register.filter
def of(found: dict[int, Any], pk: int) -> Any:
    return found.get(pk, ())


@register.filter
def when_words(item: Timescale) -> str:
    """What the printed words mean, where they do not say it themselves: dates and spans."""
    words = timescale_in_words(item)
    return words if item.kind in ("date", "span") and words != item.printed else ""


@register.simple_tag
def target_words(target: Target, outcome: Outcome) -> SafeString:
    """The target as printed, unless that is the outcome's own words; and if it is never judged."""
    printed = "" if target.printed == outcome.words else f"Target: {target.printed}"
    never = "No number was set, so this is never judged." if target.kind == "unnumbered" else ""
    line = " ".join(filter(None, (printed, never)))
    return format_html('<p class="fp-meta fp-under">{}</p>', line) if line else mark_safe("")


@register.simple_tag
def lead_names(leads: Iterable[Lead], part: str) -> SafeString:
    chosen = [named(lead) for lead in leads if lead.part == part]
    if not chosen:
        return mark_safe("<dd>Nobody yet</dd>" if part == "lead" else "<dd>Nobody named</dd>")
    return format_html_join(
        "", "<dd>{}{}{}</dd>", ((one.who, _break(one), one.organisation) for one in chosen)
    )


def _break(one: Any) -> SafeString:
    return mark_safe("<br>" if one.who and one.organisation else "")


@register.simple_tag
def time_mark(what: Shown | str) -> SafeString:
    drawn = mark(what) if isinstance(what, str) else mark(what.shape, what.colour)
    return format_html('<span class="fp-time__mark">{}</span>', drawn)


@register.inclusion_tag("desk/plan/revision.html")
def revision_words(revision: Revision) -> dict[str, Any]:
    names = dict.fromkeys([*revision.old, *revision.new])
    fields = [(_plain(revision.old.get(n)), _plain(revision.new.get(n))) for n in names]
    return {"revision": revision, "fields": fields}


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(item)}" for key, item in value.items())
    return "" if value is None else str(value)


@register.inclusion_tag("desk/plan/record_lines.html")
def record_lines(lines: Iterable[Line]) -> dict[str, Any]:
    return {"lines": [line_in_words(line) for line in lines]}
