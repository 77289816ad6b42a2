"""Adopting makes a freeze; the public sees of it only fields that are public."""

import datetime
import json

import pytest

from frankpledge.plan import changes, queries
from frankpledge.plan.queries.published import publications
from frankpledge.record import checks, freezes
from frankpledge.record.errors import Refused
from frankpledge.record.models import Freeze, Section
from tests.small import BY, Small, decided


def public(small: Small) -> dict:  # type: ignore[type-arg]
    freeze = queries.newest_freeze(small.plan)
    assert freeze is not None
    return freezes.section(freeze, "public")  # type: ignore[no-any-return]


def test_a_draft_is_on_no_public_page(small: Small) -> None:
    assert publications(small.partnership) == []


def test_an_empty_plan_is_not_adopted(small: Small) -> None:
    changes.remove_action(action=small.action, by=BY)
    with pytest.raises(Refused, match="at least one action"):
        small.adopt()


def test_adopting_freezes_the_whole_plan(small: Small) -> None:
    small.adopt()
    freeze = Freeze.objects.get()
    assert (freeze.version, freeze.name) == (1, "The plan, 2026 to 2029")
    assert {s.name for s in Section.objects.all()} == {"papers", "plan", "public", "rounds"}
    assert checks.verify(small.partnership.chain) == []


def test_a_name_is_never_public_unless_it_was_marked(small: Small) -> None:
    lead = changes.LeadGiven(person=small.person, organisation=small.police)
    changes.set_leads(of=small.action, leads=[lead], by=BY)
    small.adopt()
    assert public(small)["actions"][str(small.action.pk)]["leads"] == ["Police"]
    assert "Penhaligon" not in json.dumps(public(small))
    assert "Penhaligon" in json.dumps(
        freezes.section(queries.newest_freeze(small.plan), "plan")  # type: ignore[arg-type]
    )


def test_a_name_that_was_marked_is_public(small: Small) -> None:
    lead = changes.LeadGiven(person=small.person, name_is_public=True)
    changes.set_leads(of=small.action, leads=[lead], by=BY)
    small.adopt()
    assert public(small)["actions"][str(small.action.pk)]["leads"] == ["Police, Ingrid Penhaligon"]


@pytest.mark.parametrize("audience", ["internal", "restricted"])
def test_what_is_not_for_the_public_is_left_out_whole(small: Small, audience: str) -> None:
    hidden = changes.add_action(
        plan=small.plan,
        priority=small.priority,
        words="Follow up the review of the death at Cold Ash",
        audience=audience,
        by=BY,
    )
    changes.link_actions(action=small.action, kind="serves", other=hidden, by=BY)
    small.adopt()
    assert "Cold Ash" not in json.dumps(public(small))
    assert str(hidden.pk) not in public(small)["actions"]


def test_words_of_an_update_are_public_only_once_somebody_read_them(small: Small) -> None:
    standing = changes.say(
        of=small.first,
        rating=small.good,
        words="Thirty-one of thirty-eight.",
        said_by="Neighbourhood inspector",
        said_on=datetime.date(2026, 7, 3),
        by=BY,
    )
    small.adopt()
    assert "Thirty-one" not in json.dumps(public(small))
    changes.publish_words(standing=standing, public=True, by=BY)
    changes.publish(plan=small.plan, by=BY, why="The summer round")
    assert "Thirty-one" in json.dumps(public(small))
    assert Freeze.objects.count() == 2
    assert checks.verify(small.partnership.chain) == []


def test_changes_wait_until_they_are_published(small: Small) -> None:
    small.adopt()
    small.action.refresh_from_db()
    changes.change_action(
        action=small.action,
        version=small.action.version,
        words="Visit each shop",
        decision=decided("Plainer."),
        by=BY,
    )
    assert public(small)["actions"][str(small.action.pk)]["words"].startswith("Visit every")
    assert queries.unpublished(small.plan).changed == [small.action.pk]
    changes.publish(plan=small.plan, by=BY, why="Plainer words")
    now = public(small)["actions"][str(small.action.pk)]
    assert now["words"] == "Visit each shop"
    assert now["revisions"][0]["old"] == {"words": "Visit every shop hit three times"}
    assert not queries.unpublished(small.plan).any


def test_resources_and_printed_leads_stay_inside(small: Small) -> None:
    changes.change_action(
        action=small.action, version=small.action.version, resources=["Two officers"], by=BY
    )
    changes.set_leads(
        of=small.action, leads=[changes.LeadGiven(printed="Sgt Example of nowhere")], by=BY
    )
    small.adopt()
    assert "Two officers" not in json.dumps(public(small))
    assert "Example" not in json.dumps(public(small))


def test_a_plan_that_another_overtakes_says_so_in_public(small: Small) -> None:
    small.adopt()
    later = changes.draft_plan(
        partnership=small.partnership,
        title="Another",
        starts=small.plan.starts,
        ends=small.plan.ends,
        follows=small.plan,
        by=BY,
    )
    heading = changes.add_priority(plan=later, title="One", by=BY)
    changes.add_action(plan=later, priority=heading, words="Do it", by=BY)
    changes.adopt(plan=later, on=small.plan.starts, decided_by="The board", by=BY)
    assert public(small)["plan"]["status"] == "superseded"
    assert public(small)["plan"]["ended_why"] == "Superseded by Another"
