"""What the papers say: the chair's page, what moved, the round trip of the action plan table."""

from typing import Any

import pytest

from frankpledge.papers.audiences import Audience
from frankpledge.papers.blocks import Columns, Counts, Items, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.given import Given, from_data
from frankpledge.papers.holding import Doc, held_annex
from frankpledge.papers.writers import FORMATS
from tests.papers import made


def board(**more: Any) -> Any:
    return compose(papers()["board"], made.source(**more))


def text(paper: Any) -> str:
    return " ".join(FORMATS["txt"].write(paper).data.decode().split())


def test_the_first_page_says_how_many_stand_how_and_what_is_off_course_worst_first() -> None:
    paper = board()
    (counts,) = [block for block in paper.blocks if isinstance(block, Counts)]
    assert [cell.text for cell in counts.items] == ["2 stuck", "1 slipping", "1 on track"]
    off = next(block for block in paper.blocks if isinstance(block, Table))
    labels = [row.cells[2].text for row in off.body]
    assert labels == ["Stuck", "Stuck", "Slipping"]
    assert next(off.body).cells[5].text == "Council: A van"


def test_the_board_is_asked_what_was_recommended_decided_and_not_reported() -> None:
    found = made.sections()
    items = found["round"]["requests"][0]["items"]
    raised = {"kind": "decision", "words": "More money?", "decided": "confirmed"}
    items[0]["answers"][0]["raised"] = [{**raised, "for_the_board": "Whether to go on"}]
    items[1]["verdicts"][0].update(kind="not-reported", words="Nobody in post")
    given = Given(recommendations=("note the plan.",), strikes=("2.4: the scheme ended.",))
    paper = board(found=found, given=given)
    asked = next(block for block in paper.blocks if isinstance(block, Items) and block.numbered)
    assert [cell.text for cell in asked.items] == [
        "note the plan.",
        "decide, for 1.1: Whether to go on",
        "hear why nothing was reported of 2.2 (Police, Inspector), and name who answers.",
    ]
    told = text(paper)
    assert "Decisions asked of the board" in told
    assert "Proposed to be struck" in told and "2.4: the scheme ended." in told


def test_what_was_proposed_to_be_struck_is_put_to_the_board_with_who_why_and_since_when() -> None:
    found = made.sections()
    found["round"]["strikes"] = [
        made.strike(2),
        made.strike(1, 101),
        made.strike(3, decided="kept"),
        made.strike(4, withdrawn_at="2026-10-05T09:30:00+00:00"),
    ]
    paper = board(found=found)
    asked = next(block for block in paper.blocks if isinstance(block, Items) and block.numbered)
    words = "{1} every shop hit {0} times in a quarter within ten working days"
    outcome = "1. Nine in ten visited in time, part 1"
    assert [cell.text for cell in asked.items] == [
        f"decide whether to strike 1.1, {words.format(1, 'Mend')}: its outcome “{outcome}”.",
        f"decide whether to strike 2.2, {words.format(2, 'Light')}.",
    ]
    (table,) = [one for one in paper.tables if one.caption == "Proposed to be struck"]
    proposed = next(row for row in table.body if row.cells[0].text == "2.2")
    assert proposed.cells[2].text == "The scheme has ended."
    assert proposed.cells[3].plain == (
        "Alice Archer\n4 October 2026, in the round April to June 2026"
    )
    assert len(list(table.body)) == 2


def test_what_was_struck_since_is_no_longer_proposed() -> None:
    found = made.sections()
    found["round"]["strikes"] = [made.strike(2)]
    found["plan"]["actions"][1]["state"] = "struck"
    assert "Proposed to be struck" not in text(board(found=found))


def test_freezes_made_before_strikes_were_proposed_still_make_papers() -> None:
    found = made.sections()
    del found["round"]["strikes"]
    assert "The board is asked to" in text(board(found=found))


def test_nothing_off_course_is_said_so() -> None:
    found = made.sections()
    for action in found["plan"]["actions"]:
        for outcome in action["outcomes"]:
            outcome["rating_id"], outcome["state"] = 3, "in-progress"
    assert "Nothing is off course." in text(board(found=found))


