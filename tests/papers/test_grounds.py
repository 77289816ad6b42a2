"""Where figures come from is told once for each source, in words that a reader knows."""

from frankpledge.papers.blocks import Group, Table
from frankpledge.papers.composing import compose
from frankpledge.papers.contents import papers
from frankpledge.papers.contents.grounds import OWN, POLICE, grounds_of, in_words
from tests.papers import made

SOURCE = "Source: police.uk street-level crime as published by Loamshire Police."
COUNTED = "each published row counts once"
YEAR = [
    SOURCE,
    "Months: 2025-10 to 2026-09, 12 months. Missing: none.",
    "Cut-off: files as loaded by 21 November 2026.",
    f"Method: {COUNTED}; exact conditional test of two counts.",
    "Asked for: area Marsh; types all.",
]
ALL = [
    SOURCE,
    "Months: 2023-04 to 2026-09, 42 months. Missing: Loamshire May 2024.",
    "Cut-off: files as loaded by 21 November 2026.",
    f"Method: {COUNTED}.",
    "Counted: Shoplifting in Marsh.",
]


def test_a_source_stands_once_with_all_that_rests_on_it() -> None:
    (one,) = grounds_of([("What changed", YEAR), ("Targets", ALL), ("Targets", ALL)])
    assert (one.kind, one.name) == (
        POLICE,
        "Street-level crime on police.uk, published by Loamshire Police",
    )
    assert one.span == "April 2023 to September 2026"
    assert list(one.missing) == ["Loamshire May 2024"]
    assert list(one.cut_off) == ["files as loaded by 21 November 2026"]
    assert list(one.methods) == [
        "Each published row counts once.",
        "Two years are compared by an exact test of counts.",
    ]
    assert list(one.rests) == ["What changed", "Targets"]


def test_a_log_told_of_twice_with_other_months_is_one_source() -> None:
    told = [
        ("A", ["Source: the delivery log, July 2025 to October 2026."]),
        ("B", ["Source: the delivery log, October 2026 to November 2026."]),
    ]
    (one,) = grounds_of(told)
    assert (one.kind, one.name, one.span) == (
        OWN,
        "The delivery log",
        "July 2025 to November 2026",
    )


def test_police_files_come_first_and_surveys_last() -> None:
    told = [
        ("A", ["Source: the lead's own answers, 3 of them with a figure."]),
        ("B", ["Source: Marsh Council, residents' survey.", "Waves: June 2025, June 2026."]),
        ("C", ["Source: returned by a partner, Marsh Housing: repairs."]),
        ("D", ["Source: Ambulance calls, counts that the partnership brought."]),
        ("E", ALL),
    ]
    found = grounds_of(told)
    assert [(one.kind, one.name) for one in found][1:] == [
        ("The partnership’s own", "Ambulance calls"),
        ("The partnership’s own", "What leads answered"),
        ("Partners’ returns", "Marsh Housing: repairs"),
        ("Surveys", "Marsh Council, residents' survey"),
    ]
    assert found[-1].span == "June 2025 to June 2026"


def test_a_paper_tells_each_source_once_under_its_kind() -> None:
    found = made.sections()
    for judged in found["judgements"]["outcomes"].values():
        judged["told"] = ["Source: the delivery log, July to September 2026."]
    paper = compose(papers()["board"], made.source(found))
    (table,) = [one for one in paper.tables if one.caption == "Where the figures come from"]
    assert isinstance(table, Table)
    groups = [one.text for one in table.rows if isinstance(one, Group)]
    assert groups == ["Police files", "The partnership’s own"]
    rests = [row.cells[3].text for row in table.body]
    assert rests == [
        "What changed beside the year before\nCharts of each month",
        "Targets: 1.1, 1.3, 2.2, 2.4",
    ]


def test_under_a_chart_months_are_said_in_words() -> None:
    assert in_words(YEAR[1]) == "Months: October 2025 to September 2026, 12 months."
    assert in_words(ALL[1]).endswith("42 months. Missing: Loamshire May 2024.")
    assert in_words(SOURCE) == (
        "Source: street-level crime on police.uk, published by Loamshire Police."
    )
