"""Before there are figures, the pages say what is needed and who can see to it."""

import io
import json
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.evidence.models import Load
from frankpledge.partnership.changes import add_area
from frankpledge.partnership.models import Area
from frankpledge.record.models import Line
from tests.evidence.conftest import home  # noqa: F401  a folder of its own for each test
from tests.small import BY, Small

SETTINGS = "/desk/marsh/settings/areas/"
AREAS = "/desk/marsh/evidence/areas/"
PAGES = ["", "types/burglary/", "types/burglary/step/", "places/E05000001/", "county/", "ask/"]


@pytest.fixture
def known(small: Small) -> list[Area]:
    small.partnership.areas.clear()
    return [
        add_area(code="E10000099", kind="county", vintage=2024, name="Loamshire", by=BY),
        add_area(code="E07000098", kind="district", vintage=2024, name="Marshwick", by=BY),
        add_area(code="E07000097", kind="district", vintage=2024, name="Thornhay", by=BY),
        add_area(code="E10000098", kind="county", vintage=2024, name="Thornhay", by=BY),
    ]


@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_what_is_needed_first(page: str, known: list[Area], alice: Client) -> None:
    shown = alice.get(f"/desk/marsh/evidence/{page}").content.decode()
    assert "Before there are figures" in shown
    assert "Done: 4 counties and districts" in shown
    assert f'href="{SETTINGS}"' in shown and 'href="/desk/marsh/evidence/data/load/"' in shown


def test_whoever_cannot_see_to_it_reads_who_can(
    known: list[Area], alice: Client, rita: Client
) -> None:
    shown = rita.get("/desk/marsh/evidence/").content.decode()
    assert "Alice Archer can do this for you." in shown
    assert SETTINGS not in shown and "data/load/" not in shown
    assert rita.get(SETTINGS).status_code == 404


def named(client: Client, small: Small, *lines: str, version: int | None = None):  # type: ignore[no-untyped-def]
    small.partnership.refresh_from_db()
    seen = small.partnership.version if version is None else version
    return client.post(SETTINGS, {"areas": "\n".join(lines), "version": str(seen)})


def test_places_are_named_by_name_or_code(small: Small, known: list[Area], alice: Client) -> None:
    assert named(alice, small, "marshwick", "E07000097").status_code == 302
    assert {area.name for area in small.partnership.areas.all()} == {"Marshwick", "Thornhay"}
    line = Line.objects.filter(chain=small.partnership.chain).last()
    assert line and line.verb == "partnership.areas-named"
    assert "Marshwick, Thornhay" in alice.get("/desk/marsh/settings/").content.decode()
    # A name that two areas bear comes back as the code.
    assert "E07000097" in alice.get(SETTINGS).content.decode()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Marshwik", "No district or county is known as Marshwik. Is it Marshwick?"),
        ("Thornhay", "2 areas are called Thornhay: type the code"),
        ("E05000001", "No district or county is known as E05000001."),
    ],
)
def test_what_is_not_known_is_said(
    said: str, answer: str, small: Small, known: list[Area], alice: Client
) -> None:
    page = named(alice, small, "Loamshire", said)
    assert page.status_code == 422 and answer in page.content.decode()
    assert not small.partnership.areas.exists()


def test_the_second_of_two_sees_what_the_first_named(
    small: Small, known: list[Area], alice: Client
) -> None:
    small.partnership.refresh_from_db()
    before = small.partnership.version
    named(alice, small, "Marshwick")
    late = named(alice, small, "Loamshire", version=before)
    assert late.status_code == 409 and "Marshwick" in late.content.decode()
    assert [area.name for area in small.partnership.areas.all()] == ["Marshwick"]
    small.partnership.refresh_from_db()
    after = small.partnership.version
    named(alice, small, "Marshwick")
    small.partnership.refresh_from_db()
    assert small.partnership.version == after  # nothing changed


def geojson() -> bytes:
    ring = [[0, 51], [0.1, 51], [0.1, 51.1], [0, 51.1], [0, 51]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    said = {"LAD24CD": "E07000098", "LAD24NM": "Marshwick"}
    feature = {"type": "Feature", "properties": said, "geometry": shape}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()


def test_a_file_of_areas_goes_in_from_the_desk(
    known: list[Area], alice: Client, rita: Client
) -> None:
    sent = alice.post(f"{AREAS}load/", {"file": SimpleUploadedFile("lad.geojson", geojson())})
    assert sent.status_code == 302 and Load.objects.get().kind == "areas"
    page = rita.get(AREAS).content.decode()
    cells = '<th scope="row">Districts</th><td>2024</td><td class="fp-r">2</td><td class="fp-r">1<'
    assert cells in page and "Load files of areas" not in page
    bad = alice.post(f"{AREAS}load/", {"file": SimpleUploadedFile("no.csv", b"a,b\n1,2\n")})
    assert bad.status_code == 422 and "no column of area codes" in bad.content.decode()
    assert rita.get(f"{AREAS}load/").status_code == 404


def lookup(name: str = "wards.csv", text: str = "WD24CD,WD24NM\nE05000001,Castle\n"):  # type: ignore[no-untyped-def]
    return SimpleUploadedFile(name, text.encode())


def zipped(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("_", "."), text)
    return held.getvalue()


def test_several_files_and_a_zip_of_areas_go_in_at_once(known: list[Area], alice: Client) -> None:
    packed = zipped(lad_geojson=geojson(), read_me=b"what this is")
    files = [lookup(), lookup(text="WD24CD,WD24NM\nE05000002,Priory\n")]
    sent = alice.post(f"{AREAS}load/", {"file": [*files, SimpleUploadedFile("ons.zip", packed)]})
    assert sent.status_code == 302
    page = alice.get(sent["Location"]).content.decode()
    assert page.count("wards.csv") == 2 and "ons.zip: lad.geojson" in page
    assert "Left out, since they are not tables: ons.zip: read.me." in page
    assert set(Area.objects.filter(kind="ward").values_list("name", flat=True)) == {
        "Castle",
        "Priory",
    }


def test_each_bad_file_of_areas_has_its_sentence_and_none_is_loaded(
    known: list[Area], alice: Client
) -> None:
    files = [lookup(), lookup("no.csv", "a,b\n1,2\n"), lookup("empty.csv", "WD24CD,WD24NM\n")]
    sent = alice.post(f"{AREAS}load/", {"file": files})
    said = sent.content.decode()
    assert sent.status_code == 422
    assert "no.csv has no column of area codes" in said
    assert "No area was found in empty.csv" in said
    assert not Load.objects.exists() and not Area.objects.filter(kind="ward").exists()
    assert "Choose the files" in alice.post(f"{AREAS}load/", {}).content.decode()
    damaged = alice.post(f"{AREAS}load/", {"file": SimpleUploadedFile("ons.zip", b"PK\x03\x04")})
    assert "ons.zip is not a whole zip file" in damaged.content.decode()


def test_areas_that_were_merged_are_named_with_what_followed(
    known: list[Area], alice: Client
) -> None:
    gone, after = known[2], known[1]
    gone.followed_by = after
    gone.save()
    page = alice.get(AREAS).content.decode()
    assert "E07000097" in page and "now Marshwick" in page
