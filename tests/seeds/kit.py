"""Entering rows of the five plans through the changes that the screens use."""

import datetime
import json
from collections.abc import Sequence
from typing import Any

from frankpledge.partnership import changes as people
from frankpledge.partnership import scales
from frankpledge.partnership.models import GroupPlace, Organisation, Person, Post
from frankpledge.plan import changes
from frankpledge.plan.changes import Decision, LeadGiven, TargetGiven, TimescaleGiven
from frankpledge.plan.models import Action, Outcome, Plan, Priority, Standing
from frankpledge.plan.queries import newest_freeze
from frankpledge.record import freezes
from frankpledge.record.lines import System

BY = System("The coordinator")
When = TimescaleGiven
Target = TargetGiven


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


class Seed:
    """One partnership and its plan while a test enters it."""

    def __init__(
        self,
        name: str,
        title: str,
        starts: str,
        ends: str,
        scale: Sequence[scales.Step] = scales.OURS,
        **words: str,
    ) -> None:
        slug = name.lower().replace(" ", "-")
        self.partnership = people.open_partnership(slug=slug, name=name, scale=scale, by=BY)
        self.plan: Plan = changes.draft_plan(
            partnership=self.partnership,
            title=title,
            starts=day(starts),
            ends=day(ends),
            by=BY,
            **words,
        )

    def organisation(self, name: str, short: str = "", kind: str = "other") -> Organisation:
        found = Organisation.objects.filter(name=name).first()
        return found or people.add_organisation(name=name, short_name=short, kind=kind, by=BY)

    def person(self, name: str, at: Organisation | None = None, initials: str = "") -> Person:
        found = Person.objects.filter(name=name).first()
        if found is None:
            found = people.add_person(
                name=name, organisation=at, partnership=self.partnership, by=BY
            )
        if initials:
            people.set_contact(partnership=self.partnership, person=found, initials=initials, by=BY)
        return found

    def post(self, title: str, of: Organisation | None = None) -> Post:
        return people.add_post(partnership=self.partnership, title=title, organisation=of, by=BY)

    def group(self, name: str, short: str = "", kind: str = "delivery", **more: Any) -> GroupPlace:
        return people.add_group(
            partnership=self.partnership,
            local_name=name,
            abbreviation=short,
            kind=kind,
            by=BY,
            **more,
        )

    def priority(self, title: str, **more: Any) -> Priority:
        return changes.add_priority(plan=self.plan, title=title, by=BY, **more)

    def action(
        self,
        under: Priority,
        words: str,
        *,
        leads: Sequence[LeadGiven] = (),
        when: Sequence[TimescaleGiven] = (),
        outcomes: Sequence[tuple[str, TargetGiven | None]] = (),
        **more: Any,
    ) -> Action:
        action = changes.add_action(plan=self.plan, priority=under, words=words, by=BY, **more)
        if leads:
            changes.set_leads(of=action, leads=leads, by=BY)
        if when:
            changes.set_timescales(of=action, timescales=when, by=BY)
        for number, (text, target) in enumerate(outcomes, start=1):
            outcome = changes.add_outcome(action=action, words=text, number=number, by=BY)
            if target:
                changes.set_targets(outcome=outcome, targets=[target], by=BY)
        return action

    def adopt(self) -> None:
        changes.adopt(plan=self.plan, on=self.plan.starts, decided_by="The board", by=BY)

    def rating(self, label: str) -> Any:
        return self.partnership.ratings.get(label=label)

    def say(self, of: Action | Outcome, words: str = "", **more: Any) -> Standing:
        more = {"said_on": day("2014-10-20"), "said_by": "Lead officer", **more}
        if "rating" not in more:
            more.setdefault("state", "in-progress")
        return changes.say(of=of, words=words, by=BY, **more)

    def published(self) -> dict[str, Any]:
        """What the public may read, were it published now."""
        changes.publish(plan=self.plan, by=BY, why="A quarter was read.")
        freeze = newest_freeze(self.plan)
        assert freeze is not None
        body: dict[str, Any] = freezes.section(freeze, "public")
        return body

    def public_text(self) -> str:
        return json.dumps(self.published(), ensure_ascii=False)


def decided(why: str, by: str = "ODG", on: str = "2014-07-08") -> Decision:
    return Decision(on=day(on), by=by, why=why)


def outcome(action: Action, number: int) -> Outcome:
    return action.outcomes.get(number=number)
