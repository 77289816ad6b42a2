"""Sentences as one would say them, and the ten houses as they are drawn."""

import datetime

import pytest

from frankpledge.public import houses, words
from frankpledge.public.addresses import Addresses
from frankpledge.public.showing import sentences
from frankpledge.public.showing.figured import figured
from frankpledge.public.showing.stands import counted, mark_of, silence, when_said

TODAY = datetime.date(2026, 10, 22)


def stands(
    label: str, *, good: bool = False, is_open: bool = True, state: str = "in-progress"
) -> dict:  # type: ignore[type-arg]
    return {
        "label": label,
        "shape": "circle",
        "colour": "lincoln",
        "badness": 1.0,
        "is_good": good,
        "is_open": is_open,
        "state": state,
        "said_on": None,
    }


GOOD, BAD = stands("On track", good=True), stands("Stuck")
STRUCK = stands("Struck", is_open=False, state="struck")
WAITING = stands("Not started", state="not-started")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([GOOD, GOOD, BAD], "Two are done or on track. One is falling short"),
        ([GOOD, GOOD], "Two are done or on track. None is falling short"),
        ([GOOD], "One is done or on track"),
        ([BAD, BAD], "None is done or on track. Two are falling short"),
        ([WAITING, STRUCK], "It is too early to say how these stand"),
        ([], "Nothing is promised yet"),
    ],
)
def test_the_first_sentence_counts_only_what_is_good_and_what_is_not(
    told: list[dict],
    sentence: str,  # type: ignore[type-arg]
) -> None:
    assert sentences.how_it_stands(counted(mark_of(one) for one in told)) == sentence


def test_what_has_not_begun_and_what_is_over_are_told_apart() -> None:
    note = sentences.each_mark(counted(mark_of(one) for one in [WAITING, STRUCK, STRUCK]))
    assert "One has not begun, or nobody has said yet." in note
    assert "Two were given up or moved elsewhere" in note


@pytest.mark.parametrize(
    ("said_on", "word", "quiet"),
    [
        ("2026-10-06", "Said 6 October", ""),
        ("2026-07-03", "Last said 3 July", ""),
        ("2026-04-20", "Last said 20 April", "We have heard nothing since April."),
        ("2025-12-01", "Last said 1 December 2025", "We have heard nothing since December 2025."),
        (None, "Nobody has said yet", "We have heard nothing yet."),
    ],
)
def test_freshness_is_told_in_words(said_on: str | None, word: str, quiet: str) -> None:
    told = BAD | {"said_on": said_on}
    assert (when_said(told, TODAY), silence(told, TODAY)) == (word, quiet)


def test_a_mark_we_do_not_know_is_drawn_as_not_stated() -> None:
    mark = mark_of(BAD | {"shape": "star", "colour": "gold"})
    assert (mark.shape, mark.label) == ("dashed-ring", "Stuck")


def test_kinds_of_bodies_are_named_once_and_several_as_several() -> None:
    kinds = {"Police": "police", "Hearthside": "charity", "Lantern": "charity"}
    leads = ["Hearthside", "Police, Ingrid Penhaligon", "Lantern", "Nobody we know"]
    assert sentences.kinds_that_lead(leads, kinds) == ["the police", "charities"]


def test_long_texts_are_cut_between_words() -> None:
    assert words.shortened("one two three", 9) == "one two…"
    assert words.shortened("W" * 20, 9) == "W" * 8 + "…"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize("size", houses.SIZES)
def test_the_houses_that_are_served_are_the_houses_that_are_drawn(size: houses.Size) -> None:
    kept = (houses.STATIC / f"{size.name}.svg").read_text()
    assert kept == houses.drawn(size)
    assert len(houses.STREET) == 10
    assert "style" not in kept


def test_what_was_accepted_is_told_with_its_day_as_one_says_it() -> None:
    told = {"words": "No clear change", "key": "same"}
    doc = {"signal": told, "verdict": "not met", "sentence": "", "odds": None, "odds_words": ""}
    more = {"workings": [], "told": [], "disagreement": ""}
    excuse = {"until": "2027-03-01", "why": "The officer left."}
    shown = figured({**doc, **more, "deviation": excuse}, Addresses("marsh"))
    assert shown and shown.accepted == "Accepted until 1 March 2027: The officer left."
    assert shown.pages == [], "a freeze of before says nothing of pages"


def test_a_judgement_by_police_figures_leads_to_their_own_page() -> None:
    told = {"words": "No clear change", "key": "same"}
    doc = {"signal": told, "verdict": "not met", "sentence": "", "odds": None, "odds_words": ""}
    more = {"workings": [], "told": [], "disagreement": "", "deviation": None}
    shown = figured({**doc, **more, "types": ["Bicycle theft"]}, Addresses("marsh"))
    assert shown and shown.pages == [("Bicycle theft", "/marsh/figures/kinds/bicycle-theft/")]
