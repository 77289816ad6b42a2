"""Settings promise: a partnership looks as it says, and is refused in words what would harm it."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.partnership import brand, changes, logos, queries
from frankpledge.partnership.models import Partnership
from frankpledge.record.queries import newest_lines
from tests.desk.people import signed_in
from tests.makers import CLERK, a_partnership, somebody

pytestmark = pytest.mark.django_db
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
    b"\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\5\0\1\xff\xe9\x9a\xb8\xf7\0\0\0\0IEND\xaeB`\x82"
)


@pytest.fixture
def wick() -> Partnership:
    return a_partnership("wick", name="Safer Wick")


@pytest.fixture
def alice(wick: Partnership) -> Client:
    return signed_in(somebody(wick, "coordinator", "Alice Archer"))


def fresh(wick: Partnership) -> Partnership:
    wick.refresh_from_db()
    return wick


def first_rating(wick: Partnership) -> int:
    return queries.ratings(wick)[0].pk


FORMS: list[tuple[str, Mapping[str, str]]] = [
    ("name/", {"name": "", "strapline": "Zwieback", "year_starts_in": "4"}),
    ("colour/", {"colour": "#ffee00"}),
    ("words/help/", {"words": "Zwieback \u202e backwards"}),
    ("logo/", {"says": "Zwieback"}),
    (
        "scale/new/",
        {
            "label": "Stuck",
            "shape": "half",
            "colour": "ink",
            "meaning": "Zwieback",
            "implies": "in-progress",
        },
    ),
    (
        "scale/{rating}/edit/",
        {
            "label": "",
            "shape": "square",
            "colour": "madder",
            "meaning": "Zwieback",
            "implies": "delayed",
        },
    ),
]
PAGES = [
    "",
    "scale/",
    "sign-in/",
    "scale/{rating}/retire/",
    "words/privacy/",
    "words/accessibility/",
    *(path for path, _ in FORMS),
]


@pytest.mark.parametrize("path", PAGES)
def test_a_coordinator_sees_each_page(alice: Client, wick: Partnership, path: str) -> None:
    page = alice.get(f"/desk/wick/settings/{path.format(rating=first_rating(wick))}")
    assert page.status_code == 200 and page.content.decode().count("<h1") == 1


@pytest.mark.parametrize("path", PAGES)
def test_nobody_else_finds_it(wick: Partnership, path: str) -> None:
    path = path.format(rating=first_rating(wick))
    stranger = signed_in(somebody(a_partnership("ash"), "coordinator"))
    here = stranger.get(f"/desk/wick/settings/{path}")
    nowhere = stranger.get(f"/desk/nowhere/settings/{path}")
    assert here.status_code == nowhere.status_code == 404 and here.content == nowhere.content
    for role in ("reader", "lead", "board", "analyst"):
        client = signed_in(somebody(wick, role))
        assert client.get(f"/desk/wick/settings/{path}").status_code == 404
        assert client.post(f"/desk/wick/settings/{path}", {"name": "x"}).status_code == 404


@pytest.mark.parametrize(("path", "typed"), FORMS)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    alice: Client, wick: Partnership, path: str, typed: Mapping[str, str]
) -> None:
    before = len(newest_lines(wick.chain))
    path = path.format(rating=first_rating(wick))
    page = alice.post(f"/desk/wick/settings/{path}", {**typed, "version": "1"})
    text = page.content.decode()
    assert page.status_code == 422 and "<title>Error:" in text
    assert "govuk-error-summary" in text
    assert ("Zwieback" in text) is ("Zwieback" in "".join(typed.values()))
    assert len(newest_lines(wick.chain)) == before


def test_name_place_and_year_are_saved_and_shown(alice: Client, wick: Partnership) -> None:
    typed = {
        "name": "Safer Wick and Vale",
        "strapline": "Community Safety Partnership",
        "place": "the Vale",
        "year_starts_in": "1",
        "version": "1",
    }
    page = alice.post("/desk/wick/settings/name/", typed, follow=True)
    assert "Safer Wick and Vale" in page.content.decode() and "Saved." in page.content.decode()
    assert fresh(wick).year_starts_in == 1


def test_the_second_of_two_editors_sees_both_texts(alice: Client, wick: Partnership) -> None:
    changes.describe_partnership(partnership=wick, privacy_words="Theirs.", by=CLERK)
    typed = {"words": "Ours.", "version": "1"}
    page = alice.post("/desk/wick/settings/words/privacy/", typed)
    text = page.content.decode()
    assert page.status_code == 409 and "Theirs." in text and "Ours." in text
    again = re.search(r'name="version" value="(\d+)"', text)
    assert again
    alice.post("/desk/wick/settings/words/privacy/", {**typed, "version": again[1]})
    assert fresh(wick).privacy_words == "Ours."


def test_a_pale_colour_is_refused_in_a_sentence(alice: Client, wick: Partnership) -> None:
    page = alice.post("/desk/wick/settings/colour/", {"colour": "#ffee00", "version": "1"})
    assert "This colour is too pale to read on white. Choose a darker one." in page.content.decode()


def test_a_colour_is_worn_and_its_sheet_kept_for_ever(alice: Client, wick: Partnership) -> None:
    page = alice.post(
        "/desk/wick/settings/colour/", {"colour": "#0a5c36", "version": "1"}, follow=True
    )
    address = brand.css_url(fresh(wick))
    assert f'href="{address}"' in page.content.decode()
    sheet = Client().get(address)
    assert sheet.status_code == 200 and sheet.headers["Content-Type"].startswith("text/css")
    assert "immutable" in sheet.headers["Cache-Control"] and b"#0a5c36" in sheet.content
    changes.describe_partnership(partnership=wick, colour="#28408c", by=CLERK)
    assert brand.css_url(fresh(wick)) != address
    assert Client().get(address).status_code == 404


def test_a_partnership_in_our_colours_has_no_sheet(wick: Partnership) -> None:
    assert brand.css_url(wick) == ""


def put_up(client: Client, content: bytes, name: str = "logo.png", says: str = "A heron") -> str:
    file = SimpleUploadedFile(name, content, content_type="image/png")
    answer = client.post("/desk/wick/settings/logo/", {"logo": file, "says": says}, follow=True)
    return answer.content.decode()


def test_a_logo_is_put_up_served_and_taken_down(alice: Client, wick: Partnership) -> None:
    text = put_up(alice, PNG)
    address = brand.logo_url(fresh(wick))
    assert f'src="{address}"' in text and 'alt="A heron"' in text
    picture = Client().get(address)
    assert picture.headers["Content-Type"] == "image/png"
    assert picture.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(picture.streaming_content) == PNG  # type: ignore[attr-defined]
    assert (Path(settings.MEDIA_ROOT) / fresh(wick).logo.name).is_file()
    alice.post("/desk/wick/settings/logo/remove/", {})
    assert Client().get(address).status_code == 404 and not fresh(wick).logo


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<svg onload='alert(1)'/>", "logo.png", logos.WHAT_IT_MAY_BE),
        (b"<html>", "logo.html", logos.WHAT_IT_MAY_BE),
        (PNG + b"\0" * 500_000, "logo.png", logos.TOO_BIG),
    ],
)
def test_what_is_no_logo_is_refused_in_one_sentence(
    alice: Client, wick: Partnership, content: bytes, name: str, sentence: str
) -> None:
    text = put_up(alice, content, name)
    assert "<title>Error:" in text and sentence in text and "A heron" in text
    assert not fresh(wick).logo


@pytest.mark.parametrize(
    "name", ["../secret-key", "..%2Fsecret-key", "wick-0123456789.css", "wick-0.png", "db.sqlite3"]
)
def test_nothing_but_logos_and_colours_is_served(wick: Partnership, name: str) -> None:
    assert Client().get(f"/brand/{name}").status_code == 404


def test_the_scale_is_added_to_changed_moved_and_retired(alice: Client, wick: Partnership) -> None:
    base = "/desk/wick/settings/scale"
    new = {"label": "Watched", "shape": "half", "colour": "slate", "implies": "in-progress"}
    alice.post(f"{base}/new/", new)
    watched = queries.ratings(wick)[-1]
    assert watched.label == "Watched"
    changed = {**new, "label": "Watch", "is_good": "on", "version": "1"}
    alice.post(f"{base}/{watched.pk}/edit/", changed)
    alice.post(f"{base}/{watched.pk}/move/up/")
    assert [rating.label for rating in queries.ratings(wick)][-2:] == ["Watch", "Done"]
    alice.post(f"{base}/{watched.pk}/retire/", {"why": "Never used"})
    assert "Watch" not in [rating.label for rating in queries.ratings(wick)]
    assert "Retired" in alice.get(f"{base}/").content.decode()


def test_moving_takes_a_button_and_ends_at_the_ends(alice: Client, wick: Partnership) -> None:
    worst = first_rating(wick)
    address = f"/desk/wick/settings/scale/{worst}/move/up/"
    assert alice.get(address).status_code == 405
    assert alice.post(address).status_code == 302 and first_rating(wick) == worst
    assert alice.post(address.replace("up", "sideways")).status_code == 404


def test_a_rating_of_another_partnership_is_not_reached(alice: Client, wick: Partnership) -> None:
    other = first_rating(a_partnership("ash"))
    for what in ("edit/", "retire/", "move/up/"):
        answer = alice.post(f"/desk/wick/settings/scale/{other}/{what}", {"label": "x"})
        assert answer.status_code == 404


def test_where_a_second_step_is_asked_the_desk_waits_for_it(
    alice: Client, wick: Partnership
) -> None:
    alice.post("/desk/wick/settings/sign-in/", {"second_factor": "on", "version": "1"})
    answer = alice.get("/desk/wick/settings/")
    assert answer.status_code == 302
    assert answer.url == "/account/second-step/"  # type: ignore[attr-defined]
    assert signed_in(somebody(wick, "reader")).get("/desk/wick/people/").status_code == 200


def test_words_that_are_not_there_to_be_written(alice: Client) -> None:
    assert alice.get("/desk/wick/settings/words/name/").status_code == 404
