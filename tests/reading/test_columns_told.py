"""What somebody says of a column goes before what its head looks like."""

from frankpledge.reading import read, read_beside
from frankpledge.reading.reader import read_beside as read_here
from tests.reading.kit import tab

PLAN = tab(
    "Ref|Action|Lead|Timescale|Zzz",
    "1|Visit every shop|Police|March 2027|Ten shops visited",
    "2|Fit locks|Council|May 2026|Twenty locks fitted",
)


def test_an_unknown_column_is_read_as_it_is_told() -> None:
    assert [action["outcomes"] for action in read(PLAN)["actions"]] == [[], []]
    told = read(PLAN, columns={"zzz": "outcomes"})
    texts = [action["outcomes"][0]["text"] for action in told["actions"]]
    assert texts == ["Ten shops visited", "Twenty locks fitted"]


def test_a_known_column_can_be_told_to_be_another_or_nothing() -> None:
    told = read(PLAN, columns={"lead": "support", "timescale": "nothing"})
    action = told["actions"][0]
    assert (action["lead"], action["support"], action["timescale"]) == (None, "Police", None)
    assert action["other"]["Timescale"] == "March 2027"


def test_what_was_told_of_one_document_is_not_believed_of_the_next() -> None:
    before = read(PLAN)
    read(PLAN, columns={"lead": "support"})
    assert read(PLAN) == before


def test_the_limited_process_tells_the_same_with_the_pieces_beside() -> None:
    told = read_beside(PLAN, "plan.txt", {"zzz": "outcomes"})
    assert told == read_here(PLAN, "plan.txt", {"zzz": "outcomes"})
    assert told["plan"] == read(PLAN, "plan.txt", columns={"zzz": "outcomes"})
    assert [piece["cells"][0] for piece in told["source"]] == ["Ref", "1", "2"]
    heads = {head["key"]: head["means"] for head in told["heads"]}
    assert heads["zzz"] == "outcomes" and heads["lead"] == "lead"


def test_a_table_that_nobody_knows_offers_its_first_row_as_heads() -> None:
    told = read_beside(tab("Foo|Bar", "Visit every shop|Police", "Fit locks|Council"), "x.txt", {})
    assert [(head["key"], head["means"]) for head in told["heads"]] == [("foo", ""), ("bar", "")]
    again = read_beside(
        tab("Foo|Bar", "Visit every shop|Police", "Fit locks|Council"),
        "x.txt",
        {"foo": "action", "bar": "lead"},
    )
    assert [action["lead"] for action in again["plan"]["actions"]] == ["Police", "Council"]
