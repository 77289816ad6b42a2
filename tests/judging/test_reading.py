"""Definitions, suggestions and contradictions: what judging promises without a database."""

import datetime
from dataclasses import replace

import pytest

from frankpledge.figures.odds.judgement import Judgement
from frankpledge.judging.disagreeing import asked_of_lead, disagreement_of
from frankpledge.judging.indicators import Indicator, faults_of
from frankpledge.judging.library import faults, library, read_file
from frankpledge.judging.queries.questions import suggestion
from frankpledge.judging.reading import read
from frankpledge.plan.models import Target

SPRING, END = datetime.date(2026, 4, 1), datetime.date(2029, 3, 31)
SOUND = Indicator(
    key="patrols",
    name="Patrols",
    counts="patrols",
    polarity="up",
    source="log",
    of=("patrols",),
    author="Ann Alyst",
    checker="Bo Bester",
    next_review=SPRING,
)


def test_the_library_is_sound_and_none_of_it_is_overdue() -> None:
    assert faults(datetime.datetime.now(tz=datetime.UTC).date()) == []
    assert library()["ni-16"].retired
    assert library()["hate-crime-reports"].polarity == "neither"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"key": "Two Words"}, "small letters"),
        ({"counts": ""}, "has no counts"),
        ({"polarity": "sideways"}, "no polarity"),
        ({"source": "hearsay"}, "no source"),
        ({"of": ()}, "does not say what is counted"),
        ({"next_review": None}, "no next review"),
        ({"lag_months": -1}, "below nought"),
        ({"breaks": {"spring": "moved"}}, "no month for a break"),
        ({"breaks": {"2026-04": " "}}, "has no reason"),
        ({"checker": "Ann Alyst"}, "cannot be its checker"),
    ],
)
def test_a_definition_that_is_not_sound_says_what_to_mend(wrong: dict, said: str) -> None:  # type: ignore[type-arg]
    assert list(faults_of(SOUND)) == []
    assert any(said in fault for fault in faults_of(replace(SOUND, **wrong)))


def test_what_is_not_a_field_of_a_definition_is_not_passed_over() -> None:
    with pytest.raises(TypeError, match="colour"):
        list(read_file("x.yaml", "indicators: [{key: a, name: A, counts: a, colour: red}]"))


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Annual 10% decrease in shoplifting.", "shoplifting"),
        ("Quarterly 5% decrease in ASB.", "asb"),
        ("Quarterly 5% decrease in criminal damage.", "criminal-damage"),
        ("Annual 5% reduction in alcohol related violent crime.", "alcohol-violence"),
        ("At least two Operation Sabre patrols conducted each quarter.", "patrols"),
        (
            "Incidence of deliberate fire not more than 2 per thousand head of population.",
            "deliberate-fires",
        ),
        ("Annual 10% decrease in repeat offences among IOM group", "reoffending"),
        ("Trigger cases escalated when appropriate", None),
    ],
)
def test_printed_targets_suggest_what_counts_them(printed: str, key: str | None) -> None:
    found = suggestion(Target(printed=printed), library().values())
    assert (found.key if found else None) == key


def test_a_retired_indicator_is_never_suggested() -> None:
    told = {"serious acquisitive crime": "ni-16", "young offenders in suitable education": "ni-45"}
    for words, key in told.items():
        found = suggestion(Target(printed=words), library().values())
        assert found is None or found.key != key


def test_the_row_is_believed_before_the_printed_words() -> None:
    row = Target(
        printed="Quarterly 5% decrease in ASB",
        kind="change",
        number=8,
        is_percent=True,
        direction="down",
        per="year",
    )
    found = read(row, None, None, SPRING, END).words
    assert (found.number, found.per.unit if found.per else "") == (8.0, "year")


def said(verdict: str, odds: float | None = None, words: str = "") -> Judgement:
    return Judgement("thefts", verdict, "", odds=odds, odds_words=words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("good", "state", "judgement", "expected"),
    [
        (True, "in-progress", said("not met"), "by the figures the target is not met"),
        (True, "in-progress", said("off course", 0.08, "about 1 in 10"), "odds of meeting"),
        (True, "in-progress", said("off course", 0.3, "about 1 in 4"), ""),
        (True, "complete", said("off course"), "off course"),
        (True, "in-progress", said("too early to say"), ""),
        (False, "blocked", said("met"), "by the figures the target is met"),
        (False, "delayed", said("on course", 0.97, "more than 19 in 20"), "odds of meeting"),
        (False, "blocked", said("not met"), ""),
        (False, "not-started", said("met"), ""),
        (True, "struck", said("not met"), ""),
    ],
)
def test_people_and_figures_contradict_each_other_in_one_sentence(
    good: bool, state: str, judgement: Judgement, expected: str
) -> None:
    found = disagreement_of("On track", is_good=good, state=state, judgement=judgement)
    assert bool(found) == bool(expected)
    assert expected in found
    asked = asked_of_lead(found)
    assert asked.endswith("Say which is right, and why.") == bool(expected)
    assert expected in asked
