"""The scrutiny and ward pack: for members, with what is small held back."""

from typing import Any

from frankpledge.papers.blocks import Heading, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.small_areas import done_in, small_areas
from frankpledge.papers.writers import FORMATS
from tests.papers import made
from tests.papers.annexed import TYPES, WARDS, annex


def found(**more: Any) -> Any:
    return {**made.sections(), "annex": annex(**more)}


def pack(sections: Any, audience: str = "members") -> Any:
    return compose(papers()["scrutiny"], made.source(sections, audience=audience))


def text(paper: Any) -> str:
    return " ".join(FORMATS["txt"].write(paper).data.decode().split())


def table(paper: Any, caption: str) -> Table:
    return next(one for one in paper.tables if one.caption == caption)


def test_every_ward_has_a_sheet_with_its_figures_and_whom_to_ask() -> None:
    paper = pack(found())
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    for _, name, *_ in WARDS[:-1]:
        assert headings.count(name) == 1
        assert [row.cells[0].text for row in table(paper, f"Recorded in {name}").body] == list(
            TYPES
        )
        assert table(paper, f"Whom to ask in {name}")
    assert headings.count("Whom to ask") == len(WARDS) - 1
    assert "8,000 people live here." in text(paper)


def test_for_members_nobody_can_work_out_what_is_small() -> None:
    """Beside the two robberies another count is hidden in their row and one in their column."""
    seen = small_areas(made.source(found(), audience="members"))
    here = {one.name: one.now for one in seen.rows}
    assert here["Fen End"].counts[1] is None
    assert sum(n is None for n in (*here["Fen End"].counts, here["Fen End"].total)) > 1
    assert sum(year.counts[1] is None for year in here.values()) > 1
    assert "held back" in text(pack(found()))


def test_the_board_sees_every_count_as_it_is() -> None:
    paper = pack(found(), "board")
    row = list(table(paper, "Recorded in Fen End").body)[1]
    assert [cell.text for cell in row.cells] == ["Robbery", "9", "2", "7 fewer"]
    assert "held back" not in text(paper)


def test_a_type_that_is_counted_in_another_way_is_not_compared() -> None:
    row = next(iter(table(pack(found(), "board"), "Recorded in Castle").body))
    assert [cell.text for cell in row.cells] == ["Burglary", "41", "44", "counted in another way"]


def test_no_change_is_told_beside_a_count_that_is_held_back() -> None:
    for one in pack(found()).tables:
        if one.caption.startswith("Recorded in"):
            for row in one.body:
                if "held back" in (row.cells[1].text, row.cells[2].text):
                    assert row.cells[3].text in ("", "counted in another way")


def test_too_few_wards_are_not_shown_to_members_at_all() -> None:
    sections = found()
    sections["annex"]["wards"]["rows"] = sections["annex"]["wards"]["rows"][:2]
    seen = text(pack(sections))
    assert "There are too few places here to show any of them by itself." in seen
    assert "Castle" not in seen


def test_a_year_before_with_too_little_in_it_takes_nothing_from_this_one() -> None:
    sections = found()
    for at, row in enumerate(sections["annex"]["wards"]["rows"]):
        row["before"] = [0, 0, 1 if not at else 0]
    seen = small_areas(made.source(sections, audience="members"))
    assert seen.before == ""
    assert seen.rows[1].now.counts[2] == 70
    assert all(one.before is None for one in seen.rows)
    assert "Recorded in Castle" in text(pack(sections))


def test_people_reached_are_held_back_where_they_are_few() -> None:
    sections = found()
    near = {one.measure: one.count for one in done_in(made.source(sections), "W1")}
    assert near == {"Patrols": 3, "Helped": 2}
    source = made.source(sections, audience="members")
    far = {one.measure: one.count for one in done_in(source, "W1")}
    assert far == {"Patrols": 3, "Helped": None}
    others = [one.count for area in ("W2", "W3") for one in done_in(source, area)]
    assert None in others  # or the sum of the year would tell


def test_a_promise_stands_on_the_sheet_of_the_ward_that_it_names() -> None:
    sections = found()
    sections["plan"]["actions"][0]["words"] = "Light the path from Fen End to the fen ends"
    sections["plan"]["actions"][1]["words"] = "Mend each fen end"
    paper = pack(sections)
    rows = list(table(paper, "Promised in Fen End").body)
    assert [row.cells[0].text for row in rows] == ["1.1"]
    assert "No promise names Castle." in text(paper)


def test_a_freeze_without_wards_says_so_and_still_builds() -> None:
    told = text(pack(made.sections()))
    assert "No figures by ward are in this freeze." in told
    why = {"why_none": "No area is named for this partnership."}
    assert why["why_none"] in text(pack({**made.sections(), "annex": why}))


def test_it_is_drawn_on_paper_a_ward_a_page() -> None:
    import pypdfium2

    written = FORMATS["pdf"].write(pack(found()))
    assert not written.notes
    document = pypdfium2.PdfDocument(written.data)
    pages = [page.get_textpage().get_text_range() for page in document]
    for _, name, *_ in WARDS[:-1]:
        assert sum(f"Recorded in {name}" in page for page in pages) == 1
