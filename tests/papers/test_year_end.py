"""The year-end review: what was promised, what came of it, and the stories."""

from typing import Any

from frankpledge.papers.blocks import Counts, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.contents.year_end import sentence
from frankpledge.papers.promises import promises_of
from frankpledge.papers.writers import FORMATS
from tests.papers import made
from tests.papers.annexed import annex


def ended(**more: Any) -> Any:
    """One promise of each end: complete, carried, dropped, and one that goes on."""
    found = {**made.sections(outcomes=0), **more}
    ends: tuple[dict[str, Any], ...]
    ends = ({"state": "complete", "rating_id": 4}, {"state": "carried"}, {"state": "struck"}, {})
    for action, end in zip(found["plan"]["actions"], ends, strict=True):
        action.update(end)
        if end.get("state") in ("carried", "struck"):
            action.update(closed_on="2026-09-30", closed_why=f"The money was {end['state']}")
    return found


def review(found: Any, audience: str = "public") -> Any:
    return compose(papers()["year-end"], made.source(found, audience=audience))


def text(paper: Any) -> str:
    return " ".join(FORMATS["txt"].write(paper).data.decode().split())


def stories(paper: Any) -> dict[str, str]:
    tables = [one for one in paper.tables if one.caption.startswith("Stories of")]
    return {row.cells[1].text: row.cells[2].text for one in tables for row in one.body}


def test_it_opens_with_how_many_promises_ended_how() -> None:
    paper = review(ended())
    (counts,) = [block for block in paper.blocks if isinstance(block, Counts)]
    assert [cell.text for cell in counts.items] == [
        "1 complete",
        "1 carried forward",
        "1 dropped",
        "1 goes on",
    ]
    told = (
        "Of 4 promises, one is complete, one was carried forward, one was dropped and one goes on."
    )
    assert told in text(paper)


def test_one_promise_is_told_of_without_a_list() -> None:
    found = made.sections(promises=1, outcomes=0)
    assert sentence(promises_of(made.source(found))) == "Of one promise, one goes on."


def test_what_was_dropped_or_carried_says_why_and_when() -> None:
    told = text(review(ended()))
    dropped = told.index("The money was struck")
    assert "(30 September 2026)" in told[:dropped]
    assert "The money was carried" in told


def test_a_story_is_told_in_the_words_of_the_year_oldest_first_and_once() -> None:
    found = ended()
    found["plan"]["starts"] = "2025-04-01"
    first = found["plan"]["actions"][0]
    said = [
        ("2025-09-01", "Before the year", "2025-07-01"),
        ("2026-04-02", "We began", "2026-01-01"),
        ("2026-07-03", "Half of them", "2026-04-01"),
        ("2026-10-06", "Half of them", "2026-07-01"),
    ]
    first["standings"] = [
        {**made.standing(3, words), "said_on": on, "period": period} for on, words, period in said
    ]
    first["standings"][2].update(figure=19, of=38)
    (told,) = [words for action, words in stories(review(found)).items() if "1.1" in action]
    assert told == "2 April 2026: We began\n6 October 2026: Half of them"


def test_the_public_reads_only_what_was_made_public() -> None:
    found = ended()
    for action in found["plan"]["actions"]:
        action["standings"] = [made.standing(3, "A secret of the team", public=False)]
    assert "A secret" not in text(review(found))
    assert "Nothing that was said this year was made public." in text(review(found))
    assert "A secret of the team" in text(review(found, "internal"))


def test_what_was_counted_over_the_year_is_summed() -> None:
    paper = review(ended(annex=annex()))
    (done,) = [one for one in paper.tables if one.caption.startswith("What was done")]
    rows = {row.cells[0].text: row.cells[1].text for row in done.body}
    assert rows == {"Patrols": "3 patrols", "Helped": "72 helped"}


def test_targets_are_told_to_those_who_may_see_them() -> None:
    found = made.sections()
    names = [one.caption for one in review(found, "members").tables]
    assert "Targets" in names
    assert "Targets" not in [one.caption for one in review(found).tables]


def test_the_freeze_of_a_plan_alone_will_do() -> None:
    """A plan that is closed has no round: there are no figures, and it says so."""
    whole = ended()
    found = {name: whole[name] for name in ("plan", "public", "papers")}
    written = FORMATS["pdf"].write(review(found))
    assert written.data.startswith(b"%PDF")
    assert "No figures are in this freeze." in text(review(found))


def test_the_tables_have_something_in_every_row() -> None:
    for one in review(ended(annex=annex())).tables:
        assert isinstance(one, Table)
        assert all(row.cells[one.row_head].plain for row in one.body)
