"""The five published plans, extraction damage included, are read as a careful person reads them."""

from pathlib import Path

import pytest

from tests.reading.kit import PlanFile, by_ref, plan_of, starting


@pytest.fixture(scope="module")
def east_herts(shared: Path) -> PlanFile:
    return plan_of(shared, "000")


@pytest.fixture(scope="module")
def hertsmere(shared: Path) -> PlanFile:
    return plan_of(shared, "001")


@pytest.fixture(scope="module")
def dacorum(shared: Path) -> PlanFile:
    return plan_of(shared, "002")


@pytest.fixture(scope="module")
def stevenage(shared: Path) -> PlanFile:
    return plan_of(shared, "003")


@pytest.fixture(scope="module")
def st_albans(shared: Path) -> PlanFile:
    return plan_of(shared, "004")


def test_east_herts_has_nineteen_rows_and_number_six_twice(east_herts: PlanFile) -> None:
    refs = [action["ref"] for action in east_herts["actions"]]
    assert refs == [str(n) for n in (*range(1, 7), 6, *range(7, 19))]
    assert [priority["id"] for priority in east_herts["priorities"]] == ["p1"]
    assert {tuple(action["priorities"]) for action in east_herts["actions"]} == {("p1",)}


def test_east_herts_ignores_the_reversed_head_for_the_clean_one(east_herts: PlanFile) -> None:
    first = by_ref(east_herts, "1")
    assert first["outcomes"][0]["text"] == "2 editions published"
    assert first["timescale"] == "autumn/ winter edition 2010, spring / summer 2011"
    assert first["lead"] == "Community Safety Coordinator, (EHC)"
    assert first["update"]["as_at"] == "2010-08-31"


def test_east_herts_rows_that_break_over_pages_are_whole(east_herts: PlanFile) -> None:
    five, sixteen = by_ref(east_herts, "5"), by_ref(east_herts, "16")
    assert five["aim"].endswith("partnership working makes a difference")
    assert sixteen["aim"] == "Improve awareness of underage drinking hotspots"
    assert sixteen["support"] == "Police, East Herts Council, Hertfordshire Fire and Rescue"
    assert by_ref(east_herts, "18")["outcomes"][0]["text"].endswith("services publicised")


def test_dacorum_has_31_actions_of_37_rows(dacorum: PlanFile) -> None:
    rows = sum(1 + len(action["printed"]) for action in dacorum["actions"])
    assert (len(dacorum["priorities"]), rows, len(dacorum["actions"])) == (6, 37, 31)
    assert dacorum["priorities"][3]["ref"] == "4"
    assert dacorum["priorities"][3]["title"] == "DRUG MISUSE"


def test_dacorum_shared_actions_keep_what_differs(dacorum: PlanFile) -> None:
    shared = {
        action["action"][:20]: action["priorities"]
        for action in dacorum["actions"]
        if len(action["priorities"]) > 1
    }
    assert sorted(shared.values()) == [
        ["p1", "p3", "p4", "p6"],
        ["p1", "p3", "p6"],
        ["p3", "p4"],
    ]
    drive = starting(dacorum, "Support Programme of Drive Safely")
    assert drive["timescale"] == "May – October 2011"
    assert {each["timescale"] for each in drive["variants"].values()} == {"During 2011-12"}
    assert drive["printed"][0]["cells"]["TIMESCALE"] == "During 2011-12"


def test_dacorum_as_above_is_resolved_and_its_print_is_kept(dacorum: PlanFile) -> None:
    homeless = starting(dacorum, "Support for Homeless and Vulnerable")
    assert homeless["as_printed"] == {"outcomes": "As above", "update": "As above"}
    assert homeless["outcomes"][0]["text"].startswith("To provide temporary accommodation")
    assert homeless["update"]["text"].startswith("Temporary accommodation provided")


def test_dacorum_an_update_that_ends_on_the_next_page_is_whole(dacorum: PlanFile) -> None:
    zone = starting(dacorum, "Support No Cold Calling Zone")
    assert zone["update"]["text"].endswith("necessary signs and CP advice provided")


def test_dacorum_percentages_cannot_be_worked_out_again(dacorum: PlanFile) -> None:
    table = dacorum["figures"][0]
    assert (len(table["rows"]), len(table["columns"])) == (8, 4)
    kinds = [check["kind"] for check in table["checks"]]
    assert (kinds.count("percentage"), kinds.count("rank")) == (8, 16)
    assert all(check["agrees"] is None and check["why"] for check in table["checks"])


def test_stevenage_has_27_actions_and_57_outcomes(stevenage: PlanFile) -> None:
    counts = [len(action["outcomes"]) for action in stevenage["actions"]]
    assert (len(stevenage["priorities"]), len(counts), sum(counts)) == (6, 27, 57)
    assert len(by_ref(stevenage, "3.5")["outcomes"]) == 7


def test_stevenage_21_is_there_without_its_lost_head(stevenage: PlanFile) -> None:
    lost = starting(stevenage, "people and property; including targeting")
    assert (lost["ref"], lost["lead"], lost["timescale"], lost["outcomes"]) == (
        None,
        None,
        None,
        [],
    )
    assert lost["status"] == {"text": None, "colour": None, "printed": "2."}
    assert lost["priorities"] == ["p2"]


