"""What is counted, and towards which outcomes."""

from collections.abc import Sequence
from typing import Any

from frankpledge.delivery.changes.telling import same_outcomes, tell
from frankpledge.delivery.changes.turns import change
from frankpledge.delivery.models import Measure, Result
from frankpledge.partnership.models import Partnership
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import created, next_order, save_if_unmoved
from frankpledge.plan.models import Outcome
from frankpledge.record import lines
from frankpledge.record.errors import Refused

FIELDS = ("name", "unit", "counts_people", "breakdowns")


@change
def add_measure(
    *,
    partnership: Partnership,
    name: str,
    unit: str,
    by: lines.Author,
    counts_people: bool = False,
    breakdowns: Sequence[dict[str, Any]] = (),
    outcomes: Sequence[Outcome] = (),
) -> Measure:
    _require_new(partnership, name)
    towards = same_outcomes(outcomes, partnership)
    measure = created(
        Measure,
        partnership=partnership,
        name=name,
        unit=unit,
        counts_people=counts_people,
        breakdowns=_kept(breakdowns),
        order=next_order(Measure.objects.filter(partnership=partnership)),
    )
    measure.outcomes.set(towards)
    tell(measure, "measure.added", by, new=_facts(measure))
    return measure


@change
def change_measure(
    *,
    measure: Measure,
    version: int,
    by: lines.Author,
    outcomes: Sequence[Outcome] | None = None,
    is_same_unit: bool = False,
    **fields: Any,
) -> Measure:
    """Which outcomes it counts towards holds for what was logged before as well.

    So does another unit, which is only ever another word for the same.
    """
    unknown = set(fields) - set(FIELDS)
    if unknown:
        raise TypeError(f"A measure has no {unknown}.")
    if not is_same_unit and "unit" in fields:
        _require_same_unit(measure, fields["unit"])
    if "name" in fields:
        _require_new(measure.partnership, fields["name"], measure)
    old = _facts(measure)
    towards = None if outcomes is None else same_outcomes(outcomes, measure.partnership)
    if "breakdowns" in fields:
        fields["breakdowns"] = _kept(fields["breakdowns"])
    save_if_unmoved(measure, fields, version=version, shown=fields)  # type: ignore[arg-type]
    if towards is not None:
        measure.outcomes.set(towards)
    tell(measure, "measure.changed", by, old=old, new=_facts(measure))
    return measure


@change
def retire_measure(*, measure: Measure, by: lines.Author) -> None:
    """No longer offered. What was counted goes on counting."""
    if measure.retired_on:
        raise Refused("This is retired already.")
    measure.retired_on = today()
    measure.version += 1
    measure.save(update_fields=["retired_on", "version"])
    tell(measure, "measure.retired", by)


@change
def bring_back_measure(*, measure: Measure, by: lines.Author) -> None:
    if not measure.retired_on:
        raise Refused("This is not retired.")
    measure.retired_on = None
    measure.version += 1
    measure.save(update_fields=["retired_on", "version"])
    tell(measure, "measure.brought-back", by)


def _require_new(partnership: Partnership, name: str, but: Measure | None = None) -> None:
    same = Measure.objects.filter(partnership=partnership, name=name)
    if same.exclude(pk=but.pk if but else 0).exists():
        raise Refused("There is a measure of that name.", field="name")


def _require_same_unit(measure: Measure, unit: str) -> None:
    if unit.casefold() == measure.unit.casefold():
        return
    if Result.objects.filter(measure=measure).exists():
        raise Refused(
            f"What was logged until now was counted in {measure.unit}, and would read as {unit}. "
            "Count the other apart, as a measure of its own; or tick that it is only another word.",
            field="unit",
        )


def _kept(breakdowns: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"kind": b["kind"], "name": b["name"], "bands": list(b["bands"])} for b in breakdowns]


def _facts(measure: Measure) -> dict[str, Any]:
    return {
        "name": measure.name,
        "unit": measure.unit,
        "counts people": measure.counts_people,
        "broken down by": [one["name"] for one in measure.breakdowns],
        "towards": [str(outcome) for outcome in measure.outcomes.all()],
    }
