"""Areas promise: ONS files as they come, older areas placed into today's by a rule that is told."""

import json
import zipfile
from pathlib import Path

import pytest

from frankpledge.evidence import changes, queries
from frankpledge.evidence.areas.columns import recognised
from frankpledge.partnership.models import Area
from frankpledge.record.errors import Refused
from tests.evidence.conftest import BY, Ask, Loaded
from tests.evidence.makers import crime, squares, street, table

pytestmark = pytest.mark.django_db

WARDS = """LSOA21CD,LSOA21NM,WD25CD,WD25NM,LADCD,LADNM,census2021_usual_residents
E01900001,Marshwick 001A,E05900001,Mill,E07900001,Marshwick,1000
E01900002,Marshwick 001B,E05900001,Mill,E07900001,Marshwick,1500
E01900003,Marshwick 002A,E05900002,Fen,E07900001,Marshwick,2000
"""
# 008 was split over 001B and 002A, which lie in two wards; 009 is 001A by an older code.
LATER = """LSOA11CD,LSOA11NM,LSOA21CD,CTYUA21NM
E01900008,Marshwick 001C,E01900002,Loamshire
E01900008,Marshwick 001C,E01900003,Loamshire
E01900009,Marshwick 001D,E01900001,Loamshire
"""


def given(folder: Path) -> list[Path]:
    counties = "LAD25CD,LAD25NM,UTLACD\nE07900001,Marshwick,E10900001\n"
    return [
        table(folder, "wards.csv", WARDS),
        table(folder, "later.csv", LATER),
        table(folder, "counties.csv", counties),
    ]


@pytest.mark.parametrize(
    ("heading", "what", "kind", "year"),
    [
        ("LSOA11CD", "code", "lsoa", 2011),
        ("LSOA21NM", "name", "lsoa", 2021),
        ("MSOA21CD", "code", "msoa", 2021),
        ("WD25CD", "code", "ward", 2025),
        ("LAD17NM", "name", "district", 2017),
        ("LADCD", "code", "district", None),
        ("LADCD_ACTIVE", "code", "district", None),
        ("UTLACD", "code", "county", None),
        ("CTYUA21NM", "name", "county", 2021),
        ("LSOA 2021 Code", "code", "lsoa", 2021),
        ("\ufeffLAD25CD", "code", "district", 2025),
        ("AREACD", "code", "", None),
        ("mid2018_population", "residents", "", 2018),
        ("census2021_usual_residents", "residents", "", 2021),
        ("Number of households 2021", "households", "", 2021),
    ],
)
def test_the_columns_of_ons_files_are_known(
    heading: str, what: str, kind: str, year: int | None
) -> None:
    (found,) = recognised([heading])
    assert (found.what, found.kind, found.year) == (what, kind, year)


def test_other_columns_are_left_alone() -> None:
    assert recognised(["FID", "GlobalID", "BNG_E", "LSOA11NMW", "CSP17CD", "LONG"]) == []


def test_an_older_area_goes_to_the_newer_one_with_most_residents_and_says_so(
    ask: Ask, tmp_path: Path
) -> None:
    changes.load_areas(paths=given(tmp_path), by=BY)
    found = ask("SELECT lsoa, lsoa_now, ward, is_split, is_ward_split FROM places ORDER BY lsoa")
    assert found == [
        ("E01900001", "E01900001", "E05900001", False, False),
        ("E01900002", "E01900002", "E05900001", False, False),
        ("E01900003", "E01900003", "E05900002", False, False),
        ("E01900008", "E01900003", "E05900002", True, True),
        ("E01900009", "E01900001", "E05900001", False, False),
    ]


def test_a_sliver_in_another_district_takes_no_rows_with_it(ask: Ask, tmp_path: Path) -> None:
    over = "E01900004,Elm 001A,E05900004,Elm,E07900002,Elm,9000\n"
    older = "LSOA11CD,LADCD\nE01900008,E07900001\n"
    later = "LSOA11CD,LSOA21CD\nE01900008,E01900002\nE01900008,E01900004\n"
    paths = [
        table(tmp_path, "wards.csv", WARDS + over),
        table(tmp_path, "older.csv", older),
        table(tmp_path, "later.csv", later),
    ]
    changes.load_areas(paths=paths, by=BY)
    found = ask("SELECT lsoa_now, district, is_split FROM places WHERE lsoa = 'E01900008'")
    assert found == [("E01900002", "E07900001", True)]


