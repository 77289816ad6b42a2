"""A plan's end: what is still open, heading by heading, and how each is noted to end."""

from dataclasses import dataclass, field

from frankpledge.language.states import CLOSED
from frankpledge.plan.loading import load
from frankpledge.plan.models import Action, Plan, Priority
from frankpledge.plan.showing import Shown
from frankpledge.progress.models import EndingNoted


@dataclass
class EndingRow:
    action: Action
    shown: Shown
    noted: EndingNoted | None

    @property
    def how(self) -> str:
        return self.noted.how if self.noted else ""

    @property
    def why(self) -> str:
        return self.noted.why if self.noted else ""

    @property
    def is_said(self) -> bool:
        """What is dropped needs its reason."""
        return bool(self.how) and (self.how != "dropped" or bool(self.why.strip()))


@dataclass
class EndingGroup:
    priority: Priority
    rows: list[EndingRow] = field(default_factory=list)

    @property
    def done(self) -> int:
        return sum(row.is_said for row in self.rows)

    @property
    def is_done(self) -> bool:
        return self.done == len(self.rows)

    @property
    def version(self) -> int:
        return sum(row.noted.version for row in self.rows if row.noted)


def endings_of(plan: Plan) -> list[EndingGroup]:
    """Each open promise once, under its first heading. One query beside the plan's own."""
    loaded = load(plan)
    noted = {one.action_id: one for one in EndingNoted.objects.filter(action__plan=plan)}
    seen: set[int] = set()
    groups = []
    for priority in loaded.priorities:
        group = EndingGroup(priority)
        for placement in loaded.placements.get(priority.pk, []):
            action = loaded.actions[placement.action_id]
            shown = loaded.shown[action.pk]
            if action.pk not in seen and shown.state not in CLOSED:
                seen.add(action.pk)
                group.rows.append(EndingRow(action, shown, noted.get(action.pk)))
        if group.rows:
            groups.append(group)
    return groups
