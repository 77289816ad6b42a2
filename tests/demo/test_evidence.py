"""Loamshire's evidence: places that fit together, and files as the police would publish them."""

import datetime
from pathlib import Path

import numpy as np
import pytest
import shapely

from frankpledge.demo.content import Doc, read
from frankpledge.demo.days import Days
from frankpledge.demo.evidence import fires, ground, police
from frankpledge.demo.evidence.ground import Place
from frankpledge.demo.evidence.months import MANY, months_until
from frankpledge.demo.evidence.towns import CENTRES
from frankpledge.evidence.loading.counts import read_counts, tables

TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def county() -> Doc:
    areas: Doc = read("host", Days(TODAY))["areas"]
    return areas


@pytest.fixture(scope="module")
def places(county: Doc) -> list[Place]:
    return ground.lay_out(county)


def test_every_ward_of_every_district_has_its_places(county: Doc, places: list[Place]) -> None:
    wards = {(each.district[1], each.ward[1]) for each in places}
    assert wards == {
        (district["name"], ward) for district in county["districts"] for ward in district["wards"]
    }
    assert set(CENTRES) == {each.district[1] for each in places}
    assert len({each.code for each in places}) == len({each.name for each in places})


def test_places_fit_together_and_never_lie_over_each_other(places: list[Place]) -> None:
    outlines = np.array([each.outline for each in places])
    assert shapely.is_valid(outlines).all()
    whole = shapely.union_all(outlines)
    assert whole.geom_type == "Polygon" and not whole.interiors
    assert shapely.area(outlines).sum() == pytest.approx(whole.area, rel=1e-3)
    assert all(each.outline.contains(shapely.Point(each.points[0])) for each in places)


def test_a_ward_and_a_district_is_one_piece(places: list[Place]) -> None:
    for kind in ("ward", "district"):
        for code in {getattr(each, kind) for each in places}:
            inside = [each.outline for each in places if getattr(each, kind) == code]
            assert shapely.union_all(inside).geom_type == "Polygon", code


def test_the_same_day_gives_the_same_files(places: list[Place], tmp_path: Path) -> None:
    months = months_until(TODAY)[-2:]
    written = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        files = police.write(places, months, tmp_path / name)
        written.append([file.read_bytes() for file in files])
    assert written[0] == written[1]
    assert len(written[0]) == 4


def test_the_newest_month_is_one_that_would_be_published() -> None:
    months = months_until(datetime.date(2026, 1, 3))
    assert (len(months), months[-1]) == (MANY, datetime.date(2025, 11, 1))
    assert months[0] == datetime.date(2022, 6, 1)


def test_the_list_of_fires_ends_with_last_month_and_says_what_leads_said(tmp_path: Path) -> None:
    path = tmp_path / "fires.csv"
    path.write_text(fires.table(Days(TODAY)), encoding="utf-8")
    found = read_counts(path, tables(path, path.read_bytes()), fires.HEADS, {"marshwick": "L1001"})
    assert not found.faults.counts
    counted = {start: number for start, _, _, _, number in found.found}
    assert (min(counted), max(counted)) == (datetime.date(2023, 11, 1), datetime.date(2026, 10, 1))
    spring = [counted[datetime.date(2026, month, 1)] for month in (4, 5, 6)]
    assert sum(spring) == 9, "'Nine.'"
