"""Of two districts added up and each by itself, nobody can work out what is held back in either."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from frankpledge.evidence import changes, queries
from frankpledge.evidence.store import reading
from frankpledge.partnership.models import Area, Partnership
from tests.makers import CLERK
from tests.oracles import small
from tests.public import town_figures as county
from tests.public.conftest import Town, text_of
from tests.public.scraped import cells_of, printed_in

pytestmark = pytest.mark.django_db
FIGURES = "/marshwick/figures/"
FIRST, SECOND = county.DISTRICT, "E07900002"
# The second district is the first under other codes, with other numbers.
OTHER = {"E0590000": "E0591000", "E0190": "E0191", FIRST: SECOND, "Marshwick": "Fenborough"}
NOW: county.Counts = {
    "Fen End": (20, 6, 9, 3, 0, 7),
    "Holm": (51, 4, 22, 8, 0, 1),
    "Levels": (33, 19, 2, 11, 1, 40),
    "Northgate": (18, 9, 13, 2, 0, 5),
    "Quay Street": (70, 31, 24, 15, 2, 66),
    "Saltby": (44, 3, 17, 6, 0, 29),
}
Load = Callable[[county.Counts, county.Counts], None]
Pages = dict[str, str]


def as_other(text: str) -> str:
    for ours, theirs in OTHER.items():
        text = text.replace(ours, theirs)
    return text


def as_ours(text: str) -> str:
    return text.replace("E0591000", "E0590000")


@pytest.fixture
def load(settings: LazySettings, tmp_path: Path) -> Iterator[Load]:
    settings.HOME = tmp_path / "home"
    ours = county.areas(tmp_path)
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    for path in ours:
        (theirs / path.name).write_text(as_other(path.read_text()))
    changes.load_areas(paths=[*ours, theirs], by=CLERK)
    count = iter(range(9))

    def loaded(first: county.Counts, second: county.Counts) -> None:
        at = next(count)
        files = county.crimes(tmp_path / f"a{at}", first)
        others = county.crimes(tmp_path / f"b{at}", second)
        for path in others.rglob("*.csv"):
            rows = as_other(path.read_text()).split("\n", 1)[1]
            with (files / path.relative_to(others)).open("a") as both:
                both.write(rows)
        changes.load_evidence(paths=[files], by=CLERK)

    yield loaded
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()


@pytest.fixture
def shown(town: Town, load: Load) -> Partnership:
    load(county.NOW, NOW)
    town.partnership.areas.set(Area.objects.filter(code__in=(FIRST, SECOND)))
    changes.show_to_public(partnership=town.partnership, by=CLERK)
    return town.partnership


def pages_of(reader: Client, area: str) -> Pages:
    """By address without the area, as a reader of one district sees them."""
    kinds = [f"kinds/{name.lower().replace(' ', '-')}/" for name in county.TYPES]
    paths = ["", "months.csv", "places.csv", *kinds]
    asked = f"?area={area}" if area else ""
    return {at: told(reader, f"{FIGURES}{at}{asked}") for at in paths}


def wards_of(reader: Client, area: str) -> Pages:
    codes = [as_other(code) if area == SECOND else code for code in county.CODES.values()]
    return {f"wards/{code}/": told(reader, f"{FIGURES}wards/{code}/") for code in codes}


def told(reader: Client, address: str) -> str:
    """A page without the number of the state that it was made from."""
    return re.sub(r"state \d+ of", "state of", text_of(reader.get(address))).removeprefix("\ufeff")


def everything(reader: Client) -> dict[str, Pages]:
    each = {area: {**pages_of(reader, area), **wards_of(reader, area)} for area in (FIRST, SECOND)}
    return {"": pages_of(reader, ""), **each}


def test_other_counts_behind_the_gaps_of_both_make_the_very_same_pages(
    shown: Partnership, reader: Client, load: Load
) -> None:
    before = everything(reader)
    twins = []
    for area, counts in ((FIRST, county.NOW), (SECOND, NOW)):
        pages = {as_ours(at): as_ours(page) for at, page in before[area].items()}
        printed = printed_in(pages, "2020-04")
        hidden = {cell: n for cell, n in cells_of(counts).items() if 0 < n < 5}
        found = small.ranges(printed)
        assert len(hidden) >= 3
        for cell in hidden:
            low, high = found[cell]
            assert low < high, (area, cell)
        twin = small.another(printed, cells_of(counts), below=5)
        assert twin
        twins.append({w: tuple(twin[w, name] for name in county.TYPES) for w in county.WARDS})
    load(*twins)
    after = everything(reader)
    for area, pages in before.items():
        for address, page in pages.items():
            assert after[area][address] == page, (area, address)


def test_all_together_names_no_ward(shown: Partnership, reader: Client) -> None:
    for address, page in pages_of(reader, "").items():
        assert not any(word in page for word in (*county.WARDS, "/wards/", "E0590", "E0591")), (
            address
        )


FEW: county.Counts = dict.fromkeys(county.WARDS, (2, 0, 0, 0, 0, 0))


def test_a_month_that_a_small_districts_force_lacks_is_in_no_sum(
    shown: Partnership, tmp_path: Path
) -> None:
    first, both = county.crimes(tmp_path / "big", county.NOW), tmp_path / "two"
    others = county.crimes(tmp_path / "small", FEW, FEW)
    both.mkdir()
    for path in first.rglob("*.csv"):
        (both / path.name).write_text(path.read_text())
    for path in others.rglob("*.csv"):
        name = path.name.replace("loamshire", "fenshire")
        if not name.startswith("2021-03"):
            rows = as_other(path.read_text()).replace("Loamshire", "Fenshire")
            (both / name).write_text(rows)
    changes.load_evidence(paths=[both], by=CLERK)
    march = 2021 * 12 + 2
    whole, ours = queries.released(shown), queries.released(shown, area=FIRST)
    assert march in ours.months and march not in whole.months
    assert whole.told.missing == ("Fenshire Constabulary March 2021",)
