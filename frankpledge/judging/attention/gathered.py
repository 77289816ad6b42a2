"""All of it together: what is new since it was last told, and what is still so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from frankpledge.judging.attention.changed import changed
from frankpledge.judging.attention.matter import SORTS, Matter
from frankpledge.judging.attention.owed import of_months, of_owed
from frankpledge.judging.attention.promises import of_promises
from frankpledge.judging.attention.targets import of_targets
from frankpledge.judging.models import Shown
from frankpledge.partnership.models import Partnership
from frankpledge.plan.models import Plan
from frankpledge.plan.queries import current_plan, work_of


@dataclass(frozen=True)
class Told:
    matter: Matter
    # The day on which it was first told; none where it is new.
    since: date | None

    @property
    def is_new(self) -> bool:
        return self.since is None


@dataclass(frozen=True)
class Part:
    sort: str
    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Attention:
    parts: tuple[Part, ...]
    # What was looked at for news, or why nothing was.
    looked: str
    as_at: date

    @property
    def told(self) -> list[Told]:
        return [each for part in self.parts for each in part.told]

    @property
    def new(self) -> list[Told]:
        return [each for each in self.told if each.is_new]

    def without_restricted(self) -> "Attention":
        parts = [
            replace(part, told=tuple(each for each in part.told if not each.matter.restricted))
            for part in self.parts
        ]
        return replace(self, parts=tuple(part for part in parts if part.told))


def attention(partnership: Partnership, as_at: date) -> Attention:
    looked = changed(partnership, as_at)
    plan = current_plan(partnership)
    found = [*looked.matters, *(_of_plan(plan, as_at) if plan else ())]
    found += [*of_owed(partnership), *of_months(looked.month, as_at)]
    return Attention(_parts(partnership, found), looked.words, as_at)


def _of_plan(plan: Plan, as_at: date) -> Iterable[Matter]:
    """A draft promises nothing yet."""
    if plan.is_draft:
        return
    work = work_of(plan, person_id=0, posts=set(), groups=set(), restricted=True)
    yield from of_targets(work.table, as_at)
    yield from of_promises(work, as_at)


def _parts(partnership: Partnership, found: Iterable[Matter]) -> tuple[Part, ...]:
    seen = dict(Shown.objects.filter(partnership=partnership).values_list("key", "first_shown"))
    by_sort: dict[str, list[Told]] = {sort: [] for sort in SORTS}
    for matter in found:
        by_sort[matter.sort].append(Told(matter, seen.get(matter.key[:160])))
    # What is new stands first, and otherwise as its own part orders it.
    return tuple(
        Part(sort, SORTS[sort], tuple(sorted(told, key=lambda each: not each.is_new)))
        for sort, told in by_sort.items()
        if told
    )
