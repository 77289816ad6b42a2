import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from frankpledge.delivery import changes, queries
from frankpledge.delivery.bands import usual
from frankpledge.delivery.given import ActivityGiven, Counted
from frankpledge.delivery.models import Activity
from frankpledge.partnership.models.dated import today
from frankpledge.plan import changes as plan_changes
from frankpledge.record import checks
from frankpledge.record.errors import Refused
from frankpledge.record.models import Line
from tests.delivery.log import DAY, a_measure, entry, logged
from tests.small import BY, Small

AUGUST = datetime.date(2026, 8, 3)


def test_counts_add_up_by_month_for_the_measure_and_for_each_outcome_it_serves(
    small: Small,
) -> None:
    patrols = a_measure(small, outcomes=[small.first, small.second])
    logged(patrols, 3)
    logged(patrols, 2, DAY + datetime.timedelta(days=1))
    logged(patrols, 0, AUGUST)
    found = queries.monthly(small.partnership)
    months = [("2026-07", 5, False), ("2026-08", 0, False)]
    assert found["measure", patrols.pk] == months, "nought is kept, and no month is made up"
    assert found["outcome", small.first.pk] == months
    assert found["outcome", small.second.pk] == months


def test_the_month_that_still_runs_is_provisional(small: Small) -> None:
    patrols = a_measure(small)
    logged(patrols, 1, today())
    assert queries.monthly(small.partnership)["measure", patrols.pk] == [
        (f"{today():%Y-%m}", 1, True)
    ]


def test_an_entry_may_be_said_to_serve_only_some_of_the_outcomes(small: Small) -> None:
    patrols = a_measure(small, outcomes=[small.first, small.second])
    logged(patrols, 4, outcomes=[small.first])
    found = queries.monthly(small.partnership)
    assert found["outcome", small.first.pk] == [("2026-07", 4, False)]
    assert ("outcome", small.second.pk) not in found


def test_what_a_measure_counts_towards_holds_for_what_was_logged_before(small: Small) -> None:
    patrols = a_measure(small, outcomes=[])
    logged(patrols, 4)
    assert ("outcome", small.first.pk) not in queries.monthly(small.partnership)
    changes.change_measure(measure=patrols, version=1, outcomes=[small.first], by=BY)
    assert queries.monthly(small.partnership)["outcome", small.first.pk] == [("2026-07", 4, False)]


def test_only_what_is_asked_for_is_added_up(small: Small) -> None:
    patrols, letters = a_measure(small), a_measure(small, "Letters", outcomes=[small.first])
    logged(patrols, 1)
    logged(letters, 2)
    by_measure = queries.monthly(small.partnership, measures=[letters.pk])
    assert set(by_measure) == {("measure", letters.pk)}
    by_outcome = queries.monthly(small.partnership, outcomes=[small.first.pk])
    assert set(by_outcome) == {("outcome", small.first.pk)}


def test_another_partnership_sees_none_of_it(small: Small) -> None:
    activity = logged(a_measure(small))
    assert queries.monthly(small.other) == {}
    with pytest.raises(queries.NotThere):
        queries.activity_in(small.other, activity.pk)


def test_a_double_press_is_one_entry_and_another_count_is_another(small: Small) -> None:
    patrols = a_measure(small)
    first = logged(patrols, 3, press="p")
    assert logged(patrols, 3, press="p").pk == first.pk
    assert logged(patrols, 4, press="p").pk != first.pk
    assert queries.monthly(small.partnership)["measure", patrols.pk][0][1] == 7


def test_a_correction_follows_and_the_first_counts_no_more(small: Small) -> None:
    patrols = a_measure(small)
    first = logged(patrols, 30)
    newer = changes.correct_activity(
        activity=first, given=entry(patrols, 3), why="A nought too many", by=BY
    )
    assert queries.monthly(small.partnership)["measure", patrols.pk] == [("2026-07", 3, False)]
    assert [one.pk for one in queries.history_of(newer)] == [first.pk, newer.pk]
    line = Line.objects.filter(verb="activity.corrected").get()
    assert line.content["old"]["counts"] == {"Patrols": 30}
    with pytest.raises(Refused, match="corrected already"):
        changes.correct_activity(activity=first, given=entry(patrols, 4), why="x", by=BY)


def test_a_withdrawn_entry_counts_no_more_and_says_why(small: Small) -> None:
    patrols = a_measure(small)
    first = logged(patrols)
    with pytest.raises(Refused, match="Say why"):
        changes.withdraw_activity(activity=first, why=" ", by=BY)
    changes.withdraw_activity(activity=first, why="It was Dale's", by=BY)
    assert queries.monthly(small.partnership) == {}
    assert Activity.objects.get().withdrawn_why == "It was Dale's"
    with pytest.raises(Refused, match="withdrawn by"):
        changes.withdraw_activity(activity=first, why="again", by=BY)


def test_a_withdrawn_correction_does_not_bring_the_first_back(small: Small) -> None:
    patrols = a_measure(small)
    newer = changes.correct_activity(
        activity=logged(patrols, 30), given=entry(patrols, 3), why="x", by=BY
    )
    changes.withdraw_activity(activity=newer, why="Nothing was done", by=BY)
    assert queries.monthly(small.partnership) == {}


