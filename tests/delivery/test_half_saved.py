"""A change that fails anywhere leaves everything as it was: tried at each of its writes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from frankpledge.delivery import changes
from frankpledge.delivery.bands import usual
from frankpledge.delivery.changes import taking_in
from frankpledge.record import checks
from frankpledge.record.models import Line
from tests.delivery.log import a_measure, entry, logged
from tests.delivery.owing import QUARTER, Owing
from tests.hostile.test_half_saved import PulledPlug, every_row, failing_at
from tests.small import BY

Make = Callable[[Owing], Callable[[], Any]]


def _log(owing: Owing) -> Callable[[], Any]:
    small = owing.small
    people = a_measure(small, breakdowns=usual(["sex"]))
    given = entry(people, 3, parts={("sex", "Female"): 1}, organisations=[small.police])
    return lambda: changes.log_activity(
        partnership=small.partnership, given=given, press="p", by=BY
    )


def _correct(owing: Owing) -> Callable[[], Any]:
    patrols = a_measure(owing.small)
    first = logged(patrols, 30)
    given = entry(patrols, 3, outcomes=[owing.small.second])
    return lambda: changes.correct_activity(activity=first, given=given, why="x", by=BY)


def _import(owing: Owing) -> Callable[[], Any]:
    a_measure(owing.small)
    data = b"Datum,Activity,Number\n14/07/2026,Patrols,3\n15/07/2026,Patrols,3\n"
    tables = taking_in.tables_in(data, "d.csv")  # once: a process is slow to start
    return lambda: taking_in._import_log(
        partnership=owing.small.partnership,
        tables=tables,
        data=data,
        name="d.csv",
        columns={"on": "Datum"},
        by=BY,
    )


def _change(owing: Owing) -> Callable[[], Any]:
    measure = a_measure(owing.small)
    return lambda: changes.change_measure(
        measure=type(measure).objects.get(pk=measure.pk),
        version=1,
        name="Walks",
        outcomes=[owing.small.first],
        by=BY,
    )


def _again(owing: Owing) -> Callable[[], Any]:
    owing.asked()
    return lambda: changes.send_link_again(owed=owing.owed, by=BY)


def _agree(owing: Owing) -> Callable[[], Any]:
    return lambda: changes.add_return(
        partnership=owing.small.partnership,
        name="Falls",
        figures=["Falls", "Of them on ice"],
        starts=QUARTER,
        grain=1,
        by=BY,
    )


EVERY: dict[str, Make] = {
    "log": _log,
    "correct": _correct,
    "import": _import,
    "change a measure": _change,
    "agree a return": _agree,
    "ask": lambda owing: lambda: changes.ask_for(owed=owing.owed, by=BY),
    "ask again": _again,
    "give figures": lambda owing: lambda: owing.given(1, 2, "None kept", 0, 0, 0),
}


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_a_change_is_whole_or_not_at_all(owing: Owing, make: Make) -> None:
    write = make(owing)
    with transaction.atomic(), failing_at(0) as asked:
        lines = Line.objects.count()
        write()
        assert Line.objects.count() > lines, "it has no line in the record"
        assert checks.verify(owing.small.partnership.chain) == []
        transaction.set_rollback(True)
    assert len(asked) >= 3
    for at in range(1, len(asked) + 1, 1 if len(asked) < 9 else 2):
        with transaction.atomic():
            before = every_row()
            with pytest.raises(PulledPlug), failing_at(at):
                write()
            assert every_row() == before, f"half of it stayed: {asked[at - 1]}"
            transaction.set_rollback(True)