def test_what_moved_is_told_beside_the_round_before() -> None:
    before, now = made.sections()["plan"], made.sections()
    rise = now["plan"]["actions"][1]
    for outcome in rise["outcomes"]:
        outcome["rating_id"], outcome["state"] = 4, "complete"
    fall = before["actions"][2]
    for outcome in fall["outcomes"]:
        outcome["rating_id"], outcome["state"] = 3, "in-progress"
    ended = now["plan"]["actions"][3]
    ended.update(state="struck", closed_on="2026-07-14", closed_why="No money")
    paper = board(found=now, before=before, before_words="April to June 2026")
    (columns,) = [block for block in paper.blocks if isinstance(block, Columns)]
    told = {name: [cell.text for cell in items.items] for name, items in columns.columns}
    assert told["Forward"][0].startswith("2.2 ")
    assert told["Forward"][0].endswith(": was stuck")
    assert told["Back"][0].startswith("1.3 ")
    assert told["Changed"][0].endswith(": struck 14 July 2026")
    assert told["Changed"][-1] == "4 of 4 reported in this round"


def test_what_has_not_begun_or_was_not_said_is_not_off_course() -> None:
    found = made.sections()
    one, two, three, four = found["plan"]["actions"]
    for outcome in (*one["outcomes"], *two["outcomes"][:1], *three["outcomes"]):
        outcome["rating_id"], outcome["state"] = None, "not-stated"
    two["outcomes"][1].update(rating_id=2, state="delayed")
    for outcome in four["outcomes"]:
        outcome["rating_id"], outcome["state"] = 3, "in-progress"
    items = found["round"]["requests"][0]["items"]
    items[2]["verdicts"][0].update(kind="not-reported", words="Nobody in post")
    paper = board(found=found)
    (off,) = [one for one in paper.tables if one.caption == "Promises off course"]
    assert [(row.cells[0].text, row.cells[2].plain) for row in off.body] == [
        ("2.2", "Slipping\n1 of 2 outcomes")
    ]
    told = text(paper)
    assert "hear why nothing was reported of 1.3" in told
    assert "Three have not begun, or nobody has said yet." in told
    assert "Worse by figures, and leads do not say so: 1.1 " in told


def test_what_was_said_for_the_first_time_has_not_moved_forward() -> None:
    before = made.sections()["plan"]
    for action in before["actions"][:2]:
        for outcome in action["outcomes"]:
            outcome["rating_id"], outcome["state"] = None, "not-stated"
    now = made.sections()
    for outcome in now["plan"]["actions"][0]["outcomes"]:
        outcome["rating_id"], outcome["state"] = 3, "in-progress"
    (columns,) = [
        one
        for one in board(found=now, before=before, before_words="April").blocks
        if isinstance(one, Columns)
    ]
    told = {name: [cell.text for cell in items.items] for name, items in columns.columns}
    assert told["Forward"] == ["None"]
    assert [one.split(": ")[1] for one in told["Back"]] == ["stuck at first"]
    assert "2 said for the first time" in told["Changed"]


def test_figures_that_say_another_thing_than_last_time_have_moved() -> None:
    before, now = made.sections(), made.sections()
    told = before["judgements"]["outcomes"]
    told["101"]["signal"] = {"key": "none", "words": "No clear change"}
    told["102"]["signal"] = {"key": "worse", "words": "Worse: thefts higher"}  # as it is now
    now["judgements"]["outcomes"]["201"]["signal"] = {"key": "better", "words": "Better: lower"}
    told["201"]["signal"] = {"key": "few", "words": "Too few figures yet"}
    given: Any = {"before": before["plan"], "before_words": "April"}
    given["before_judged"] = before["judgements"]
    (columns,) = [one for one in board(found=now, **given).blocks if isinstance(one, Columns)]
    found = {name: [cell.text for cell in items.items] for name, items in columns.columns}
    assert [one.split(": ")[1] for one in found["Back"]] == ["figures worse, no clear change then"]
    assert [one.split(": ")[1] for one in found["Forward"]] == [
        "figures better, too few figures then"
    ]
    paper = compose(papers()["summary"], made.source(now, audience="public", **given))
    assert "figures worse" not in text(paper)


