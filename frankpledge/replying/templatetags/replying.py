"""Figures as they were typed: {% load replying %}."""

from django import template

from frankpledge.plan.saying import number_in_words

register = template.Library()
register.filter("plain_number", number_in_words)
