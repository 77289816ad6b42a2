"""What pages show: the same figures as the questions behind them, and pictures that say them."""

from datetime import date
from operator import attrgetter
from pathlib import Path

import pytest

from frankpledge.evidence import asking, changes
from frankpledge.evidence.queries import screens
from frankpledge.evidence.queries.annex import annex_as_it_stands
from frankpledge.evidence.queries.frozen import evidence_as_it_stands
from frankpledge.evidence.queries.news import newest
from frankpledge.evidence.queries.screens.grounds import ground_of
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record.errors import Refused
from tests.evidence import asked as county
from tests.evidence.conftest import BY, Loaded
from tests.evidence.makers import crime, street
from tests.small import Small

pytestmark = pytest.mark.django_db


@pytest.fixture
def marshwick(small: Small, load: Loaded, tmp_path: Path) -> Partnership:
    changes.load_areas(paths=county.areas(tmp_path), by=BY)
    load(county.crimes(tmp_path / "files"), county.stops(tmp_path))
    small.partnership.areas.set(Area.objects.filter(code=county.MARSHWICK))
    return small.partnership


def test_home_puts_first_what_chance_does_not_explain(
    marshwick: Partnership, load: Loaded, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-04", [crime("2021-04", Crime_type="Drugs")] * 300))
    found = screens.home(marshwick)
    assert found.area.name == "Marshwick"
    first = found.rows[0]
    assert (first.type, first.change.verdict) == ("Drugs", "more")
    assert found.finding == first.change.sentence
    assert found.months
    assert "above the usual range" in found.months.title
    assert found.kinds[0].name == "Drugs" and found.kinds[0].signal
    assert {each.name for each in found.kinds} == set(found.names) == set(county.TYPES)
    assert found.told.lines[0] in found.months.source


def test_several_areas_together_are_the_sum_of_each(marshwick: Partnership) -> None:
    marshwick.areas.set(Area.objects.filter(code__in=(county.MARSHWICK, county.FENBOROUGH)))
    whole = screens.home(marshwick)
    each = [screens.home(marshwick, area=code) for code in (county.MARSHWICK, county.FENBOROUGH)]
    assert [area.name for area in whole.frame.areas] == [
        "Fenborough and Marshwick",
        "Fenborough",
        "Marshwick",
    ]
    for kind in whole.kinds:
        parts = [found for home in each for found in home.kinds if found.name == kind.name]
        assert kind.count == sum(part.count for part in parts)
        people = sum(part.rate.people for part in parts if part.rate)
        assert kind.rate and kind.rate.people == people
        assert kind.change and kind.change.before == sum(
            part.change.before for part in parts if part.change
        )
    assert [(part.name, part.code) for part in whole.parts] == [
        ("Fenborough", county.FENBOROUGH),
        ("Marshwick", county.MARSHWICK),
    ]
    for part, alone in zip(whole.parts, reversed(each), strict=True):
        assert part.count == sum(kind.count for kind in alone.kinds) and part.change and part.rate
        assert not alone.parts
    assert whole.ranks and {row[0] for row in whole.ranks.table.rows} == {
        "Fenborough",
        "Marshwick",
    }


def test_what_is_kept_and_told_of_several_areas_is_of_all_together(
    marshwick: Partnership,
) -> None:
    marshwick.areas.set(Area.objects.filter(code__in=(county.MARSHWICK, county.FENBOROUGH)))
    kept = evidence_as_it_stands(marshwick)
    assert kept["area"] == "Fenborough and Marshwick"
    annex = annex_as_it_stands(marshwick)
    assert annex["people"] == sum(county.PEOPLE.values())
    assert [row["name"] for row in annex["wards"]["rows"][:2]] == ["Fenborough", "Marshwick"]
    news = newest(marshwick, date(2021, 6, 1))
    assert "area Fenborough, Marshwick" in news.told.lines[4]


def test_of_areas_together_none_passes_for_nought_where_its_force_is_not_here(
    small: Small, load: Loaded, tmp_path: Path
) -> None:
    changes.load_areas(paths=county.areas(tmp_path), by=BY)
    files = tmp_path / "files"
    files.mkdir()
    for month in county.MONTHS[-26:]:
        street(files, month, [crime(month, LSOA_code=county.LSOAS[0])] * 9)
    first = county.MONTHS[-26]
    street(files, first, [crime(first, LSOA_code=county.LSOAS[11])] * 9, force="essex")
    load(files)
    both = (county.MARSHWICK, county.FENBOROUGH)
    small.partnership.areas.set(Area.objects.filter(code__in=both))
    found = screens.home(small.partnership)
    assert found.comparison is None
    assert found.why_none.startswith("Of Fenborough, May 2019 to April 2021 are missing")
    assert [(part.name, part.count) for part in found.parts] == [
        ("Fenborough", None),
        ("Marshwick", 9 * 12),
    ]
    assert screens.home(small.partnership, area=county.MARSHWICK).comparison


def test_home_says_why_nothing_is_compared(
    marshwick: Partnership, load: Loaded, tmp_path: Path
) -> None:
    load(street(tmp_path, "2021-06", [crime("2021-06")]))
    found = screens.home(marshwick)
    assert found.comparison is None
    assert "May 2021 is missing" in found.finding
    assert found.months


def test_a_type_has_its_months_its_season_and_its_places(marshwick: Partnership) -> None:
    found = screens.of_type(marshwick, "burglary", link=lambda code: f"/ward/{code}/")
    assert found.type == "Burglary"
    assert found.months
    assert found.season
    assert "places" in found.share
    assert {row.area_name for row in found.rows} == {"Ward 1", "Ward 2"}
    # No outlines of wards are loaded, and none is made up.
    assert found.places is None
    with pytest.raises(Refused, match="No type is published as Larceny"):
        screens.of_type(marshwick, "Larceny")


def test_a_ward_is_drawn_by_its_lsoas_and_only_ones_own(marshwick: Partnership) -> None:
    found = screens.ward(marshwick, "E05900001")
    assert (found.area.name, found.within.name) == ("Ward 1", "Marshwick")
    assert found.places
    assert "Marshwick 001A" in found.places.title
    with asking.opened() as asked:
        scope = asking.scope(asked, area="E05900001")
        assert found.comparison
        assert found.comparison.rows == asking.compare(asked, scope).rows
    with pytest.raises(Refused, match="Ward 4 does not lie in Marshwick"):
        screens.ward(marshwick, "E05900004")


def test_the_county_is_ranked_with_our_own_named(marshwick: Partnership) -> None:
    found = screens.county(marshwick, types=("Burglary",))
    assert (found.area.name, found.ours.name) == ("Loamshire", "Marshwick")
    assert found.ranked
    assert {each.area for each in found.ranked.rows} == {county.MARSHWICK, county.FENBOROUGH}
    assert found.ranks
    assert found.ranks.title.startswith("Marshwick ranks")
    assert {row.area_name for row in found.rows} == {"Marshwick", "Fenborough"}


def test_a_district_of_no_known_county_stands_beside_none(
    small: Small, load: Loaded, tmp_path: Path
) -> None:
    files = [each for each in county.areas(tmp_path) if each.name != "counties.csv"]
    changes.load_areas(paths=files, by=BY)
    load(county.crimes(tmp_path / "files", county.MONTHS[-2:]))
    small.partnership.areas.set(Area.objects.filter(code=county.MARSHWICK))
    with pytest.raises(Refused, match="No other districts stand beside Marshwick"):
        screens.county(small.partnership)


def test_without_an_area_or_evidence_the_reason_is_said(small: Small) -> None:
    small.partnership.areas.clear()
    with pytest.raises(Refused, match="No area is named"):
        screens.home(small.partnership)


def test_a_freeze_keeps_what_it_takes_to_tell_and_draw_it_again(marshwick: Partnership) -> None:
    found = evidence_as_it_stands(marshwick)
    home = screens.home(marshwick)
    assert found["area"] == "Marshwick"
    assert [row["type"] for row in found["rows"]] == [row.type for row in home.rows]
    assert [row["difference"] for row in found["rows"]] == [
        row.after - row.before for row in map(attrgetter("change"), home.rows)
    ]
    assert [chart["what"] for chart in found["charts"]] == ["All crime", *home.names]
    whole = found["charts"][0]
    assert len(whole["months"]) == len(whole["counts"]) == len(whole["kinds"])
    assert whole["told"][0].startswith("Source: ")


def test_a_freeze_without_evidence_says_why(small: Small) -> None:
    assert list(evidence_as_it_stands(small.partnership)) == ["why_none"]


def test_news_is_of_the_newest_month_and_names_its_place(
    marshwick: Partnership, load: Loaded, tmp_path: Path
) -> None:
    quiet = newest(marshwick, date(2021, 5, 20))
    load(street(tmp_path, "2021-04", [crime("2021-04", Crime_type="Drugs")] * 300))
    found = newest(marshwick, date(2021, 5, 20))
    assert not [piece for piece in quiet.pieces if piece.type == "Drugs"]
    first = found.pieces[0]
    assert first.type == "Drugs" and first.news.clear
    assert found.month and found.month.words == "April 2021"
    assert found.looked_at >= len(county.TYPES)
    assert newest(marshwick, date(2021, 5, 20)) == found


def test_a_map_is_made_ready_once_and_anew_when_areas_are_loaded(
    marshwick: Partnership, tmp_path: Path
) -> None:
    first = ground_of("lsoa", (county.MARSHWICK,))
    assert first
    assert ground_of("lsoa", (county.MARSHWICK,)) is first
    changes.load_areas(paths=county.areas(tmp_path), by=BY)
    assert ground_of("lsoa", (county.MARSHWICK,)) is not first