def test_parts_are_left_out_and_put_in_the_order_that_was_chosen() -> None:
    paper = board(given=Given(sections=("sources", "front")))
    told = text(paper)
    assert "Off course, and why" not in told
    assert told.index("Sources and methods") < told.index("of the 4 promises")


def test_the_half_year_is_two_quarters_whatever_the_round() -> None:
    found = made.sections()
    first, *_ = found["plan"]["actions"]
    for number, (period, words) in enumerate(
        [("2026-07-01", "In summer."), ("2026-04-01", "In spring."), ("2026-01-01", "In winter.")]
    ):
        said = {**made.standing(1, words), "period": period, "said_on": f"2026-0{9 - number}-01"}
        first["outcomes"][0]["standings"].append(said)
    paper = compose(papers()["policing"], made.source(found, audience="policing-body"))
    assert paper.title == "Progress: April to September 2026"
    told = text(paper)
    assert told.index("In summer.") < told.index("In spring.")
    assert "In winter." not in told


def test_people_reached_are_counted_and_few_of_them_held_back() -> None:
    found = made.sections()
    rows = [
        {"area": "W1", "measure": "Home visits", "unit": "homes", "people": False, "count": 142},
        {"area": "W2", "measure": "Home visits", "unit": "homes", "people": False, "count": 8},
        {"area": "W1", "measure": "Young people met", "unit": "", "people": True, "count": 2},
    ]
    half = {"period": "April to September 2026", "rows": rows}
    found["annex"] = {"done": {"period": "The year", "rows": []}, "done_half": half}
    told = text(compose(papers()["policing"], made.source(found, audience="public")))
    assert "From the delivery log, April to September 2026." in told
    assert "How many: 150 homes" in told
    assert "Young people met How many: held back" in told


@pytest.mark.parametrize(("audience", "told"), [("public", None), ("board", 6)])
def test_a_half_year_is_held_back_where_the_rest_of_its_year_is_few(
    audience: str, told: int | None
) -> None:
    def counted(period: str, n: int) -> Doc:
        row = {"area": "W1", "measure": "Young people met", "unit": "", "people": True, "count": n}
        return {"period": period, "rows": [row]}

    annex = {"done": counted("The year", 9), "done_half": counted("The half", 6)}
    held = held_annex(annex, Audience[audience.upper()])
    assert held
    assert [held[over]["in_all"][0]["count"] for over in ("done", "done_half")] == [9, told]


def test_a_figure_without_its_season_says_so() -> None:
    found = made.sections()
    judged = next(iter(found["judgements"]["outcomes"].values()))
    judged["chart"], judged["indicator"] = {**made.chart(0), "adjusted": True}, "Thefts of cycles"
    told = text(compose(papers()["board"], made.source(found)))
    assert "Thefts of cycles, each month, with the season taken out" in told


def test_every_paper_can_be_made_of_any_of_its_parts_alone() -> None:
    for kind in papers().values():
        for section in kind.sections:
            source = made.source(given=Given(sections=(section.key,)))
            assert FORMATS["pdf"].write(compose(kind, source)).data


def test_what_was_given_is_kept_as_it_was() -> None:
    given = Given(meeting="12 November", recommendations=("One", "Two"), sections=("front",))
    assert from_data(given.as_data()) == given


def test_the_public_summary_is_one_page() -> None:
    import pypdfium2

    source = made.source(made.sections(promises=40, headings=7), audience="public")
    assert (
        len(pypdfium2.PdfDocument(FORMATS["pdf"].write(compose(papers()["summary"], source)).data))
        == 1
    )


def test_only_marks_that_a_reader_is_shown_are_explained() -> None:
    def told(key: str, audience: str) -> str:
        return text(compose(papers()[key], made.source(audience=audience)))

    assert "Tally, from the left" in told("board", "board")
    assert "Worse: by more than chance" in told("scrutiny", "members")
    assert "Tally, from the left" not in told("scrutiny", "members")
    assert "Worse: by more than chance" not in told("year-end", "public")
