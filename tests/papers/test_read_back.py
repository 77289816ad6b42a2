"""A plan goes out as a paper and comes back with the same rows, whatever the form."""

from typing import Any

import pytest

from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.writers import FORMATS
from frankpledge.reading import read
from tests.papers import made

PLACES = ("docx", "xlsx", "pdf")
LONG = (
    "Shopkeepers should not feel that they stand alone, whichever street they trade in, and "
    "schoolteachers, neighbourhood wardens and superintendents should know whom to ask."
)
Read = dict[str, Any]


def a_plan() -> made.Doc:
    """With all that a table of a plan may hold."""
    found = made.sections(promises=8, outcomes=3)
    first, second, third, fourth, fifth, *_ = found["plan"]["actions"]
    first["aim"] = LONG
    first["standings"] = []
    found["plan"]["actions"][5]["points"] = ["By day on foot", "By night with a van"]
    second["outcomes"], second["state"], second["rating_id"] = [], "struck", None
    third["outcomes"][1].update(state="struck", rating_id=None, closed_why="The grant ended")
    for outcome in fourth["outcomes"]:
        outcome["number"] = None
    fifth["outcomes"], fifth["rating_id"], fifth["state"] = [], 2, "in-progress"
    fifth["standings"] = [made.standing(2, "Two of the five vans are mended, and one is lent.")]
    found["plan"]["priorities"][1]["placements"].append(
        {
            "action_id": 3,
            "ref": "2.9",
            "is_base": False,
            "variants": {"aim": "Fewer people hanging about."},
            "only_outcomes": [301],
        }
    )
    return found


@pytest.fixture(scope="module")
def source() -> Any:
    return made.source(a_plan(), audience="internal")


@pytest.fixture(scope="module", params=[*PLACES, "csv"])
def back(request: pytest.FixtureRequest, source: Any) -> tuple[str, Read]:
    data = FORMATS[request.param].write(compose(papers()["table"], source)).data
    return request.param, read(data, f"table.{request.param}")


def by_ref(plan: Read) -> dict[str, Read]:
    return {one["ref"]: one for one in plan["actions"]}


def test_the_same_rows_come_back(back: tuple[str, Read], source: Any) -> None:
    _, plan = back
    wanted = {action["ref"]: action for action in source.plan["actions"]}
    assert sorted(by_ref(plan)) == sorted(wanted)
    assert [(one["ref"], one["title"]) for one in plan["priorities"]] == [
        ("1", "Fair trade 1"),
        ("2", "Fair trade 2"),
    ]
    for ref, one in by_ref(plan).items():
        promised = wanted[ref]
        assert one["action"] == " ".join([promised["words"], *promised["points"]])
        assert one["aim"] == (promised["aim"] or None)
        assert (one["lead"], one["support"]) == ("Police, Ingrid Penhaligon", "Marsh Traders")
        assert one["timescale"] == "March 2027"
        assert one["resources"] == ["£6,000 of the reserve"]
        outcomes = [(each["number"], each["text"]) for each in one["outcomes"]]
        assert outcomes == [(each["number"], each["words"]) for each in promised["outcomes"]]


def test_ratings_come_back_by_their_words(back: tuple[str, Read], source: Any) -> None:
    _, plan = back
    labels = {pk: label for pk, label, *_ in made.RATINGS}
    wanted = {action["ref"]: action for action in source.plan["actions"]}
    for ref, one in by_ref(plan).items():
        told = [each["status"]["text"] for each in one["outcomes"]]
        assert told == [labels.get(o["rating_id"], "Struck") for o in wanted[ref]["outcomes"]]
    assert by_ref(plan)["1.5"]["status"]["text"] == "Slipping"


def test_what_was_struck_comes_back_struck(back: tuple[str, Read]) -> None:
    _, plan = back
    assert [ref for ref, one in by_ref(plan).items() if one.get("struck")] == ["2.2"]
    assert by_ref(plan)["1.3"]["outcomes"][1]["status"]["state"] == "struck"


def test_the_newest_words_come_back_with_their_day(back: tuple[str, Read]) -> None:
    _, plan = back
    assert by_ref(plan)["1.5"]["update"] == {
        "text": "Two of the five vans are mended, and one is lent.",
        "as_at": "2026-10-06",
    }


def test_a_promise_under_two_priorities_comes_back_as_one_with_what_differs(
    back: tuple[str, Read],
) -> None:
    _, plan = back
    (twice,) = [one for one in plan["actions"] if len(one["priorities"]) > 1]
    assert (twice["ref"], len(twice["outcomes"])) == ("1.3", 3)
    (differs,) = twice["variants"].values()
    assert (differs["ref"], differs["aim"]) == ("2.9", "Fewer people hanging about.")
    assert len(differs["outcomes"]) == 1


def test_whose_plan_it_is_and_of_which_years_comes_back(back: tuple[str, Read]) -> None:
    form, plan = back
    if form == "csv":
        return  # a table of values and nothing over it
    assert (plan["title"], plan["partnership"]) == ("The plan, 2026 to 2029", "Safer Marsh")
    assert (plan["period"]["start"], plan["period"]["end"]) == ("2026-04-01", "2029-03-31")


def test_nothing_is_left_unplaced(back: tuple[str, Read]) -> None:
    assert back[1]["unplaced"] == []
