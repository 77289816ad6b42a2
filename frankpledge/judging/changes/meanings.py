"""What the words of a target mean, answered by the coordinator."""

import datetime
from typing import Any

from frankpledge.figures.wording import number
from frankpledge.judging.changes.turns import change, partnership_of
from frankpledge.judging.gathering import indicators_of
from frankpledge.judging.models import Meaning
from frankpledge.partnership.models.dated import today
from frankpledge.plan.changes.decisions import checked, created, require_open, subject_of
from frankpledge.plan.models import Target
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.told import told

FIELDS = (
    "indicator",
    "area",
    "comparator",
    "every_months",
    "baseline",
    "baseline_from",
    "baseline_months",
    "people",
    "cohort",
    "deadline",
    "said",
    "not_by_figures",
    "why",
)
EMPTY: dict[str, Any] = {
    name: None
    if name
    in {
        "every_months",
        "baseline",
        "baseline_from",
        "baseline_months",
        "people",
        "cohort",
        "deadline",
    }
    else ""
    for name in FIELDS
}


@change
def mean(
    *,
    target: Target,
    by: lines.Author,
    version: int = 0,
    decided_by: str = "",
    decided_on: datetime.date | None = None,
    **given: Any,
) -> Meaning:
    """Everything that is decided of the target at once; what is not given is left open.

    `version` is that of the meaning that was read, nought where there was none.
    """
    plan = target.outcome.action.plan
    require_open(plan)
    fields = {**EMPTY, **given}
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"A meaning has no {', '.join(sorted(unknown))}.")
    _require_sound(target, fields)
    fields["decided_by"] = decided_by or by.record_name[:160]
    fields["decided_on"] = decided_on or today()
    rows = Meaning.objects.filter(outcome=target.outcome_id, printed=target.printed)
    before = rows.first()
    if (before.version if before else 0) != version:
        raise Stale(
            version=before.version if before else 0,
            current={name: getattr(before, name, EMPTY.get(name)) for name in FIELDS},
        )
    old = {name: told(getattr(before, name)) for name in FIELDS} if before else {}
    if before is None:
        made = created(Meaning, outcome=target.outcome, printed=target.printed, **fields)
    else:
        for name, value in fields.items():
            setattr(before, name, value)
        before.version += 1
        made = checked(before)
        made.save()
    new = {name: told(value) for name, value in fields.items() if name in FIELDS}
    changed = [name for name in FIELDS if new[name] != old.get(name, told(EMPTY[name]))]
    lines.write(
        chain=plan.partnership.chain,
        by=by,
        verb="target.meant",
        subject=subject_of(target.outcome),
        old={"target": target.printed, **{name: old[name] for name in changed if name in old}},
        new={"target": target.printed, **{name: new[name] for name in changed}},
        why=fields["why"],
    )
    return made


def _require_sound(target: Target, given: dict[str, Any]) -> None:
    plan = target.outcome.action.plan
    if given["indicator"]:
        _require_indicator(target, given["indicator"])
    if given["area"]:
        _require_area(target, given["area"])
    for name, what in (("people", "How many there are"), ("cohort", "How many there are in all")):
        if given[name] is not None and given[name] < 1:
            raise Refused(f"{what} must be more than nought.", field=name)
    if given["baseline"] is not None and given["baseline"] < 1:
        raise Refused(
            "The baseline is nought: nothing can fall below nought, and no percentage of it can "
            "be worked out. Give the target a number to reach.",
            field="baseline",
        )
    if given["baseline_from"] and given["baseline_from"] >= plan.ends:
        raise Refused(
            "The baseline must be of months before the end of the plan.", field="baseline_from"
        )
    if given["deadline"] and given["deadline"] < plan.starts:
        raise Refused(
            f"The plan begins on {plan.starts:%d %B %Y}: give a later day.", field="deadline"
        )
    for name in ("every_months", "baseline_months"):
        if given[name] is not None and not 1 <= given[name] <= 60:
            raise Refused(f"{number(given[name])} months is not a period.", field=name)


def _require_indicator(target: Target, key: str) -> None:
    found = indicators_of(partnership_of(target)).get(key)
    if found is None:
        raise Refused("There is no such indicator.", field="indicator")
    if found.retired:
        raise Refused(f"{found.name} is kept as history only: {found.retired}", field="indicator")


def _require_area(target: Target, code: str) -> None:
    from frankpledge.partnership.models import Area

    if not Area.objects.filter(code=code).exists():
        raise Refused("No area is known by this code.", field="area")
