"""Freezes of plans: what the public sees now, and what a further one would change."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Action, Lead, Plan, Standing
from frankpledge.plan.published import public_plan
from frankpledge.record import freezes
from frankpledge.record.models import Freeze


def newest_freeze(plan: Plan) -> Freeze | None:
    return freezes.newest(chain=plan.partnership.chain, kind="plan", subject_id=str(plan.pk))


@dataclass(frozen=True)
class Unpublished:
    """How the plan differs from what the public sees."""

    new: dict[str, Any]
    old: dict[str, Any] | None
    changed: list[int]  # ids of actions that would look different
    added: list[int]
    gone: list[int]

    @property
    def any(self) -> bool:
        return self.old is None or bool(self.changed or self.added or self.gone or self._headings)

    @property
    def _headings(self) -> bool:
        old = self.old or {}
        return any(self.new[part] != old.get(part) for part in ("plan", "priorities"))


def unpublished(plan: Plan) -> Unpublished:
    freeze = newest_freeze(plan)
    old = freezes.section(freeze, "public") if freeze else None
    new = public_plan(plan, as_at=today())
    before = old["actions"] if old else {}
    now = new["actions"]
    return Unpublished(
        new=new,
        old=old,
        changed=[int(pk) for pk in now if pk in before and now[pk] != before[pk]],
        added=[int(pk) for pk in now if pk not in before],
        gone=[int(pk) for pk in before if pk not in now],
    )


@dataclass(frozen=True)
class LeftOut:
    """What the public will not see of a plan, and why, in counts."""

    what: str  # one of it, and many where that is not an s more
    count: int
    why: str


def left_out(plan: Plan) -> list[LeftOut]:
    actions = Counter(Action.objects.filter(plan=plan).values_list("audience", flat=True))
    people = Lead.objects.filter(action__plan=plan, person__isnull=False, name_is_public=False)
    resourced = Action.objects.filter(plan=plan).exclude(resources=[]).count()
    found = [
        LeftOut("restricted promise", actions["restricted"], "marked as restricted"),
        LeftOut("internal promise", actions["internal"], "marked for the partnership only"),
        LeftOut(
            "name of a person,names of people",
            people.count(),
            "not marked as public: their organisation shows",
        ),
        LeftOut("list of resources,lists of resources", resourced, "resources are internal"),
        LeftOut(
            "update in words,updates in words",
            len(words_to_read(plan)),
            "nobody has read them for that yet",
        ),
    ]
    return [one for one in found if one.count]


def words_to_read(plan: Plan) -> list[Standing]:
    """Words of public promises that the public does not see yet, newest first."""
    return _words(plan, public=False)


def words_shown(plan: Plan) -> list[Standing]:
    """Those that it does, from the next publication on at the latest."""
    return _words(plan, public=True)


def _words(plan: Plan, *, public: bool) -> list[Standing]:
    said = Standing.objects.exclude(words="").filter(words_are_public=public)
    related = ("action", "outcome__action", "rating")
    own = said.filter(action__plan=plan, action__audience="public")
    theirs = said.filter(outcome__action__plan=plan, outcome__action__audience="public")
    found = [*own.select_related(*related), *theirs.select_related(*related)]
    return sorted(found, key=lambda s: (s.said_on, s.pk), reverse=True)