def test_impossible_days_and_counts_are_refused_in_words(small: Small) -> None:
    patrols = a_measure(small)
    tomorrow = today() + datetime.timedelta(days=1)
    for given, words in (
        (entry(patrols, on=tomorrow), "still to come"),
        (entry(patrols, on=datetime.date(202, 7, 1)), "check the year"),
        (entry(patrols, -1), "from 0 to"),
        (entry(patrols, 10_000_001), "from 0 to"),
        (ActivityGiven(on=DAY, results=[]), "how many"),
        (ActivityGiven(on=DAY, results=[Counted(patrols, 1), Counted(patrols, 2)]), "twice"),
        (entry(patrols, outcomes=[small.first]), "does not count towards"),
    ):
        with pytest.raises(Refused, match=words):
            changes.log_activity(partnership=small.partnership, given=given, press="p", by=BY)
    assert not Activity.objects.exists()


def test_a_measure_of_somebody_else_and_a_retired_one_are_refused(small: Small) -> None:
    patrols = a_measure(small)
    with pytest.raises(Refused, match="from the list"):
        changes.log_activity(partnership=small.other, given=entry(patrols), press="p", by=BY)
    activity = logged(patrols, 9)
    changes.retire_measure(measure=patrols, by=BY)
    with pytest.raises(Refused, match="no longer counted"):
        logged(patrols, 5)
    changes.correct_activity(activity=activity, given=entry(patrols, 8), why="Typed wrong", by=BY)
    assert queries.monthly(small.partnership)["measure", patrols.pk][0][1] == 8


def test_parts_never_come_to_more_than_the_whole_and_the_rest_is_not_known(small: Small) -> None:
    people = a_measure(small, "People", counts_people=True, breakdowns=usual(["age", "sex"]))
    with pytest.raises(Refused, match="Age: the parts come to 12"):
        logged(people, 10, parts={("age", "Under 11"): 5, ("age", "11 to 17"): 7})
    with pytest.raises(Refused, match="not broken down"):
        logged(people, 10, parts={("age", "Over 200"): 5})
    logged(people, 10, parts={("age", "Under 11"): 5, ("sex", "Female"): 10})
    reached = queries.people_reached(small.plan, DAY, DAY)
    assert reached.total == 10 and reached.by_measure == {"People": 10}
    assert dict(reached.parts["Age"])["Under 11"] == 5
    assert reached.parts["Age"][-1] == ("Not known", 5)
    assert "Not known" not in dict(reached.parts["Sex"])
    assert queries.people_reached(small.plan, AUGUST, AUGUST).total == 0


def test_the_log_is_read_by_outcome_month_and_measure(small: Small) -> None:
    patrols = a_measure(small, outcomes=[small.first, small.second])
    letters = a_measure(small, "Letters", outcomes=[small.first])
    logged(patrols, 3, outcomes=[small.second])
    logged(letters, 2, AUGUST)

    def seen(**chosen: object) -> int:
        here = queries.Chosen(**chosen)  # type: ignore[arg-type]
        return queries.log_page(small.partnership, here, restricted=True).many

    assert seen() == 2
    assert seen(measure=patrols.pk) == 1 and seen(month="2026-08") == 1
    assert seen(outcome=small.first.pk) == 1 and seen(outcome=small.second.pk) == 1
    assert seen(month="2026-13") == 2, "what is no month chooses nothing"
    page = queries.log_page(small.partnership, queries.Chosen(), restricted=True)
    assert [(one.name, total) for one, total in page.totals] == [("Patrols", 3), ("Letters", 2)]


def test_the_log_takes_as_many_queries_for_many_entries_as_for_few(small: Small) -> None:
    patrols = a_measure(small, breakdowns=usual(["age"]))

    def taken() -> int:
        with CaptureQueriesContext(connection) as asked:
            page = queries.log_page(small.partnership, queries.Chosen(), restricted=False)
            assert page.entries
            for one in page.entries:
                list(one.activity.organisations.all())
                [list(result.parts.all()) for result in one.results]
            queries.monthly(small.partnership)
        return len(asked)

    logged(patrols, 1)
    few = taken()
    for count in range(2, 9):
        logged(patrols, count, parts={("age", "Under 11"): 1}, organisations=[small.police])
    # The first entry has no parts or bodies to fetch.
    assert taken() <= few + 1


def test_outcomes_of_a_restricted_promise_are_shown_to_those_who_may(small: Small) -> None:
    entries = queries.entry_of
    activity = logged(a_measure(small))
    assert entries(activity, restricted=False).towards == [small.second]
    plan_changes.set_audience(action=small.action, audience="restricted", why="Safety", by=BY)
    activity = queries.activity_in(small.partnership, activity.pk)
    assert entries(activity, restricted=False).towards == []
    assert entries(activity, restricted=True).towards == [small.second]
    assert queries.outcomes_offered(small.partnership, restricted=False) == []


def test_the_record_tells_of_it_and_is_whole(small: Small) -> None:
    patrols = a_measure(small)
    changes.withdraw_activity(activity=logged(patrols), why="x", by=BY)
    verbs = list(Line.objects.filter(chain=small.partnership.chain).values_list("verb", flat=True))
    assert {"measure.added", "activity.logged", "activity.withdrawn"} <= set(verbs)
    assert checks.verify(small.partnership.chain) == []
