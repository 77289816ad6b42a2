"""Anybody inside may ask whether a printed table is right; what they paste is not kept."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.small import Small

CHECK = "/desk/marsh/figures/check/"
TABLE = "Type\t2007\t2008\tChange\nBurglary\t349\t438\t+89\nRobbery\t66\t65\t-2\n"


def test_a_pasted_table_is_worked_out_and_what_is_wrong_stands_beside(
    small: Small, rita: Client
) -> None:
    shown = rita.post(CHECK, {"pasted": TABLE})
    page = shown.content.decode()
    assert shown.status_code == 200
    assert "1 agrees, 1 disagrees." in page
    assert "<del>-2</del> <strong>-1</strong>" in page
    assert "+89 is right (from 349 to 438)" in page


def test_each_table_of_a_document_is_worked_out_with_what_its_text_says(
    small: Small, rita: Client, shared: Path
) -> None:
    plan = next((shared / "seeds").glob("001_*.txt"))
    page = rita.post(CHECK, {"file": SimpleUploadedFile("plan.txt", plan.read_bytes())})
    said = page.content.decode()
    assert "Partnership successes: 7 agree, none disagree." in said
    assert "21% is printed, 24% is right (its own table)" in said
    assert "Robbery: the target was 44%, and 34% was reached." in said


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({}, "Paste a table, or choose the document that it stands in."),
        ({"pasted": "only words"}, "There is no table to work out"),
        ({"pasted": TABLE, "file": SimpleUploadedFile("a.csv", b"a,b\n1,2\n")}, "not both"),
        ({"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7 cut")}, "a.pdf "),
    ],
)
def test_what_cannot_be_worked_out_is_said_in_a_sentence_and_kept_as_typed(
    small: Small, rita: Client, typed: dict[str, object], why: str
) -> None:
    answer = rita.post(CHECK, typed)
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert str(typed.get("pasted", "")).split("\t")[0].strip() in answer.content.decode()


def test_a_document_without_figures_says_so(small: Small, rita: Client) -> None:
    page = rita.post(CHECK, {"file": SimpleUploadedFile("a.txt", b"We will do our best.\n")})
    assert "There is no table of figures in that document." in page.content.decode()


def test_evidence_leads_to_it_and_to_what_people_fear(small: Small, rita: Client) -> None:
    for address in ("evidence/", "perception/", "figures/check/"):
        page = rita.get(f"/desk/marsh/{address}").content.decode()
        assert f'href="{CHECK}"' in page
        assert 'href="/desk/marsh/perception/"' in page