def test_a_county_named_in_one_file_and_coded_in_another_is_one(ask: Ask, tmp_path: Path) -> None:
    changes.load_areas(paths=given(tmp_path), by=BY)
    assert ask("SELECT code, name FROM areas WHERE kind = 'county'") == [("E10900001", "Loamshire")]
    assert ask("SELECT DISTINCT district, county FROM places") == [("E07900001", "E10900001")]


def test_larger_areas_carry_the_sum_of_their_lsoas(ask: Ask, tmp_path: Path) -> None:
    changes.load_areas(paths=given(tmp_path), by=BY)
    found = dict(ask("SELECT code, residents FROM sizes WHERE year = 2021 AND code[:3] <> 'E01'"))
    assert found == {
        "E05900001": 2500,
        "E05900002": 2000,
        "E07900001": 4500,
        "E10900001": 4500,
    }


def test_no_sum_is_told_where_a_part_of_it_is_not_known(ask: Ask, tmp_path: Path) -> None:
    text = WARDS.replace(",1500\n", ",\n")
    changes.load_areas(paths=[table(tmp_path, "wards.csv", text)], by=BY)
    found = dict(ask("SELECT code, residents FROM sizes"))
    assert "E05900001" not in found and "E07900001" not in found
    assert found["E05900002"] == 2000


def test_what_was_loaded_before_is_placed_by_areas_that_come_later(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    load(
        street(tmp_path, "2021-04", [crime(LSOA_code="E01900008", LSOA_name="Marshwick 001C")] * 3)
    )
    placed = "SELECT lsoa, lsoa_now, ward, district, district_name, named_only, n FROM cube"
    assert ask(placed) == [("E01900008", None, None, None, "Marshwick", True, 3)]
    changes.load_areas(paths=given(tmp_path), by=BY)
    assert ask(placed) == [
        ("E01900008", "E01900003", "E05900002", "E07900001", "Marshwick", False, 3)
    ]


def test_outside_the_look_ups_the_name_tells_the_district(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    changes.load_areas(paths=given(tmp_path), by=BY)
    rows = [
        crime(LSOA_code="E01999999", LSOA_name="Marshwick 044B"),
        crime(LSOA_code="E01888888", LSOA_name="St Elm's, Far 001A"),
    ]
    load(street(tmp_path, "2021-04", rows))
    found = ask("SELECT lsoa_now, district, district_name, named_only FROM cube ORDER BY ALL")
    assert found == [
        (None, "E07900001", "Marshwick", True),
        (None, None, "St Elm's, Far", True),
    ]


def test_a_merged_district_leads_to_the_one_that_followed(
    load: Loaded, ask: Ask, tmp_path: Path
) -> None:
    merger = (
        "LAD19CD,LAD19NM,LAD21CD,LAD21NM\n"
        "E07900004,Marshwick,E06900060,Greater Elm\n"
        "E07900005,Thorpe,E06900060,Greater Elm\n"
        "E07900006,Unmoved,E07900006,Unmoved\n"
    )
    changes.load_areas(paths=[table(tmp_path, "mergers.csv", merger)], by=BY)
    load(street(tmp_path, "2021-04", [crime()]))
    assert ask("SELECT district, district_name, county FROM cube") == [
        ("E06900060", "Greater Elm", "E06900060")
    ]
    found = ask("SELECT name, is_current, followed_by FROM areas ORDER BY code")
    assert found == [
        ("Greater Elm", True, None),
        ("Marshwick", False, "E06900060"),
        ("Thorpe", False, "E06900060"),
        ("Unmoved", True, None),
    ]


def test_a_corrected_look_up_takes_the_place_of_the_old(ask: Ask, tmp_path: Path) -> None:
    changes.load_areas(paths=given(tmp_path), by=BY)
    mended = WARDS.replace(
        "E01900001,Marshwick 001A,E05900001,Mill", "E01900001,Marshwick 001A,E05900002,Fen"
    )
    changes.load_areas(paths=[table(tmp_path, "wards.csv", mended)], by=BY)
    assert ask("SELECT ward FROM places WHERE lsoa = 'E01900001'") == [("E05900002",)]
    assert Area.objects.filter(code="E01900001").count() == 1


def test_neighbours_share_a_border(ask: Ask, tmp_path: Path) -> None:
    codes = ["E01900001", "E01900002", "E01900003"]
    changes.load_areas(paths=[squares(tmp_path, codes)], by=BY)
    assert queries.neighbours(kind="lsoa") == [
        ("E01900001", "E01900002"),
        ("E01900002", "E01900003"),
    ]
    first = queries.outlines(kind="lsoa")[0]
    assert (first.code, first.name) == ("E01900001", "Marshwick 001A")
    assert sorted(set(first.rings[0])) == [(0, 51), (0, 51.1), (0.1, 51), (0.1, 51.1)]


def test_outlines_are_found_within_a_district_or_a_ward(tmp_path: Path) -> None:
    codes = ["E01900001", "E01900002", "E01900003"]
    changes.load_areas(paths=[*given(tmp_path), squares(tmp_path, codes)], by=BY)
    for within, count in (("E07900001", 3), ("E10900001", 3), ("E05900001", 2), ("E07000000", 0)):
        assert len(queries.outlines(kind="lsoa", within=[within])) == count


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("x.csv", "a,b\n1,2\n", "no column of area codes"),
        ("x.csv", "LSOA21CD\n", "No area was found"),
        ("x.geojson", '{"type": "FeatureCollection"}', "not GeoJSON with a list of features"),
        ("x.geojson", "{", "not GeoJSON"),
    ],
)
def test_what_holds_no_areas_is_refused_in_words(
    tmp_path: Path, name: str, text: str, says: str
) -> None:
    with pytest.raises(Refused, match=says):
        changes.load_areas(paths=[table(tmp_path, name, text)], by=BY)
    assert not Area.objects.exists()


