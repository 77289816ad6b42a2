"""Whoever writes at the same moment: one wins, nobody's words are lost, the record stays whole."""

import datetime
from functools import partial
from typing import Any

import pytest

from frankpledge.partnership import changes as who
from frankpledge.partnership.models import Person, RoleHolding
from frankpledge.plan import changes
from frankpledge.plan.models import (
    Action,
    Alignment,
    Lead,
    Outcome,
    Placement,
    Plan,
    Priority,
    Standing,
)
from frankpledge.record import checks
from frankpledge.record.models import Chain, Freeze, Line
from tests.hostile.at_once import at_once
from tests.makers import a_host, an_organisation
from tests.small import BY, SPRING, Small, decided

pytestmark = pytest.mark.django_db(transaction=True)
DAY = datetime.date(2026, 7, 14)


def require_whole(small: Small) -> None:
    for chain in checks.chains():
        assert checks.verify(chain) == []
        numbers = Line.objects.filter(chain=chain).order_by("number").values_list("number")
        assert [n for (n,) in numbers] == list(range(1, len(numbers) + 1))
        assert Chain.objects.get(key=chain).length == len(numbers)


def fresh(model: Any, row: Any) -> Any:
    """The row as a request of its own reads it."""
    return model.objects.get(pk=row.pk)


def test_of_twenty_edits_of_one_version_one_wins(small: Small) -> None:
    def edit(number: int) -> None:
        action = fresh(Action, small.action)
        changes.change_action(action=action, version=1, words=f"Words {number}", by=BY)

    assert at_once([partial(edit, n) for n in range(20)]) == {"done": 1, "Stale": 19}
    assert Line.objects.filter(verb="action.changed").count() == 1
    assert fresh(Action, small.action).version == 2
    require_whole(small)


def test_one_of_several_adoptions_wins(small: Small) -> None:
    def adopt() -> None:
        changes.adopt(plan=fresh(Plan, small.plan), on=SPRING, decided_by="The board", by=BY)

    assert at_once([adopt] * 6) == {"done": 1, "Refused": 5}
    assert Freeze.objects.count() == 1
    require_whole(small)


def test_two_plans_of_the_same_years_are_never_both_in_force(small: Small) -> None:
    plans = [small.plan]
    for title in ("A rival", "Another"):
        dates = {"starts": SPRING, "ends": datetime.date(2028, 3, 31)}
        plan = changes.draft_plan(partnership=small.partnership, title=title, **dates, by=BY)
        priority = changes.add_priority(plan=plan, title="Fair trade", by=BY)
        changes.add_action(plan=plan, priority=priority, words="Visit", by=BY)
        plans.append(plan)

    def adopt(plan: Plan) -> None:
        changes.adopt(plan=fresh(Plan, plan), on=SPRING, decided_by="The board", by=BY)

    assert at_once([partial(adopt, plan) for plan in plans]) == {"done": 3}
    assert Plan.objects.filter(status="adopted").count() == 1
    require_whole(small)


def test_publications_are_numbered_one_after_the_other(small: Small) -> None:
    small.adopt()

    def publish() -> None:
        changes.publish(plan=fresh(Plan, small.plan), why="Quarter", by=BY)

    assert at_once([publish] * 6) == {"done": 6}
    versions = Freeze.objects.order_by("version").values_list("version", flat=True)
    assert list(versions) == [1, 2, 3, 4, 5, 6, 7]
    require_whole(small)


def test_what_is_struck_stays_struck_whoever_speaks(small: Small) -> None:
    small.adopt()

    def strike() -> None:
        outcome = fresh(Outcome, small.first)
        changes.strike_outcome(outcome=outcome, version=1, decision=decided(), by=BY)

    def say() -> None:
        outcome = fresh(Outcome, small.first)
        changes.say(of=outcome, rating=small.good, said_by="Team", said_on=DAY, by=BY)

    def say_what_was_read_before(outcome: Outcome) -> None:
        changes.say(of=outcome, rating=small.good, said_by="Team", said_on=DAY, by=BY)

    late = partial(say_what_was_read_before, fresh(Outcome, small.first))
    ended = at_once([strike, say, say, late, say, strike])
    assert set(ended) <= {"done", "Refused", "Stale"} and ended["done"] >= 1
    assert fresh(Outcome, small.first).state == "struck"
    assert Line.objects.filter(verb="outcome.struck").count() == 1
    require_whole(small)


