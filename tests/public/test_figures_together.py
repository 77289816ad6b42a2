"""A partnership of several areas shows the public all of them together, and each by itself."""

import csv
import io

import pytest
from django.test import Client

from frankpledge.evidence import changes, queries
from frankpledge.partnership.models import Area, Partnership
from tests.evidence import asked as county
from tests.evidence.conftest import Held, held, home, loaded_once  # noqa: F401  fixtures
from tests.makers import CLERK
from tests.public.conftest import text_of

FIGURES = "/marsh/figures/"
KIND = f"{FIGURES}kinds/burglary/"
FENBOROUGH = f"?area={county.FENBOROUGH}"


@pytest.fixture
def marsh(held: Held) -> Partnership:  # noqa: F811
    partnership = Partnership.objects.get(slug="marsh")
    both = (county.MARSHWICK, county.FENBOROUGH)
    partnership.areas.set(Area.objects.filter(code__in=both))
    changes.show_to_public(partnership=partnership, by=CLERK)
    return partnership


def test_together_is_what_is_shown_first_and_is_the_sum(marsh: Partnership) -> None:
    whole = queries.released(marsh)
    parts = [queries.released(marsh, area=code) for code in (county.MARSHWICK, county.FENBOROUGH)]
    assert whole.area.name == "Fenborough and Marshwick"
    assert whole.people == sum(part.people or 0 for part in parts)
    for name in whole.types:
        sums = [sum(pair) for pair in zip(*(part.counts[name] for part in parts), strict=True)]
        assert list(whole.counts[name]) == sums
    assert whole.year
    assert [each.name for each in whole.places if each.code] == ["Fenborough", "Marshwick"]


def test_each_area_is_a_step_away_and_stays_chosen(marsh: Partnership, reader: Client) -> None:
    page = text_of(reader.get(FIGURES))
    assert "What was reported in Fenborough and Marshwick" in page
    assert f'<a href="{FIGURES}" aria-current="page">All 2 together</a>' in page
    assert f'<a href="{FIGURES}{FENBOROUGH}">Fenborough</a>' in page
    one = text_of(reader.get(f"{FIGURES}{FENBOROUGH}"))
    assert "What was reported in Fenborough" in one
    assert f'href="{KIND}{FENBOROUGH}"' in one and "Your ward" in one
    kind = text_of(reader.get(f"{KIND}{FENBOROUGH}"))
    assert "Burglary in Fenborough" in kind and f'<a href="{KIND}">All 2 together</a>' in kind
    assert f'href="?area={county.FENBOROUGH}&amp;picture=months&amp;as=csv"' in kind


def test_a_ward_is_found_in_whichever_area_it_lies(marsh: Partnership, reader: Client) -> None:
    page = text_of(reader.get(f"{FIGURES}wards/E05900004/"))
    assert f'href="{FIGURES}{FENBOROUGH}"' in page
    assert reader.get(f"{FIGURES}wards/E05900099/").status_code == 404


def test_tables_to_take_away_are_of_what_was_chosen(marsh: Partnership, reader: Client) -> None:
    for asked, names in (("", {"Fenborough and Marshwick"}), (FENBOROUGH, {"Fenborough"})):
        sheet = reader.get(f"{FIGURES}months.csv{asked}").content.decode("utf-8-sig")
        assert {row["Area name"] for row in csv.DictReader(io.StringIO(sheet))} == names
