"""What looks wrong is pointed out; ordinary words of ordinary updates are not."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from frankpledge.progress.doubts import Aim, Known, OutcomeSaid, Said, doubts_of

STARTS, ENDS = datetime.date(2014, 4, 1), datetime.date(2014, 6, 30)
GREEN = OutcomeSaid("1", "in-progress", "On track", True, "Outcome 1", "EqIA of the strategy")
RED = OutcomeSaid("2", "not-started", "Not started", False, "Outcome 2", "EqIA of the strategy")
DONE = OutcomeSaid("3", "complete", "Done", True, "Outcome 3", "Visits made")
KNOWN = Known(
    initials=frozenset({"DB"}),
    people=frozenset({"Debbie Barker"}),
    abbreviations=frozenset({"SBC", "HCC"}),
)


def rules(happened: str = "", *outcomes: OutcomeSaid, **more: Any) -> list[str]:
    given = {"said_on": ENDS, "outcomes": outcomes or (GREEN,), "known": KNOWN, **more}
    said = Said(7, STARTS, ENDS, happened=happened, **given)
    return [doubt.rule for doubt in doubts_of(said)]


@pytest.mark.parametrize(
    "words",
    [
        "Initiative stalled due to reduction in budget.",
        "This has not been addressed due to the JAG restructure.",
        "Due to logistic issues, only 1 event held.",
        "ODG agreed: move to strike from the action plan.",
        "The second district day was postponed.",
    ],
)
def test_a_good_rating_beside_words_of_trouble(words: str) -> None:
    assert rules(words) == ["rating-and-words"]


@pytest.mark.parametrize(
    "words",
    [
        "Nothing has stalled.",
        "The scheme was on hold in spring and has resumed.",
        "Families at risk of losing their home were visited.",
        "No data analysis requested this quarter.",
        "0 ASBOs",
        "Approx 1000 -1300 visitors, over 2000 students and 100+ people.",
    ],
)
def test_ordinary_news_of_a_good_rating_is_left_alone(words: str) -> None:
    assert rules(words) == []


def test_not_started_beside_what_has_begun() -> None:
    assert rules("EqIA started.", RED) == ["rating-and-words"]
    assert rules("EqIA started.", GREEN, RED) == ["rating-and-words"]
    assert rules("EqIA not started.", RED) == []
    assert rules("Will be started once staff are in post.", RED) == []


def test_words_speak_of_the_outcome_they_name() -> None:
    other = OutcomeSaid("4", "not-started", "Not started", False, "Outcome 4", "Street patrols")
    assert rules("EqIA started.", GREEN, other) == []
    assert rules("Two patrols were held.", GREEN, other) == ["rating-and-words"]


def test_done_beside_what_is_still_to_do() -> None:
    assert rules("Website still to be completed.", DONE) == ["rating-and-words"]
    assert rules("Card produced and distributed.", DONE) == []


def test_a_rate_without_a_figure() -> None:
    assert rules("OWL: fantastic success rate.") == ["rate-without-figure"]
    assert rules("A success rate of 31 in 38.") == []
    assert rules("The success rate is the best yet.", _counted("31", "38")) == []


@pytest.mark.parametrize(
    "words",
    [
        "The event took place 19 July in the town.",
        "New tools and powers came into place on 20 Oct.",
        "The walk was on the 19th/20th Sept 2014.",
        "We met on 3/7/14.",
        "We visited the school on 12 March.",
    ],
)
def test_news_of_a_day_outside_the_period(words: str) -> None:
    assert rules(words) == ["outside-the-period"]


@pytest.mark.parametrize(
    "words",
    [
        "The event took place on 18 June 2014.",
        "Updates will be presented at the 27 Oct group meeting.",
        "The next event is planned for 19 July.",
        "It may run again in November.",
        "Since 3 January the rota has been shared.",
        "Numbers are lower than in March.",
        "24 th & 30 th June 2014: two stalls.",
        "All visits were made by 30 June.",
    ],
)
def test_days_of_the_period_and_days_to_come_are_no_slips(words: str) -> None:
    assert rules(words) == []


def test_an_answer_dated_before_the_period() -> None:
    assert rules("Two stalls.", said_on=datetime.date(2014, 3, 1)) == ["outside-the-period"]


def _counted(figure: str, of: str = "", aim: Aim | None = None, state: str = "") -> OutcomeSaid:
    return OutcomeSaid(
        "1",
        state or "in-progress",
        "Done",
        True,
        "Outcome 1",
        figure=Decimal(figure),
        of=Decimal(of) if of else None,
        aims=(aim,) if aim else (),
    )


@pytest.mark.parametrize(
    ("kind", "number", "percent", "figure", "of", "wrong"),
    [
        ("count-at-least", 74, False, "61", "", True),
        ("count-at-least", 74, False, "74", "", False),
        ("count-at-least", 1, False, "0", "", True),
        ("count-exactly", 2, False, "3", "", True),
        ("count-at-most", 40, False, "41", "", True),
        ("count-at-most", 40, False, "0", "", False),
        ("proportion", 90, True, "31", "38", True),
        ("proportion", 90, True, "36", "38", False),
        ("proportion", 90, True, "36", "", False),  # the count or the share: nobody knows
    ],
)
def test_done_with_its_number_not_reached(
    kind: str, number: int, percent: bool, figure: str, of: str, wrong: bool
) -> None:
    aim = Aim(kind, Decimal(number), percent, "as printed")
    found = rules("", _counted(figure, of, aim, "complete"))
    assert found == (["number-not-reached"] if wrong else [])
    assert rules("", _counted(figure, of, aim)) == []  # it is not said to be done


def test_overdue_and_still_green() -> None:
    due = datetime.date(2014, 5, 31)
    late = OutcomeSaid("1", "in-progress", "On track", True, due=due)
    assert rules("", late) == ["overdue"]
    assert rules("", OutcomeSaid("1", "complete", "Done", True, due=due)) == []
    assert rules("", OutcomeSaid("1", "delayed", "Slipping", False, due=due)) == []
    ahead = OutcomeSaid("1", "in-progress", "On track", True, due=datetime.date(2014, 7, 1))
    assert rules("", ahead) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("JP to contact the alcohol team.", True),
        ("A review of the plan (AK).", True),
        ("Chased by KM.", True),
        ("DB to contact the alcohol team.", False),  # a contact of ours
        ("SBC will be the lead, and HCC has agreed.", False),  # bodies of ours
        ("The Responsible Authorities Forum (RAF) met.", False),  # says what it stands for
        ("CCTV has been repaired; the PCC is informed.", False),
        ("NO CHANGE TO REPORT", False),
    ],
)
def test_initials_that_nobody_can_resolve(words: str, wrong: bool) -> None:
    assert rules(words) == (["initials"] if wrong else [])


@pytest.mark.parametrize(
    "words",
    [
        "Seen: two of nine children.",
        "Help was given to 2 out of 8 clients.",
        "50% of the 8 clients moved on.",
        "One victim has moved away.",
        "A 14-year-old was referred.",
        "Mrs Penhaligon thanked the wardens.",
        "Led by David Brewer of the hospital.",
        "He lives at 12 High Street.",
    ],
)
def test_words_that_may_tell_of_a_private_person(words: str) -> None:
    assert rules(words) == ["private-person"]


@pytest.mark.parametrize(
    "words",
    [
        "Worked with Thomas Alleyne school on graffiti.",
        "Martin Close and Alice Street were lit.",
        "31 of 38 shops were visited.",
        "212 of 340 children took part.",
        "Two patrols a week, and one event.",
        "Support for women and children goes on.",
        "Operation Limelight ran in June.",
    ],
)
def test_places_and_large_groups_name_nobody(words: str) -> None:
    assert rules(words) == []


def test_a_colleague_by_name_is_for_the_inside() -> None:
    assert rules("Debbie Barker has the figures.") == ["names-a-colleague"]


def test_the_same_words_as_last_round() -> None:
    words = "Open four nights. Numbers steady."
    assert rules(words, before=("open four nights; numbers steady",)) == ["same-words"]
    assert rules(words, before=("Open three nights.",)) == []
    assert rules("As above", before=("As above",)) == []  # too short to tell


def test_no_change_is_no_copy_until_the_third_time() -> None:
    assert rules(no_change=True, before=("We met.",)) == []
    assert rules(no_change=True, before=("", "We met.")) == []
    assert rules(no_change=True, before=("", "", "We met.")) == ["same-words"]
