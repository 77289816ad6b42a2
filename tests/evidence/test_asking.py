"""Questions asked of the evidence promise: the same as a slow count of the police's own rows."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from frankpledge.evidence import asking, changes
from frankpledge.evidence.engines import Engine
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.figures.harm import Weights
from frankpledge.record.errors import Refused
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Held, Loaded
from tests.oracles import evidence as slow
from tests.oracles import places as slow_places
from tests.oracles import seasons as slow_seasons

pytestmark = pytest.mark.django_db
YEAR = {"start": "2020-05", "end": "2021-04"}


@pytest.fixture
def files(held: Held) -> Path:
    return held.files


@pytest.fixture
def asked(files: Path) -> Iterator[Engine]:
    with asking.opened() as engine:
        yield engine


@pytest.fixture
def rows(files: Path) -> list[slow.Row]:
    return slow.rows_of(files)


@pytest.mark.parametrize("kind", ["county", "district", "ward", "lsoa"])
@pytest.mark.parametrize("by", [(), ("month",), ("area", "type"), ("month", "area", "type")])
def test_counts_equal_a_plain_count(
    asked: Engine, rows: list[slow.Row], kind: str, by: tuple[str, ...]
) -> None:
    found = asking.counts(asked, asking.scope(asked, **YEAR), by=by, kind=kind)
    told = {
        (row.month, row.area, "" if row.area else row.area_name, row.type): row.count
        for row in found.rows
    }
    chosen = slow.asked_for(rows, county.PLACED, **YEAR)
    assert told == slow.counts(chosen, county.PLACED, by, kind)
    assert found.total == len(chosen)


@pytest.mark.parametrize(
    ("area", "types"), [("Marshwick", ()), ("E05900001", ("Burglary",)), ("loamshire", ())]
)
def test_an_area_and_types_are_kept_to(
    asked: Engine, rows: list[slow.Row], area: str, types: tuple[str, ...]
) -> None:
    scope = asking.scope(asked, area=area, types=[each.upper() for each in types])
    assert scope.area
    chosen = slow.asked_for(rows, county.PLACED, area=scope.area.code, types=types)
    found = asking.counts(asked, scope, by=("month", "type"))
    told = {(row.month, "", "", row.type): row.count for row in found.rows}
    assert told == slow.counts(chosen, county.PLACED, ("month", "type"), "ward")


def test_rates_are_over_the_people_of_each_area(asked: Engine, rows: list[slow.Row]) -> None:
    scope = asking.scope(asked, area="Loamshire", **YEAR)
    found = asking.counts(asked, scope, by=("area",), kind="lsoa", per=1000)
    due = slow.rates(
        slow.asked_for(rows, county.PLACED, area=county.LOAMSHIRE, **YEAR),
        county.PLACED,
        "lsoa",
        county.PEOPLE,
    )
    told = {row.area: row.rate for row in found.rows}
    assert set(told) == set(due)
    for code, each in told.items():
        assert each
        assert each.rate == pytest.approx(float(due[code]), rel=1e-12)
        assert each.low < each.rate < each.high
    assert "people of 2021" in " ".join(found.told.lines)
    homes = asking.counts(asked, scope, by=("area",), kind="lsoa", per=1000, of="households")
    for row in homes.rows:
        assert row.rate and told[row.area]
        assert row.rate.rate == pytest.approx(2 * float(due[row.area]), rel=1e-12)
    with pytest.raises(Refused, match="No households are loaded"):
        asking.counts(asked, scope, by=("area",), kind="msoa", per=1000, of="households")


def test_a_period_is_compared_with_the_same_of_the_year_before(
    asked: Engine, rows: list[slow.Row]
) -> None:
    found = asking.compare(asked, asking.scope(asked, area="Marshwick", **YEAR))
    due = slow.before_and_after(
        slow.asked_for(rows, county.PLACED, area=county.MARSHWICK, start="2019-05", end="2020-04"),
        slow.asked_for(rows, county.PLACED, area=county.MARSHWICK, **YEAR),
    )
    assert {row.type: (row.change.before, row.change.after) for row in found.rows} == due
    assert found.before.words == "May 2019 to April 2020"
    assert {row.change.among for row in found.rows} == {len(due)}
    for row in found.rows:
        assert row.change.verdict in ("fewer", "more", "no clear change")
    newest = asking.compare(asked, asking.scope(asked, area="Marshwick"))
    assert newest.rows == found.rows


def test_what_chance_does_not_explain_is_named_with_its_direction(
    load: Loaded, asked: Engine, tmp_path: Path
) -> None:
    county.street(tmp_path, "2021-04", [county.crime("2021-04", LSOA_code=county.LSOAS[0])] * 200)
    load(tmp_path / "2021-04-loamshire-street.csv")
    with asking.opened() as now:
        found = asking.compare(now, asking.scope(now, area="Marshwick", start="2021-04"))
    (first, *_) = found.clear
    assert (first.type, first.change.verdict) == ("Burglary", "more")
    assert first.change.words == f"{200 - first.change.before} more"


def test_a_month_that_is_missing_is_not_passed_off_as_a_fall(load: Loaded, tmp_path: Path) -> None:
    changes.load_areas(paths=county.areas(tmp_path), by=BY)
    gone = [month for month in county.MONTHS if month != "2020-06"]
    load(county.crimes(tmp_path / "files", gone))
    with asking.opened() as asked:
        scope = asking.scope(asked, area="Marshwick", **YEAR)
        with pytest.raises(Refused, match="June 2020 is missing"):
            asking.compare(asked, scope)
        found = asking.counts(asked, scope)
        assert found.told.missing == ("Loamshire Constabulary June 2020",)
        assert "2020-06" not in [each.period for each in asking.series(asked, scope).observed]
        with pytest.raises(CannotWorkOut, match="May 2020 and July 2020"):
            asking.seasons(asked, asking.scope(asked, area="Marshwick"))


def test_ranks_follow_the_rates_and_say_what_cannot_be_told_apart(
    asked: Engine, rows: list[slow.Row]
) -> None:
    scope = asking.scope(asked, area="Loamshire", **YEAR)
    found = asking.rank(asked, scope, kind="lsoa", first="highest")
    chosen = slow.asked_for(rows, county.PLACED, area=county.LOAMSHIRE, **YEAR)
    due = slow.rates(chosen, county.PLACED, "lsoa", county.PEOPLE)
    for each in found.rows:
        assert each.rank.rank == 1 + sum(rate > due[each.area] for rate in due.values())
        assert each.rank.best <= each.rank.rank <= each.rank.worst
        assert each.rank.n == len(county.LSOAS)
    assert any(each.rank.best != each.rank.worst for each in found.rows)
    some = asking.rank(asked, scope, among=["Marshwick", "Fenborough"])
    assert sorted(each.area for each in some.rows) == [county.MARSHWICK, county.FENBOROUGH]


def test_of_all_ranked_the_ends_are_told_and_whether_chance_leaves_them_open(asked: Engine) -> None:
    wide = asking.rank(asked, asking.scope(asked, area="Loamshire"), kind="district")
    assert wide.sentence == (
        "Of 2, Marshwick is lowest and Fenborough is highest, by more than chance explains."
    )
    few = asking.scope(asked, area="Fenborough", start="2020-05", types=["Drugs"])
    said = asking.rank(asked, few, kind="ward", first="highest").sentence
    assert said.endswith("; by chance alone it could be the other way round.")


def test_months_in_a_row_and_their_sums(asked: Engine, rows: list[slow.Row]) -> None:
    scope = asking.scope(asked, area="Marshwick", types=["Burglary"])
    chosen = slow.asked_for(rows, county.PLACED, area=county.MARSHWICK, types=["Burglary"])
    due = slow.months(chosen, county.MONTHS)
    found = asking.series(asked, scope)
    assert [each.period for each in found.observed] == county.MONTHS
    assert [each.value for each in found.observed] == due
    rolled = asking.rolling(asked, scope).rolling
    assert [each.value for each in rolled] == slow.twelve_months(due)
    charted = asking.chart(asked, scope, steps={"2020-04": "a new system"}, baseline=12)
    limits = charted.chart.segments[0].limits
    assert limits.mean == pytest.approx(sum(due[:12]) / 12, rel=1e-12)
    assert charted.chart.segments[1].why == "a new system"


def test_the_season_is_the_ratio_to_the_months_about_it(
    asked: Engine, rows: list[slow.Row]
) -> None:
    found = asking.seasons(asked, asking.scope(asked, area="Loamshire"))
    chosen = slow.asked_for(rows, county.PLACED, area=county.LOAMSHIRE)
    due = slow_seasons.index(slow.months(chosen, county.MONTHS), 3)
    assert found.seasons.index == pytest.approx([float(each) for each in due], rel=1e-12)
    assert found.seasons.clear
    adjusted = asking.chart(asked, asking.scope(asked, area="Loamshire"), adjusted=True)
    assert adjusted.adjusted
    assert adjusted.adjusted.counted == tuple(slow.months(chosen, county.MONTHS))


def test_the_fewest_places_with_half_of_it(asked: Engine, rows: list[slow.Row]) -> None:
    scope = asking.scope(asked, area="Loamshire", **YEAR)
    found = asking.share(asked, scope)
    chosen = slow.asked_for(rows, county.PLACED, area=county.LOAMSHIRE, **YEAR)
    counted = Counter(slow.area_of(row, county.PLACED, "lsoa")[0] for row in chosen)
    every = [counted[code] for code in county.LSOAS]
    assert found.concentration.taken == slow_places.fewest_places(every, Fraction(1, 2))
    assert found.concentration.places == len(every)
    assert sum(row.count for row in found.rows) == found.concentration.held


def test_hot_spots_of_lsoas_by_the_printed_formula(asked: Engine, rows: list[slow.Row]) -> None:
    scope = asking.scope(asked, area="Loamshire")
    found = asking.of_lsoas(asked, scope)
    chosen = slow.asked_for(rows, county.PLACED, area=county.LOAMSHIRE)
    counted = Counter(slow.area_of(row, county.PLACED, "lsoa")[0] for row in chosen)
    values = [counted[code] for code in county.LSOAS]
    near = [
        {other for other in range(12) if abs(other % 4 - at % 4) + abs(other // 4 - at // 4) == 1}
        for at in range(12)
    ]
    assert [row.count for row in found.rows] == values
    z = slow_places.gi_star(values, near)
    assert [row.z for row in found.rows] == pytest.approx(z, rel=1e-9)
    assert found.history
    assert found.history.months == len(county.MONTHS)


def test_hexagons_count_every_point_inside_once(asked: Engine, rows: list[slow.Row]) -> None:
    scope = asking.scope(asked, area="Loamshire", **YEAR)
    found = asking.of_hexagons(asked, scope, width=800)
    inside = [
        row
        for row in slow.asked_for(rows, county.PLACED, **YEAR)
        if row["Longitude"] and 0 <= float(row["Longitude"]) <= 0.08
    ]
    assert sum(row.count for row in found.rows) == len(inside)
    assert any("no map can be finer" in line for line in found.told.lines)


def test_the_hours_of_the_week_are_those_of_stops(load: Loaded, tmp_path: Path) -> None:
    load(county.stops(tmp_path))
    due = slow.week(slow.rows_of(tmp_path, "stop-and-search"))
    with asking.opened() as asked:
        found = asking.hours(asked, force="loamshire")
        told = {
            (day, hour): n
            for day, row in enumerate(found.week.counts)
            for hour, n in enumerate(row)
            if n
        }
        assert sum(told.values()) == sum(due.values())
        # The files give Greenwich's hours, an hour behind the clocks of an English April.
        assert told == {
            ((day + (hour == 23)) % 7, (hour + 1) % 24): n for (day, hour), n in due.items()
        }
        with pytest.raises(Refused, match="No stops of fenland"):
            asking.hours(asked, force="fenland")


def test_harm_is_the_sum_of_weights_that_were_brought(asked: Engine, rows: list[slow.Row]) -> None:
    weights = Weights("A test's", date(2020, 1, 1), "days", {"Burglary": 20, "Drugs": 3})
    found = asking.harm(asked, asking.scope(asked, area="Marshwick"), weights)
    chosen = slow.asked_for(rows, county.PLACED, area=county.MARSHWICK)
    kinds = Counter(row["Crime type"] for row in chosen)
    assert found.harm.total == 20 * kinds["Burglary"] + 3 * kinds["Drugs"]
    assert found.harm.unweighed == {"Anti-social behaviour": kinds["Anti-social behaviour"]}


def test_small_counts_are_held_back_and_cannot_be_worked_out(asked: Engine) -> None:
    scope = asking.scope(asked, area="Loamshire", start="2021-04")
    found = asking.counts(asked, scope, by=("area", "type"), kind="lsoa")
    shown = asking.public(found)
    cells = [cell for row in shown.table.cells for cell in row if cell is not None]
    assert all(cell == 0 or cell >= 5 for cell in cells)
    assert shown.table.small > 0
    for row, total in zip(shown.table.cells, shown.table.row_totals or (), strict=True):
        if total is not None:
            assert row.count(None) != 1
    with pytest.raises(Refused, match="areas by types"):
        asking.public(asking.counts(asked, scope, by=("month", "area", "type")))


def test_every_answer_says_where_it_comes_from(asked: Engine) -> None:
    found = asking.counts(asked, asking.scope(asked, area="Marshwick", **YEAR), by=("month",))
    told = " ".join(found.told.lines)
    for words in (
        "Source: police.uk street-level crime as published by Loamshire Constabulary",
        "2020-05 to 2021-04, 12 months",
        "Missing: none",
        "Cut-off: files as loaded by",
        "Method:",
        "area Marshwick; types all; period May 2020 to April 2021; by month",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"area": "Nowhere"}, "No area is known by the code or name Nowhere."),
        ({"types": ["Burglry"]}, "No type is published as Burglry: there are Anti-social"),
        ({"start": "2030-01"}, "there are April 2018 to April 2021"),
        ({"start": "2021-02", "end": "2021-01"}, "give the earlier month first"),
        ({"start": "spring"}, "spring is not a month: write it as 2026-07."),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(
    asked: Engine, words: dict[str, str], said: str
) -> None:
    with pytest.raises(Refused) as refused:
        asking.scope(asked, **words)  # type: ignore[arg-type]
    assert said in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_months_that_are_not_here_are_said_with_those_that_are(asked: Engine) -> None:
    scope = asking.scope(asked, start="2015-01", end="2015-12")
    with pytest.raises(Refused, match="there are April 2018 to April 2021"):
        asking.counts(asked, scope)


def test_nothing_loaded_is_said() -> None:
    with asking.opened() as asked, pytest.raises(Refused, match="Nothing has been loaded yet"):
        asking.counts(asked, asking.Scope())
