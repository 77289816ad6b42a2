"""What a document says becomes what this partnership means by it, and never more than it says."""

import datetime
from typing import Any

import pytest

from frankpledge.partnership import changes as people
from frankpledge.partnership.models.dated import today
from frankpledge.plan.models import Action, Outcome, Standing, Target, Timescale
from tests.plan.planfiles import action, file, outcome, taken_in
from tests.small import BY, Small

LATE = {"text": "2024-25", "start": "2024-04-01", "end": "2025-03-31"}


def made(small: Small, *entries: Any, **more: Any) -> list[Action]:
    plan = taken_in(small.partnership, file(*entries, **more))
    return list(Action.objects.filter(plan=plan).order_by("pk"))


def only(small: Small, entry: Any, **more: Any) -> Action:
    return made(small, entry, **more)[0]


@pytest.fixture
def members(small: Small) -> Small:
    people.join(
        partnership=small.partnership, organisation=small.police, standing="responsible", by=BY
    )
    people.add_group(
        partnership=small.partnership,
        local_name="Joint Action Group",
        abbreviation="JAG",
        kind="delivery",
        by=BY,
    )
    return small


def test_a_lead_who_is_known_here_is_that_body_and_keeps_its_printed_words(members: Small) -> None:
    lead = only(members, action(lead="Loamshire Police")).leads.get()
    assert (lead.organisation, lead.printed) == (members.police, "Loamshire Police")


def test_a_group_goes_by_its_abbreviation_and_a_post_by_its_title(members: Small) -> None:
    first, second = made(
        members, action(lead="JAG"), action("Patrol", lead="Neighbourhood inspector")
    )
    assert str(first.leads.get().group) == "Joint Action Group"
    assert second.leads.get().post == members.inspector


def test_a_lead_nobody_knows_stays_in_the_words_that_were_printed(members: Small) -> None:
    lead = only(members, action(lead="Druglink")).leads.get()
    assert (lead.organisation, lead.person, lead.printed) == (None, None, "Druglink")


def test_somebody_elses_member_is_no_lead_here(members: Small) -> None:
    plan = taken_in(members.other, file(action(lead="Loamshire Police")))
    lead = Action.objects.get(plan=plan).leads.get()
    assert (lead.organisation, lead.printed) == (None, "Loamshire Police")


def test_everybody_and_those_who_help(members: Small) -> None:
    entry = action(lead="All partners", support="Loamshire Police")
    lead, support = only(members, entry).leads.order_by("part")
    assert lead.everyone
    assert (support.part, support.organisation) == ("support", members.police)


def test_a_timescale_is_read_within_the_plan_and_keeps_its_words(small: Small) -> None:
    item = Timescale.objects.get(action=only(small, action(timescale="March 2027")))
    assert (item.printed, item.kind, item.due) == ("March 2027", "date", datetime.date(2027, 3, 31))


def test_a_target_is_read_from_the_words_of_its_outcome(small: Small) -> None:
    words = "At least two patrols conducted each quarter"
    target = Target.objects.get(outcome__action=only(small, action(outcomes=[outcome(words)])))
    assert (target.kind, target.per) == ("count-at-least", "quarter")
    assert target.number == 2


def test_words_too_long_for_a_column_are_whole_in_the_file(small: Small) -> None:
    long = "by March 2027 " * 60
    item = Timescale.objects.filter(action=only(small, action(timescale=long))).first()
    assert item is not None
    assert len(item.printed) <= 300


def test_a_rating_is_given_where_one_of_the_scale_has_the_colour(small: Small) -> None:
    row = only(small, action(outcomes=[outcome("Lamps", None, "green")])).outcomes.get()
    assert (row.rating, row.state) == (small.good, "in-progress")


def test_a_colour_that_means_something_else_in_the_document_is_no_rating(small: Small) -> None:
    told = {"legend": {"green": "Complete", "amber": "On target"}}
    row = only(small, action(outcomes=[outcome("Lamps", None, "green")]), **told).outcomes.get()
    assert (row.rating, row.state) == (None, "complete")


def test_a_colour_that_two_ratings_have_is_none_of_them(small: Small) -> None:
    small.bad.colour = small.good.colour
    small.bad.save()
    row = only(small, action(outcomes=[outcome("Lamps", None, "green")])).outcomes.get()
    assert (row.rating, row.state) == (None, "not-stated")


def test_a_rating_of_the_scale_is_known_by_its_name(small: Small) -> None:
    row = only(small, action(status={"text": "on track", "colour": None}))
    assert row.rating == small.good


def test_words_that_say_a_state_are_that_state(small: Small) -> None:
    stands = [
        ("Not started", "not-started"),
        ("Postponed to May", "delayed"),
        ("Hello", "not-stated"),
    ]
    told = [outcome(f"Outcome {text}", text) for text, _ in stands]
    rows = only(small, action(outcomes=told)).outcomes.order_by("order")
    assert [row.state for row in rows] == [state for _, state in stands]


