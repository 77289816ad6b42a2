import datetime
from decimal import Decimal
from typing import Any

import pytest

from frankpledge.delivery import changes, queries
from frankpledge.delivery.models import SurveyQuestion, Wave
from frankpledge.record.errors import Refused
from tests.small import BY, Small

JUNE = datetime.date(2025, 6, 2)


@pytest.fixture
def question(small: Small) -> SurveyQuestion:
    return changes.add_question(
        partnership=small.partnership,
        name="Safe after dark",
        wording="How safe do you feel outside after dark?",
        counted="very or fairly safe",
        outcomes=[small.first],
        by=BY,
    )


def a_wave(question: SurveyQuestion, on: datetime.date = JUNE, **given: Any) -> Wave:
    given = {"part": 430, "base": 1000, "press": "p", **given}
    ends = on + datetime.timedelta(days=20)
    return changes.add_wave(question=question, starts=on, ends=ends, by=BY, **given)


def test_a_wave_has_its_share_and_what_chance_leaves_open(question: SurveyQuestion) -> None:
    a_wave(question)
    read = queries.waves_of(question)[0]
    assert read.per_cent == pytest.approx(43.0)
    assert (read.low, read.high) == (pytest.approx(39.96, abs=0.01), pytest.approx(46.09, abs=0.01))


def test_a_per_cent_with_its_base_is_worked_back_to_a_count(question: SurveyQuestion) -> None:
    wave = a_wave(question, part=None, per_cent=Decimal("43.4"), base=511)
    assert wave.part == 222 and wave.per_cent == Decimal("43.4")


def test_whether_a_change_is_more_than_chance_and_none_across_a_break(
    question: SurveyQuestion,
) -> None:
    a_wave(question)
    a_wave(question, datetime.date(2026, 6, 1), part=440)
    a_wave(question, datetime.date(2026, 10, 1), part=540)
    a_wave(question, datetime.date(2026, 11, 1), part=300, break_why="The wording changed")
    changed = [one.changed for one in queries.waves_of(question)]
    assert changed == [None, False, True, None]
    assert [one.is_break for one in queries.waves_of(question)][-1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"base": 0}, "share of nought"),
        ({"part": 1001}, "No more can have said so"),
        ({"part": -1}, "No more can have said so"),
        ({"part": None}, "either how many"),
        ({"per_cent": Decimal(40)}, "either how many"),
        ({"part": None, "per_cent": Decimal(101)}, "between 0 and 100"),
        ({"starts": datetime.date(2999, 1, 1)}, "still to come"),
        ({"ends": datetime.date(2025, 6, 1)}, "must not be before"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    question: SurveyQuestion, given: dict[str, Any], words: str
) -> None:
    usual = {"starts": JUNE, "ends": JUNE, "part": 1, "base": 1000, "press": "p"}
    with pytest.raises(Refused, match=words):
        changes.add_wave(question=question, by=BY, **{**usual, **given})


def test_a_wave_of_the_same_days_is_refused_and_the_same_press_is_the_same(
    question: SurveyQuestion,
) -> None:
    first = a_wave(question)
    assert a_wave(question).pk == first.pk
    with pytest.raises(Refused, match="already"):
        a_wave(question, press="q")


def test_a_correction_follows_and_a_withdrawal_says_why(question: SurveyQuestion) -> None:
    first = a_wave(question)
    newer = changes.correct_wave(
        wave=first, starts=JUNE, ends=JUNE, part=340, base=1000, why="Digits turned round", by=BY
    )
    assert [one.wave.part for one in queries.waves_of(question)] == [340]
    changes.withdraw_wave(wave=newer, why="Not our survey", by=BY)
    assert queries.waves_of(question) == []
    assert len(queries.set_apart(question)) == 2


def test_waves_come_from_a_sheet_and_only_once(question: SurveyQuestion) -> None:
    data = (
        b"Wave,Per cent,Base\nJune 2025,43%,1000\nJune 2026,44.5,980\nJune 2027,1,1\n"
        b"Oct 2025,130,10\nNov 2025,40,0\n"
    )
    taken, reasons = changes.import_waves(question=question, data=data, name="w.csv", by=BY)
    assert taken == 2
    assert sum(one["count"] for one in reasons) == 3
    assert [one.wave.part for one in queries.waves_of(question)] == [430, 436]
    with pytest.raises(Refused, match="No row"):
        changes.import_waves(question=question, data=data, name="w.csv", by=BY)
    assert Wave.objects.count() == 2
