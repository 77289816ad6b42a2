"""Adopted words are never edited: a change is a dated revision, and both can be read."""

import pytest

from frankpledge.plan import changes
from frankpledge.plan.models import Action, Outcome, Revision
from frankpledge.record import lines
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.models import Line
from tests.small import BY, Small, decided


def test_words_of_a_draft_change_freely(small: Small) -> None:
    changes.change_action(action=small.action, version=1, words="Visit each shop", by=BY)
    assert Action.objects.get().words == "Visit each shop"
    assert not Revision.objects.exists()


def test_words_of_an_adopted_plan_need_a_decision(small: Small) -> None:
    small.adopt()
    with pytest.raises(Refused, match="who decided"):
        changes.change_action(
            action=small.action, version=small.action.version, words="Visit some", by=BY
        )
    assert Action.objects.get().words == "Visit every shop hit three times"


def test_a_revision_keeps_the_old_words_beside_the_new(small: Small) -> None:
    small.adopt()
    changes.change_outcome(
        outcome=small.first,
        version=small.first.version,
        words="Nine in ten within ten days",
        decision=decided(),
        by=BY,
    )
    revision = Revision.objects.get()
    assert revision.old == {"words": "Nine in ten in time"}
    assert revision.new == {"words": "Nine in ten within ten days"}
    assert (revision.decided_by, revision.why) == (
        "The board, minute 6.2",
        "To match the hours the team has.",
    )
    assert (revision.action, revision.outcome) == (small.action, small.first)


def test_the_second_of_two_writers_is_shown_what_the_first_wrote(small: Small) -> None:
    seen_by_both = small.action.version
    again = Action.objects.get(pk=small.action.pk)
    changes.change_action(action=small.action, version=seen_by_both, words="First", by=BY)
    with pytest.raises(Stale) as stale:
        changes.change_action(action=again, version=seen_by_both, words="Second", by=BY)
    assert stale.value.current == {"words": "First"}
    assert Action.objects.get(pk=small.action.pk).words == "First"
    changes.change_action(action=again, version=stale.value.version, words="Second", by=BY)
    assert Action.objects.get(pk=small.action.pk).words == "Second"


def test_if_the_record_cannot_be_written_nothing_is(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*args: object, **kwargs: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(lines, "_append", full_disk)
    with pytest.raises(OSError, match="no space"):
        changes.change_action(action=small.action, version=1, words="Lost", by=BY)
    assert Action.objects.get().words == "Visit every shop hit three times"


def test_every_change_has_its_line_with_who_what_old_new_and_why(small: Small) -> None:
    small.adopt()
    changes.change_action(
        action=small.action,
        version=small.action.version,
        words="Visit each",
        decision=decided("Plainer."),
        by=BY,
    )
    line = Line.objects.filter(verb="action.changed").get()
    assert line.chain == small.partnership.chain
    assert (line.by_id, line.by, line.why) == ("account:1", "Alice Archer", "Plainer.")
    assert line.content["old"] == {"words": "Visit every shop hit three times"}
    assert line.content["new"] == {"words": "Visit each"}
    assert line.subject_id == str(small.action.pk)


def test_a_superseded_plan_is_read_and_not_changed(small: Small) -> None:
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
    action = Action.objects.select_related("plan").get(pk=small.action.pk)
    assert action.plan.status == "superseded"
    with pytest.raises(Refused, match="superseded"):
        changes.change_action(
            action=action, version=action.version, words="x", decision=decided(), by=BY
        )


def test_what_was_adopted_is_struck_and_never_removed(small: Small) -> None:
    small.adopt()
    with pytest.raises(Refused, match="struck and not removed"):
        changes.remove_action(action=small.action, by=BY)
    with pytest.raises(Refused, match="struck and not removed"):
        changes.remove_outcome(outcome=small.first, by=BY)
    with pytest.raises(Refused, match="never removed"):
        changes.remove_draft(plan=small.plan, by=BY, why="mistake")
    changes.strike_action(
        action=small.action, version=small.action.version, decision=decided("No money."), by=BY
    )
    struck = Action.objects.get()
    assert (struck.state, struck.closed_why, struck.closed_by) == (
        "struck",
        "No money.",
        "The board, minute 6.2",
    )
    assert Outcome.objects.count() == 2


def test_what_is_added_to_an_adopted_plan_is_a_revision_too(small: Small) -> None:
    small.adopt()
    with pytest.raises(Refused, match="who decided"):
        changes.add_priority(plan=small.plan, title="New", by=BY)
    heading = changes.add_priority(plan=small.plan, title="New", decision=decided(), by=BY)
    action = changes.add_action(
        plan=small.plan, priority=heading, words="More", decision=decided("A grant came."), by=BY
    )
    changes.add_outcome(action=action, words="Seen", decision=decided(), by=BY)
    changes.strike_priority(priority=heading, on=decided().on, decision=decided("No money."), by=BY)
    assert [r.what for r in Revision.objects.order_by("pk")] == ["added"] * 3 + ["struck"]
    assert Revision.objects.get(action=action, outcome=None).why == "A grant came."
