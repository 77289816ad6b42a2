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
