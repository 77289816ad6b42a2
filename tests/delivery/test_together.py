"""Whoever writes at the same moment: one wins, nothing counts twice, the record stays whole."""

import datetime
from functools import partial

import pytest

from frankpledge.asking.models import Letter, Link
from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import Activity, Measure, Owed
from frankpledge.delivery.timetable import ask_what_is_due
from frankpledge.partnership.models.dated import today
from frankpledge.record import checks
from tests.delivery.log import a_measure, entry, logged
from tests.delivery.owing import a_return
from tests.hostile.at_once import at_once
from tests.small import BY, Small

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_many_corrections_one_wins_and_of_many_presses_one_counts(small: Small) -> None:
    patrols = a_measure(small)
    first = logged(patrols, 30)

    def correct(number: int) -> None:
        here = Activity.objects.get(pk=first.pk)
        given = entry(Measure.objects.get(), number + 1)
        changes.correct_activity(activity=here, given=given, why="x", by=BY)

    def press() -> None:
        logged(Measure.objects.get(), 5, press="the same")

    assert at_once([partial(correct, n) for n in range(4)]) == {"done": 1, "Refused": 3}
    assert at_once([press] * 4) == {"done": 4}
    assert Activity.objects.count() == 3
    ((_, total, _),) = queries.monthly(small.partnership)["measure", patrols.pk]
    assert total - 5 in (1, 2, 3, 4)
    assert checks.verify(small.partnership.chain) == []


def test_however_many_workers_ask_one_letter_goes(small: Small) -> None:
    month = (today().replace(day=1) - datetime.timedelta(days=1)).replace(day=1)
    a_return(small, starts=month, grain=1)
    assert at_once([ask_what_is_due] * 4) == {"done": 4}
    assert Owed.objects.get().asked_at is not None
    assert Letter.objects.count() == Link.objects.count() == 1
    assert checks.verify(small.partnership.chain) == []
