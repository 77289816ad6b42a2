"""What each kind of mend makes of a file."""

import copy
from typing import Any

import pytest

from frankpledge.drafting.mending import Sent, Unfit, cleaned, mended
from frankpledge.drafting.mending.joining import apart
from frankpledge.drafting.mending.rows import continues
from frankpledge.drafting.mending.work import Work
from frankpledge.drafting.words import words_of
from tests.drafting.files import read_of


def after(*mends: tuple[str, dict[str, Any]], name: str = "table") -> dict[str, Any]:
    sent = [Sent(n, kind, cleaned(kind, given)) for n, (kind, given) in enumerate(mends, start=1)]
    made = mended(read_of(name), sent)
    assert made.unfit == {}
    return made.file


def action(file: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in file["actions"] if each["id"] == name)


def test_a_row_goes_on_with_the_one_above_field_by_field() -> None:
    file = after(("continues", {"action": "a3"}))
    made = action(file, "a2")
    assert len(file["actions"]) == 2
    assert made["action"].endswith("at both markets Train the wardens")
    assert (made["lead"], made["timescale"]) == ("Marsh Council ODG", "Autumn 2026 Ongoing")
    assert made["ref"] == "1.2" and made["as_printed"] == {"ref": "1.2 1.3"}
    assert [each["text"] for each in made["outcomes"]] == [
        "At least 200 given",
        "Wardens feel safer",
    ]
    assert made["update"]["text"] == "None yet In hand"


def test_an_outcome_that_begins_small_goes_on_with_the_last_one() -> None:
    file = after(
        ("words", {"of": "a3.o1", "field": "text", "text": "to be counted in May"}),
        ("continues", {"action": "a3"}),
    )
    (outcome,) = action(file, "a2")["outcomes"]
    assert outcome["text"] == "At least 200 given to be counted in May"
    assert outcome["as_printed"]["text"] == "At least 200 given Wardens feel safer"
    assert outcome["parsed"]["target"]["targets"][0]["number"] == 200


def test_a_promise_that_was_read_as_one_is_two_after_all() -> None:
    shared = next(each for each in read_of("pipes")["actions"] if len(each["priorities"]) > 1)
    first, second = shared["priorities"]
    file = after(("apart", {"action": shared["id"], "priority": second}), name="pipes")
    base, made = action(file, shared["id"]), action(file, "a.m1")
    assert file["actions"].index(made) == file["actions"].index(base) + 1
    assert (base["priorities"], made["priorities"]) == ([first], [second])
    assert (base["variants"], base["printed"]) == ({}, [])
    assert made["action"] == base["action"]
    differs = shared["variants"][second]
    assert made["lead"] == differs.get("lead", base["lead"])
    assert [each["text"] for each in made["outcomes"]] == ["200 cycles"]
    assert {each["id"] for each in made["outcomes"]}.isdisjoint(
        each["id"] for each in base["outcomes"]
    )
    assert not words_of(read_of("pipes")) - words_of(file)


def test_what_a_mend_made_one_under_two_priorities_can_be_two_again() -> None:
    file = after(
        ("add-priority", {"title": "Quiet nights"}),
        ("under", {"action": "a2", "priorities": ["p.m1"]}),
        ("same", {"action": "a1", "with": "a2"}),
        ("apart", {"action": "a1", "priority": "p.m1"}),
    )
    made = action(file, "a.m4")
    assert (made["lead"], made["timescale"]) == ("Marsh Council", "Autumn 2026")
    assert made["parsed"]["timescale"]["parts"][0]["kind"] == "season"
    assert action(file, "a1")["priorities"] == ["p1"]
    assert not words_of(read_of("table")) - words_of(file)


def test_only_a_row_of_its_own_can_be_a_promise_of_its_own() -> None:
    work = Work(copy.deepcopy(read_of("table")))
    for priority in ("p1", "p9"):
        with pytest.raises(Unfit, match="row of its own"):
            apart(work, {"action": "a1", "priority": priority})


def test_a_row_that_is_a_priority_takes_the_rows_below_it() -> None:
    file = after(("is-priority", {"action": "a2"}))
    assert [each["title"] for each in file["priorities"]] == [
        "Fair trade",
        "Give out purse bells and at both markets",
    ]
    made = file["priorities"][1]
    assert (made["id"], made["ref"], made["lead"]) == ("p.m1", "1.2", "Marsh Council")
    assert made["indicators"] == ["At least 200 given"]
    assert action(file, "a1")["priorities"] == ["p1"]
    assert action(file, "a3")["priorities"] == ["p.m1"]
    assert any("None yet" in passage["text"] for passage in file["passages"])


def test_a_priority_that_is_an_action_gives_its_rows_to_the_one_before() -> None:
    file = after(("is-priority", {"action": "a2"}), ("is-action", {"priority": "p.m1"}))
    assert [each["id"] for each in file["priorities"]] == ["p1"]
    assert [each["id"] for each in file["actions"]] == ["a1", "a.m2", "a3"]
    assert {name for each in file["actions"] for name in each["priorities"]} == {"p1"}
    assert action(file, "a.m2")["outcomes"][0]["text"] == "At least 200 given"


