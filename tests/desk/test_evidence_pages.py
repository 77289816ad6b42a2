"""The evidence on the desk: what changed, where, beside whom; and whatever else is asked."""

import csv
import io
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from frankpledge.cli.main import main
from frankpledge.desk.evidence.asks import ASKS
from frankpledge.evidence.models import Baseline, Step
from frankpledge.partnership.models import Area, Partnership
from frankpledge.record.models import Line
from tests.desk.people import account, signed_in
from tests.evidence import asked as county
from tests.evidence.conftest import Held, held, home, loaded_once  # noqa: F401  fixtures

HOME = "/desk/marsh/evidence/"
BURGLARY = f"{HOME}types/burglary/"
ASK = f"{HOME}ask/"


@pytest.fixture
def marsh(held: Held) -> Partnership:  # noqa: F811
    partnership = Partnership.objects.get(slug="marsh")
    partnership.areas.set(Area.objects.filter(code=county.MARSHWICK))
    return partnership


@pytest.fixture
def ann(marsh: Partnership) -> Client:
    return signed_in(account("Ann Alyst", marsh, "coordinator"))


@pytest.fixture
def rita(marsh: Partnership) -> Client:
    return signed_in(account("Rita Reader", marsh, "reader"))


def read(client: Client, address: str, status: int = 200, /, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == status, answer.content.decode()[-2000:]
    return answer.content.decode()


def test_home_says_what_changed_and_leads_to_each_type(
    rita: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(25):
        page = read(rita, HOME)
    assert "What changed in Marshwick" in page and "Of 3 types looked at" in page
    for slug in ("anti-social-behaviour", "burglary", "drugs"):
        assert f'href="{HOME}types/{slug}/"' in page
    assert "April 2018 to April 2021. Nothing is missing." in page


def test_every_page_leads_to_the_others(rita: Client) -> None:
    for address in (HOME, BURGLARY, ASK, f"{HOME}county/", f"{HOME}data/", f"{HOME}areas/"):
        page = read(rita, address)
        for words in ("What changed", "Beside the others", "Ask the evidence", "What is held"):
            assert f">{words}</a></li>" in page, (address, words)


def test_what_is_chosen_goes_along(ann: Client) -> None:
    page = read(ann, HOME, to="2020-12")
    assert "the twelve months to December 2020" in page
    assert f'href="{BURGLARY}?to=2020-12"' in page
    assert "the twelve months to April 2021" in read(ann, HOME, to="1066-10")


def test_several_areas_are_shown_together_and_each_by_itself(
    marsh: Partnership, ann: Client
) -> None:
    marsh.areas.set(Area.objects.filter(code__in=(county.MARSHWICK, county.FENBOROUGH)))
    page = read(ann, HOME, to="2020-12")
    assert "What changed in Fenborough and Marshwick" in page
    assert f'<a href="{HOME}?to=2020-12&amp;area={county.FENBOROUGH}">Fenborough</a>' in page
    assert "Burglary in Fenborough and Marshwick" in read(ann, BURGLARY)
    assert "Fenborough and Marshwick beside the others" in read(ann, f"{HOME}county/")
    assert "Ward 4, Fenborough" in read(ann, f"{HOME}places/E05900004/")
    page = read(ann, HOME, area=county.FENBOROUGH, to="2020-12")
    assert "What changed in Fenborough" in page
    assert f'href="{BURGLARY}?area={county.FENBOROUGH}&amp;to=2020-12"' in page


def test_an_area_in_another_is_not_counted_twice(marsh: Partnership, ann: Client) -> None:
    marsh.areas.set(Area.objects.filter(code__in=(county.MARSHWICK, county.LOAMSHIRE)))
    assert "What changed in Loamshire" in read(ann, HOME)
    assert 'value="together"' not in read(ann, HOME)


def test_pictures_are_taken_away_as_they_are_drawn(ann: Client) -> None:
    for kind, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("csv", b"\xef\xbb\xbfPeriod")):
        answer = ann.get(HOME, {"picture": "months", "as": kind})
        assert answer.content.startswith(begins), kind
        assert answer["Content-Disposition"].endswith(f'.{kind}"')
    assert ann.get(HOME, {"picture": "months", "as": "exe"}).status_code == 404
    assert ann.get(HOME, {"picture": "nothing"}).status_code == 404


def test_each_picture_of_each_page_is_heard_and_can_be_taken_away(
    marsh: Partnership, ann: Client
) -> None:
    marsh.areas.set(Area.objects.filter(code=county.LOAMSHIRE))
    taken = 0
    for address in (HOME, BURGLARY, f"{HOME}places/E05900001/", f"{HOME}county/"):
        page = read(ann, address)
        drawn = re.findall(r'<svg class="p-pic p-(?:wide|narrow)"[^>]* aria-label="([^"]*)"', page)
        names = set(re.findall(r'href="\?picture=(\w+)&amp;as=svg"', page))
        assert len(drawn) == 2 * len(names) and all(len(label) > 40 for label in drawn)
        for name in names:
            svg = ann.get(address, {"picture": name, "as": "svg"}).content.decode()
            assert svg.startswith("<svg ") and "<a " not in svg and "Source: police.uk" in svg
            table = ann.get(address, {"picture": name, "as": "csv"}).content.decode("utf-8-sig")
            assert len(list(csv.reader(io.StringIO(table)))) > 1
        taken += len(names)
    assert taken >= 7


def test_a_type_of_which_little_is_here_says_how_many_there_were(
    marsh: Partnership, ann: Client
) -> None:
    page = read(ann, BURGLARY, to="2018-10")
    assert "per 1,000 people. It is not compared with the year before." in page


def test_a_type_has_its_months_its_season_and_its_places(rita: Client) -> None:
    page = read(rita, BURGLARY)
    for part in ("Month by month", "Season", "Place by place", "Beside the other districts"):
        assert part in page
    assert f'href="{HOME}places/E05900001/"' in page
    assert "Mark a step change" not in page
    read(rita, f"{HOME}types/larceny/", 404)


def test_hot_spots_are_drawn_where_there_are_places_enough(marsh: Partnership, ann: Client) -> None:
    assert "Hot spots" not in read(ann, BURGLARY).split("<h2", 1)[1]
    marsh.areas.set(Area.objects.filter(code=county.LOAMSHIRE))
    page = read(ann, BURGLARY)
    assert '<h2 class="fp-h2" id="spots">Hot spots</h2>' in page and "Of 12 places" in page
    for cells in ("lsoas", "hexagons"):
        page = read(ann, ASK, what="hotspots", sent="1", area="Loamshire", cells=cells)
        assert "Points on police.uk are moved" in page


def test_a_place_has_its_own_page_and_another_districts_has_none(ann: Client) -> None:
    page = read(ann, f"{HOME}places/E05900001/")
    assert "Ward 1, Marshwick" in page and "Others in Marshwick" in page
    assert "Ward 4 does not lie in Marshwick." in read(ann, f"{HOME}places/E05900004/")


def test_the_county_is_compared_in_all_and_of_one_type(ann: Client) -> None:
    assert "Marshwick beside the others" in read(ann, f"{HOME}county/")
    page = read(ann, f"{HOME}county/", type="burglary")
    assert '<p class="fp-lede">Burglary, May 2020 to April 2021.' in page
    assert "Marshwick ranks" in page


def test_a_step_change_breaks_the_chart_and_is_recorded(ann: Client, marsh: Partnership) -> None:
    given = {"month": "2020-02", "why": "New way of recording", "all_types": "on"}
    assert ann.post(f"{BURGLARY}step/", given).status_code == 302
    page = read(ann, BURGLARY)
    assert "It breaks at February 2020: New way of recording." in page
    assert "New way of recording, February 2020" in page.replace("</tspan>", "")
    assert "New way of recording" in read(ann, f"{HOME}types/drugs/")
    assert "already" in ann.post(f"{BURGLARY}step/", given).content.decode()
    step = Step.objects.get()
    assert (step.type, step.made_by) == ("", "Ann Alyst")
    removed = ann.post(f"{HOME}steps/{step.pk}/remove/", {"why": "It was not so"})
    assert removed.status_code == 302 and not Step.objects.exists()
    verbs = list(Line.objects.filter(chain=marsh.chain).values_list("verb", flat=True))
    assert verbs[-2:] == ["chart.step-marked", "chart.step-removed"]


def test_two_who_choose_the_usual_months_see_each_other(ann: Client) -> None:
    assert ann.post(f"{BURGLARY}usual/", {"months": "24", "version": "0"}).status_code == 302
    assert "taken from the first 24 months" in read(ann, BURGLARY)
    late = ann.post(f"{BURGLARY}usual/", {"months": "12", "version": "0"})
    assert late.status_code == 409 and Baseline.objects.get().months == 24
    few = ann.post(f"{BURGLARY}usual/", {"months": "3", "version": "1"})
    assert few.status_code == 422


# Six LSOAs are too few for hot spots.
WIDE = {"hotspots": {"area": "Loamshire"}}


@pytest.mark.parametrize("asks", ASKS, ids=lambda each: each.name)
def test_every_question_is_answered_as_it_stands(asks, ann: Client) -> None:  # type: ignore[no-untyped-def]
    page = read(ann, ASK, what=asks.name, **WIDE.get(asks.name, {}))
    assert asks.says in page
    if asks.name == "harm":
        assert "none come with this product" in page
        return
    assert '<h2 class="fp-h2" id="answer">' in page and "Source: police.uk" in page
    assert "There is a problem" not in page


SAME = [
    ("counts", {"by": "area", "kind": "ward", "per": "1000 people"}, "--by area --area-kind ward"),
    ("compare", {"by": "type"}, "--by type"),
    ("rank", {"area": "Loamshire", "kind": "district", "per": "1000 people"}, ""),
    ("chart", {"types": "Burglary"}, "--type Burglary"),
    ("seasons", {}, ""),
    ("hotspots", {"area": "Loamshire"}, ""),
    ("share", {"kind": "lsoa"}, "--area-kind lsoa"),
    ("hours", {"start": "2021-04"}, "--from 2021-04"),
]


@pytest.mark.parametrize(("what", "asked", "words"), SAME, ids=[each[0] for each in SAME])
def test_a_page_and_the_command_line_give_the_same_rows(
    what: str,
    asked: dict[str, str],
    words: str,
    ann: Client,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("frankpledge.cli.asking.options.start", lambda: None)
    area = asked.get("area", "Marshwick")
    given = {"what": what, "sent": "1", "as": "csv", "area": area, **asked}
    answer = ann.get(ASK, given)
    assert answer["Content-Type"].startswith("text/csv"), answer.content.decode()[:600]
    place = [] if what == "hours" else ["--area", area]
    per = ["--per", "1000", "people"] if what in ("counts", "rank") else []
    assert main(["evidence", what, *place, *words.split(), *per, "--csv"]) == 0
    printed = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))) == printed
    assert len(printed) > 1 or what == "hotspots"  # of twelve places none stands out


