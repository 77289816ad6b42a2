"""The plan as a document to take away, by those who may, with what they may see."""

import pytest
from django.test import Client

from frankpledge.plan import changes
from frankpledge.reading import read
from tests.small import BY, Small


def address(small: Small, kind: str = "") -> str:
    asked = f"?as={kind}" if kind else ""
    return f"/desk/marsh/plans/{small.plan.pk}/download/{asked}"


def test_the_plan_page_leads_to_four_formats(small: Small, alice: Client) -> None:
    assert address(small) in alice.get("/desk/marsh/plan/").content.decode()
    page = alice.get(address(small)).content.decode()
    for kind in ("docx", "xlsx", "csv", "json"):
        assert f'href="?as={kind}"' in page


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv", "json"])
def test_each_format_is_a_file_that_reads_as_the_plan(
    small: Small, alice: Client, kind: str
) -> None:
    response = alice.get(address(small, kind))
    name = f'filename="the-plan-2026-to-2029.{kind}"'
    assert response.headers["Content-Disposition"] == f"attachment; {name}"
    [action] = read(response.content, f"plan.{kind}")["actions"]
    assert action["action"] == "Visit every shop hit three times"
    assert [each["number"] for each in action["outcomes"]] == [1, 2]


def test_a_reader_gets_no_restricted_promise(small: Small, rita: Client, alice: Client) -> None:
    changes.set_audience(action=small.action, audience="restricted", by=BY, why="Police advice")
    assert b"Visit every shop" in alice.get(address(small, "csv")).content
    assert b"Visit every shop" not in rita.get(address(small, "csv")).content
    assert b"Visit every shop" not in rita.get(address(small, "json")).content


def test_a_stranger_and_an_unknown_format_get_nothing(
    small: Small, charlie: Client, alice: Client
) -> None:
    assert charlie.get(address(small)).status_code == 404
    assert charlie.get(address(small, "csv")).status_code == 404
    assert alice.get(address(small, "exe")).status_code == 404


def test_what_does_not_fit_a_workbook_is_said_on_the_page(small: Small, alice: Client) -> None:
    changes.change_action(action=small.action, version=1, words="l" * 40_000, by=BY)
    page = alice.get(address(small, "xlsx"), follow=True)
    assert "does not fit in a cell of a workbook" in page.content.decode()
    assert alice.get(address(small, "docx")).status_code == 200