def test_what_is_blocked_says_by_what(small: Small) -> None:
    row = only(small, action(status={"text": "On hold should budget permit", "colour": None}))
    said = row.standings.get()
    assert row.state == "blocked"
    assert "budget" in said.condition


def test_an_update_has_the_day_that_the_document_gives(small: Small) -> None:
    row = only(small, action(update={"text": "Two lamps lit", "as_at": "2025-08-31"}))
    said = row.standings.get()
    assert (said.words, said.said_on) == ("Two lamps lit", datetime.date(2025, 8, 31))


def test_an_update_without_a_day_was_said_by_the_end_of_the_period(small: Small) -> None:
    row = only(small, action(update={"text": "All lit", "as_at": None}), period=LATE)
    assert row.standings.get().said_on == datetime.date(2025, 3, 31)


def test_nothing_was_said_in_the_future(small: Small) -> None:
    far = {"text": "2090-91", "start": "2090-04-01", "end": "2091-03-31"}
    entries = [action(update={"text": "Lit", "as_at": day}) for day in (None, "2090-06-01")]
    for row in made(small, *entries, period=far):
        assert row.standings.get().said_on == today()


def test_an_update_beside_outcomes_is_news_and_no_rating(small: Small) -> None:
    entry = action(outcomes=[outcome("Lamps", "Complete")], update={"text": "Lit", "as_at": None})
    row = only(small, entry)
    news = row.standings.get()
    assert (news.words, news.words_only) == ("Lit", True)
    assert (row.state, row.outcomes.get().state) == ("not-stated", "complete")


def test_a_mark_for_the_whole_row_stands_for_each_outcome_without_its_own(small: Small) -> None:
    told = [outcome("One", "Not started"), outcome("Two")]
    row = only(small, action(outcomes=told, status={"text": "Complete", "colour": None}))
    first, second = row.outcomes.order_by("order")
    assert (first.state, second.state) == ("not-started", "complete")
    assert Standing.objects.get(outcome=second).words == "Of the whole row"


def test_several_updates_are_several_sayings_the_newest_shown_last(small: Small) -> None:
    updates = [
        {"text": "Begun", "as_at": "2025-06-30", "period": "Q1"},
        {"text": "Done", "as_at": "2025-09-30", "period": "Q2"},
    ]
    newest = {"text": "Done", "as_at": "2025-09-30"}
    row = only(
        small,
        action(updates=updates, update=newest, status={"text": "Complete", "colour": None}),
    )
    assert [said.words for said in row.standings.all()] == ["Done", "Begun"]
    assert row.state == "complete"


def test_what_is_struck_is_struck_with_its_reason(small: Small) -> None:
    told = [outcome("Survey", "Cancelled due to cost"), {**outcome("Walk"), "struck": True}]
    struck, other = made(small, action(struck=True), action("Mend", outcomes=told))
    survey, walk = Outcome.objects.filter(action=other).order_by("order")
    assert (struck.state, struck.closed_why) == ("struck", "It is struck through in the document.")
    assert (survey.state, survey.closed_why) == ("struck", "Cancelled due to cost")
    assert walk.state == "struck"


def test_what_differs_under_another_priority_stands_there(small: Small) -> None:
    two = [{"id": "p1", "title": "Safer streets"}, {"id": "p2", "title": "Young people"}]
    told = action(
        priorities=["p1", "p2"],
        timescale="March 2027",
        outcomes=[{"number": 1, "text": "Lamps", "status": None}, outcome("Survey")],
        variants={"p2": {"timescale": "Ongoing", "ref": "7", "outcomes": [outcome("Survey")]}},
    )
    base, other = only(small, told, priorities=two).placements.order_by("order")
    assert (base.is_base, base.variants) == (True, {})
    assert (other.ref, other.variants) == ("7", {"timescale": "Ongoing"})
    assert [row.words for row in other.only_outcomes.all()] == ["Survey"]


def test_a_child_priority_may_be_told_before_its_parent(small: Small) -> None:
    told = [{"id": "p1", "title": "Burglary", "parent": "p2"}, {"id": "p2", "title": "Theft"}]
    row = only(small, action(), priorities=told)
    under = row.placements.get().priority
    assert (str(under), str(under.parent)) == ("Burglary", "Theft")


def test_times_parted_by_a_semicolon_keep_their_own_words(small: Small) -> None:
    told = "Path mended by spring 2026; Lamps lit by autumn 2026"
    plan = taken_in(small.partnership, file(action(timescale=told)))
    rows = Timescale.objects.filter(action__plan=plan).order_by("due")
    assert [row.printed for row in rows] == told.split("; ")
