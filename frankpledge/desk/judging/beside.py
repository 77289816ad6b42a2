"""What figures say beside what people say: for a promise, the worst of its outcomes. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from frankpledge.judging.queries import JudgedPlan
from frankpledge.judging.working import Judged
from frankpledge.plan.models import Outcome
from frankpledge.plan.queries import PlanTable

# Worse before better, and what is counted before what is not.
ORDER = ("worse", "changed", "rising", "falling", "better", "none", "few", "not-counted")
STANDING = {
    "worse": "Worse than usual",
    "changed": "Other than usual",
    "better": "Better than usual",
    "none": "No clear change",
    "few": "Too few figures yet",
    "not-counted": "Not counted",
}


@dataclass(frozen=True)
class Beside:
    """Of a promise: the outcome whose signal is worst, and the one whose odds are."""

    signal: Judged | None
    odds: Judged | None
    clashes: tuple[Judged, ...]
    numbers: Mapping[int, str]  # of outcomes, where there are several

    @property
    def key(self) -> str:
        return self.signal.signal.key if self.signal else "not-counted"

    @property
    def signal_of(self) -> str:
        if self.signal is None or self.key == "not-counted":
            return ""
        return self.numbers.get(self.signal.outcome_id, "")

    @property
    def odds_of(self) -> str:
        if self.odds is None or not self.odds.is_judged:
            return ""
        return self.numbers.get(self.odds.outcome_id, "")


NOTHING = Beside(None, None, (), {})


def beside(judged: JudgedPlan, outcomes: Iterable[Outcome]) -> Beside:
    listed = list(outcomes)
    found = [one for each in listed if (one := judged.of(each.pk))]
    if not found:
        return NOTHING
    numbers = {one.pk: str(one.number or one.order) for one in listed} if len(listed) > 1 else {}
    return Beside(
        min(found, key=lambda one: ORDER.index(one.signal.key)),
        min(found, key=_odds),
        tuple(one for one in found if one.disagreement),
        numbers,
    )


def _odds(one: Judged) -> tuple[int, float]:
    """Missed, then the least likely, then what is open, met, and what is not judged."""
    ranks = {"not met": 0, "off course": 1, "on course": 1, "too early to say": 1, "met": 3}
    made = one.judgement
    chance = made.odds if made.odds is not None else {"off course": 0.3}.get(made.verdict, 0.7)
    return ranks.get(made.verdict, 4 if made.verdict == "not enough data" else 5), chance


def of_table(judged: JudgedPlan, table: PlanTable) -> dict[int, Beside]:
    return {
        row.action.pk: beside(judged, [outcome for outcome, _ in row.outcomes])
        for _, rows in table.priorities
        for row in rows
    }


def standing(found: Mapping[int, Beside]) -> list[tuple[str, str, int]]:
    """How many promises show each signal, the worst first."""
    counts = Counter(one.key for one in found.values())
    return [(key, words, counts[key]) for key, words in STANDING.items() if counts[key]]


def only(table: PlanTable, found: Mapping[int, Beside], key: str) -> PlanTable:
    """The rows whose signal is this one."""
    if not key:
        return table
    kept = [
        (priority, [row for row in rows if found[row.action.pk].key == key])
        for priority, rows in table.priorities
    ]
    shown = [(priority, rows) for priority, rows in kept if rows]
    many = {row.action.pk for _, rows in shown for row in rows}
    return replace(table, priorities=shown, rows=len(many))
