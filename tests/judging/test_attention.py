"""What needs attention is told once as new, in order, each with what one could do next."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from frankpledge.asking.models import Letter
from frankpledge.evidence import changes as evidence
from frankpledge.judging import changes, timetable
from frankpledge.judging.attention import attention
from frankpledge.judging.models import JudgedThen
from frankpledge.partnership.models import Area
from frankpledge.plan import changes as plans
from frankpledge.record.models import Line
from tests.desk.people import account, signed_in
from tests.evidence import asked as county
from tests.evidence.makers import crime, street
from tests.judging.conftest import Judging
from tests.small import BY, Small

MONDAY = datetime.date(2021, 5, 24)


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    at = datetime.datetime(2021, 5, 24, 9, tzinfo=datetime.UTC)
    with time_machine.travel(at, tick=False) as moved:
        yield moved


@pytest.fixture
def drugs(small: Small, tmp_path: Path) -> None:
    """The newest month has three hundred where a few were usual."""
    evidence.load_areas(paths=county.areas(tmp_path), by=BY)
    many = street(tmp_path, "2021-04", [crime("2021-04", Crime_type="Drugs")] * 300)
    evidence.load_evidence(paths=[county.crimes(tmp_path / "files")], by=BY)
    evidence.load_evidence(paths=[many], by=BY)
    small.partnership.areas.add(Area.objects.get(code=county.MARSHWICK))


@pytest.fixture
def alice(small: Small) -> Client:
    return signed_in(account("Alice Archer", small.partnership, "coordinator"))


def adopt(small: Small, due: datetime.date) -> None:
    small.plan.starts, small.plan.ends = datetime.date(2020, 4, 1), datetime.date(2023, 3, 31)
    small.plan.save()
    given = [plans.TimescaleGiven(printed="By then", kind="date", due=due)]
    plans.set_timescales(of=small.action, timescales=given, by=BY)
    in_force(small)


def in_force(small: Small) -> None:
    plans.adopt(plan=small.plan, on=datetime.date(2021, 4, 1), decided_by="The board", by=BY)
    for row in (small.plan, small.action, small.first):
        row.refresh_from_db()


def in_force_since(small: Small, year: int) -> None:
    small.plan.starts, small.plan.ends = datetime.date(year, 4, 1), datetime.date(year + 3, 3, 31)
    small.plan.save()
    in_force(small)


def kinds(small: Small) -> list[str]:
    return [each.matter.sort for each in attention(small.partnership, MONDAY).told]


def test_in_the_order_in_which_it_matters(
    small: Small, judging: Judging, drugs: None, monday: object
) -> None:
    adopt(small, datetime.date(2021, 5, 1))
    found = kinds(small)
    assert "changed" in found and "overdue" in found
    order = ["changed", "odds", "overdue", "stale", "contradicts", "owed"]
    assert found == sorted(found, key=order.index)
    first = attention(small.partnership, MONDAY).told[0].matter
    assert "Drugs in Marshwick" in first.sentence
    late = next(
        each.matter
        for each in attention(small.partnership, MONDAY).told
        if each.matter.sort == "overdue"
    )
    assert "promised for 1 May 2021, 23 days ago" in late.sentence
    assert late.do.startswith("Ask ")


def test_nothing_is_new_twice_and_what_comes_again_is_new_again(
    small: Small, alice: Client, monday: time_machine.Traveller
) -> None:
    adopt(small, datetime.date(2021, 5, 1))
    timetable.tell_what_needs_attention()
    timetable.tell_what_needs_attention()
    letter = Letter.objects.get(kind="told")
    assert letter.to == "alice@example.org"
    assert "1 new" in letter.subject
    assert "promised for 1 May 2021" in letter.body
    assert "/desk/marsh/attention/" in letter.body
    assert not attention(small.partnership, MONDAY).new
    assert Line.objects.filter(verb="attention.told").count() == 1

    monday.shift(datetime.timedelta(days=7))
    timetable.tell_what_needs_attention()
    second = Letter.objects.filter(kind="told").latest("pk")
    assert "nothing new" in second.subject
    plans.set_timescales(
        of=small.action,
        timescales=[],
        decision=plans.Decision(on=MONDAY, by="The board", why="No day was meant."),
        by=BY,
    )
    monday.shift(datetime.timedelta(days=7))
    timetable.tell_what_needs_attention()
    plans.set_timescales(
        of=small.action,
        timescales=[
            plans.TimescaleGiven(printed="By then", kind="date", due=datetime.date(2021, 5, 1))
        ],
        decision=plans.Decision(on=MONDAY, by="The board", why="It was meant."),
        by=BY,
    )
    assert [each.matter.sort for each in attention(small.partnership, MONDAY).new] == ["overdue"]


def test_what_is_restricted_goes_into_no_mail(small: Small, alice: Client, monday: object) -> None:
    small.action.audience = "restricted"
    small.action.save()
    adopt(small, datetime.date(2021, 5, 1))
    assert "overdue" in kinds(small)
    changes.tell_attention(partnership=small.partnership, by=BY)
    assert not Letter.objects.filter(body__contains="promised for").exists()


@pytest.mark.parametrize(
    ("said", "part", "sentence", "do"),
    [
        ("complete", 61, "complete; by the figures the target is off course", "or accept it"),
        ("stuck", 74, "stuck; by the figures the target is met", "better than what they say"),
    ],
)
def test_what_contradicts_is_told_though_it_is_called_done_and_either_way(
    small: Small, judging: Judging, monday: object, said: str, part: int, sentence: str, do: str
) -> None:
    count: dict[str, Any] = {"kind": "count-at-least", "number": 74, "counts": "shops"}
    share: dict[str, Any] = {"kind": "proportion", "number": 100, "is_percent": True, "of": "shops"}
    judging.target("Every shop on the line", **(share if said == "complete" else count))
    in_force_since(small, 2020)
    of = 74 if said == "complete" else None
    state = {"state": "complete"} if said == "complete" else {"rating": small.bad}
    judging.said(part, of, on=datetime.date(2021, 4, 6), condition="More hands", **state)
    (found,) = [
        each.matter
        for each in attention(small.partnership, MONDAY).told
        if each.matter.sort == "contradicts"
    ]
    assert sentence in found.sentence
    assert do in found.do


def test_odds_that_fell_are_told_and_those_that_did_not_are_not(
    small: Small, judging: Judging, police: None, monday: object
) -> None:
    small.plan.starts, small.plan.ends = datetime.date(2020, 4, 1), datetime.date(2022, 3, 31)
    small.plan.save()
    target = judging.target(
        "10 % decrease in burglary",
        kind="change",
        number=10,
        is_percent=True,
        direction="down",
        counts="burglary",
    )
    judging.mean(target, indicator="burglary", comparator="year-before")
    in_force(small)
    odds = judging.judged(target, MONDAY).judgement.odds
    assert odds is not None
    then = JudgedThen.objects.create(
        outcome=small.first, as_at=datetime.date(2021, 5, 10), doc={"odds": min(1, odds + 0.3)}
    )
    if odds + 0.3 <= 1:
        assert "odds" in kinds(small)
    then.doc = {"odds": odds + 0.05}
    then.save()
    assert "odds" not in kinds(small)


def test_the_page_says_what_is_new_and_pressing_seen_makes_it_old(
    small: Small, alice: Client, monday: object
) -> None:
    adopt(small, datetime.date(2021, 5, 1))
    page = alice.get("/desk/marsh/attention/").content.decode()
    assert "1 new." in page and "New. " in page
    assert f"/desk/marsh/actions/{small.action.pk}/" in page
    key = attention(small.partnership, MONDAY).new[0].matter.key
    alice.post("/desk/marsh/attention/seen/", {"key": [key, "overdue:nothing"]})
    page = alice.get("/desk/marsh/attention/").content.decode()
    assert "Nothing new; 1 thing still so." in page and "Since 24 May" in page


def test_only_the_coordinator_has_the_page(small: Small) -> None:
    rita = signed_in(account("Rita Reader", small.partnership, "reader"))
    assert rita.get("/desk/marsh/attention/").status_code == 404


def test_where_nothing_is_loaded_the_page_says_so_and_shows_the_rest(
    small: Small, alice: Client, monday: object
) -> None:
    adopt(small, datetime.date(2021, 7, 1))
    page = alice.get("/desk/marsh/attention/").content.decode()
    assert "No area is named" in page or "Nothing has been loaded" in page
