"""Every component on every layout, and the pages for when something is wrong."""

import re
from typing import Any

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.views.csrf import csrf_failure
from django.views.defaults import server_error

from tests.ui.gallery import HOSTILE, components, request
from tests.ui.html import sound

LAYOUTS = ["ui/layout_desk.html", "ui/layout_public.html"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_component_is_sound_and_lets_nothing_hostile_through(layout: str) -> None:
    html = components(layout)
    page = sound(html)
    assert page.title == "Components - Safer Marshwick"
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 6


def test_the_desk_says_who_is_signed_in_and_lets_them_out() -> None:
    html = components("ui/layout_desk.html")
    assert "Community safety coordinator" in html
    assert re.search(r'<form method="post" action="[^"]*(logout|sign-out)[^"]*">', html)
    assert "Sign out" not in components("ui/layout_public.html")


def test_the_present_part_is_marked_for_those_who_do_not_see_it() -> None:
    page = sound(components())
    assert page.all("a", href="/plan")[0]["aria-current"] == "page"
    assert "aria-current" not in page.all("a", href="/work")[0]


def test_the_public_foot_says_whom_to_ring() -> None:
    assert "ring 999" in components("ui/layout_public.html")


def test_a_partnership_may_bring_its_colour_and_its_logo() -> None:
    html = render(
        '{% extends "ui/layout_public.html" %}{% block main %}<h1>x</h1>{% endblock %}',
        brand_css_url="/brand/x.css",
        logo_url="/logo.png",
        partnership={"name": "Wick <b>", "logo_says": '"The" mill'},
    )
    page = sound(html)
    assert page.all("link", href="/brand/x.css", rel="stylesheet")
    assert page.all("img", src="/logo.png", alt='"The" mill')
    assert "Wick <b>" not in html


def test_pages_keep_the_rest_of_the_query() -> None:
    hrefs = [attrs["href"] for attrs in sound(components()).all("a") if "page=" in attrs["href"]]
    assert hrefs[0] == "?page=1&lead=a+b" and "?page=10&lead=a+b" in hrefs


def test_an_empty_state_may_stand_in_a_loop_without_rows() -> None:
    html = render(
        "{% load ui %}{% for row in rows %}x{% empty %}"
        '{% empty "None yet." "Add one." %}{% endfor %}',
        rows=[],
    )
    assert "None yet. Add one." in html


def test_a_button_says_how_many() -> None:
    html = render('{% load ui %}{% button "Publish" count=1 of="promise" name="a" value="b" %}')
    assert html == (
        '<button type="submit" class="govuk-button" name="a" value="b">Publish 1 promise</button>'
    )


def test_a_button_of_its_own_form_carries_the_token() -> None:
    html = render(
        '{% load ui %}{% post_button url "Up" hidden=row name="to" value="up" %}',
        url="/up?a=1&b=2",
        row=HOSTILE,
    )
    assert 'name="csrfmiddlewaretoken" value="' in html and 'value=""' not in html
    assert 'action="/up?a=1&amp;b=2"' in html and 'name="to" value="up"' in html


@pytest.mark.parametrize("name", ["400", "403", "404", "500", "csrf", "403_csrf"])
def test_what_is_wrong_is_said_in_plain_words_without_a_database(name: str) -> None:
    html = render_to_string(f"{name}.html", {})
    page = sound(html)
    assert page.title.endswith(" - Frankpledge")
    assert not re.search(r"\b(error|invalid|token|exception|server|\d{3})\b", page.title, re.I)


def test_the_last_page_of_all_is_ours() -> None:
    assert b"Something went wrong" in server_error(RequestFactory().get("/")).content


def test_the_last_page_comes_even_where_the_static_files_were_never_collected(
    settings: Any,
) -> None:
    backend = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": backend}}
    html = server_error(RequestFactory().get("/")).content.decode()
    assert "Something went wrong" in html and 'href="/static/ui/frankpledge.css"' in html


def test_a_form_from_a_page_that_was_open_too_long_is_answered_by_us() -> None:
    response = csrf_failure(RequestFactory().post("/"))
    assert response.status_code == 403 and b"open too long" in response.content


def render(source: str, **context: object) -> str:
    return engines["django"].from_string(source).render(context, request())
