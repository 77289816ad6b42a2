"""What deserves a look is named in plain English, with the document's words and the ways out."""

from typing import Any

import pytest

from frankpledge.drafting.doubts import Around, Doubt, uncertain
from frankpledge.drafting.doubts.torn import titles
from frankpledge.drafting.ids import named
from frankpledge.drafting.mending import KINDS, mended
from frankpledge.reading import read
from tests.drafting.files import NAMES, read_of
from tests.reading.kit import plan_of, tab

TITLES = ["iolent crime, alcohol a", "Theft f rom a shop o r a car", "A safer A & E at night"]
HEAD = "Ref|Action|Lead|Timescale|Measure|Status"
FULL = "1.1|Visit every shop|Police|March 2027|Nine in ten visited|Complete"
MORE = "1.2|Fit locks in the lane|Council|May 2026|At least 20 locks|In progress"


def doubts_of(*rows: str, around: Around | None = None) -> list[Doubt]:
    data = tab("Marsh plan 2026/27", "", HEAD, FULL, MORE, *rows)
    return uncertain(mended(named(read(data, "plan.txt")), []).file, around)


def of_kind(doubts: list[Doubt], kind: str) -> list[Doubt]:
    return [doubt for doubt in doubts if doubt.kind == kind]


def test_a_title_in_shreds_is_pointed_at() -> None:
    file = {"priorities": [{"id": "p1", "title": title} for title in TITLES]}
    assert [doubt.printed for doubt in titles(file)] == TITLES[:2]


def test_a_clear_plan_leaves_nothing_in_doubt() -> None:
    assert doubts_of() == []


@pytest.mark.parametrize(
    ("row", "kind", "offers"),
    [
        ("1.3|Train wardens||||", "row", {"continues", "is-outcome", "is-priority", "aside"}),
        ("1.3|Train wardens||June 2026|Ten trained|", "no-lead", {"words"}),
        ("1.3|Train wardens|Police||Ten trained|", "no-timescale", {"words"}),
        ("1.3|Train wardens|Police|June 2026|Ten trained|Splendid", "status", {"status"}),
        ("1.3|Train wardens|Police|June 2031|Ten trained|", "date", {"words"}),
        ("1.3|Train wardens|Police|June 2026|Number of wardens|", "target", {"words"}),
        ("1.3|Train wardens|As above|June 2026|Ten trained|", "as-above", {"words"}),
    ],
)
def test_each_kind_is_found_where_it_is_and_nowhere_else(
    row: str, kind: str, offers: set[str]
) -> None:
    (doubt,) = of_kind(doubts_of(row), kind)
    assert doubt.of.startswith("a3")
    assert {offer.kind for offer in doubt.offers} == offers
    assert doubt.sentence.endswith(".") and doubt.printed


def test_a_lead_whom_nobody_knows_is_asked_once_however_often_it_stands() -> None:
    rows = ["1.3|Train wardens|Wombles|June 2026|Ten trained|"]
    rows += ["1.4|Train clerks|Wombles|June 2026|Ten trained|"]
    around = Around(known=lambda action: action["lead"] != "Wombles")
    (doubt,) = of_kind(doubts_of(*rows, around=around), "lead")
    assert doubt.printed == "Wombles" and "2 promises" in doubt.sentence
    assert doubt.offers[0].asks == "who"


def test_what_was_seen_comes_last_and_changed_words_are_asked_again() -> None:
    row = "1.3|Train wardens||||"
    first = doubts_of(row)[0]
    again = doubts_of(row, around=Around(seen={first.key}))
    assert again[-1].key == first.key and again[-1].seen
    other = doubts_of("1.3|Train ten wardens||||", around=Around(seen={first.key}))
    assert not any(doubt.seen for doubt in other)


def test_words_and_colour_that_disagree_are_told() -> None:
    file = mended(read_of("table"), []).file
    file["actions"][0]["status"] = {"text": "Complete", "colour": "red", "state": "complete"}
    (doubt,) = of_kind(uncertain(file), "colour")
    assert doubt.of == "a1" and "red" in doubt.sentence


def test_an_unknown_column_is_asked_for_and_a_known_one_is_not() -> None:
    heads = [
        {"key": "bonus", "head": "Bonus", "means": ""},
        {"key": "lead", "head": "Lead", "means": "lead"},
    ]
    (doubt,) = of_kind(doubts_of(around=Around(heads=heads)), "column")
    assert doubt.printed == "Bonus" and doubt.offers[0].given == {"head": "bonus"}


def test_every_offer_is_a_mend_and_every_key_is_its_own() -> None:
    for name in NAMES:
        doubts = uncertain(mended(read_of(name), []).file)
        keys = [doubt.key for doubt in doubts]
        assert len(keys) == len(set(keys)), name
        for offer in (offer for doubt in doubts for offer in doubt.offers):
            kind = KINDS[offer.kind]
            missing = set(kind.needs) - set(offer.given) - {offer.asks}
            assert not missing, offer


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        ("000", "date", "At least one partner surgery each quarter"),
        ("001", "sum", "Partnership successes"),
        ("002", "date", "Pre Halloween to November 5 th 2012"),
        ("002", "figures", "Crime Stats"),
        ("003", "row", "people and property; including targeting"),
        ("003", "finding", ""),
    ],
)
def test_the_awkward_places_of_the_five_plans_are_named(
    shared: Any, number: str, kind: str, words: str
) -> None:
    found = of_kind(uncertain(mended(named(plan_of(shared, number)), []).file), kind)
    assert any(words in doubt.printed for doubt in found)
