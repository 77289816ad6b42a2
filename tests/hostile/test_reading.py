"""Bad documents: one clear sentence, exit status 2, in time and in memory, never a traceback."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from frankpledge.reading import Unreadable, limited, read, read_bytes
from tests.reading import documents

SECONDS = 10
MEGABYTES = 500
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def word(body: str, before: str = "") -> bytes:
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    text = f'<?xml version="1.0"?>{before}{whole}'
    return packed({"word/document.xml": text.encode()})


def book(rows: bytes) -> bytes:
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
    )
    workbook = (
        f'<workbook xmlns="{SHEET}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships"><sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>'.encode() + rows + b"</sheetData></worksheet>"
    return packed(
        {
            "xl/workbook.xml": workbook.encode(),
            "xl/_rels/workbook.xml.rels": relations,
            "xl/worksheets/sheet1.xml": sheet,
        }
    )


def bomb() -> bytes:
    return packed({"word/document.xml": b" " * (300 * 2**20)})


def entities() -> bytes:
    declared = '<!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    return word("<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>", declared)


def laughs() -> bytes:
    rows = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    declared = f'<!DOCTYPE d [<!ENTITY a0 "ha">{rows}]>'
    return word("<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", declared)


def deep_word() -> bytes:
    return word("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000)


def deep_page() -> bytes:
    return b"<html><body>" + b"<div>" * 100_000 + b"words" + b"</body></html>"


def wide_page() -> bytes:
    return ("<table><tr>" + "<td>a</td>" * 900 + "</tr></table>").encode()


def encrypted_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n3 0 obj<</Filter/Standard/V 1/R 2/O("
        + b"a" * 32
        + b")/U("
        + b"b" * 32
        + b")/P -4>>"
        b"endobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R/ID[(0123456789abcdef)(0123456789abcdef)]>>\n"
    )


def old_encrypted() -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    )


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "nothing but noughts": (lambda: b"\0" * 5000, "is empty"),
    "noise": (lambda: bytes(range(256)) * 40, "is not text"),
    "no words": (lambda: b"-- \n ... \n", "no words"),
    "a cut document": (lambda: documents.word_headings().data[:3000], "damaged"),
    "a cut workbook": (lambda: documents.book_sheets().data[:2000], "damaged"),
    "a cut pdf": (lambda: documents.printed().data[:900], "damaged"),
    "an encrypted pdf": (encrypted_pdf, "encrypted"),
    "an encrypted workbook": (old_encrypted, "encrypted"),
    "an old document": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "older"),
    "rich text": (lambda: b"{\\rtf1 hello}", "rich text"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 300, "picture"),
    "a program": (lambda: b"\x7fELF" + b"\2\1\1" * 300, "program"),
    "another zip": (lambda: packed({"a.txt": b"words"}), "no document"),
    "a zip bomb": (bomb, "unpacks to far more"),
    "external entities": (entities, "declares entities"),
    "a billion laughs": (laughs, "entities"),
    "a document nested too deeply": (deep_word, "nested"),
    "a page nested too deeply": (deep_page, "nested"),
    "a sheet of too many cells": (
        lambda: book((b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>") * 5000),
        "more cells",
    ),
    "a table of too many columns": (
        wide_page,
        "more columns",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_documents_are_refused_in_a_sentence(case: str) -> None:
    make, says = BAD[case]
    with pytest.raises(Unreadable) as refused:
        read_bytes(make(), "plan.docx")
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


GOOD_ENOUGH: dict[str, Callable[[], bytes]] = {
    "a million empty rows": lambda: book(
        b'<row><c t="inlineStr"><is><t>Action</t></is></c></row>' + b"<row></row>" * 1_000_000
    ),
    "noughts inside": lambda: b"Action\tLead\tBy when\nPatrol\0 the park\tPolice\tMay 2026\n",
    "two encodings": lambda: "Caf\u00e9 visits\n".encode() + "Caf\u00e9 visits\n".encode("cp1252"),
    "wide letters": lambda: "Action\tLead\tWhen\nPatrol\tPolice\tMay\n".encode("utf-16"),
    "a word that has another name": lambda: documents.word_headings().data,
    "a line of a million letters": lambda: b"word " * 200_000,
    "a cell of a million letters": lambda: (
        b"Action\tLead\tBy when\n" + b"1. a 2. b " * 50_000 + b"\tA\tB\n"
    ),
    "a thousand spans": lambda: (
        b"<table><tr><td rowspan=1000 colspan=50>Action</td></tr>"
        + b"<tr></tr>" * 999
        + b"</table>"
    ),
    "many headings": lambda: b"# Priority 1\n\n" * 5000,
}


@pytest.mark.parametrize("case", GOOD_ENOUGH)
def test_odd_documents_are_read(case: str) -> None:
    assert read_bytes(GOOD_ENOUGH[case](), "plan.xlsx")


def test_digits_that_are_no_numbers_are_words() -> None:
    """Found by breaking documents at random: a raised two where a number belongs."""
    cell = '<c t="inlineStr" s="\N{SUPERSCRIPT TWO}"><is><t>Action</t></is></c>'
    plan = read(book(f'<row r="\N{SUPERSCRIPT TWO}">{cell}</row>'.encode()))
    assert "Action" in str(plan)
    page = '<table><tr><td colspan="\N{SUPERSCRIPT TWO}">Page \N{SUPERSCRIPT TWO}</td></tr></table>'
    assert read(page.encode())


def test_an_entity_never_reaches_the_plan() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>a &x; b</p></html>'
    assert "root:" not in str(read(page))


def test_the_command_says_why_and_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(bomb())
    done = command(tmp_path / "plan.docx", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("plan.docx unpacks to far more")


def test_a_file_of_500_mb_is_not_even_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.xlsx").open("wb") as file:
        file.truncate(500 * 2**20)
    done = command(tmp_path / "huge.xlsx")
    assert (done.returncode, done.stderr) == (
        2,
        "huge.xlsx is larger than 60 MB, and no plan is.\n",
    )


def test_a_folder_gives_one_result_a_file_and_names_those_that_fail(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(documents.pipes().data)
    (tmp_path / "empty.txt").write_bytes(b"")
    done = command(tmp_path)
    assert done.returncode == 2
    assert "good.txt: Wold Community Safety Partnership Plan" in done.stdout
    assert done.stderr == "empty.txt is empty.\n"


def test_files_beside_the_document_are_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    assert read_bytes(documents.pipes().data, "plan.txt")["actions"]


def test_the_process_that_reads_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for strangers")
    assert "SECRET_KEY" not in limited.KEPT
    seen: list[object] = []
    real = subprocess.run

    def watched(*arguments: object, **options: object) -> object:
        seen.append(options["env"])
        return real(*arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(limited.subprocess, "run", watched)
    read_bytes(documents.pipes().data)
    assert "not for strangers" not in str(seen)


def test_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(documents.printed().data)
    command(tmp_path / "plan.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["plan.pdf"]


def test_memory_stays_below_its_limit() -> None:
    script = (
        "import resource, sys; from tests.hostile.test_reading import *\n"
        "from frankpledge.reading.limited import read_bytes\n"
        "for make in (bomb, laughs, deep_page):\n"
        "    try: read_bytes(make(), '')\n"
        "    except Unreadable: pass\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    assert int(done.stdout) < MEGABYTES


def command(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "frankpledge.cli.main", "read", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=SECONDS * 2,
        check=False,
    )
