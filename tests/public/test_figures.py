"""The figures for everybody: who may see them, what they say, and what they never give away."""

import csv
import html
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from frankpledge.evidence import changes, queries
from frankpledge.evidence.store import reading
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record.errors import Refused
from frankpledge.record.queries import newest_lines
from tests.makers import CLERK
from tests.oracles import small
from tests.public import town_figures as county
from tests.public.conftest import Town, a_town, text_of
from tests.public.scraped import cells_of, printed_in

pytestmark = pytest.mark.django_db
SALTBY = f"wards/{county.CODES['Saltby']}/"
Load = Callable[..., None]


@pytest.fixture
def load(settings: LazySettings, tmp_path: Path) -> Iterator[Load]:
    """Police files of the district, in an evidence folder of this test's own."""
    settings.HOME = tmp_path / "home"
    changes.load_areas(paths=county.areas(tmp_path), by=CLERK)
    count = iter(range(9))

    def loaded(now: county.Counts = county.NOW, before: county.Counts = county.BEFORE) -> None:
        files = county.crimes(tmp_path / f"files{next(count)}", now, before)
        changes.load_evidence(paths=[files], by=CLERK)

    yield loaded
    for connection in reading._mine.__dict__.pop("held", {}).values():
        connection.close()


@pytest.fixture
def shown(town: Town, load: Load) -> Partnership:
    load()
    town.partnership.areas.set(Area.objects.filter(code=county.DISTRICT))
    changes.show_to_public(partnership=town.partnership, by=CLERK)
    return town.partnership


def every_page(slug: str = "marshwick") -> list[str]:
    kinds = [name.lower().replace(" ", "-") for name in county.TYPES]
    paths = ["", "months.csv", "places.csv", *(f"kinds/{each}/" for each in kinds)]
    return [f"/{slug}/figures/{path}" for path in (*paths, *map(_ward, county.CODES.values()))]


def _ward(code: str) -> str:
    return f"wards/{code}/"


def test_nothing_is_there_until_the_partnership_shows_it(
    town: Town, load: Load, reader: Client
) -> None:
    load()
    town.partnership.areas.set(Area.objects.filter(code=county.DISTRICT))
    assert {reader.get(at).status_code for at in every_page()} == {404}
    assert "/figures/" not in text_of(reader.get(town.url))
    changes.show_to_public(partnership=town.partnership, by=CLERK, why="The board agreed")
    assert {reader.get(at).status_code for at in every_page()} == {200}
    assert f'href="{town.url}figures/"' in text_of(reader.get(town.url))


def test_what_is_taken_down_is_gone_and_says_so(shown: Partnership, reader: Client) -> None:
    changes.hide_from_public(partnership=shown, by=CLERK)
    for address in every_page():
        answer = reader.get(address)
        assert answer.status_code == 410
        assert "no longer shown" in answer.text
    assert "/figures/" not in text_of(reader.get("/marshwick/record/"))
    changes.show_to_public(partnership=shown, by=CLERK)
    assert reader.get("/marshwick/figures/").status_code == 200


def test_showing_and_taking_down_are_recorded_and_never_done_twice(shown: Partnership) -> None:
    changes.hide_from_public(partnership=shown, by=CLERK, why="A file was wrong")
    with pytest.raises(Refused, match="not shown to the public"):
        changes.hide_from_public(partnership=shown, by=CLERK)
    verbs = [line.verb for line in newest_lines(shown.chain)]
    assert verbs[:2] == ["evidence.hidden", "evidence.shown"]


def test_home_says_what_changed_and_where_each_figure_comes_from(
    shown: Partnership, reader: Client
) -> None:
    page = text_of(reader.get("/marshwick/figures/"))
    now = sum(map(sum, county.NOW.values()))
    found = f"{now:,} reports from April 2020 to March 2021. Shoplifting rose and criminal damage"
    assert f"{found} fell, each by more than chance explains." in plain(page)
    assert "Source: police.uk street-level crime as published by Loamshire" in page
    assert re.search(r"made state \d+ of the evidence", page)
    assert "Missing: none." in page
    assert all(f"/marshwick/figures/wards/{code}/" in page for code in county.CODES.values())
    assert "move each place to the nearest of a fixed set of points" in page


def test_every_count_that_is_shown_is_the_count_of_the_rows(
    shown: Partnership, reader: Client
) -> None:
    release = queries.released(shown)
    assert release.year
    assert release.before
    for year, counts in ((release.year, county.NOW), (release.before, county.BEFORE)):
        for ward, row in counts.items():
            told = year.cells[county.CODES[ward]]
            for name, n in zip(county.TYPES, row, strict=True):
                assert told[name] in (None, n)
                assert told[name] is None or n == 0 or n >= 5
            assert year.totals[county.CODES[ward]] in (None, sum(row))
    for at, name in enumerate(county.TYPES):
        assert release.count(release.year.period, name) == sum(r[at] for r in county.NOW.values())


