"""What is new can be followed: each publication, and the newest figures."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from frankpledge.evidence import changes
from frankpledge.partnership.models import Area, Partnership
from tests.evidence import asked as county
from tests.evidence.conftest import Held, held, home, loaded_once  # noqa: F401  fixtures
from tests.makers import CLERK
from tests.public.conftest import Town, text_of

ATOM = "{http://www.w3.org/2005/Atom}"


def entries(reader: Client, slug: str = "marshwick") -> list[dict[str, Any]]:
    root = ElementTree.fromstring(reader.get(f"/{slug}/new.atom").content)
    return [
        {each.tag.removeprefix(ATOM): each.text or each.get("href") for each in entry}
        for entry in root.iter(f"{ATOM}entry")
    ]


def test_each_publication_is_a_piece_of_news(town: Town, reader: Client) -> None:
    assert entries(reader) == []
    town.promise("Visit every shop <twice> & again")
    town.adopt()
    first = town.publish()
    newest, *_ = entries(reader)
    assert newest["title"] == f"{town.plan.title}, version {first.version}"
    assert newest["link"].endswith(f"/marshwick/published/{first.pk}/")
    assert newest["link"].startswith("http") and newest["id"] == newest["link"]
    page = text_of(reader.get("/marshwick/record/"))
    assert page.count('href="/marshwick/new.atom"') == 2, "for programs, and for people"


def test_a_feed_that_has_not_changed_is_not_sent_again(town: Town, reader: Client) -> None:
    town.promise("Visit every shop")
    town.adopt()
    town.publish()
    first = reader.get("/marshwick/new.atom")
    assert first["Content-Type"].startswith("application/atom+xml") and not first.cookies
    again = reader.get("/marshwick/new.atom", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert reader.post("/marshwick/new.atom").status_code == 405
    assert reader.get("/nowhere/new.atom").status_code == 404


def test_signs_that_no_xml_may_have_break_no_feed(town: Town, reader: Client) -> None:
    Partnership.objects.filter(pk=town.partnership.pk).update(name="Safer \x0cMarshwick")
    town.plan.title = "The \x0bplan \uffff"
    town.plan.save()
    town.promise("Visit every shop")
    town.adopt()
    town.publish()
    told, *_ = entries(reader)
    assert told["title"] == "The  plan  , version 2"


@pytest.mark.usefixtures("held")
def test_figures_are_news_while_they_are_shown(reader: Client) -> None:
    marsh = Partnership.objects.get(slug="marsh")
    marsh.areas.set(Area.objects.filter(code=county.MARSHWICK))
    assert entries(reader, "marsh") == []
    changes.show_to_public(partnership=marsh, by=CLERK)
    (told,) = entries(reader, "marsh")
    assert told["title"] == "What was reported in Marshwick, up to April 2021"
    assert told["id"].endswith("/marsh/figures/#2021-04")
    changes.hide_from_public(partnership=marsh, by=CLERK)
    assert entries(reader, "marsh") == []