def test_nothing_is_said_of_a_plan_that_was_closed_meanwhile(small: Small) -> None:
    small.adopt()
    before = Outcome.objects.select_related("action__plan").get(pk=small.first.pk)
    assert before.action.plan.is_live
    changes.close(plan=fresh(Plan, small.plan), on=DAY, why="Over", by=BY)

    def say() -> None:
        changes.say(of=before, rating=small.good, said_by="Team", said_on=DAY, by=BY)

    def edit() -> None:
        changes.change_outcome(outcome=before, version=1, words="Late", decision=decided(), by=BY)

    assert at_once([say, edit]) == {"Refused": 2}
    assert not Standing.objects.exists()


def test_closing_keeps_the_words_that_another_has_just_changed(small: Small) -> None:
    small.adopt()
    read_before = fresh(Plan, small.plan)
    now = fresh(Plan, small.plan)
    changes.describe_plan(
        plan=now, version=now.version, title="A new name", decision=decided(), by=BY
    )
    changes.close(plan=read_before, on=DAY, why="Over", by=BY)
    assert fresh(Plan, small.plan).title == "A new name"


def test_everybody_speaks_and_every_word_is_kept(small: Small) -> None:
    def say(number: int) -> None:
        outcome = fresh(Outcome, small.first)
        on = DAY + datetime.timedelta(days=number)
        changes.say(of=outcome, rating=small.good, said_by=f"No {number}", said_on=on, by=BY)

    assert at_once([partial(say, n) for n in range(10)]) == {"done": 10}
    assert Standing.objects.count() == 10
    assert fresh(Outcome, small.first).said_on == DAY + datetime.timedelta(days=9)
    require_whole(small)


def test_moves_leave_one_order(small: Small) -> None:
    for number in range(5):
        changes.add_action(plan=small.plan, priority=small.priority, words=f"N{number}", by=BY)
    placements = list(Placement.objects.all())

    def move(placement: Placement, up: bool) -> None:
        changes.move_action(placement=fresh(Placement, placement), up=up, by=BY)

    ended = at_once([partial(move, p, up) for p in placements for up in (True, False)])
    assert set(ended) == {"done"}
    orders = Placement.objects.order_by("order").values_list("order", flat=True)
    assert list(orders) == [1, 2, 3, 4, 5, 6]
    require_whole(small)


def test_priorities_never_stand_under_each_other_in_a_circle(small: Small) -> None:
    other = changes.add_priority(plan=small.plan, title="Quiet nights", by=BY)

    def under(one: Priority, above: Priority) -> None:
        one, above = fresh(Priority, one), fresh(Priority, above)
        changes.change_priority(priority=one, version=1, parent=above, by=BY)

    ended = at_once([partial(under, small.priority, other), partial(under, other, small.priority)])
    assert ended == {"done": 1, "Refused": 1}


def test_a_late_placing_under_a_stale_tree_is_refused(small: Small) -> None:
    other = changes.add_priority(plan=small.plan, title="Quiet nights", by=BY)
    stale = fresh(Priority, small.priority)
    changes.change_priority(priority=small.priority, version=1, parent=other, by=BY)
    with pytest.raises(Exception, match="under itself"):
        changes.change_priority(priority=other, version=1, parent=stale, by=BY)


def test_lists_lose_nothing_and_take_away_nothing_else(small: Small) -> None:
    first = [changes.LeadGiven(printed=name) for name in ("Ann", "Ben", "Cis")]
    changes.set_leads(of=small.action, leads=first, by=BY)
    version = small.action.version

    def take(at: int) -> None:
        action = fresh(Action, small.action)
        left = first[:at] + first[at + 1 :]
        changes.set_leads(of=action, leads=left, version=version, by=BY)

    assert at_once([partial(take, 0), partial(take, 1)]) == {"done": 1, "Stale": 1}
    assert Lead.objects.count() == 2

    def align(body: str) -> None:
        row = fresh(Priority, small.priority)
        item = [(body, "Strategy", "")]
        changes.align(priority=row, aligned=item, version=1, by=BY)

    assert at_once([partial(align, "A"), partial(align, "B")]) == {"done": 1, "Stale": 1}
    assert Alignment.objects.count() == 1
    require_whole(small)


