"""What other tests may lean on."""

from frankpledge.partnership.roles import Permission
from frankpledge.partnership.rules import access
from frankpledge.plan import queries
from frankpledge.plan.models import Plan
from tests.universe import Universe


def test_alice_may_change_the_plan_and_charlie_is_a_stranger(universe: Universe) -> None:
    assert access(universe.alice, universe.marshwick).may(Permission.EDIT_PLAN)
    assert not access(universe.charlie, universe.marshwick).permissions
    assert access(universe.charlie, universe.thornhay).may(Permission.EDIT_PLAN)


def test_bob_answers_for_what_the_roads_sergeant_leads(universe: Universe) -> None:
    post = universe.action("6.3").leads.get().post
    assert post is not None
    assert [held.person for held in post.holders.current()] == [universe.bob.person]


def test_the_county_analyst_reads_every_district(universe: Universe) -> None:
    assert access(universe.hannah, universe.thornhay).may(Permission.SEE_INTERNAL)


def test_what_one_test_does_no_other_sees(universe: Universe) -> None:
    assert not Plan.objects.filter(title="Mine alone").exists()
    Plan.objects.filter(pk=universe.plan.pk).update(title="Mine alone")


def test_and_the_other_way_round(universe: Universe) -> None:
    assert not Plan.objects.filter(title="Mine alone").exists()
    Plan.objects.filter(pk=universe.plan.pk).update(title="Mine alone")


def test_the_running_plan_is_the_one_in_the_drawing(universe: Universe) -> None:
    assert queries.current_plan(universe.marshwick) == universe.plan
    assert universe.plan.priorities.count() == 6
