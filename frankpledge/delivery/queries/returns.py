"""The ledger of returns: who owes which figures, asked, received, late, missing."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from frankpledge.asking.models import Letter, Link
from frankpledge.delivery.changes.replies import slots_of
from frankpledge.delivery.models import Asked, Figure, Owed, Reply, Return
from frankpledge.delivery.periods import in_words, months_on
from frankpledge.delivery.states import State, state_of
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.queries import NotThere

WHOLE = ("of__partnership", "of__organisation", "of__post", "of__person", "link")


@dataclass
class OwedHere:
    owed: Owed
    state: State
    replies: list[Reply]  # oldest first
    figures: list[Asked]

    @property
    def period(self) -> str:
        return in_words(self.owed.starts, self.owed.ends)

    @property
    def reply(self) -> Reply | None:
        return self.replies[-1] if self.replies else None

    @property
    def slots(self) -> list[tuple[datetime.date, int]]:
        return slots_of(self.owed)

    @property
    def days_late(self) -> int:
        return max(0, (today() - self.owed.due_on).days) if self.state.is_open else 0


@dataclass
class ReturnHere:
    of: Return
    owed: list[OwedHere] = field(default_factory=list)  # newest first
    figures: list[Asked] = field(default_factory=list)

    @property
    def next_due(self) -> datetime.date | None:
        """When the period that runs now will be owed."""
        first = self.owed[0].owed.ends + datetime.timedelta(days=1) if self.owed else self.of.starts
        if self.of.ends_on and first > self.of.ends_on:
            return None
        last = months_on(first, self.of.grain) - datetime.timedelta(days=1)
        return last + datetime.timedelta(days=self.of.lag_days)


@dataclass
class Ledger:
    returns: list[ReturnHere]

    @property
    def open(self) -> list[OwedHere]:
        """What is owed and has not come, the longest overdue first."""
        found = [one for here in self.returns for one in here.owed if one.state.is_open]
        return sorted(found, key=lambda one: one.owed.due_on)

    @property
    def missing(self) -> list[OwedHere]:
        return [one for one in self.open if one.state.key in ("late", "missing")]


def ledger(partnership: Partnership) -> Ledger:
    """Five queries, however many returns and periods there are."""
    figures = Prefetch("figures", Asked.objects.filter(retired_on=None))
    found = Return.objects.filter(partnership=partnership).select_related(
        "organisation", "post", "person"
    )
    owed: dict[int, list[OwedHere]] = defaultdict(list)
    returns = list(found.prefetch_related(figures))
    by_pk = {one.pk: one for one in returns}
    for row in _owed(Owed.objects.filter(of__partnership=partnership)):
        return_ = by_pk[row.of_id]
        row.of = return_
        return_.partnership = partnership
        owed[row.of_id].append(_here(row, list(return_.figures.all())))
    return Ledger([ReturnHere(one, owed[one.pk], list(one.figures.all())) for one in returns])


def return_page(return_: Return) -> ReturnHere:
    """Six queries."""
    found = Asked.objects.filter(of=return_, retired_on=None)
    figures = list(found.prefetch_related("outcomes__action"))
    rows = list(_owed(Owed.objects.filter(of=return_)))
    for row in rows:
        row.of = return_
    return ReturnHere(return_, [_here(row, figures) for row in rows], figures)


def owed_here(owed: Owed) -> OwedHere:
    """Three queries."""
    row = _owed(Owed.objects.filter(pk=owed.pk).select_related(*WHOLE)).get()
    return _here(row, list(Asked.objects.filter(of=row.of, retired_on=None)))


def _owed(found: QuerySet[Owed]) -> QuerySet[Owed]:
    figures = Prefetch("figures", Figure.objects.select_related("asked"))
    return found.select_related("link").prefetch_related(
        Prefetch("replies", Reply.objects.prefetch_related(figures))
    )


def _here(owed: Owed, figures: list[Asked]) -> OwedHere:
    replies = list(owed.replies.all())
    return OwedHere(owed, state_of(owed, replies, today()), replies, figures)


def return_in(partnership: Partnership, pk: int) -> Return:
    found = Return.objects.filter(partnership=partnership, pk=pk).select_related(
        "partnership", "organisation", "post", "person"
    )
    return_ = found.first()
    if return_ is None:
        raise NotThere
    return return_


def figure_in(partnership: Partnership, pk: int) -> Asked:
    found = Asked.objects.filter(of__partnership=partnership, pk=pk)
    figure = (
        found.select_related("of__partnership").prefetch_related("outcomes__action__plan").first()
    )
    if figure is None:
        raise NotThere
    return figure


def owed_in(partnership: Partnership, pk: int) -> Owed:
    found = Owed.objects.filter(of__partnership=partnership, pk=pk).select_related(*WHOLE)
    owed = found.first()
    if owed is None:
        raise NotThere
    return owed


def owed_behind(link: Link) -> Owed | None:
    kind, _, pk = link.opens.partition(":")
    if kind != "return" or not pk.isdecimal():
        return None
    found = Owed.objects.filter(pk=pk, of__partnership=link.partnership_id)
    return found.select_related(*WHOLE).first()


def letters_of(owed: Owed) -> list[Letter]:
    """Everything that was written about it, newest first."""
    found = Letter.objects.filter(partnership=owed.partnership, about=owed.about)
    return list(found.select_related("link"))


def letter_in(partnership: Partnership, pk: int) -> tuple[Letter, Owed]:
    """A letter about a return, and what it is about."""
    found = Letter.objects.filter(partnership=partnership, pk=pk, about__startswith="return:")
    letter = found.first()
    if letter is None:
        raise NotThere
    return letter, owed_in(partnership, int(letter.about.partition(":")[2]))


def period_of(owed: Owed) -> str:
    return in_words(owed.starts, owed.ends)


def figures_of(return_: Return, *, retired: bool = False) -> list[Asked]:
    found = Asked.objects.filter(of=return_)
    return list(found if retired else found.filter(retired_on=None))