def test_the_second_to_say_what_differs_is_told(small: Small) -> None:
    other = changes.add_priority(plan=small.plan, title="Quiet nights", by=BY)
    placement = changes.place_action(action=small.action, priority=other, by=BY)
    version = fresh(Action, small.action).version

    def vary(words: str) -> None:
        row = fresh(Placement, placement)
        changes.vary(placement=row, variants={"action": words}, version=version, by=BY)

    assert at_once([partial(vary, "A"), partial(vary, "B")]) == {"done": 1, "Stale": 1}


def test_removing_twice_is_told_once(small: Small) -> None:
    other = changes.add_action(plan=small.plan, priority=small.priority, words="Other", by=BY)
    link = changes.link_actions(action=small.action, kind="serves", other=other, by=BY)
    rows = [type(link).objects.get(pk=link.pk) for _ in range(4)]
    ended = at_once([partial(changes.unlink_actions, link=row, by=BY, why="No") for row in rows])
    assert ended == {"done": 1, "Refused": 3}
    actions = [fresh(Action, other) for _ in range(4)]
    ended = at_once([partial(changes.remove_action, action=row, by=BY) for row in actions])
    assert ended == {"done": 1, "Refused": 3}
    assert Line.objects.filter(verb="action.removed").count() == 1
    require_whole(small)


def test_all_kinds_of_writing_at_once_never_wait_for_each_other(small: Small) -> None:
    """The order in which locks are taken is what this tries: no deadlock, no busy database."""
    small.adopt()
    here = small.partnership
    draft = changes.draft_plan(
        partnership=here, title="Next", starts=SPRING, ends=datetime.date(2031, 3, 31), by=BY
    )
    into = changes.add_priority(plan=draft, title="Fair trade", by=BY)
    other = changes.add_action(
        plan=small.plan, priority=small.priority, words="O", decision=decided(), by=BY
    )
    host = a_host()
    council = an_organisation()
    changing = {"decision": decided(), "by": BY}

    def version_of(action: Action) -> int:
        return int(fresh(Action, action).version)

    def edit() -> None:
        action = fresh(Action, small.action)
        changes.change_action(
            action=action, version=action.version, words=f"{action.words}.", **changing
        )

    def carry() -> None:
        action = fresh(Action, small.action)
        changes.carry_forward(
            action=action, version=action.version, plan=draft, priority=into, **changing
        )

    def link() -> None:
        changes.link_actions(action=fresh(Action, small.action), kind="through", other=other, by=BY)

    def lead() -> None:
        given = [changes.LeadGiven(post=small.inspector, organisation=council)]
        changes.set_leads(of=fresh(Action, other), leads=given, **changing)

    def rename() -> None:
        who.change_organisation(
            organisation=council, name=f"{council.name} Moot", partnership=here, by=BY
        )

    def coordinator() -> None:
        who.appoint_coordinator(partnership=here, name="New", email="new@example.org", by=host)

    def describe() -> None:
        who.describe_partnership(partnership=here, place="Marsh", by=BY)

    def hold() -> None:
        who.hold_post(post=small.inspector, person=small.person, starts=DAY, by=BY)

    def drafted() -> None:
        changes.draft_plan(partnership=here, title="D", starts=SPRING, ends=DAY, by=BY)

    def moved() -> None:
        changes.move_priority(priority=fresh(Priority, into), up=True, by=BY)

    everybody = [edit, carry, link, lead, rename, coordinator, describe, hold, drafted, moved]
    for _ in range(3):
        ended = at_once(everybody * 2)
        assert set(ended) <= {"done", "Refused", "Stale"}, ended
    require_whole(small)


def test_the_last_coordinators_do_not_take_each_others_role(small: Small) -> None:
    for name in ("one", "two"):
        who.appoint_coordinator(
            partnership=small.partnership, name=name, email=f"{name}@example.org", by=BY
        )
    holdings = list(RoleHolding.objects.filter(role="coordinator"))
    ended = at_once([partial(who.take_role, holding=row, by=BY) for row in holdings])
    assert ended == {"done": 1, "Refused": 1}
    require_whole(small)


def test_an_address_opens_one_account_only(small: Small) -> None:
    people = [Person.objects.create(name=f"P{n}") for n in range(4)]
    writes = [partial(who.open_account, person=p, email="same@example.org", by=BY) for p in people]
    assert at_once(writes) == {"done": 1, "Refused": 3}