def test_what_cannot_be_answered_is_said_and_nothing_typed_is_lost(rita: Client) -> None:
    page = read(rita, ASK, 422, what="compare", sent="1", area="Nowhere", by="type")
    assert "No area is known by the code or name Nowhere." in page
    assert 'value="Nowhere"' in page and "<title>Error: " in page
    page = read(rita, ASK, 422, what="compare", sent="1", area="Marshwick", before="soon")
    assert "soon is not a period" in page


def test_own_counts_are_asked_like_the_polices(ann: Client) -> None:
    page = read(ann, ASK, what="counts", sent="1", area="Marshwick", by="month", source="fires")
    assert "There is a problem" not in page and "fires" in page


def test_harm_is_weighed_with_weights_that_were_loaded(ann: Client, rita: Client) -> None:
    file = io.BytesIO(b"type,weight\nBurglary,20\nDrugs,3\n")
    file.name = "weights.csv"
    given = {"name": "Ours", "source": "The county's analysts", "unit": "days", "file": file}
    day = {"since_day": "1", "since_month": "4", "since_year": "2018"}
    answer = ann.post(f"{ASK}weights/", {**given, **day})
    assert answer.status_code == 302, answer.content.decode()[-1500:]
    page = read(rita, ASK, what="harm")
    assert "days of harm by Ours" in page
    assert rita.get(f"{ASK}weights/").status_code == 404


def test_of_own_counts_their_own_types_and_months_are_offered(ann: Client) -> None:
    asked = {"what": "counts", "sent": "1", "area": "Marshwick", "by": "type"}
    page = read(ann, ASK, **asked, source="fires")
    assert 'value="Deliberate"' in page and 'value="Burglary"' not in page
    page = read(ann, ASK, **asked, source="fires", types="Deliberate")
    assert "There is a problem" not in page and "Deliberate in Marshwick" in page
    # Kept by quarters: the last of them ends in March 2021.
    page = read(ann, ASK, **{**asked, "by": "month"}, source="calls", end="2021-03")
    assert "There is a problem" not in page and 'value="2021-04"' not in page
