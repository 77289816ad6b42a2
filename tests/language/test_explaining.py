"""One plain sentence for each reading, and one shape for programs."""

import json
from datetime import date

import pytest

from frankpledge.language import (
    Context,
    explain_target,
    explain_timescale,
    read_leads,
    read_status,
    read_target,
    read_timescale,
)

PLAN = Context(plan_start=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("by March 2027", "Due by 31 March 2027"),
        ("July 2026", "July 2026"),
        ("May - October 2026", "May to October 2026"),
        ("12 months", "Over 12 months (April 2026 to March 2027)"),
        ("Fortnightly", "Every two weeks"),
        ("twice a year", "Twice every year"),
        ("at each TDG meeting", "At every TDG meeting"),
        ("At TDG every 8 weeks", "At the TDG meeting, every eight weeks"),
        ("As required", "On demand, As required"),
        ("Ongoing", "Ongoing, with no end"),
        ("TBC", "No date given"),
        ("Since June 2026", "From 1 June 2026"),
        ("Leaflet out by May 2026", "Due by 31 May 2026: Leaflet out"),
        ("until May 2026", "Until 31 May 2026"),
    ],
)
def test_a_timescale_is_said_in_one_sentence(text: str, sentence: str) -> None:
    assert explain_timescale(read_timescale(text, PLAN)) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("At least 2 walks each quarter", "At least 2 walks each quarter"),
        ("More than 5 walks", "More than 5 walks"),
        ("Hold two fairs by May 2026", "2 fairs by 31 May 2026"),
        ("Quarterly 5% cut in nuisance", "Cut nuisance by 5 % every quarter"),
        ("Reduce thefts from 640 to 580", "Cut thefts from 640 to 580"),
        ("No increase in robbery", "No rise in robbery"),
        ("75% of tenants feel safe", "At least 75 % of tenants: feel safe"),
        ("No more than 2 fires per 1,000 homes", "No more than 2 in every 1,000: fires"),
        ("Monthly bulletin to wards", "Every month: bulletin to wards"),
        ("Website created", "Done or not: Website created"),
        ("Number of calls", "It says what will be counted, but not how many would be enough"),
        ("Improve trust", "It says which way, but not how far"),
        ("As above", "See above"),
    ],
)
def test_a_target_is_said_in_one_sentence(text: str, sentence: str) -> None:
    assert explain_target(read_target(text, PLAN)) == sentence


def test_readings_can_be_written_as_json() -> None:
    text = "At least 2 walks each quarter by 31 March 2027"
    readings = [
        read_timescale(text, PLAN),
        read_target(text, PLAN),
        *read_leads("LBC Ann Reeve"),
        read_status("2. Stalled"),
    ]
    for reading in readings:
        assert json.loads(json.dumps(reading.to_dict())) == reading.to_dict()
    assert readings[0].to_dict()["parts"][1]["end"] == "2027-03-31"