def test_a_ward_says_who_lives_there_what_changed_and_where_it_stands(
    shown: Partnership, town: Town, reader: Client
) -> None:
    town.promise("Light the canal path in Saltby")
    town.promise("Visit every shop")
    town.adopt()
    page = plain(text_of(reader.get(f"/marshwick/figures/{SALTBY}")))
    assert "About 4,300 people live here. 193 reports from April 2020 to March 2021." in page
    assert "Shoplifting rose and criminal damage fell, each by more than chance explains." in page
    assert "Saltby ranks 3 of 6, highest first; could rank 2 to 5." in page
    assert "193 in 4,300 people is 44.9 per 1,000" in page
    assert "Light the canal path in Saltby" in page
    assert "Visit every shop" not in page
    assert "Too few in the whole area to be shown by ward: Robbery." in page


def test_a_rare_kind_is_not_shown_by_ward_and_the_page_says_why(
    shown: Partnership, reader: Client
) -> None:
    page = plain(text_of(reader.get("/marshwick/figures/kinds/robbery/")))
    assert "so few reports of robbery" in page
    assert "Holm" not in page


def test_nobody_can_work_out_what_is_held_back_from_all_that_is_public(
    shown: Partnership, reader: Client
) -> None:
    pages = {at: reader.get(at).content.decode("utf-8-sig") for at in every_page()}
    for counts, first in ((county.BEFORE, "2019-04"), (county.NOW, "2020-04")):
        printed = printed_in(pages, first)
        found = small.ranges(printed)
        told_more = small.ranges(printed, cells_of(counts), below=5)
        hidden = 0
        for (ward, name), n in cells_of(counts).items():
            told = printed.cells[ward, name]
            assert told in (None, n)
            if 0 < n < 5:
                hidden += 1
                low, high = found[ward, name]
                assert low < high, (ward, name)
                low, high = told_more[ward, name]
                assert low < high or name in printed.whole, (ward, name)
        assert hidden >= 3
        assert all(low < high for low, high in small.row_ranges(printed).values())


def test_other_counts_behind_the_gaps_make_the_very_same_pages(
    shown: Partnership, reader: Client, load: Load
) -> None:
    """So no word, picture, tooltip or download can hold a trace of what is held back."""
    before = {at: told(reader, at) for at in every_page()}
    printed = printed_in(
        {at: page.removeprefix("\ufeff") for at, page in before.items()}, "2020-04"
    )
    twin = small.another(printed, cells_of(county.NOW), below=5)
    assert twin
    load(now={w: tuple(twin[w, name] for name in county.TYPES) for w in county.WARDS})
    after = {at: told(reader, at) for at in every_page()}
    for address, page in before.items():
        assert after[address] == page, address


def told(reader: Client, address: str) -> str:
    """A page without the number of the state that it was made from."""
    return re.sub(r"state \d+ of", "state of", reader.get(address).content.decode())


def test_no_question_in_an_address_changes_a_page(shown: Partnership, reader: Client) -> None:
    questions = ("from=2020-05&to=2020-08", "by=month,area,type", "%00=&x[]=1", "q=" + "9" * 3000)
    for address in (f"/marshwick/figures/{SALTBY}", "/marshwick/figures/places.csv"):
        first = reader.get(address).content
        for question in questions:
            assert reader.get(f"{address}?{question}").content == first, question


def test_there_are_no_figures_but_those(shown: Partnership, reader: Client) -> None:
    wards = ("wards/E05999999/", "wards/E07900001/", "wards/E01900000/", "wards/../")
    for path in (*wards, "kinds/larceny/", "kinds/%00/", "kinds/", "wards/", "2020-04.csv"):
        assert reader.get(f"/marshwick/figures/{path}").status_code == 404, path
    for address in every_page()[:5]:
        assert reader.post(address).status_code == 405


def test_without_an_area_or_evidence_the_page_says_that_there_is_nothing(
    town: Town, reader: Client
) -> None:
    changes.show_to_public(partnership=town.partnership, by=CLERK)
    page = text_of(reader.get("/marshwick/figures/"))
    assert "There are no figures for" in page
    assert "settings" not in page


