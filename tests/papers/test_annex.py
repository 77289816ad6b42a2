"""The evidence annex: the tables of a yearly assessment, and the analyst's words beside them."""

from typing import Any

import pytest

from frankpledge.papers import changes, queries
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.contents.annex import WORDED
from frankpledge.papers.given import Given, from_data
from frankpledge.papers.writers import FORMATS
from frankpledge.record import withdrawals
from frankpledge.record.errors import Refused, Stale
from frankpledge.record.lines import System
from frankpledge.record.models import Line
from tests.papers import made
from tests.papers.annexed import annex
from tests.universe import Universe

BY = System("Ana Lyst")
SAID = {"volume": {"words": "Shops changed\nhow they report.", "by": "Ana", "on": "2026-10-20"}}


def paper(found: Any = None, audience: str = "board", **given: Any) -> Any:
    sections = found or {**made.sections(), "annex": annex()}
    source = made.source(sections, audience=audience, given=Given(**given))
    return compose(papers()["annex"], source)


def text(made_of: Any) -> str:
    return " ".join(FORMATS["txt"].write(made_of).data.decode().split())


def rows(made_of: Any, caption: str) -> dict[str, list[str]]:
    table = next(one for one in made_of.tables if one.caption == caption)
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.body}


def test_each_table_says_what_the_freeze_holds() -> None:
    whole = paper()
    volume = rows(whole, "Volume, rate, change and rank")["Shoplifting"]
    assert volume == [
        "297",
        "382",
        "85 more",
        "+28.6%",
        "+4.6",
        "Yes",
        "12.7 (11.5 to 14.1)",
        "9.6",
        "9, could rank 8 to 10",
    ]
    assert rows(whole, "Seasonal index")["Burglary"] == ["100"] * 12 + ["Yes"]
    assert rows(whole, "Ward by type, April 2025 to March 2026")["Fen End"] == [
        "40",
        "2",
        "61",
        "103",
    ]
    assert rows(whole, "Hour by weekday")["Monday"][:6] == ["0", "1", "2", "3", "4", "5"]
    assert rows(whole, "Harm beside volume, by Ours")["Robbery"] == ["38", "5.0%", "61.0%"]
    june = rows(whole, "What people say")["June 2026"]
    assert june == ["1,006", "48.3%", "38.0% to 44.0%", "More than chance explains"]
    feared = rows(whole, "Fear beside crime")["42% are worried about burglary"]
    assert feared == ["3% had a break-in", "Whether one has led to the other."]
    assert "Missing: Loamshire Police May 2025." in text(whole)


def test_a_percentage_of_few_is_not_given_and_what_fell_has_a_minus() -> None:
    found = {**made.sections(), "annex": annex()}
    shops, arson = found["evidence"]["rows"]
    shops.update(before=382, after=297)
    arson.update(before=12, after=24)
    counted = rows(paper(found), "Volume, rate, change and rank")
    assert counted["Shoplifting"][3:5] == ["−22.3%", "−4.6"]
    assert counted["Arson"][3:5] == ["", "+2.9"]


def test_what_no_published_file_can_tell_is_said() -> None:
    told = text(paper())
    assert "published files tell neither the person nor the address" in told


def test_a_month_outside_of_what_is_usual_is_marked_with_more_than_weight() -> None:
    found = {**made.sections(charts=1), "annex": annex()}
    found["evidence"]["charts"][0].update(what="Burglary", low=5.0, high=33.0)
    counted = rows(paper(found), "Month by type")["Burglary"]
    assert counted[-4:] == ["33", "34*", "35*", "5 to 33"]


def test_the_plan_is_counted_by_status_and_each_promise_once_in_all() -> None:
    found = made.sections(outcomes=0)
    found["plan"]["priorities"][0]["placements"] += found["plan"]["priorities"][1]["placements"][:1]
    standing = rows(paper(found), "Promises by priority and status")
    assert standing["All, each once"] == ["4", "4"]
    assert [one[-1] for name, one in standing.items() if name != "All, each once"] == ["3", "2"]


def test_outcomes_are_counted_by_status_too() -> None:
    whole = made.sections(outcomes=3)
    standing = rows(paper(whole), "Outcomes by priority and status")
    assert standing["All, each once"][-1] == "12"


