"""Fact 23: what names people, and what a promise costs, is not published from any of the five."""

import json

import pytest

from frankpledge.partnership import changes as people
from frankpledge.plan import changes
from frankpledge.plan.changes import Decision, LeadGiven
from frankpledge.record import freezes
from tests.seeds.kit import BY, Seed, Target, When, day, outcome

PLANS = ("east_herts", "hertsmere", "dacorum", "stevenage", "st_albans")
SECRETS = (
    "Wilhelmina Nameless",
    "WNX",
    "Ermintrude Former",
    "eleven thousand",
    "Xanthe Printed",
    "Undine Typed",
    "public house by the church",
    "Gustav Decided",
)


def filled(seed: Seed) -> None:
    """Names everywhere that a plan may hold one."""
    police = seed.organisation("Hertfordshire Constabulary", "Police", "police")
    person = seed.person("Wilhelmina Nameless", police, "WNX")
    former = seed.person("Ermintrude Former", police)
    post = seed.post("Sergeant", police)
    people.hold_post(post=post, person=former, by=BY)
    priority = seed.priority("One")
    changes.set_leads(of=priority, leads=[LeadGiven(person=person)], by=BY)
    action = seed.action(
        priority,
        "Walk the streets",
        resources=["eleven thousand pounds"],
        leads=[
            LeadGiven(person=person, organisation=police),
            LeadGiven(post=post),
            LeadGiven(printed="Xanthe Printed"),
        ],
        when=[When("March")],
        outcomes=[("Walked", Target("Walked", "milestone"))],
    )
    second = seed.priority("Two")
    differs = {"lead": "Xanthe Printed", "resources": "eleven thousand", "update": "Undine Typed"}
    changes.place_action(action=action, priority=second, variants=differs, by=BY)
    seed.adopt()
    first = outcome(action, 1)
    words = "Undine Typed saw the public house by the church"
    seed.say(first, words, said_by="Wilhelmina Nameless", said_by_is_name=True)
    later = [LeadGiven(person=former, printed="Xanthe Printed")]
    decision = Decision(on=day("2014-10-20"), by="Gustav Decided", why="A change of hands")
    changes.set_leads(of=action, leads=later, by=BY, decision=decision)
    changes.change_action(
        action=action,
        version=action.version,
        resources=["eleven thousand and one"],
        by=BY,
        decision=decision,
    )


@pytest.mark.parametrize("name", PLANS)
def test_fact_23_no_name_and_no_resource_is_published(
    name: str, request: pytest.FixtureRequest
) -> None:
    seed: Seed = request.getfixturevalue(name)
    filled(seed)
    public = json.dumps(seed.published(), ensure_ascii=False)
    assert "Walk the streets" in public
    assert "Police" in public
    assert [secret for secret in SECRETS if secret in public] == []


def test_fact_23_and_none_of_it_is_lost_inside(stevenage: Seed) -> None:
    filled(stevenage)
    stevenage.published()
    freeze = freezes.newest(
        chain=stevenage.partnership.chain, kind="plan", subject_id=str(stevenage.plan.pk)
    )
    assert freeze is not None
    whole = json.dumps(freezes.section(freeze, "plan"), ensure_ascii=False)
    inside = [s for s in SECRETS if s != "WNX"]  # initials are a contact's, not a plan's
    assert [secret for secret in inside if secret not in whole] == []
