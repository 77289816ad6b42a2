"""How public pages behave: light, quick, without cookies, kept by browsers, and never surprised."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from frankpledge.partnership import changes as who
from frankpledge.partnership.changes import partnerships
from frankpledge.plan import changes
from frankpledge.public.addresses import RESERVED
from tests.makers import CLERK, somebody
from tests.public.conftest import Town, a_town, on, text_of

LIMIT = 100_000  # bytes over the wire for a first visit
WORDS = "Visit every shop in the parish of number {} and agree with its owner what to change next"


def fill(town: Town, count: int) -> None:
    for number in range(count):
        action = town.promise(WORDS.format(number), ref=str(number))
        changes.add_outcome(action=action, number=1, words=f"Outcome of {number}", by=CLERK)


def every_page(town: Town) -> list[str]:
    action, freeze = town.plan.actions.first(), town.publish()
    assert action
    then = f"{town.url}published/{freeze.pk}/"
    here = ["", f"priorities/{town.priority.pk}/", f"promises/{action.pk}/", "plan.json"]
    more = [f"plans/{town.plan.pk}/", "record/", "accessibility/", "privacy/"]
    fixed = ["/", "/accessibility/", "/privacy/", "/robots.txt"]
    return [*fixed, *(town.url + p for p in [*here, *more]), *(then + p for p in here)]


@pytest.fixture
def pages(town: Town) -> list[str]:
    a_town("dale", "Safer Dale")
    town.promise("Visit every shop")
    town.adopt()
    return every_page(town)


def wire(content: bytes) -> int:
    return min(len(content), len(gzip.compress(content)))


def parts_of(page: str) -> set[str]:
    found = re.findall(r'(?:href|src|srcset)="/static/([^"]+)"', page)
    return {name for name in found if not name.endswith(".json")}


def static(name: str) -> bytes:
    path = finders.find(name)
    assert isinstance(path, str), f"{name} is missing"
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def images_in(css: bytes) -> set[str]:
    names = re.findall(r"url\(\"?'?([^)\"']+)", css.decode())
    return {f"ui/img/{name.rpartition('/')[2]}" for name in names if not name.startswith("data:")}


def test_a_first_visit_of_a_large_plan_stays_under_100_kilobytes(
    town: Town, reader: Client
) -> None:
    fill(town, 60)
    town.adopt()
    response = reader.get(town.url, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    page = gzip.decompress(response.content).decode()
    assert page.count(WORDS.format(59)) == 1
    parts = {name: static(name) for name in parts_of(page)}
    for css in [content for name, content in parts.items() if name.endswith(".css")]:
        parts |= {name: static(name) for name in images_in(css)}
    weight = len(response.content) + sum(wire(content) for content in parts.values())
    assert weight < LIMIT, f"{weight} bytes"


def test_the_plan_is_read_with_the_same_few_queries_whatever_its_size(
    town: Town, reader: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    fill(town, 2)
    town.adopt()
    for _ in range(3):
        town.publish()
    with django_assert_max_num_queries(7) as small:
        reader.get(town.url)
    other = a_town("dale", "Safer Dale")
    fill(other, 20)
    other.adopt()
    with django_assert_max_num_queries(7) as large:
        reader.get(other.url)
    assert len(small) == len(large)


def test_no_page_sets_a_cookie_or_asks_for_another_host(pages: list[str], reader: Client) -> None:
    for address in pages:
        response = reader.get(address)
        assert response.status_code == 200, address
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address
        loaded = re.findall(r'(?:src|srcset|rel="stylesheet" href)="([^"]+)"', response.text)
        assert all(part.startswith("/") for part in loaded), address
        assert " style=" not in response.text, address
        assert "<script" not in response.text, address


def test_whoever_is_signed_in_gets_the_very_same_page(
    pages: list[str], town: Town, reader: Client
) -> None:
    inside = Client()
    inside.force_login(somebody(town.partnership, "coordinator"))
    for address in pages:
        assert inside.get(address).content == reader.get(address).content


def test_a_second_visit_is_answered_with_not_changed(pages: list[str], reader: Client) -> None:
    for address in pages:
        first = reader.get(address)
        again = reader.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), address
        squeezed = reader.get(address, headers={"Accept-Encoding": "gzip"})
        name = {"If-None-Match": squeezed["ETag"], "Accept-Encoding": "gzip"}
        assert reader.get(address, headers=name).status_code == 304, address


def test_what_was_said_since_is_seen_at_once(town: Town, reader: Client) -> None:
    action = town.promise("Visit every shop")
    town.adopt()
    first = reader.get(town.url)
    town.say(action, "Stuck", on(10, 6))
    town.publish()
    again = reader.get(town.url, headers={"If-None-Match": first["ETag"]})
    assert "Stuck" in text_of(again)


def test_a_new_name_is_seen_at_once(town: Town, reader: Client) -> None:
    first = reader.get(town.url)
    who.describe_partnership(partnership=town.partnership, name="Marshwick Together", by=CLERK)
    again = reader.get(town.url, headers={"If-None-Match": first["ETag"]})
    assert "Marshwick Together" in text_of(again)


@pytest.mark.parametrize(
    "address",
    [
        "/nowhere/",
        "/Marshwick/",
        "/marshwick/promises/999/",
        "/marshwick/promises/0/",
        "/marshwick/promises/99999999999999999999/",
        "/marshwick/promises/999999999999999999/",
        "/marshwick/priorities/999/",
        "/marshwick/plans/999/",
        "/marshwick/published/999/",
        "/marshwick/published/999/plan.json",
        "/marshwick/nothing/",
    ],
)
def test_what_is_not_there_is_a_plain_404(town: Town, reader: Client, address: str) -> None:
    town.promise("Visit every shop")
    town.adopt()
    assert reader.get(address).status_code == 404


def test_nothing_of_another_partnership_is_reached_through_this_one(
    town: Town, reader: Client
) -> None:
    dale = a_town("dale", "Safer Dale")
    action = dale.promise("Dale's own")
    dale.adopt()
    freeze = dale.publish()
    for path in (
        f"promises/{action.pk}/",
        f"priorities/{dale.priority.pk}/",
        f"plans/{dale.plan.pk}/",
        f"published/{freeze.pk}/",
        f"published/{freeze.pk}/promises/{action.pk}/",
    ):
        assert reader.get(f"/dale/{path}").status_code == 200
        assert reader.get(f"/marshwick/{path}").status_code == 404


def test_pages_are_read_and_never_written_to(pages: list[str], reader: Client) -> None:
    for address in pages:
        assert reader.post(address).status_code == 405


def test_no_partnership_may_take_an_address_of_ours() -> None:
    assert {"accessibility", "privacy", "desk", "account", "demo", "static", "brand"} <= RESERVED
    assert RESERVED <= partnerships.RESERVED


def test_robots_are_told_what_is_not_for_them(db: None, reader: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.DEMO = False
    assert "Disallow: /desk/" in text_of(reader.get("/robots.txt"))
    settings.DEMO = True  # a county that does not exist
    assert text_of(reader.get("/robots.txt")).endswith("Disallow: /\n")


def test_the_seal_is_the_icon(db: None, reader: Client) -> None:
    assert reader.get("/favicon.ico")["Location"].endswith("seal.svg")