def test_stevenage_says_not_started_five_times_and_invents_no_colour(stevenage: PlanFile) -> None:
    statuses = [
        outcome["status"]
        for action in stevenage["actions"]
        for outcome in action["outcomes"]
        if outcome["status"]
    ]
    assert sum(1 for each in statuses if (each["text"] or "").startswith("Not started")) == 5
    assert sum(1 for each in statuses if each.get("state") == "not-started") == 5
    assert {each["colour"] for each in statuses} == {None}
    assert stevenage["legend"]["green"] == "complete"


def test_stevenage_outcomes_that_ran_into_the_next_row_go_back(stevenage: PlanFile) -> None:
    census, tension = by_ref(stevenage, "4.2"), by_ref(stevenage, "4.3")
    assert census["outcomes"][1]["text"].endswith("3 year SoSafe strategy (April 2015).")
    assert [each["number"] for each in tension["outcomes"]] == [1]
    assert tension["outcomes"][0]["text"].startswith("100% identification")
    assert by_ref(stevenage, "2.2")["resources"][-1].endswith("external funding streams.")


def test_stevenage_sentences_of_a_list_that_lost_its_bullets(stevenage: PlanFile) -> None:
    first = by_ref(stevenage, "1.1")
    assert first["outcomes"][0]["text"] == "At least one campaign undertaken this year."
    assert first["resources"] == [
        "Existing resources / officer time.",
        "External funding streams.",
    ]
    second = by_ref(stevenage, "1.2")["outcomes"]
    assert second[1]["text"].endswith("April 2014. Report to RAG July 2014.")


def test_stevenage_leads_that_stand_apart_in_a_cell_are_several(stevenage: PlanFile) -> None:
    three = by_ref(stevenage, "3.2")
    assert three["lead"] == "Police Insp Simon Tabert HFRS Mark Burgess SBC Debbie Barker"
    assert [each["organisation"] for each in three["leads"]] == ["Police", "HFRS", "SBC"]
    group = by_ref(stevenage, "6.7")["leads"][0]
    assert (group["group"] or group["organisation"], group["everyone"]) == ("ODG", True)


def test_stevenage_priorities_keep_leads_and_indicators_where_they_can_be_read(
    stevenage: PlanFile,
) -> None:
    first, last = stevenage["priorities"][0], stevenage["priorities"][-1]
    assert (first["ref"], first["lead"]) == ("1", "Stevenage Borough Council")
    assert first["indicators"][0].startswith("domestic abuse crimes per 1000")
    assert last["indicators"][0].startswith("ASB per 1000")
    assert stevenage["priorities"][4]["believed"] == {"title": "Community reassurance"}


def test_stevenage_running_heads_are_no_part_of_any_action(stevenage: PlanFile) -> None:
    texts = [action["update"]["text"] for action in stevenage["actions"] if action["update"]]
    assert not [text for text in texts if "monitor (1" in text]
    assert sum("monitor" in text for text in stevenage["furniture"]) >= 3


def test_hertsmere_has_four_priorities_and_seven_below_them(hertsmere: PlanFile) -> None:
    top = [each for each in hertsmere["priorities"] if each["parent"] is None]
    below = [each for each in hertsmere["priorities"] if each["parent"]]
    assert ([each["ref"] for each in top], len(below)) == (["1", "2", "3", "4"], 7)
    assert [len(each["indicators"]) for each in top] == [4, 2, 2, 5]
    assert len(hertsmere["actions"]) == 25
    children = {each["id"] for each in below}
    assert {action["priorities"][0] for action in hertsmere["actions"]} == children


def test_hertsmere_arithmetic_is_done_again(hertsmere: PlanFile) -> None:
    table = hertsmere["figures"][0]
    assert len(table["rows"]) == 7
    codes = [finding["code"] for finding in table["findings"]]
    assert (codes.count("target-missed"), codes.count("sum")) == (2, 1)
    whole = next(finding for finding in table["findings"] if finding["code"] == "sum")
    assert round(whole["percent"], 1) == -23.7
    wrong = [check for check in table["checks"] if check["agrees"] is False]
    assert [(check["printed"], check["computed"]) for check in wrong] == [
        ("reduction of **21%", "24%"),
    ]


def test_st_albans_has_four_priorities_in_prose_and_no_action(st_albans: PlanFile) -> None:
    titles = [each["title"] for each in st_albans["priorities"]]
    assert titles[0] == "Preventing and reducing crime."
    assert (len(titles), st_albans["actions"]) == (4, [])


def test_st_albans_table_agrees_with_itself_and_with_the_text(st_albans: PlanFile) -> None:
    checks = st_albans["figures"][0]["checks"]
    assert [check["agrees"] for check in checks] == [True] * 8
    assert checks[-1]["printed"] == "down 4.8%"


def test_st_albans_keeps_its_six_equality_strands(st_albans: PlanFile) -> None:
    headings = [passage["heading"] for passage in st_albans["passages"]]
    for strand in ("Age", "Disability", "Gender", "Race", "Religion", "Sexual Orientation"):
        assert strand in headings


@pytest.mark.parametrize(
    ("number", "start", "end"),
    [
        ("000", "2010-04-01", "2011-03-31"),
        ("001", "2008-04-01", "2011-03-31"),
        ("002", "2011-04-01", "2012-03-31"),
        ("003", "2014-04-01", "2015-03-31"),
        ("004", "2009-04-01", "2010-03-31"),
    ],
)
def test_each_plan_says_its_years(shared: Path, number: str, start: str, end: str) -> None:
    period = plan_of(shared, number)["period"]
    assert (period["start"], period["end"]) == (start, end)
