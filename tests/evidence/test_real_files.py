"""On real files: every total by district and month is a plain count of the rows."""

import csv
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from frankpledge.evidence import asking, changes, queries, store
from tests.again import put_back
from tests.evidence.conftest import BY, Ask, Held, Loaded, kept_in

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def hertfordshire(
    shared: Path,
    django_db_setup: None,
    django_db_blocker: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Held:
    """Loaded once: the areas are the same in every test, and take longest."""
    geo = shared / "data/geo"
    home = tmp_path_factory.mktemp("hertfordshire")
    load = partial(changes.load_areas, paths=[geo], by=BY)
    return kept_in(home, geo, load, django_db_blocker)


@pytest.fixture
def areas(db: None, home: Path, settings: LazySettings, hertfordshire: Held) -> None:
    put_back(hertfordshire.rows)
    settings.HOME = hertfordshire.home


def rows_of(folder: Path, kind: str) -> list[dict[str, str]]:
    found = []
    for path in sorted(folder.glob(f"*-{kind}.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            found += list(csv.DictReader(file))
    return found


def districts(geo: Path) -> dict[str, str]:
    """LSOA code to district, by the published look-ups alone."""
    found = {}
    for name, code in (
        ("herts_lsoa11_district_population.csv", "LSOA11CD"),
        ("herts_lsoa21_ward_district_population.csv", "LSOA21CD"),
    ):
        with (geo / "lookups" / name).open(newline="", encoding="utf-8-sig") as file:
            found |= {row[code]: row["LADCD"] for row in csv.DictReader(file)}
    return found


@pytest.mark.parametrize(
    "folder", ["hertfordshire-2018-10-to-2019-02", "hertfordshire-2021-01-to-2022-01"]
)
def test_districts_by_month_and_type_equal_a_plain_count(
    areas: None, load: Loaded, ask: Ask, shared: Path, folder: str
) -> None:
    files = shared / "data/police" / folder
    placed = districts(shared / "data/geo")
    counted = Counter(
        (row["Month"], placed.get(row["LSOA code"]), row["Crime type"])
        for row in rows_of(files, "street")
    )
    made = load(files)
    assert made.set_aside == 0
    found = ask(
        "SELECT strftime(month, '%Y-%m'), if(named_only, NULL, district), type, sum(n)::INT "
        "FROM cube GROUP BY ALL"
    )
    assert {tuple(key): n for *key, n in found} == dict(counted)


def test_wards_equal_a_plain_count_by_the_stated_rule(
    areas: None, load: Loaded, ask: Ask, shared: Path
) -> None:
    geo = shared / "data/geo/lookups"
    files = shared / "data/police/hertfordshire-2021-01-to-2022-01"
    placed = districts(shared / "data/geo")
    with (geo / "herts_lsoa21_ward_district_population.csv").open(encoding="utf-8-sig") as file:
        today = {row["LSOA21CD"]: row for row in csv.DictReader(file)}
    later: dict[str, list[str]] = {}
    with (geo / "herts_lsoa11_to_lsoa21.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            later.setdefault(row["LSOA11CD"], []).append(row["LSOA21CD"])

    def ward(code: str) -> str | None:
        if code in today:
            return today[code]["WD25CD"]
        size = "census2021_usual_residents"
        known = [new for new in later.get(code, []) if new in today]
        at_home = [new for new in known if today[new]["LADCD"] == placed.get(code)] or known
        most = sorted(at_home, key=lambda new: (-int(today[new][size]), new))
        return today[most[0]]["WD25CD"] if most else None

    counted = Counter(ward(row["LSOA code"]) for row in rows_of(files, "street"))
    load(files)
    assert dict(ask("SELECT ward, sum(n)::INT FROM cube GROUP BY ward")) == dict(counted)


def test_six_older_lsoas_of_hertfordshire_are_split_over_wards(
    areas: None, load: Loaded, ask: Ask, shared: Path
) -> None:
    files = shared / "data/police/hertfordshire-2021-01-to-2022-01"
    split = [code for (code,) in ask("SELECT lsoa FROM places WHERE is_ward_split")]
    assert len(split) == 6
    touched = sum(row["LSOA code"] in split for row in rows_of(files, "street"))
    load(files)
    with store.opened() as asked:
        told = queries.placing(asked)
    assert told.ward_split == touched > 0


def test_what_has_no_place_and_what_lies_outside_is_reported(
    areas: None, load: Loaded, shared: Path
) -> None:
    files = shared / "data/police/hertfordshire-2021-01-to-2022-01"
    placed = districts(shared / "data/geo")
    rows = rows_of(files, "street")
    load(files)
    with store.opened() as asked:
        told = queries.placing(asked)
    assert told.rows == len(rows)
    assert told.unplaced == sum(not row["LSOA code"] for row in rows)
    outside = sum(bool(row["LSOA code"]) and row["LSOA code"] not in placed for row in rows)
    assert told.named_only == outside > 0


def test_months_that_are_missing_are_named(load: Loaded, shared: Path) -> None:
    load(
        shared / "data/police/hertfordshire-2018-10-to-2019-02",
        shared / "data/police/hertfordshire-2021-01-to-2022-01",
    )
    street = next(each for each in queries.coverage() if each.dataset == "street")
    assert (street.force, street.force_name) == ("hertfordshire", "Hertfordshire Constabulary")
    assert len(street.months) == 18
    assert [f"{month:%Y-%m}" for month in street.missing][::21] == ["2019-03", "2020-12"]


def test_codes_of_2021_are_taken_beside_those_of_2011(load: Loaded, ask: Ask, shared: Path) -> None:
    files = shared / "data/police/city-of-london-2024-01-to-2025-12"
    made = load(files)
    rows = rows_of(files, "street")
    assert made.taken == len(rows)
    (told,) = ask("SELECT sum(n)::INT FROM cube WHERE district_name = 'City of London'")
    assert told == (sum(row["LSOA name"].startswith("City of London 0") for row in rows),)


def test_stops_and_those_searched_equal_a_plain_count(load: Loaded, ask: Ask, shared: Path) -> None:
    files = shared / "data/police/stop-and-search-2019-12-to-2020-02"
    rows = rows_of(files, "stop-and-search")
    made = load(files)
    assert made.taken + made.set_aside == len(rows)
    counted = Counter(row["Object of search"] or None for row in rows)
    assert dict(ask("SELECT object, count(*)::INT FROM stops GROUP BY object")) == dict(counted)
    assert ask("SELECT sum(n)::INT FROM searched") == [(len(rows),)]


def test_outcomes_equal_a_plain_count(load: Loaded, ask: Ask, shared: Path) -> None:
    files = shared / "data/police/hertfordshire-2021-01-to-2022-01"
    counted = Counter((row["Month"], row["Outcome type"]) for row in rows_of(files, "outcomes"))
    load(files)
    found = ask(
        "SELECT strftime(month, '%Y-%m'), outcome, count(*)::INT FROM outcomes GROUP BY ALL"
    )
    assert {tuple(key): n for *key, n in found} == dict(counted)


def test_answers_say_how_many_rows_the_rules_of_placing_touched(
    areas: None, load: Loaded, ask: Ask, shared: Path
) -> None:
    files = shared / "data/police/hertfordshire-2021-01-to-2022-01"
    load(files)
    split = {code for (code,) in ask("SELECT lsoa FROM places WHERE is_split")}
    rows = rows_of(files, "street")
    touched = sum(row["LSOA code"] in split for row in rows)
    placed = districts(shared / "data/geo")
    outside = sum(bool(row["LSOA code"]) and row["LSOA code"] not in placed for row in rows)
    with asking.opened() as asked:
        wards = asking.counts(asked, asking.Scope(), by=("area",), kind="ward").told
        everywhere = asking.counts(asked, asking.Scope(), by=("area",)).told
        county = asking.counts(asked, asking.scope(asked, area="E10000015"), by=("month",)).told
        ranked = asking.rank(asked, asking.scope(asked, area="Watford"), kind="lsoa").told
    assert f"{touched:,} lie in older LSOAs that were split" in wards.notes[0]
    assert f"{outside:,} lie in LSOAs outside the look-ups" in wards.notes[1]
    assert [note[:60] for note in everywhere.notes] == [wards.notes[1][:60]]
    assert county.notes == ()
    assert "Watford 009I" in ranked.notes[0] and "the other parts too few" in ranked.notes[0]
    # Of today's LSOAs alone: those of 2011 have people of another year.
    assert "rate over people of 2021;" in "; ".join(ranked.method)
