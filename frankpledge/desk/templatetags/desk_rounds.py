"""Envelopes, which only the round's pages draw: {% load desk_rounds %}."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

DRAWN = {
    "answered": '<path class="e-full" d="M1 3H15V13H1Z"/>'
    '<path class="e-paper" d="M4.8 8.1L7 10.2L11.2 5.8"/>',
    "opened": '<path class="e-box" '
    'd="M1.5 6.5L8 1.5L14.5 6.5V14.25H1.5ZM1.5 6.5L8 10.5L14.5 6.5"/>',
    "shut": '<path class="e-box" d="M1.5 3.25H14.5V12.75H1.5ZM1.5 3.5L8 8.75L14.5 3.5"/>',
    "bounced": '<path class="e-box" d="M1.5 3.25H14.5V12.75H1.5Z"/>'
    '<path class="e-bad" d="M5 5.5L11 10.5M11 5.5L5 10.5"/>',
    "passed": '<path class="e-box" '
    'd="M1.5 3.25H8.5M1.5 3.25V12.75H8.5M5.5 8H14.5M11.5 5L14.5 8L11.5 11"/>',
}


@register.simple_tag
def envelopes() -> SafeString:
    """The symbols, once a page."""
    inside = "".join(
        f'<symbol id="e-{name}" viewBox="0 0 16 16">{drawn}</symbol>'
        for name, drawn in DRAWN.items()
    )
    return mark_safe(  # our own drawings
        '<svg width="0" height="0" class="fp-sprite" aria-hidden="true" focusable="false">'
        f"<defs>{inside}</defs></svg>"
    )


@register.simple_tag
def envelope(name: str) -> SafeString:
    """The mark alone. Its words must stand beside it."""
    name = name if name in DRAWN else "shut"
    return format_html(
        '<svg class="fp-mark" aria-hidden="true" focusable="false"><use href="#e-{}"/></svg>', name
    )
