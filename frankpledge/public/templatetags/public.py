"""What only the public pages need: {% load public %}."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from frankpledge.public.showing.stands import Mark
from frankpledge.ui import marks as drawn

register = template.Library()
MOST = 60  # a row of more says nothing that the number does not


@register.simple_tag
def marks_in_a_row(mark: Mark, count: int) -> SafeString:
    return mark_safe(drawn.mark(mark.shape, mark.colour) * min(count, MOST))


# What figures say: a line with an end mark. 0 0 20 16.
SIGNALS = {
    "better": '<path class="s-line" d="M1.5 3L6 4.5L9.5 4L14 9.5"/>'
    '<circle class="s-better" cx="15.75" cy="11.5" r="3.25"/>',
    "worse": '<path class="s-line" d="M1.5 13L6 11.5L9.5 12L14 6.5"/>'
    '<path class="s-worse" d="M15.75 .25L20 4.5L15.75 8.75L11.5 4.5Z"/>',
    "same": '<path class="s-line" d="M1.5 8.5L5 6L8.5 10.5L12.75 8"/>'
    '<circle class="s-same" cx="15.75" cy="8" r="2.75"/>',
    "more": '<path class="s-line" d="M1.5 13L6 11.5L9.5 12L14 6.5"/>'
    '<path class="s-changed" d="M12.75 1.5H18.75V7.5H12.75Z"/>',
    "fewer": '<path class="s-line" d="M1.5 3L6 4.5L9.5 4L14 9.5"/>'
    '<path class="s-changed" d="M12.75 8.5H18.75V14.5H12.75Z"/>',
}


@register.simple_tag
def signal(mark: str) -> SafeString:
    """The mark alone: its word must stand beside it."""
    drawn_mark = SIGNALS[mark]  # our own drawings
    return mark_safe(
        '<svg class="fp-signal" viewBox="0 0 20 16" aria-hidden="true" focusable="false">'
        f"{drawn_mark}</svg>"
    )


@register.simple_tag
def bar(count: int | None, most: int) -> SafeString:
    """As long beside the longest as the count is beside the most; the count stands beside it."""
    if not count or not most:
        return mark_safe("")
    long = max(2, round(200 * count / most))
    return mark_safe(  # nothing in it but a whole number
        '<svg class="fp-lengthy" viewBox="0 0 200 12" preserveAspectRatio="none" '
        f'aria-hidden="true" focusable="false"><path d="M0 1h{long}v10h-{long}z"/></svg>'
    )


@register.filter
def safely(drawing: str) -> SafeString:
    """A drawing of ours, whose words were escaped as it was drawn."""
    return mark_safe(drawing)
