"""Figures as they were typed: {% load replying %}."""

from django import template

from frankpledge.delivery.models import Figure
from frankpledge.plan.saying import number_in_words
from frankpledge.replying.returns.forms import slot_words

register = template.Library()
register.filter("plain_number", number_in_words)


@register.filter
def months_words(figure: Figure) -> str:
    """Which month, or months, a returned figure is of."""
    return slot_words((figure.starts, figure.months))
