"""How a partnership reads its charts: their breaks, and where the usual range comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from frankpledge.evidence.models import Baseline, Step
from frankpledge.partnership.models import Partnership


@dataclass(frozen=True)
class Reading:
    steps: tuple[Step, ...]
    baselines: Mapping[str, Baseline]

    def steps_of(self, kind: str = "") -> tuple[Step, ...]:
        """Those of the type, and those of all types."""
        return tuple(each for each in self.steps if each.type in ("", kind))

    def baseline_of(self, kind: str) -> Baseline | None:
        return self.baselines.get(kind)


def reading_of_charts(partnership: Partnership) -> Reading:
    steps = tuple(Step.objects.filter(partnership=partnership))
    kept = {each.type: each for each in Baseline.objects.filter(partnership=partnership)}
    return Reading(steps, kept)


def step_by_number(partnership: Partnership, number: int) -> Step | None:
    return Step.objects.filter(partnership=partnership, pk=number).first()
