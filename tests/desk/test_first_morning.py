"""Last year's plan in hand: each step is the next one that the first page of the desk names."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.asking.models import Letter
from frankpledge.partnership.models import Partnership
from tests.desk.people import account, signed_in
from tests.makers import a_partnership

PLAN = b"""Ref,Action,Lead,By when
1.1,Visit every shop that was hit three times,SBC Debbie Marlow,March 2027
1.2,Walk the high street every Friday night,Debbie Marlow,December 2026
1.3,Put every shop on one message line,Hearthside,March 2027
"""


@pytest.fixture
def here(db: None) -> Partnership:
    return a_partnership("fen", name="Safer Fen")


def step(client: Client, words: str) -> str:
    """Where the step with these words leads, from the first page of the desk."""
    page = client.get("/desk/fen/").content.decode()
    found = re.search(rf'<a href="([^"]+)">[^<]*{words}', page)
    assert found, words
    return found[1]


def test_from_a_document_to_letters_by_the_links_of_the_first_page(here: Partnership) -> None:
    ann = signed_in(account("Ann Reeve", here, "coordinator"))
    upload = SimpleUploadedFile("plan.csv", PLAN)
    draft = ann.post(step(ann, "Bring in your plan"), {"file": upload}).headers["Location"]
    assert step(ann, "Finish") == draft
    period = {"title": "The plan", "follows": "new"}
    for name, year in (("starts", 2026), ("ends", 2027)):
        period |= {f"{name}_day": "1", f"{name}_month": "4", f"{name}_year": str(year)}
    ann.post(f"{draft}facts/", {**period, "version": _version(ann, f"{draft}facts/")})
    ann.post(f"{draft}take-in/", {"version": _version(ann, f"{draft}take-in/")})
    day = {"on_day": "1", "on_month": "4", "on_year": "2026", "decided_by": "The board"}
    ann.post(step(ann, "Adopt"), day)
    ann.post(step(ann, "Say who is meant"), _typed(ann, step(ann, "Say who is meant")))
    assert "Say who is meant by the names in it</div>" in ann.get("/desk/fen/").content.decode()
    _ask(ann)
    assert {one.to for one in Letter.objects.all()} == {"0@example.org", "1@example.org"}


def _typed(client: Client, address: str) -> dict[str, str]:
    """What the page suggests, with an address for each."""
    page = client.get(address).content.decode()
    found = dict(re.findall(r'name="((?:name|body)-\w+)"[^>]*value="([^"]*)"', page))
    keys = re.findall(r'<select name="who-(\w+)"', page)
    assert len(keys) == 2  # one person in two wordings, and one body
    for number, key in enumerate(keys):
        select = page.split(f'name="who-{key}"')[1].split("</select>")[0]
        chosen = re.search(r'value="([^"]*)"\s+selected', select)
        found |= {
            f"who-{key}": chosen[1] if chosen else "",
            f"email-{key}": f"{number}@example.org",
        }
    return found


def _ask(client: Client) -> None:
    address = step(client, "Ask the leads")
    page = client.get(address).content.decode()
    typed = dict(re.findall(r'<input[^>]*name="(\w+_(?:day|month|year))"[^>]*value="(\d*)"', page))
    plan = re.search(r'<option value="(\d+)"\s+selected', page)
    assert plan
    client.post(address, {**typed, "plan": plan[1], "audiences": "board"})
    place = step(client, "Ask the leads")
    client.post(f"{place}open/", {"version": _version(client, place)})
    client.post(f"{place}ask/", {"version": _version(client, f"{place}ask/")})


def _version(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    found = re.search(r'name="version" value="(\d+)"', page)
    assert found, address
    return found[1]