def test_a_second_visit_is_answered_with_not_changed_until_more_is_loaded(
    shown: Partnership, reader: Client, load: Load
) -> None:
    for address in every_page()[:4]:
        first = reader.get(address)
        assert not first.cookies
        again = reader.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
    first = reader.get("/marshwick/figures/")
    load(now={**county.NOW, "Holm": (80, 8, 12, 4, 1, 21)})
    again = reader.get("/marshwick/figures/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200


def test_a_page_that_was_asked_for_before_takes_few_queries_and_none_of_the_evidence(
    shown: Partnership, reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    reader.get("/marshwick/figures/")
    with django_assert_max_num_queries(6):
        reader.get("/marshwick/figures/")
    reader.get(f"/marshwick/figures/{SALTBY}")
    with django_assert_max_num_queries(9):
        reader.get(f"/marshwick/figures/{SALTBY}")


def plain(page: str) -> str:
    told = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page, flags=re.S)
    return re.sub(r"\s+", " ", told)


def test_a_county_leads_on_to_the_districts_that_show_theirs(
    shown: Partnership, reader: Client
) -> None:
    whole = a_town("loamshire", "Safer Loamshire").partnership
    whole.areas.set(Area.objects.filter(code=county.COUNTY))
    changes.show_to_public(partnership=whole, by=CLERK)
    page = text_of(reader.get("/loamshire/figures/"))
    assert "What was reported in Loamshire" in page
    assert "too few places here" in page  # one district is no comparison
    assert '<a href="/marshwick/figures/">Marshwick</a>' in page
    assert reader.get(f"/loamshire/figures/{SALTBY}").status_code == 404
    home = text_of(reader.get("/"))
    assert 'href="/marshwick/figures/"' in home


def test_until_a_whole_year_is_here_wards_are_listed_without_counts(
    town: Town, settings: LazySettings, tmp_path: Path, reader: Client
) -> None:
    settings.HOME = tmp_path / "home"
    changes.load_areas(paths=county.areas(tmp_path), by=CLERK)
    files = sorted(county.crimes(tmp_path / "files").iterdir())[:5]
    changes.load_evidence(paths=files, by=CLERK)
    town.partnership.areas.set(Area.objects.filter(code=county.DISTRICT))
    changes.show_to_public(partnership=town.partnership, by=CLERK)
    page = text_of(reader.get("/marshwick/figures/"))
    assert "No whole year that begins in April has been loaded yet." in page
    assert "Twelve months in a row are not here yet" in page
    assert f"/marshwick/figures/{SALTBY}" in page
    there = [at for at in every_page() if "robbery" not in at]  # none in those five months
    assert {reader.get(at).status_code for at in there} == {200}


def test_years_that_were_counted_in_two_ways_are_not_compared(
    shown: Partnership, reader: Client
) -> None:
    changes.mark_step(
        partnership=shown, kind="Shoplifting", month="2020-06", why="A new till", by=CLERK
    )
    page = text_of(reader.get("/marshwick/figures/"))
    assert "Shoplifting rose" not in page
    assert "done or counted another way since" in page
    assert "A new till" not in page  # typed for the desk
    ward = plain(text_of(reader.get(f"/marshwick/figures/{SALTBY}")))
    assert "Criminal damage fell by more than chance explains." in ward
    kind = text_of(reader.get("/marshwick/figures/kinds/shoplifting/"))
    assert "so the two years are not compared" in plain(kind)
    assert "Done or counted another way" in kind  # where the line in the chart breaks


def test_every_picture_can_be_taken_away_and_holds_no_more_than_its_page(
    shown: Partnership, reader: Client
) -> None:
    home = "/marshwick/figures/"
    for page in (home, f"{home}kinds/shoplifting/", f"{home}{SALTBY}"):
        text = text_of(reader.get(page))
        names = set(re.findall(r'href="\?picture=(\w+)&amp;as=csv"', text))
        assert names == set(re.findall(r'href="\?picture=(\w+)&amp;as=png"', text)) != set()
        for name in names:
            drawn = reader.get(f"{page}?picture={name}&as=svg")
            assert drawn["Content-Type"] == "image/svg+xml"
            assert drawn.content.startswith(b"<svg ") and b"<a " not in drawn.content
            table = reader.get(f"{page}?picture={name}&as=csv").content.decode("utf-8-sig")
            cells = {cell for row in csv.reader(io.StringIO(table)) for cell in row}
            assert all(html.escape(cell.removeprefix("'")) in text for cell in cells)
    assert reader.get(f"{home}?picture=months&as=png").content.startswith(b"\x89PNG")
    assert reader.get(f"{home}?picture=months&as=exe").status_code == 404
    assert reader.get(f"{home}?picture=nothing&as=svg").status_code == 404
