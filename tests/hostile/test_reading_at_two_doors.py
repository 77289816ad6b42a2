"""Bad documents at the shell and at the upload page: one sentence, and nothing is kept."""

import html
import os
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from frankpledge.cli.main import main
from frankpledge.drafting import queries
from frankpledge.drafting.models import Draft, Original
from frankpledge.reading.limits import LARGEST_FILE
from frankpledge.record.models import Line
from tests.desk.people import account, signed_in
from tests.hostile.bad_documents import BAD, GOOD_ENOUGH
from tests.small import Small

NEW = "/desk/marsh/drafts/new/"
NAME = "plan.docx"
SECONDS = 10
ERROR = re.compile(r'class="govuk-error-message"[^>]*>(?:<span.*?</span>)?(.*?)</p>', re.S)


@pytest.fixture
def desk(small: Small) -> Client:
    return signed_in(account("Alice Archer", small.partnership, "coordinator"))


def upload(desk: Client, data: bytes) -> Any:
    return desk.post(NEW, {"file": SimpleUploadedFile(NAME, data), "version": "0"})


def refused(answer: Any) -> str:
    """The one sentence of the page, which comes to whoever cannot see it too."""
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Error: " in page
    (sentence,) = ERROR.findall(page)
    assert not Draft.objects.exists()
    assert not Original.objects.exists()
    assert not Line.objects.filter(subject_kind="draft").exists()
    return html.unescape(sentence).strip()


def worked() -> float:
    """Seconds of the processor, ours and of what we started: the clock counts others too."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


@pytest.mark.parametrize("case", BAD)
def test_both_doors_refuse_it_in_the_same_sentence(
    desk: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    make, says = BAD[case]
    data = make()
    path = tmp_path / NAME
    path.write_bytes(data)
    began = worked()
    assert main(["read", str(path)]) == 2
    shell = capsys.readouterr()
    sentence = refused(upload(desk, data))
    assert worked() - began < 2 * SECONDS
    assert (shell.out, shell.err) == ("", f"{sentence}\n")
    assert sentence.startswith(f"{NAME} ")
    assert says in sentence
    assert [each.name for each in tmp_path.iterdir()] == [NAME]


def test_both_doors_refuse_what_is_too_large_unopened(
    desk: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (tmp_path / NAME).open("wb") as file:
        file.truncate(500 * 2**20)
    assert main(["read", str(tmp_path / NAME)]) == 2
    sentence = refused(upload(desk, bytes(LARGEST_FILE + 1)))
    assert (
        capsys.readouterr().err
        == f"{sentence}\n"
        == f"{NAME} is larger than 60 MB, and no plan is.\n"
    )


@pytest.mark.parametrize("case", GOOD_ENOUGH)
def test_odd_documents_are_read_and_shown(small: Small, desk: Client, case: str) -> None:
    began = worked()
    answer = upload(desk, GOOD_ENOUGH[case]())
    assert answer.status_code == 302
    page = desk.get(f"{answer['Location']}document/")
    assert page.status_code == 200
    assert len(page.content) < 3_000_000
    assert worked() - began < SECONDS
    assert queries.drafts_of(small.partnership)
