"""Small marks and words of the evidence pages."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from frankpledge.evidence.queries.screens import way_of
from frankpledge.figures.change import Change
from frankpledge.figures.periods import Period, read_period
from frankpledge.figures.wording import number

register = template.Library()

LINES = {"up": "M1.5 13L6 11.5L9.5 12L14 6.5", "down": "M1.5 3L6 4.5L9.5 4L14 9.5"}
ENDS = {"up": 4.5, "down": 11.5}


@register.simple_tag
def moved(kind: str, way: str) -> SafeString:
    """A line with its end: a disc is better, a diamond worse, a square neither."""
    y = ENDS[way]
    ends = {
        "better": f'<circle class="p-better" cx="15.75" cy="{y}" r="3.25"/>',
        "worse": f'<path class="p-worse" d="M15.75 {y - 4.25}l4.25 4.25l-4.25 4.25l-4.25 -4.25z"/>',
        "changed": f'<rect class="p-changed" x="12.75" y="{y - 3}" width="6" height="6"/>',
    }
    return mark_safe(  # our own drawings
        '<svg class="p-pic fp-sign" viewBox="0 0 20 16" aria-hidden="true" focusable="false">'
        f'<path class="p-line" d="{LINES[way]}"/>{ends[way_of(kind, rose=way == "up")]}</svg>'
    )


@register.filter
def drawn(svg: str) -> SafeString:
    """Pictures escape their words."""
    return mark_safe(svg)


@register.simple_tag
def verdict(change: Change) -> SafeString:
    if not change.clear:
        return mark_safe('<span class="fp-meta">No clear change</span>')
    said = change.verdict[:1].upper() + change.verdict[1:]
    return format_html("<b>{}</b>, and chance does not explain it", said)


@register.filter
def one_place(value: float) -> str:
    """Of less than a tenth, two: 0.02 is not nought."""
    return number(value, 2 if 0 < value < 0.095 else 1)


@register.filter
def months_to(year: Period) -> str:
    """Twelve months to August 2026; of fewer, those."""
    return f"Twelve months to {Period(year.end).words}" if year.months == 12 else year.words


@register.filter
def month_named(month: str) -> str:
    found = read_period(month)
    return found.words if found else month
