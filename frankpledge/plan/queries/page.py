"""Everything there is to know of one action, for its own page."""

from dataclasses import dataclass

from django.db.models import Q

from frankpledge.partnership.models import Partnership, Rating
from frankpledge.partnership.models.dated import today
from frankpledge.plan import fresh
from frankpledge.plan.models import (
    Action,
    ActionLink,
    Lead,
    Outcome,
    Placement,
    Revision,
    Standing,
    Target,
    Timescale,
)
from frankpledge.plan.saying import figure_in_words
from frankpledge.plan.showing import Scale, Shown
from frankpledge.plan.when import Freshness, freshness, last_quarters
from frankpledge.record import queries as record
from frankpledge.record.models import Line


@dataclass(frozen=True)
class OutcomeShown:
    outcome: Outcome
    shown: Shown
    before: Shown | None  # what was said the time before
    targets: list[Target]
    timescales: list[Timescale]


@dataclass(frozen=True)
class Saying:
    standing: Standing
    shown: Shown
    outcome: Outcome | None

    @property
    def figure(self) -> str:
        return figure_in_words(self.standing)


@dataclass(frozen=True)
class ActionPage:
    action: Action
    shown: Shown
    freshness: Freshness
    placements: list[Placement]
    leads: list[Lead]
    timescales: list[Timescale]
    outcomes: list[OutcomeShown]
    said: list[Saying]
    revisions: list[Revision]
    links: list[ActionLink]
    linked_from: list[ActionLink]
    carried_to: Action | None
    carried_from: Action | None
    lines: list[Line]

    @property
    def base(self) -> Placement | None:
        return next((p for p in self.placements if p.is_base), None)


def action_page(partnership: Partnership, action: Action, *, restricted: bool) -> ActionPage:
    """`restricted`: whether the reader may see restricted actions that this one is tied to."""
    others = Q() if restricted else ~Q(audience="restricted")
    seen = Action.objects.filter(others).select_related("plan")
    scale = Scale(list(Rating.objects.filter(partnership=partnership)))
    outcomes = list(action.outcomes.all())
    by_id = {outcome.pk: outcome for outcome in outcomes}
    standings = _standings(action)
    said = [Saying(s, scale.shown_standing(s), by_id.get(s.outcome_id or 0)) for s in standings]
    return ActionPage(
        action=action,
        shown=scale.of_action(action, outcomes),
        freshness=fresh.by_rounds(
            freshness([s.said_on for s in standings], last_quarters(today())),
            fresh.asked(action.plan, [action.pk]),
            action.pk,
        ),
        placements=list(
            action.placements.select_related("priority").prefetch_related("only_outcomes")
        ),
        leads=list(
            action.leads.select_related(
                "organisation", "post__organisation", "person__organisation", "group"
            )
        ),
        timescales=list(action.timescales.select_related("group")),
        outcomes=_outcomes(action, outcomes, said, scale),
        said=said,
        revisions=list(action.revisions.select_related("outcome")),
        links=list(action.links_out.select_related("other__plan").filter(other__in=seen)),
        linked_from=list(action.links_in.select_related("action__plan").filter(action__in=seen)),
        carried_to=seen.filter(carried_from=action).first(),
        carried_from=seen.filter(carried_to=action).first(),
        lines=list(record.lines_about(partnership.chain, _subjects(action, outcomes))),
    )


def _standings(action: Action) -> list[Standing]:
    own = Standing.objects.filter(action=action).select_related("rating")
    theirs = Standing.objects.filter(outcome__action=action).select_related("rating")
    return sorted([*own, *theirs], key=lambda s: (s.said_on, s.pk), reverse=True)


def _subjects(action: Action, outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [("action", str(action.pk)), *(("outcome", str(o.pk)) for o in outcomes)]


def _outcomes(
    action: Action, outcomes: list[Outcome], said: list[Saying], scale: Scale
) -> list[OutcomeShown]:
    targets: dict[int, list[Target]] = {}
    for target in Target.objects.filter(outcome__action=action):
        targets.setdefault(target.outcome_id, []).append(target)
    timescales: dict[int, list[Timescale]] = {}
    for item in Timescale.objects.filter(outcome__action=action).select_related("group"):
        timescales.setdefault(item.outcome_id or 0, []).append(item)
    earlier = {o.pk: [s.shown for s in said if s.outcome == o] for o in outcomes}
    return [
        OutcomeShown(
            outcome=outcome,
            shown=scale.shown(outcome),
            before=earlier[outcome.pk][1] if len(earlier[outcome.pk]) > 1 else None,
            targets=targets.get(outcome.pk, []),
            timescales=timescales.get(outcome.pk, []),
        )
        for outcome in outcomes
    ]
