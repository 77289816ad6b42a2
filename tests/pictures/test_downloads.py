"""Pictures to take away: whole without the page, and safe to open."""

import csv
import io
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from frankpledge.pictures.downloads import as_csv, png, standalone
from frankpledge.pictures.odds import odds
from frankpledge.pictures.picture import Table
from frankpledge.pictures.style import STYLE
from tests.pictures import kinds

SVG = "{http://www.w3.org/2000/svg}"
PAGE = Path(__file__).resolve().parents[2] / "frankpledge/ui/static/ui/pictures.css"


def test_the_file_carries_its_look_its_words_and_no_links() -> None:
    made = kinds.of([4.0, 5.0, 6.0, None, 7.0, 8.0, 3.0], "Castle")
    for picture in made.values():
        root = ElementTree.fromstring(standalone(picture))
        told = " ".join(" ".join(each.itertext()) for each in root.iter(f"{SVG}text"))
        assert picture.title in told and "Cut off 30 September 2026." in told
        assert root.find(f"{SVG}style") is not None and not list(root.iter(f"{SVG}a"))
        assert root.findtext(f"{SVG}desc") == picture.description


def test_the_page_has_the_same_look_as_the_file() -> None:
    assert PAGE.read_text().endswith(STYLE)


@pytest.mark.parametrize("kind", ["line", "map"])
def test_a_png_is_drawn_twice_as_fine(kind: str) -> None:
    picture = kinds.of([4.0, 5.0, 6.0, None, 7.0, 8.0], 'A "quoted" \\ #name')[kind]
    drawn = png(picture)
    assert drawn.startswith(b"\x89PNG")
    wide = struct.unpack(">I", drawn[16:20])[0]
    assert 1600 <= wide <= 1650


def test_no_cell_of_the_csv_comes_alive() -> None:
    cells = ("=1+1", "+44 20", "-3", "-1,204.5", "@SUM(A1)", "\t=1", "  =1", "-cmd|' /C calc'!A0")
    written = as_csv(Table(("Name",), tuple((cell,) for cell in cells)))
    assert written.startswith(b"\xef\xbb\xbf")
    read = [row[0] for row in csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))][1:]
    assert [each.startswith("'") for each in read] == [
        True, True, False, False, True, True, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(("chance", "full"), [(0, 0), (0.27, 2.7), (0.5, 5), (1, 10), (7, 10)])
def test_odds_fill_as_many_cells_as_chances_in_ten(chance: float, full: float) -> None:
    root = ElementTree.fromstring(odds(chance))
    cells = [each for each in root.iter("rect") if each.get("class") == "p-odds"]
    assert sum(float(each.get("width") or 0) for each in cells) == pytest.approx(full * 9, abs=0.1)
