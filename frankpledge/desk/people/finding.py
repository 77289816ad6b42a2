"""What an address names, found through the partnership or not at all."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.http import Http404
from django.urls import reverse

from frankpledge.desk.access import DeskRequest

Thing = TypeVar("Thing")
Choices = list[tuple[str, str]]


def found(thing: Thing | None) -> Thing:
    if thing is None:
        raise Http404
    return thing


def url(request: DeskRequest, name: str, *ids: int) -> str:
    return reverse(f"desk:{name}", args=[request.partnership.slug, *ids])


def choices_of(things: Iterable[Any], nobody: str = "") -> Choices:
    first = [("", nobody)] if nobody else []
    return [*first, *((str(thing.pk), str(thing)) for thing in things)]


def chosen(things: Iterable[Thing], pk: str) -> Thing | None:
    """The one that was chosen. What is not among those offered is nothing."""
    return next((thing for thing in things if str(thing.pk) == pk), None)  # type: ignore[attr-defined]
