"""How a promise stands: people's words, a new row each time, the worst open outcome shown."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from frankpledge.partnership.changes import change_rating
from frankpledge.partnership.models import Rating
from frankpledge.partnership.queries import ratings
from frankpledge.plan import changes
from frankpledge.plan.models import Outcome, Standing
from frankpledge.plan.published import public_plan
from frankpledge.plan.saying import figure_in_words
from frankpledge.plan.showing import Scale
from frankpledge.record.errors import Refused
from tests.small import BY, Small, decided

TODAY = datetime.date(2026, 7, 14)
REEVE: dict[str, Any] = {"said_by": "Ann Reeve", "said_on": TODAY, "by": BY}


def say(of: Outcome, rating: Rating | None, day: int, **more: str) -> Standing:
    return changes.say(
        of=of,
        rating=rating,
        said_by="Neighbourhood inspector",
        said_on=datetime.date(2026, 7, day),
        by=BY,
        **more,
    )


def shown(small: Small):  # type: ignore[no-untyped-def]
    small.action.refresh_from_db()
    return Scale([small.good, small.bad]).of_action(small.action, small.action.outcomes.all())


def test_an_action_shows_the_worst_of_its_open_outcomes_and_how_many(small: Small) -> None:
    say(small.first, small.good, 1)
    say(small.second, small.bad, 2, condition="when an officer is found")
    one = shown(small)
    assert (one.label, one.says, one.said_on) == ("Stuck", "1 of 2", datetime.date(2026, 7, 2))


def test_a_finished_outcome_no_longer_counts(small: Small) -> None:
    say(small.first, small.good, 1)
    small.second.refresh_from_db()
    changes.strike_outcome(
        outcome=small.second, version=small.second.version, decision=decided(), by=BY
    )
    assert (shown(small).label, shown(small).says) == ("On track", "1 of 2")


def test_a_rating_stands_for_a_state_so_that_one_choice_is_enough(small: Small) -> None:
    say(small.first, small.good, 1)
    assert Outcome.objects.get(pk=small.first.pk).state == "in-progress"


def test_an_older_saying_typed_later_does_not_become_the_newest(small: Small) -> None:
    say(small.first, small.good, 20)
    say(small.first, small.bad, 3, condition="found late")
    outcome = Outcome.objects.get(pk=small.first.pk)
    assert (outcome.rating, outcome.said_on) == (small.good, datetime.date(2026, 7, 20))
    assert Standing.objects.count() == 2


def test_blocked_says_what_would_unblock_it(small: Small) -> None:
    with pytest.raises(Refused, match="what would have to happen"):
        say(small.first, small.bad, 1)
    assert not Standing.objects.exists()


def test_nothing_is_said_in_the_future_or_of_what_was_struck(small: Small) -> None:
    with pytest.raises(Refused, match="future"):
        changes.say(
            of=small.first,
            rating=small.good,
            said_by="x",
            said_on=datetime.date(2999, 1, 1),
            by=BY,
        )
    changes.strike_outcome(
        outcome=small.first, version=small.first.version, decision=decided(), by=BY
    )
    with pytest.raises(Refused, match="struck"):
        say(small.first, small.good, 1)


def test_an_action_with_outcomes_stores_no_rating_of_its_own(small: Small) -> None:
    with pytest.raises(Refused, match="say how each"):
        changes.say(
            of=small.action,
            rating=small.good,
            said_by="x",
            said_on=datetime.date(2026, 7, 1),
            by=BY,
        )


def test_another_partnerships_rating_is_refused(small: Small) -> None:
    theirs = Rating.objects.create(
        partnership=small.other, label="Fine", shape="circle", colour="lincoln", severity=1
    )
    with pytest.raises(Refused, match="own scale"):
        say(small.first, theirs, 1)


def test_a_state_without_a_rating_takes_its_place_among_the_ratings(small: Small) -> None:
    scale = Scale([small.good, small.bad])
    small.first.state, small.second.state = "delayed", "in-progress"
    delayed, going = scale.shown(small.first), scale.shown(small.second)
    assert delayed.badness < going.badness
    assert (delayed.shape, going.shape) == ("hollow-triangle", "circle")


def test_a_rating_that_was_used_keeps_its_word_and_another_takes_its_place(small: Small) -> None:
    small.adopt()
    said = changes.say(of=small.first, rating=small.bad, condition="money", **REEVE)
    follower = change_rating(rating=small.bad, label="At risk", by=BY)
    said.refresh_from_db()
    assert said.rating is not None and said.rating.label == "Stuck" and said.rating.ends is not None
    assert follower.pk != small.bad.pk
    assert [r.label for r in ratings(small.partnership)] == ["At risk", "On track"]


def test_a_rating_nobody_used_is_changed_where_it_stands(small: Small) -> None:
    assert change_rating(rating=small.bad, label="At risk", by=BY).pk == small.bad.pk


def test_news_of_a_promise_says_nothing_of_how_it_stands(small: Small) -> None:
    small.adopt()
    changes.say(of=small.first, rating=small.good, **REEVE)
    told = changes.tell(action=small.action, words="Two of the team are lent.", **REEVE)
    assert told.words_only and told.action == small.action
    small.action.refresh_from_db()
    assert small.action.said_on is None


def test_a_figure_is_kept_and_nought_is_a_figure(small: Small) -> None:
    small.adopt()
    figure = changes.Figure(number=Decimal(0), of=Decimal(38))
    said = changes.say(of=small.first, rating=small.good, figure=figure, **REEVE)
    assert figure_in_words(said) == "0 of 38"


def test_words_edited_for_the_public_stand_beside_what_was_said(small: Small) -> None:
    small.adopt()
    said = changes.say(of=small.first, rating=small.good, words="Kev did it.", **REEVE)
    changes.publish_words(standing=said, public=True, as_edited="The team did it.", by=BY)
    said.refresh_from_db()
    shown = public_plan(small.plan, as_at=TODAY)["actions"][str(small.action.pk)]["said"]
    assert said.words == "Kev did it."
    assert [one["words"] for one in shown] == ["The team did it."]