def test_for_wider_readers_small_numbers_are_held_back() -> None:
    assert rows(paper(audience="members"), "Hour by weekday")["Monday"][:6] == [
        "0",
        *("<5" for _ in range(4)),
        "5",
    ]
    wards = rows(paper(audience="public"), "Ward by type, April 2025 to March 2026")
    assert wards["Fen End"][1] == "held back"


def test_words_stand_beside_their_table_for_the_board_and_nobody_wider() -> None:
    told = text(paper(annex_words=SAID))
    assert told.index("Volume, rate") < told.index("how they report") < told.index("Month by type")
    assert "Ana, 20 October 2026" in told
    wider = paper(annex_words=SAID, audience="members")
    assert "how they report" not in text(wider)
    assert "The analyst’s words beside the tables: 1" in [what for what, _ in wider.left_out]


def test_a_table_that_is_not_there_says_why_and_keeps_its_words() -> None:
    told = text(paper(made.sections(), annex_words={"harm": SAID["volume"]}))
    assert "This freeze was made before annexes were" in told
    assert "Harm beside volume: not here, since no weights of harm are loaded." in told
    assert "how they report" in told
    why = {"why_none": "No area is named for this partnership."}
    assert why["why_none"] in text(paper({**made.sections(), "annex": why}))


def test_it_is_written_in_large_print_and_twice_with_the_same_bytes() -> None:
    source = made.source({**made.sections(), "annex": annex()}, given=Given(annex_words=SAID))
    large = [FORMATS["pdf"].write(compose(papers()["annex"], source, large=True)) for _ in "12"]
    assert large[0].data == large[1].data
    assert not large[0].notes


def test_the_words_are_kept_with_what_was_given() -> None:
    assert from_data(Given(annex_words=SAID).as_data()).annex_words == SAID


def say(universe: Universe, words: str, version: int, table: str = "volume") -> Any:
    return changes.say_beside(
        partnership=universe.marshwick, table=table, words=words, version=version, by=BY
    )


def test_words_follow_each_other_and_none_is_edited(universe: Universe) -> None:
    say(universe, "First", 0)
    say(universe, "Second", 1)
    told = queries.words_beside(universe.marshwick, "volume")
    assert [one.words for one in told] == ["Second", "First"]
    given = queries.usual(universe.marshwick, "annex")
    assert given.annex_words["volume"]["words"] == "Second"
    assert queries.usual(universe.marshwick, "board").annex_words == {}
    line = Line.objects.filter(verb="annex.words").order_by("pk").last()
    assert line is not None
    assert line.content["old"] == {"words": "First"}
    say(universe, "", 2)
    assert queries.usual(universe.marshwick, "annex").annex_words == {}


def test_two_who_write_at_once_are_told_and_strange_tables_are_refused(universe: Universe) -> None:
    say(universe, "First", 0)
    with pytest.raises(Stale) as stale:
        say(universe, "Mine", 0)
    assert stale.value.current == {"words": "First"}
    with pytest.raises(Refused, match="stand already"):
        say(universe, "First", 1)
    with pytest.raises(Refused, match="no table called front"):
        say(universe, "Words", 0, table="front")


def test_words_that_the_law_takes_away_are_gone_from_here_too(universe: Universe) -> None:
    row = say(universe, "Mr Dunn of Fen End was the victim", 0)
    withdrawals.withdraw(
        chain=universe.marshwick.chain, words="Mr Dunn of Fen End", why="The law", by=BY
    )
    row.refresh_from_db()
    assert "Dunn" not in row.words


def test_an_analyst_writes_beside_a_table_on_the_desk(universe: Universe) -> None:
    client = universe.client(universe.alice)
    at = "/desk/marshwick/papers/words/"
    assert all(title in client.get(at).content.decode() for title in WORDED.values())
    sent = client.post(f"{at}volume/", {"words": "Shops report more", "version": "0"}, follow=True)
    assert "Shops report more" in sent.content.decode()
    again = client.post(f"{at}volume/", {"words": "Others", "version": "0"})
    assert again.status_code == 409
    assert client.get(f"{at}front/").status_code == 404