def test_outlines_in_metres_are_refused_in_words(tmp_path: Path) -> None:
    path = squares(tmp_path, ["E01900001"])
    held = json.loads(path.read_text())
    ring = held["features"][0]["geometry"]["coordinates"][0]
    held["features"][0]["geometry"]["coordinates"][0] = [[x * 5e5, y * 4e3] for x, y in ring]
    path.write_text(json.dumps(held))
    with pytest.raises(Refused, match="not in longitude and latitude"):
        changes.load_areas(paths=[path], by=BY)


def _feature(geometry: object) -> bytes:
    said = {"WD25CD": "E05900001", "WD25NM": "Mill"}
    return json.dumps({"features": [{"properties": said, "geometry": geometry}]}).encode()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("w.csv", b'WD25CD,WD25NM\nE05900001,"' + b"x" * 140_000 + b'"\n', "a cell far too long"),
        ("w.csv", b"WD25CD,WD25NM\nE05900001," + b"x" * 121 + b"\n", "over 120 letters: xxxx"),
        ("w.geojson", b'{"features":' + b"[" * 200_000, "is not GeoJSON"),
        ("w.geojson", _feature({"type": "Polygon", "coordinates": []}), "E05900001 is empty"),
        ("w.geojson", _feature({"type": "GeometryCollection", "geometries": []}), "not an area"),
    ],
)
def test_a_broken_file_of_areas_is_refused_in_words(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Refused, match=says):
        changes.load_areas(paths=[path], by=BY)


def test_a_zip_packed_in_a_way_nobody_knows_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "areas.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("wards.csv", WARDS)
    data = bytearray(path.read_bytes())
    for at in (8, data.find(b"PK\x01\x02") + 10):
        data[at : at + 2] = (99).to_bytes(2, "little")
    path.write_bytes(data)
    with pytest.raises(Refused, match="cannot be read"):
        changes.load_areas(paths=[path], by=BY)