def test_a_row_that_is_an_outcome_joins_its_promise() -> None:
    file = after(("is-outcome", {"action": "a3", "of": "a1"}))
    made = action(file, "a1")
    texts = [each["text"] for each in made["outcomes"]]
    assert texts == ["Nine in ten in time", "Train the wardens", "Wardens feel safer"]
    assert made["action"] == "Visit every shop hit three times"


def test_two_rows_are_one_promise_with_what_differs_kept_by_priority() -> None:
    file = after(
        ("add-priority", {"title": "Markets", "ref": "2"}),
        ("under", {"action": "a2", "priorities": ["p.m1"]}),
        ("same", {"action": "a1", "with": "a2"}),
    )
    made = action(file, "a1")
    assert made["priorities"] == ["p1", "p.m1"]
    assert made["variants"]["p.m1"]["lead"] == "Marsh Council"
    assert made["printed"][0]["cells"]["Action"] == "Give out purse bells and at both markets"


def test_one_row_becomes_two_promises() -> None:
    given = {"action": "a2", "first": "Give out purse bells", "second": "and at both markets"}
    file = after(("part", {**given, "outcomes": ["a2.o1"]}))
    first, second = action(file, "a2"), action(file, "a.m1")
    assert (first["action"], second["action"]) == ("Give out purse bells", "and at both markets")
    assert first["as_printed"] == {} and first["outcomes"] == []
    assert second["outcomes"][0]["id"] == "a2.o1" and second["timescale"] == "Autumn 2026"
    assert [each["id"] for each in file["actions"]] == ["a1", "a2", "a.m1", "a3"]


def test_words_that_are_changed_keep_what_was_printed_and_mean_something_new() -> None:
    file = after(("words", {"of": "a1", "field": "timescale", "text": "June 2026"}))
    made = action(file, "a1")
    assert made["as_printed"] == {"timescale": "March 2027"}
    assert made["parsed"]["timescale"]["parts"][0]["end"] == "2026-06-30"
    back = after(
        ("words", {"of": "a1", "field": "timescale", "text": "June 2026"}),
        ("words", {"of": "a1", "field": "timescale", "text": "March 2027"}),
    )
    assert back["actions"] == mended(read_of("table"), []).file["actions"]


def test_what_is_taken_out_stays_as_a_passage() -> None:
    file = after(("aside", {"of": "a2"}), ("aside", {"of": "a1.o1"}))
    assert [each["id"] for each in file["actions"]] == ["a1", "a3"]
    assert action(file, "a1")["outcomes"] == []
    headings = {each["heading"]: each["text"] for each in file["passages"]}
    assert "At least 200 given" in headings["Give out purse bells and at both markets"]
    assert headings[None] == "Nine in ten in time"


def test_a_priority_with_promises_is_not_taken_out() -> None:
    made = mended(read_of("table"), [Sent(1, "aside", {"of": "p1"})])
    assert "under another first" in made.unfit[1]
    assert made.file == mended(read_of("table"), []).file


def test_a_struck_row_and_one_that_is_not() -> None:
    file = after(("struck", {"of": "a1", "struck": True}))
    assert action(file, "a1")["struck"] is True
    file = after(
        ("struck", {"of": "a1", "struck": True}), ("struck", {"of": "a1", "struck": False})
    )
    assert "struck" not in action(file, "a1")


def test_a_state_is_set_beside_the_printed_words() -> None:
    file = after(("status", {"of": "a1", "state": "complete", "colour": "green"}))
    assert action(file, "a1")["status"] == {"text": None, "colour": "green", "state": "complete"}


def test_a_loose_piece_goes_where_it_belongs() -> None:
    read = read_of("table")
    label = next(piece for piece in read["pieces"] if piece["text"] == "Lead")
    file = after(("place", {"piece": label["id"], "of": "a1", "field": "update"}))
    assert action(file, "a1")["update"]["text"] == "Begun Lead"
    assert label["text"] not in file["furniture"]
    file = after(("make", {"piece": label["id"], "what": "action", "under": "p1"}))
    assert file["actions"][-1]["action"] == "Lead"


def test_a_mend_that_no_longer_fits_is_told_and_the_others_stand() -> None:
    sent = [
        Sent(1, "struck", {"of": "a3", "struck": True}),
        Sent(2, "words", {"of": "a9", "field": "lead", "text": "Nobody"}),
        Sent(3, "struck", {"of": "a1", "struck": True}),
    ]
    made = mended(read_of("table"), sent)
    assert made.unfit == {2: "That is not there any more."}
    assert [each.get("struck") for each in made.file["actions"]] == [True, None, True]


def test_the_first_row_goes_on_with_nothing() -> None:
    with pytest.raises(Unfit, match="no promise above"):
        continues(Work(mended(read_of("table"), []).file), {"action": "a1"})
