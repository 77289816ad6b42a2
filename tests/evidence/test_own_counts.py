"""Counts of a partnership's own promise: asked like crime, and nothing counted twice."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from frankpledge.evidence import asking
from frankpledge.evidence.changes import load_counts
from frankpledge.evidence.engines import Engine
from frankpledge.figures.errors import CannotWorkOut
from frankpledge.partnership.models import Partnership
from frankpledge.record.errors import Refused
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Held
from tests.makers import a_partnership

pytestmark = pytest.mark.django_db
FIRES = county.fires()
DISTRICT = {ward: county.DISTRICTS[code] for code, ward in county.WARDS.items()}


@pytest.fixture
def asked(held: Held) -> Iterator[Engine]:
    with asking.opened(Partnership.objects.get(slug="marsh")) as engine:
        yield engine


def test_counts_equal_a_plain_count(asked: Engine) -> None:
    scope = asking.scope(asked, source="fires", start="2019-02", end="2020-06")
    found = asking.counts(asked, scope, by=("month", "area", "type"), kind="ward")
    due = {(m, ward, kind): n for m, ward, kind, n in FIRES if "2019-02" <= m <= "2020-06"}
    assert {(row.month, row.area, row.type): row.count for row in found.rows} == due
    assert {row.area_name for row in found.rows} == {"Ward 1", "Ward 2", "Ward 3", "Ward 4"}


def test_wards_make_up_their_districts_and_the_quarters_beside_them_are_left_out(
    asked: Engine,
) -> None:
    due: Counter[str] = Counter()
    for _, ward, _, n in FIRES:
        due[DISTRICT[ward]] += n
    found = asking.counts(asked, asking.scope(asked, source="fires"), by=("area",))
    assert {row.area: row.count for row in found.rows} == due
    assert "would count twice: those by quarter, of district." in " ".join(found.told.lines)
    quarters = asking.scope(asked, source="fires", grain="quarter")
    assert asking.counts(asked, quarters, by=()).total == 2 * 9999


def test_only_the_areas_and_kinds_asked_for_are_counted(asked: Engine) -> None:
    scope = asking.scope(asked, area="Ward 1", source="fires", types=["deliberate"])
    due = [n for _, ward, kind, n in FIRES if (ward, kind) == ("E05900001", "Deliberate")]
    found = asking.series(asked, scope)
    assert [each.value for each in found.observed] == due
    assert scope.what == "Deliberate in Ward 1"


def test_a_ward_without_a_row_had_none_and_a_month_without_any_is_missing(asked: Engine) -> None:
    scope = asking.scope(asked, area="E05900004", source="fires", start="2019-12", end="2020-02")
    found = asking.series(asked, scope)
    assert [each.value for each in found.observed][1:] == [0, 0]
    late = asking.scope(asked, source="fires", start="2021-03", end="2021-06")
    told = asking.counts(asked, late).told
    assert told.missing == ("fires May to June 2021",)
    assert told.months == ("2021-03", "2021-04")


def test_a_period_is_compared_with_the_year_before(asked: Engine) -> None:
    found = asking.compare(asked, asking.scope(asked, source="fires"), by=("type",))
    due: dict[str, list[int]] = {"Accidental": [0, 0], "Deliberate": [0, 0]}
    for month, _, kind, n in FIRES:
        if month >= "2019-05":
            due[kind][month >= "2020-05"] += n
    told = {row.type: [row.change.before, row.change.after] for row in found.rows}
    assert told == due
    assert found.after.words == "May 2020 to April 2021"


def test_what_is_kept_by_quarter_is_charted_by_quarter(asked: Engine) -> None:
    scope = asking.scope(asked, area="Marshwick", types=["calls"])
    found = asking.chart(asked, scope, baseline=8)
    assert [each.period for each in found.series.observed][:2] == [
        "2018-04..2018-06",
        "2018-07..2018-09",
    ]
    assert [int(each.value) for each in found.series.observed][:3] == [100, 101, 102]
    assert found.chart.points[-1].rule
    with pytest.raises(CannotWorkOut, match="figures by month"):
        asking.seasons(asked, scope)
    with pytest.raises(Refused, match="begin and end with whole ones"):
        asking.counts(asked, asking.scope(asked, source="calls", start="2018-05"))
    with pytest.raises(Refused, match="kept by quarter"):
        asking.compare(asked, asking.scope(asked, source="calls", start="2019-05", end="2020-04"))


def test_wards_are_ranked_by_their_own_counts(asked: Engine) -> None:
    scope = asking.scope(asked, area="Loamshire", source="fires")
    found = asking.rank(asked, scope, kind="ward", first="highest")
    due = Counter(dict.fromkeys(DISTRICT, 0))
    for _, ward, _, n in FIRES:
        due[ward] += n
    assert {row.area: row.count for row in found.rows} == due
    # Six LSOAs of the largest are three wards' people; of the smallest four thousand fewer.
    assert found.rows[0].area in ("E05900003", "E05900004")


def test_a_district_that_the_counts_never_name_had_not_none(held: Held, tmp_path: Path) -> None:
    """Its fires were never brought, and it does not come first with nought."""
    fens = a_partnership("fens")
    path = county.table(tmp_path, "fires.csv", f"{county.FIRES}\n2020-01,Ward 1,Deliberate,7\n")
    columns = {"period": "Month", "area": "Ward", "measure": "Kind", "n": "Fires"}
    load_counts(path=path, dataset="fires", partnership=fens, columns=columns, by=BY)
    with asking.opened(fens) as engine:
        scope = asking.scope(engine, area="Loamshire", source="fires")
        found = asking.rank(engine, scope, kind="ward")
        assert [(row.area, row.count) for row in found.rows] == [("E05900002", 0), ("E05900001", 7)]
        assert "in the districts they name" in " ".join(found.told.lines)
        with pytest.raises(Refused, match="two areas or more"):
            asking.rank(engine, scope, kind="district")
        with pytest.raises(Refused, match="No fires was brought of Ward 3"):
            asking.rank(engine, scope, kind="ward", among=["Ward 1", "Ward 3"])
        counted = asking.counts(engine, scope, by=())
        assert "Of 2 districts here fires name 1: Marshwick." in counted.told.notes
        with pytest.raises(Refused, match="would be too low"):
            asking.counts(engine, scope, by=(), per=1000)
        alone = asking.scope(engine, area="Marshwick", source="fires")
        assert asking.counts(engine, alone, by=(), per=1000).told.notes == ()
        made = asking.share(engine, scope, kind="ward").concentration
        assert (made.taken, made.places) == (1, 2)


def test_nobody_else_has_them(held: Held) -> None:
    with asking.opened() as everybody:
        with pytest.raises(Refused, match="none are loaded"):
            asking.scope(everybody, source="fires")
        with pytest.raises(Refused, match="No type is published as fires"):
            asking.scope(everybody, types=["fires"])
