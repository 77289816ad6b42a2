"""What the papers say: the chair's page, what moved, the round trip of the action plan table."""

from typing import Any

import pytest

from frankpledge.papers.blocks import Columns, Counts, Items, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.given import Given, from_data
from frankpledge.papers.writers import FORMATS
from frankpledge.reading import read
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
    assert "Promises proposed to be struck" in told


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
    found["annex"] = {"done": {"period": "October 2025 to September 2026", "rows": rows}}
    told = text(compose(papers()["policing"], made.source(found, audience="public")))
    assert "From the delivery log, October 2025 to September 2026." in told
    assert "How many: 150" in told
    assert "Young people met How many: held back" in told


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


@pytest.mark.parametrize("form", ["docx", "xlsx", "csv", "pdf"])
def test_the_action_plan_table_is_read_back_as_it_was(form: str) -> None:
    """A plan goes out as a paper and comes back with the same rows."""
    source = made.source(made.sections(promises=6, outcomes=3))
    data = FORMATS[form].write(compose(papers()["table"], source)).data
    plan = read(data, f"table.{form}")
    wanted = {action["ref"]: action for action in source.plan["actions"]}
    assert sorted(one["ref"] for one in plan["actions"]) == sorted(wanted)
    for one in plan["actions"]:
        promised = wanted[one["ref"]]
        assert one["action"] == promised["words"]
        assert one["lead"] == "Police, Inspector"
        assert one["timescale"] == "March 2027"
        outcomes = [(each["number"], each["text"]) for each in one["outcomes"]]
        assert outcomes == [(each["number"], each["words"]) for each in promised["outcomes"]]
        labels = [each["status"]["text"] for each in one["outcomes"]]
        assert labels == [made.RATINGS[each["rating_id"] - 1][1] for each in promised["outcomes"]]
        assert one["update"]["text"].startswith("31 of 38 visits")
