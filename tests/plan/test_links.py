"""Done through another, carried forward, and standing under several priorities."""

import datetime

import pytest

from frankpledge.plan import changes
from frankpledge.plan.models import Action
from frankpledge.record.errors import Refused
from tests.small import BY, Small, decided


def another(small: Small, words: str) -> Action:
    return changes.add_action(plan=small.plan, priority=small.priority, words=words, by=BY)


def test_done_through_another_and_back_when_unlinked(small: Small) -> None:
    other = another(small, "Newsletter")
    link = changes.link_actions(action=other, kind="through", other=small.action, by=BY)
    assert Action.objects.get(pk=other.pk).state == "through-another"
    changes.unlink_actions(link=link, by=BY, why="It is done by itself again.")
    assert Action.objects.get(pk=other.pk).state == "not-stated"


def test_done_through_never_goes_round_in_a_circle(small: Small) -> None:
    one, two = another(small, "One"), another(small, "Two")
    changes.link_actions(action=one, kind="through", other=two, by=BY)
    changes.link_actions(action=two, kind="through", other=small.action, by=BY)
    with pytest.raises(Refused, match="circle"):
        changes.link_actions(action=small.action, kind="through", other=one, by=BY)


def test_carried_forward_begins_again_in_the_next_plan(small: Small) -> None:
    changes.set_leads(of=small.action, leads=[changes.LeadGiven(post=small.inspector)], by=BY)
    changes.set_targets(
        outcome=small.first, targets=[changes.TargetGiven(printed="90 % each quarter")], by=BY
    )
    small.adopt()
    following = changes.draft_plan(
        partnership=small.partnership,
        title="Next",
        starts=datetime.date(2029, 4, 1),
        ends=datetime.date(2030, 3, 31),
        follows=small.plan,
        by=BY,
    )
    heading = changes.add_priority(plan=following, title="Trade", by=BY)
    carried = changes.carry_forward(
        action=small.action,
        version=small.action.version,
        plan=following,
        priority=heading,
        decision=decided("Not finished."),
        by=BY,
    )
    assert Action.objects.get(pk=small.action.pk).state == "carried"
    assert carried.carried_from == small.action
    assert carried.leads.get().post == small.inspector
    assert [o.words for o in carried.outcomes.all()] == [
        "Nine in ten in time",
        "Two patrols a week",
    ]
    assert carried.outcomes.first().targets.get().printed == "90 % each quarter"
    assert {o.state for o in carried.outcomes.all()} == {"not-stated"}


def test_one_promise_under_two_priorities_with_what_differs(small: Small) -> None:
    second = changes.add_priority(plan=small.plan, title="Quiet streets", ref="4", by=BY)
    placement = changes.place_action(
        action=small.action,
        priority=second,
        variants={"timescale": "May to October"},
        only_outcomes=[small.second],
        by=BY,
    )
    assert placement.variants == {"timescale": "May to October"}
    assert list(placement.only_outcomes.all()) == [small.second]
    assert small.action.placements.count() == 2
    with pytest.raises(Refused, match="already stands"):
        changes.place_action(action=small.action, priority=second, by=BY)


def test_moving_up_and_down_keeps_every_neighbour(small: Small) -> None:
    second, third = another(small, "B"), another(small, "C")
    changes.move_action(placement=third.placements.get(), up=True, by=BY)
    changes.move_action(placement=third.placements.get(), up=True, by=BY)
    changes.move_action(placement=third.placements.get(), up=True, by=BY)
    order = [p.action_id for p in small.priority.placements.all()]
    assert order == [third.pk, small.action.pk, second.pk]


def test_a_priority_never_stands_under_itself(small: Small) -> None:
    child = changes.add_priority(plan=small.plan, title="Below", parent=small.priority, by=BY)
    with pytest.raises(Refused, match="under itself"):
        changes.change_priority(
            priority=small.priority, version=small.priority.version, parent=child, by=BY
        )
